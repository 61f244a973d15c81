//! Which browser runs the tests, and how it is started.

use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, ChromeCapabilities};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

/// The browser of a run, by the environment variable FACT_CARDS_BROWSER.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Where the variable is not set. Some tests need Chromium's own protocol, and fail in the other browsers.
    Chromium,
    /// `firefox`.
    Firefox,
    /// `webkit`: the engine of Safari, in the small browser that comes with WebKitGTK. It needs a display, for example that of Xvfb.
    WebKit,
}

impl Engine {
    pub fn of_this_run() -> Self {
        match std::env::var("FACT_CARDS_BROWSER").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("FACT_CARDS_BROWSER is {other}: use chromium, firefox or webkit"),
        }
    }

    fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }
}

/// What a test asks of the browser.
#[derive(Clone, Default)]
pub struct Wishes {
    /// Chromium's preferences.
    pub preferences: Option<Value>,
    /// Do not wait until a page is loaded.
    pub is_unfinished: bool,
    /// No other test has used the browser, or will use it.
    pub is_fresh: bool,
}

/// The program that drives a browser. It ends with its browser when this value is dropped, and when the tests end in any other way: by a
/// signal, too.
pub struct Driver {
    shell: Child,
}

/// Runs the driver in a group of processes of its own, until the input of the shell ends; then ends all of the group, and removes the files
/// that the browser has written. The output is the driver's alone: it ends when the driver ends.
const UNTIL_THE_INPUT_ENDS: &str = r#"
set -m
export TMPDIR=$(mktemp -d)
"$@" & group=$!
exec >/dev/null
cat
exec 2>/dev/null
kill -KILL -- -$group
wait
until rm -rf "$TMPDIR"; do sleep 0.1; done
"#;

impl Driver {
    fn spawn(program: &str, argument: &str) -> Self {
        let shell = Command::new("bash")
            .args(["-c", UNTIL_THE_INPUT_ENDS, "bash", program, argument])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("bash is not on PATH: {error}"));
        Self { shell }
    }

    fn output(&mut self) -> ChildStdout {
        self.shell.stdout.take().unwrap()
    }

    /// Ends the driver, and waits until it has ended.
    pub async fn end(mut self) {
        drop(self.shell.stdin.take());
        self.shell.wait().await.unwrap();
    }
}

/// The most attempts to start a browser.
const TRIES: usize = 5;

/// How long a browser may take to start on a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

/// A driver and its browser. Either may fail to start on a busy machine: the driver if another program takes its port before it does, the
/// browser if it is slow.
pub async fn start(wishes: Wishes) -> (Driver, WebDriver) {
    let engine = Engine::of_this_run();
    let mut faults = Vec::new();
    while faults.len() < TRIES {
        let (server, address) = match engine {
            Engine::WebKit => driver_at_a_free_port(engine.driver()).await,
            _ => driver_that_names_its_port(engine.driver()).await,
        };
        let Some(address) = address else {
            faults.push(format!("{} ended without naming its port, or does not answer", engine.driver()));
            continue;
        };
        let capabilities: Capabilities = match engine {
            Engine::Chromium => chromium(wishes.clone()).into(),
            Engine::Firefox => firefox(),
            Engine::WebKit => webkit(),
        };
        match timeout(PATIENCE, WebDriver::new(&address, capabilities)).await {
            Ok(Ok(driver)) => return (server, driver),
            Ok(Err(error)) => faults.push(error.to_string()),
            Err(_) => faults.push(format!("no browser came in {PATIENCE:?}")),
        }
        server.end().await;
    }
    panic!("no browser could be started: {faults:#?}");
}

/// Starts a driver, which picks a free port and prints it.
async fn driver_that_names_its_port(program: &str) -> (Driver, Option<String>) {
    let mut server = Driver::spawn(program, "--port=0");
    let mut lines = BufReader::new(server.output()).lines();
    while let Ok(Ok(Some(line))) = timeout(PATIENCE, lines.next_line()).await {
        let chromium = line.split_once("started successfully on port ");
        if let Some((_, port)) = chromium.or(line.split_once("Listening on 127.0.0.1:")) {
            let port = port.trim_end_matches('.').to_owned();
            // The rest of its output is read, so that the pipe does not fill up.
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return (server, Some(format!("http://127.0.0.1:{port}")));
        }
    }
    (server, None)
}

/// Starts a driver that does not print its port, at one that was free a moment ago.
async fn driver_at_a_free_port(program: &str) -> (Driver, Option<String>) {
    let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let server = Driver::spawn(program, &format!("--port={port}"));
    for _ in 0..200 {
        if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            return (server, Some(format!("http://127.0.0.1:{port}")));
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    (server, None)
}

fn chromium(wishes: Wishes) -> ChromeCapabilities {
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
    capabilities.add_experimental_option("prefs", wishes.preferences.unwrap_or(json!({}))).unwrap();
    capabilities.set("pageLoadStrategy", json!(if wishes.is_unfinished { "none" } else { "normal" })).unwrap();
    capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" })).unwrap();
    capabilities
}

fn firefox() -> Capabilities {
    let mut capabilities = DesiredCapabilities::firefox();
    capabilities.set_headless().unwrap();
    capabilities.into()
}

fn webkit() -> Capabilities {
    let mut capabilities = DesiredCapabilities::safari();
    capabilities.set("browserName", json!("MiniBrowser")).unwrap();
    capabilities.into()
}

/// A driver ends at once if another program has taken its port. Without its end, a test would wait for ever.
#[tokio::test]
async fn a_driver_that_ends_before_it_names_its_port_is_noticed() {
    let (server, address) =
        timeout(PATIENCE, driver_that_names_its_port("true")).await.expect("its end is not noticed");
    assert_eq!(address, None);
    server.end().await;
}
