//! What readers can do with the cards: see those of one speaker, search them, copy words, and keep their place while all of this happens.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};

/// How many cards are seen.
const SEEN: &str = "return [...root.querySelectorAll('.card')].filter((card) => card.checkVisibility()).length";

/// What is said below the figure, and whether the button beside it is there.
const SHOWING: &str = "const status = root.querySelector('.showing [role=status]'); \
    return [status.textContent, status.nextElementSibling.checkVisibility()]";

/// A page with the cards of this document.
async fn open(visit: &Visit, document: &Value) -> WebDriverResult<()> {
    visit.open("/bare").await?;
    visit.ask(&format!("window.make().document = {document}")).await?;
    visit.until_cards().await
}

/// A document with as many claims, said in turn by as many speakers, all in their own words.
fn document(claims: usize, speakers: usize) -> Value {
    let known: serde_json::Map<_, _> =
        (0..speakers).map(|at| (format!("s{at}"), json!({ "name": format!("Speaker {at}") }))).collect();
    let claim = |at: usize| {
        let statement =
            json!({ "speaker": format!("s{}", at % speakers), "quote": format!("These are the words {at}") });
        json!({ "id": format!("c{at}"), "text": format!("Claim {at}"), "statements": [statement] })
    };
    let claims: Vec<_> = (0..claims).map(claim).collect();
    json!({ "version": 1, "article": { "headline": "H", "language": "en" }, "speakers": known, "claims": claims })
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_speakers_row_shows_that_speakers_cards_alone_by_keyboard() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        let kalin = "root.querySelector('.only[aria-label*=Kalin]')";
        let pressed = format!(
            "return [{kalin}.ariaPressed, root.querySelectorAll('[aria-pressed=true]').length, root.activeElement === {kalin}]"
        );
        assert_eq!(visit.ask(SHOWING).await?, json!(["", false]));

        visit.ask(&format!("{kalin}.focus()")).await?;
        visit.press(Key::Space).await?;
        visit.until("root.querySelector('[aria-pressed=true]')").await?;
        assert_eq!(visit.ask(&pressed).await?, json!(["true", 1, true]));
        assert_eq!(visit.ask(SEEN).await?, 5);
        assert_eq!(visit.ask(SHOWING).await?, json!(["Showing 5 of 8", true]));
        // Paper says so, too, without the button.
        let cdp = visit.driver.cdp();
        cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        assert_eq!(visit.ask("return root.querySelector('.showing').innerText.trim()").await?, "Showing 5 of 8");
        cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;

        // Another speaker takes the place of the first.
        for _ in 0..3 {
            visit.press(Key::Tab).await?;
        }
        visit.press(Key::Enter).await?;
        visit.until("root.querySelector('.only[aria-label*=Dzhagaryan]').ariaPressed === 'true'").await?;
        assert_eq!(visit.ask(SEEN).await?, 1);
        assert_eq!(visit.ask(SHOWING).await?, json!(["Showing 1 of 8", true]));

        // “Show all” goes away, so the focus goes back to the row.
        visit.press(Key::Tab).await?;
        assert_eq!(visit.ask("return root.activeElement.textContent").await?, "Show all");
        visit.press(Key::Enter).await?;
        visit.until("!root.querySelector('[aria-pressed=true]')").await?;
        assert_eq!(visit.ask(SEEN).await?, 8);
        assert_eq!(visit.ask(SHOWING).await?, json!(["", false]));
        assert_eq!(visit.ask("return root.activeElement.ariaLabel").await?, "Show only what Levan Dzhagaryan said");

        // A second press on a row does the same.
        visit.press(Key::Enter).await?;
        visit.until("root.querySelector('[aria-pressed=true]')").await?;
        visit.press(Key::Enter).await?;
        visit.until("!root.querySelector('[aria-pressed=true]')").await?;
        assert_eq!(visit.ask(SEEN).await?, 8);
        Ok(())
    });
}

/// A closed card has the faces of three speakers, and the words of all who deny the claim.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_speakers_row_shows_cards_that_have_the_speakers_words_without_the_face() {
    visit(|visit| async move {
        let mut differing = document(2, 4);
        let said = |speaker: usize| json!({ "speaker": format!("s{speaker}"), "quote": "x", "stance": if speaker > 0 { "denies" } else { "affirms" } });
        differing["claims"][0]["statements"] = (0..4).map(said).collect();
        open(&visit, &differing).await?;
        visit.ask("root.querySelector(\".only[aria-label*='Speaker 3']\").click()").await?;
        visit.until("root.querySelector('.showing [role=status]').textContent").await?;
        assert_eq!(visit.ask(SHOWING).await?, json!(["Showing 1 of 2", true]));
        assert_eq!(visit.ask("return root.querySelectorAll('.card')[0].hidden").await?, false);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn above_six_speakers_a_line_opens_all_of_them() {
    visit(|visit| async move {
        let rows = "return [...root.querySelectorAll('.speaker-row')].filter((row) => row.checkVisibility()).length";
        let line = "return root.querySelector('.overview summary')?.innerText ?? null";
        open(&visit, &document(6, 6)).await?;
        assert_eq!((visit.ask(rows).await?, visit.ask(line).await?), (json!(6), json!(null)));

        open(&visit, &document(12, 12)).await?;
        assert_eq!(visit.ask(line).await?, "All 12 speakers");
        // It stands at the end of the list, and stays there.
        let is_last = "const { top } = root.querySelector('.overview summary').getBoundingClientRect(); \
            return [...root.querySelectorAll('.speaker-row')].filter((row) => row.checkVisibility()).every((row) => row.getBoundingClientRect().bottom <= top + 1)";
        assert_eq!(visit.ask(is_last).await?, true);
        let first = visit.ask(rows).await?;
        assert!(first.as_u64().unwrap() < 7, "{first}");
        visit.ask("root.querySelector('.overview summary').click()").await?;
        assert_eq!(visit.ask(rows).await?, 12);
        assert_eq!(visit.ask(line).await?, "Show less");
        assert_eq!(visit.ask(is_last).await?, true);
        visit.ask("root.querySelector('.overview summary').click()").await?;
        assert_eq!((visit.ask(rows).await?, visit.ask(line).await?), (first, json!("All 12 speakers")));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn above_15_claims_a_field_searches_them_without_regard_to_accents_and_capitals() {
    visit(|visit| async move {
        open(&visit, &document(15, 3)).await?;
        assert_eq!(visit.ask("return root.querySelector('input')").await?, json!(null));

        let mut long = document(16, 3);
        long["claims"][7]["statements"][0]["quote"] = json!("The Café was closed, and that café is closed");
        open(&visit, &long).await?;
        visit.ask("root.querySelector('input').focus()").await?;
        visit.driver.action_chain().send_keys("CAFE").perform().await?;
        visit.until("root.querySelector('.showing [role=status]').textContent").await?;
        visit
            .until("[...root.querySelectorAll('.card')].filter((card) => card.checkVisibility()).length === 1")
            .await?;
        assert_eq!(visit.ask(SHOWING).await?, json!(["Showing 1 of 16", true]));
        let marked = "return [...(CSS.highlights.get('fact-cards-search') ?? [])].map(String)";
        assert_eq!(visit.ask(marked).await?, json!(["Café", "café"]));

        // With a speaker, both count: this card is of the second of three.
        visit.ask("root.querySelectorAll('.only')[0].click()").await?;
        visit
            .until("root.querySelector('.showing [role=status]').textContent === 'Speaker 0 · No card has these words'")
            .await?;
        visit.ask("root.querySelectorAll('.only')[1].click()").await?;
        visit.until("root.querySelector('.showing [role=status]').textContent === 'Showing 1 of 16'").await?;

        visit.ask("root.querySelector('[data-tool=all]').click()").await?;
        visit.until("root.querySelector('input').value === ''").await?;
        assert_eq!(visit.ask(SEEN).await?, 16);
        assert_eq!(visit.ask(marked).await?, json!([]));
        Ok(())
    });
}

/// Types this into the search field, in place of what is there.
async fn search(visit: &Visit, words: &str) -> WebDriverResult<()> {
    let typed = format!(
        "const field = root.querySelector('input'); field.value = {words:?}; field.dispatchEvent(new Event('input'))"
    );
    visit.ask(&typed).await.map(drop)
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_search_without_a_match_says_so_in_words_and_offers_the_way_back() {
    visit(|visit| async move {
        open(&visit, &document(16, 3)).await?;
        visit.ask("root.querySelector('input').focus()").await?;
        search(&visit, "elephant").await?;
        visit.until("root.querySelector('.showing [role=status]').textContent").await?;
        assert_eq!(visit.ask(SHOWING).await?, json!(["No card has these words", true]));
        assert_eq!(visit.ask(SEEN).await?, 0);
        visit.ask("root.querySelector('[data-tool=all]').click()").await?;
        visit.until("root.querySelector('input').value === ''").await?;
        assert_eq!(visit.ask(SEEN).await?, 16);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_search_finds_all_that_a_card_says_and_any_quotation_marks() {
    visit(|visit| async move {
        let mut rich = document(16, 3);
        rich["claims"][1]["reviews"] = json!([{ "by": "The Desk", "label": "Mostly false" }]);
        rich["claims"][2]["correction"] = json!({ "date": "2026-01-02", "text": "It was ten micrograms" });
        rich["claims"][3]["statements"][0]["source"] = json!({ "title": "In full", "publisher": "The Gazette" });
        rich["claims"][4]["statements"][0]["quote"] = json!("It isn’t “safe” at all");
        open(&visit, &rich).await?;
        visit.ask("root.querySelector('input').focus()").await?;
        for words in ["mostly FALSE", "the desk", "ten micrograms", "gazette", "isn't \"safe\"", "isn’t “safe”"] {
            search(&visit, words).await?;
            visit.until("root.querySelector('.showing [role=status]').textContent === 'Showing 1 of 16'").await?;
            search(&visit, "").await?;
            visit.until("root.querySelector('.showing [role=status]').textContent === ''").await?;
        }
        Ok(())
    });
}

/// What is pressed stays where it is.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_speakers_row_does_not_move_when_it_is_pressed() {
    visit(|visit| async move {
        open(&visit, &document(16, 3)).await?;
        let places = "return [...root.querySelectorAll('.speaker-row, .speaker-row > :not(.only)')].map((part) => { \
            const { left, top, width } = part.getBoundingClientRect(); return [left, top + scrollY, width]; })";
        let before = visit.ask(places).await?;
        visit.ask("root.querySelectorAll('.only')[1].click()").await?;
        visit.until("root.querySelector('.only[aria-pressed=true]') && root.querySelector('.card[hidden]')").await?;
        assert_eq!(visit.ask(places).await?, before);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_search_opens_what_hides_the_words_that_it_has_found_and_closes_it_again() {
    visit(|visit| async move {
        let mut long = document(16, 3);
        let words = format!("{}and then the lighthouse{}", "it went on and ".repeat(30), " and on".repeat(30));
        let statements = long["claims"][0]["statements"].as_array_mut().unwrap();
        statements[0]["quote"] = json!(format!("At first {words}"));
        statements.push(json!({ "speaker": "s1", "quote": format!("A window. {words}") }));
        statements.push(json!({ "speaker": "s2", "quote": "Only the gull knows" }));
        open(&visit, &long).await?;
        visit.ask("root.querySelector('input').focus()").await?;
        let states = "return [...root.querySelector('.card').querySelectorAll('details')].map(({ open }) => open)";
        let open_are = async |words: &str, expected: [bool; 3]| {
            search(&visit, words).await?;
            visit
                .until(&format!(
                    "(() => {{ {states} }})().join() === '{}'",
                    expected.map(|is| is.to_string()).join(",")
                ))
                .await
        };
        // The line below the first words, the rest of the card, and the line below the words in it.
        open_are("lighthouse", [true, false, false]).await?;
        let marked =
            "[...CSS.highlights.get('fact-cards-search')].some((range) => range.getBoundingClientRect().height)";
        visit.until(marked).await?;
        // What is seen already needs nothing to be opened.
        open_are("at first", [false, false, false]).await?;
        open_are("gull", [false, true, false]).await?;
        visit.until(marked).await?;
        open_are("elephant", [false, false, false]).await?;
        // What the reader has opened stays open.
        visit.ask("root.querySelector('.rest').open = true").await?;
        open_are("gull", [false, true, false]).await?;
        open_are("", [false, true, false]).await?;
        visit.ask("root.querySelector('.rest').open = false").await?;
        // “Open all” makes it the reader's.
        open_are("gull", [false, true, false]).await?;
        visit.ask("root.querySelector('[data-tool=open]').click()").await?;
        open_are("", [false, true, false]).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn who_closes_what_is_long_at_its_end_stays_at_that_line() {
    visit(|visit| async move {
        visit.size(390, 844).await?;
        let mut long = document(60, 60);
        long["claims"][0]["statements"][0]["quote"] = json!("it went on ".repeat(300));
        open(&visit, &long).await?;
        for line in [".overview summary", ".quote + .all summary"] {
            let line = format!("root.querySelector({line:?})");
            visit
                .ask(&format!("{line}.click(); {line}.scrollIntoView({{ block: 'center', behavior: 'instant' }})"))
                .await?;
            let place = visit.ask(&format!("const {{ left, top }} = {line}.getBoundingClientRect(); return [Math.round(left + 20), Math.round(top + 20)]")).await?;
            let (x, y) = (place[0].as_i64().unwrap(), place[1].as_i64().unwrap());
            visit.driver.action_chain().move_to(x, y).click().perform().await?;
            visit.until(&format!("!{line}.parentElement.open")).await?;
            visit
                .until(&format!(
                    "(({{ top, bottom }}) => top >= 0 && bottom <= innerHeight)({line}.getBoundingClientRect())"
                ))
                .await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn who_selects_words_that_are_cut_and_copies_them_gets_the_sign_for_it() {
    visit(|visit| async move {
        let mut long = document(1, 1);
        long["claims"][0]["statements"][0]["quote"] = json!(format!("At first{}", " it went on".repeat(30)));
        open(&visit, &long).await?;
        let selected =
            "getSelection().selectAllChildren(root.querySelector('.quote')); return getSelection().toString()";
        assert_eq!(visit.ask(selected).await?, format!("“At first{} it\u{a0}…”", " it went on".repeat(14)));
        visit.ask("root.querySelector('.quote + .all').open = true").await?;
        assert_eq!(visit.ask(selected).await?, format!("“At first{}”", " it went on".repeat(30)));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn letters_with_a_stroke_are_found_without_it_and_vowel_signs_are_not_ignored() {
    visit(|visit| async move {
        let mut long = document(16, 3);
        for (at, words) in ["Łukasz went to Đakovo", "Straße, Ærø and œuvre", "Iğdır", "घर की छत", "घर का रंग", "كيف"]
            .into_iter()
            .enumerate()
        {
            long["claims"][at]["text"] = json!(words);
        }
        open(&visit, &long).await?;
        visit.ask("root.querySelector('input').focus()").await?;
        let marked = "JSON.stringify([...(CSS.highlights.get('fact-cards-search') ?? [])].map(String))";
        for (typed, found) in [
            ("lukasz", "Łukasz"),
            ("DAKOVO", "Đakovo"),
            ("strasse", "Straße"),
            ("aero", "Ærø"),
            ("oeuvre", "œuvre"),
            ("igdir", "Iğdır"),
            ("की", "की"),
            ("کیف", "كيف"),
        ] {
            visit.ask(&format!("const field = root.querySelector('input'); field.value = {typed:?}; field.dispatchEvent(new Event('input'))")).await?;
            visit.until(&format!("{marked} === {:?}", json!([found]).to_string())).await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn in_a_long_list_of_speakers_a_press_leads_to_the_cards_and_open_all_opens_only_those() {
    visit(|visit| async move {
        visit.size(390, 844).await?;
        open(&visit, &document(120, 60)).await?;
        let row = "root.querySelectorAll('.only')[40]";
        visit.ask(&format!("root.querySelector('.overview summary').click(); {row}.scrollIntoView({{ block: 'center' }}); {row}.click()")).await?;
        let showing = "root.querySelector('.showing').getBoundingClientRect()";
        visit.until(&format!("{showing}.height && {showing}.top >= 0 && {showing}.bottom <= innerHeight")).await?;
        assert_eq!(visit.ask(SHOWING).await?, json!(["Showing 2 of 120", true]));
        assert_eq!(
            visit
                .ask("return root.querySelectorAll('.card:not([hidden])')[0].getBoundingClientRect().top < innerHeight")
                .await?,
            true
        );

        visit.ask("root.querySelector('[data-tool=open]').click()").await?;
        visit.until("root.querySelectorAll('[data-claim][open]').length").await?;
        // “Show all” leaves the reader there.
        visit.ask("window.there = scrollY; root.querySelector('[data-tool=all]').focus({ preventScroll: true }); root.querySelector('[data-tool=all]').click()").await?;
        visit.until("root.querySelector('[data-tool=all]').hidden").await?;
        assert_eq!(visit.ask(SEEN).await?, 120);
        assert_eq!(visit.ask("return root.querySelectorAll('[data-claim][open]').length").await?, 2);
        // The line that said how many are shown has no height now.
        let stays = format!("return [Math.abs(scrollY - there) < 60, root.activeElement === {row}]");
        assert_eq!(visit.ask(&stays).await?, json!([true, true]));

        // What is in sight anyway does not move, if the page is long enough.
        visit.ask("document.body.style.paddingBottom = '2000px'").await?;
        visit.ask("root.querySelector('.overview details').open = false; root.querySelector('.overview').scrollIntoView()").await?;
        visit
            .ask("const row = root.querySelector('.only'); window.there = row.getBoundingClientRect().top; row.click()")
            .await?;
        visit.until("root.querySelector('.only').ariaPressed === 'true'").await?;
        assert_eq!(visit.ask("return root.querySelector('.only').getBoundingClientRect().top - there").await?, 0);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_was_typed_before_the_search_has_loaded_is_searched() {
    visit(|visit| async move {
        open(&visit, &document(16, 3)).await?;
        // Before its file can have come.
        visit.ask("const field = root.querySelector('input'); field.focus(); field.value = 'words 12'; field.dispatchEvent(new Event('input'))").await?;
        visit.until("root.querySelector('.showing [role=status]').textContent === 'Showing 1 of 16'").await
    });
}

/// Keeps what the page would put on the clipboard, or refuses it as a frame without the permission does.
const CLIPBOARD: &str = "navigator.clipboard.write = async ([item]) => { if (window.isRefused) throw new Error('refused'); \
    window.copied = await Promise.all(['text/plain', 'text/html'].map(async (type) => (await item.getType(type)).text())); }";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn copy_gives_the_words_with_their_speaker_source_and_address() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        visit.ask(CLIPBOARD).await?;
        let copy = "root.querySelector('[data-claim=ask-the-russian-foreign-ministry] .copy')";
        visit.ask("root.querySelector('[data-claim=ask-the-russian-foreign-ministry]').open = true").await?;
        let width = format!("return {copy}.getBoundingClientRect().width");
        let before = visit.ask(&width).await?;
        visit.ask(&format!("{copy}.focus()")).await?;
        visit.press(Key::Enter).await?;
        visit.until("window.copied").await?;
        let address = visit.ask("return location.href.split('#')[0]").await?;
        let address = format!("{}#claim-ask-the-russian-foreign-ministry", address.as_str().unwrap());
        let words = "To get the answer to this question, it would be better to go to the Russian Foreign Ministry.";
        let who = "Vladimir Ermakov, director of the Department of Non-Proliferation and Weapons Control, Russia’s Foreign Ministry";
        let source = "Source: Rumors Circulating: Is Iran buying the powerful Russian S-400 system?";
        assert_eq!(visit.ask("return copied[0]").await?, format!("“{words}”\n— {who}\n{source}\n{address}"));
        let html = visit.ask("return copied[1]").await?;
        assert!(html.as_str().unwrap().contains("<blockquote") && html.as_str().unwrap().contains(&address), "{html}");

        // The button says so for a moment. It stays as wide as it was, so that nothing beside it moves.
        visit.until(&format!("{copy}.textContent === 'Copied'")).await?;
        assert_eq!(visit.ask(&width).await?, before);
        visit.until(&format!("{copy}.textContent === 'Copy'")).await?;
        assert_eq!(visit.ask(&format!("return root.activeElement === {copy}")).await?, true);
        Ok(())
    });
}

/// Copied words never pass for those of somebody else, and the day on which they were said goes with them.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn copy_gives_the_name_without_the_stance_when_it_was_said_and_what_is_only_reported() {
    visit(|visit| async move {
        let claims = json!([
            { "id": "safe", "text": "The water is safe", "statements": [
                { "speaker": "a", "quote": "It is safe", "said": "2025-01", "stance": "affirms" },
                { "speaker": "b", "quote": "It is not safe", "when": "last week", "stance": "denies" },
                { "quote": "It may be safe", "stance": "comments" },
            ] },
            { "id": "old", "text": "The pipes are old", "statements": [{ "speaker": "b", "reported": "The pipes are old." }] },
        ]);
        let speakers = json!({ "a": { "name": "Ada Low", "role": "engineer" }, "b": { "name": "Ben Hart" } });
        let article = json!({ "headline": "H", "language": "en" });
        open(&visit, &json!({ "version": 1, "article": article, "speakers": speakers, "claims": claims })).await?;
        visit.ask(CLIPBOARD).await?;
        visit.ask("root.querySelectorAll('[data-claim]').forEach((card) => (card.open = true))").await?;
        let mut copied = Vec::new();
        for index in 0..4 {
            visit.ask(&format!("window.copied = undefined; root.querySelectorAll('.copy')[{index}].click()")).await?;
            visit.until("window.copied").await?;
            let text = visit.ask("return copied[0].split('\\nSource: H\\n')[0]").await?;
            copied.push(text.as_str().unwrap().to_owned());
        }
        copied.sort();
        assert_eq!(
            copied,
            [
                "Reported: The pipes are old\n— Ben Hart",
                "“It is not safe”\n— Ben Hart\nlast week, as the article puts it",
                "“It is safe”\n— Ada Low, engineer\nSaid: January 2025",
                "“It may be safe”\n— Unattributed",
            ]
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn copy_works_where_the_page_may_not_use_the_clipboard() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        visit.ask(&format!("{CLIPBOARD}; window.isRefused = true")).await?;
        visit.ask("const card = root.querySelector('[data-claim]'); card.open = true; card.querySelector('.copy').focus()").await?;
        visit.press(Key::Enter).await?;
        visit.until("root.activeElement.textContent === 'Copied'").await?;
        visit
            .ask("const field = document.createElement('textarea'); document.body.append(field); field.focus()")
            .await?;
        visit.driver.action_chain().key_down(Key::Control).send_keys("v").key_up(Key::Control).perform().await?;
        visit.until("document.querySelector('textarea').value").await?;
        let pasted = visit.ask("return document.querySelector('textarea').value").await?;
        assert!(pasted.as_str().unwrap().starts_with("“According to our data, Iranian partners"), "{pasted}");
        Ok(())
    });
}

/// Words that are copied have the characters of the document and no others, though lines never break within “S-400”, wherever it stands.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn no_line_breaks_within_a_name_and_what_is_copied_is_unchanged() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        visit.ask("root.querySelectorAll('.rest').forEach((rest) => (rest.open = true))").await?;
        // The article of the demonstration is set like the cards.
        let broken = "const broken = []; let found = 0; for (const tree of [root, document.querySelector('article')]) { \
            const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT); for (let node = walker.nextNode(); node; node = walker.nextNode()) for (const { index } of node.data.matchAll(/S-400/g)) { \
                const range = new Range(); range.setStart(node, index); range.setEnd(node, index + 5); \
                const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))); \
                found += lines.size > 0; if (lines.size > 1) broken.push(node.parentElement.textContent); } } \
            return [broken, found > 9]";
        for width in [320, 335, 350, 365, 380, 400] {
            visit.size(width, 700).await?;
            assert_eq!(visit.ask(broken).await?, json!([[], true]), "{width}");
        }
        let selected =
            "getSelection().selectAllChildren(root.querySelector('.words')); return getSelection().toString()";
        assert_eq!(
            visit.ask(selected).await?,
            "According to our data, Iranian partners have not yet asked to sell S-400 systems"
        );
        Ok(())
    });
}

/// Only pictures that are seen have a credit; for others, initials stand.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn no_credit_is_given_for_a_picture_that_cannot_be_loaded() {
    visit(|visit| async move {
        let speaker =
            |name: &str, image: &str, credit: &str| json!({ "name": name, "image": image, "image_credit": credit });
        let said = |speaker: &str| json!({ "speaker": speaker, "quote": format!("{speaker} said so") });
        let document = json!({
            "version": 1, "article": { "headline": "H", "language": "en" },
            "speakers": { "a": speaker("Ada Low", "/missing.png", "Nobody"), "b": speaker("Ben Hart", "/portrait.svg", "Jo"), "c": speaker("Cem Ak", "/gone.png", "Jo") },
            "claims": [
                { "id": "one", "text": "One", "statements": [said("a"), said("b"), said("c")] },
                { "id": "two", "text": "Two", "statements": [said("c")] },
            ],
        });
        open(&visit, &document).await?;
        visit.ask("root.querySelectorAll('.rest').forEach((rest) => (rest.open = true))").await?;
        let credits = "[...root.querySelectorAll('.body > .detail')].filter((credit) => credit.checkVisibility({ visibilityProperty: true })).map(({ textContent }) => textContent).join()";
        visit.until(&format!("{credits} === 'Picture: Jo'")).await?;
        // The credit is the same before the last of the pictures has failed.
        let seen = "[...root.querySelectorAll('.card .portrait img')].map((image) => image.checkVisibility())";
        visit.until(&format!("JSON.stringify({seen}) === '[false,true,false,false]'")).await?;
        let rows = "[...root.querySelectorAll('.speaker-row .portrait img')].map((image) => image.checkVisibility())";
        // The one with two claims comes first.
        visit.until(&format!("JSON.stringify({rows}) === '[false,false,true]'")).await?;
        Ok(())
    });
}

/// A card of the real article, closed, shows every name, role, claim and the lead words; all of them together are no longer than this.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn on_a_phone_the_closed_list_has_all_words_and_is_at_most_2500_pixels_high() {
    visit(|visit| async move {
        visit.size(390, 844).await?;
        visit.open("/bare").await?;
        visit.ask("document.documentElement.style.scrollbarWidth = 'none'; document.querySelector('main').style = 'padding: 0; margin: 0; max-width: none'; \
            window.make({ src: '/data/iran-s-400.json' })").await?;
        visit.until_cards().await?;
        let unseen = "return [...root.querySelectorAll('.card')].flatMap((card) => [ \
                card.querySelector('.who .speaker'), card.querySelector('.role'), card.querySelector('[part=claim]'), card.querySelector('.quote')] \
            .filter((part) => !part?.checkVisibility() || part.scrollWidth > part.clientWidth + 1 && part.clientWidth).map((part) => part?.textContent ?? card.textContent))";
        assert_eq!(visit.ask(unseen).await?, json!([]));
        // In pages with the usual margins, with none, and with wide ones.
        for margin in [0, 8, 16, 20] {
            let size = format!(
                "document.body.style.margin = '{margin}px'; const {{ width, height }} = root.host.getBoundingClientRect(); return [width, height]"
            );
            let size = visit.ask(&size).await?;
            assert_eq!(size[0], 390 - 2 * margin);
            assert!(size[1].as_f64().unwrap() <= 2500.0, "{margin}: {size}");
        }
        Ok(())
    });
}

/// Nothing in an open card moves or appears when its words have been found: the row is there at once, and its button is enabled.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn when_words_are_found_nothing_moves() {
    visit(|visit| async move {
        visit.size(390, 844).await?;
        visit.open("/").await?;
        visit.until_cards().await?;
        let places = "[...root.querySelectorAll('.card:first-of-type *')].map((element) => { \
            const { top, left, width, height } = element.getBoundingClientRect(); return [element.className, ...[top + scrollY, left, width, height].map(Math.round)].join(' '); })";
        let before = format!(
            "root.querySelector('[data-claim] summary').click(); const isOff = root.querySelector('.go').disabled; return [isOff, {places}]"
        );
        let before = visit.ask(&before).await?;
        assert_eq!(before[0], true, "the words are not looked for before the card is open");
        visit.until("root.querySelector('button.go:enabled')").await?;
        assert_eq!(visit.ask(&format!("return {places}")).await?, before[1]);
        Ok(())
    });
}
