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

    fn value(&mut self) -> Value {
        self.0.next().unwrap_or_default()
    }

    fn some_text(&mut self) -> Option<String> {
        if let Value::String(text) = self.value() { Some(text) } else { None }
    }

    fn text(&mut self) -> String {
        self.some_text().unwrap_or_default()
    }

    fn some_number(&mut self) -> Option<usize> {
        self.value().as_u64().map(|number| number as usize)
    }

    fn number(&mut self) -> usize {
        self.some_number().unwrap_or_default()
    }

    fn key(&mut self) -> Option<Key> {
        self.some_number().map(|number| Key(number as u32))
    }

    fn all<T>(&mut self, read: impl Fn(Self) -> T) -> Vec<T> {
        Self::of(self.value()).0.map(|value| read(Self::of(value))).collect()
    }
}

fn list<T>(all: Vec<T>, write: impl Fn(T) -> Vec<Value>) -> Value {
    Value::Array(all.into_iter().map(|one| Value::Array(write(one))).collect())
}

fn number(key: Option<Key>) -> Value {
    key.map(|Key(number)| number).into()
}

impl From<Report> for Value {
    fn from(Report { problems, marks, voices }: Report) -> Self {
        Self::Array(vec![list(problems, of_problem), list(marks, of_mark), list(voices, of_voice)])
    }
}

impl From<Value> for Report {
    fn from(value: Value) -> Self {
        let mut values = Values::of(value);
        Self { problems: values.all(problem), marks: values.all(mark), voices: values.all(voice) }
    }
}

fn of_problem(problem: Problem) -> Vec<Value> {
    let Problem { code, path, message, is_error, card, statement, speaker, nearest, left_out, mends } = problem;
    let statement = statement.map(|statement| statement as u32).into();
    let mends = list(mends, |mend| of_record(mend.into()));
    vec![
        code.into(),
        path.into(),
        message.into(),
        u32::from(is_error).into(),
        number(card),
        statement,
        speaker.into(),
        nearest.into(),
        left_out.into(),
        mends,
    ]
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

fn of_record(record: Record) -> Vec<Value> {
    let Record { kind, card, statement, speaker, field, place, spans, prefix, suffix, value, text } = record;
    vec![
        (kind as u32).into(),
        number(card),
        statement.map(|statement| statement as u32).into(),
        speaker.into(),
        field.map(|field| field as u32).into(),
        place.into(),
        Value::Array(spans.into_iter().map(Value::String).collect()),
        prefix.into(),
        suffix.into(),
        value.unwrap_or_default(),
        text.into(),
    ]
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

fn of_passage(passage: Passage) -> Vec<Value> {
    [passage.paragraph, passage.start, passage.end].map(|number| Value::from(number as u32)).into()
}

fn passage(mut values: Values) -> Passage {
    Passage { paragraph: values.number(), start: values.number(), end: values.number() }
}

fn of_mark(Mark { passage, card, statement, field, is_exact }: Mark) -> Vec<Value> {
    let mut values = of_passage(passage);
    values.extend([card.0, statement as u32, field as u32, u32::from(is_exact)].map(Value::from));
    values
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
fn of_voice(Voice { passages, name, note, manner }: Voice) -> Vec<Value> {
    let is_concluded = u32::from(note.is_some()).into();
    let cue = note.and_then(|note| note.cue).into();
    vec![list(passages, of_passage), name.into(), is_concluded, cue, (manner as u32).into()]
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
