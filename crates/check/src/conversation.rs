//! Speech that an article prints without quotation marks: in an interview or a transcript, after a dash, and after a colon.

use super::marks::{COLONS, has_marks, is_dash};
use quotes::has_words;
use std::ops::Range;

/// The most paragraphs of one answer. Questions or labels that are further apart are not a conversation.
const LONGEST_ANSWER: usize = 6;

/// The longest label that names a speaker, in characters.
const LONGEST_LABEL: usize = 40;

/// First words of labels that newsrooms repeat, and that name nobody: “WATCH: the mayor’s speech”. They count only in capitals.
const NO_NAMES: &str = "ALSO ANALYSIS AUDIO BREAKING CANLI CARTE CHART CLAIM CORRECTION CREDIT DISCLAIMER DISCLOSURE EDITOR'S EDITOR’S EXCLUSIVE \
    EXPLAINED EXPLAINER EXPLORE FACT FILE FONTE FOTO FOTOS FUENTE GALLERY GRAFIK GRAPHIC HINWEIS IMAGE INFOGRAPHIC KARTE LEA LEGGI LEIA LESEN \
    LIRE LISTEN LIVE MAP MAPA MEHR MORE NOTA NOTE NOTES OPINION PHOTO PHOTOS PICTURE PICTURES PODCAST QUELLE READ RELATED SEE SOURCE SOURCES \
    UPDATE UPDATED UPDATES VEJA VERDICT VIDEO VIDÉO VÍDEO WARNING WATCH ВАЖНО ВИДЕО СМОТРИТЕ ФОТО ЧИТАЙТЕ اقرأ شاهد صورة فيديو";

/// At most one of this number of paragraphs of a conversation may have a long quotation: people in an interview rarely quote, articles often do.
const PARAGRAPHS_TO_A_QUOTATION: usize = 4;

/// The numbers of the paragraphs in which speech may be without marks. `quoting` are the paragraphs with speech in quotation marks, in order.
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
        // The paragraph after the colon may have marks inside the speech; a later paragraph with marks belongs to the article again.
        let next = paragraphs.get(number + 1);
        is_introduced =
            paragraph.trim_end().ends_with(COLONS) || (is_introduced && !next.is_some_and(|next| has_marks(next)));
    }
    speech
}

/// A paragraph that begins somebody's turn to speak.
#[derive(Clone, Copy)]
struct Turn<'text> {
    paragraph: usize,
    /// The name of the speaker; `None` for a question in an interview.
    label: &'text str,
}

/// The ranges of paragraphs that are interviews or transcripts, in order of their beginnings.
fn conversations(paragraphs: &[String], quoting: &[usize]) -> Vec<Range<usize>> {
    let is_quoting = |number: usize| quoting.binary_search(&number).is_ok();
    let (mut questions, mut lines) = (Vec::new(), Vec::new());
    for (number, paragraph) in paragraphs.iter().enumerate() {
        match label(paragraph) {
            Some(label) if is_no_name(label) => (),
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

/// Whether a question has an answer before the next question.
fn is_interview(questions: &[Turn]) -> bool {
    questions.windows(2).any(|pair| pair[1].paragraph - pair[0].paragraph > 1)
}

/// Whether two people take turns, or one of them speaks again.
fn is_transcript(lines: &[Turn]) -> bool {
    let is_in_turn = |lines: &[Turn]| lines[0].label == lines[2].label && lines[0].label != lines[1].label;
    lines.windows(3).any(is_in_turn) || lines.windows(2).any(|pair| is_again(&pair[0], &pair[1]))
}

/// Whether a name is a speaker's who continues, and not a label such as “Read: …”: the name is in capitals or in a script without capitals, or it is
/// also before the next paragraph.
fn is_again(one: &Turn, other: &Turn) -> bool {
    let is_name = !one.label.contains(char::is_lowercase);
    one.label == other.label && (is_name || one.paragraph + 1 == other.paragraph)
}

fn is_no_name(label: &str) -> bool {
    let first = label.split_whitespace().next();
    NO_NAMES.split(' ').any(|word| first == Some(word))
}

fn is_near(one: &Turn, other: &Turn) -> bool {
    other.paragraph - one.paragraph <= LONGEST_ANSWER + 1
}

/// The paragraphs from the first turn to the end of the last one. The last turn is as long as the longest before, but ends at the next quotation.
fn stretch(turns: &[Turn], paragraphs: usize, is_quoting: impl Fn(usize) -> bool) -> Range<usize> {
    let (first, last) = (turns[0].paragraph, turns[turns.len() - 1].paragraph);
    let longest = turns.windows(2).map(|pair| pair[1].paragraph - pair[0].paragraph).max().unwrap_or(1);
    let end = (last + longest).min(paragraphs);
    first..(last + 1..end).find(|number| is_quoting(*number)).unwrap_or(end)
}

fn is_question(paragraph: &str) -> bool {
    paragraph.trim_end().ends_with(['?', '？', '؟', '\u{37e}'])
}

/// The name of the speaker in a transcript: `KALIN: We have the proposal.`
fn label(paragraph: &str) -> Option<&str> {
    let (label, speech) = paragraph.trim_start().split_once(COLONS)?;
    (label.chars().count() <= LONGEST_LABEL && has_words(label) && has_words(speech)).then_some(label)
}
