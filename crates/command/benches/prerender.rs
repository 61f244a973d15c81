//! Budgets for `fact-cards prerender`: a thousand documents in one run.
//!
//! Each document is as large as that of a long article. Time and memory are measured for the whole process.

#[cfg(unix)]
fn main() {
    use std::fs;
    use std::process::Command;
    use std::time::Instant;

    const DOCUMENTS: usize = 1_000;
    const MOST_MILLISECONDS: f64 = 10.0;
    const MOST_MEGABYTES: f64 = 64.0;

    let folder = tempfile::tempdir().unwrap();
    let files: Vec<_> = (0..DOCUMENTS).map(|number| folder.path().join(format!("{number}.json"))).collect();
    for (number, file) in files.iter().enumerate() {
        fs::write(file, document(number)).unwrap();
    }
    let bytes: u64 = files.iter().map(|file| fs::metadata(file).unwrap().len()).sum();

    let begin = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_fact-cards"))
        .arg("prerender")
        .args(&files)
        .arg("--out")
        .arg(folder.path().join("html"))
        .status()
        .unwrap();
    let time = begin.elapsed().as_secs_f64() * 1e3 / DOCUMENTS as f64;
    assert!(status.success());
    assert_eq!(fs::read_dir(folder.path().join("html")).unwrap().count(), DOCUMENTS);

    let memory = peak_of_children();
    let size = bytes as f64 / 1e3 / DOCUMENTS as f64;
    println!("prerender: {DOCUMENTS} documents of {size:.1} KB, {time:.2} ms each, {memory:.1} MB at most");
    assert!(time <= MOST_MILLISECONDS, "more than {MOST_MILLISECONDS} ms for a document");
    assert!(memory <= MOST_MEGABYTES, "more than {MOST_MEGABYTES} MB");
}

/// The largest memory use of any child process so far, in megabytes.
#[cfg(unix)]
fn peak_of_children() -> f64 {
    let usage = nix::sys::resource::getrusage(nix::sys::resource::UsageWho::RUSAGE_CHILDREN).unwrap();
    // In kilobytes; on macOS, in bytes.
    let unit = if cfg!(target_os = "macos") { 1e6 } else { 1e3 };
    usage.max_rss() as f64 / unit
}

/// Eight claims by four speakers. Every document has different words.
#[cfg(unix)]
fn document(number: usize) -> String {
    let speakers: serde_json::Map<_, _> = (0..4)
        .map(|speaker| {
            let named = serde_json::json!({ "name": format!("Speaker {speaker} of {number}"), "role": "chief engineer", "organization": "City Water" });
            (format!("speaker-{speaker}"), named)
        })
        .collect();
    let claims: Vec<_> = (0..8)
        .map(|claim| {
            let statements: Vec<_> = (0..2)
                .map(|said| {
                    serde_json::json!({
                        "speaker": format!("speaker-{}", (claim + said) % 4), "said": "2024-05-01",
                        "quote": format!("The water of well {number} has been safe since Monday, {}", "and so it will stay, ".repeat(claim + said)),
                        "source": { "title": "Press conference", "url": "https://city.example/pc" }
                    })
                })
                .collect();
            serde_json::json!({ "id": format!("claim-{claim}"), "text": format!("Well {number}.{claim} is safe"), "statements": statements })
        })
        .collect();
    let body: Vec<_> = (0..20)
        .map(|paragraph| {
            format!("Paragraph {paragraph} of {number}. {}", "The city says that the water is safe. ".repeat(10))
        })
        .collect();
    let article = serde_json::json!({ "headline": format!("Is well {number} safe?"), "language": "en", "published": "2024-05-01", "body": body });
    serde_json::json!({ "version": 1, "article": article, "speakers": speakers, "claims": claims }).to_string()
}

#[cfg(not(unix))]
fn main() {
    println!("prerender: skipped, as the memory of a process is read in Unix's way");
}
