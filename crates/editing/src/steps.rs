//! Several states of a work as text: each part that they share is written once.

use std::rc::Rc;

use serde_json::Value;

use crate::card::Card;
use crate::work::Work;

/// The states before a work, the work, and the states that were undone.
pub type Steps = (Vec<Rc<Work>>, Rc<Work>, Vec<Rc<Work>>);

// What a line of the text is: one of the parts as JSON, or a state, with the numbers of its parts.
const BODY: &str = "body ";
/// Has the number of its body first: a changed headline would write a long article once more.
const FRAME: &str = "frame ";
const SPEAKERS: &str = "speakers ";
const CARD: &str = "card ";
const STATE: &str = "state ";

const BODY_PLACE: &str = "/article/body";

/// The lines of the parts, and the number of each.
#[derive(Default)]
struct Parts {
    lines: String,
    /// By their places in memory, in whose order they are: what states share is the same object.
    numbers: Vec<(*const (), usize)>,
    counts: Vec<(&'static str, usize)>,
}

impl Parts {
    /// Where the part at a place in memory is among the numbers, or has to be.
    fn at(&self, place: *const ()) -> Result<usize, usize> {
        self.numbers.binary_search_by(|(known, _)| known.cmp(&place))
    }

    /// The number of a part at a place in memory, among those of its kind.
    fn number(&mut self, kind: &'static str, place: *const (), json: impl FnOnce() -> String) -> usize {
        let at = match self.at(place) {
            Ok(at) => return self.numbers[at].1,
            Err(at) => at,
        };
        let of_kind = self.counts.iter().position(|(known, _)| *known == kind).unwrap_or_else(|| {
            self.counts.push((kind, 0));
            self.counts.len() - 1
        });
        let count = &mut self.counts[of_kind].1;
        let number = *count;
        *count += 1;
        self.numbers.insert(at, (place, number));
        self.lines += &[kind, &json(), "\n"].concat();
        number
    }

    /// The number of a frame, whose body is written once for all frames that have it.
    fn frame<'work>(&mut self, frame: &'work Rc<Value>, bodies: &mut Vec<&'work Value>) -> usize {
        let place = Rc::as_ptr(frame).cast();
        let body = frame.pointer(BODY_PLACE).filter(|_| self.at(place).is_err());
        let Some(body) = body else { return self.number(FRAME, place, || format!("- {frame}")) };
        let known = bodies.iter().position(|known| *known == body).unwrap_or_else(|| {
            bodies.push(body);
            self.number(BODY, std::ptr::from_ref(body).cast(), || body.to_string())
        });
        let mut rest = (**frame).clone();
        rest.pointer_mut(BODY_PLACE).map(Value::take);
        self.number(FRAME, place, || format!("{known} {rest}"))
    }
}

pub fn written(past: &[Rc<Work>], now: &Rc<Work>, future: &[Rc<Work>]) -> String {
    let mut parts = Parts::default();
    let (mut states, mut bodies) = (String::new(), Vec::new());
    for work in past.iter().chain([now]).chain(future) {
        let frame = parts.frame(&work.frame, &mut bodies);
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
    let bodies = parsed(of(BODY), Some)?;
    let frames = of(FRAME).map(|line| frame(line, &bodies)).collect::<Option<Vec<_>>>()?;
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

fn frame(line: &str, bodies: &[Rc<Value>]) -> Option<Rc<Value>> {
    let (body, json) = line.split_once(' ')?;
    let mut frame: Value = serde_json::from_str(json).ok()?;
    if body != "-" {
        *frame.pointer_mut(BODY_PLACE)? = (**bodies.get(body.parse::<usize>().ok()?)?).clone();
    }
    Some(Rc::new(frame))
}

fn parsed<'text, T>(lines: impl Iterator<Item = &'text str>, read: impl Fn(Value) -> Option<T>) -> Option<Vec<Rc<T>>> {
    lines.map(|line| serde_json::from_str(line).ok().and_then(&read).map(Rc::new)).collect()
}
