//! What stands together and what stands apart in a card, and that what is of one kind is set in one way.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};

/// A page with two cards: one that three speakers differ on, and one with a lead and further words. All of it is open.
async fn visit_cards(visit: &Visit) -> WebDriverResult<()> {
    let said =
        |speaker: &str, stance: &str, quote: &str| json!({ "speaker": speaker, "stance": stance, "quote": quote });
    let document = json!({ "version": 1, "article": { "headline": "H", "language": "en" },
        "speakers": {
            "ada": { "name": "Ada Low", "role": "engineer", "image": "/portrait.svg", "image_credit": "Jo Photo" },
            "bo": { "name": "Bo Lind" }, "cy": { "name": "Cy Moss" } },
        "claims": [
            { "id": "safe", "text": "The water is safe",
              "correction": { "date": "2024-09-24", "text": "It named another board." },
              "reviews": [{ "by": "Full Measure", "label": "Half true", "published": "2024-09-25" }],
              "statements": [said("ada", "affirms", "It is safe"), said("bo", "denies", "It is not"), said("cy", "comments", "Let us wait")] },
            { "id": "pipes", "text": "The pipes are new",
              "statements": [{ "speaker": "bo", "quote": "They are new", "said": "2024-09-26" }, { "speaker": "cy", "quote": "So they are" }] }] });
    visit.open("/bare").await?;
    visit.ask(&format!("window.make().document = {document}")).await?;
    visit.until_cards().await?;
    visit.ask("root.querySelectorAll('details').forEach((details) => (details.open = true))").await?;
    visit.until("root.querySelector('.body').getBoundingClientRect().height > 100").await
}

/// Gives the widget letters of this size, in pixels.
async fn letters(visit: &Visit, pixels: u32) -> WebDriverResult<Value> {
    visit.ask(&format!("root.host.style.setProperty('--fact-cards-font-size', '{pixels}px')")).await
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn nobody_is_the_head_of_speakers_who_differ() {
    visit(|visit| async move {
        visit_cards(&visit).await?;
        let hanging = "return [...root.querySelectorAll('.card')].map((card) => [...card.querySelectorAll('.part')].map((part) => getComputedStyle(part).borderInlineStartWidth))";
        assert_eq!(visit.ask(hanging).await?, json!([["2px", "2px", "2px"], ["0px", "2px"]]));
        let faces =
            "return new Set([...root.querySelectorAll('.whose')].map((who) => who.getBoundingClientRect().left)).size";
        assert_eq!(visit.ask(faces).await?, 1);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn that_speakers_differ_is_set_as_their_names_and_has_a_line_of_its_own_in_a_narrow_column() {
    visit(|visit| async move {
        visit_cards(&visit).await?;
        let sizes = "return new Set([...root.querySelectorAll('.faces + .speaker, .speaker-name, .alone')].map((name) => getComputedStyle(name).fontSize)).size";
        assert_eq!(visit.ask(sizes).await?, 1);
        visit.size(240, 740).await?;
        let lines = "const range = new Range(); range.selectNodeContents(root.querySelector('.faces + .speaker')); return range.getClientRects().length";
        assert_eq!(visit.ask(lines).await?, 1);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn in_large_letters_controls_keep_their_distance() {
    visit(|visit| async move {
        visit_cards(&visit).await?;
        // In lines of their own letters, of which the words take 1.3.
        let tight = "return [...root.querySelectorAll('summary, button, .link')].filter((one) => one.checkVisibility() && !one.matches('.only')) \
            .filter((one) => one.getBoundingClientRect().height < 2.5 * parseFloat(getComputedStyle(one).fontSize)).map(({ textContent }) => textContent)";
        let between = "const [one, other] = [...root.querySelectorAll('.actions button')].map((button) => { \
            const range = new Range(); range.selectNodeContents(button); return range.getBoundingClientRect(); }); \
            return (other.left - one.right) / parseFloat(getComputedStyle(root.querySelector('.actions button')).fontSize) > 0.8";
        for pixels in [16, 24, 32] {
            letters(&visit, pixels).await?;
            assert_eq!(visit.ask(tight).await?, json!([]), "{pixels} px");
            assert_eq!(visit.ask(between).await?, true, "{pixels} px");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_line_that_opens_a_card_is_not_a_line_of_the_words_above_it() {
    visit(|visit| async move {
        visit.size(360, 740).await?;
        visit_cards(&visit).await?;
        let room = "return [...root.querySelectorAll('.rest > summary')].map((line) => { \
            const range = new Range(); range.selectNodeContents(line.querySelector('bdi') ?? line); \
            const above = line.parentElement.previousElementSibling.getBoundingClientRect().bottom; \
            return range.getBoundingClientRect().top - above >= 6; })";
        assert_eq!(visit.ask(room).await?, json!([true, true]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_last_line_of_a_card_is_not_on_the_rule_below_it() {
    visit(|visit| async move {
        visit.size(700, 900).await?;
        visit_cards(&visit).await?;
        let room = "return [...root.querySelectorAll('.card')].map((card) => { \
            const lines = [...card.querySelectorAll('p, .detail')].filter((line) => line.getBoundingClientRect().height); \
            return card.getBoundingClientRect().bottom - Math.max(...lines.map((line) => line.getBoundingClientRect().bottom)) >= 11; })";
        for media in ["screen", "print"] {
            visit.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": media })).await?;
            assert_eq!(visit.ask(room).await?, json!([true, true]), "{media}");
        }
        Ok(())
    });
}

/// Only one that is too long for a line of its own is broken, because it would stick out.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn no_date_is_torn_and_none_sticks_out() {
    visit(|visit| async move {
        visit_cards(&visit).await?;
        let torn = "return [[...root.querySelectorAll('time')].filter((time) => { \
            const range = new Range(); range.selectNodeContents(time); return range.getClientRects().length > 1; }).length, \
            document.documentElement.scrollWidth - document.documentElement.clientWidth]";
        for width in (240..420).step_by(10) {
            visit.size(width, 740).await?;
            assert_eq!(visit.ask(torn).await?, json!([0, 0]), "{width} px");
        }
        letters(&visit, 32).await?;
        visit.size(300, 740).await?;
        assert_eq!(visit.ask(&torn.replace("[[...", "[0 * [...")).await?, json!([0, 0]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn that_a_card_was_corrected_is_as_bold_as_a_name() {
    visit(|visit| async move {
        visit_cards(&visit).await?;
        let weights = "return [...root.querySelectorAll('.correction .note-title, .who .speaker')].map((line) => getComputedStyle(line).fontWeight)";
        assert_eq!(visit.ask(weights).await?, json!(["600", "600", "600", "600"]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_sign_of_a_denial_is_not_larger_than_that_of_an_affirmation() {
    visit(|visit| async move {
        visit_cards(&visit).await?;
        let ink = "const [square, dot] = ['.dot.denies', '.dot.own:not(.denies, .comments)'].map((sign) => root.querySelector(sign).getBoundingClientRect().width); \
            return square ** 2 / (Math.PI * (dot / 2) ** 2)";
        let ink = visit.ask(ink).await?.as_f64().unwrap();
        assert!((0.9..1.1).contains(&ink), "{ink}");
        Ok(())
    });
}

/// What the letters do then is the browser's: this one has no hyphenation, and its fonts have no marks of half a width.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn long_words_may_have_hyphens_no_word_is_alone_and_east_asian_text_has_its_own_marks_and_phrases() {
    visit(|visit| async move {
        visit_cards(&visit).await?;
        let style = |part: &str, name: &str| format!("return getComputedStyle(root.querySelector('{part}')).{name}");
        for part in [".claim", ".attribution", ".who"] {
            assert_eq!(visit.ask(&style(part, "hyphens")).await?, "auto", "{part}");
        }
        assert_eq!(visit.ask(&style(".attribution", "textWrapStyle")).await?, "pretty");
        assert_eq!(visit.ask(&style(".direct", "textSpacingTrim")).await?, "trim-start");
        assert_eq!(visit.ask(&style(".claim", "wordBreak")).await?, "auto-phrase");
        Ok(())
    });
}
