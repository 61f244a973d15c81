//! The cards that a browser makes from a document.
#![cfg(target_arch = "wasm32")]

use document::decode::decode;
use fact_cards::ui::{Cause, Edition, FactCards, FactCardsProps, HeadingLevel, Opening, Phrases, View};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::{Element, HtmlDetailsElement};
use yew::{Callback, Renderer};

const IRAN: &str = include_str!("../data/iran-s-400.json");

/// Renders a view into its own page.
async fn rendered(view: View) -> Element {
    let document = gloo::utils::document();
    let place = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&place).unwrap();
    let (sender, receiver) = std::sync::mpsc::channel();
    let on_rendered = Callback::from(move |()| sender.send(()).unwrap());
    let _ = Renderer::<FactCards>::with_root_and_props(place.clone(), FactCardsProps { view, on_rendered }).render();
    while receiver.try_recv().is_err() {
        pause().await;
    }
    place
}

/// Waits until the browser has run all queued tasks.
async fn pause() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        gloo::utils::window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 5).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

fn view(json: &str, opening: Opening) -> View {
    let decoded = decode(json).unwrap();
    View::Cards(Edition::new(decoded.document, decoded.left_out, Phrases::default(), HeadingLevel::default()), opening)
}

async fn cards(json: &str) -> Element {
    rendered(view(json, Opening::None)).await
}

fn document(claims: &str) -> String {
    format!(
        r#"{{"version": 1, "article": {{"headline": "Water", "language": "en"}},
            "speakers": {{"ada": {{"name": "Ada Low", "role": "engineer", "organization": "City Water"}},
                          "board": {{"name": "Water Board", "type": "organization"}}}},
            "claims": {claims}}}"#
    )
}

fn all(within: &Element, selector: &str) -> Vec<Element> {
    let found = within.query_selector_all(selector).unwrap();
    (0..found.length()).map(|index| found.get(index).unwrap().unchecked_into()).collect()
}

fn texts(within: &Element, selector: &str) -> Vec<String> {
    all(within, selector).iter().map(|element| element.text_content().unwrap()).collect()
}

fn text(within: &Element, selector: &str) -> String {
    texts(within, selector).concat()
}

#[test]
async fn each_claim_is_a_closed_card() {
    let cards = cards(IRAN).await;
    let details = all(&cards, "details[part=card]");
    assert_eq!(details.len(), 8);
    assert!(details.iter().all(|card| !card.unchecked_ref::<HtmlDetailsElement>().open()));
    assert_eq!(texts(&cards, "h3[part=claim]")[0], "Iran has not ordered Russian S-400 air defense systems");
}

#[test]
async fn a_closed_card_shows_the_speakers_and_their_roles() {
    let cards = cards(IRAN).await;
    let first = &all(&cards, "summary")[0];
    assert_eq!(texts(first, "[part=speaker]"), ["Vladimir Ermakov", "Levan Dzhagaryan"]);
    let place = "director of the Department of Non-Proliferation and Weapons Control, Russia’s Foreign Ministry";
    assert_eq!(texts(first, "[part=role]"), [place, "Russian ambassador to Iran"]);
    assert_eq!(texts(first, ".tag"), ["reported, not quoted"]);
}

#[test]
async fn the_claim_names_the_summary_and_the_speakers_describe_it() {
    let cards = cards(IRAN).await;
    for summary in all(&cards, "summary") {
        // The name of a summary comes from its visible content.
        assert_eq!(all(&summary, ":scope > :not([part=claim], [aria-hidden=true])").len(), 0);
        let description = format!("#{}", summary.get_attribute("aria-describedby").unwrap());
        assert!(text(&cards, &description).contains(&texts(&summary, "[part=speaker]")[0]));
    }
}

#[test]
async fn quotes_look_different_from_reported_words() {
    let cards = cards(IRAN).await;
    let figures = all(&cards, "figure");
    assert_eq!(all(&figures[0], "blockquote.direct").len(), 1);
    assert_eq!(all(&figures[1], "blockquote.direct").len(), 0);
    assert_eq!(texts(&figures[1], ".manner"), ["In the article’s words"]);
    assert_eq!(text(&figures[0], "figcaption [part=speaker]"), "Vladimir Ermakov");
}

#[test]
async fn words_left_out_are_marked() {
    let cards = cards(IRAN).await;
    let last = &all(&cards, "details")[7];
    assert_eq!(
        texts(last, ".reported .words"),
        ["Turkey", "considers the purchase unacceptable should it Russian systems S-400"]
    );
    assert_eq!(texts(last, ".reported .gap [aria-hidden]"), [" […] "]);
}

#[test]
async fn stances_are_shown_only_if_statements_differ() {
    let cards = cards(IRAN).await;
    assert_eq!(texts(&cards, "summary .stance"), ["affirms", "comments"]);
    let agreed = document(
        r#"[{"id": "a", "text": "A", "statements": [{"speaker": "ada", "quote": "x", "stance": "denies"},
                                                    {"speaker": "board", "quote": "y", "stance": "denies"}]}]"#,
    );
    assert_eq!(texts(&self::cards(&agreed).await, ".stance"), [""; 0]);
}

#[test]
async fn there_is_a_button_to_open_all_cards_and_then_one_to_close_them() {
    assert_eq!(texts(&cards(IRAN).await, "[part=actions] > button[type=button]"), ["Open all", "Close all"]);
    let one = document(r#"[{"id": "a", "text": "A", "statements": [{"quote": "x"}]}]"#);
    assert_eq!(texts(&cards(&one).await, "button"), [""; 0]);
}

#[test]
async fn the_overview_counts_claims_and_speakers() {
    let cards = cards(IRAN).await;
    assert_eq!(text(&cards, ".count"), "8 claims by 4 speakers");
    let names = ["Vladimir Ermakov", "Levan Dzhagaryan", "Ibrahim Kalin", "Mevlut Cavusoglu"];
    assert_eq!(texts(&cards, ".speaker-name"), names);
    assert_eq!(texts(&cards, ".speaker-count"), ["2 claims", "1 claim", "5 claims", "2 claims"]);
}

#[test]
async fn cards_open_as_the_setting_says() {
    for (opening, expected) in [(Opening::None, 0), (Opening::First, 1), (Opening::All, 8)] {
        let cards = rendered(view(IRAN, opening)).await;
        assert_eq!(all(&cards, "details[open]").len(), expected);
    }
}

#[test]
async fn headings_have_the_level_of_the_setting() {
    for (level, claim, title) in [(2, "h2", "p"), (3, "h3", "h2"), (6, "h6", "h5")] {
        let decoded = decode(IRAN).unwrap();
        let edition = Edition::new(decoded.document, 0, Phrases::default(), HeadingLevel::new(level).unwrap());
        let cards = rendered(View::Cards(edition, Opening::None)).await;
        assert_eq!(all(&cards, &format!("{claim}[part=claim]")).len(), 8);
        assert_eq!(all(&cards, &format!("{title}.title")).len(), 1);
    }
}

#[test]
async fn cards_with_missing_parts_still_make_sense() {
    let bare = document(
        r#"[{"id": "none", "text": "Nobody said this"},
            {"id": "role", "text": "A", "statements": [{"quote": "Unattributed words"}]},
            {"id": "mute", "text": "B", "statements": [{"speaker": "board"}]}]"#,
    );
    let cards = cards(&bare).await;
    let details = all(&cards, "details");
    assert_eq!(text(&details[0], "summary .who"), "Nobody is named");
    assert_eq!(text(&details[0], ".body .notice"), "No statement is given for this claim.");
    assert_eq!(text(&details[1], "summary [part=speaker]"), "Unattributed");
    assert_eq!(text(&details[1], "[part=quote]"), "“Unattributed words”");
    assert_eq!(text(&details[2], ".body .notice"), "None of their words are given.");
    assert_eq!(all(&details[2], "[part=role]").len(), 0);
}

#[test]
async fn corrections_reviews_and_sources_are_shown() {
    let full = document(
        r#"[{"id": "a", "text": "A",
             "correction": {"date": "2024-05-02", "text": "An earlier version was wrong."},
             "reviews": [{"by": "Checkers", "url": "https://checkers.example/1", "published": "2024-05", "label": "Mostly true", "value": 4.50, "best": 5}],
             "statements": [{"speaker": "ada", "quote": "x", "said": "2024-05-01", "when": "on Monday", "translated_from": "de",
                             "role": "former engineer",
                             "source": {"title": "Daily", "url": "https://daily.example/a", "publisher": "Daily Press", "published": "2024"}}]}]"#,
    );
    let cards = cards(&full).await;
    assert_eq!(text(&cards, ".correction"), "Correction · May 2, 2024An earlier version was wrong.");
    assert_eq!(text(&cards, ".review"), "Rated by CheckersMostly true4.50 out of 5May 2024");
    assert_eq!(text(&cards, "figcaption [part=source]"), "Source: Daily · Daily Press · 2024");
    assert_eq!(text(&cards, "figcaption [part=role]"), "former engineer, City Water");
    let details = texts(&cards, "figcaption .detail");
    assert_eq!(details[..3], ["Said: May 1, 2024", "on Monday, as the article puts it", "Translated from German"]);
    let links: Vec<_> = all(&cards, "a").iter().map(|link| link.get_attribute("href").unwrap()).collect();
    assert_eq!(links, ["https://daily.example/a", "https://checkers.example/1"]);
}

#[test]
async fn markup_in_any_field_stays_text() {
    let evil = r#"<script>window.hacked=1</script><img src=x onerror=window.hacked=1>"#;
    let json = format!(
        r#"{{"version": 1, "article": {{"headline": "{evil}", "publisher": "{evil}", "language": "{evil}", "url": "javascript:window.hacked=1"}},
            "speakers": {{"{evil}": {{"name": "{evil}", "role": "{evil}", "organization": "{evil}", "url": "javascript:1", "image": "javascript:window.hacked=1", "image_credit": "{evil}"}}}},
            "claims": [{{"id": "{evil}", "text": "{evil}", "correction": {{"text": "{evil}", "date": "{evil}"}},
                         "reviews": [{{"by": "{evil}", "label": "{evil}", "url": "javascript:window.hacked=1"}}],
                         "statements": [{{"speaker": "{evil}", "quote": ["{evil}", "{evil}"], "reported": "{evil}", "role": "{evil}", "organization": "{evil}", "when": "{evil}", "said": "{evil}",
                                          "source": {{"title": "{evil}", "publisher": "{evil}", "url": "javascript:window.hacked=1"}}}}]}}]}}"#
    );
    let cards = cards(&json).await;
    pause().await;
    assert!(js_sys::Reflect::get(&js_sys::global(), &"hacked".into()).unwrap().is_undefined());
    assert_eq!(all(&cards, "script, [onerror], a").len(), 0);
    assert_eq!(texts(&cards, "[part=claim]"), [evil]);
    assert_eq!(texts(&cards, ".direct .words"), [evil, evil]);
    assert_eq!(text(&cards, "figcaption [part=speaker]"), evil);
}

#[test]
async fn a_quote_of_ten_thousand_characters_is_shown_whole() {
    let long = "long words ".repeat(910);
    let cards =
        cards(&document(&format!(r#"[{{"id": "a", "text": "A", "statements": [{{"quote": "{long}"}}]}}]"#))).await;
    assert_eq!(text(&cards, "[part=quote] .words"), long);
}

#[test]
async fn names_with_another_text_direction_are_isolated() {
    let json = document(r#"[{"id": "a", "text": "A", "statements": [{"speaker": "ada", "role": "🧑‍🚒", "organization": "الخارجية", "quote": "x"}]}]"#)
        .replace("Ada Low", "محمد جواد");
    let cards = cards(&json).await;
    let parts = texts(&cards, "summary bdi");
    assert_eq!(parts, ["محمد جواد", "🧑‍🚒", "الخارجية"]);
    assert_eq!(all(&cards, "summary .portrait")[0].get_attribute("data-initials").unwrap(), "مج");
}

#[test]
async fn a_document_without_claims_shows_a_message() {
    let cards = cards(&document("[]")).await;
    assert_eq!(text(&cards, ".notice"), "No claims are listed for this article.");
}

#[test]
async fn the_number_of_missing_cards_is_shown() {
    let cards =
        cards(&document(r#"[{"id": "a", "text": "A", "statements": [{"quote": "x"}]}, {"id": "b", "text": 1}]"#)).await;
    assert_eq!(text(&cards, ".notice"), "1 of 2 cards could not be shown.");
    assert_eq!(all(&cards, "details").len(), 1);
}

#[test]
async fn a_failure_shows_the_reason_and_a_button_to_try_again() {
    let failure = rendered(View::Failure(Phrases::default(), Cause::TooSlow)).await;
    assert_eq!(
        text(&failure, "[role=alert] p"),
        "The fact cards could not be loadedThe server took too long to answer."
    );
    assert_eq!(text(&failure, "[role=alert] [part=actions] > button"), "Try again");
}

#[test]
async fn loading_again_is_announced_to_screen_readers() {
    let loading = rendered(View::Loading(Phrases::default())).await;
    assert_eq!(text(&loading, "[role=status]"), "Loading fact cards");
}

#[test]
async fn the_widget_uses_the_texts_it_was_given() {
    let french = Phrases::read(include_str!(concat!(env!("OUT_DIR"), "/fr.txt")).to_owned());
    let decoded =
        decode(&document(r#"[{"id": "a", "text": "x", "statements": [{"speaker": "ada", "quote": "x"}]}, 1]"#))
            .unwrap();
    let edition = Edition::new(decoded.document, decoded.left_out, french, HeadingLevel::default());
    let cards = rendered(View::Cards(edition, Opening::None)).await;
    assert_eq!(text(&cards, ".count"), "1 affirmation, 1 intervenant");
    assert_eq!(text(&cards, ".notice"), "2 fiches, dont 1 impossible à afficher.");
    assert_eq!(all(&cards, ".cards[lang=fr][dir=ltr]").len(), 1);
}
