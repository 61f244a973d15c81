//! The words of an open card are found in the article of the page, and a reader can go there and back.

use std::collections::HashMap;
use std::time::Duration;

use axum::extract::Query;
use axum::response::Html;
use prerender::{Form, Setting, prerender};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::accessibility::{spoken, violations};
use crate::browser::{Visit, visit};
use crate::prerendered::without;

/// A page with this story, and an element with a claim for each of these quotes; `attributes` are the element's. `claims` and `before` the
/// document may be given as they are, and `cards` says whether they are prerendered, `now` or by a release of `before`.
pub async fn story(Query(asked): Query<HashMap<String, String>>) -> Html<String> {
    let asked = |name: &str| asked.get(name).cloned().unwrap_or_default();
    let quotes: Vec<Value> = serde_json::from_str(&asked("quotes")).unwrap();
    let claims = quotes.iter().enumerate().map(|(index, quote)| {
        let statement = if quote.is_object() { quote.clone() } else { json!({ "quote": quote }) };
        json!({ "id": format!("claim-{index}"), "text": format!("Claim {index}"), "statements": [statement] })
    });
    let mut article = json!({ "headline": "Story", "url": "https://daily.example/story#top" });
    if let Ok(body) = serde_json::from_str::<Value>(&asked("body")) {
        article["body"] = body;
    }
    let mut document =
        json!({ "version": 1, "article": article, "speakers": {}, "claims": claims.collect::<Vec<_>>() });
    if let Ok(claims) = serde_json::from_str::<Value>(&asked("claims")) {
        document["claims"] = claims;
    }
    let document = document.to_string().replace('<', "\\u003c");
    let (story, attributes, script) = (asked("story"), asked("attributes"), asked("script"));
    let element = match asked("cards").as_str() {
        "" => {
            let words = "<blockquote>It is so and not otherwise</blockquote>";
            let before = asked("before");
            format!(
                r#"<fact-cards {attributes}>{words}<script type="application/json">{before}{document}</script></fact-cards>"#
            )
        }
        when => {
            let setting =
                Setting { article: Some("#story".to_owned()), lang: Some("de".to_owned()), ..Setting::default() };
            let html = prerender(&document, &setting, Form::Element).unwrap().html;
            if when == "now" { html } else { without(&without(&html, " data-prefix=\""), " data-suffix=\"") }
        }
    };
    Html(format!(
        r#"<!doctype html>
<html lang="en">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Host</title>
<link rel="icon" href="data:,">
<style>
  body {{ font: 20px/1.5 serif; margin: 0 auto; max-width: 40em; }}
  .drop-cap {{ float: left; font-size: 3em; }}
  .tall {{ height: 3000px; }}
</style>
<script>
  window.told = [];
  addEventListener("fact-cards-quote", ({{ detail }}) => window.told.push(detail));
  {script}
</script>
<script type="module" async src="/fact-cards.js"></script>
<header><h1>A page</h1></header>
<main id="story">{story}</main>
<div class="tall"></div>
<aside>{element}</aside>
<div class="tall"></div>"#
    ))
}

/// A story of this length, with a claim of 50 statements whose words stand in it; `attributes` are the element's.
pub async fn long_story(Query(asked): Query<HashMap<String, String>>) -> Html<String> {
    let length: usize = asked["length"].parse().unwrap();
    let mut state = 1_u32;
    let mut word = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        // Words that begin with a letter: a number beside another one may be a part of it.
        format!("w{:x}", (state >> 16) % 5000)
    };
    let mut paragraphs = Vec::new();
    let mut characters = 0;
    while characters < length {
        let paragraph = (0..60).map(|_| word()).collect::<Vec<_>>().join(" ");
        characters += paragraph.len();
        paragraphs.push(paragraph);
    }
    let quotes = (0..50).map(|index| {
        let words: Vec<&str> = paragraphs[index * paragraphs.len() / 50].split(' ').collect();
        json!({ "quote": words[index % 30..index % 30 + 20].join(" ") })
    });
    let claim = json!({ "id": "a", "text": "A", "statements": quotes.collect::<Vec<_>>() });
    let document = json!({ "version": 1, "article": { "headline": "Story" }, "speakers": {}, "claims": [claim] });
    Html(format!(
        r##"<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">
<script type="module" async src="/fact-cards.js"></script>
<fact-cards {}><script type="application/json">{document}</script></fact-cards>
<main id="story"><p>{}</main>"##,
        asked["attributes"],
        paragraphs.join("</p><p>")
    ))
}

pub const OPEN_ALL: &str = "root.querySelectorAll('[data-claim]').forEach((card) => (card.open = true))";

pub const ARTICLE: &str = "article=\"#story\"";

/// Goes to a page with this story and a claim for each quote, and opens the cards.
pub async fn open_story(visit: &Visit, story: &str, quotes: &Value, others: &[(&str, &str)]) -> WebDriverResult<()> {
    visit_story(visit, story, quotes, others).await?;
    visit.ask(OPEN_ALL).await.map(drop)
}

pub async fn visit_story(visit: &Visit, story: &str, quotes: &Value, others: &[(&str, &str)]) -> WebDriverResult<()> {
    visit.open(&address_of_story(story, quotes, others)).await?;
    visit.until_cards().await
}

/// The address of a page with this story, and a claim for each quote.
pub fn address_of_story(story: &str, quotes: &Value, others: &[(&str, &str)]) -> String {
    let encode = |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let mut address = format!("/story?story={}&quotes={}", encode(story), encode(&quotes.to_string()));
    for (name, value) in others {
        address += &format!("&{name}={}", encode(value));
    }
    address
}

/// Presses each card's button and tells what is marked then; `null` for cards without one.
const MARKED: &str = "const marked = []; \
    for (const card of root.querySelectorAll('[data-claim]')) { \
        const button = card.querySelector('.go:enabled'); \
        if (!button) { marked.push(null); continue; } \
        CSS.highlights.clear(); button.click(); \
        while (!CSS.highlights.has('fact-cards')) await new Promise((resolve) => setTimeout(resolve, 20)); \
        marked.push([...CSS.highlights.get('fact-cards')].map((range) => range.toString()).join('').replace(/\\s+/g, ' ')); \
    } done(marked)";

pub async fn marked(visit: &Visit) -> WebDriverResult<Value> {
    let script = format!(
        "const [done] = arguments; const root = document.querySelector('fact-cards').shadowRoot; (async () => {{ {MARKED} }})()"
    );
    Ok(visit.driver.execute_async(&script, vec![]).await?.json().clone())
}

/// The quotes are found in this story, where the page has these words.
async fn finds(visit: &Visit, story: &str, quotes: &[(Value, &str)]) -> WebDriverResult<()> {
    let sought: Value = quotes.iter().map(|(quote, _)| quote.clone()).collect();
    open_story(visit, story, &sought, &[("attributes", ARTICLE)]).await?;
    visit.until(&format!("window.told.length === {}", quotes.len())).await?;
    let expected: Value = quotes.iter().map(|(_, words)| Value::from(*words)).collect();
    assert_eq!(marked(visit).await?, expected, "{story}");
    Ok(())
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn quotes_are_found_in_what_pages_really_are() {
    visit(|visit| async move {
        let stories: &[(&str, &str, &str)] = &[
            (
                "<p>He said: “It <a href=#>is not</a> <em>so</em> at all,<br>my friend.”",
                "It is not so at all, my friend",
                "It is not so at all,my friend",
            ),
            (
                "<p>“We <span style='display: contents'>have no <div style='display: contents'>box</div></span> here,” he said.",
                "We have no box here",
                "We have no box here",
            ),
            ("<p>“We begin here.<p>“And we end there.”", "begin here. And we end", "begin here.“And we end"),
            (
                "<p>“We begin<figure><img alt=''><figcaption>A boat</figcaption></figure><p>and end there.”",
                "We begin and end there",
                "We beginand end there",
            ),
            (
                "<div>“We begin <aside>Read also: boats</aside> and end there.”</div>",
                "We begin and end there",
                "We begin and end there",
            ),
            (
                "<p>“It is <span hidden>not</span><script>no()</script><style>no</style> so,” he said",
                "It is so",
                "It is so",
            ),
            ("<p>10&nbsp;000 of&nbsp;us are here", "10 000 of us are here", "10 000 of us are here"),
            ("<p>Elle a dit qu’<em>il fermerait</em> l’école", "il fermerait l’école", "il fermerait l’école"),
            (
                "<p><span class=drop-cap>W</span>e will see what comes",
                "We will see what comes",
                "We will see what comes",
            ),
            (
                "<p>Donau&shy;dampf&shy;schiff fährt heute wieder",
                "Donaudampfschiff fährt heute",
                "Donau\u{ad}dampf\u{ad}schiff fährt heute",
            ),
            ("<p dir=rtl>قال الوزير: «لا علاقة بين الأمرين» ثم خرج", "لا علاقة بين الأمرين", "لا علاقة بين الأمرين"),
            ("<table><tr><td>It is in the table<td>and not beside</table>", "It is in the table", "It is in the table"),
            (
                "<ul><li>First of all things<li>Second of all things</ul>",
                "Second of all things",
                "Second of all things",
            ),
            (
                "<h2>We will do it</h2><p>“We will do it,” he said. “We shall.”",
                "We will do it",
                "We will do itWe will do it",
            ),
        ];
        for (story, quote, words) in stories {
            finds(&visit, story, &[(json!(quote), words)]).await?;
        }
        let story = "<p>“We will go,” he said, “and we will stay.” Later he said: “We will go.”";
        finds(
            &visit,
            story,
            &[
                (json!(["We will go", "and we will stay"]), "We will goand we will stay"),
                (json!({ "quote": "We will go", "prefix": "he said: “" }), "We will go"),
                (json!({ "reported": "Later he said" }), "Later he said"),
            ],
        )
        .await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_stands_in_our_own_elements_is_no_article() {
    visit(|visit| async move {
        let story = "<p>“It is so and not otherwise,” he said.";
        open_story(&visit, story, &json!(["It is so and not otherwise"]), &[("attributes", "article=body")]).await?;
        visit.until("window.told.length === 1").await?;
        assert_eq!(visit.ask("return window.told[0].grade").await?, "exact");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_hosts_article_is_left_as_it_is() {
    visit(|visit| async move {
        let story = "<p>“It <em>is</em> so,” he said.";
        open_story(&visit, story, &json!(["It is so"]), &[("attributes", ARTICLE)]).await?;
        let before = visit.ask("return document.querySelector('#story').outerHTML").await?;
        visit.until("root.querySelector('.go:enabled')").await?;
        assert_eq!(marked(&visit).await?, json!(["It is so"]));
        assert_eq!(visit.ask("return document.querySelector('#story').outerHTML").await?, before);
        assert_eq!(visit.console().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_is_not_word_for_word_shows_readers_nothing_and_tells_the_newsroom() {
    visit(|visit| async move {
        let story = "<p>“Turkey can buy Patriot systems in the future,” he said. Yes. Yes again.";
        let quotes = json!([
            "Turkey can buy Patriot missiles in the future",
            "Nobody has ever said anything like that",
            "Yes",
            "can buy Patriot systems"
        ]);
        open_story(&visit, story, &quotes, &[("attributes", ARTICLE)]).await?;
        visit.until("window.told.length === 4").await?;
        let told = visit
            .ask("return window.told.map(({ claim, statement, grade }) => `${claim} ${statement} ${grade}`).sort()")
            .await?;
        assert_eq!(
            told,
            json!(["claim-0 0 not-found", "claim-1 0 not-found", "claim-2 0 ambiguous", "claim-3 0 exact"]).clone()
        );
        assert_eq!(visit.ask("return root.querySelectorAll('.go:enabled').length").await?, 1);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn readers_are_told_nothing_where_check_has_a_doubt() {
    visit(|visit| async move {
        let story = "<p>“The bill is 3 500 euros,” she said. “At 5:30 it was −4 degrees.” “Was the bridge built of wood?” a visitor asked.\
            <p>Ada Low never said “the dam is safe for all”. She did not deny that the mill was sold.\
            <p>She denied that the yard was closed. “The works go on for now,” she said.";
        let quotes = json!([
            "500 euros",
            "30 it was",
            "4 degrees",
            "Was the bridge built of wood",
            "the dam is safe for all",
            { "reported": "the mill was sold", "stance": "denies" },
            { "reported": "the yard was closed", "stance": "denies" },
            "The works go on for now",
        ]);
        open_story(&visit, story, &quotes, &[("attributes", ARTICLE)]).await?;
        visit.until("window.told.length === 8").await?;
        let expected = json!([null, null, null, null, null, null, "the yard was closed", "The works go on for now"]);
        assert_eq!(marked(&visit).await?, expected);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn readers_are_told_nothing_of_words_without_their_condition_and_of_words_that_are_doubted_or_invented() {
    visit(|visit| async move {
        let story = "<p>“Until the locks are mended, nobody may sail here,” she said. “We will pay for the bridge in case of a flood.”\
            <p>« La ville paiera le pont tant que l’eau monte », a dit Mme Low. “The idea that the mill is sold is absurd.”\
            <p>“The dam is made of paper” is a misquote. “We drove at 50 km/h all day.” “The yard is closed”? she asked.\
            <p>« S’il vous plaît, venez tous au port », a dit Mme Low. “In 2019 the 500 boats were counted.”";
        let quotes = json!([
            "nobody may sail here",
            "We will pay for the bridge",
            "La ville paiera le pont",
            { "reported": "the mill is sold" },
            "The dam is made of paper",
            "We drove at 50",
            "The yard is closed",
            "venez tous au port",
            "500 boats were counted",
        ]);
        open_story(&visit, story, &quotes, &[("attributes", ARTICLE)]).await?;
        visit.until("window.told.length === 9").await?;
        let marked = marked(&visit).await?;
        let found: Vec<_> = (0..9).filter(|at| !marked[*at].is_null()).collect();
        assert_eq!(found, [7, 8], "{marked}");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn readers_are_told_nothing_of_words_of_two_boxes_of_a_dialog_or_of_a_number_without_its_unit() {
    visit(|visit| async move {
        let story = "<p>We asked in the town.</p><ul><li>“The dam is<li>safe for all”, says a list.</ul><h2>“The mill is</h2>\
            <p>sold to us”, says a heading.</p><section><p>“The yard is</p></section><section><p>open again”, says a section.</p></section>\
            <p>“The works go on</p><p>Advertisement</p><p>for now and ever.”</p><dialog open><p>“Sign up for our letter today”</p></dialog>\
            <p>“It costs 15 million euros.” “It fell by 20 per cent.” “It rained 3 <br> 500 days.”</p>";
        let quotes = json!([
            "The dam is safe for all",
            "The mill is sold to us",
            "The yard is open again",
            "Sign up for our letter today",
            "It costs 15",
            "It fell by 20",
            "It rained 3",
            "The works go on for now and ever",
            "15 million euros",
        ]);
        open_story(&visit, story, &quotes, &[("attributes", ARTICLE)]).await?;
        visit.until("window.told.length === 9").await?;
        assert_eq!(visit.ask("return root.querySelectorAll('.go:enabled').length").await?, 2);
        let marked = marked(&visit).await?;
        let found: Vec<_> = (0..9).filter(|at| !marked[*at].is_null()).collect();
        assert_eq!(found, [7, 8], "{marked}");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_sentence_around_words_is_shown_only_while_the_article_has_it() {
    visit(|visit| async move {
        let body = json!(["“It is so and not otherwise,” she said on Monday."]).to_string();
        let others = [("attributes", ARTICLE), ("body", &*body)];
        let story = "<p>“It is so and not otherwise,” she said on Tuesday.";
        open_story(&visit, story, &json!(["It is so and not otherwise"]), &others).await?;
        visit.until("root.querySelector('.go:enabled')").await?;
        visit.until("root.querySelector('.context').checkVisibility() === false").await?;
        visit.ask("document.querySelector('#story').innerHTML = '<p>“It is so and not otherwise,” she said on <b>Monday</b>.'").await?;
        visit.until("root.querySelector('.context').checkVisibility()").await?;
        visit.ask("document.querySelector('#story p').append(' And so on.')").await?;
        tokio::time::sleep(Duration::from_millis(1500)).await;
        assert_eq!(visit.ask("return root.querySelector('.context').checkVisibility()").await?, true);
        // In a page without the article, nobody can compare it.
        open_story(&visit, "", &json!(["It is so and not otherwise"]), &[("body", &*body)]).await?;
        tokio::time::sleep(Duration::from_millis(2500)).await;
        assert_eq!(visit.ask("return root.querySelector('.context').checkVisibility()").await?, true);
        Ok(())
    });
}

/// As in a page that goes on to the next article.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn words_are_looked_for_in_the_article_that_the_element_names_now() {
    visit(|visit| async move {
        let story = "<p>“It is so and not otherwise,” he said.</p>";
        open_story(&visit, story, &json!(["It is so and not otherwise"]), &[("attributes", ARTICLE)]).await?;
        visit.until("root.querySelector('.go:enabled')").await?;
        let other = "<section id=other><p>“It is another matter,” she said.</p></section>";
        visit
            .ask(&format!(
                "document.body.insertAdjacentHTML('beforeend', '{other}'); root.host.setAttribute('article', '#other')"
            ))
            .await?;
        visit.until("!root.querySelector('.go:enabled')").await?;
        visit.ask("root.host.setAttribute('article', '#story')").await?;
        visit.until("root.querySelector('.go:enabled')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_article_that_comes_late_or_changes_is_searched_when_it_is_there() {
    visit(|visit| async move {
        let quotes = json!(["It is so and not otherwise"]);
        // First the article's element is there, but empty; then the element itself comes late.
        for (attributes, late) in [
            (ARTICLE, "document.querySelector('#story').innerHTML = '<p>“It is so and not otherwise,” he said.'"),
            (
                "article=\"#late\"",
                "document.querySelector('#story').innerHTML = '<section id=late>“It is so and not otherwise,” he said.</section>'",
            ),
        ] {
            open_story(&visit, "", &quotes, &[("attributes", attributes)]).await?;
            tokio::time::sleep(Duration::from_millis(500)).await;
            assert_eq!(visit.ask("return root.querySelectorAll('.go:enabled').length").await?, 0);
            visit.ask(late).await?;
            visit.until("root.querySelector('.go:enabled')").await?;
            assert_eq!(marked(&visit).await?, json!(["It is so and not otherwise"]));
        }
        // If the page's own scripts draw the article again, it is read again; if they remove it, the card says nothing more.
        visit.ask("const story = document.querySelector('#story'); story.innerHTML = story.innerHTML").await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(marked(&visit).await?, json!(["It is so and not otherwise"]));
        visit.ask("document.querySelector('#late').textContent = 'Moved'").await?;
        visit.until("!root.querySelector('.go:enabled')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_article_that_takes_the_place_of_another_is_searched() {
    visit(|visit| async move {
        open_story(&visit, "<p>Wait.", &json!(["It is so and not otherwise"]), &[("attributes", ARTICLE)]).await?;
        visit.until("window.told.length === 1").await?;
        let other = "const story = document.createElement('main'); story.id = 'story'; \
            story.innerHTML = '<p>“It is so and not otherwise,” he said.'; document.querySelector('#story').replaceWith(story)";
        visit.ask(other).await?;
        visit.until("root.querySelector('.go:enabled')").await?;
        assert_eq!(marked(&visit).await?, json!(["It is so and not otherwise"]));
        assert_eq!(visit.ask("return window.told.map(({ grade }) => grade)").await?, json!(["not-found", "exact"]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_attribute_that_is_no_selector_costs_one_line_and_nothing_else() {
    visit(|visit| async move {
        open_story(&visit, "<p>It is so", &json!(["It is so"]), &[("attributes", "article=\"#1#\"")]).await?;
        tokio::time::sleep(Duration::from_millis(1000)).await;
        let console = visit.console().await?;
        assert_eq!(console.len(), 1, "{console:?}");
        assert!(console[0].contains("fact-cards: ") && console[0].contains("#1#"), "{console:?}");
        assert_eq!(visit.ask("return root.querySelectorAll('[data-claim][open]').length").await?, 1);
        Ok(())
    });
}

const STATE: &str = "const passage = [...(CSS.highlights?.get('fact-cards') ?? [])][0]; \
    const inSight = (box) => box.top >= 0 && box.bottom <= innerHeight; \
    const button = root.querySelector('.go:enabled'); \
    return { focus: root.activeElement?.textContent, \
        marked: passage?.toString(), isMarkedInSight: Boolean(passage && inSight(passage.getBoundingClientRect())), \
        isButtonInSight: inSight(button.getBoundingClientRect()), isStoryInSight: inSight(document.querySelector('#story p').getBoundingClientRect()), \
        wayBack: root.querySelector('.way-back:popover-open')?.textContent }";

/// By keyboard alone, from a card to the passage and back, by Escape or by the button.
async fn there_and_back(visit: &Visit, has_highlights: bool) -> WebDriverResult<()> {
    visit.until("root.querySelector('.go:enabled')").await?;
    visit.ask("root.querySelector('summary').focus(); root.querySelector('.go:enabled').scrollIntoView({ block: 'center' })").await?;
    for leave in ["Escape", "button"] {
        while visit.ask("return root.activeElement?.textContent").await? != "Go to the passage" {
            visit.press(Key::Tab).await?;
        }
        visit.press(Key::Enter).await?;
        visit.until("root.querySelector('.way-back:popover-open')").await?;
        let there = visit.ask(STATE).await?;
        assert_eq!(there["focus"], "Go to the passage");
        assert_eq!(there["isButtonInSight"], false);
        assert_eq!(there["wayBack"], "These words appear in the article.Back to the card");
        assert_eq!(there["isStoryInSight"], true);
        if has_highlights {
            assert_eq!(there["marked"], "It is so and not otherwise");
            assert_eq!(there["isMarkedInSight"], true);
        }
        if leave == "Escape" {
            visit.press(Key::Escape).await?;
        } else {
            visit.press(Key::Tab).await?;
            assert_eq!(visit.ask("return root.activeElement.textContent").await?, "Back to the card");
            visit.press(Key::Enter).await?;
        }
        let back = visit.ask(STATE).await?;
        assert_eq!(
            (&back["focus"], &back["marked"], &back["wayBack"]),
            (&json!("Go to the passage"), &Value::Null, &Value::Null),
            "{leave}"
        );
        assert_eq!(back["isButtonInSight"], true);
    }
    Ok(())
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn from_card_to_passage_and_back_by_keyboard_only() {
    visit(|visit| async move {
        let story = "<div class=tall></div><p>“It is so and not otherwise,” he said.<div class=tall></div>";
        open_story(&visit, story, &json!(["It is so and not otherwise"]), &[("attributes", ARTICLE)]).await?;
        there_and_back(&visit, true).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn words_of_cards_that_are_open_from_the_start_are_found_whether_the_browser_tells_of_it_or_not() {
    visit(|visit| async move {
        let unheard = "const { addEventListener: listen } = EventTarget.prototype; \
            EventTarget.prototype.addEventListener = function (name, ...others) { if (name !== 'toggle') listen.call(this, name, ...others); };";
        let open = format!("{ARTICLE} open=all");
        for script in ["", unheard] {
            let given = [("attributes", open.as_str()), ("script", script)];
            visit_story(&visit, "<p>“It is so,” he said.", &json!(["It is so"]), &given).await?;
            visit.until("root.querySelectorAll('.go:enabled').length === 1").await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn without_highlights_it_is_a_plain_scroll() {
    visit(|visit| async move {
        let story = "<div class=tall></div><p>“It is so and not otherwise,” he said.<div class=tall></div>";
        let without = [("attributes", ARTICLE), ("script", "delete CSS.highlights; delete window.Highlight;")];
        open_story(&visit, story, &json!(["It is so and not otherwise"]), &without).await?;
        there_and_back(&visit, false).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_documents_own_body_shows_where_the_article_is() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        let element = visit.driver.find(By::Css("fact-cards")).await?;
        let summary = element.get_shadow_root().await?.find(By::Css("summary")).await?;
        summary.click().await?;
        visit.until("root.querySelector('.go:enabled')").await?;
        assert_eq!(
            marked(&visit).await?[0],
            "According to our data, Iranian partners have not yet asked to sell S-400 systems"
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn in_a_page_without_the_article_a_link_leads_to_the_words() {
    visit(|visit| async move {
        let body =
            json!(["“It is so – and not otherwise, my dear friend,” he said.", "Nothing else was said."]).to_string();
        let quotes = json!([
            "It is so – and not otherwise, my dear friend",
            { "quote": "Nothing else", "source": { "url": "https://daily.example/story#two" } },
            { "quote": "my dear friend", "source": { "url": "https://other.example/" } },
            "It is not so at all"
        ]);
        open_story(&visit, "<p>Another story", &quotes, &[("body", &body)]).await?;
        visit.until("root.querySelectorAll('a.go').length === 2").await?;
        let links = visit.ask("return [...root.querySelectorAll('a.go')].map((link) => [link.textContent, link.getAttribute('href')])").await?;
        let text = "Go to the passage";
        let expected = json!([
            [text, "https://daily.example/story#:~:text=It%20is%20so,my%20dear%20friend"],
            [text, "https://daily.example/story#:~:text=Nothing%20else"]
        ]);
        assert_eq!(links, expected);
        assert_eq!(visit.ask("return window.told").await?, json!([]));
        Ok(())
    });
}

/// A button that leads nowhere is not seen any more once the search has ended. It keeps its room, and what stands beside it its place.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_button_whose_words_are_nowhere_is_hidden_and_moves_nothing() {
    visit(|visit| async move {
        for attributes in [ARTICLE, "article=\"#later\""] {
            let given = [("attributes", attributes)];
            visit_story(&visit, "<p>Another story.", &json!(["It is so and not otherwise"]), &given).await?;
            visit.ask(OPEN_ALL).await?;
            let row = "[...root.querySelector('.tools').children].map((part) => { const { left, top, width, height } = part.getBoundingClientRect(); return [left, top + scrollY, width, height].map(Math.round); })";
            let seen = "getComputedStyle(root.querySelector('.go')).visibility";
            let before = visit.ask(&format!("return [{seen}, {row}]")).await?;
            assert_eq!(before[0], "visible", "a search has begun: {attributes}");
            visit.until(&format!("{seen} === 'hidden'")).await?;
            assert_eq!(visit.ask(&format!("return {row}")).await?, before[1], "{attributes}");
            assert!(!spoken(&visit).await?.contains("Go to the passage"), "{attributes}");
            // An article that is there later is searched all the same.
            visit.ask("document.querySelector('#story').innerHTML = '<div id=later><p>It is so and not otherwise, he said.</div>'").await?;
            visit.until(&format!("root.querySelector('.go:enabled') && {seen} === 'visible'")).await?;
            assert_eq!(visit.ask(&format!("return {row}")).await?, before[1], "{attributes}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_text_fragment_takes_the_browser_to_the_very_words() {
    visit(|visit| async move {
        let paragraphs = [
            "It rains – a lot, & more.",
            "“It rains – a lot, & more than ever,” she said, “and it’ll go on, day by day, for a very long time.”",
        ];
        let text: quotes::Text = paragraphs.iter().collect();
        let spans = ["a lot, & more than ever".to_owned(), "for a very long time".to_owned()];
        let fragment = text.fragment(&quotes::Quote { spans: &spans, ..Default::default() }).unwrap();
        let story = format!(
            "<div class=tall></div><p>{}<div class=tall></div><p id=there>{}<div class=tall></div>",
            paragraphs[0].replace('&', "&amp;"),
            paragraphs[1].replace('&', "&amp;")
        );
        open_story(&visit, &story, &json!(["It rains"]), &[]).await?;
        let address = visit.driver.current_url().await?;
        visit.open("/bare").await?;
        visit.driver.goto(format!("{address}#{fragment}")).await?;
        visit.until("(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.querySelector('#there').getBoundingClientRect())").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn nothing_of_it_is_loaded_before_a_card_is_opened_or_without_an_article() {
    visit(|visit| async move {
        let loaded = "return performance.getEntriesByType('resource').filter(({ name }) => /article-|quotes-/.test(name)).length";
        visit.open("/page?src=/water").await?;
        visit.until_cards().await?;
        visit.ask(OPEN_ALL).await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(visit.ask(loaded).await?, 0);

        let story = "<p>“It is so,” he said.";
        open_story(&visit, story, &json!(["It is so"]), &[("attributes", ARTICLE)]).await?;
        visit.until("root.querySelector('.go:enabled')").await?;
        assert_eq!(visit.ask(loaded).await?, 2);
        // What leads there and back is loaded when a reader is about to go.
        let ways = "performance.getEntriesByType('resource').filter(({ name }) => /there-/.test(name)).length";
        assert_eq!(visit.ask(&format!("return {ways}")).await?, 0);
        visit.ask("root.querySelector('.go:enabled').focus()").await?;
        visit.until(&format!("{ways} === 1")).await?;
        visit.ask("root.querySelector('.go:enabled').click()").await?;
        visit.until("CSS.highlights.has('fact-cards')").await?;
        assert_eq!(visit.ask(&format!("return {ways}")).await?, 1);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_was_found_stays_when_the_widget_takes_prerendered_cards_over() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        let element = visit.driver.find(By::Css("fact-cards")).await?;
        element.get_shadow_root().await?.find(By::Css("summary")).await?.click().await?;
        visit.until("root.querySelectorAll('.go:enabled').length === 2").await?;
        // While the focus is inside, the cards are those of the page.
        assert_eq!(visit.ask("return root.querySelector('template, style') !== null").await?, true);
        let before = visit
            .ask("window.lines = [...root.querySelectorAll('.go:enabled')]; return lines.map((line) => line.textContent)")
            .await?;
        visit.ask("root.activeElement.blur()").await?;
        visit.until("!root.querySelector('style')").await?;
        let after = visit.ask("const now = [...root.querySelectorAll('.go:enabled')]; return now.every((line, at) => line === window.lines[at]) && now.map((line) => line.textContent)").await?;
        assert_eq!(after, before);
        visit.until("getComputedStyle(root.querySelector('.go:enabled')).fontSize === '14px'").await?;
        visit.ask("root.querySelector('.go:enabled').click()").await?;
        visit.until("CSS.highlights.has('fact-cards')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_is_found_is_accessible_at_360_and_1280_pixels_in_light_and_dark() {
    visit(|visit| async move {
        for (width, height) in [(360, 740), (1280, 900)] {
            visit.size(width, height).await?;
            for scheme in ["light", "dark"] {
                visit.scheme(scheme).await?;
                let story = "<meta name=color-scheme content='light dark'><p>“It is so and not otherwise,” he said.";
                open_story(&visit, story, &json!(["It is so and not otherwise"]), &[("attributes", ARTICLE)]).await?;
                visit.until("root.querySelector('.go:enabled')").await?;
                assert_eq!(violations(&visit).await?, json!([]), "{width} px, {scheme}");
                visit.ask("root.querySelector('.go:enabled').click()").await?;
                visit.until("root.querySelector('.way-back:popover-open')").await?;
                assert_eq!(violations(&visit).await?, json!([]), "{width} px, {scheme}, at the passage");
                let heights = "return [...root.querySelectorAll('.go:enabled, .way-back button')].map((button) => button.getBoundingClientRect().height >= 44)";
                assert_eq!(visit.ask(heights).await?, json!([true, true]));
            }
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_passage_that_has_become_other_words_is_not_shown_and_is_found_again_where_it_comes_back() {
    visit(|visit| async move {
        let story = "<p>“Turkey can buy Patriot missiles in the future,” he said.";
        // Other words that are missing do not stop the search for these.
        let quote = json!({ "quote": "Turkey can buy Patriot missiles in the future", "reported": "Nobody has ever said that" });
        open_story(&visit, story, &json!([quote]), &[("attributes", ARTICLE)]).await?;
        visit.until("root.querySelector('.go:enabled') && window.told.length === 2").await?;
        let say = |word: &str| {
            format!(
                "document.querySelector('#story p').textContent = '“Turkey can buy Patriot {word} in the future,” he said.'"
            )
        };
        visit.ask(&say("systems")).await?;
        visit.ask("const button = root.querySelector('.go:enabled'); button.focus(); button.click()").await?;
        visit.until("!root.querySelector('.go:enabled')").await?;
        assert_eq!(
            visit.ask("return [CSS.highlights.has('fact-cards'), root.activeElement?.localName]").await?,
            json!([false, "summary"])
        );
        visit.ask(&say("missiles")).await?;
        visit.until("root.querySelector('.go:enabled')").await?;
        assert_eq!(marked(&visit).await?, json!(["Turkey can buy Patriot missiles in the future"]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_passage_that_is_shown_ends_when_its_words_are_gone_and_the_reader_stays_there() {
    visit(|visit| async move {
        let story = "<div class=tall></div><p>“It is so and not otherwise,” he said.<div class=tall></div>";
        for focus in ["", "button.focus({ preventScroll: true });"] {
            open_story(&visit, story, &json!(["It is so and not otherwise"]), &[("attributes", ARTICLE)]).await?;
            visit.until("root.querySelector('.go:enabled')").await?;
            visit.ask(&format!("const button = root.querySelector('.go:enabled'); {focus} button.click()")).await?;
            visit.until("root.querySelector('.way-back:popover-open')").await?;
            let before = visit.ask("return scrollY").await?;
            visit
                .ask("document.querySelector('#story p').textContent = '“Nobody has said anything here,” he said.'")
                .await?;
            visit.until("!root.querySelector('.way-back') && !root.querySelector('.go:enabled')").await?;
            assert_eq!(visit.ask("return [CSS.highlights.has('fact-cards'), scrollY]").await?, json!([false, before]));
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_article_is_found_after_much_else_has_changed_in_a_page_that_has_its_words_late() {
    visit(|visit| async move {
        let quote = "“It is so and not otherwise,” he said.";
        let given = [("body", &*json!([quote, "It rains today."]).to_string())];
        open_story(&visit, "", &json!(["It is so and not otherwise"]), &given).await?;
        for _ in 0..6 {
            visit.ask("document.querySelector('header').append('An advertisement. ')").await?;
            tokio::time::sleep(Duration::from_millis(600)).await;
        }
        visit
            .ask(&format!("document.querySelector('#story').innerHTML = '<p>{quote}</p><p>It rains today.</p>'"))
            .await?;
        visit.until("root.querySelector('.go:enabled')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_is_hidden_is_no_article_until_it_is_shown() {
    visit(|visit| async move {
        let ways = [
            ("<div hidden>It is so and not otherwise</div>", "document.querySelector('#story div').hidden = false"),
            (
                "<div style='display: none'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style.display = ''",
            ),
            ("<details>It is so and not otherwise</details>", "document.querySelector('#story details').open = true"),
        ];
        for (story, show) in ways {
            open_story(&visit, story, &json!(["It is so and not otherwise"]), &[("attributes", ARTICLE)]).await?;
            visit.until("window.told.length === 1").await?;
            assert_eq!(visit.ask("return window.told[0].grade").await?, "not-checked", "{story}");
            visit.ask(show).await?;
            visit.until("root.querySelector('.go:enabled')").await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_way_back_survives_the_take_over_of_prerendered_cards() {
    visit(|visit| async move {
        visit.size(360, 740).await?;
        visit.open("/").await?;
        visit.until_cards().await?;
        let element = visit.driver.find(By::Css("fact-cards")).await?;
        element.get_shadow_root().await?.find(By::Css("summary")).await?.click().await?;
        visit.until("root.querySelectorAll('.go:enabled').length === 2").await?;
        visit.ask("const button = root.querySelector('.go:enabled'); button.focus(); button.click()").await?;
        visit.until("root.querySelector('.way-back:popover-open')").await?;
        assert_eq!(visit.ask("return root.querySelector('style') !== null").await?, true, "not taken over yet");
        visit.ask("root.activeElement.blur()").await?;
        visit.until("!root.querySelector('style') && root.querySelector('.way-back:popover-open')").await?;
        visit.press(Key::Escape).await?;
        visit
            .until("root.activeElement?.textContent === 'Go to the passage' && !CSS.highlights.has('fact-cards')")
            .await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_article_that_never_rests_is_read_all_the_same() {
    visit(|visit| async move {
        // Timers of browsers may be a little early; that does not make it wait longer.
        let ticker = "const { setTimeout: later } = window; window.setTimeout = (what, time) => later(what, time - 20); \
            setInterval(() => { const tick = document.querySelector('#tick'); if (tick) tick.textContent = Date.now(); }, 100)";
        let given = [("attributes", ARTICLE), ("script", ticker)];
        let quotes = json!(["It comes late and is found", "nobody has ever said that here"]);
        open_story(&visit, "<p id=tick>0</p><p>“It is so,” he said.", &quotes, &given).await?;
        visit.until("window.told.filter(({ grade }) => grade === 'not-found').length === 2").await?;
        visit.ask("document.querySelector('#story').insertAdjacentHTML('beforeend', '<p>“It comes late and is found,” she said.</p>')").await?;
        // Also before the interval has grown to its longest.
        visit.until_within("root.querySelectorAll('.go:enabled').length === 1", Duration::from_secs(12)).await?;
        // When it is written again, it is another node, and the new one is marked.
        visit.ask("const last = document.querySelector('#story').lastElementChild; last.replaceWith(last.cloneNode(true))").await?;
        assert_eq!(marked(&visit).await?, json!(["It comes late and is found", null]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_passage_is_shown_in_boxes_that_scroll() {
    visit(|visit| async move {
        let story = "<div id=box style='height: 300px; overflow: auto'><div class=tall></div><p>“It is so and not otherwise,” he said.<div class=tall></div></div>";
        open_story(&visit, story, &json!(["It is so and not otherwise"]), &[("attributes", ARTICLE)]).await?;
        visit.until("root.querySelector('.go:enabled')").await?;
        visit.ask("root.querySelector('.go:enabled').click()").await?;
        let shown = "(() => { const [range] = CSS.highlights?.get('fact-cards') ?? []; const inner = range?.getBoundingClientRect(); \
            const outer = document.querySelector('#box').getBoundingClientRect(); \
            return inner && inner.top >= outer.top && inner.bottom <= outer.bottom && inner.top >= 0 && inner.bottom <= innerHeight; })()";
        visit.until(shown).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_is_shown_ends_with_the_card_and_leaves_escape_to_a_dialog() {
    visit(|visit| async move {
        let story = "<div class=tall></div><p>“It is so and not otherwise,” he said.<div class=tall></div><dialog>Wait</dialog>";
        open_story(&visit, story, &json!(["It is so and not otherwise"]), &[("attributes", ARTICLE)]).await?;
        visit.until("root.querySelector('.go:enabled')").await?;
        let show = "root.querySelector('.go:enabled').click()";
        for end in [
            "root.querySelector('.go:enabled').scrollIntoView()",
            "root.querySelector('[data-claim]').open = false",
            "document.querySelector('fact-cards').remove()",
        ] {
            visit.ask("root.querySelector('[data-claim]').open = true").await?;
            visit.ask(show).await?;
            visit.until("root.querySelector('.way-back:popover-open') && CSS.highlights.has('fact-cards')").await?;
            visit.ask("document.querySelector('dialog').showModal()").await?;
            visit.press(Key::Escape).await?;
            visit.until("!document.querySelector('dialog').open").await?;
            assert_eq!(visit.ask("return CSS.highlights.has('fact-cards')").await?, true);
            visit.ask(end).await?;
            visit.until("!CSS.highlights.has('fact-cards') && !root?.querySelector('.way-back')").await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn where_the_article_is_late_or_this_page_is_its_own_there_is_no_link_to_it() {
    visit(|visit| async move {
        let quote = "“It is so and not otherwise,” he said.";
        let given = [("body", &*json!([quote, "It rains today."]).to_string())];
        open_story(&visit, "", &json!(["It is so and not otherwise"]), &given).await?;
        visit.until("root.querySelector('a.go')").await?;
        let late = format!("document.querySelector('#story').innerHTML = '<p>{quote}</p><p>It rains today.</p>'");
        visit.ask(&late).await?;
        visit.until("root.querySelector('.go:enabled') && !root.querySelector('a.go')").await?;

        let here = "addEventListener('DOMContentLoaded', () => { const script = document.querySelector('fact-cards script'); \
            const held = JSON.parse(script.text); held.article.url = location.href; script.text = JSON.stringify(held); })";
        let given = [given[0], ("script", here)];
        open_story(&visit, "", &json!(["It is so and not otherwise"]), &given).await?;
        tokio::time::sleep(Duration::from_millis(1000)).await;
        assert_eq!(visit.ask("return root.querySelectorAll('.go:enabled').length").await?, 0);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_card_with_invented_words_is_not_told_to_appear_because_a_broken_claim_of_its_name_does() {
    visit(|visit| async move {
        let claims = json!([
            { "id": "a", "text": "Broken", "statements": [{ "speaker": "nobody", "quote": "It is so and not otherwise" }] },
            { "id": "a", "text": "Whole", "statements": [{ "quote": "It was never so at all in this town" }] },
        ]);
        let given = [("attributes", ARTICLE), ("claims", &*claims.to_string())];
        open_story(&visit, "<p>“It is so and not otherwise,” he said.", &json!([]), &given).await?;
        visit.until("window.told.length === 1").await?;
        assert_eq!(
            visit.ask("return window.told").await?,
            json!([{ "claim": "a", "statement": 0, "grade": "not-found" }])
        );
        assert_eq!(visit.ask("return root.querySelectorAll('.go:enabled').length").await?, 0);
        Ok(())
    });
}

/// Drafts make such claims: the reported words with a capital letter.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn reported_words_that_are_the_claim_but_for_its_capital_letter_are_found() {
    visit(|visit| async move {
        let story = "<p>Ada Low said that the plan is over, for her. She added that the plan was dear.<p>The mill has been sold, she said.";
        let claims = json!([
            { "text": "The plan is over.", "statements": [{ "reported": "the plan is over" }] },
            { "text": "The mill has been sold", "statements": [{ "reported": "The mill has been sold" }] },
            { "text": "The plan is dear", "statements": [{ "reported": "the plan is dear" }] },
        ]);
        let given = [("attributes", ARTICLE), ("claims", &*claims.to_string())];
        open_story(&visit, story, &json!([]), &given).await?;
        visit.until("window.told.length === 3").await?;
        assert_eq!(marked(&visit).await?, json!(["the plan is over", "The mill has been sold", null]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn words_of_a_document_that_a_browser_would_not_parse_are_found() {
    visit(|visit| async move {
        // `JSON.parse` does not accept JSON with a byte order mark.
        let body = json!(["“It is so and not otherwise,” he said."]).to_string();
        let given = [("body", &*body), ("before", "\u{feff}")];
        let story = "<p>“It is so and not otherwise,” he said.";
        open_story(&visit, story, &json!(["It is so and not otherwise"]), &given).await?;
        visit.until("root.querySelector('.go:enabled')").await?;
        assert_eq!(visit.console().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn words_of_prerendered_cards_are_found_whichever_release_wrote_them() {
    visit(|visit| async move {
        let story = "<p>“We will go,” he said, “and we will stay.” Later he said: “We will go.”";
        let quotes = json!([["We will go", "and we will stay"], { "quote": "We will go", "prefix": "he said: “" }]);
        // Cards of earlier releases do not have the text around their words: if a few words occur twice, neither place is shown.
        for (cards, words) in [
            ("now", json!(["We will goand we will stay", "We will go"])),
            ("before", json!(["We will goand we will stay", null])),
        ] {
            visit_story(&visit, story, &quotes, &[("cards", cards)]).await?;
            let element = visit.driver.find(By::Css("fact-cards")).await?;
            element.get_shadow_root().await?.find(By::Css("summary")).await?.click().await?;
            visit.ask(OPEN_ALL).await?;
            visit.until("window.told.length === 2 && root.querySelector('style')").await?;
            assert_eq!(
                visit
                    .ask(
                        "const { textContent, title } = root.querySelector('.go:enabled'); return [textContent, title]"
                    )
                    .await?,
                json!(["Zur Textstelle", "Diese Teile stehen im Artikel."])
            );
            assert_eq!(marked(&visit).await?, words, "{cards}");
        }
        Ok(())
    });
}
