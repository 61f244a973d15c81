//! Cards whose name, claim and words are paragraphs of their own.

use std::collections::HashSet;

use document::model::Speaker;

use super::known::{Known, small_words};

/// The most paragraphs between the parts of a card: roles, dates, sources, reviews.
const FARTHEST: usize = 8;

/// The most words of a line that has a name, besides the name itself: “, engineer, City Water”, “denies it”.
const MOST_BESIDE_A_NAME: usize = 20;

/// The numbers of the paragraphs that are claims of cards, or words of their statements.
pub(super) fn find(known: &Known, paragraphs: &[String]) -> Vec<usize> {
    let mut own: Vec<usize> = Vec::new();
    let scattered = scattered(known, paragraphs);
    // For each claim, the paragraph that its last card has come to.
    let mut reached = vec![None; known.document.claims.len()];
    for (number, paragraph) in paragraphs.iter().enumerate() {
        for claim in known.claims_of_words(paragraph) {
            let first = number.saturating_sub(FARTHEST);
            let goes_on = reached[*claim].is_some_and(|reached| reached >= first);
            let begins = || beginning(known, *claim, &paragraphs[..number], first);
            let is_known = goes_on || scattered.contains(claim);
            if let Some(start) = if is_known { Some(number) } else { begins() } {
                own.extend([start, number]);
                reached[*claim] = Some(number);
                break;
            }
        }
    }
    own.sort_unstable();
    own.dedup();
    own
}

/// The claims of cards whose parts may be far apart, because an article's text has its figures last. One heading may be a claim by chance, and one
/// paragraph words of a statement; these are at least two claims, each with words of its own and with a line that names a speaker.
fn scattered(known: &Known, paragraphs: &[String]) -> HashSet<usize> {
    let mut lines: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.trim()).collect();
    lines.sort_unstable();
    let has_name_line = |speaker: &Speaker| {
        let from = lines.partition_point(|line| *line < &*speaker.name);
        lines[from..].iter().take(FARTHEST).any(|line| is_line_of(line, speaker))
    };
    let is_whole = |claim: &usize| {
        lines.binary_search(&known.claim(*claim).text.trim()).is_ok() && known.speakers(*claim).any(has_name_line)
    };
    let said: HashSet<usize> =
        paragraphs.iter().flat_map(|paragraph| known.claims_of_words(paragraph)).copied().collect();
    let whole: HashSet<usize> = said.into_iter().filter(is_whole).collect();
    if whole.len() > 1 { whole } else { HashSet::new() }
}

/// The paragraph with the claim of a card whose first words stand behind these paragraphs.
fn beginning(known: &Known, claim: usize, before: &[String], first: usize) -> Option<usize> {
    let text = known.claim(claim).text.trim();
    let has_name_line = |start: usize| {
        let mut near = before[start.saturating_sub(FARTHEST)..].iter();
        near.any(|line| known.speakers(claim).any(|speaker| is_line_of(line, speaker)))
    };
    (first..before.len()).rev().find(|start| {
        let line = before[*start].trim();
        (line == text || known.is_like(line, claim)) && has_name_line(*start)
    })
}

/// Whether a line is a name, perhaps with a role or “denies it”, and no sentence of an article.
fn is_line_of(line: &str, speaker: &Speaker) -> bool {
    let Some(behind) = line.trim().strip_prefix(&*speaker.name) else { return false };
    let mut known = [&speaker.role, &speaker.organization].into_iter().flatten();
    let ends_a_sentence = behind.ends_with(['.', ':', '!', '?', '。', '”', '"']);
    (!ends_a_sentence || known.any(|known| behind.ends_with(known.as_str())))
        && small_words(behind).count() <= MOST_BESIDE_A_NAME
}
