//! Measures how time and memory grow with what is read: each kind of input in three sizes, each twice the one before. The time is that of the thread,
//! so that a busy machine adds little to it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Duration;

use testing::ThreadTime;

/// The smallest size: the largest documents are of a few hundred kilobytes.
pub const SIZE: usize = 2500;

/// For any document of the largest size.
const LONGEST: Duration = Duration::from_secs(2);
const MOST_MEMORY: usize = 200_000_000;

/// Of the largest size against the smallest, which is a quarter of it: 4 is linear, 16 is quadratic.
const STEEPEST: f64 = 8.0;

/// What was measured.
#[derive(Default)]
pub struct Measuring {
    /// A word of the inputs' names, to measure only these.
    wanted: String,
    failed: Vec<String>,
}

impl Measuring {
    /// Begins, with the word of the command line.
    pub fn begin() -> Self {
        println!("{:62} {:>7}   time at n, 2n, 4n in ms     growth   most memory", "", "bytes");
        let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
        Self { wanted, ..Self::default() }
    }

    /// Whether an input is to be measured.
    pub fn wants(&self, name: &str) -> bool {
        name.contains(&self.wanted)
    }

    /// Measures one kind of input, in three sizes.
    pub fn add<T: ToString>(&mut self, name: &str, sizes: &[T; 3], run: impl Fn(&T)) {
        if is_above(name, sizes, run) {
            self.failed.push(name.to_owned());
        }
    }

    pub fn end(self) {
        assert!(self.failed.is_empty(), "above the budget: {:#?}", self.failed);
    }
}

fn is_above<T: ToString>(name: &str, sizes: &[T; 3], run: impl Fn(&T)) -> bool {
    let bytes = sizes[2].to_string().len();
    let mut most = 0;
    let times = sizes.each_ref().map(|document| {
        let mut best = Duration::MAX;
        // The best of five, unless it takes so long that it is above the budget anyway.
        for _ in 0..5 {
            let before = HELD.load(Relaxed);
            MOST.store(before, Relaxed);
            let begin = ThreadTime::now();
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
    println!("{name:62} {bytes:>7}   {ms}   {growth:>6.1} ×   {:>8.1} MB", most as f64 / 1e6);
    // What takes a few milliseconds cannot be measured so exactly.
    let is_steep = growth > STEEPEST && times[2] > Duration::from_millis(20);
    is_steep || times[2] > LONGEST || most > MOST_MEMORY
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
