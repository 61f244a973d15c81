//! Readers are told no more than is so: of parts that they are parts, and nothing of what they cannot see.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};
use crate::quotes::{ARTICLE, OPEN_ALL, marked, open_story};

const QUOTE: &str = "It is so and not otherwise";

/// What the cards say of their words; `null` where they say nothing.
const SAID: &str =
    "return [...root.querySelectorAll('[data-claim]')].map((card) => card.querySelector('.go:enabled')?.title ?? null)";

async fn told(visit: &Visit, story: &str, quotes: &Value) -> WebDriverResult<Vec<Value>> {
    open_story(visit, story, quotes, &[("attributes", ARTICLE)]).await?;
    visit.until(&format!("window.told.length === {}", quotes.as_array().unwrap().len())).await?;
    Ok(visit.ask(SAID).await?.as_array().unwrap().clone())
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn of_parts_readers_are_told_that_parts_appear_and_of_parts_in_doubt_nothing() {
    visit(|visit| async move {
        let story = "<p>“The tenant is not permitted to sublet the flat,” said Ada Low.</p>\
            <p>“The roof leaks in winter,” said Mira Stone. “It was repaired in May,” said the landlord.</p>\
            <p>“We will go,” she said, “and with some luck we will stay.”</p>\
            <p>The mayor said the landlord is a liar and a thief.</p>";
        let quotes = json!([
            ["The tenant is", "permitted to sublet the flat"],
            ["The roof leaks in winter", "It was repaired in May"],
            ["The roof leaks in winter", "we will stay"],
            ["The mayor", "is a liar and a thief"],
            ["We will go", "and with some luck we will stay"],
            "and with some luck we will stay",
        ]);
        let said = told(&visit, story, &quotes).await?;
        let (parts, words) = ("These parts appear in the article.", "These words appear in the article.");
        assert_eq!(said, [json!(null), json!(null), json!(null), json!(null), json!(parts), json!(words)]);
        assert_eq!(visit.ask("return new Set(window.told.map(({ grade }) => grade)).size").await?, 1, "all are exact");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn of_words_without_the_not_of_their_clause_readers_are_told_nothing() {
    visit(|visit| async move {
        let story = "<p>“The water is not safe to drink,” said Ada Low.</p><p>“I do not think, honestly, that the roof leaks,” she said.</p>\
            <p>“We do not lie, and everybody knows it,” she said.</p>";
        let quotes = json!(["safe to drink", "the roof leaks", "The water is not safe to drink", "everybody knows it"]);
        let words = "These words appear in the article.";
        assert_eq!(told(&visit, story, &quotes).await?, [json!(null), json!(null), json!(words), json!(words)]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn of_words_without_their_condition_readers_are_told_nothing() {
    visit(|visit| async move {
        let story = "<p>“If the filters are changed, the town will pay,” said Ada Low.</p>\
            <p>„Die Bürger zahlen, wenn die Filter brechen“, sagte sie.</p>\
            <p>“Even if the roof leaks, the county will stay,” she said.</p>";
        let quotes = json!(["the town will pay", "Die Bürger zahlen", "the county will stay"]);
        let words = "These words appear in the article.";
        assert_eq!(told(&visit, story, &quotes).await?, [json!(null), json!(null), json!(words)]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn of_words_that_somebody_doubts_readers_are_told_nothing_and_of_words_without_doubt_they_are() {
    visit(|visit| async move {
        let story = "<p>«Dudo que el agua sea segura», dijo Ada Low.</p><p>„Die Lüge, dass der Damm hält, ist alt“, sagte sie.</p>\
            <p>“No doubt the roof leaks,” she said.</p><p>She did not hesitate to say that the county will stay.</p>";
        let quotes = json!(["el agua sea segura", "der Damm hält", "the roof leaks", "the county will stay"]);
        let words = "These words appear in the article.";
        assert_eq!(told(&visit, story, &quotes).await?, [json!(null), json!(null), json!(words), json!(words)]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn of_words_of_a_question_and_of_a_part_of_a_number_readers_are_told_nothing() {
    visit(|visit| async move {
        let story = "<p>“The water is safe, isn't it?” said Ada Low. “Su güvenli mi?” dedi.</p>\
            <p>“We lost fifteen million euros, and 10 to 15 people left,” she said. “It was minus 5 degrees.”</p>";
        let quotes = json!([
            "The water is safe",
            "Su güvenli",
            "We lost fifteen",
            "15 people left",
            "5 degrees",
            "We lost fifteen million euros",
        ]);
        let words = "These words appear in the article.";
        let told = told(&visit, story, &quotes).await?;
        assert_eq!(told, [json!(null), json!(null), json!(null), json!(null), json!(null), json!(words)]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn letters_that_may_be_written_otherwise_are_found() {
    visit(|visit| async move {
        let story = "<p>„Die Straße ist gesperrt“, sagte Ada Low.</p><p>«Её зовут Алёна», сказала она.</p>\
            <p>«שָׁלוֹם עוֹלָם», אמרה.</p><p>«او می\u{200c}رود و نمی\u{200c}آید».</p>";
        let quotes = json!(["Die Strasse ist gesperrt", "Ее зовут Алена", "שלום עולם", "او می رود و نمی آید"]);
        let words = json!("These words appear in the article.");
        assert_eq!(told(&visit, story, &quotes).await?, vec![words; 4]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn of_quotations_that_are_made_up_or_were_not_said_readers_are_told_nothing() {
    visit(|visit| async move {
        let story = "<p>The quote “we will sell the harbour” was invented.</p><p>Ada Low nigdy nie powiedziała: „Zamykamy klinikę”.</p>\
            <p>Ада Лоу сказала: «Ми будуємо школу».</p>";
        let quotes = json!(["we will sell the harbour", "Zamykamy klinikę", "Ми будуємо школу"]);
        let words = "These words appear in the article.";
        assert_eq!(told(&visit, story, &quotes).await?, [json!(null), json!(null), json!(words)]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_headline_in_the_article_is_no_place_of_a_quote_in_the_page_as_in_the_command() {
    visit(|visit| async move {
        let stories = [
            ("<h1>The water is safe to drink</h1><p>“The water is safe to drink,” said Ada Low.", "exact"),
            (
                "<header><h1>Low: ‘The water is safe to drink’</h1></header><p>“The water is safe to drink,” said Ada Low.",
                "exact",
            ),
            ("<h1>The <b>water</b> is safe to drink</h1><p>“The wine is safe,” said Ada Low.", "not-found"),
            ("<p>Ada Low said:<h1>The water is safe</h1><p>to drink.", "not-found"),
            (
                "<figure><h1>The water is safe to drink</h1></figure><p>“The water is safe to drink,” said Ada Low.",
                "exact",
            ),
            ("<h2>The water is safe to drink</h2><p>“The water is safe to drink,” said Ada Low.", "ambiguous"),
        ];
        let words = "The water is safe to drink";
        for (story, grade) in stories {
            told(&visit, story, &json!([words])).await?;
            assert_eq!(visit.ask("return window.told[0].grade").await?, grade, "{story}");
            let document = json!({
                "version": 1,
                "article": { "headline": "Story" },
                "speakers": {},
                "claims": [{ "id": "safe", "text": "The water is safe", "statements": [{ "quote": words }] }],
            });
            let original = article::article(&format!("<main>{story}</main>")).into();
            let checked = check::check(&document.to_string(), Some(&original));
            assert_eq!(checked.words[0].finding.grade.name(), grade, "{story}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_parts_of_the_gold_document_are_told_to_appear() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        visit.ask(OPEN_ALL).await?;
        visit.ask("document.querySelector('fact-cards').click()").await?;
        visit
            .until("[...root.querySelectorAll('.go:enabled')].some((line) => line.title.startsWith('These parts'))")
            .await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn text_that_nobody_sees_is_not_told_to_appear_until_it_is_seen() {
    visit(|visit| async move {
        let hidden = [
            (
                "<div style='opacity: 0'><p>It is so and not otherwise</p></div>",
                "document.querySelector('#story div').style.opacity = 1",
            ),
            (
                "<div style='position: absolute; left: -9999px'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style.left = 0",
            ),
            (
                "<div style='position: absolute; width: 1px; height: 1px; overflow: hidden'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style = ''",
            ),
            (
                "<div style='height: 0; overflow: hidden'><p>It is so and not otherwise</div>",
                "document.querySelector('#story div').style.height = 'auto'",
            ),
            (
                "<div style='height: 40px; overflow: hidden'><p>One.<p>Two.<p>It is so and not otherwise</div>",
                "document.querySelector('#story div').style.height = 'auto'",
            ),
            (
                "<div style='text-indent: -9999px'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style = ''",
            ),
            (
                "<div style='width: 8em; white-space: nowrap; overflow: hidden; text-overflow: ellipsis'>Here: It is so and not otherwise</div>",
                "document.querySelector('#story div').style.whiteSpace = ''",
            ),
            (
                "<div style='transform: scale(0)'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style = ''",
            ),
            (
                "<div style='opacity: .2'><p style='opacity: .2'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style = ''",
            ),
            (
                "<div style='filter: blur(12px)'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style = ''",
            ),
            (
                "<div style='color: rgb(0 0 0 / 2%)'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style = ''",
            ),
            (
                "<div style='-webkit-text-fill-color: transparent'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style = '-webkit-text-fill-color: transparent; background: linear-gradient(red, blue); \
                 -webkit-background-clip: text'",
            ),
            (
                "<div style='-webkit-mask-image: linear-gradient(transparent, transparent)'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style = ''",
            ),
            (
                "<div style='clip-path: circle(0)'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style.clipPath = 'circle(90%)'",
            ),
            (
                "<div style='clip-path: inset(0 0 500px 0)'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style.clipPath = 'inset(0 round 8px)'",
            ),
            (
                "<div style='position: absolute; clip: rect(0, 0, 200px, 0)'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style = ''",
            ),
            (
                "<div style='transform: rotateY(180deg); backface-visibility: hidden'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style.transform = 'rotateY(0deg)'",
            ),
            (
                "<div style='contain: strict; height: 0'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style = ''",
            ),
            (
                "<div style='height: 0; overflow: auto'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style = ''",
            ),
            (
                "<div style='position: absolute; right: -9999px'>It is so and not otherwise</div>",
                "document.querySelector('#story div').style = ''",
            ),
            (
                "<details><summary>More</summary><p>It is so and not otherwise</p></details>",
                "document.querySelector('#story details').open = true",
            ),
        ];
        for (story, show) in hidden {
            assert_eq!(told(&visit, story, &json!([QUOTE])).await?, [json!(null)], "{story}");
            visit.ask(show).await?;
            visit.until("root.querySelector('.go:enabled')").await?;
            assert_eq!(marked(&visit).await?, json!([QUOTE]), "{story}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn words_that_the_article_loses_later_are_not_told_to_appear_any_more() {
    visit(|visit| async move {
        let story = "<p>“It is so and not otherwise,” he said.</p>";
        let changes = [
            (
                "paragraph.textContent = '“It is never so and not otherwise,” he said.'",
                "paragraph.textContent = before",
            ),
            ("paragraph.hidden = true", "paragraph.hidden = false"),
            ("paragraph.remove()", "document.querySelector('#story').append(paragraph)"),
        ];
        for (lose, regain) in changes {
            assert_eq!(told(&visit, story, &json!([QUOTE])).await?, [json!("These words appear in the article.")]);
            visit
                .ask("window.paragraph = document.querySelector('#story p'); window.before = paragraph.textContent")
                .await?;
            visit.ask(lose).await?;
            visit.until("!root.querySelector('.go:enabled')").await?;
            assert_eq!(visit.ask("return root.querySelector('.go').title").await?, "", "{lose}");
            visit.ask(regain).await?;
            visit.until("root.querySelector('.go:enabled')").await?;
            assert_eq!(marked(&visit).await?, json!([QUOTE]), "{lose}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_stands_inside_a_sentence_is_not_passed_over() {
    visit(|visit| async move {
        let stories = [
            "<p>The mayor did <button>not</button> take the money.",
            "<p>The mayor did <sup><a href='#n'>not</a></sup> take the money.",
            "<p>The mayor did <sup>[not]</sup> take the money.",
            "<p>The mayor did <em data-fact-cards>not</em> take the money.",
            "<p>The mayor did <table style='display: inline-table'><tr><td>not</table> take the money.",
            "<div>The mayor did <table style='display: inline-table'><tr><td>not</table> take the money.</div>",
            "<h1>The mayor did</h1><p>take the money, says a man of his brother.",
            "<ul><li>The mayor did<li>take the money</ul>",
            "<table><tr><td>The mayor did<td>take the money</table>",
            "<blockquote class=quote part='quote'>The mayor did take the money</blockquote>",
            "<div role=complementary>The mayor did</div><p>take the money.",
            "<style>.n::before { content: 'not' }</style><p>The mayor did <i class=n></i> take the money.",
            "<style>.n::after { content: ' never ' }</style><p>The mayor <b class=n>did</b> take the money.",
            "<p>The mayor did <x-term><template shadowrootmode=open>not</template></x-term> take the money.",
            "<p>The mayor did <x-term><template shadowrootmode=open><b>not</b> <slot></slot></template>take</x-term> the money.",
            "<p>The mayor did <svg width=40 height=20><text y=15>not</text></svg> take the money.",
            "<p>The mayor did <svg width=40 height=20><foreignObject width=40 height=20><i>not</i></foreignObject></svg> take the money.",
            "<p>The mayor did <math><mtext>not</mtext></math> take the money.",
            "<p>The mayor did <input value=not size=3> take the money.",
            "<p>The mayor did <input placeholder=not size=3> take the money.",
            "<p>The mayor did <input type=button value=not> take the money.",
            "<p>The mayor did <select><option>not</select> take the money.",
            "<p>The mayor did <textarea>not</textarea> take the money.",
            "<p>The mayor did <bdo dir=rtl>ton</bdo> take the money.",
            "<p>The mayor <bdo dir=rtl>did take</bdo> the money.",
            "<p>The mayor <span style='unicode-bidi: bidi-override; direction: rtl'>did take</span> the money.",
            "<style>del { text-decoration: none; background: pink }</style><p>The mayor did <del>not</del> take the money.",
            "<p>The mayor did <span role=deletion>not</span> take the money.",
            "<p>The mayor did <sup role=doc-noteref>not</sup> take the money.",
            "<div>The mayor did <aside style='display: inline'>not</aside> take the money.</div>",
            "<div>The mayor did <nav style='display: inline'>not</nav> take the money.</div>",
            "<p>The mayor did <span role=dialog>not</span> take the money.",
            "<p>The mayor did <object>not</object> take the money.",
            "<p>“The mayor did <em part=claim>not</em> take the money.”",
            "<p>“The mayor did <em class='quote direct'>not</em> take the money.”",
            "<p>The mayor \u{202e}did\u{202c} take the money.",
            "<p>The mayor <bdi>did \u{202d}take\u{202c}</bdi> the money.",
            "<p>The mayor <span style='-webkit-text-security: disc'>did</span> take the money.",
            "<svg width=0 height=0><filter id=f><feFlood flood-color=white /></filter></svg><p>The mayor <b style='filter: url(#f)'>did</b> take the money.",
            "<svg width=0 height=0><clipPath id=c><rect width=0 height=0 /></clipPath></svg><p>The mayor <b style='clip-path: url(#c)'>did</b> take the money.",
        ];
        for story in stories {
            assert_eq!(told(&visit, story, &json!(["The mayor did take the money"])).await?, [json!(null)], "{story}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn words_of_a_style_sheet_are_part_of_what_readers_see() {
    visit(|visit| async move {
        let story = "<style>.n::before { content: 'not ' } .m::before, .m::after { content: '»' } .h::before { content: 'not'; display: none }</style>\
            <p>The mayor did <i class=n>take</i> the money. <p>The <i class=m>roof</i> leaks <i class=h>in</i> winter.";
        let quotes = json!(["The mayor did not take the money", "The roof leaks in winter"]);
        let words = "These words appear in the article.";
        assert_eq!(told(&visit, story, &quotes).await?, [json!(words), json!(words)]);
        assert_eq!(marked(&visit).await?, json!(["The mayor did take the money", "The roof leaks in winter"]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn of_reported_words_beside_a_denial_readers_are_told_only_where_the_card_has_the_denial() {
    visit(|visit| async move {
        let story = "<p>Ada Low denied that the water was safe to drink.</p><p>Ben Hart never said that the roof leaks.</p>\
            <p>Ada Low rejected claims that the dam was broken. Ben Hart ruled out that the mill was sold.</p>\
            <p>Ada Low said that the lake was not clean.</p>";
        let said = |words: &str, stance: &str| json!({ "reported": words, "stance": stance });
        let denied = ["the water was safe to drink", "the roof leaks", "the dam was broken", "the mill was sold"];
        for stance in ["affirms", "comments", "denies"] {
            let mut quotes: Vec<_> = denied.iter().map(|words| said(words, stance)).collect();
            quotes.extend([said("the lake was not clean", stance), said("the lake was", "affirms")]);
            let words = json!("These words appear in the article.");
            let of_denied = if stance == "denies" { words.clone() } else { json!(null) };
            let expected = [vec![of_denied; denied.len()], vec![words, json!(null)]].concat();
            assert_eq!(told(&visit, story, &quotes.into()).await?, expected, "{stance}");
        }
        let one = json!([{ "reported": "the water was safe to drink" }, { "reported": "Claim 1" }]);
        let story = "<p>Ada Low denied that the water was safe to drink.</p><p>Ada Low denied claim 1. She denied that Claim 1.</p>";
        assert_eq!(told(&visit, story, &one).await?, [json!(null), json!(null)]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_number_with_raised_digits_is_another_number() {
    visit(|visit| async move {
        let story = "<p>It holds 10<sup>6</sup> litres of water.</p><p>It lost 10<span style='vertical-align: super'>−3</span> of it.</p>\
            <p>It counts 101<sub>2</sub> boats on 40 m<sup>2</sup> in 1999<sup>[1]</sup>.</p>";
        let quotes = json!([
            "It holds 106 litres",
            "It holds 10^6 litres",
            "It lost 10-3 of it",
            "It counts 1012 boats",
            "It holds 10⁶ litres",
            "It lost 10⁻³ of it",
            "It counts 101₂ boats",
            "boats on 40 m2 in 1999",
        ]);
        let words = json!("These words appear in the article.");
        let expected = [vec![json!(null); 4], vec![words; 4]].concat();
        assert_eq!(told(&visit, story, &quotes).await?, expected);
        let found = marked(&visit).await?;
        assert_eq!(found[4], "It holds 106 litres", "the page's own digits are marked");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn words_in_a_shadow_root_are_found_and_noticed_when_they_change() {
    visit(|visit| async move {
        let story = "<p>The mayor <x-term><template shadowrootmode=open>did <b>take</b> <slot></slot><i hidden>in May</i></template>the</x-term> money.\
            <p>The roof <x-term><template shadowrootmode=open>leaks</template></x-term> in winter.";
        let quotes = json!(["The mayor did take the money", "The roof leaks in winter"]);
        let words = json!("These words appear in the article.");
        assert_eq!(told(&visit, story, &quotes).await?, [words.clone(), words]);
        assert_eq!(marked(&visit).await?, quotes);
        visit.ask("document.querySelector('x-term').shadowRoot.querySelector('b').textContent = 'not take'").await?;
        visit.until("root.querySelectorAll('.go:enabled').length === 1").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_opens_slowly_is_told_to_appear_once_it_is_open() {
    visit(|visit| async move {
        let story = "<div style='max-height: 30px; overflow: hidden; transition: max-height 1.5s linear'><p>One.<p>Two.<p>It is so and not otherwise</div>";
        assert_eq!(told(&visit, story, &json!([QUOTE])).await?, [json!(null)]);
        visit.ask("document.querySelector('#story div').style.maxHeight = '400px'").await?;
        visit.until("root.querySelector('.go:enabled')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_readers_skip_breaks_no_quote() {
    visit(|visit| async move {
        let stories = [
            "<p>“It is so<sup>[1]</sup> and not<sup><a href='#n'>2</a></sup> otherwise,” he said.",
            "<p>“It is so<div>Advertisement</div><p>and not otherwise,” he said.",
            "<p>“It is so <span style='position: absolute; width: 1px; height: 1px; overflow: hidden'>(a note for listeners) </span>and not otherwise,” he said.",
            "<p>“It is so <span style='opacity: 0'>never </span>and not otherwise,” he said.",
            "<p>“It is so <svg width=9 height=9><title>A sign</title><path d='M0 0h9v9z' /></svg>and not<sup role=doc-noteref>iv</sup> otherwise,” he said.",
            "<p>“It is so <input type=checkbox hidden>and not <s>quite</s> otherwise,” he said.",
            "<p>“It is so<form><input value=Search></form><p>and not otherwise,” he said.",
        ];
        for story in stories {
            open_story(&visit, story, &json!([QUOTE]), &[("attributes", ARTICLE)]).await?;
            visit.until("root.querySelector('.go:enabled')").await?;
            let words = marked(&visit).await?;
            let words = words[0].as_str().unwrap().replace(' ', "");
            assert_eq!(words, "Itissoandnototherwise", "{story}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_hidden_copy_does_not_make_the_words_that_readers_see_ambiguous() {
    visit(|visit| async move {
        let story = "<p style='opacity: 0'>“So it is,” he said.</p><p>“So it is,” he said.</p>";
        assert_eq!(told(&visit, story, &json!(["So it is"])).await?, [json!("These words appear in the article.")]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_passage_that_has_been_hidden_since_is_not_gone_to() {
    visit(|visit| async move {
        let story = "<div id=box><p>One.<p>Two.<p>“It is so and not otherwise,” he said.</div>";
        told(&visit, story, &json!([QUOTE])).await?;
        visit.until("root.querySelector('.go:enabled')").await?;
        // As a paywall does it.
        visit.ask("document.querySelector('#box').style = 'height: 50px; overflow: hidden'; window.at = scrollY; root.querySelector('.go:enabled').click()").await?;
        visit.until("!root.querySelector('.go:enabled')").await?;
        let state = "return [document.querySelector('#box').scrollTop, scrollY === window.at, Boolean(CSS.highlights?.has('fact-cards'))]";
        assert_eq!(visit.ask(state).await?, json!([0, true, false]));
        Ok(())
    });
}

/// No change of the article tells of a new style sheet of the page. So it is asked when the button is pressed.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_article_that_a_new_style_sheet_has_hidden_is_not_gone_to() {
    visit(|visit| async move {
        let story = "<div class=tall></div><p>“It is so and not otherwise,” he said.";
        for style in ["display: none", "visibility: hidden", "opacity: 0", "content-visibility: hidden"] {
            told(&visit, story, &json!([QUOTE])).await?;
            visit.until("root.querySelector('.go:enabled')").await?;
            let press = format!(
                "const sheet = new CSSStyleSheet(); sheet.replaceSync('#story p {{ {style} }}'); document.adoptedStyleSheets.push(sheet); \
                const go = root.querySelector('.go'); go.scrollIntoView({{ block: 'center' }}); go.focus({{ preventScroll: true }}); window.at = scrollY; go.click()"
            );
            visit.ask(&press).await?;
            visit.until("root.querySelector('.go').disabled").await?;
            let state = "const go = root.querySelector('.go'); return [scrollY === window.at, CSS.highlights.has('fact-cards'), \
                Boolean(root.querySelector('.way-back')), go.title, getComputedStyle(go).visibility, root.activeElement.localName]";
            assert_eq!(visit.ask(state).await?, json!([true, false, false, "", "hidden", "summary"]), "{style}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn in_a_page_that_does_not_scroll_nothing_is_offered_beyond_its_edge() {
    visit(|visit| async move {
        let story = "<style>html, body { overflow: hidden }</style><div class=tall></div><p>“It is so and not otherwise,” he said.";
        open_story(&visit, story, &json!([QUOTE]), &[("attributes", ARTICLE)]).await?;
        visit.ask("document.documentElement.scrollTop = 0").await?;
        visit.until("window.told.length === 1").await?;
        assert_eq!(visit.ask(SAID).await?, json!([null]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_way_back_puts_every_box_back_to_where_it_was() {
    visit(|visit| async move {
        let story = "<div id=outer style='height: 400px; overflow: auto'><div style='height: 900px'></div>\
            <div id=inner style='height: 200px; width: 300px; overflow: auto'><div style='height: 700px; width: 2000px'></div>\
            <p style='margin-left: 1200px; width: 400px'>“It is so and not otherwise,” he said.<div style='height: 900px'></div></div>\
            <div style='height: 900px'></div></div>";
        told(&visit, story, &json!([QUOTE])).await?;
        visit.until("root.querySelector('.go:enabled')").await?;
        visit.ask("document.querySelector('#outer').scrollTop = 30; document.querySelector('#inner').scrollTo(7, 20); root.querySelector('.go:enabled').scrollIntoView({ block: 'center' })").await?;
        let positions = "const [outer, inner] = ['#outer', '#inner'].map((id) => document.querySelector(id)); return [outer.scrollTop, inner.scrollLeft, inner.scrollTop, Math.round(scrollY)]";
        let before = visit.ask(positions).await?;
        visit.ask("root.querySelector('.go:enabled').focus()").await?;
        visit.press(Key::Enter).await?;
        visit.until("root.querySelector('.way-back:popover-open')").await?;
        let there = visit.ask(positions).await?;
        for at in 0..4 {
            assert_ne!(there[at], before[at], "{at}");
        }
        let seen = "const { left, right, top, bottom } = document.querySelector('#inner').getBoundingClientRect(); \
            const words = document.querySelector('#inner p').getClientRects()[0]; \
            return words.left >= left && words.left < right && words.top >= top && words.bottom <= bottom && words.top >= 0 && words.bottom <= innerHeight";
        assert_eq!(visit.ask(seen).await?, true);
        visit.press(Key::Escape).await?;
        visit.until("!root.querySelector('.way-back')").await?;
        assert_eq!(visit.ask(positions).await?, before);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn text_that_the_browser_has_not_laid_out_yet_is_told_to_appear() {
    visit(|visit| async move {
        let story = "<div class=tall></div><section style='content-visibility: auto; contain-intrinsic-size: 500px'><p>Before.<p>“It is so and not otherwise,” he said.</section>";
        open_story(&visit, story, &json!([QUOTE]), &[("attributes", ARTICLE)]).await?;
        visit.until("root.querySelector('.go:enabled')").await?;
        visit.ask("root.querySelector('.go:enabled').click()").await?;
        visit.until("(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.querySelector('section p + p').getBoundingClientRect())").await
    });
}
