//! The desk of the editor: what it warns of, what it says after an action, and how it fits phones and other scripts.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};
use crate::editor::{SELECT, click, letter, opened, use_chosen};

pub const WATER: &str = "Is the water safe?\n\n\
    “The water is not safe to drink,” said Ada Low, an engineer at City Water. “We will test it again on Monday.”\n\n\
    Mayor Tom Berg said the works would close. “I have never lied to anyone about the water,” he said.";

/// Puts a text into the field of the beginning, and makes cards of it.
pub async fn begun(visit: &Visit, text: &str) -> WebDriverResult<()> {
    opened(visit).await?;
    let typed = "const field = document.querySelector('#source'); field.value = arguments[0]; \
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    visit.driver.execute(typed, vec![json!(text)]).await?;
    click(visit, ".begin .primary:not(:disabled)").await?;
    visit.until("document.querySelector('.card.is-open, .sheet')").await
}

pub async fn choose(visit: &Visit, words: &str) -> WebDriverResult<()> {
    visit.driver.execute(SELECT, vec![json!(words)]).await?;
    visit.until("document.querySelector('.toolbar')").await
}

pub async fn phone(visit: &Visit, width: u32, height: u32) -> WebDriverResult<()> {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
    visit.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
}

/// Types into a field as somebody does, in place of what is there, without leaving it.
pub async fn type_into(visit: &Visit, selector: &str, text: &str) -> WebDriverResult<()> {
    visit.until(&format!("document.querySelector({})", json!(selector))).await?;
    visit
        .ask(&format!("const field = document.querySelector({}); field.focus(); field.select()", json!(selector)))
        .await?;
    visit.driver.action_chain().send_keys(text).perform().await
}

pub fn says(selector: &str, text: &str) -> String {
    format!("document.querySelector({})?.textContent.includes({})", json!(selector), json!(text))
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn who_denies_a_claim_is_seen_on_its_card() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        let article = "Storm over the dam\n\nAda Low, an engineer, denied that the water was safe on Monday.\n\n\
            Cem Ak never said that the dam was broken.";
        begun(&visit, article).await?;
        visit.until(&says("#card-0 .stance", "Denies it")).await?;
        letter(&visit, "j").await?;
        visit.until(&says("#card-1 .statement .note", "did not say")).await?;
        visit.until(&says("#card-0.is-closed .stance", "Denies it")).await?;
        // Words chosen by hand, too.
        choose(&visit, "the water was safe").await?;
        use_chosen(&visit, "W").await?;
        visit.until(&says("#card-2.is-open .stance", "Denies it")).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_focus_goes_to_the_card_of_a_problem_and_stays_after_a_mend() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        type_into(&visit, "#card-0 input.name", "Tom Berg").await?;
        visit.press(Key::Tab).await?;
        visit.until("document.querySelector('#card-0 .problem')").await?;
        click(&visit, "[data-panel=problems]").await?;
        visit.until("document.querySelectorAll('#panel .problem').length == 2").await?;
        // The speaker who says nothing any more, and the card under another name.
        for (row, place) in [("first", "#voice-ada-low"), ("last", "#card-0.is-open")] {
            click(&visit, "[data-panel=problems]").await?;
            visit.until("document.querySelector('#panel .problem .quiet')").await?;
            visit.ask(&format!("document.querySelector('#panel .problem:{row}-child .quiet').focus()")).await?;
            visit.press(Key::Enter).await?;
            visit.until(&format!("document.activeElement.matches('{place}')")).await?;
        }
        click(&visit, "[data-panel=problems]").await?;
        visit.until("document.querySelector('#panel .problem .mend')").await?;
        visit.ask("document.querySelector('#panel .problem:last-child .mend').focus()").await?;
        visit.press(Key::Enter).await?;
        visit
            .until("document.querySelector('#panel .no-problem') && document.activeElement.matches('.problems-title')")
            .await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn words_under_another_name_are_warned_of_and_mended() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        type_into(&visit, "#card-0 input.name", "Tom Berg").await?;
        visit.press(Key::Tab).await?;
        let warning = says("#card-0 .problem", "The article gives these words to somebody else.");
        visit.until(&warning).await?;
        // After a reload the words for drafting are loaded again.
        visit.driver.refresh().await?;
        visit.until(&warning).await?;
        visit.until(&says("#card-0 .mend", "Write “Ada Low”")).await?;
        click(&visit, "#card-0 .mend").await?;
        visit.until("!document.querySelector('.problem') && document.querySelector('#card-0 input.name').value == 'Ada Low'").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_new_quotation_has_its_speaker_and_is_warned_of_without_its_not() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        visit.until("document.querySelector('mark')").await?;
        choose(&visit, "safe to drink").await?;
        visit.until(&says(".toolbar .known", "Card 1 has these words already.")).await?;
        use_chosen(&visit, "Q").await?;
        visit.until("document.querySelector('.card.is-open.is-accepted input.name')?.value == 'Ada Low'").await?;
        visit
            .until(&says(
                ".card.is-open .problem",
                "Right beside these words, the article has something that changes what they say, such as “not”, “if” or “million”.",
            ))
            .await?;
        // The words of the card that is worked on are seen within those of the other.
        visit.until("document.querySelector('mark.is-current')?.textContent == 'safe to drink'").await?;
        visit.until(&says(".card.is-open .mend", "Write “The water is not safe to drink”")).await?;
        click(&visit, ".card.is-open .mend").await?;
        visit.until("document.querySelector('.card.is-open .quote').textContent == 'The water is not safe to drink' && !document.querySelector('.problem')").await?;
        // Where the article names nobody.
        choose(&visit, "Mayor Tom Berg said").await?;
        use_chosen(&visit, "Q").await?;
        visit.until("document.querySelector('.card.is-open.is-proposed input.name')?.value == ''").await?;
        letter(&visit, "a").await?;
        visit.until("document.querySelector('.tabs .has-problems')").await?;
        click(&visit, "[data-panel=problems]").await?;
        visit.until(&says(".panel .problems", "This quotation has no speaker.")).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn copying_is_answered_where_one_looks_and_is_no_change() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        letter(&visit, "a").await?;
        letter(&visit, "a").await?;
        visit.until("document.querySelectorAll('.is-accepted.card').length == 2").await?;
        click(&visit, ".tools .sign").await?;
        click(&visit, "[data-panel=publish]").await?;
        let clipboard = |answer: &str| {
            format!(
                "Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {{ writeText: () => {answer} }} }})"
            )
        };
        visit.ask(&clipboard("Promise.resolve()")).await?;
        // Until all forms are there, another one is the first.
        visit.until("document.querySelectorAll('.output').length >= 4").await?;
        click(&visit, ".output .primary").await?;
        visit.until("document.querySelector('.output .primary').textContent == 'Copied'").await?;
        assert_eq!(visit.ask("return document.querySelectorAll('.tools .sign')[1].disabled").await?, false);
        visit.until("document.querySelector('.output .primary').textContent == 'Copy'").await?;
        visit.ask(&clipboard("Promise.reject(new Error())")).await?;
        click(&visit, ".output .primary").await?;
        visit.until(&says(".output .failed", "Not copied")).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn cards_that_readers_do_not_see_are_named_before_publishing() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        letter(&visit, "a").await?;
        letter(&visit, "a").await?;
        click(&visit, "[data-panel=publish]").await?;
        visit.until(&says(".shown", "Readers see 2 of 2 accepted cards.")).await?;
        click(&visit, "[data-panel=cards]").await?;
        click(&visit, "#card-1 .card-head, #card-1 .claim").await?;
        type_into(&visit, "#card-1 .claim", " ").await?;
        click(&visit, "[data-panel=publish]").await?;
        visit.until(&says(".shown", "Readers see 1 of 2 accepted cards.")).await?;
        visit.until("document.querySelector('.shown .saying')").await?;
        click(&visit, ".shown .saying").await?;
        visit.until("document.querySelector('#card-1.is-open')").await?;
        // The address of the widget is entered once.
        click(&visit, "[data-panel=publish]").await?;
        visit.until("document.querySelectorAll('.publish > .field').length == 2").await?;
        visit.ask("document.querySelectorAll('.publish > .field input')[1].id = 'script'").await?;
        type_into(&visit, "#script", "https://cdn.example/fact-cards.js").await?;
        visit.driver.refresh().await?;
        click(&visit, "[data-panel=publish]").await?;
        visit.until("[...document.querySelectorAll('textarea.code')].some(({ value }) => value.startsWith('<script type=\"module\" async src=\"https://cdn.example/fact-cards.js\">'))").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn on_a_phone_one_sees_which_card_the_words_lead_to() {
    visit(|visit| async move {
        phone(&visit, 360, 740).await?;
        begun(&visit, WATER).await?;
        click(&visit, "[data-panel=article]").await?;
        visit.until(&says(".at-card", "Card 1")).await?;
        click(&visit, "mark[data-card='1']").await?;
        visit.until(&says(".at-card", "Card 2")).await?;
        choose(&visit, "We will test it again").await?;
        use_chosen(&visit, "Q").await?;
        visit.until(&says(".at-card", "Card 2: We will test it again")).await?;
        click(&visit, ".at-card button").await?;
        visit.until("document.querySelector('#card-2.is-open') && !document.querySelector('.shows-article')").await?;
        // How many problems there are is seen from everywhere, and all tabs are.
        visit.until("[...document.querySelectorAll('.tabs button')].every((tab) => tab.getBoundingClientRect().right <= 360)").await?;
        assert_eq!(visit.ask("return getComputedStyle(document.querySelector('.keeping')).display").await?, "block");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn chosen_words_are_not_covered_by_the_toolbar() {
    visit(|visit| async move {
        phone(&visit, 360, 740).await?;
        let filler = "It has rained for three days now, and the river is as high as it was in spring. ".repeat(6);
        begun(&visit, &format!("{WATER}\n\n{filler}\n\n{filler}\n\nNobody knows who turned the tap.\n\n{filler}"))
            .await?;
        click(&visit, "[data-panel=article]").await?;
        visit.until("document.querySelector('.shows-article')").await?;
        visit.ask("const words = document.querySelectorAll('[data-paragraph]')[4].getBoundingClientRect(); scrollBy({ top: words.top - 600, behavior: 'instant' })").await?;
        choose(&visit, "who turned the tap").await?;
        visit.until("document.querySelector('b.is-chosen').getBoundingClientRect().bottom <= document.querySelector('.toolbar').getBoundingClientRect().top").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn arrow_keys_follow_words_that_run_from_right_to_left() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, "هل المياه آمنة؟\n\nقالت المهندسة: «المياه ليست آمنة للشرب». وأضافت أن المدينة ستفحصها.").await?;
        visit.ask("document.querySelector('.sheet').focus()").await?;
        visit.press(Key::Left).await?;
        visit.until("document.querySelector('.chosen-words')?.textContent == 'قالت'").await?;
        visit.press(Key::Left).await?;
        visit.until("document.querySelector('.chosen-words')?.textContent == 'المهندسة'").await?;
        visit.press(Key::Right).await?;
        visit.until("document.querySelector('.chosen-words')?.textContent == 'قالت'").await?;
        // The button that draws the end longer is on the left, and its sign points there.
        let sides = "const [start, , , end] = document.querySelectorAll('.toolbar .end'); \
            return [start.getBoundingClientRect().x > end.getBoundingClientRect().x, getComputedStyle(end).scale]";
        assert_eq!(visit.ask(sides).await?, json!([true, "-1 1"]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn signs_of_several_characters_are_chosen_whole() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        let select = "const walk = document.createTreeWalker(document.querySelector('[data-paragraph]'), NodeFilter.SHOW_TEXT); \
            let node = walk.nextNode(); \
            while (!node.data.includes(arguments[0])) node = walk.nextNode(); \
            const at = node.data.indexOf(arguments[0]); getSelection().setBaseAndExtent(node, at, node, at + arguments[1])";
        for (text, sign, units, whole) in [
            ("Fire\n\n“The woman 👩‍🚒 came,” said Ada Low.\n\nShe left.", "woman 👩", 8, "woman 👩‍🚒"),
            ("น้ำ\n\n“น้ำไม่ปลอดภัย” เธอกล่าวในวันนี้\n\nจบ", "ไม่", 2, "ไม่"),
            ("水道水\n\n「水道水は安全ではないという」とロウ氏は述べた。\n\n終わり", "安全で", 1, "安全"),
        ] {
            begun(&visit, text).await?;
            visit.until("document.querySelector('[data-paragraph]')").await?;
            visit.driver.execute(select, vec![json!(sign), json!(units)]).await?;
            visit.until("document.querySelector('.chosen-words')").await?;
            assert_eq!(visit.ask("return document.querySelector('.chosen-words').textContent").await?, whole);
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn quotation_marks_are_those_of_the_articles_language() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        let document = |language: &str| {
            json!({
                "version": 1,
                "article": { "headline": "H", "language": language, "body": ["„Das Wasser ist sauber“, sagte Ada Low."] },
                "speakers": { "ada": { "name": "Ada Low" } },
                "claims": [{ "id": "c", "text": "T", "statements": [{ "speaker": "ada", "quote": "Das Wasser ist sauber" }] }],
            })
        };
        let mut widths = Vec::new();
        for language in ["de", "ja"] {
            begun(&visit, &document(language).to_string()).await?;
            visit.until("document.querySelector('.quote q')").await?;
            widths.push(visit.ask("return document.querySelector('.quote q').getBoundingClientRect().width").await?);
            assert_eq!(visit.ask("return document.querySelector('.quote').lang").await?, language);
        }
        // 「 is wider than „.
        assert_ne!(widths[0], widths[1]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_is_typed_is_kept_before_its_field_is_left() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        click(&visit, "#card-0 .more summary").await?;
        visit.ask("[...document.querySelectorAll('#card-0 .field')].find((field) => field.textContent.startsWith('Correction: what')).querySelector('input').id = 'correction'").await?;
        type_into(&visit, "#correction", "Wrong date").await?;
        visit.until("Object.values(localStorage).some((text) => text.includes('Wrong date'))").await?;
        visit.until("document.activeElement.id == 'correction'").await?;
        // All that was typed is one step.
        visit.ask("document.activeElement.blur()").await?;
        click(&visit, ".tools .sign").await?;
        visit
            .until(
                "document.querySelector('.tools .sign').disabled && document.querySelector('#correction').value == ''",
            )
            .await?;
        // Long roles are seen in full.
        click(&visit, "[data-panel=speakers]").await?;
        visit.until("document.querySelector('.voice textarea')").await?;
        visit.ask("document.querySelectorAll('.voice textarea')[1].id = 'role'").await?;
        type_into(
            &visit,
            "#role",
            "director of the Department of Non-Proliferation and Weapons Control of the Ministry",
        )
        .await?;
        visit.until("document.querySelector('#role').offsetHeight > 50 && document.querySelector('#role').scrollHeight <= document.querySelector('#role').offsetHeight + 2").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn long_words_and_low_windows_leave_the_article_in_sight() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        let headline = "Wasserwerk".repeat(50);
        begun(&visit, &format!("<!doctype html><title>{headline}</title><article><h1>{headline}</h1><p>“The water is safe to drink,” said Ada Low.</p></article>")).await?;
        visit.until("document.querySelector('.slug').textContent.length > 100").await?;
        for panel in ["cards", "publish"] {
            click(&visit, &format!("[data-panel={panel}]")).await?;
            let overflow: Value = visit.ask("return document.scrollingElement.scrollWidth - innerWidth").await?;
            assert_eq!(overflow, 0, "{panel}");
        }
        // A zoom of 400 %.
        phone(&visit, 320, 225).await?;
        click(&visit, "[data-panel=article]").await?;
        choose(&visit, "The water is safe").await?;
        for part in [".tabs", ".toolbar"] {
            assert_eq!(
                visit.ask(&format!("return getComputedStyle(document.querySelector('{part}')).position")).await?,
                "static"
            );
        }
        click(&visit, "[data-panel=cards]").await?;
        assert_eq!(visit.ask("return getComputedStyle(document.querySelector('.decide')).position").await?, "static");
        assert_eq!(visit.ask("return document.scrollingElement.scrollWidth - innerWidth").await?, 0);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_belongs_together_at_the_desk_stands_together() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        letter(&visit, "j").await?;
        visit.until("document.querySelectorAll('#card-1.is-open .words').length == 2").await?;
        // The arrows in one line, and what can be done with the words in another one.
        let lines = "const row = document.querySelector('#card-1 .words .tools'); \
            const tops = (buttons) => [...new Set([...buttons].map((button) => Math.round(button.getBoundingClientRect().bottom / 8)))]; \
            const [arrows, others] = [tops(row.querySelectorAll('.end')), tops(row.querySelectorAll('.quiet'))]; \
            return [arrows.length, others.length, arrows[0] !== others[0]]";
        assert_eq!(visit.ask(lines).await?, json!([1, 1, true]));
        // A portrait beside its name, however long the claim below is.
        let beside = "const [face, name] = ['.portrait', '.who'].map((part) => document.querySelector(`.card-head ${part}`).getBoundingClientRect()); \
            return Math.abs(face.top - name.top) < 4";
        assert_eq!(visit.ask(beside).await?, true);
        // Before a card is accepted, what readers would see is not a box without a word.
        let nothing = "Accept a card first: only accepted cards are published.";
        click(&visit, "[data-panel=preview]").await?;
        visit.until(&says(".preview .stand", nothing)).await?;
        click(&visit, "[data-panel=publish]").await?;
        visit.until(&says(".publish > .hint", nothing)).await?;
        let apart = "const hint = document.querySelector('.publish > .hint'); \
            return hint.getBoundingClientRect().top - hint.previousElementSibling.getBoundingClientRect().bottom > 10";
        assert_eq!(visit.ask(apart).await?, true);
        click(&visit, "[data-panel=cards]").await?;
        visit.until("document.querySelector('.card')").await?;
        letter(&visit, "a").await?;
        click(&visit, "[data-panel=preview]").await?;
        visit.until("root?.querySelector('details')").await?;
        assert_eq!(visit.ask("return document.querySelector('.stand').textContent.trim()").await?, "");
        Ok(())
    });
}
