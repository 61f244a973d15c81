//! Several states of a work as text: each part that they share is written once.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value;

use crate::card::Card;
use crate::work::Work;

/// The states before a work, the work, and the states that were undone.
pub type Steps = (Vec<Rc<Work>>, Rc<Work>, Vec<Rc<Work>>);

// What a line of the text is: one of the parts as JSON, or a state, with the numbers of its parts.
const FRAME: &str = "frame ";
const SPEAKERS: &str = "speakers ";
const CARD: &str = "card ";
const STATE: &str = "state ";

/// The lines of the parts, and the number of each.
#[derive(Default)]
struct Parts {
    lines: String,
    /// By their places in memory: what states share is the same object.
    numbers: BTreeMap<*const (), usize>,
    counts: BTreeMap<&'static str, usize>,
}

impl Parts {
    /// The number of a part at a place in memory, among those of its kind.
    fn number(&mut self, kind: &'static str, place: *const (), json: impl FnOnce() -> String) -> usize {
        if let Some(number) = self.numbers.get(&place) {
            return *number;
        }
        let count = self.counts.entry(kind).or_default();
        let number = *count;
        *count += 1;
        self.numbers.insert(place, number);
        self.lines += &[kind, &json(), "\n"].concat();
        number
    }
}

pub fn written(past: &[Rc<Work>], now: &Rc<Work>, future: &[Rc<Work>]) -> String {
    let mut parts = Parts::default();
    let mut states = String::new();
    for work in past.iter().chain([now]).chain(future) {
        let frame = parts.number(FRAME, Rc::as_ptr(&work.frame).cast(), || work.frame.to_string());
        let speakers = parts.number(SPEAKERS, Rc::as_ptr(&work.speakers).cast(), || work.speakers_as_json());
        let mut numbers = vec![frame, speakers, work.next as usize, usize::from(work.is_published)];
        numbers.extend(work.cards.iter().map(|card| parts.number(CARD, Rc::as_ptr(card).cast(), || card.to_json())));
        let numbers: Vec<_> = numbers.iter().map(usize::to_string).collect();
        states += &[STATE, &numbers.join(" "), "\n"].concat();
    }
    format!("{}\n{}{states}", past.len(), parts.lines)
}

/// Reads what [`written`] has written; `None` if the text is anything else.
pub fn read(text: &str) -> Option<Steps> {
    let (count, lines) = text.split_once('\n')?;
    let of = |kind: &'static str| lines.lines().filter_map(move |line| line.strip_prefix(kind));
    let frames = parsed(of(FRAME), Some)?;
    let speakers =
        parsed(of(SPEAKERS), |value| if let Value::Object(speakers) = value { Some(speakers) } else { None })?;
    let cards = parsed(of(CARD), Card::of_value)?;
    let state = |line: &str| {
        let numbers = line.split(' ').map(|number| number.parse().ok()).collect::<Option<Vec<usize>>>()?;
        let [frame, own_speakers, next, is_published, own_cards @ ..] = numbers.as_slice() else { return None };
        let own_cards = own_cards.iter().map(|number| cards.get(*number).cloned());
        Some(Rc::new(Work {
            frame: Rc::clone(frames.get(*frame)?),
            speakers: Rc::clone(speakers.get(*own_speakers)?),
            cards: own_cards.collect::<Option<_>>()?,
            next: *next as u32,
            is_published: *is_published == 1,
        }))
    };
    let mut past = of(STATE).map(state).collect::<Option<Vec<_>>>()?;
    let count: usize = count.parse().ok().filter(|count| *count < past.len())?;
    let future = past.split_off(count + 1);
    let now = past.pop()?;
    Some((past, now, future))
}

fn parsed<'text, T>(lines: impl Iterator<Item = &'text str>, read: impl Fn(Value) -> Option<T>) -> Option<Vec<Rc<T>>> {
    lines.map(|line| serde_json::from_str(line).ok().and_then(&read).map(Rc::new)).collect()
}
