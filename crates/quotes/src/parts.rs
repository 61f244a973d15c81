//! Finds out whether the parts of a quote together may mean something else than the text.
//!
//! Words may be left out. But nobody has said the parts of two people's words as one, or a sentence without its “not”.

use super::blanks::trim_end;
use super::sign_sets::{END, MARKS, NEGATION, PAUSE, Set, WORDS, behind_last, first, has, set};
use super::signs::{Sign, Sign::*, ends_a_sentence, is_skipped};
use super::turning_words::{FREQUENT, entries};
use super::{Finding, Grade, Passage, Position, Text};

/// Why the parts together may mean something else than the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// They are in different paragraphs, and no quotation continues from one to the other.
    Paragraphs,
    /// They are in different quotations.
    Quotations,
    /// Between them are words such as “she said”.
    Attribution,
    /// Between them is a “not”, or a word like it.
    Negation,
    /// Words between them belong to the same sentence, and may be its verb: “The mayor [refused to] take the money”.
    Clause,
    /// Words of a sentence are left out, in a language whose words for “not” are not known.
    Language,
    /// The first ends in the middle of a sentence, the second begins in the middle of another.
    Sentences,
    /// They have only a few words each, and are far apart.
    Distance,
    /// More text is between them than is read.
    Length,
    /// One of them runs over the end of a paragraph, such as a heading, where no sentence ends.
    Break,
}

/// The doubt that the parts together may mean something else than the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doubt {
    pub reason: Reason,
    /// The text between the two parts; empty if it is within one part.
    pub between: Passage,
}

/// A part with this number of words or fewer says little by itself.
const FEW: usize = 2;

/// The most words between two such short parts, and between a short part and a longer one.
const MOST_BETWEEN_FEW: usize = 3;
const MOST_BESIDE_FEW: usize = 20;

/// The most bytes and paragraphs between two parts.
const FARTHEST: usize = 4000;
const MOST_PARAGRAPHS: usize = 50;

/// In a listed language, at least one in this number of words and punctuation marks is one of the frequent words.
const WORDS_TO_A_FREQUENT: usize = 40;

/// The most words of an interruption such as “, he said, ”.
const LONGEST_INTERRUPTION: usize = 30;

/// The most words of an addition such as “of the town”.
const LONGEST_ADDITION: usize = 8;

/// The most words of a sentence after a quotation that may say whose words it has: “Lee shouted.”
const MOST_IN_A_TAG: usize = 2;

/// The most words of a label such as “Mayor Ann Lee:”.
const LONGEST_LABEL: usize = 4;

/// The most bytes between a quotation and the name of its speaker after it.
const LONGEST_REST: usize = 1000;

/// How many places of an ambiguous quote are examined.
const MOST_PLACES: usize = 20;

/// What ends a sentence, or may end it.
const ENDS: Set = set([End, Colon]);

/// What names a speaker.
const NAMING: Set = set([Saying, Source]);

impl Text {
    /// Whether the parts of a quote, at the places where they were found, may together mean something else than the text. Words that were not
    /// found, or that differ, are wrong rather than in doubt.
    pub fn doubt(&self, finding: &Finding) -> Option<Doubt> {
        if !matches!(finding.grade, Grade::Exact | Grade::Typographic | Grade::Ambiguous) {
            return None;
        }
        finding.places.iter().take(MOST_PLACES).find_map(|place| self.doubt_of_place(place))
    }

    fn doubt_of_place(&self, place: &[Passage]) -> Option<Doubt> {
        for part in place {
            if let Some(reason) = self.runs_on(*part) {
                return Some(Doubt { reason, between: Passage { start: part.end, end: part.end } });
            }
        }
        place.windows(2).find_map(|pair| {
            let between = Passage { start: pair[0].end, end: pair[1].start };
            let reason = self.reason(pair[0], between, pair[1])?;
            Some(Doubt { reason, between })
        })
    }

    /// Why one part may not be words that belong together: it runs from a quotation into another, from a question of an interview into its answer,
    /// or over the end of a heading, an item or a cell, where no sentence ends.
    fn runs_on(&self, part: Passage) -> Option<Reason> {
        let signs = self.signs(part);
        if changes_quotation(&signs) || touches_another(&signs) {
            return Some(Reason::Quotations);
        }
        // Where a quotation runs on, a mark opens it again.
        let is_asked = |number: usize| trim_end(&self.paragraphs[number]).ends_with(['?', '？', '؟']);
        let asks = (part.start.paragraph..part.end.paragraph).any(is_asked);
        if asks && !has(&signs, MARKS) {
            return Some(Reason::Paragraphs);
        }
        let is_broken = |number: usize| {
            let paragraph = &self.paragraphs[number];
            !is_skipped(paragraph) && !ends_a_sentence(paragraph) && !self.leaves_a_quotation_open(number)
        };
        (part.start.paragraph..part.end.paragraph).any(is_broken).then_some(Reason::Break)
    }

    /// Whether a quotation goes on after a paragraph, as where an advertisement cuts its sentence in two, but not where its box ends. Of a very long
    /// paragraph the end is read.
    fn leaves_a_quotation_open(&self, paragraph: usize) -> bool {
        if self.ends_box(paragraph) {
            return false;
        }
        let text = &self.paragraphs[paragraph];
        let from = boundary(text, text.len().saturating_sub(FARTHEST));
        let at = |byte: usize| Position { paragraph, byte };
        unpaired(&self.signs(Passage { start: at(from), end: at(text.len()) })).1.is_some()
    }

    /// The second part, and what follows it.
    fn second(&self, part: Passage) -> Vec<Sign> {
        let paragraph = &self.paragraphs[part.end.paragraph];
        let byte = boundary(paragraph, part.end.byte + LONGEST_REST);
        self.signs(Passage { start: part.start, end: Position { byte, ..part.end } })
    }

    /// Whether it would take too long to read a passage for every quote of a document.
    fn is_far(&self, Passage { start, end }: Passage) -> bool {
        let paragraphs = &self.paragraphs[start.paragraph..=end.paragraph];
        if paragraphs.len() > MOST_PARAGRAPHS {
            return true;
        }
        let others = paragraphs[..paragraphs.len() - 1].iter().map(String::len).sum::<usize>();
        others + end.byte - start.byte > FARTHEST
    }

    /// Whether this language is one of those whose words for “not” and “said” are listed.
    pub(super) fn is_in_listed_language(&self) -> bool {
        let count = |word: &str| self.vocabulary.form(word).map_or(0, |form| self.occurrences[form as usize].len());
        let frequent = || entries(FREQUENT).map(count).sum::<usize>();
        *self.is_listed.get_or_init(|| frequent() * WORDS_TO_A_FREQUENT >= self.tokens.len())
    }

    /// Whether a part ends with a question mark, or right before one.
    fn is_question(&self, part: Passage) -> bool {
        let letters = self.paragraphs[part.end.paragraph].as_bytes();
        letters[part.end.byte - 1] == b'?' || letters.get(part.end.byte) == Some(&b'?')
    }

    /// Whether a part ends with a full stop and its quotation with it. Then a sentence of the article follows.
    fn is_stopped(&self, part: Passage) -> bool {
        let letters = self.paragraphs[part.end.paragraph].as_bytes();
        let end = part.end.byte;
        // The first bytes of quotation marks.
        let is_mark = |at: usize| matches!(letters.get(at), Some(b'"' | b'\'' | 0xc2 | 0xe2));
        letters[end - 1] == b'.' && is_mark(end) || letters.get(end) == Some(&b'.') && is_mark(end + 1)
    }

    /// Why two parts cannot be parts of one quote: by where they stand, or else by the words between them.
    fn reason(&self, before: Passage, between: Passage, behind: Passage) -> Option<Reason> {
        if self.is_far(between) {
            let is_one_paragraph = between.start.paragraph == between.end.paragraph;
            return Some(if is_one_paragraph { Reason::Length } else { Reason::Paragraphs });
        }
        let signs = self.signs(between);
        // A mark at the beginning of a paragraph goes on with a quotation only if one is open.
        let mut crossed = between.start.paragraph..between.end.paragraph;
        if crossed.any(|number| !is_skipped(&self.paragraphs[number]) && !self.leaves_a_quotation_open(number)) {
            return Some(Reason::Paragraphs);
        }
        let is_listed = self.is_in_listed_language();
        let is_one_paragraph = !has(&signs, const { set([Paragraph]) });
        let (first, last) = (self.signs(before), self.signs(behind));
        let second = || self.second(behind);
        // Where words are left out after the first part, and before the second.
        let (mut behind_first, mut before_second) = (&*signs, &*signs);
        let mut is_turned = is_cut_from_not(&signs);
        let is_one_stretch = match unpaired(&signs) {
            (None, None) => true,
            (Some(leaves), Some(enters)) if is_one_paragraph && leaves < enters => {
                let (left, inner, entered) = (&signs[..leaves], &signs[leaves + 1..enters], &signs[enters + 1..]);
                let ends = left.last().or(first.last());
                let is_parted = matches!(ends, Some(Pause | End)) || inner.first() == Some(&Pause);
                let second = Second { signs: &second(), is_listed, is_stopped: self.is_stopped(behind) };
                if !is_parted || !is_interruption(inner, entered, second, self.is_question(before)) {
                    return Some(Reason::Quotations);
                }
                is_turned = begins_with_not(left) || ends_with_not(entered) || is_said_not(inner);
                (behind_first, before_second) = (left, entered);
                false
            }
            _ => return Some(if is_one_paragraph { Reason::Quotations } else { Reason::Paragraphs }),
        };
        if is_turned {
            Some(Reason::Negation)
        } else if !is_listed && cuts_a_sentence(behind_first, before_second) {
            Some(Reason::Language)
        } else if is_one_stretch && is_what_somebody_says(&first, &signs) {
            None
        } else if is_one_stretch && (names_a_speaker(&signs) || names_another(&signs, second)) {
            Some(Reason::Attribution)
        } else if cuts_a_clause(&first, behind_first, if is_one_stretch { &[] } else { before_second }, &last) {
            Some(Reason::Clause)
        } else if joins_sentences(&signs) {
            Some(Reason::Sentences)
        } else {
            let between = count(behind_first).max(count(before_second));
            (between > most_between(&first, &last)).then_some(Reason::Distance)
        }
    }
}

/// The most words that may be left out between these parts.
fn most_between(first: &[Sign], last: &[Sign]) -> usize {
    let is_few = |part: &[Sign]| count(part) <= FEW;
    match (is_few(first), is_few(last)) {
        (true, true) => MOST_BETWEEN_FEW,
        (false, false) => usize::MAX,
        _ => MOST_BESIDE_FEW,
    }
}

/// The last character boundary up to a byte, or the end.
pub(super) fn boundary(text: &str, most: usize) -> usize {
    let mut at = most.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The number of words.
fn count(signs: &[Sign]) -> usize {
    signs.iter().filter(|sign| sign.is_word()).count()
}

/// The first mark that closes a quotation opened before, and the last mark that opens one without closing it. A quotation continues after the
/// end of a paragraph only if a mark opens it again; otherwise the end of the paragraph closes it.
fn unpaired(signs: &[Sign]) -> (Option<usize>, Option<usize>) {
    let (mut leaves, mut undecided, mut open) = (None, None, Vec::new());
    for (at, sign) in signs.iter().enumerate() {
        let is_first = at > 0 && signs[at - 1] == Paragraph;
        match sign {
            Opens | OpensSingle if !is_first => open.push(at),
            Closes if open.pop().is_none() => leaves = leaves.or(Some(at)),
            Undecided if open.last().is_some_and(|last| signs[*last] == OpensSingle) => drop(open.pop()),
            Undecided => undecided = undecided.or(Some(at)),
            Paragraph if !matches!(signs.get(at + 1), Some(Opens | OpensSingle)) => leaves = leaves.or(Some(at)),
            _ => (),
        }
    }
    let enters = open.last().copied();
    // After the last letter of a quotation it closes it, if another one opens later.
    (leaves.or(undecided.filter(|at| enters > Some(*at))), enters)
}

/// Whether a quotation ends with its paragraph, and another begins with the next.
fn changes_quotation(signs: &[Sign]) -> bool {
    let mut from = 0;
    signs.iter().enumerate().filter(|(_, sign)| **sign == Paragraph).any(|(at, _)| {
        // Nothing where a paragraph is empty.
        let ends = signs.get(from..at).is_some_and(|signs| unpaired(signs).0.is_some());
        from = at + 2;
        ends && matches!(signs.get(at + 1), Some(Opens | OpensSingle))
    })
}

/// Whether a quotation ends, and another begins right after it.
fn touches_another(signs: &[Sign]) -> bool {
    let (Some(leaves), Some(enters)) = unpaired(signs) else { return false };
    if leaves > enters {
        return false;
    }
    let mut is_behind = false;
    for sign in &signs[leaves..=enters] {
        match sign {
            Closes | Undecided => is_behind = true,
            Opens | OpensSingle if is_behind => return true,
            End | Pause => (),
            _ => is_behind = false,
        }
    }
    false
}

/// A second part, and the text after it.
#[derive(Clone, Copy)]
struct Second<'signs> {
    signs: &'signs [Sign],
    /// Whether its language is one of those whose words are listed.
    is_listed: bool,
    /// See [`Text::is_stopped`].
    is_stopped: bool,
}

/// Whether the text between two quotations only says who speaks, and the second continues the first: `,” he said, “`. `entered` is what is
/// left out behind the mark.
fn is_interruption(signs: &[Sign], entered: &[Sign], second: Second, is_question: bool) -> bool {
    let Some((last, inner)) = signs.split_last() else { return false };
    // Whether a sentence may begin there.
    let next = entered.get(first(entered, WORDS)).or(second.signs.get(first(second.signs, WORDS)));
    let begins_anew = next == Some(&Capital) || !second.is_listed;
    let (mut words, mut sayings) = (0, 0);
    for sign in inner {
        words += usize::from(sign.is_word());
        sayings += usize::from(sign.names());
        // A mark or the end of a sentence is only there if more than one quotation is interrupted.
        let is_inside = matches!(sign, End | Colon) || sign.is_mark();
        if is_inside && (*sign != Closes || words > 0) {
            return false;
        }
    }
    if words > LONGEST_INTERRUPTION || sayings > 1 {
        return false;
    }
    match last {
        // If a sentence begins, it may be somebody else's.
        Pause => {
            // “Brandt, ” before a sentence may be its speaker.
            let is_name = begins_anew && !has(inner, const { set([Word]) }) && sayings == 0;
            !(is_name || turns_to_another(inner, begins_anew) || (begins_anew && belongs_to_another(second)))
        }
        // `?” Brandt asked Lee. “`: the second may be the answer.
        End if is_question && asks_somebody(inner) => false,
        End => sayings == 1 && !belongs_to_another(second),
        _ => false,
    }
}

/// Whether the text between two quotations may say who is asked: “Lee asked Brandt”, “he was asked”.
fn asks_somebody(signs: &[Sign]) -> bool {
    let says = first(signs, const { set([Saying]) });
    if says == signs.len() {
        return false;
    }
    let behind = first(&signs[says + 1..], !WORDS);
    match signs[..says] {
        [] | [Pause] => behind > 2,
        [.., Relative | Capital | Word, Word] => true,
        _ => behind > 0,
    }
}

/// Whether the text before a quotation names first the speaker of the one before, and then another: `Lee said, but Brandt, “`.
fn turns_to_another(signs: &[Sign], begins_anew: bool) -> bool {
    let (mut clauses, mut says, mut joins) = (0, false, false);
    let mut before = Pause;
    for &sign in signs {
        if sign.is_word() {
            if before == Pause {
                clauses += 1;
                says = false;
            }
            if sign == And && (before == Pause || begins_anew) && (clauses > 1 || begins_anew) {
                joins = true;
            }
            says |= sign.names();
        }
        before = sign;
    }
    joins || (begins_anew && clauses > 1 && !says)
}

/// Whether a speaker may be named after a quotation.
fn belongs_to_another(Second { signs, is_listed, is_stopped }: Second) -> bool {
    let closed = unpaired(signs).0.unwrap_or(signs.len());
    let is_ended = is_listed && closed > 0 && signs[closed - 1] == End;
    let (mut first, mut words) = (None, 0);
    for &sign in &signs[closed..] {
        if matches!(sign, End | Opens | OpensSingle) {
            break;
        }
        if !sign.is_word() {
            continue;
        }
        words += 1;
        let first = *first.get_or_insert(sign);
        let is_named = match first {
            // A sentence of the article: `“We stay.” The others left.`
            Capital | And | Negation if is_ended && is_stopped => sign.names(),
            And => sign == Capital || sign.names(),
            _ => true,
        };
        if is_named {
            return true;
        }
    }
    // `“We stay!” Lee shouted.`, `“We stay.” (Lee)`
    (1..=MOST_IN_A_TAG).contains(&words)
}

/// Whether text without marks names one speaker, and then another for the second part.
fn names_another(signs: &[Sign], second: impl Fn() -> Vec<Sign>) -> bool {
    // `LEE: We go. BRANDT: We stay.`
    let is_label = |at: usize| {
        let names = first(&signs[at + 1..], !const { set([Capital]) });
        (1..=LONGEST_LABEL).contains(&names) && signs.get(at + 1 + names) == Some(&Colon)
    };
    if (0..signs.len()).any(|at| matches!(signs[at], End | Paragraph) && is_label(at)) {
        return true;
    }
    let (said, paused) = (behind_last(signs, NAMING), behind_last(signs, PAUSE));
    if said == 0 {
        return false;
    }
    if paused > said && has(&signs[paused..], const { set([Capital]) }) {
        return true;
    }
    let second = second();
    let mut is_behind = false;
    for sign in second {
        match sign {
            End | Closes => break,
            Pause => is_behind = true,
            sign if is_behind && sign.names() => return true,
            Capital if is_behind && has(signs, END) => return true,
            _ => (),
        }
    }
    false
}

/// Whether nobody said a quotation, by the words after it: “he never said”. What describes the speaker, behind a comma, is passed over.
fn is_said_not(signs: &[Sign]) -> bool {
    let said = first(signs, NAMING);
    has(&signs[..said + first(&signs[said..], PAUSE)], NEGATION)
}

/// Whether there is a “not” in a sentence that one of the parts belongs to. A whole sentence may be left out with its “not”.
fn is_cut_from_not(signs: &[Sign]) -> bool {
    begins_with_not(signs) || ends_with_not(signs)
}

fn begins_with_not(signs: &[Sign]) -> bool {
    has(&signs[..first(signs, END)], NEGATION)
}

fn ends_with_not(signs: &[Sign]) -> bool {
    has(&signs[behind_last(signs, END)..], NEGATION)
}

/// Whether the sentence of one of the parts has words between them.
fn cuts_a_sentence(behind_first: &[Sign], before_second: &[Sign]) -> bool {
    let rest = &behind_first[..first(behind_first, END)];
    let beginning = &before_second[behind_last(before_second, END)..];
    has(rest, WORDS) || has(beginning, WORDS)
}

/// Whether words are left out within a sentence that may be its verb, or change what it says. They are not if commas set them off, if a word
/// such as “and” follows them, or if they only add to it, as “of the town” or the second word of “a very good plan” do.
fn cuts_a_clause(first: &[Sign], behind_first: &[Sign], before_second: &[Sign], second: &[Sign]) -> bool {
    let left_out = [behind_first, before_second].concat();
    if !has(&left_out, WORDS) || has(&left_out, ENDS) {
        return false;
    }
    let (before, behind) = (first.last(), second.first());
    let (begin, end) = (left_out.first(), left_out.last());
    let is_pause = |sign: Option<&Sign>| sign == Some(&Pause);
    let is_set_off = (is_pause(before) || is_pause(begin)) && (is_pause(end) || is_pause(behind));
    // After “and” without a comma, words may belong to any of those before it: “We are [against the plan and] the people”.
    let is_joined = behind == Some(&And) || matches!(*left_out, [And] | [.., Pause, And]);
    let is_phrase = !has(&left_out[..left_out.len() - 1], const { set([And, Relative, Pause]) });
    let is_added = match *left_out {
        [Source, ..] | [Link, Source, ..] | [.., Source] | [.., Source, Link] => true,
        [Link, ..] => count(&left_out) <= LONGEST_ADDITION && !matches!(end, Some(Link | Article | And | Relative)),
        // “a [very] good plan”
        _ => matches!(before, Some(Link | Article)) && !has(&left_out, const { set([Link, Article]) }),
    };
    !(is_set_off || is_joined || is_phrase && is_added)
}

/// Whether a part and the text after it are no more than what somebody says: “what [the senators said] was theft”.
fn is_what_somebody_says(first: &[Sign], signs: &[Sign]) -> bool {
    *first == [Interrogative]
        && matches!(*signs, [Relative | Capital | Word, Saying] | [Capital, Capital, Saying] | [Article, Word, Saying])
}

/// Whether there are words such as “she said”, except between two commas: “, he said, ”.
fn names_a_speaker(signs: &[Sign]) -> bool {
    let near = |at: usize| (&signs[at.saturating_sub(LONGEST_INTERRUPTION)..at], &signs[at..]);
    signs.iter().enumerate().any(|(at, sign)| {
        let (before, behind) = near(at);
        let is_between = has(before, PAUSE) && has(&behind[..behind.len().min(LONGEST_INTERRUPTION)], PAUSE);
        *sign == Saying && !is_between
    })
}

/// Whether the beginning of one sentence is joined to the end of another.
fn joins_sentences(signs: &[Sign]) -> bool {
    let seen = WORDS | PAUSE | ENDS;
    let (begin, end) = (first(signs, seen), behind_last(signs, seen));
    has(signs, END) && !signs[begin].is_in(ENDS) && (end == begin + 1 || !signs[end - 1].is_in(ENDS))
}
