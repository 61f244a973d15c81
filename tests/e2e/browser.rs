//! Each test runs in a browser of its own.

use std::future::Future;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, FirefoxCapabilities};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStdout};

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
    visit_with(json!({}), test);
}

/// The same, with these preferences of the browser.
pub fn visit_with<T: Future<Output = WebDriverResult<()>> + Send + 'static>(
    preferences: Value,
    test: impl FnOnce(Visit) -> T,
) {
    visit_as(chromium(preferences, "normal"), test);
}

/// The same, in a browser that does not wait until a page is loaded.
pub fn visit_unfinished<T: Future<Output = WebDriverResult<()>> + Send + 'static>(test: impl FnOnce(Visit) -> T) {
    visit_as(chromium(json!({}), "none"), test);
}

fn visit_as<T: Future<Output = WebDriverResult<()>> + Send + 'static>(
    chromium: ChromeCapabilities,
    test: impl FnOnce(Visit) -> T,
) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let (mut server, driver) = start(chromium).await;
        let host = host::start().await;
        // In a task of its own, so that a panic of the test is returned as a value.
        let outcome = tokio::spawn(test(Visit { driver: driver.clone(), host })).await;
        driver.quit().await.unwrap();
        server.kill().await.unwrap();
        outcome.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic())).unwrap();
    });
}

/// The most attempts to start a browser.
const TRIES: usize = 5;

/// A driver and its browser. Either may fail to start on a busy machine: the driver if another program takes its port before it does, the
/// browser if it is slow.
async fn start(chromium: ChromeCapabilities) -> (Child, WebDriver) {
    let program = if in_firefox() { "geckodriver" } else { "chromedriver" };
    let mut faults = Vec::new();
    while faults.len() < TRIES {
        let mut server = tokio::process::Command::new(program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("{program} is not on PATH: {error}"));
        let Some(address) = announced_address(server.stdout.take().unwrap()).await else {
            faults.push(format!("{program} ended without naming its port"));
            continue;
        };
        let driver = match in_firefox() {
            true => WebDriver::new(&address, firefox()).await,
            false => WebDriver::new(&address, chromium.clone()).await,
        };
        match driver {
            Ok(driver) => return (server, driver),
            Err(error) => faults.push(error.to_string()),
        }
    }
    panic!("no browser could be started: {faults:#?}");
}

/// Chromium, or Firefox with FACT_CARDS_BROWSER=firefox; there, tests that need Chromium's own protocol fail.
pub fn in_firefox() -> bool {
    std::env::var("FACT_CARDS_BROWSER").is_ok_and(|browser| browser == "firefox")
}

/// Starts a driver, which picks a free port and prints it.
async fn announced_address(stdout: ChildStdout) -> Option<String> {
    let mut lines = BufReader::new(stdout).lines();
    while let Some(line) = lines.next_line().await.unwrap() {
        let chromium = line.split_once("started successfully on port ");
        if let Some((_, port)) = chromium.or(line.split_once("Listening on 127.0.0.1:")) {
            let port = port.trim_end_matches('.').to_owned();
            // The rest of its output is read, so that the pipe does not fill up.
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return Some(format!("http://127.0.0.1:{port}"));
        }
    }
    None
}

fn firefox() -> FirefoxCapabilities {
    let mut capabilities = DesiredCapabilities::firefox();
    capabilities.set_headless().unwrap();
    capabilities
}

fn chromium(preferences: Value, patience: &str) -> ChromeCapabilities {
    let mut capabilities = DesiredCapabilities::chrome();
    let arguments = [
        "headless=new",
        "no-sandbox",
        "disable-gpu",
        "no-first-run",
        "disable-background-networking",
        "disable-component-update",
        "disable-sync",
        "force-prefers-reduced-motion",
    ];
    for argument in arguments {
        capabilities.add_arg(argument).unwrap();
    }
    capabilities.add_experimental_option("prefs", preferences).unwrap();
    capabilities.set("pageLoadStrategy", json!(patience)).unwrap();
    capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" })).unwrap();
    capabilities
}

impl Visit {
    pub async fn open(&self, path: &str) -> WebDriverResult<()> {
        self.driver.goto(format!("{}{path}", self.host)).await
    }

    /// A page with one embed of this document.
    pub async fn open_embed(&self, src: &str) -> WebDriverResult<()> {
        self.open(&format!("/page?src={src}")).await
    }

    pub async fn size(&self, width: u32, height: u32) -> WebDriverResult<()> {
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

    /// All lines in the console since the last call, with network errors and violations of policies. Firefox does not give them to its
    /// driver: tests that expect one fail there.
    pub async fn console(&self) -> WebDriverResult<Vec<String>> {
        if in_firefox() {
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
