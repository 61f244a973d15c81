//! Budgets for an archive: a table of a million rows, and 100,000 documents through `check --ndjson` and `prerender --ndjson`.
//!
//! Time and memory are measured for the whole process. If there are two cores, two threads are compared with one.

#[cfg(unix)]
fn main() {
    const ROWS: usize = 1_000_000;
    const DOCUMENTS: usize = 100_000;

    let table = run(&["import", "--from", "table", "-"], 2, |out| {
        writeln!(out, "claim,speaker,role,quote,source,article_url")?;
        for row in 0..ROWS {
            let article = row / 10;
            writeln!(
                out,
                "Well {row} is safe,Speaker {row},engineer,\"The water of well {row} is safe, and so it will stay\",\
                 https://city.example/pc,https://daily.example/{article}"
            )?;
        }
        Ok(())
    });
    println!("import: {ROWS} rows, {:.1} s, {:.0} MB at most", table.seconds, table.megabytes);
    assert!(table.megabytes <= 64.0, "more than 64 MB for a table");
    assert!(table.seconds <= 60.0, "more than 60 s for a table");

    // The input comes from a file because a program that generates the lines would use one of the cores.
    let folder = tempfile::tempdir().unwrap();
    let archive = folder.path().join("archive.ndjson");
    let mut file = BufWriter::new(std::fs::File::create(&archive).unwrap());
    (0..DOCUMENTS).for_each(|number| writeln!(file, "{}", line(number)).unwrap());
    file.flush().unwrap();
    for command in ["check", "prerender"] {
        let each = |threads| run(&[command, "--ndjson", archive.to_str().unwrap()], threads, |_| Ok(()));
        let (one, two) = (each(1), each(2));
        println!(
            "{command} --ndjson: {DOCUMENTS} documents, {:.1} s on one thread, {:.1} s on two ({:.2} times as fast), {:.0} MB at most",
            one.seconds,
            two.seconds,
            one.seconds / two.seconds,
            two.megabytes
        );
        assert!(two.megabytes <= 192.0, "more than 192 MB for {command}");
        assert!(two.seconds <= 300.0, "more than 300 s for {command}");
    }
}

#[cfg(unix)]
use std::io::{self, BufWriter, Write};

#[cfg(unix)]
struct Measured {
    seconds: f64,
    megabytes: f64,
}

/// Runs the command with this standard input and measures it. Its output is discarded.
#[cfg(unix)]
fn run(arguments: &[&str], threads: usize, write: impl FnOnce(&mut dyn Write) -> io::Result<()> + Send) -> Measured {
    use std::process::{Command, Stdio};
    use std::time::Instant;

    let begin = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_fact-cards"))
        .args(arguments)
        .env("RAYON_NUM_THREADS", threads.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut out = BufWriter::with_capacity(1 << 16, stdin);
            write(&mut out).and_then(|()| out.flush()).unwrap();
        });
        let megabytes = memory(child, arguments[0]);
        Measured { seconds: begin.elapsed().as_secs_f64(), megabytes }
    })
}

/// Waits for a process and returns the largest amount of memory that it used, in megabytes. The memory is read
/// repeatedly, because the system gives the maximum only for all child processes together.
#[cfg(unix)]
fn memory(mut child: std::process::Child, command: &str) -> f64 {
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0.0_f64;
    loop {
        let peak = std::fs::read_to_string(&status).ok().and_then(|status| {
            let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
            line.split_ascii_whitespace().nth(1)?.parse::<f64>().ok()
        });
        most = most.max(peak.unwrap_or_default() / 1e3);
        if let Some(status) = child.try_wait().unwrap() {
            assert!(status.success(), "{command} failed");
            return most;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

/// A document with four claims and different words in every document, and an article to compare it with.
#[cfg(unix)]
fn line(number: usize) -> serde_json::Value {
    use serde_json::json;

    let quote =
        |claim: usize| format!("The water of well {number}.{claim} has been safe since Monday, and so it will stay");
    let claims: Vec<_> = (0..4)
        .map(|claim| {
            json!({ "id": format!("claim-{claim}"), "text": format!("Well {number}.{claim} is safe"),
                "statements": [{ "speaker": "ada", "said": "2024-05-01", "quote": quote(claim) }] })
        })
        .collect();
    let body: Vec<_> =
        (0..4).map(|claim| format!("“{},” said Ada Low. {}", quote(claim), "The city agrees. ".repeat(10))).collect();
    let document = json!({ "version": 1, "article": { "headline": format!("Is well {number} safe?"), "language": "en", "body": body },
        "speakers": { "ada": { "name": "Ada Low", "role": "chief engineer", "organization": "City Water" } }, "claims": claims });
    json!({ "id": number, "document": document })
}

#[cfg(not(unix))]
fn main() {}
