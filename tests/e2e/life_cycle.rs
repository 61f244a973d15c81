//! An element that is added, moved, removed or changed, while it loads and after.

use serde_json::json;

use crate::browser::visit;
use crate::sources::until_claims;

/// The paths of documents whose requests this page has cancelled.
const WATCH_FETCH: &str = "window.aborted = []; window.asked = []; const fetched = window.fetch; window.fetch = (address, options) => { \
    const { pathname } = new URL(address, location.href); window.asked.push(pathname); \
    options?.signal?.addEventListener('abort', () => window.aborted.push(pathname)); return fetched(address, options); };";

/// Long enough for what should not happen to happen.
const A_WHILE: std::time::Duration = std::time::Duration::from_millis(1500);

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_element_made_by_script_shows_its_cards() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask("window.make({ src: '/water' })").await?;
        until_claims(&visit, &["water 1", "water 2"]).await?;
        assert_eq!(visit.ask("return window.events").await?, json!([{ "name": "ready", "claims": 2, "leftOut": 0 }]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn moved_or_removed_and_added_again_it_stays_as_it_was_and_asks_for_nothing() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask(WATCH_FETCH).await?;
        visit.ask("window.element = window.make({ src: '/water' })").await?;
        until_claims(&visit, &["water 1", "water 2"]).await?;
        visit
            .ask(
                "root.querySelector('details').open = true; const { element } = window; \
            document.body.append(element); document.body.prepend(element);",
            )
            .await?;
        visit.ask("window.element.remove()").await?;
        tokio::time::sleep(A_WHILE).await;
        visit.ask("document.body.append(window.element)").await?;
        tokio::time::sleep(A_WHILE).await;
        let state = visit.ask("return [claims(), root.querySelectorAll('details[open]').length, events.filter(({ name }) => name === 'ready').length, \
            asked.filter((path) => path === '/water').length]").await?;
        assert_eq!(state, json!([["water 1", "water 2"], 1, 1, 1]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn another_src_brings_other_cards_none_of_them_open() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask("window.element = window.make({ src: '/water' })").await?;
        until_claims(&visit, &["water 1", "water 2"]).await?;
        visit.ask("root.querySelector('details').open = true; element.setAttribute('src', '/poison')").await?;
        until_claims(&visit, &["poison 1", "poison 2"]).await?;
        assert_eq!(visit.ask("return root.querySelectorAll('details[open]').length").await?, 0);
        visit.ask("element.setAttribute('open', 'all'); element.setAttribute('heading-level', '2')").await?;
        visit.until("root.querySelectorAll('article:has(details[open]) h2').length === 2").await?;
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn of_several_loads_under_way_the_last_wins_and_the_others_are_given_up() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask(WATCH_FETCH).await?;
        visit.ask("window.element = window.make({ src: '/slow/one' })").await?;
        visit.until("asked.includes('/slow/one')").await?;
        visit.ask("element.setAttribute('src', '/slow/two')").await?;
        visit.until("asked.includes('/slow/two')").await?;
        visit.ask("element.setAttribute('src', '/slow/three')").await?;
        until_claims(&visit, &["three 1", "three 2"]).await?;
        tokio::time::sleep(A_WHILE).await;
        assert_eq!(
            visit.ask("return [aborted, events.map(({ name }) => name), claims()]").await?,
            json!([["/slow/one", "/slow/two"], ["ready"], ["three 1", "three 2"]])
        );
        // The first address again, before the other document has come.
        visit.ask("element.setAttribute('src', '/slow/four'); setTimeout(() => element.setAttribute('src', '/slow/three'), 300)").await?;
        tokio::time::sleep(A_WHILE).await;
        assert_eq!(visit.ask("return [claims(), events.length]").await?, json!([["three 1", "three 2"], 1]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn removed_while_it_loads_it_gives_up_and_says_nothing() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask(WATCH_FETCH).await?;
        visit.ask("window.element = window.make({ src: '/slow/one' })").await?;
        visit.until("asked.includes('/slow/one')").await?;
        visit.ask("element.remove()").await?;
        tokio::time::sleep(A_WHILE).await;
        assert_eq!(visit.ask("return [aborted, events]").await?, json!([["/slow/one"], []]));
        assert_eq!(visit.console().await?, [""; 0]);
        visit.ask("document.body.append(element)").await?;
        until_claims(&visit, &["one 1", "one 2"]).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_template_is_not_the_page() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask(WATCH_FETCH).await?;
        visit
            .ask(
                "window.template = document.createElement('template'); document.body.append(template); \
            window.make({ src: '/water' }, template.content)",
            )
            .await?;
        tokio::time::sleep(A_WHILE).await;
        assert_eq!(visit.ask("return asked").await?, json!([]));
        visit.ask("document.body.append(template.content.cloneNode(true))").await?;
        until_claims(&visit, &["water 1", "water 2"]).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn back_from_another_page_it_is_as_it_was_and_still_works() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit
            .ask(
                "addEventListener('pageshow', (event) => (window.persisted = event.persisted)); \
            window.element = window.make({ src: '/water' })",
            )
            .await?;
        until_claims(&visit, &["water 1", "water 2"]).await?;
        visit.ask("root.querySelector('details').open = true").await?;
        visit.open("/page").await?;
        visit.driver.back().await?;
        visit.until("window.claims?.().length").await?;
        assert_eq!(
            visit.ask("return [window.persisted, root.querySelectorAll('details[open]').length]").await?,
            json!([true, 1])
        );
        visit.ask("element.setAttribute('src', '/poison')").await?;
        until_claims(&visit, &["poison 1", "poison 2"]).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn nothing_is_loaded_before_an_element_comes_near_is_focused_or_asked_for() {
    visit(|visit| async move {
        let ways = [
            ("scrolled to", "element.scrollIntoView()"),
            ("focused", "element.querySelector('a').focus({ preventScroll: true })"),
            ("asked for", "location.hash = '#claim-water-2'"),
        ];
        for (way, script) in ways {
            visit.open("/page").await?;
            visit.open("/bare").await?;
            visit.ask(WATCH_FETCH).await?;
            visit.ask("document.querySelector('main').style.height = '5000px'; \
                window.element = window.make({ src: '/water' }, document.body); element.innerHTML = '<a href=\"/\">Theirs.</a>'").await?;
            tokio::time::sleep(A_WHILE / 2).await;
            assert_eq!(visit.ask("return asked").await?, json!([]), "not yet {way}");
            visit.ask(script).await?;
            until_claims(&visit, &["water 1", "water 2"]).await?;
        }
        // The last change is the one that counts.
        visit.until("root.querySelector('details[open]')?.dataset.claim === 'water-2' && scrollY > 1000").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn who_has_begun_to_read_is_not_carried_off() {
    visit(|visit| async move {
        visit.open("/page").await?;
        visit.open("/bare#claim-one-2").await?;
        visit.ask("document.querySelector('main').style.height = '5000px'; window.element = window.make({ src: '/slow/one' }, document.body)").await?;
        visit.until("root?.adoptedStyleSheets[0].cssRules.length > 9").await?;
        visit.ask("dispatchEvent(new WheelEvent('wheel'))").await?;
        tokio::time::sleep(2 * A_WHILE).await;
        assert_eq!(visit.ask("return scrollY").await?, 0);
        visit.ask("element.scrollIntoView(); window.read = scrollY").await?;
        until_claims(&visit, &["one 1", "one 2"]).await?;
        assert_eq!(
            visit.ask("return [scrollY - read, root.querySelectorAll('details[open]').length]").await?,
            json!([0, 0])
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_second_copy_of_the_loader_does_nothing() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask("window.make({ src: '/water' }); const script = document.createElement('script'); script.type = 'module'; \
            script.src = '/a/b/fact-cards.js'; script.onload = () => (window.second = true); document.body.append(script)").await?;
        visit.until("window.second && window.claims().length").await?;
        let files = "return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith('/a/b/'))";
        assert_eq!(visit.ask(files).await?, json!(["/a/b/fact-cards.js"]));
        assert_eq!(visit.console().await?, [""; 0]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn toggling_is_told_but_not_what_is_open_from_the_start() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask("window.make({ src: '/water', open: 'first' })").await?;
        until_claims(&visit, &["water 1", "water 2"]).await?;
        tokio::time::sleep(A_WHILE / 3).await;
        visit.ask("root.querySelectorAll('summary').forEach((summary) => summary.click())").await?;
        visit.until("events.length === 3").await?;
        assert_eq!(
            visit.ask("return events.slice(1)").await?,
            json!([{ "name": "toggle", "claim": "water-1", "open": false }, { "name": "toggle", "claim": "water-2", "open": true }])
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn moved_while_the_widget_starts_it_is_still_one() {
    visit(|visit| async move {
        visit.open("/page?src=/water&from=/late").await?;
        visit.ask("const element = document.querySelector('fact-cards'); const div = document.createElement('div'); \
            document.body.append(div); setTimeout(() => div.append(element), 300); setTimeout(() => document.body.append(element), 600)").await?;
        visit.until_cards().await?;
        tokio::time::sleep(A_WHILE).await;
        assert_eq!(visit.ask("return window.events.map(({ name }) => name)").await?, json!(["fact-cards-ready"]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn another_address_or_title_of_the_page_changes_no_card() {
    visit(|visit| async move {
        visit.open("/demo/inline.html").await?;
        visit.until_cards().await?;
        visit.ask("window.again = 0; addEventListener('fact-cards-ready', () => window.again++); root.querySelector('details').open = true; \
            history.pushState(null, '', '#other'); document.title = '(3) Title'; document.body.append(document.querySelector('fact-cards'))").await?;
        tokio::time::sleep(A_WHILE / 3).await;
        assert_eq!(
            visit.ask("return [window.again, root.querySelectorAll('details[open]').length]").await?,
            json!([0, 1])
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_focus_stays_where_the_fallback_was() {
    visit(|visit| async move {
        visit.open("/page?src=/slow/one&inside=<a href='/'>Theirs.</a>").await?;
        visit.until("root").await?;
        visit.ask("document.querySelector('fact-cards a').focus()").await?;
        visit.until_cards().await?;
        assert_eq!(
            visit.ask("return [document.activeElement.localName, root.activeElement?.className]").await?,
            json!(["fact-cards", "widget"])
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_same_link_leads_to_its_card_a_second_time() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask("const main = document.querySelector('main'); main.style.height = '3000px'; main.innerHTML = '<a href=\"#claim-water-2\">There</a>'; \
            window.make({ src: '/water' }, document.body)").await?;
        for _ in 0..2 {
            visit.ask("scrollTo(0, 0); root?.querySelectorAll('details').forEach((card) => (card.open = false)); document.querySelector('a').click()").await?;
            visit.until("root?.querySelector('details[open]')?.dataset.claim === 'water-2' && scrollY > 1000").await?;
            let focused = "return root.activeElement === root.querySelector('[data-claim][open] summary')";
            assert_eq!(visit.ask(focused).await?, true, "and the focus is on it");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn who_comes_back_is_not_carried_off() {
    visit(|visit| async move {
        visit.open("/page").await?;
        visit.open("/article?embeds=2#claim-ask-the-russian-foreign-ministry").await?;
        visit.until("root?.querySelector('details[open]') && scrollY > 0").await?;
        visit.ask("scrollTo(0, 300)").await?;
        tokio::time::sleep(A_WHILE / 3).await;
        visit.driver.refresh().await?;
        visit.until("root?.querySelector('details')").await?;
        tokio::time::sleep(A_WHILE / 3).await;
        assert_eq!(
            visit.ask("return [scrollY < 400, root.querySelectorAll('details[open]').length]").await?,
            json!([true, 0])
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn going_back_within_one_address_carries_nobody_off() {
    visit(|visit| async move {
        visit.open("/page").await?;
        visit.open("/article?embeds=2#claim-ask-the-russian-foreign-ministry").await?;
        visit.until("root?.querySelector('details[open]')").await?;
        visit
            .ask("root.querySelector('details[open]').open = false; history.pushState('lightbox', ''); history.back()")
            .await?;
        tokio::time::sleep(A_WHILE / 3).await;
        assert_eq!(visit.ask("return root.querySelectorAll('details[open]').length").await?, 0);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_address_that_is_also_an_id_of_the_pages_own_opens_its_card() {
    visit(|visit| async move {
        visit.open("/page").await?;
        let fallback = "<div style='height:3000px'></div><p id='claim-water-2'>Theirs.</p>";
        visit.open(&format!("/page?src=/water&inside={fallback}#claim-water-2")).await?;
        visit.until("root?.querySelector('details[open]')?.dataset.claim === 'water-2'").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_start_that_fails_once_is_tried_again_by_the_next_element() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask("const { instantiate } = WebAssembly; WebAssembly.instantiate = () => { WebAssembly.instantiate = instantiate; \
            return Promise.reject(new RangeError('no memory')); }; window.make({ src: '/water' })").await?;
        visit.until("events.length === 1").await?;
        visit.ask("document.querySelector('fact-cards').remove(); window.make({ src: '/water' })").await?;
        until_claims(&visit, &["water 1", "water 2"]).await?;
        assert_eq!(visit.ask("return events.map(({ name }) => name)").await?, json!(["error", "ready"]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_address_of_a_claim_opens_the_boxes_around_its_card() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask("const boxes = '<details><summary>Outer</summary><div><details><summary>Inner</summary><p></p></details></div></details>'; \
            document.querySelector('main').innerHTML = boxes; location.hash = 'claim-water-2'; \
            make({ src: '/water' }, document.querySelector('p'))").await?;
        visit.until("root?.querySelector('[data-claim=water-2]')?.open && root.querySelector('[data-claim=water-2]').checkVisibility()").await
    });
}
