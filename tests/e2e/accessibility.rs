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
                visit.until("root.querySelectorAll('.rest[open]').length === 8").await?;
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
const FOCUSED: &str = "const focused = root.activeElement; return focused?.ariaLabel ?? focused?.textContent ?? ''";

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
        let expected = [
            "Show only what Vladimir Ermakov said",
            "Show only what Levan Dzhagaryan said",
            "Show only what Ibrahim Kalin said",
            "Show only what Mevlut Cavusoglu said",
            "Open all",
            "Close all",
            "And Levan Dzhagaryan, reported",
        ];
        assert_eq!(reached[..7], expected);
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

/// What a screen reader says of the cards in order: a line for each heading, text, figure and control that has a name.
async fn spoken(visit: &Visit) -> WebDriverResult<String> {
    let tree = visit.driver.cdp().send_raw("Accessibility.getFullAXTree", json!({})).await?;
    let nodes = tree["nodes"].as_array().unwrap();
    let mut lines: Vec<String> = Vec::new();
    let mut waiting: Vec<&Value> = nodes.first().into_iter().collect();
    while let Some(node) = waiting.pop() {
        let role = node["role"]["value"].as_str().unwrap_or_default();
        let name = node["name"]["value"].as_str().unwrap_or_default();
        let is_said = ["heading", "StaticText", "button", "link", "figure", "DisclosureTriangle"]
            .iter()
            .any(|said| role.starts_with(said));
        if is_said && !name.is_empty() && node["ignored"] != true {
            let said = if role == "StaticText" { "text" } else { role };
            lines.push(format!("{said}: {}", name.trim()));
        }
        // The contents of a heading or a control are its name, which is said already.
        if !is_said || role == "figure" {
            let children = node["childIds"].as_array().into_iter().flatten().rev();
            waiting.extend(children.filter_map(|id| nodes.iter().find(|node| node["nodeId"] == *id)));
        }
    }
    let begin = lines.iter().position(|line| line == "heading: Who said what").expect("the title of the cards");
    let end =
        lines.iter().rposition(|line| line.starts_with("link: ") || line.contains("Source: ")).unwrap_or(lines.len());
    Ok(lines[begin..end].join("\n") + "\n")
}

/// Compares what is said with a file. With `FACT_CARDS_WRITE` set, writes the file.
fn compare(name: &str, spoken: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e").join(name);
    if std::env::var_os("FACT_CARDS_WRITE").is_some() {
        std::fs::write(&path, spoken).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    assert_eq!(
        spoken.lines().collect::<Vec<_>>(),
        expected.lines().collect::<Vec<_>>(),
        "if that is meant: FACT_CARDS_WRITE=1 make test, then read the change of {name}"
    );
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_screen_reader_says_who_then_the_claim_then_the_words() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        compare("spoken-closed.txt", &spoken(&visit).await?);
        visit.ask("root.querySelector('[data-tool=open]').click()").await?;
        visit.until("root.querySelectorAll('.rest[open]').length === 8 && root.querySelectorAll('button.go:enabled').length > 7").await?;
        compare("spoken-open.txt", &spoken(&visit).await?);
        Ok(())
    });
}
