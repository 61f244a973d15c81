//! A web server for one test: the built files at `/` and at `/a/b/`, host pages, and every kind of bad document.

use std::collections::{HashMap, HashSet};
use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Query, RawQuery, Request};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use futures_util::stream;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use crate::{edited, own_markup, prerendered, quotes, reading, releases, reviews, single_page, stress};

/// The folder with the built files: `dist`, or another build's.
pub fn dist() -> PathBuf {
    let folder = std::env::var("FACT_CARDS_DIST").unwrap_or("dist".to_owned());
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// An older build to compare with, if `FACT_CARDS_BEFORE` names its folder; otherwise the same build.
fn before() -> PathBuf {
    std::env::var_os("FACT_CARDS_BEFORE").map_or_else(dist, PathBuf::from)
}

/// Serves until the tests end; returns the address, without a slash at the end.
pub async fn start() -> String {
    assert!(dist().join("fact-cards.js").exists(), "dist/ is not built: run make build");
    let site = Router::new()
        .merge(pages())
        .merge(documents())
        .merge(bad_documents())
        .merge(faulty_builds())
        .merge(reading::files())
        .nest_service("/a/b", ServeDir::new(dist()))
        .nest_service("/before", ServeDir::new(before()))
        .nest_service("/benches", ServeDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/benches")))
        .fallback_service(ServeDir::new(dist()));
    // All that was asked for, so that tests see the requests of workers, too.
    let asked = Arc::new(Mutex::new(Vec::<String>::new()));
    let told = asked.clone();
    let site = site
        .layer(middleware::from_fn(move |request: Request, next: Next| {
            asked.lock().unwrap().push(request.uri().path().to_owned());
            next.run(request)
        }))
        .route("/asked", get(async move || told.lock().unwrap().join("\n")));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, site).await.unwrap() });
    address
}

/// The pages with cards.
fn pages() -> Router {
    Router::new()
        .route("/page", get(page))
        .route("/bare", get(bare))
        .route("/article", get(article))
        .route("/prerendered", get(prerendered::page))
        .route("/prerendered-streamed", get(prerendered::streamed))
        .route("/prerendered-first", get(prerendered::first))
        .route("/prerendered-page", get(prerendered::whole_page))
        .route("/release", get(releases::page))
        .route("/single-page", get(single_page::page))
        .route("/prerendered-plain", get(prerendered::plain))
        .route("/prerendered-strict", get(prerendered::strict))
        .route("/around", get(own_markup::page))
        .route("/edited", get(edited::page))
        .route("/story", get(quotes::story))
        .route("/long-story", get(quotes::long_story))
        .route("/reviews", get(reviews::page))
        .route("/no-eval", get(no_eval))
        .route("/strict", get(strict))
        .route("/stress-page", get(stress::page))
}

/// The documents, and what they name.
fn documents() -> Router {
    Router::new()
        .route("/streamed", get(streamed))
        .route("/streamed-review", get(streamed_review))
        .route("/all-broken", get(|| async { document(r#"[{"id": "a", "text": ""}]"#) }))
        .route("/late/{file}", get(late))
        .route("/odd-type/{file}", get(odd_type))
        .route("/away", get(away))
        .route("/slow/{document}", get(slow))
        .route("/cors/{*file}", get(cors))
        .route("/water", get(water))
        .route("/upload.png", get(|| async { ([(CONTENT_TYPE, "image/png")], named("upload")) }))
        .route("/poison", get(poison))
        .route("/flaky", get(flaky))
        .route("/no-claims", get(|| async { document("[]") }))
        .route("/partly-broken", get(partly_broken))
        .route("/stress", get(|| async { stress::document().to_string() }))
        .route("/stress-short", get(|| async { stress::short().to_string() }))
        .route("/portraits/{file}", get(stress::portrait))
        .route("/every-field", get(|| async { include_str!("every-field.json") }))
        .route("/portrait.svg", get(|| async { ([(CONTENT_TYPE, "image/svg+xml")], PORTRAIT) }))
}

/// Answers that are no document that can be shown.
fn bad_documents() -> Router {
    Router::new()
        .route("/bad/empty", get(|| async { "" }))
        .route("/bad/not-json", get(|| async { "{\"version\": 1," }))
        .route("/bad/html", get(|| async { Html("<!doctype html><title>Sign in</title>") }))
        .route("/bad/status", get(|| async { (StatusCode::SERVICE_UNAVAILABLE, "{}") }))
        .route("/bad/version", get(|| async { "{\"version\": 2}" }))
        .route("/bad/not-utf-8", get(|| async { b"{\"version\": \"\xff\"}".to_vec() }))
        .route("/bad/hang", get(hang))
        .route("/bad/stall", get(stall))
        .route("/bad/cut-off", get(cut_off))
        .route("/bad/announced-large", get(announced_large))
        .route("/bad/endless", get(endless))
}

/// Builds of which a file is missing, broken or late.
fn faulty_builds() -> Router {
    let failed = Arc::new(Mutex::new(HashSet::new()));
    Router::new()
        .route("/missing-reviews/{file}", get(reviews::missing))
        .route("/reviews-without-wasm/{file}", get(reviews::without_wasm))
        .route("/hanging-reviews/{file}", get(reviews::hanging))
        .route("/reviews-with-hanging-wasm/{file}", get(reviews::hanging_wasm))
        .route("/dead/{*file}", get(hang))
        .route("/without-wasm/{file}", get(without_wasm))
        .route("/corrupt/{file}", get(corrupt))
        .route("/hanging/{file}", get(hanging))
        .route("/a-page-for-styles/{file}", get(a_page_for_styles))
        .route("/broken-at-first/{fault}/{file}", get(broken_at_first))
        .nest(
            "/no-worker",
            Router::new().fallback_service(ServeDir::new(dist())).layer(middleware::map_response(no_worker)),
        )
        .nest(
            "/reviews-never",
            Router::new().fallback_service(ServeDir::new(dist())).layer(middleware::from_fn(reviews_never)),
        )
        .nest(
            "/reviews-later",
            Router::new().fallback_service(ServeDir::new(dist())).layer(middleware::from_fn(move |request, next| {
                let failed = failed.clone();
                async move { reviews_later(request, next, &failed).await }
            })),
        )
}

/// A news page with one embed: its `src`, what stands `inside` the element, and the folder the widget comes `from`.
async fn page(Query(asked): Query<HashMap<String, String>>) -> Html<String> {
    let src = asked.get("src").map(|src| format!("src=\"{src}\"")).unwrap_or_default();
    let inside = asked.get("inside").cloned().unwrap_or_default();
    let from = asked.get("from").cloned().unwrap_or_default();
    Html(format!(
        r#"<!doctype html>
<html lang="en">
<title>Host</title>
<link rel="icon" href="data:,">
<script>
  window.events = [];
  for (const name of ["fact-cards-ready", "fact-cards-error"])
    addEventListener(name, (event) => window.events.push({{ name, ...event.detail }}));
</script>
<script type="module" async src="{from}/fact-cards.js"></script>
<p>Before.</p>
<fact-cards {src}>{inside}</fact-cards>
<p>After.</p>"#
    ))
}

/// A page without an element, which collects events; `make(attributes)` adds one. With `widget=none`, nothing is loaded yet.
async fn bare(Query(asked): Query<HashMap<String, String>>) -> Html<String> {
    let widget = match asked.get("widget").map(String::as_str) {
        Some("none") => "",
        _ => r#"<script type="module" async src="/fact-cards.js"></script>"#,
    };
    Html(format!(
        r#"<!doctype html>
<html lang="en">
<title>Host</title>
<link rel="icon" href="data:,">
<script>
  window.events = [];
  for (const name of ["ready", "error", "toggle"])
    addEventListener(`fact-cards-${{name}}`, (event) => window.events.push({{ name, ...event.detail }}));
  window.make = (attributes = {{}}, parent = document.querySelector("main")) => {{
    const element = document.createElement("fact-cards");
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.append(element);
    return element;
  }};
  window.claims = (element = document.querySelector("fact-cards")) =>
    [...(element.shadowRoot?.querySelectorAll("[part=claim]") ?? [])].map((claim) => claim.textContent);
</script>
{widget}
<main></main>"#
    ))
}

/// An article with this many embeds of one document, with a screen of text between them. The page keeps the wasm's memories for tests.
async fn article(Query(asked): Query<HashMap<String, String>>) -> Html<String> {
    let embeds = asked["embeds"].parse().unwrap();
    let (text, height) = match asked.contains_key("apart") {
        true => ("", "0"),
        false => (r#"<p style="height: 900px">Text.</p>"#, "1600px"),
    };
    let part = format!(r#"{text}<fact-cards src="/data/iran-s-400.json"></fact-cards>"#);
    Html(format!(
        r#"<!doctype html>
<html lang="en">
<title>Host</title>
<link rel="icon" href="data:,">
<style>fact-cards {{ --fact-cards-min-height: {height}; display: block; min-height: var(--fact-cards-min-height); }}</style>
<script>
  window.memories = [];
  const {{ instantiate }} = WebAssembly;
  WebAssembly.instantiate = async (...given) => {{
    const instance = await instantiate(...given);
    memories.push(...Object.values(instance.exports).filter((value) => value instanceof WebAssembly.Memory));
    return instance;
  }};
</script>
<script type="module" async src="/fact-cards.js"></script>
<main>{}</main>"#,
        part.repeat(embeds)
    ))
}

/// A document whose claims have its name; the answer takes a second.
async fn slow(Path(document): Path<String>) -> String {
    tokio::time::sleep(Duration::from_secs(1)).await;
    named(&document)
}

async fn water() -> String {
    named("water")
}

/// A document that makes the browser refuse an attribute, in pages that a test has prepared for it.
async fn poison() -> String {
    named("poison")
}

fn named(name: &str) -> String {
    let claim = |number| {
        let statement = r#"{"quote": "x"}"#;
        format!(r#"{{"id": "{name}-{number}", "text": "{name} {number}", "statements": [{statement}]}}"#)
    };
    document(&format!("[{},{}]", claim(1), claim(2)))
}

/// A page that stops for a second in the middle of the element's document.
async fn streamed() -> Response {
    let document = named("streamed");
    let (begin, end) = document.split_at(document.len() / 2);
    let head = r#"<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">
        <script type="module" async src="/fact-cards.js"></script><fact-cards><script type="application/json">"#;
    streaming([format!("{head}{begin}"), format!("{end}</script></fact-cards><p>After.</p>")])
}

/// A page whose `ClaimReview` follows a second after its element.
async fn streamed_review() -> Response {
    let head = r#"<!doctype html><html lang="en"><link rel="icon" href="data:,">
        <script type="module" async src="/fact-cards.js"></script><fact-cards></fact-cards><p>Text.</p>"#;
    let review = r#"<script type="application/ld+json">{"@type": "ClaimReview", "claimReviewed": "The earth is flat",
        "author": {"name": "Desk"}}</script>"#;
    streaming([head.to_owned(), review.to_owned()])
}

/// A page in parts, a second apart.
pub fn streaming(parts: [String; 2]) -> Response {
    let parts = stream::StreamExt::then(stream::iter(parts.into_iter().enumerate()), |(index, part)| async move {
        tokio::time::sleep(Duration::from_secs(index as u64)).await;
        Ok::<_, Infallible>(part)
    });
    ([(CONTENT_TYPE, "text/html")], Body::from_stream(parts)).into_response()
}

/// The widget's files, with a wasm that comes late.
async fn late(Path(file): Path<String>) -> Response {
    if file.ends_with(".wasm") {
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    widget_file(&file)
}

/// The widget's files, with a wasm of a media type that browsers do not stream.
async fn odd_type(Path(file): Path<String>) -> Response {
    let mut response = widget_file(&file);
    if file.ends_with(".wasm") {
        response.headers_mut().insert(CONTENT_TYPE, "application/wasm; charset=utf-8".parse().unwrap());
    }
    response
}

/// Redirects to the address in its query.
async fn away(Query(asked): Query<HashMap<String, String>>) -> Response {
    (StatusCode::FOUND, [(LOCATION, asked["to"].clone())]).into_response()
}

/// Built files and documents for other origins.
async fn cors(Path(file): Path<String>) -> Response {
    let mut response = match file.as_str() {
        "water" => named("water").into_response(),
        file => {
            let content = std::fs::read(dist().join(file)).unwrap_or_default();
            ([(CONTENT_TYPE, content_type(file))], content).into_response()
        }
    };
    response.headers_mut().insert("access-control-allow-origin", "*".parse().unwrap());
    response
}

/// Under a policy that does not let WebAssembly run.
async fn no_eval() -> Response {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:";
    let page = r#"<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">
        <script type="module" async src="/fact-cards.js"></script>
        <fact-cards src="/water">Their own words.</fact-cards><fact-cards src="/water">Theirs too.</fact-cards>"#;
    ([("content-security-policy", policy)], Html(page)).into_response()
}

const PORTRAIT: &str =
    "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><rect width='40' height='40'/></svg>";

/// A policy that allows no worker.
async fn no_worker(mut response: Response) -> Response {
    response.headers_mut().insert("content-security-policy", HeaderValue::from_static("worker-src 'none'"));
    response
}

/// Each file of the reader of ClaimReview does not come when it is first asked for.
async fn reviews_later(request: Request, next: Next, failed: &Mutex<HashSet<String>>) -> Response {
    let path = request.uri().path().to_owned();
    match path.contains("fact-cards-reviews") && failed.lock().unwrap().insert(path) {
        true => StatusCode::NOT_FOUND.into_response(),
        false => next.run(request).await,
    }
}

/// What reads ClaimReview is asked for, and no answer ever comes.
async fn reviews_never(request: Request, next: Next) -> Response {
    if request.uri().path().contains("fact-cards-reviews") {
        std::future::pending::<()>().await;
    }
    next.run(request).await
}

/// A page with two embeds of one document, under the policy of a strict host.
async fn strict() -> Response {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
        img-src 'self' data:; require-trusted-types-for 'script'";
    let page = r#"<!doctype html>
<html lang="en">
<title>Strict host</title>
<link rel="icon" href="data:,">
<script type="module" async src="/fact-cards.js"></script>
<main>
  <h1>Strict host</h1>
  <p class="story">Those who live there say: “Nobody told us.”</p>
  <fact-cards src="/every-field"></fact-cards>
  <fact-cards src="/every-field" open="all" theme="dark" heading-level="4" article=".story"></fact-cards>
</main>"#;
    ([("content-security-policy", policy)], Html(page)).into_response()
}

/// The widget's files without the wasm.
async fn without_wasm(Path(file): Path<String>) -> Response {
    if file.ends_with(".wasm") {
        return StatusCode::NOT_FOUND.into_response();
    }
    widget_file(&file)
}

/// The widget's files with a wasm that is none.
async fn corrupt(Path(file): Path<String>) -> Response {
    if file.ends_with(".wasm") {
        return ([(CONTENT_TYPE, "application/wasm")], "\0asm and no more").into_response();
    }
    widget_file(&file)
}

/// The widget's files with a page in place of the style sheet, as some servers answer for a file that is gone.
async fn a_page_for_styles(Path(file): Path<String>) -> Response {
    match file.ends_with(".css") {
        true => Html("<!doctype html><title>Not here</title>").into_response(),
        false => widget_file(&file),
    }
}

/// The widget's files, some of which have a fault for as long as they are asked for by their plain names, as from a cache that has kept a broken
/// answer: `embed-empty`, `embed-cut`, `embed-missing` and the same for `article`. `there-slow` comes after a second, `there-hang` never.
async fn broken_at_first(Path((fault, file)): Path<(String, String)>, RawQuery(query): RawQuery) -> Response {
    let (which, fault) = fault.split_once('-').unwrap();
    if query.is_some() || !(file.starts_with(&format!("fact-cards-{which}-")) && file.ends_with(".js")) {
        return widget_file(&file);
    }
    let script = |text: String| ([(CONTENT_TYPE, "text/javascript")], text).into_response();
    match fault {
        "empty" => script(String::new()),
        "cut" => script(std::fs::read_to_string(dist().join(file)).unwrap()[..500].to_owned()),
        "hang" => hang().await,
        "slow" => {
            tokio::time::sleep(Duration::from_secs(1)).await;
            widget_file(&file)
        }
        _ => StatusCode::BAD_GATEWAY.into_response(),
    }
}

/// The widget's files with a wasm that never comes.
async fn hanging(Path(file): Path<String>) -> Response {
    if file.ends_with(".wasm") {
        return hang().await;
    }
    widget_file(&file)
}

pub fn widget_file(file: &str) -> Response {
    let content = std::fs::read(dist().join(file)).unwrap_or_default();
    ([(CONTENT_TYPE, content_type(file))], content).into_response()
}

fn content_type(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("html") => "text/html",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        _ => "text/javascript",
    }
}

pub async fn hang() -> Response {
    tokio::time::sleep(Duration::from_secs(600)).await;
    "too late".into_response()
}

/// Begins to answer, and goes silent.
async fn stall() -> Response {
    let beginning = stream::once(async { Ok::<_, Infallible>("{\"version\": 1,") });
    Body::from_stream(stream::StreamExt::chain(beginning, stream::pending())).into_response()
}

/// Announces more bytes than it sends.
async fn cut_off() -> Response {
    let body = stream::iter([Ok("{\"version\""), Err(std::io::Error::other("cut off"))]);
    Body::from_stream(body).into_response()
}

async fn announced_large() -> Response {
    let silence = stream::pending::<Result<Vec<u8>, Infallible>>();
    ([(CONTENT_LENGTH, "5000001")], Body::from_stream(silence)).into_response()
}

/// A large answer without a length; the bytes that are read are counted.
async fn endless() -> Response {
    Body::from_stream(spaces()).into_response()
}

fn spaces() -> impl stream::Stream<Item = Result<Vec<u8>, Infallible>> + Send {
    stream::repeat_with(|| {
        SENT.fetch_add(100_000, Ordering::Relaxed);
        Ok(vec![b' '; 100_000])
    })
}

/// How many bytes of endless documents were sent.
pub static SENT: AtomicUsize = AtomicUsize::new(0);

/// Fails at first, then answers.
async fn flaky() -> Response {
    static ASKED: AtomicUsize = AtomicUsize::new(0);
    match ASKED.fetch_add(1, Ordering::Relaxed) {
        0 => StatusCode::BAD_GATEWAY.into_response(),
        _ => document(r#"[{"id": "a", "text": "There at last", "statements": [{"quote": "x"}]}]"#).into_response(),
    }
}

async fn partly_broken() -> String {
    let claim = |index| match index {
        3 => r#"{"id": "broken", "text": 1}"#.to_owned(),
        _ => format!(r#"{{"id": "claim-{index}", "text": "Claim {index}", "statements": [{{"quote": "x"}}]}}"#),
    };
    document(&format!("[{}]", (1..=8).map(claim).collect::<Vec<_>>().join(",")))
}

fn document(claims: &str) -> String {
    format!(r#"{{"version": 1, "article": {{"headline": "Host"}}, "speakers": {{}}, "claims": {claims}}}"#)
}
