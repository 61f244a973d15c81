//! Each test runs in a browser of its own.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::prelude::*;

use crate::engine::{Engine, Wishes, start};
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

/// Runs a test in a browser of its own, and ends the browser even if the test fails.
pub fn visit<T: Future<Output = WebDriverResult<()>> + Send + 'static>(test: impl FnOnce(Visit) -> T) {
    visit_as(Wishes::default(), test);
}

/// The same, with these preferences of the browser.
pub fn visit_with<T: Future<Output = WebDriverResult<()>> + Send + 'static>(
    preferences: Value,
    test: impl FnOnce(Visit) -> T,
) {
    visit_as(Wishes { preferences: Some(preferences), ..Wishes::default() }, test);
}

/// The same, in a browser that does not wait until a page is loaded.
pub fn visit_unfinished<T: Future<Output = WebDriverResult<()>> + Send + 'static>(test: impl FnOnce(Visit) -> T) {
    visit_as(Wishes { is_unfinished: true, ..Wishes::default() }, test);
}

fn visit_as<T: Future<Output = WebDriverResult<()>> + Send + 'static>(wishes: Wishes, test: impl FnOnce(Visit) -> T) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let (mut server, driver) = start(wishes).await;
        let host = host::start().await;
        // In a task of its own, so that a panic of the test is returned as a value.
        let outcome = tokio::spawn(test(Visit { driver: driver.clone(), host })).await;
        driver.quit().await.unwrap();
        server.kill().await.unwrap();
        outcome.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic())).unwrap();
    });
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
        while self.ask(&format!("return Boolean({condition})")).await? != true {
            assert!(begin.elapsed() < patience, "in vain: {condition}");
            tokio::time::sleep(Duration::from_millis(25)).await;
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
        if Engine::of_this_run() != Engine::Chromium {
            return Ok(Vec::new());
        }
        let answer = self.driver.handle().cmd(Command::ExtensionCommand(Box::new(BrowserLog))).await?;
        let lines: Vec<Value> = answer.value()?;
        Ok(lines.iter().map(|line| line["message"].as_str().unwrap_or_default().to_owned()).collect())
    }
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
