//! Everyone can read and use the cards: axe, and the keyboard alone.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};

pub async fn violations(visit: &Visit) -> WebDriverResult<Value> {
    let axe = std::env::var("FACT_CARDS_AXE").expect("FACT_CARDS_AXE is set: make test");
    visit.driver.execute(std::fs::read_to_string(axe).unwrap(), vec![]).await?;
    let run = "const done = arguments[arguments.length - 1]; \
        axe.run().then((result) => done(result.violations.map((found) => [found.id, found.nodes.map((node) => node.target)])))";
    Ok(visit.driver.execute_async(run, vec![]).await?.json().clone())
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn axe_finds_no_violation_closed_or_open_light_or_dark() {
    visit(|visit| async move {
        for width in [360, 1280] {
            for scheme in ["light", "dark"] {
                visit.size(width, 900).await?;
                visit.scheme(scheme).await?;
                visit.open("/").await?;
                visit.until_cards().await?;
                assert_eq!(violations(&visit).await?, json!([]), "{width} {scheme} closed");
                visit.ask("root.querySelector('[data-tool=open]').click()").await?;
                visit.until("root.querySelectorAll('[data-claim][open]').length === 8").await?;
                assert_eq!(violations(&visit).await?, json!([]), "{width} {scheme} open");
            }
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn axe_finds_no_violation_in_a_failure() {
    visit(|visit| async move {
        visit.open_embed("/bad/not-json").await?;
        visit.until("root?.querySelector('[role=alert]')").await?;
        let host_pages_own = json!([]);
        let found = violations(&visit).await?;
        let ours: Vec<_> =
            found.as_array().unwrap().iter().filter(|found| found.to_string().contains("fact-cards")).collect();
        assert_eq!(json!(ours), host_pages_own);
        Ok(())
    });
}

/// The focused element, as a reader would name it.
const FOCUSED: &str = "const focused = root.activeElement; \
    return focused?.ariaLabel ?? focused?.textContent ?? ''";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_keyboard_alone_reaches_and_works_everything() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        let mut reached = Vec::new();
        for _ in 0..14 {
            visit.press(Key::Tab).await?;
            reached.push(visit.ask(FOCUSED).await?);
            let outline = visit.ask("return getComputedStyle(root.activeElement).outlineStyle").await?;
            assert_eq!(outline, "solid", "the focus is seen");
        }
        assert_eq!(reached[0], "Show only what Vladimir Ermakov said");
        assert_eq!(reached[4..8], ["Open all", "Close all", "And Levan Dzhagaryan, reported", "In context"]);
        assert_eq!(reached.len(), 14, "four speakers, two buttons and eight cards");

        let open = "return root.activeElement.parentElement.open";
        visit.press(Key::Enter).await?;
        assert_eq!(visit.ask(open).await?, true);
        visit.press(Key::Space).await?;
        assert_eq!(visit.ask(open).await?, false);
        // The next stop is outside: the focus is not trapped in the widget.
        visit.press(Key::Tab).await?;
        assert_eq!(visit.ask("return document.activeElement.textContent").await?, "one document");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn headings_say_who_and_what_and_then_come_the_words() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        let tree = visit.driver.cdp().send_raw("Accessibility.getFullAXTree", json!({})).await?;
        let nodes: Vec<(&str, &str)> = tree["nodes"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|node| node["ignored"] != true)
            .filter_map(|node| Some((node["role"]["value"].as_str()?, node["name"]["value"].as_str()?)))
            .collect();
        let place = |role: &str, name: &str| nodes.iter().position(|node| *node == (role, name));
        let claim = "Iran has not ordered Russian S-400 air defense systems";
        let heading = place("heading", &format!("Vladimir Ermakov {claim}")).expect("the heading says who, too");
        let words = place("figure", "Vladimir Ermakov").expect("words are named by their speaker");
        let more = place("DisclosureTriangle", "And Levan Dzhagaryan, reported").expect("what opens is said in words");
        let who = nodes.iter().position(|(role, name)| *role == "StaticText" && *name == "Vladimir Ermakov");
        assert!(who < Some(heading) && heading < words && words < more, "{who:?} {heading} {words} {more}");
        assert!(!nodes.iter().any(|(_, name)| *name == "VE"), "initials are silent");
        Ok(())
    });
}
