//! Speech that an article sets without quotation marks: in an interview or a transcript, behind a dash, and after a colon.

use super::marks::{COLONS, has_marks, is_dash};
use quotes::has_words;
use std::ops::Range;

/// How many paragraphs an answer has at most. Questions or labels that stand further apart are no conversation.
const LONGEST_ANSWER: usize = 6;

/// The longest label of who speaks, in characters.
const LONGEST_LABEL: usize = 40;

/// Of how many paragraphs of a conversation one may quote at length: who asks and answers rarely quotes, an article often does.
const PARAGRAPHS_TO_A_QUOTATION: usize = 4;

/// The numbers of the paragraphs in which speech may stand without marks. `quoting` are those with speech in quotation marks, in order.
pub(super) fn unmarked_speech(paragraphs: &[String], quoting: &[usize]) -> Vec<usize> {
    let mut in_conversation = conversations(paragraphs, quoting).into_iter().flatten().peekable();
    let mut is_introduced = false;
    let mut speech = Vec::new();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        // Two conversations may overlap.
        while in_conversation.next_if(|other| *other < number).is_some() {}
        let is_conversation = in_conversation.peek() == Some(&number);
        if is_conversation || is_introduced || paragraph.trim_start().starts_with(is_dash) {
            speech.push(number);
        }
        // The paragraph behind the colon may have marks within what is said; a later one that has some is the article's own again.
        let next = paragraphs.get(number + 1);
        is_introduced =
            paragraph.trim_end().ends_with(COLONS) || (is_introduced && !next.is_some_and(|next| has_marks(next)));
    }
    speech
}

/// A paragraph with which somebody begins to speak.
#[derive(Clone, Copy)]
struct Turn<'text> {
    paragraph: usize,
    /// Who speaks; nothing before a question in an interview.
    label: &'text str,
}

/// The stretches that are interviews or transcripts, by where they begin.
fn conversations(paragraphs: &[String], quoting: &[usize]) -> Vec<Range<usize>> {
    let is_quoting = |number: usize| quoting.binary_search(&number).is_ok();
    let (mut questions, mut lines) = (Vec::new(), Vec::new());
    for (number, paragraph) in paragraphs.iter().enumerate() {
        match label(paragraph) {
            Some(label) => lines.push(Turn { paragraph: number, label }),
            None if is_question(paragraph) && !is_quoting(number) => {
                questions.push(Turn { paragraph: number, label: "" });
            }
            None => (),
        }
    }
    let interviews = questions.chunk_by(is_near).filter(|turns| is_interview(turns));
    let is_one_talk = |one: &Turn, other: &Turn| {
        let quotes_between = || (one.paragraph..other.paragraph).any(is_quoting);
        is_near(one, other) && (one.label != other.label || (is_again(one, other) && !quotes_between()))
    };
    let transcripts = lines.chunk_by(is_one_talk).filter(|turns| is_transcript(turns));
    let stretches = interviews.chain(transcripts).map(|turns| stretch(turns, paragraphs.len(), is_quoting));
    let quotes = |stretch: &Range<usize>| stretch.clone().filter(|number| is_quoting(*number)).count();
    let mut found: Vec<_> =
        stretches.filter(|stretch| quotes(stretch) * PARAGRAPHS_TO_A_QUOTATION <= stretch.len()).collect();
    found.sort_by_key(|stretch| stretch.start);
    found
}

/// Whether a question is answered before the next is asked.
fn is_interview(questions: &[Turn]) -> bool {
    questions.windows(2).any(|pair| pair[1].paragraph - pair[0].paragraph > 1)
}

/// Whether two speak in turn, or one speaks again.
fn is_transcript(lines: &[Turn]) -> bool {
    let is_in_turn = |lines: &[Turn]| lines[0].label == lines[2].label && lines[0].label != lines[1].label;
    lines.windows(3).any(is_in_turn) || lines.windows(2).any(|pair| is_again(&pair[0], &pair[1]))
}

/// Whether one who has spoken goes on, and it is no “Read: …” that recurs: a name is in capitals, or in a script that has none, or it stands
/// before the next paragraph, too.
fn is_again(one: &Turn, other: &Turn) -> bool {
    let is_name = !one.label.contains(char::is_lowercase);
    one.label == other.label && (is_name || one.paragraph + 1 == other.paragraph)
}

fn is_near(one: &Turn, other: &Turn) -> bool {
    other.paragraph - one.paragraph <= LONGEST_ANSWER + 1
}

/// From the first turn to the end of the last, which is taken to be as long as the longest before; it ends before the article quotes again.
fn stretch(turns: &[Turn], paragraphs: usize, is_quoting: impl Fn(usize) -> bool) -> Range<usize> {
    let (first, last) = (turns[0].paragraph, turns[turns.len() - 1].paragraph);
    let longest = turns.windows(2).map(|pair| pair[1].paragraph - pair[0].paragraph).max().unwrap_or(1);
    let end = (last + longest).min(paragraphs);
    first..(last + 1..end).find(|number| is_quoting(*number)).unwrap_or(end)
}

fn is_question(paragraph: &str) -> bool {
    paragraph.trim_end().ends_with(['?', '？', '؟', '\u{37e}'])
}

/// Who speaks, in a transcript: `KALIN: We have the proposal.`
fn label(paragraph: &str) -> Option<&str> {
    let (label, speech) = paragraph.trim_start().split_once(COLONS)?;
    (label.chars().count() <= LONGEST_LABEL && has_words(label) && has_words(speech)).then_some(label)
}
