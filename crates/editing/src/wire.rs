//! A report as it is handed from one thread to another: lists of values, because code that reads each field by its name is ten times as large.

use draft_document::Manner;
use serde_json::Value;

use crate::card::{Field, Key, Note, Why};
use crate::mend::{Mend, MendKind, Record};
use crate::passage::Passage;
use crate::report::{Mark, Problem, Report, Voice};

/// The values of a list, one after the other. Whoever reads them is the program that has written them.
pub(crate) struct Values(std::vec::IntoIter<Value>);

impl Values {
    fn of(value: Value) -> Self {
        let values = if let Value::Array(values) = value { values } else { Vec::new() };
        Self(values.into_iter())
    }

    #[inline(never)]
    fn value(&mut self) -> Value {
        self.0.next().unwrap_or_default()
    }

    #[inline(never)]
    fn some_text(&mut self) -> Option<String> {
        if let Value::String(text) = self.value() { Some(text) } else { None }
    }

    #[inline(never)]
    fn text(&mut self) -> String {
        self.some_text().unwrap_or_default()
    }

    #[inline(never)]
    fn some_number(&mut self) -> Option<usize> {
        self.value().as_u64().map(|number| number as usize)
    }

    #[inline(never)]
    fn number(&mut self) -> usize {
        self.some_number().unwrap_or_default()
    }

    #[inline(never)]
    fn key(&mut self) -> Option<Key> {
        self.some_number().map(|number| Key(number as u32))
    }

    fn all<T>(&mut self, read: impl Fn(Self) -> T) -> Vec<T> {
        Self::of(self.value()).0.map(|value| read(Self::of(value))).collect()
    }
}

/// The values of a list that is being written.
#[derive(Default)]
struct Writing(Vec<Value>);

// Functions that are not inlined: they are called in many places, and copies would make the wasm larger.
impl Writing {
    #[inline(never)]
    fn value(&mut self, value: Value) {
        self.0.push(value);
    }

    #[inline(never)]
    fn text(&mut self, text: String) {
        self.value(Value::String(text));
    }

    #[inline(never)]
    fn some_text(&mut self, text: Option<String>) {
        self.value(text.map_or(Value::Null, Value::String));
    }

    #[inline(never)]
    fn number(&mut self, number: u32) {
        self.value(number.into());
    }

    fn some_number(&mut self, number: Option<u32>) {
        match number {
            Some(number) => self.number(number),
            None => self.value(Value::Null),
        }
    }

    fn key(&mut self, key: Option<Key>) {
        self.some_number(key.map(|Key(number)| number));
    }

    fn all<T>(&mut self, all: Vec<T>, write: fn(&mut Writing, T)) {
        let lists = all.into_iter().map(|one| {
            let mut list = Writing::default();
            write(&mut list, one);
            Value::Array(list.0)
        });
        self.value(Value::Array(lists.collect()));
    }
}

impl From<Report> for Value {
    fn from(Report { problems, marks, voices }: Report) -> Self {
        let mut lists = Writing::default();
        lists.all(problems, of_problem);
        lists.all(marks, of_mark);
        lists.all(voices, of_voice);
        Self::Array(lists.0)
    }
}

impl From<Value> for Report {
    fn from(value: Value) -> Self {
        let mut values = Values::of(value);
        Self { problems: values.all(problem), marks: values.all(mark), voices: values.all(voice) }
    }
}

fn of_problem(list: &mut Writing, problem: Problem) {
    let Problem { code, path, message, is_error, card, statement, speaker, nearest, left_out, mends } = problem;
    list.text(code);
    list.text(path);
    list.text(message);
    list.number(is_error.into());
    list.key(card);
    list.some_number(statement.map(|statement| statement as u32));
    list.some_text(speaker);
    list.some_text(nearest);
    list.some_text(left_out);
    list.all(mends, |list, mend| of_record(list, mend.into()));
}

fn problem(mut values: Values) -> Problem {
    Problem {
        code: values.text(),
        path: values.text(),
        message: values.text(),
        is_error: values.number() == 1,
        card: values.key(),
        statement: values.some_number(),
        speaker: values.some_text(),
        nearest: values.some_text(),
        left_out: values.some_text(),
        mends: values.all(|values| Mend::from(record(values))),
    }
}

fn of_record(list: &mut Writing, record: Record) {
    let Record { kind, card, statement, speaker, field, place, spans, prefix, suffix, value, text } = record;
    list.number(kind as u32);
    list.key(card);
    list.some_number(statement.map(|statement| statement as u32));
    list.some_text(speaker);
    list.some_number(field.map(|field| field as u32));
    list.text(place);
    list.value(Value::Array(spans.into_iter().map(Value::String).collect()));
    list.some_text(prefix);
    list.some_text(suffix);
    list.value(value.unwrap_or_default());
    list.text(text);
}

fn record(mut values: Values) -> Record {
    Record {
        kind: MendKind::ALL[values.number() % MendKind::ALL.len()],
        card: values.key(),
        statement: values.some_number(),
        speaker: values.some_text(),
        field: values.some_number().map(field),
        place: values.text(),
        spans: Values::of(values.value()).0.filter_map(|span| span.as_str().map(str::to_owned)).collect(),
        prefix: values.some_text(),
        suffix: values.some_text(),
        value: Some(values.value()).filter(|value| !value.is_null()),
        text: values.text(),
    }
}

fn field(number: usize) -> Field {
    if number == Field::Quote as usize { Field::Quote } else { Field::Reported }
}

fn of_passage(list: &mut Writing, passage: Passage) {
    [passage.paragraph, passage.start, passage.end].into_iter().for_each(|number| list.number(number as u32));
}

fn passage(mut values: Values) -> Passage {
    Passage { paragraph: values.number(), start: values.number(), end: values.number() }
}

fn of_mark(list: &mut Writing, Mark { passage, card, statement, field, is_exact }: Mark) {
    of_passage(list, passage);
    [card.0, statement as u32, field as u32, is_exact.into()].into_iter().for_each(|number| list.number(number));
}

fn mark(mut values: Values) -> Mark {
    Mark {
        passage: Passage { paragraph: values.number(), start: values.number(), end: values.number() },
        card: Key(values.number() as u32),
        statement: values.number(),
        field: field(values.number()),
        is_exact: values.number() == 1,
    }
}

/// The note is that of a speaker who was concluded, or there is none.
fn of_voice(list: &mut Writing, Voice { passages, name, note, manner }: Voice) {
    list.all(passages, of_passage);
    list.text(name);
    list.number(note.is_some().into());
    list.some_text(note.and_then(|note| note.cue));
    list.number(manner as u32);
}

fn voice(mut values: Values) -> Voice {
    let (passages, name) = (values.all(passage), values.text());
    let (is_concluded, cue) = (values.number() == 1, values.some_text());
    let note = is_concluded.then_some(Note { statement: Some(0), why: Why::Inferred, cue });
    let manner = match values.number() {
        1 => Manner::Denied,
        2 => Manner::NotSaid,
        _ => Manner::Said,
    };
    Voice { passages, name, note, manner }
}
