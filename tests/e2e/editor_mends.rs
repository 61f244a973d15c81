//! The editor's cards: taken apart, made of words that run over quotation marks, and what is said of them before they are published.

use prerender::{Form, Setting, prerender};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{visit, visit_with};
use crate::editor::{click, letter, outputs, use_chosen};
use crate::editor_begin::SILENT;
use crate::editor_desk::{WATER, begun, phone, says, type_into};

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn reported_and_quoted_words_are_taken_apart_by_the_buttons_beside_them() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        letter(&visit, "j").await?;
        visit.until("document.querySelectorAll('#card-1.is-open .words').length == 2").await?;
        // Which words “it” is cannot be said of both.
        let texts = "return [...document.querySelectorAll('#card-1 .words:first-child button')].map((button) => button.textContent).filter((text) => text.length > 1)";
        assert_eq!(visit.ask(texts).await?, json!(["Type the words", "Make it a new card", "Remove"]));
        click(&visit, "#card-1 .words:first-child .quiet:nth-last-of-type(2)").await?;
        visit.until(&says("#card-2.is-open .quote", "I have never lied to anyone about the water")).await?;
        visit.until("!document.querySelector('#card-2 .reported') && document.querySelector('#card-2 .claim').value == 'I have never lied to anyone about the water'").await?;
        click(&visit, "#card-1 .card-head").await?;
        visit.until(&says("#card-1.is-open .reported", "the works would close")).await?;
        assert_eq!(visit.ask(texts).await?, json!(["Make it a quotation", "Type the words"]));
        click(&visit, "[aria-label=Undo]").await?;
        visit.until("document.querySelectorAll('.card').length == 2 && document.querySelectorAll('#card-1 .words').length == 2").await?;
        click(&visit, "#card-1 .words:last-child .quiet:last-of-type").await?;
        visit.until("document.querySelector('#card-1 .quote') && !document.querySelector('#card-1 .reported')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn words_that_run_over_quotation_marks_become_two_parts_at_their_place() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        visit.until("document.querySelector('mark')").await?;
        // The card that is open is the last one; the new card goes to its place in the article.
        letter(&visit, "j").await?;
        let select = "const text = document.querySelector('[data-paragraph]'); const at = (words, end) => { \
                const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT); \
                for (let node; (node = walk.nextNode()); ) if (node.data.includes(words)) return [node, node.data.indexOf(words) + (end ? words.length : 0)] }; \
            getSelection().setBaseAndExtent(...at('safe to drink', false), ...at('We will test it', true))";
        visit.ask(select).await?;
        visit.until(&says(".toolbar", "A quotation leaves out: said Ada Low")).await?;
        use_chosen(&visit, "Q").await?;
        visit.until(&says("[role=status]", "New quotation. A quotation leaves out: said")).await?;
        visit.until(&says(".card.is-open .quote", "safe to drink […] We will test it")).await?;
        let order = visit.ask("return [...document.querySelectorAll('.card')].map(({ id }) => id)").await?;
        assert_eq!(order, json!(["card-0", "card-2", "card-1"]));
        visit.until("document.querySelector('.card.is-open input.name').value == 'Ada Low'").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_nobody_has_looked_at_is_named_before_publishing() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        letter(&visit, "a").await?;
        letter(&visit, "a").await?;
        visit.until("document.querySelectorAll('.card.is-accepted').length == 2").await?;
        // Both panels tell the same.
        click(&visit, "[data-panel=problems]").await?;
        visit.until(&says("#panel .no-problem:not(.fine)", "The check found no problem.")).await?;
        visit.until(&says("#panel .open", "2 sentences are as the draft proposed them")).await?;
        click(&visit, "[data-panel=publish]").await?;
        visit.until(&says(".open", "2 sentences are as the draft proposed them")).await?;
        assert_eq!(visit.ask("return document.querySelector('.open .fine')").await?, json!(null));
        click(&visit, ".open button").await?;
        visit.until("document.querySelector('#card-0.is-open .note button')").await?;
        visit.until("document.activeElement.id == 'sentence-0'").await?;
        visit.ask("document.querySelector('#card-0 .note button').focus()").await?;
        visit.press(Key::Enter).await?;
        visit.until("!document.querySelector('#card-0 .note') && document.activeElement.id == 'card-0'").await?;
        click(&visit, "#card-1 .card-head").await?;
        type_into(&visit, "#card-1 .claim", "The mayor says that the works will close").await?;
        visit.until("!document.querySelector('#card-1 .card-note, #card-1 > .notes .note')").await?;
        click(&visit, "[data-panel=publish]").await?;
        visit.until("!document.querySelector('.open').textContent.includes('sentence')").await?;
        outputs(&visit).await.map(drop)
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn problems_are_told_without_words_of_the_format_and_in_the_editors_language() {
    visit_with(json!({ "intl.accept_languages": "de-AT,en" }), |visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        click(&visit, ".words .tools [aria-pressed]").await?;
        type_into(&visit, ".typed textarea", "The water is safe to drink").await?;
        visit.press(Key::Tab).await?;
        visit.until("document.querySelector('.card .problem.is-error .technical')").await?;
        for panel in ["cards", "problems"] {
            click(&visit, &format!("[data-panel={panel}]")).await?;
            visit.until("document.querySelector('#panel .problem')").await?;
            let seen = visit.ask("return document.querySelector('#panel .problem').innerText").await?;
            let seen = seen.as_str().unwrap();
            assert!(seen.starts_with("Fehler Im Artikel"), "{seen}");
            assert!(!seen.contains("claims[") && !seen.contains("altered") && !seen.contains("missing"), "{seen}");
        }
        // Who wants to know more opens it.
        click(&visit, "#panel .technical summary").await?;
        visit
            .until("document.querySelector('#panel .technical').innerText.includes('claims[0].statements[0].quote')")
            .await?;
        click(&visit, "#panel .problem .mend").await?;
        visit.until(&says("#panel .no-problem", "kein Problem")).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_accepted_card_without_a_sentence_is_told_in_plain_words() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, "Is the water safe?\n\n“The water is safe to drink again,” said Ada Low, an engineer.").await?;
        letter(&visit, "a").await?;
        type_into(&visit, "#card-0 .claim", " ").await?;
        click(&visit, "[data-panel=publish]").await?;
        visit.until(&says(".publish .refusal", "Readers would see nothing of this yet")).await?;
        assert_eq!(visit.ask("return document.querySelector('.publish').innerText.includes('error[')").await?, false);
        // The document can be had all the same.
        visit.until("document.querySelectorAll('.output').length == 1").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_tabs_stand_in_one_line() {
    for language in ["en-GB,en", "de-AT,de"] {
        visit_with(json!({ "intl.accept_languages": language }), move |visit| async move {
            let tops = "return new Set([...document.querySelectorAll('.tabs button')].filter((tab) => tab.offsetWidth).map((tab) => tab.offsetTop)).size";
            for width in [360, 1280] {
                phone(&visit, width, 800).await?;
                visit.open("/bare").await?;
                visit.ask("localStorage.clear()").await?;
                begun(&visit, WATER).await?;
                type_into(&visit, "#card-0 input.name", "Tom Berg").await?;
                visit.press(Key::Tab).await?;
                visit.until("document.querySelector('.tabs .has-problems')").await?;
                assert_eq!(visit.ask(tops).await?, 1, "{language} {width}");
                let overflow = visit.ask("return document.scrollingElement.scrollWidth - innerWidth").await?;
                assert_eq!(overflow, 0, "{language} {width}");
            }
            Ok(())
        });
    }
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn in_the_preview_the_article_has_the_passages_of_readers_alone() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        letter(&visit, "a").await?;
        let line = "return getComputedStyle(document.querySelector('mark.is-accepted')).textDecorationLine";
        visit.until("document.querySelector('mark.is-accepted')").await?;
        assert_eq!(visit.ask(line).await?, "underline");
        click(&visit, "[data-panel=preview]").await?;
        visit.until("root?.querySelector('details')").await?;
        assert_eq!(visit.ask(line).await?, "none");
        click(&visit, "[data-panel=cards]").await?;
        visit.until("document.querySelector('.card')").await?;
        assert_eq!(visit.ask(line).await?, "underline");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn cards_are_published_and_shown_in_the_language_of_their_article() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        let article = "Streit um den Damm\n\n„Das Wasser ist nicht sicher, und wir wissen es seit dem Sommer“, sagte Ada Low, \
            die für die Stadt arbeitet.\n\nDer Bürgermeister wollte sich zu der Sache nicht äußern.";
        begun(&visit, article).await?;
        letter(&visit, "a").await?;
        click(&visit, "[data-panel=preview]").await?;
        visit.until("root?.textContent.includes('Wer hat was gesagt')").await?;
        let same = |texts: &[String]| {
            let setting = Setting { src: Some("streit-um-den-damm.json".to_owned()), ..Setting::default() };
            assert_eq!(texts[0], prerender(&texts[2], &setting, Form::Element).unwrap().html);
            assert_eq!(texts[3], prerender(&texts[2], &Setting::default(), Form::Plain).unwrap().html);
        };
        let texts = outputs(&visit).await?;
        same(&texts);
        assert!(texts[0].contains("lang=\"de\"") && texts[3].contains("Wer hat was gesagt"), "{}", texts[3]);
        // Where it was not told rightly, it is chosen.
        let choose = "const field = document.querySelector('#language select'); field.value = 'fr'; \
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        visit.ask(choose).await?;
        visit.until("[...document.querySelectorAll('textarea.code')][3]?.value.includes('Qui a dit quoi')").await?;
        same(&outputs(&visit).await?);
        click(&visit, "[data-panel=preview]").await?;
        visit.until("root?.textContent.includes('Qui a dit quoi')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_state_of_a_card_stands_beside_its_label_and_the_focus_of_a_panel_is_whole() {
    for language in ["en-GB,en", "de-AT,de"] {
        visit_with(json!({ "intl.accept_languages": language }), move |visit| async move {
            for width in [320, 360, 1280] {
                phone(&visit, width, 800).await?;
                visit.open("/bare").await?;
                visit.ask("localStorage.clear()").await?;
                begun(&visit, WATER).await?;
                // The text itself, not the box that it is in.
                let gap = "const text = document.createRange(); text.selectNodeContents(document.querySelector('.card.is-open .label')); \
                    const state = document.querySelector('.card.is-open .decision').getBoundingClientRect(); \
                    return Math.min(...[...text.getClientRects()].map((line) => state.left - line.right))";
                for name in ["proposed", "accepted"] {
                    visit.until(&format!("document.querySelector('#card-0.is-open.is-{name}')")).await?;
                    let gap = visit.ask(gap).await?.as_f64().unwrap();
                    assert!(gap >= 8.0, "{language} {width} {name}: {gap}");
                    letter(&visit, "a").await?;
                    letter(&visit, "k").await?;
                }
                // The column cuts what is outside of the panel.
                visit.ask("document.querySelector('#panel').focus({ focusVisible: true })").await?;
                visit.until("document.querySelector('#panel:focus-visible')").await?;
                let outside = "const { outlineWidth, outlineOffset } = getComputedStyle(document.querySelector('#panel')); \
                    return parseFloat(outlineWidth) + parseFloat(outlineOffset)";
                assert_eq!(visit.ask(outside).await?, 0, "{language} {width}");
            }
            Ok(())
        });
    }
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn each_press_of_a_key_draws_words_shorter_before_the_check_has_answered() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        visit.until("document.querySelector('mark.is-current')").await?;
        visit.ask(SILENT).await?;
        for _ in 0..3 {
            letter(&visit, ">").await?;
        }
        let quote = "document.querySelector('#card-0 .quote').textContent";
        visit.until(&format!("{quote}.startsWith('not safe to drink')")).await?;
        for _ in 0..2 {
            letter(&visit, "<").await?;
        }
        visit.until(&format!("{quote}.startsWith('water is not safe')")).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_field_of_a_problem_is_named_opened_and_focused() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        click(&visit, "#card-0 .more summary").await?;
        type_into(&visit, "[id='0/statements/0/said']", "last week").await?;
        type_into(&visit, "[id='0/reviews/0/by']", "Check\u{200b} Desk").await?;
        visit.press(Key::Tab).await?;
        visit.until("document.querySelectorAll('#card-0 .problem').length == 2").await?;
        let fields = [
            ("not a date", "Said on (2019-02-11, 2019-02 or 2019) last week", "0/statements/0/said"),
            ("a character in it that nobody sees", "Review: by Check\u{200b} Desk", "0/reviews/0/by"),
        ];
        for (wrong, named, field) in fields {
            // From the list of all, where another card is open, and from the card itself, where its details are folded.
            click(&visit, "[data-panel=cards]").await?;
            click(&visit, "#card-1.is-closed button, #card-1.is-open .claim").await?;
            click(&visit, "[data-panel=problems]").await?;
            for panel in ["problems", "cards"] {
                click(&visit, &format!("[data-panel={panel}]")).await?;
                visit.ask("for (const more of document.querySelectorAll('.more')) more.open = false").await?;
                let row = format!(
                    "[...document.querySelectorAll('#panel .problem')].find((row) => row.textContent.includes('{wrong}'))"
                );
                visit.until(&row).await?;
                let told = visit.ask(&format!("return {row}.querySelector('.nearest').textContent")).await?;
                assert_eq!(told, named);
                visit.ask(&format!("{row}.querySelector('.row > .quiet').click()")).await?;
                visit
                    .until(&format!(
                        "document.activeElement.id == '{field}' && document.activeElement.closest('details').open"
                    ))
                    .await?;
            }
        }
        // A role that the article does not give, in the list of speakers.
        click(&visit, "[data-panel=speakers]").await?;
        type_into(&visit, "#voice-ada-low .field:nth-of-type(2) textarea", "a plumber of the palace").await?;
        visit.press(Key::Tab).await?;
        click(&visit, "[data-panel=problems]").await?;
        let row =
            "[...document.querySelectorAll('#panel .problem')].find((row) => row.textContent.includes('plumber'))";
        visit.until(row).await?;
        let told = visit.ask(&format!("return {row}.querySelector('.nearest').textContent")).await?;
        assert_eq!(told, "Role a plumber of the palace");
        visit.ask(&format!("{row}.querySelector('.row > .quiet').click()")).await?;
        visit.until("document.activeElement.matches('#voice-ada-low textarea') && document.activeElement.value.includes('plumber')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn of_two_places_of_the_same_words_the_words_stand_out_and_buttons_stand_in_line() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        let body = [
            "“It is what it is, really,” said Ada Low, a baker.",
            "“It is what it is, really,” said Bo Reed, a smith.",
        ];
        let claim = json!({ "id": "a", "text": "Things are so", "statements": [{ "speaker": "ada", "quote": "It is what it is, really", "said": "last week" }] });
        let document = json!({ "version": 1, "article": { "headline": "Two", "body": body }, "claims": [claim],
            "speakers": { "ada": { "name": "Ada Low" }, "cem": { "name": "Cem Ak" } } });
        begun(&visit, &document.to_string()).await?;
        click(&visit, "[data-panel=problems]").await?;
        visit.until("document.querySelectorAll('#panel .mend b').length == 2").await?;
        let words = visit
            .ask("return [...document.querySelectorAll('#panel .mend b')].map((words) => words.textContent)")
            .await?;
        assert_eq!(words, json!(["It is what it is, really", "It is what it is, really"]));
        let said = visit.ask("return document.querySelector('#panel .mend b').parentElement.textContent").await?;
        assert!(said.as_str().unwrap().starts_with("This place: “It is what it is, really,” said Ada"), "{said}");
        // A button without an edge begins where the lines around it do, if it is the first.
        let lefts = "const left = (node) => { const text = document.createRange(); text.selectNodeContents(node); return text.getBoundingClientRect().left }; \
            return [...document.querySelectorAll('#panel .problem')].filter((row) => row.querySelector('.row > .quiet:first-child')) \
                .map((row) => left(row.querySelector('.row > .quiet')) - left(row.querySelector('p')))";
        let lefts = visit.ask(lefts).await?;
        assert!(!lefts.as_array().unwrap().is_empty());
        for left in lefts.as_array().unwrap() {
            assert!(left.as_f64().unwrap().abs() < 1.5, "{left}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_mark_of_a_card_covers_no_letter_beside_it() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        visit.until("document.querySelector('mark.is-current')").await?;
        // How far the shadow reaches to the left and to the right: offset, blur and spread.
        let reach = "const { boxShadow } = getComputedStyle(document.querySelector('mark.is-current')); \
            return boxShadow.match(/-?[\\d.]+px -?[\\d.]+px -?[\\d.]+px -?[\\d.]+px/g).map((shadow) => { \
                const [across, , blur, spread] = shadow.split(' ').map(parseFloat); return Math.abs(across) + blur + spread })";
        assert_eq!(visit.ask(reach).await?, json!([0, 0]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn quiet_buttons_begin_where_the_lines_around_them_begin() {
    visit(|visit| async move {
        let article = "Is the water safe?\n\nAda Low, an engineer, said the water was safe to drink again. “It is safe to drink the water again,” she said.";
        for width in [390, 1280] {
            visit.size(width, 900).await?;
            begun(&visit, article).await?;
            // How far the text of each button that is the first in its line stands from the beginning of its row.
            let script = "const left = (node) => { const text = document.createRange(); text.selectNodeContents(node); return text.getBoundingClientRect().left }; \
                const firsts = (row) => { const tops = new Map(); \
                    for (const one of row.querySelectorAll('button, .ends > span')) { const { left, bottom } = one.getBoundingClientRect(); \
                        const line = Math.round(bottom / 12); if (!tops.has(line) || left < tops.get(line).getBoundingClientRect().left) tops.set(line, one) } \
                    return [...tops.values()].filter((one) => one.matches('.quiet')) }; \
                return [...document.querySelectorAll('.card.is-open .words .row, .card.is-open .order, .card.is-open .note')].flatMap((row) => \
                    firsts(row).map((one) => [one.textContent, left(one) - row.getBoundingClientRect().left]))\
                    .filter(([text, left]) => left < 30)";
            let all = visit.ask(script).await?;
            let all = all.as_array().unwrap();
            assert!(all.len() > 1, "{width}: {all:?}");
            for one in all {
                assert!(one[1].as_f64().unwrap().abs() < 1.5, "{width}: {one}");
            }
        }
        Ok(())
    });
}
