//! The cards that a browser makes from a document.
#![cfg(target_arch = "wasm32")]

use document::decode::decode;
use fact_cards::ui::{Edition, FactCards, FactCardsProps, HeadingLevel, Opening, Phrases, View};
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
async fn each_claim_is_a_card_whose_rest_is_closed() {
    let cards = cards(IRAN).await;
    assert_eq!(all(&cards, "article[part=card]").len(), 8);
    let rests = all(&cards, "article > details[data-claim]");
    assert_eq!(rests.len(), 8);
    assert!(rests.iter().all(|rest| !rest.unchecked_ref::<HtmlDetailsElement>().open()));
    assert_eq!(texts(&cards, "h3[part=claim]")[0], "Iran has not ordered Russian S-400 air defense systems");
}

#[test]
async fn a_closed_card_shows_the_speaker_the_role_and_the_words_and_says_who_follows() {
    let cards = cards(IRAN).await;
    let first = &all(&cards, "article")[0];
    assert_eq!(texts(first, ":scope > .who [part=speaker]"), ["Vladimir Ermakov"]);
    let place = "director of the Department of Non-Proliferation and Weapons Control, Russia’s Foreign Ministry";
    assert_eq!(texts(first, ":scope > .who [part=role]"), [place]);
    let words = "According to our data, Iranian partners have not yet asked to sell S-400 systems";
    assert_eq!(texts(first, ":scope > figure .words"), [words]);
    assert_eq!(texts(first, "summary"), ["And Levan Dzhagaryan, reported"]);
}

#[test]
async fn the_heading_is_named_by_speaker_and_claim_and_the_claim_describes_the_summary() {
    let cards = cards(IRAN).await;
    for card in all(&cards, "article") {
        let heading = &all(&card, "h3")[0];
        let named = heading.get_attribute("aria-labelledby").unwrap();
        let (who, claim) = named.split_once(' ').unwrap();
        assert!(!text(&card, &format!("#{who}")).is_empty());
        assert_eq!(text(&card, &format!("#{claim}")), heading.text_content().unwrap());
        assert_eq!(all(&card, "summary")[0].get_attribute("aria-describedby").unwrap(), claim);
    }
}

#[test]
async fn quotes_look_different_from_reported_words() {
    let cards = cards(IRAN).await;
    let first = &all(&cards, "article")[0];
    assert_eq!(all(first, ":scope > figure .direct").len(), 1);
    assert_eq!(texts(first, "figcaption [part=speaker]"), ["Levan Dzhagaryan"]);
    assert_eq!(texts(first, ".reported .manner"), ["Reported: ", "Reported: "]);
    assert_eq!(all(&cards, "figure")[0].get_attribute("aria-label").unwrap(), "Vladimir Ermakov");
}

#[test]
async fn words_left_out_are_marked() {
    let cards = cards(IRAN).await;
    let last = &all(&cards, "article")[7];
    assert_eq!(
        texts(last, ".reported .words"),
        ["Turkey", "considers the purchase unacceptable should it Russian systems S-400"]
    );
    assert_eq!(texts(last, ".reported .gap [aria-hidden]"), [" […] "]);
}

#[test]
async fn stances_are_shown_only_if_statements_differ() {
    let json = |stances: [&str; 2]| {
        let [one, other] = stances;
        document(&format!(
            r#"[{{"id": "a", "text": "A", "statements": [{{"speaker": "ada", "quote": "x", "stance": "{one}"}},
                                                        {{"speaker": "board", "quote": "y", "stance": "{other}"}}]}}]"#
        ))
    };
    let differing = cards(&json(["affirms", "denies"])).await;
    assert_eq!(text(&differing, "article > .who"), "Two speakers differ");
    assert_eq!(texts(&differing, "figure .attribution .speaker"), ["Ada Low affirms it", "Water Board denies it"]);
    let agreed = cards(&json(["affirms", "affirms"])).await;
    assert_eq!(texts(&agreed, ".statement > .attribution"), [""; 0]);
    assert_eq!(text(&agreed, "article > .who .speaker"), "Ada Low");
    // Without it, the card would say the opposite.
    let denied = cards(&json(["denies", "denies"])).await;
    assert_eq!(text(&denied, "article > .who .speaker"), "Ada Low denies it");
    assert_eq!(texts(&denied, "article > figure .attribution"), [""; 0]);
    assert_eq!(texts(&denied, "figcaption .speaker"), ["Water Board denies it"]);
}

#[test]
async fn a_closed_card_never_hides_that_somebody_denies_the_claim() {
    let of = |statements: &str| document(&format!(r#"[{{"id": "a", "text": "A", "statements": [{statements}]}}]"#));
    let said = |speaker: &str, stance: &str| {
        let field = |name: &str, value: &str| {
            if value.is_empty() { String::new() } else { format!(r#""{name}": "{value}", "#) }
        };
        format!(r#"{{{}{}"quote": "x"}}"#, field("speaker", speaker), field("stance", stance))
    };
    let closed = async |statements: &[String]| {
        let card = cards(&of(&statements.join(","))).await;
        (text(&card, "article > .who .speaker"), texts(&card, "article > figure .attribution .speaker"))
    };
    // Two agree before somebody denies it; the first has no stance; and one speaker says both.
    let agreed = [said("ada", "affirms"), said("", "affirms"), said("board", "denies")];
    let names = ["Ada Low affirms it", "Unattributed affirms it", "Water Board denies it"];
    assert_eq!(closed(&agreed).await, ("Three speakers differ".to_owned(), names.map(String::from).to_vec()));
    let silent = [said("ada", ""), said("", "affirms"), said("", "affirms"), said("board", "denies")];
    let names = ["Ada Low", "Unattributed affirms it", "Water Board denies it"];
    assert_eq!(closed(&silent).await, ("Three speakers differ".to_owned(), names.map(String::from).to_vec()));
    let turned = [said("ada", "affirms"), said("ada", "affirms"), said("ada", "denies")];
    let names = ["Ada Low affirms it", "Ada Low denies it"];
    assert_eq!(closed(&turned).await, ("Ada Low says different things".to_owned(), names.map(String::from).to_vec()));
    // A speaker who affirmed it denies it after others, and after one who only comments.
    let late = [said("ada", "affirms"), said("board", "denies"), said("", "comments"), said("ada", "denies")];
    let names = ["Ada Low affirms it", "Water Board denies it", "Unattributed comments on it", "Ada Low denies it"];
    assert_eq!(closed(&late).await, ("Three speakers differ".to_owned(), names.map(String::from).to_vec()));
    // Who only comments on it does not change that two others differ.
    let commented = [said("ada", "affirms"), said("board", "denies"), said("", "comments")];
    assert_eq!(closed(&commented).await.0, "Three speakers differ");
    // A further speaker denies it, too.
    let both = [said("", "affirms"), said("ada", "denies"), said("", "comments"), said("board", "denies")];
    let names =
        ["Unattributed affirms it", "Ada Low denies it", "Unattributed comments on it", "Water Board denies it"];
    assert_eq!(closed(&both).await, ("Three speakers differ".to_owned(), names.map(String::from).to_vec()));
}

#[test]
async fn only_a_claim_that_is_affirmed_and_denied_is_said_to_be_disputed() {
    let of = async |statements: [(&str, &str); 2]| {
        let statements = statements.map(|(speaker, stance)| {
            let stance = if stance.is_empty() { String::new() } else { format!(r#""stance": "{stance}", "#) };
            format!(r#"{{"speaker": "{speaker}", {stance}"quote": "x"}}"#)
        });
        let json = document(&format!(r#"[{{"id": "a", "text": "A", "statements": [{}]}}]"#, statements.join(",")));
        text(&cards(&json).await, "article > .who .speaker")
    };
    assert_eq!(of([("ada", "affirms"), ("board", "denies")]).await, "Two speakers differ");
    assert_eq!(of([("ada", "affirms"), ("board", "comments")]).await, "Two speakers");
    assert_eq!(of([("ada", "denies"), ("board", "comments")]).await, "Two speakers");
    assert_eq!(of([("ada", ""), ("board", "denies")]).await, "Two speakers");
    assert_eq!(of([("ada", "comments"), ("ada", "denies")]).await, "Ada Low");
    assert_eq!(of([("ada", "denies"), ("ada", "affirms")]).await, "Ada Low says different things");
}

#[test]
async fn only_whole_sentences_of_the_article_are_left_out_around_the_words() {
    let shown = async |body: &str, words: &str| {
        let claims =
            format!(r#"[{{"id": "a", "text": "A", "statements": [{{"speaker": "ada", "quote": "{words}"}}]}}]"#);
        let body = format!(r#""language": "en", "body": ["{body}"]"#);
        text(&cards(&document(&claims).replace(r#""language": "en""#, &body)).await, ".context p")
    };
    // The denial is far from the words, but in their sentence.
    let often = "and again ".repeat(15);
    let before = format!("“I do not believe, and I have said so again {often}, that the water is safe,” said Ada Low.");
    assert_eq!(shown(&before, "the water is safe").await, before);
    let after = format!("The water is safe as people say who have said so again {often}is a lie.");
    assert_eq!(shown(&after, "The water is safe").await, after);
    let title = format!("It is not true, {often}said Dr. Ada Low of the U.S. Water Board, that the water is safe.");
    assert_eq!(shown(&title, "the water is safe").await, title);
    let asked = format!("“The water is safe to drink?” Ada Low said {often}that nobody believes it.");
    assert_eq!(shown(&asked, "The water is safe to drink").await, asked);
    // Sentences that are far away are left out, unless they are short.
    let far = format!("The board met {often}in private. ");
    let near = "Then it spoke, said the mayor. “The water is safe,” said Ada Low in the evening.";
    let all = format!("{far}{near} {}", far.trim_end());
    // The signs for them never stand alone on a line.
    assert_eq!(shown(&all, "The water is safe").await, format!("…\u{a0}{near}\u{a0}…"));
    let beside = "The board met again in the evening and spoke of it with the mayor.";
    let few = format!("{beside} {near} {beside}");
    assert_eq!(shown(&few, "The water is safe").await, few);
    let short = format!("{far}{near} It rained again.");
    assert_eq!(shown(&short, "The water is safe").await, format!("…\u{a0}{near} It rained again."));
    // Long words are not repeated: the card has all of them just above. What is beside them is still shown.
    let long = format!("We met {often}{often}{often}in public");
    assert_eq!(shown(&format!("“{long},” so she lied."), &long).await, "“[…],” so she lied.");
    assert_eq!(shown(&format!("“{long}.”"), &long).await, "");
}

#[test]
async fn what_opens_says_what_is_there() {
    let cards = cards(&document(
        r#"[{"id": "none", "text": "Nobody said this"},
            {"id": "said", "text": "A", "statements": [{"speaker": "ada", "quote": "x"}]},
            {"id": "mute", "text": "B", "statements": [{"speaker": "board"}]},
            {"id": "book", "text": "C", "statements": [{"speaker": "ada", "quote": "x", "source": {"title": "A book"}}]}]"#,
    ))
    .await;
    assert_eq!(texts(&cards, "article summary"), ["Link", "Cite and share", "Cite and share", "Source and link"]);
    for card in all(&cards, "article") {
        assert_eq!(texts(&card, ".tools .link"), ["Link"]);
    }
}

/// The article is named below the cards, and nowhere else; a source that all statements of a card share, once below them.
#[test]
async fn a_source_is_named_once_where_it_is_the_same() {
    let of = async |sources: &[&str]| {
        let said = |source: &&str| format!(r#"{{"speaker": "ada", "quote": "x"{source}}}"#);
        let statements: Vec<String> = sources.iter().map(said).collect();
        let json = document(&format!(r#"[{{"id": "a", "text": "A", "statements": [{}]}}]"#, statements.join(",")));
        let url = r#""language": "en", "url": "https://a.example/water""#;
        let cards = cards(&json.replace(r#""language": "en""#, url)).await;
        assert_eq!(texts(&cards, ".article-line"), ["Source: Water"]);
        (texts(&cards, ".part .detail"), texts(&cards, ".body > .detail"))
    };
    let [none, one, two]: [Vec<String>; 3] =
        [vec![], vec!["Source: A book".into()], vec!["Source: A book".into(), "Source: A film".into()]];
    let [book, film] = [r#", "source": {"title": "A book"}"#, r#", "source": {"title": "A film"}"#];
    assert_eq!(of(&["", ""]).await, (none.clone(), none.clone()));
    assert_eq!(of(&[book]).await, (one.clone(), none.clone()));
    assert_eq!(of(&[book, book]).await, (none.clone(), one.clone()));
    assert_eq!(of(&[book, film]).await, (two, none.clone()));
    assert_eq!(of(&[book, ""]).await, (one, none.clone()));
    // The article itself, by its title or its address, and a place in it.
    for same in [r#""title": "Water""#, r#""url": "https://a.example/water""#] {
        let same = format!(r#", "source": {{{same}}}"#);
        assert_eq!(of(&[&same]).await, (none.clone(), none.clone()), "{same}");
    }
    let place = r#", "source": {"title": "Water", "url": "https://a.example/water#:~:text=x"}"#;
    assert_eq!(of(&[place]).await, (none.clone(), none.clone()));
    let json = document(&format!(r#"[{{"id": "a", "text": "A", "statements": [{{"quote": "x"{place}}}]}}]"#))
        .replace(r#""language": "en""#, r#""language": "en", "url": "https://a.example/water""#);
    let way = &all(&cards(&json).await, ".tools > .go + a.link")[0];
    assert_eq!(way.get_attribute("href").unwrap(), "https://a.example/water#:~:text=x");
    assert_eq!(way.text_content().unwrap(), "Go to the passage");
    let other = r#", "source": {"title": "The minutes", "url": "https://a.example/water#minutes"}"#;
    assert_eq!(of(&[other]).await, (vec!["Source: The minutes".into()], none));
}

#[test]
async fn each_statement_of_an_open_card_has_its_speaker_first_and_its_buttons_last() {
    let said = |speaker: &str, stance: &str| {
        format!(r#"{{"speaker": "{speaker}", "quote": "x {speaker}", "stance": "{stance}"}}"#)
    };
    let statements = [said("ada", "affirms"), said("board", "denies"), said("ada", "affirms")].join(",");
    let shown = cards(&document(&format!(r#"[{{"id": "a", "text": "A", "statements": [{statements}]}}]"#))).await;
    let parts = all(&shown, ".part");
    for (part, name) in parts.iter().zip(["Ada Low", "Water Board", "Ada Low affirms it engineer, City Water"]) {
        assert_eq!(text(part, ".who:first-child"), name);
        assert_eq!(text(part, ":scope > .tools:last-child"), "Link Share Copy Go to the passage");
        assert_eq!(all(part, ".who .portrait").len(), 1);
    }
    assert_eq!(parts.len(), 3);
}

#[test]
async fn there_is_a_button_to_open_all_cards_and_then_one_to_close_them() {
    assert_eq!(texts(&cards(IRAN).await, "[part=actions] > button[type=button]"), ["Open all", "Close all"]);
    let one = document(r#"[{"id": "a", "text": "A", "statements": [{"quote": "x"}]}]"#);
    assert_eq!(texts(&cards(&one).await, "[part=actions]"), [""; 0]);
}

#[test]
async fn the_figure_has_a_row_for_each_speaker_and_a_dot_for_each_claim() {
    let cards = cards(IRAN).await;
    let names = ["Ibrahim Kalin", "Vladimir Ermakov", "Mevlut Cavusoglu", "Levan Dzhagaryan"];
    assert_eq!(texts(&cards, ".speaker-name"), names);
    let rows = all(&cards, ".speaker-row");
    let dots: Vec<_> = rows.iter().map(|row| (all(row, ".dot.own").len(), all(row, ".dot:not(.own)").len())).collect();
    assert_eq!(dots, [(4, 1), (2, 0), (0, 2), (0, 1)]);
    assert_eq!(text(&rows[0], ".visually-hidden"), ": 4 in their own words, 1 reported by the article, comments: 1");
}

#[test]
async fn a_dot_says_what_is_known_of_the_words_and_each_kind_that_is_there_is_explained() {
    let said = |what: &str| format!(r#"[{{"id": "a", "text": "A", "statements": [{what}]}}]"#);
    let own = r#"{"speaker": "ada", "quote": "x"}"#;
    let bare = r#"{"speaker": "board", "source": {"title": "A report"}}"#;
    let shown = cards(&document(&said(&[own, bare].join(",")))).await;
    let rows = all(&shown, ".speaker-row");
    assert_eq!((all(&rows[0], ".dot.own").len(), all(&rows[1], ".dot.bare").len()), (1, 1));
    assert_eq!(text(&rows[1], ".visually-hidden"), ": 1 without their words");
    assert_eq!(texts(&shown, ".legend > span"), [" in their own words", " without their words"]);
    assert_eq!(texts(&cards(&document(&said(own))).await, ".legend > span"), [" in their own words"]);
}

#[test]
async fn a_speaker_who_says_different_things_has_a_dot_for_each() {
    let said = |stance: &str| format!(r#"{{"speaker": "ada", "reported": "x", "stance": "{stance}"}}"#);
    let statements = [said("affirms"), said("denies"), said("affirms")].join(",");
    let shown = cards(&document(&format!(r#"[{{"id": "a", "text": "A", "statements": [{statements}]}}]"#))).await;
    let row = &all(&shown, ".speaker-row")[0];
    assert_eq!((all(row, ".dot").len(), all(row, ".denies").len()), (2, 1));
    assert_eq!(text(row, ".visually-hidden"), ": 2 reported by the article, denies: 1");
    assert_eq!(texts(&shown, ".legend > span"), [" reported by the article", " denies"]);
    assert_eq!(all(&shown, ".legend .own").len(), 0, "dots as they are in the rows");
}

#[test]
async fn many_speakers_and_many_claims_have_a_line_and_a_field_of_their_own() {
    let many = |number: usize| {
        let speakers: Vec<_> = (0..number).map(|at| format!(r#""s{at}": {{"name": "Speaker {at}"}}"#)).collect();
        let claims: Vec<_> = (0..number)
            .map(|at| {
                format!(r#"{{"id": "c{at}", "text": "A", "statements": [{{"speaker": "s{at}", "quote": "x"}}]}}"#)
            })
            .collect();
        format!(
            r#"{{"version": 1, "article": {{"headline": "h", "language": "en"}}, "speakers": {{{}}}, "claims": [{}]}}"#,
            speakers.join(","),
            claims.join(",")
        )
    };
    let few = cards(&many(6)).await;
    assert_eq!((all(&few, ".overview details").len(), all(&few, "input").len()), (0, 0));
    let more = cards(&many(16)).await;
    assert_eq!(texts(&more, ".overview summary > span"), ["All 16 speakers", "Show less"]);
    assert_eq!(all(&more, ".overview .speaker-row").len(), 16);
    assert_eq!(all(&more, "input[type=search]").len(), 1);
}

#[test]
async fn cards_open_as_the_setting_says() {
    for (opening, expected) in [(Opening::None, 0), (Opening::First, 1), (Opening::All, 8)] {
        let cards = rendered(view(IRAN, opening)).await;
        assert_eq!(all(&cards, "[data-claim][open]").len(), expected);
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
    let details = all(&cards, "article");
    assert_eq!(text(&details[0], ":scope > .who"), "Nobody is named");
    assert_eq!(text(&details[0], ".body .notice"), "No statement is given for this claim.");
    assert_eq!(text(&details[1], ":scope > .who [part=speaker]"), "Unattributed");
    assert_eq!(text(&details[1], "[part=quote]"), "“Unattributed words”");
    assert_eq!(text(&details[2], "figure .notice"), "None of their words are given.");
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
    assert_eq!(text(&cards, ".review"), "Rated by Checkers · May 2024Mostly true4.50 out of 5");
    assert_eq!(text(&cards, "article [part=source]"), "Source: Daily · Daily Press · 2024");
    assert_eq!(text(&cards, "article [part=role]"), "former engineer, City Water");
    let details = texts(&cards, ".body .detail");
    assert_eq!(details[..3], ["Said: May 1, 2024", "on Monday, as the article puts it", "Translated from German"]);
    let links: Vec<_> = all(&cards, "a:not(.link)").iter().map(|link| link.get_attribute("href").unwrap()).collect();
    assert_eq!(links, ["https://checkers.example/1", "https://daily.example/a"]);
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
    assert_eq!(all(&cards, "script, [onerror], a:not([href^='#claim-'])").len(), 0);
    assert_eq!(texts(&cards, "[part=claim]"), [evil]);
    assert_eq!(texts(&cards, ".direct .words"), [evil, evil]);
    assert_eq!(text(&cards, "article [part=speaker]"), evil);
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
    let parts = texts(&cards, ".attribution bdi");
    assert_eq!(parts, ["محمد جواد", "🧑‍🚒", "الخارجية"]);
    assert_eq!(all(&cards, "article .portrait")[0].get_attribute("data-initials").unwrap(), "مج");
}

#[test]
async fn a_document_without_claims_shows_nothing() {
    assert_eq!(text(&cards(&document("[]")).await, ".cards"), "");
}

#[test]
async fn words_are_cut_only_where_at_least_a_third_of_them_is_hidden() {
    let quoted = |number: usize| {
        document(&format!(
            r#"[{{"id": "a", "text": "A", "statements": [{{"quote": "{}"}}]}}]"#,
            vec!["word"; number].join(" ")
        ))
    };
    assert_eq!(texts(&cards(&quoted(67)).await, ".all summary, .cut"), [""; 0]);
    let cut = cards(&quoted(68)).await;
    assert_eq!(texts(&cut, ".all summary > span"), ["Read all 68 words", "Show less"]);
    // What is hidden are whole words.
    assert_eq!(text(&cut, ".words .over"), " word".repeat(23));
    assert_eq!(text(&cut, ".words"), ["word"; 68].join(" "));
    // The sign for it is none of the words, and stands on the line of the last one.
    assert_eq!(texts(&cut, ".quote > .words + .cut[hidden]"), ["\u{a0}…"]);
}

#[test]
async fn long_words_are_cut_where_a_sentence_ends_and_after_it_no_part_is_left() {
    let said =
        |words: &str| document(&format!(r#"[{{"id": "a", "text": "A", "statements": [{{"quote": {words}}}]}}]"#));
    let sentence = format!("So {}always.", "again and ".repeat(14));
    let of_two = cards(&said(&format!(r#""{sentence} It{}.""#, " rains".repeat(40)))).await;
    assert_eq!(text(&of_two, ".words"), format!("{sentence}{}", text(&of_two, ".words .over")));
    let parts = format!(r#"["{}", "{}", "rain"]"#, ["sun"; 40].join(" "), ["moon"; 30].join(" "));
    let in_parts = cards(&said(&parts)).await;
    assert_eq!(texts(&in_parts, ".words > .over"), [" moon".repeat(25)]);
    assert_eq!(texts(&in_parts, ".quote > .over .visually-hidden"), ["(words left out)"]);
    assert_eq!(texts(&in_parts, ".words.over"), ["rain"]);
    let unspaced = cards(&said(&format!("\"{}\"", "水".repeat(135)))).await;
    assert_eq!(texts(&unspaced, ".words > .over, .cut"), ["水".repeat(45), "…".to_owned()]);
}

#[test]
async fn the_articles_sentence_around_the_words_is_shown_if_it_is_known_where_they_are() {
    let with_body = |body: &str| {
        let claims = r#"[{"id": "a", "text": "A", "statements": [{"speaker": "ada", "quote": "It is safe"}]}]"#;
        document(claims).replace(r#""language": "en""#, &format!(r#""language": "en", "body": [{body}]"#))
    };
    let known = cards(&with_body(r#""“It is safe to drink,” she said.""#)).await;
    assert_eq!(text(&known, ".context p"), "“It is safe to drink,” she said.");
    assert_eq!(texts(&known, ".context mark"), ["It is safe"]);
    assert_eq!(text(&known, "article summary"), "In context");
    // A part of the words could say the opposite.
    let long = "It is safe for most adults and children of this town, but not for pregnant women or the old";
    let claims = format!(r#"[{{"id": "a", "text": "A", "statements": [{{"speaker": "ada", "quote": "{long}"}}]}}]"#);
    let whole = document(&claims)
        .replace(r#""language": "en""#, &format!(r#""language": "en", "body": ["“{long},” she said."]"#));
    assert_eq!(texts(&cards(&whole).await, ".context mark"), [long]);
    let twice = cards(&with_body(r#""It is safe, she said.", "It is safe, he said.""#)).await;
    assert_eq!(all(&twice, ".context").len(), 0);
    assert_eq!(text(&twice, "article summary"), "Cite and share");
}

/// A box that has nothing but the words would only repeat them.
#[test]
async fn where_the_article_says_nothing_around_the_words_they_are_not_repeated() {
    let boxes = async |paragraph: &str| {
        let claims = r#"[{"id": "a", "text": "A", "statements": [{"speaker": "ada", "quote": "It is harmless"}]}]"#;
        let body = format!(r#""language": "en", "body": ["{paragraph}"]"#);
        all(&cards(&document(claims).replace(r#""language": "en""#, &body)).await, ".context").len()
    };
    let further = "The board has known for many years that other pipes of this old town are not at all as good as these, and it says so whenever it is asked";
    assert_eq!(boxes("“It is harmless.”").await, 0);
    assert_eq!(boxes("‘It is harmless’ …").await, 0);
    for more in ["“It is harmless?”", "“It is harmless” ❌", "It is harmless: 0/10", "≠ It is harmless"] {
        assert_eq!(boxes(more).await, 1, "{more}");
    }
    assert_eq!(boxes(&format!("“It is harmless. {further}.”")).await, 0);
    assert_eq!(boxes(&format!("“{further}. It is harmless.”")).await, 0);
    assert_eq!(boxes("“It is harmless,” she said.").await, 1);
    assert_eq!(boxes("“It is harmless?” she laughed.").await, 1);
    assert_eq!(boxes("“Nobody says: It is harmless.”").await, 1);
}

#[test]
async fn who_says_the_most_comes_first_and_of_as_many_who_speaks_first() {
    let said = |keys: &[&str]| {
        let claims = keys.iter().enumerate().map(|(at, key)| {
            format!(r#"{{"id": "c{at}", "text": "A", "statements": [{{"speaker": "{key}", "quote": "x"}}]}}"#)
        });
        document(&format!("[{}]", claims.collect::<Vec<_>>().join(",")))
    };
    let rows = async |keys: &[&str]| texts(&cards(&said(keys)).await, ".speaker-name");
    assert_eq!(rows(&["ada", "board"]).await, ["Ada Low", "Water Board"]);
    assert_eq!(rows(&["ada", "board", "board"]).await, ["Water Board", "Ada Low"]);
}

#[test]
async fn no_two_buttons_have_the_same_name() {
    let cards = cards(IRAN).await;
    let name = |button: &Element| button.get_attribute("aria-label").or_else(|| button.text_content()).unwrap();
    let mut names: Vec<String> = all(&cards, "button").iter().map(name).collect();
    assert!(
        names.contains(&"Copy: Ibrahim Kalin".to_owned()) && names.contains(&"Copy: Ibrahim Kalin (4)".to_owned()),
        "{names:?}"
    );
    let number = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), number);
}

#[test]
async fn the_number_of_missing_cards_is_shown() {
    let cards =
        cards(&document(r#"[{"id": "a", "text": "A", "statements": [{"quote": "x"}]}, {"id": "b", "text": 1}]"#)).await;
    assert_eq!(text(&cards, ".notice"), "1 of 2 cards could not be shown.");
    assert_eq!(all(&cards, "article").len(), 1);
}

#[test]
async fn a_failure_is_one_sentence_and_a_button_to_try_again() {
    let failure = rendered(View::Failure(Phrases::default())).await;
    assert_eq!(text(&failure, "[role=alert] p"), "These cards cannot be shown right now.");
    assert_eq!(text(&failure, "[role=alert] [part=actions] > button"), "Try again");
}

#[test]
async fn the_widget_uses_the_texts_it_was_given() {
    let french = Phrases::read(include_str!(concat!(env!("OUT_DIR"), "/fr.txt")).to_owned());
    let decoded =
        decode(&document(r#"[{"id": "a", "text": "x", "statements": [{"speaker": "ada", "quote": "x"}]}, 1]"#))
            .unwrap();
    let edition = Edition::new(decoded.document, decoded.left_out, french, HeadingLevel::default());
    let cards = rendered(View::Cards(edition, Opening::None)).await;
    assert_eq!(text(&cards, ".title"), "Qui a dit quoi");
    assert_eq!(text(&cards, ".notice"), "2 fiches, dont 1 impossible à afficher.");
    assert_eq!(all(&cards, ".cards[lang=fr][dir=ltr]").len(), 1);
}
