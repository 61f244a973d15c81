//! Everyone can read and use the cards: two engines that look for faults, screen readers, the keyboard alone, and colors that readers choose.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};
use crate::engine::Engine;

pub async fn violations(visit: &Visit) -> WebDriverResult<Value> {
    let axe = std::env::var("FACT_CARDS_AXE").expect("FACT_CARDS_AXE is set: make test");
    visit.driver.execute(std::fs::read_to_string(axe).unwrap(), vec![]).await?;
    violations_of_loaded(visit).await
}

/// The same, where axe is in the page already.
async fn violations_of_loaded(visit: &Visit) -> WebDriverResult<Value> {
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
                // Only Chromium's driver can choose the scheme.
                if Engine::of_this_run() == Engine::Chromium {
                    visit.scheme(scheme).await?;
                }
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
            "Open all",
            "Close all",
            "Show only what Ibrahim Kalin said",
            "Show only what Vladimir Ermakov said",
            "Show only what Mevlut Cavusoglu said",
            "Show only what Levan Dzhagaryan said",
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
pub async fn spoken(visit: &Visit) -> WebDriverResult<String> {
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

/// What a reader may have before them: a name, and a script that brings the cards into this state, from any other.
const STATES: [(&str, &str); 4] = [
    (
        "closed",
        "root.querySelector('[data-tool=all]').click(); root.querySelectorAll('details').forEach((details) => (details.open = false))",
    ),
    ("open", "root.querySelectorAll('details').forEach((details) => (details.open = true))"),
    ("one speaker", "root.querySelectorAll('.only')[1].click()"),
    (
        "searching",
        "root.querySelector('[data-tool=all]').click(); const field = root.querySelector('.search'); field.focus(); field.value = 'lead'; \
        field.dispatchEvent(new Event('input'))",
    ),
];

/// What IBM's engine says against the cards; its rules for the page around them do not count.
async fn complaints(visit: &Visit) -> WebDriverResult<Value> {
    let run = "const done = arguments[arguments.length - 1]; \
        new ace.Checker().check(document, ['IBM_Accessibility']).then(({ results }) => done(results \
            .filter(({ value: [kind, outcome] }) => kind === 'VIOLATION' && outcome === 'FAIL').map(({ ruleId, snippet, message }) => [ruleId, snippet, message])), \
            (error) => done(String(error)))";
    Ok(visit.driver.execute_async(run, vec![]).await?.json().clone())
}

/// Loads both engines into the page.
async fn engines(visit: &Visit) -> WebDriverResult<()> {
    for name in ["FACT_CARDS_AXE", "FACT_CARDS_ACE"] {
        let file = std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: make test"));
        let script = std::fs::read_to_string(file).unwrap();
        // In the global scope, where `var` makes a global variable.
        visit.driver.execute("(0, eval)(arguments[0])", vec![json!(script)]).await?;
    }
    Ok(())
}

/// Both engines over all states, themes, schemes and widths, in one direction.
const THEMES: [&str; 4] = ["none", "plain", "broadsheet", "contrast"];

/// Whether everything is tested, as `make access` does.
fn is_everything() -> bool {
    std::env::var_os("FACT_CARDS_EVERY_STATE").is_some()
}

/// The states that are tested in one look. `make test` takes two of the four, and from right to left the other two.
fn states(look: usize, dir: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let turn = look + usize::from(dir == "rtl");
    STATES
        .into_iter()
        .enumerate()
        .filter(move |(state, _)| is_everything() || (state + turn).is_multiple_of(2))
        .map(|(_, state)| state)
}

/// The schemes and widths in which a theme is tested. `make test` takes two of the six, and others for each theme, because two engines need
/// minutes for all; `make access` takes all.
fn looks(theme: usize) -> impl Iterator<Item = (&'static str, u32)> {
    let all = is_everything();
    let looks = ["light", "dark"].into_iter().flat_map(|scheme| [320, 390, 1280].map(|width| (scheme, width)));
    looks.enumerate().filter(move |(look, _)| all || (look + look / 3 + theme).is_multiple_of(3)).map(|(_, look)| look)
}

fn nothing_is_found(lang: &'static str, dir: &'static str) {
    visit(move |visit| async move {
        for (number, theme) in THEMES.into_iter().enumerate() {
            visit.open(&format!("/stress-page?src=/stress-short&theme={theme}&lang={lang}&dir={dir}")).await?;
            visit.until_cards().await?;
            engines(&visit).await?;
            for (look, (scheme, width)) in looks(number).enumerate() {
                visit.scheme(scheme).await?;
                visit.size(width, 844).await?;
                for (state, bring) in states(number + look, dir) {
                    visit.ask(bring).await?;
                    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
                    let place = format!("{theme}, {scheme}, {width} px, {state}");
                    assert_eq!(violations_of_loaded(&visit).await?, json!([]), "axe: {place}");
                    assert_eq!(complaints(&visit).await?, json!([]), "IBM: {place}");
                }
            }
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn two_engines_find_nothing_in_any_state_theme_and_width_from_left_to_right() {
    nothing_is_found("en", "ltr");
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn two_engines_find_nothing_in_any_state_theme_and_width_from_right_to_left() {
    nothing_is_found("ar", "rtl");
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn two_engines_find_nothing_in_a_failure() {
    visit(|visit| async move {
        for (lang, dir) in [("en", "ltr"), ("ar", "rtl")] {
            for (number, theme) in THEMES.into_iter().enumerate() {
                visit.open(&format!("/stress-page?src=/bad/not-json&theme={theme}&lang={lang}&dir={dir}")).await?;
                visit.until("root?.querySelector('[role=alert]')").await?;
                engines(&visit).await?;
                for (scheme, width) in looks(number) {
                    visit.scheme(scheme).await?;
                    visit.size(width, 844).await?;
                    let place = format!("{theme}, {scheme}, {width} px, {lang}");
                    assert_eq!(violations_of_loaded(&visit).await?, json!([]), "axe: {place}");
                    assert_eq!(complaints(&visit).await?, json!([]), "IBM: {place}");
                }
            }
        }
        Ok(())
    });
}

/// Both engines are at work: each notices a fault that is made on purpose.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn two_engines_notice_a_button_without_a_name() {
    visit(|visit| async move {
        visit.open("/stress-page?src=/stress-short").await?;
        visit.until_cards().await?;
        engines(&visit).await?;
        visit.ask("root.querySelector('.only').removeAttribute('aria-label')").await?;
        assert_ne!(violations_of_loaded(&visit).await?, json!([]));
        assert_ne!(complaints(&visit).await?, json!([]));
        Ok(())
    });
}

/// Where the system chooses the colors, shapes carry what colors carried: initials have an outline, own words a filled dot, and the
/// chosen speaker a bar.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn forced_colors_keep_initials_dots_and_the_chosen_speaker() {
    visit(|visit| async move {
        visit.open("/stress-page").await?;
        visit.until_cards().await?;
        visit.ask("root.querySelector('.only').click()").await?;
        visit.until("root.querySelector('[aria-pressed=true]')").await?;
        for scheme in ["light", "dark"] {
            let features = json!([{ "name": "forced-colors", "value": "active" }, { "name": "prefers-color-scheme", "value": scheme }]);
            visit.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
            assert_eq!(visit.ask("return matchMedia('(forced-colors: active)').matches").await?, true);
            let shapes = "const style = (selector, pseudo) => getComputedStyle(root.querySelector(selector), pseudo); \
                const text = style('.title').color; const surface = style('.widget').backgroundColor; \
                const own = style('.speakers .dot.own'), other = style('.speakers .dot:not(.own)'), legend = style('.legend .dot.own'); \
                return [style('.portrait').borderTopStyle, style('.portrait').borderTopColor === text, \
                    own.backgroundColor === text, own.borderTopColor === text, legend.backgroundColor === legend.borderTopColor, \
                    other.borderTopColor === text, other.backgroundColor !== text, text !== surface, \
                    style('.speaker-row:has([aria-pressed=true])', '::before').borderBottomStyle]";
            assert_eq!(
                visit.ask(shapes).await?,
                json!(["solid", true, true, true, true, true, true, true, "solid"]),
                "{scheme}"
            );
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn readers_who_prefer_more_contrast_get_it() {
    visit(|visit| async move {
        visit.open("/stress-page").await?;
        visit.until_cards().await?;
        let same = "const color = (selector, property) => getComputedStyle(root.querySelector(selector))[property]; \
            return [color('.role', 'color') === color('.claim', 'color'), color('.speaker-row', 'borderTopColor') === color('.claim', 'color')]";
        assert_eq!(visit.ask(same).await?, json!([false, false]));
        let more = json!({ "features": [{ "name": "prefers-contrast", "value": "more" }] });
        visit.driver.cdp().send_raw("Emulation.setEmulatedMedia", more).await?;
        assert_eq!(visit.ask(same).await?, json!([true, true]));
        Ok(())
    });
}
