//! What mends a problem, where one action does.

use check::{Compared, Fault, Kind, PlaceMend, Remark};
use quotation_marks::family;
use quotes::{Text, is_bidirectional, is_invisible};
use serde_json::Value;

use crate::action::Action;
use crate::card::{Field, Key, spans, words as written};
use crate::passage::{Context, Passage, is_sure_mark};
use crate::report::{Target, pieces};
use crate::work::Work;

/// An action that mends a problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Mend {
    pub kind: MendKind,
    pub action: Action,
    /// The words that it brings; empty where its kind says all. Of a place in the article, those around them are shown, too: then a
    /// character 0 stands before the words themselves, and one behind them.
    pub text: String,
}

/// A mend as it is handed from one thread to another: the few actions that mend something, in one record.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    pub kind: MendKind,
    pub card: Option<Key>,
    pub statement: Option<usize>,
    pub speaker: Option<String>,
    /// Of the two kinds of words: those that are meant, or what words are turned into.
    pub field: Option<Field>,
    pub place: String,
    pub spans: Vec<String>,
    pub prefix: Option<String>,
    pub suffix: Option<String>,
    pub value: Option<Value>,
    pub text: String,
}

impl From<Mend> for Record {
    fn from(Mend { kind, action, text }: Mend) -> Self {
        let record = Self { kind, text, ..Self::default() };
        match action {
            Action::Words { card, statement, field, spans, context } => {
                let Context { prefix, suffix } = context.unwrap_or_default();
                let (card, statement, field) = (Some(card), Some(statement), Some(field));
                Self { card, statement, field, spans, prefix, suffix, ..record }
            }
            Action::Turn { card, statement, into } => {
                Self { card: Some(card), statement: Some(statement), field: Some(into), ..record }
            }
            Action::NameSpeaker { card, statement, name } => {
                let value = Some(Value::String(name));
                Self { card: Some(card), statement: Some(statement), value, ..record }
            }
            Action::Set { card, place, value } => Self { card: Some(card), place, value, ..record },
            Action::SetSpeaker { speaker, field, value } => {
                Self { speaker: Some(speaker), place: field, value: value.map(Value::String), ..record }
            }
            Action::RemoveSpeaker { speaker } => Self { speaker: Some(speaker), ..record },
            // No other action mends anything.
            _ => record,
        }
    }
}

impl From<Record> for Mend {
    fn from(record: Record) -> Self {
        let Record { kind, card, statement, speaker, field, place, spans, prefix, suffix, value, text } = record;
        let text_of = |value: &Option<Value>| value.as_ref().and_then(Value::as_str).map(str::to_owned);
        let action = match (card, statement, field, speaker) {
            (Some(card), Some(statement), Some(into), _) if spans.is_empty() => Action::Turn { card, statement, into },
            (Some(card), Some(statement), Some(field), _) => {
                let context = Some(Context { prefix, suffix }).filter(|context| *context != Context::default());
                Action::Words { card, statement, field, spans, context }
            }
            (Some(card), Some(statement), None, _) => {
                Action::NameSpeaker { card, statement, name: text_of(&value).unwrap_or_default() }
            }
            (Some(card), ..) => Action::Set { card, place, value },
            (None, _, _, speaker) => {
                let speaker = speaker.unwrap_or_default();
                match place.is_empty() {
                    true => Action::RemoveSpeaker { speaker },
                    false => Action::SetSpeaker { speaker, field: place, value: text_of(&value) },
                }
            }
        };
        Self { kind, action, text }
    }
}

/// What a mend does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MendKind {
    /// Puts the article's words in place of the card's.
    UseArticle,
    MakeReported,
    MakeQuote,
    /// Leaves the narrator's words, between quotation marks, out of a quote.
    OnlyQuoted,
    /// Takes away the quotation marks around a quote.
    RemoveMarks,
    /// Takes away characters that nobody sees.
    RemoveCharacters,
    /// Tells which of several places is meant.
    ThisPlace,
    /// Writes a role, a name or a whole clause as the article does.
    Write,
    /// Removes a field.
    #[default]
    Remove,
    RemoveSpeaker,
}

impl MendKind {
    /// In the order in which they are declared.
    pub(crate) const ALL: [Self; 10] = [
        Self::UseArticle,
        Self::MakeReported,
        Self::MakeQuote,
        Self::OnlyQuoted,
        Self::RemoveMarks,
        Self::RemoveCharacters,
        Self::ThisPlace,
        Self::Write,
        Self::Remove,
        Self::RemoveSpeaker,
    ];
}

/// How many places are offered where the article has words several times.
const MOST_PLACES: usize = 6;

/// How many bytes of the article are shown on each side of such a place.
const AROUND: usize = 30;

/// The mends of a problem. `words` are those that were compared at its path, `text` is the article.
pub(crate) fn mends(
    work: &Work,
    remark: &Remark,
    target: &Target,
    words: Option<&Compared>,
    text: Option<&Text>,
) -> Vec<Mend> {
    let article = || use_article(target, words, text).map(|action| in_order(work, action));
    let one = |kind, action: Option<Action>| action.map(|action| Mend { kind, action, text: String::new() });
    let write =
        |text: String, action: Option<Action>| action.map(|action| Mend { kind: MendKind::Write, action, text });
    let quoted = match &remark.fault {
        Fault::Unquoted { .. } | Fault::Parts { left_out: None, .. } => only_quoted(target, words, text),
        _ => None,
    };
    let mend = match &remark.fault {
        Fault::Altered { .. } => one(MendKind::UseArticle, article()),
        Fault::Unquoted { .. } | Fault::Parts { left_out: None, .. } if quoted.is_some() => {
            one(MendKind::OnlyQuoted, quoted)
        }
        Fault::Ambiguous { mend: PlaceMend::AddContext | PlaceMend::LengthenContext, .. } => {
            return this_place(target, words, text);
        }
        Fault::Unquoted { outside } if outside.is_empty() => one(MendKind::MakeReported, turn(target, Field::Reported)),
        Fault::Quoted => one(MendKind::MakeQuote, turn(target, Field::Quote)),
        Fault::OwnMarks(_) => one(MendKind::RemoveMarks, without_marks(target, words)),
        Fault::Invisible(_) | Fault::Bidirectional(_) => one(MendKind::RemoveCharacters, visible(work, target)),
        Fault::Role { near: Some(near) } => {
            let near = near.trim_matches(['“', '”']);
            // A long one is shortened in the message.
            let action = set(target, Some(near.to_owned())).filter(|_| !near.contains(" … "));
            write(near.to_owned(), action)
        }
        Fault::OtherSpeaker { name, .. } => {
            let named = |(card, statement)| Action::NameSpeaker { card, statement, name: name.clone() };
            write(name.clone(), statement(target).map(named))
        }
        // Reported words beside “denied that” are right if the stance says so.
        Fault::Cut { is_before, kind: Kind::Quote, .. } => {
            let whole = whole_clause(target, words, text, *is_before);
            whole.and_then(|(text, action)| write(text, Some(action)))
        }
        Fault::Context(_) => one(MendKind::Remove, set(target, None)),
        Fault::NoWordsInPart { .. } => one(MendKind::Remove, set(target, None)),
        Fault::UnusedSpeaker => {
            let action = target.speaker.clone().map(|speaker| Action::RemoveSpeaker { speaker });
            one(MendKind::RemoveSpeaker, action)
        }
        _ => None,
    };
    mend.into_iter().filter(|mend| changes(work, &mend.action)).collect()
}

/// Whether an action changes the words, or the field, that it is about.
fn changes(work: &Work, action: &Action) -> bool {
    match action {
        Action::Words { card, statement, field, spans, context: None } => {
            work.words(*card, *statement, *field) != *spans
        }
        Action::Set { card, place, value } => {
            work.card(*card).is_some_and(|card| card.claim.pointer(&format!("/{place}")) != value.as_ref())
        }
        _ => true,
    }
}

/// Where the article's words are those of the card, what is left to mend is the order of the parts.
fn in_order(work: &Work, action: Action) -> Action {
    if changes(work, &action) {
        return action;
    }
    let Action::Words { card, statement, field, spans, context } = action else { return action };
    let mut ordered = Vec::new();
    for part in spans {
        let place = work.place_of(&part);
        work.insert_part(&mut ordered, part, place);
    }
    Action::Words { card, statement, field, spans: ordered, context }
}

fn statement(target: &Target) -> Option<(Key, usize)> {
    Some((target.card?, target.statement?))
}

fn use_article(target: &Target, words: Option<&Compared>, text: Option<&Text>) -> Option<Action> {
    let (words, text) = (words?, text?);
    let (card, statement) = statement(target)?;
    let place = words.finding.places.first()?;
    let field = words.kind.into();
    let whole = place.iter().map(|passage| text.slices(*passage).collect::<Vec<_>>().join(" "));
    let spans: Vec<String> = match field {
        Field::Quote => whole.map(|span| within_marks(&span).to_owned()).collect(),
        Field::Reported => whole.collect(),
    };
    (!spans.is_empty()).then_some(Action::Words { card, statement, field, spans, context: None })
}

/// A quote that runs over quotation marks, without the narrator's words between them; `None` if it runs over none.
fn only_quoted(target: &Target, words: Option<&Compared>, text: Option<&Text>) -> Option<Action> {
    let (words, text) = (words?, text?);
    let (card, statement) = statement(target)?;
    let paragraphs: Vec<&str> = text.paragraphs().iter().map(String::as_str).collect();
    let place = words.finding.places.first()?;
    let pieces = place.iter().flat_map(|passage| pieces(*passage, text)).flat_map(|own| own.within_marks(&paragraphs));
    let spans: Vec<_> = pieces.map(|piece| piece.text(&paragraphs).to_owned()).collect();
    (spans.len() > words.spans.len()).then_some(Action::Words {
        card,
        statement,
        field: words.kind.into(),
        spans,
        context: None,
    })
}

/// A quote with the words of its clause that it leaves out, and the part of it that becomes longer.
fn whole_clause(
    target: &Target,
    words: Option<&Compared>,
    text: Option<&Text>,
    is_before: bool,
) -> Option<(String, Action)> {
    let (words, text) = (words?, text?);
    let (card, statement) = statement(target)?;
    // The words between two quotations, “, said Ada Low, ”, are nobody's.
    let condition = text.condition(&words.finding);
    let condition = condition.filter(|cut| !text.slices(cut.left_out).any(|words| words.contains(is_sure_mark)));
    let cut = condition.or_else(|| text.cut(&words.finding))?;
    let (place, left_out) = (words.finding.places.first()?, cut.left_out);
    let mut spans = words.spans.clone();
    let (number, passage) = match is_before {
        true => (0, quotes::Passage { start: left_out.start, ..*place.first()? }),
        false => (spans.len() - 1, quotes::Passage { end: left_out.end, ..*place.last()? }),
    };
    let whole = text.slices(passage).collect::<Vec<_>>().join(" ").trim().to_owned();
    *spans.get_mut(number)? = whole.clone();
    Some((whole, Action::Words { card, statement, field: words.kind.into(), spans, context: None }))
}

/// The longest piece of words between quotation marks: what comes near a quote may run out of the quotation, as in `safe,” she said`.
fn within_marks(span: &str) -> &str {
    let longest = span.split(is_sure_mark).max_by_key(|piece| piece.len()).unwrap_or(span);
    // A comma before the closing mark belongs to the sentence around the quotation.
    longest.trim().trim_end_matches(',')
}

fn this_place(target: &Target, words: Option<&Compared>, text: Option<&Text>) -> Vec<Mend> {
    let (Some(words), Some(text), Some((card, statement))) = (words, text, statement(target)) else {
        return Vec::new();
    };
    let paragraphs: Vec<&str> = text.paragraphs().iter().map(String::as_str).collect();
    let places = words.finding.places.iter().take(MOST_PLACES);
    let mends = places.filter_map(|place| {
        let first = place.first()?;
        let end = if first.end.paragraph == first.start.paragraph { first.end.byte } else { return None };
        let passage = Passage { paragraph: first.start.paragraph, start: first.start.byte, end };
        let context = passage.context(&paragraphs).or_else(|| beside(passage, &paragraphs))?;
        let action = Action::Words {
            card,
            statement,
            field: words.kind.into(),
            spans: words.spans.clone(),
            context: Some(context),
        };
        Some(Mend { kind: MendKind::ThisPlace, action, text: around(passage, &paragraphs) })
    });
    mends.collect()
}

/// The words beside a passage, where the same words are written otherwise elsewhere.
fn beside(passage: Passage, paragraphs: &[&str]) -> Option<Context> {
    let text = paragraphs[passage.paragraph];
    let side = |text: &str| Some(text.trim().to_owned()).filter(|text| text.contains(char::is_alphanumeric));
    let context = Context {
        prefix: side(&text[floor(text, passage.start.saturating_sub(AROUND))..passage.start]),
        suffix: side(&text[passage.end..floor(text, text.len().min(passage.end + AROUND))]),
    };
    (context != Context::default()).then_some(context)
}

/// A place with the words around it, for showing it to the editor.
fn around(passage: Passage, paragraphs: &[&str]) -> String {
    let text = paragraphs[passage.paragraph];
    let (from, to) = (passage.start.saturating_sub(AROUND), text.len().min(passage.end + AROUND));
    let (from, to) = (floor(text, from), floor(text, to));
    let before = if from > 0 { "… " } else { "" };
    let after = if to < text.len() { " …" } else { "" };
    let (words, beside) = (&text[passage.start..passage.end], [&text[from..passage.start], &text[passage.end..to]]);
    format!("{before}{}\0{words}\0{}{after}", beside[0].trim_start(), beside[1].trim_end())
}

/// The character boundary at or before a byte.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn turn(target: &Target, into: Field) -> Option<Action> {
    let (card, statement) = statement(target)?;
    Some(Action::Turn { card, statement, into })
}

fn without_marks(target: &Target, words: Option<&Compared>) -> Option<Action> {
    let words = words?;
    let (card, statement) = statement(target)?;
    let mut spans = words.spans.clone();
    let is_mark = |c: char| family(c).is_some() || c.is_whitespace();
    if let Some(first) = spans.first_mut() {
        *first = first.trim_start_matches(is_mark).to_owned();
    }
    if let Some(last) = spans.last_mut() {
        *last = last.trim_end_matches(is_mark).to_owned();
    }
    let place = format!("statements/{statement}/{}", Field::from(words.kind).name());
    Some(Action::Set { card, place, value: Some(written(spans)?) })
}

/// The text at fault without its unseen characters.
fn visible(work: &Work, target: &Target) -> Option<Action> {
    let text = match (target.card, &target.speaker) {
        (Some(card), _) => work.card(card)?.claim.pointer(&format!("/{}", target.place))?,
        (_, Some(speaker)) => work.speakers().get(speaker)?.pointer(&format!("/{}", target.place))?,
        _ => return None,
    };
    let kept = |text: &str| text.chars().filter(|c| !is_invisible(*c) && !is_bidirectional(*c)).collect::<String>();
    set(target, Some(kept(text.as_str()?)))
}

/// Sets the field that a problem is about, or removes it.
fn set(target: &Target, text: Option<String>) -> Option<Action> {
    if target.place.is_empty() {
        return None;
    }
    match (target.card, &target.speaker) {
        (Some(card), _) => Some(Action::Set { card, place: target.place.clone(), value: text.map(Value::String) }),
        (_, Some(speaker)) => {
            Some(Action::SetSpeaker { speaker: speaker.clone(), field: target.place.clone(), value: text })
        }
        _ => None,
    }
}

impl Work {
    /// The parts of a statement's words.
    pub fn words(&self, card: Key, statement: usize, field: Field) -> Vec<String> {
        let found = self.card(card).and_then(|card| card.statements().get(statement));
        found.map(|found| spans(found, field.name()).into_iter().map(str::to_owned).collect()).unwrap_or_default()
    }
}
