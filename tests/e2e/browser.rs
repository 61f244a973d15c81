//! Each test has a server of its own, and so an origin that no other test has used. Tests in Chromium share a browser, in which each opens a
//! tab: to start a browser takes four times as long as to open a tab.

use std::future::Future;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use axum::http::Method;
use futures_util::FutureExt;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::prelude::*;
use tokio::time::timeout;

use crate::engine::{Driver, Engine, Wishes, start};
use crate::host;

/// How often the wasm of the cards was fetched; that of the finder is not counted.
pub const CARDS_WASM: &str =
    "performance.getEntriesByType('resource').filter(({ name }) => /fact-cards-\\w+\\.wasm$/.test(name)).length";

/// What a test works with: the browser and the addresses of its server.
#[derive(Clone)]
pub struct Visit {
    pub driver: WebDriver,
    /// Address of the host, without a slash at the end.
    pub host: String,
}

/// Runs a test in a tab of its own.
pub fn visit<T: Future<Output = WebDriverResult<()>>>(test: impl FnOnce(Visit) -> T) {
    visit_as(Wishes::default(), test);
}

/// The same, in a browser that no other test uses.
pub fn visit_fresh<T: Future<Output = WebDriverResult<()>>>(test: impl FnOnce(Visit) -> T) {
    visit_as(Wishes { is_fresh: true, ..Wishes::default() }, test);
}

/// The same, with these preferences of the browser.
pub fn visit_with<T: Future<Output = WebDriverResult<()>>>(preferences: Value, test: impl FnOnce(Visit) -> T) {
    visit_as(Wishes { preferences: Some(preferences), is_fresh: true, ..Wishes::default() }, test);
}

/// The same, in a browser that does not wait until a page is loaded.
pub fn visit_unfinished<T: Future<Output = WebDriverResult<()>>>(test: impl FnOnce(Visit) -> T) {
    visit_as(Wishes { is_unfinished: true, is_fresh: true, ..Wishes::default() }, test);
}

fn visit_as<T: Future<Output = WebDriverResult<()>>>(wishes: Wishes, test: impl FnOnce(Visit) -> T) {
    RUNTIME.block_on(async {
        let is_shared = !wishes.is_fresh && Engine::of_this_run() == Engine::Chromium;
        let browser = match is_shared {
            true => Browser::idle().await.unwrap(),
            false => Browser::start(wishes).await.unwrap(),
        };
        let visit = Visit { driver: browser.driver.clone(), host: host::start().await };
        // On this thread, not in a task: what a panic prints belongs to the test of its thread.
        let in_time =
            async { timeout(LIMIT, test(visit)).await.unwrap_or_else(|_| panic!("the test took more than {LIMIT:?}")) };
        let outcome = AssertUnwindSafe(in_time).catch_unwind().await;
        // What a test has left behind that failed is not known.
        match is_shared && matches!(outcome, Ok(Ok(()))) {
            true => browser.tidy_up().await,
            false => browser.end().await,
        }
        outcome.unwrap_or_else(|panic| resume_unwind(panic)).unwrap();
    });
}

/// How long a test may take, so that one that hangs fails, and the others are told of.
const LIMIT: Duration = Duration::from_secs(15 * 60);

/// How long a test waits until it asks a page again. It waits longer each time, because every question keeps three programs busy: the test,
/// the driver and the browser.
const FIRST_PAUSE: Duration = Duration::from_millis(25);
const LONGEST_PAUSE: Duration = Duration::from_millis(150);

/// Of all tests, because a shared browser's connection belongs to the runtime that made it. Servers are never ended: no port, and so no
/// origin, is used by two tests.
static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| tokio::runtime::Runtime::new().unwrap());

/// The browsers that wait for the next test. They end with this program.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

struct Browser {
    driver: WebDriver,
    server: Driver,
    /// The window that stays open, because the browser ends with its last one.
    window: WindowHandle,
}

impl Browser {
    async fn start(wishes: Wishes) -> WebDriverResult<Self> {
        let (server, driver) = start(wishes).await;
        let window = driver.window().await?;
        Ok(Self { driver, server, window })
    }

    /// One that waits, or else a new one, with a tab for a test.
    async fn idle() -> WebDriverResult<Self> {
        let idle = IDLE.lock().unwrap().pop();
        let browser = match idle {
            Some(browser) => browser,
            None => Self::start(Wishes::default()).await?,
        };
        let tab = browser.driver.new_tab().await?;
        browser.driver.switch_to_window(tab).await?;
        browser.driver.cdp().send_raw("Page.bringToFront", json!({})).await?;
        Ok(browser)
    }

    /// Closes what a test has opened, and keeps the browser for the next one; if that fails, ends it.
    async fn tidy_up(self) {
        match self.close_tabs().await {
            Ok(()) => IDLE.lock().unwrap().push(self),
            Err(_) => self.end().await,
        }
    }

    async fn close_tabs(&self) -> WebDriverResult<()> {
        for window in self.driver.windows().await? {
            if window != self.window {
                self.driver.switch_to_window(window).await?;
                self.driver.close_window().await?;
            }
        }
        self.driver.switch_to_window(self.window.clone()).await?;
        console(&self.driver).await.map(drop)
    }

    async fn end(self) {
        // A browser that a test has broken does not answer: it ends with its driver.
        let _ = timeout(Duration::from_secs(30), self.driver.quit()).await;
        self.server.end().await;
    }
}

impl Visit {
    pub async fn open(&self, path: &str) -> WebDriverResult<()> {
        self.driver.goto(format!("{}{path}", self.host)).await
    }

    /// A page with one embed of this document.
    pub async fn open_embed(&self, src: &str) -> WebDriverResult<()> {
        self.open(&format!("/page?src={src}")).await
    }

    /// Gives the page this size, in CSS pixels. In Firefox and WebKit it is that of a window, which may be as small as its buttons allow.
    pub async fn size(&self, width: u32, height: u32) -> WebDriverResult<()> {
        if Engine::of_this_run() != Engine::Chromium {
            let around = self.ask("return [outerWidth - innerWidth, outerHeight - innerHeight]").await?;
            let [across, down] = [0, 1].map(|side| around[side].as_u64().unwrap_or(0) as u32);
            return self.driver.set_window_rect(0, 0, width + across, height + down).await;
        }
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
    }

    pub async fn scheme(&self, scheme: &str) -> WebDriverResult<()> {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.driver.cdp().send_raw("Emulation.setEmulatedMedia", features).await.map(drop)
    }

    /// Presses a key in the focused element.
    pub async fn press(&self, key: Key) -> WebDriverResult<()> {
        self.driver.action_chain().send_keys(key).perform().await
    }

    /// Returns what a script returns. In the script, `root` is the shadow root of the page's `<fact-cards>`.
    pub async fn ask(&self, script: &str) -> WebDriverResult<Value> {
        let script = format!("const root = document.querySelector('fact-cards')?.shadowRoot; {script}");
        Ok(self.driver.execute(script, vec![]).await?.json().clone())
    }

    /// Waits until a script returns true, for as long as a busy machine may need.
    pub async fn until(&self, condition: &str) -> WebDriverResult<()> {
        self.until_within(condition, Duration::from_secs(30)).await
    }

    pub async fn until_within(&self, condition: &str, patience: Duration) -> WebDriverResult<()> {
        let begin = std::time::Instant::now();
        let mut pause = FIRST_PAUSE;
        while self.ask(&format!("return Boolean({condition})")).await? != true {
            assert!(begin.elapsed() < patience, "in vain: {condition}");
            tokio::time::sleep(pause).await;
            pause = (pause * 3 / 2).min(LONGEST_PAUSE);
        }
        Ok(())
    }

    /// Scrolls to the cards and waits for them: they are not loaded before they are near.
    pub async fn until_cards(&self) -> WebDriverResult<()> {
        self.until("document.querySelector('fact-cards')").await?;
        self.ask("document.querySelector('fact-cards').scrollIntoView()").await?;
        self.until("root?.querySelector('details')").await
    }

    /// All lines in the console since the last call, with network errors and violations of policies. Firefox and WebKit do not
    /// give them to their drivers: tests that expect one fail there.
    pub async fn console(&self) -> WebDriverResult<Vec<String>> {
        console(&self.driver).await
    }
}

async fn console(driver: &WebDriver) -> WebDriverResult<Vec<String>> {
    if Engine::of_this_run() != Engine::Chromium {
        return Ok(Vec::new());
    }
    let answer = driver.handle().cmd(Command::ExtensionCommand(Box::new(BrowserLog))).await?;
    let lines: Vec<Value> = answer.value()?;
    Ok(lines.iter().map(|line| line["message"].as_str().unwrap_or_default().to_owned()).collect())
}

/// ChromeDriver's own command for the console.
#[derive(Debug)]
struct BrowserLog;

impl ExtensionCommand for BrowserLog {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "type": "browser" }))
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/se/log".into()
    }
}
