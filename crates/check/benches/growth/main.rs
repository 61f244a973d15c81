//! How time and memory grow with documents that once took minutes or gigabytes: each kind in three sizes, each twice the one before.

mod inputs;

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

use check::check;
use document::decode::decode;
use inputs::INPUTS;
use quotes::{Quote, Text};
use serde_json::Value;

/// The smallest size: the largest documents are of a few hundred kilobytes.
const SIZE: usize = 2500;

/// For any document of the largest size.
const LONGEST: Duration = Duration::from_secs(2);
const MOST_MEMORY: usize = 200_000_000;

/// Of the largest size against the smallest, which is a quarter of it: 4 is linear, 16 is quadratic.
const STEEPEST: f64 = 8.0;

fn main() {
    println!("{:55} {:>7}   time at n, 2n, 4n in ms     growth   most memory", "", "bytes");
    // A word of a document's name, to measure that one only.
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let mut failed = Vec::new();
    for (name, input) in INPUTS.into_iter().filter(|(name, _)| name.contains(&wanted)) {
        let documents = [1, 2, 4].map(|times| input(SIZE * times));
        let texts = documents.each_ref().map(Value::to_string);
        measure(&format!("check: {name}"), &texts, |text| drop(black_box(check(text, None))), &mut failed);
        if documents[0]["article"]["body"].is_null() {
            measure(&format!("page: {name}"), &texts, |text| drop(black_box(decode(text))), &mut failed);
        } else if name.starts_with("links") {
            measure(&format!("links: {name}"), &documents, link, &mut failed);
        }
    }
    assert!(failed.is_empty(), "above the budget: {failed:#?}");
}

/// Makes the links to a document's quotes.
fn link(document: &Value) {
    let text: Text = document["article"]["body"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    for claim in document["claims"].as_array().unwrap() {
        let span = [claim["statements"][0]["quote"].as_str().unwrap().to_owned()];
        black_box(text.fragment(&Quote { spans: &span, ..Quote::default() }));
    }
}

fn measure<T: ToString>(name: &str, sizes: &[T; 3], run: impl Fn(&T), failed: &mut Vec<String>) {
    let bytes = sizes[2].to_string().len();
    let mut most = 0;
    let times = sizes.each_ref().map(|document| {
        let mut best = Duration::MAX;
        // The best of five, unless it takes so long that it is above the budget anyway.
        for _ in 0..5 {
            let before = HELD.load(Relaxed);
            MOST.store(before, Relaxed);
            let begin = Instant::now();
            run(document);
            best = best.min(begin.elapsed());
            most = MOST.load(Relaxed) - before;
            if best > LONGEST {
                break;
            }
        }
        best
    });
    let growth = times[2].as_secs_f64() / times[0].as_secs_f64();
    let ms = times.map(|time| format!("{:>8.1}", time.as_secs_f64() * 1000.0)).join(" ");
    println!("{name:55} {bytes:>7}   {ms}   {growth:>6.1} ×   {:>8.1} MB", most as f64 / 1e6);
    // What takes a few milliseconds cannot be measured so exactly.
    let is_steep = growth > STEEPEST && times[2] > Duration::from_millis(20);
    if is_steep || times[2] > LONGEST || most > MOST_MEMORY {
        failed.push(name.to_owned());
    }
}

/// How much memory is held, and the most that was.
static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: the system's allocator does the work; this only counts.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = HELD.fetch_add(layout.size(), Relaxed) + layout.size();
        MOST.fetch_max(held, Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(place, layout) }
    }
}
