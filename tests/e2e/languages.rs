//! The widget's own words.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};

/// The title of an element with these attributes, over a document in this language, on a page in German.
async fn title(visit: &Visit, attributes: &str, document: &str) -> WebDriverResult<String> {
    let script = format!(
        "document.documentElement.lang = 'de-AT'; document.querySelector('main').replaceChildren(); \
        const element = document.createElement('fact-cards'); for (const [name, value] of Object.entries({attributes})) element.setAttribute(name, value); \
        element.document = {{ version: 1, article: {{ headline: 'H', language: {document} }}, speakers: {{}}, \
            claims: [{{ id: 'a', text: 'x', statements: [{{ quote: 'x', said: '2019-02-11' }}] }}] }}; \
        document.querySelector('main').append(element);"
    );
    visit.ask(&script).await?;
    visit.until("root?.querySelector('.title')").await?;
    Ok(visit.ask("return root.querySelector('.title').textContent").await?.as_str().unwrap().to_owned())
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn are_in_the_language_asked_for_or_the_documents_or_the_pages() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        assert_eq!(title(&visit, "{ lang: 'fr' }", "'es'").await?, "Qui a dit quoi");
        assert_eq!(title(&visit, "{}", "'es-MX'").await?, "Quién dijo qué");
        assert_eq!(title(&visit, "{}", "undefined").await?, "Wer hat was gesagt");
        assert_eq!(visit.ask("return root.querySelector('time').textContent").await?, "11. Februar 2019");
        assert_eq!(title(&visit, "{ lang: 'en-GB' }", "'es'").await?, "Who said what");
        // A language that the widget does not have is followed by the next.
        assert_eq!(title(&visit, "{ lang: 'xx' }", "'it'").await?, "Chi ha detto che cosa");
        let asked = "return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.txt')).length";
        assert_eq!(title(&visit, "{ lang: 'fr' }", "'es'").await?, "Qui a dit quoi");
        assert_eq!(visit.ask(asked).await?, 4, "each language is fetched once");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn are_english_in_a_page_that_does_not_name_its_language() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        let script = "document.querySelectorAll('[lang]').forEach((element) => element.removeAttribute('lang')); \
            const element = document.createElement('fact-cards'); \
            element.document = { version: 1, article: { headline: 'H' }, speakers: {}, \
                claims: [{ id: 'a', text: 'x', statements: [{ quote: 'x' }] }] }; \
            document.querySelector('main').append(element);";
        visit.ask(script).await?;
        visit.until("root?.querySelector('.title')").await?;
        assert_eq!(visit.ask("return root.querySelector('.title').textContent").await?, "Who said what");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn run_as_their_language_does() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        assert_eq!(title(&visit, "{ lang: 'ar' }", "'en'").await?, "من قال ماذا");
        let directions = "return ['.cards', '.title', '[part=claim]'].map((part) => getComputedStyle(root.querySelector(part)).direction)";
        assert_eq!(visit.ask(directions).await?, json!(["rtl", "rtl", "ltr"]));
        // Words of the other direction begin at the edge where everything begins.
        let edges = "const cards = root.querySelector('.cards').getBoundingClientRect(); const range = new Range(); \
            range.selectNodeContents(root.querySelector('[part=claim]')); const [line] = range.getClientRects(); \
            return [line.left - cards.left < 1, cards.right - line.right < 1]";
        assert_eq!(visit.ask(edges).await?, json!([false, true]));
        visit.ask("document.querySelector('fact-cards').lang = 'tr'").await?;
        visit.until("root.querySelector('.title').textContent === 'Kim ne dedi'").await?;
        assert_eq!(visit.ask(edges).await?, json!([true, false]));
        assert_eq!(visit.ask(directions).await?, json!(["ltr", "ltr", "ltr"]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn are_english_where_others_do_not_come() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        // A server that answers every request with a page of its own.
        visit.ask("const fetched = window.fetch; window.fetch = (address, ...rest) => fetched(String(address).endsWith('.txt') ? '/bad/html' : address, ...rest)").await?;
        assert_eq!(title(&visit, "{}", "'es'").await?, "Who said what");
        let console = visit.console().await?;
        assert_eq!(console.len(), 1, "{console:?}");
        assert!(console[0].contains("the words in \\\"es\\\" did not come"), "{console:?}");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn tell_of_passages_in_the_language_of_the_cards() {
    // Of the folders with words, the loaded files.
    let files = "return ['languages', 'passages'].map((folder) => \
        performance.getEntriesByType('resource').filter(({ name }) => name.includes(`/fact-cards-${folder}-`)).length)";
    visit(move |visit| async move {
        visit.open("/story?story=It+is+so.&quotes=[\"It+is+so\"]&attributes=article=%23story+lang=fr").await?;
        visit.until_cards().await?;
        assert_eq!(visit.ask(files).await?, json!([1, 0]), "before a card is opened");
        visit.ask("root.querySelector('[data-claim]').open = true").await?;
        visit.until("root.querySelector('.go:enabled')").await?;
        let line =
            "const { textContent, title } = root.querySelector('.go:enabled'); return `${textContent}: ${title}`";
        assert_eq!(visit.ask(line).await?, "Voir le passage: Ces mots figurent dans l’article.");
        assert_eq!(visit.ask(files).await?, json!([1, 1]), "each file once");

        // Prerendered cards need their words before the widget is loaded.
        visit.open("/prerendered?document=iran&lang=de").await?;
        visit.until("customElements.get('fact-cards')").await?;
        let article = "document.querySelector('#after').textContent = root.querySelector('blockquote').textContent; \
            document.querySelector('fact-cards').setAttribute('article', '#after')";
        visit.ask(article).await?;
        let element = visit.driver.find(By::Css("fact-cards")).await?;
        element.get_shadow_root().await?.find(By::Css("summary")).await?.click().await?;
        visit.until("root.querySelector('.go:enabled')").await?;
        assert_eq!(visit.ask("return root.querySelector('style') !== null").await?, true);
        assert_eq!(visit.ask(line).await?, "Zur Textstelle: Diese Worte stehen im Artikel.");
        assert_eq!(visit.ask(files).await?, json!([1, 1]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn are_in_the_language_of_a_document_that_a_browser_would_not_parse() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        let document =
            r#"{ "version": 1, "article": { "headline": "H", "language": "es" }, "speakers": {}, "claims": [] }"#;
        let put = format!(
            "const script = document.createElement('script'); script.type = 'application/json'; script.text = '\\ufeff{document}'; \
            const element = document.createElement('fact-cards'); element.append(script); document.querySelector('main').append(element);"
        );
        visit.ask(&put).await?;
        visit.until("root?.querySelector('section[lang]')").await?;
        assert_eq!(visit.ask("return root.querySelector('section').lang").await?, "es");
        Ok(())
    });
}

/// What a card says of so many speakers who differ.
async fn count(visit: &Visit, lang: &str, number: usize) -> WebDriverResult<String> {
    let script = format!(
        "document.querySelector('main').replaceChildren(); const element = document.createElement('fact-cards'); element.lang = '{lang}'; \
        const keys = [...Array({number}).keys()].map((key) => `s${{key}}`); \
        const statements = keys.map((speaker) => ({{ speaker, quote: 'x', stance: 'affirms' }})); \
        element.document = {{ version: 1, article: {{ headline: 'H', language: 'en' }}, speakers: Object.fromEntries(keys.map((key) => [key, {{ name: key }}])), \
            claims: [{{ id: 'c', text: 'x', statements: [{{ speaker: 's0', quote: 'y', stance: 'denies' }}, ...statements] }}] }}; \
        document.querySelector('main').append(element);"
    );
    visit.ask(&script).await?;
    visit.until("root?.querySelector('.card > .who .speaker')").await?;
    Ok(visit.ask("return root.querySelector('.card > .who .speaker').textContent").await?.as_str().unwrap().to_owned())
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn have_the_plural_forms_of_their_language() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        // Arabic has six forms, of which cards need four here; Japanese has one.
        for (lang, number, expected) in [
            ("ar", 2, "يختلف متحدثان"),
            ("ar", 3, "يختلف ثلاثة متحدثين"),
            ("ar", 11, "يختلف 11 متحدثًا"),
            ("ar", 100, "يختلف 100 متحدث"),
            ("en", 3, "Three speakers differ"),
            ("en", 11, "11 speakers differ"),
            ("tr", 2, "İki isim farklı görüşte"),
            ("uk", 5, "П’ять спікерів мають різні думки"),
            ("uk", 21, "21 спікер: думки розходяться"),
            ("ru", 21, "21 спикер: мнения расходятся"),
            ("ja", 2, "2人の見解が分かれる"),
            ("ja", 11, "11人の見解が分かれる"),
            ("fa", 11, "۱۱ گوینده اختلاف نظر دارند"),
        ] {
            assert_eq!(count(&visit, lang, number).await?, expected);
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn are_in_the_characters_that_readers_of_chinese_use() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        for (lang, expected) in
            [("zh", "谁说了什么"), ("zh-Hans-HK", "谁说了什么"), ("zh-TW", "誰說了什麼"), ("zh-Hant-HK", "誰說了什麼")]
        {
            assert_eq!(title(&visit, &format!("{{ lang: '{lang}' }}"), "'en'").await?, expected, "{lang}");
        }
        Ok(())
    });
}
