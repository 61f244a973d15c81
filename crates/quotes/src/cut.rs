//! Finds out whether words of the article begin or end just beside the “not” of their clause, or beside a denial.

use super::clauses::{boundary, clause_end, clause_start, pair_before, pair_behind, rest_of_clause};
use super::cut_words::{
    CARRYING, CARRYING_INFINITIVES, EXPLAINING, FURTHER_CARRYING, FURTHER_OPPOSING, FURTHER_SUBJECTS, INFINITIVES,
    LEADING, LITTLE, OCCASIONS, ONLY, OR, REASONS, REFUSING, RELATIVES, STARTS, SURE, THINKING, UNFAILING, is_denial,
    is_listed, is_negation, small,
};
use super::denials::{CLAIMS, denies, unsays_in_parts};
use super::letter_case::{capitalized, lower_case};
use super::lists::is_in;
use super::signs::Sign;
use super::turning_words::{
    ARTICLES, CONJUNCTIONS, DOUBTS, FURTHER_NEGATIONS, LINKS, OPENERS, OTHER_NEGATIONS, OTHER_WORDS, SAYINGS,
    SOUTH_EAST_ASIAN_NEGATIONS, UNSPACED_NEGATIONS, entries,
};
use super::words::{Kind, form, kind};
use super::{Finding, Grade, Passage, Position, Text, turning_words};

/// The most items of a list that are read back from a quote to the “not” before the first of them.
const MOST_ITEMS: usize = 5;

/// How near behind a “not” a word is that takes it back.
const NEAR: usize = 4;

/// The most words of “, which he denies”, behind reported words.
const MOST_BEHIND: usize = 6;

/// The most words of “, ist eine Lüge”.
const MOST_OF_VERDICT: usize = 3;

/// The most bytes that are read for the next words.
const MOST_FOLLOWING: usize = 200;

/// Second parts of German verbs with which a clause ends that denies what follows.
const LAST_PARTS: &str = "zurück,aus,ab,abrede,falsch,unwahr";

/// Words that a quote leaves out of its clause, with a “not” or a word like it among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    pub left_out: Passage,
    /// Whether they are before the quote; otherwise they are after it.
    pub is_before: bool,
}

/// Which words beside others are taken for a denial.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// Of a quotation: also “if”, “without” and “allegedly”.
    Quoted,
    /// Of reported words: the verb that reports them is beside them, and “alleged” is no denial.
    Reported,
}

impl Text {
    /// Whether a quote, at the one place where it was found, lacks the “not” of the clause in which it begins or ends: “safe to drink” of “The
    /// water is not safe to drink”. A clause ends at a comma, a dash, a bracket or a quotation mark, and where “but” follows, or “and” with a
    /// subject or a verb of its own. It goes on after a pair of commas, dashes or brackets right behind its “not”, and in a list with “or”.
    pub fn cut(&self, finding: &Finding) -> Option<Cut> {
        self.cut_as(finding, Reading::Quoted)
    }

    /// Whether reported words, at the one place where they were found, stand beside their denial: “denied that”, “never said that”, or the “not”
    /// of their own clause.
    pub fn denial(&self, finding: &Finding) -> Option<Cut> {
        self.cut_as(finding, Reading::Reported)
    }

    fn cut_as(&self, finding: &Finding, reading: Reading) -> Option<Cut> {
        let ([place], Grade::Exact | Grade::Typographic) = (finding.places.as_slice(), finding.grade) else {
            return None;
        };
        let (first, last) = (place.first()?.start, place.last()?.end);
        if let Some(byte) = self.denial_before(first, reading).or_else(|| self.denial_across(*place.first()?)) {
            let left_out = Passage { start: Position { byte, ..first }, end: first };
            return Some(Cut { left_out, is_before: true });
        }
        let byte = self.denial_behind(last, reading)?;
        Some(Cut { left_out: Passage { start: last, end: Position { byte, ..last } }, is_before: false })
    }

    /// The byte at which the words before a position begin that deny what follows.
    fn denial_before(&self, first: Position, reading: Reading) -> Option<usize> {
        let text = &*self.paragraphs[first.paragraph];
        let own = clause_start(text, first.byte);
        let opener = words(following(text, own)).next().unwrap_or_default();
        // „Ich glaube nicht, dass es sicher ist“: what is denied begins after the comma.
        let start = match text[..own].trim_end().strip_suffix(',') {
            Some(before) if is_in(OPENERS, opener) => clause_start(text, before.len()),
            _ => own,
        };
        if self.denies_before(Passage { start: Position { byte: start, ..first }, end: first }, reading) {
            return Some(start);
        }
        if !self.is_in_listed_language() {
            return None;
        }
        let but = || is_anything_but(&text[own..first.byte]).then_some(own);
        verb_start(text, own, first.byte).or_else(but).or_else(|| {
            let goes_on = !words(&text[own..first.byte]).any(starts_clause)
                && !words(following(text, first.byte)).next().is_some_and(is_subject);
            let start = || around_pair(text, own).or_else(|| list_start(text, own, first.byte));
            goes_on.then(start).flatten()
        })
    }

    /// The byte at which the words behind a position end that deny what is before them.
    fn denial_behind(&self, last: Position, reading: Reading) -> Option<usize> {
        let text = &*self.paragraphs[last.paragraph];
        let end = clause_end(text, last.byte);
        if self.denies_behind(Passage { start: last, end: Position { byte: end, ..last } }, reading) {
            return Some(end);
        }
        if !self.is_in_listed_language() || words(&text[last.byte..end]).next().is_some() {
            return None;
        }
        if let Some(behind) = pair_behind(text, end) {
            let end = rest_of_clause(text, behind);
            if words(&text[behind..end]).next().is_some_and(is_negation) && words(&text[behind..end]).nth(1).is_some() {
                return Some(end);
            }
        }
        let mark = text[end..].chars().next()?;
        let from = end + mark.len_utf8();
        let rest = rest_of_clause(text, from);
        let clause = &text[from..rest];
        let all: Vec<String> = words(clause).map(small).collect();
        let is_within = |most: usize| mark == ',' && all.len() <= most;
        // „Die Behauptung, [der Damm sei sicher], ist falsch“
        let is_verdict = || !words(clause).next().is_some_and(|word| self.is_conjunction(word));
        let is_called_false = is_within(MOST_OF_VERDICT) && (0..all.len()).any(|at| doubts(&all, at)) && is_verdict();
        let takes_back = match reading {
            // “…, which he denies”; “[asked whether] …, she said no”
            Reading::Reported => {
                is_within(MOST_BEHIND) && (all.iter().any(|word| is_denial(word)) || ends_with_no(clause))
            }
            // “… — not”
            Reading::Quoted => is_only_not(clause),
        };
        (is_called_false || takes_back).then_some(rest)
    }

    /// Whether there is a “not” in the words of a clause before a quote, and nothing between them that begins a new clause.
    fn denies_before(&self, passage: Passage, reading: Reading) -> bool {
        let text = &*self.paragraphs[passage.start.paragraph];
        let (start, end) = (passage.start.byte, passage.end.byte);
        let from = self.start_of_carrying(text, start, end);
        if reading == Reading::Reported && asks_why(&text[from..end], following(text, end)) {
            return false;
        }
        self.denies_in_other_language(&text[from..end]).unwrap_or_else(|| {
            self.has_negation(Passage { start: Position { byte: from, ..passage.start }, ..passage }, reading)
        })
    }

    /// Whether there is a “not” in the words of a clause behind a quote, and no “and” before it.
    fn denies_behind(&self, passage: Passage, reading: Reading) -> bool {
        let text = &self.paragraphs[passage.start.paragraph][passage.start.byte..passage.end.byte];
        let ends = |word: &&str| (self.is_conjunction(word) && !is_pair(text, word)) || is_in(REASONS, &small(word));
        let until = words(text).find(ends).map_or(text.len(), |word| offset(text, word));
        // 「安全か。」: the end of the sentence belongs to some of the words that are looked for.
        let paragraph = &self.paragraphs[passage.start.paragraph];
        let more =
            paragraph[passage.end.byte..].chars().next().filter(|_| until == text.len()).map_or(0, char::len_utf8);
        let ended = &paragraph[passage.start.byte..passage.start.byte + until + more];
        self.denies_in_other_language(ended).unwrap_or_else(|| {
            let end = Position { byte: passage.start.byte + until, ..passage.start };
            self.has_negation(Passage { end, ..passage }, reading)
        })
    }

    /// Where the words before a byte begin whose “not” goes on to it: behind the last “and” or “but” with which a new clause begins.
    fn start_of_carrying(&self, text: &str, start: usize, end: usize) -> usize {
        let (mut from, mut has_infinitive) = (start, false);
        for word in words(&text[start..end]) {
            let behind = offset(text, word) + word.len();
            let next = words(following(text, behind)).next().unwrap_or_default();
            if self.is_conjunction(word) && !self.carries(has_infinitive, &small(word), next) {
                from = behind;
            }
            has_infinitive |= is_infinitive(word);
        }
        from
    }

    fn is_conjunction(&self, word: &str) -> bool {
        let word = small(word);
        match self.is_in_listed_language() {
            true => is_in(CONJUNCTIONS, &word),
            false => is_in(FURTHER_CARRYING, &word) || is_in(FURTHER_OPPOSING, &word),
        }
    }

    /// Whether a “not” goes on behind a conjunction, because no new clause begins there. `is_behind_infinitive`: whether an infinitive stands before it.
    fn carries(&self, is_behind_infinitive: bool, conjunction: &str, next: &str) -> bool {
        if !self.is_in_listed_language() {
            return is_in(FURTHER_CARRYING, conjunction)
                && !is_in(FURTHER_SUBJECTS, &small(next))
                && !next.starts_with(char::is_uppercase);
        }
        (is_in(CARRYING, conjunction) && !is_subject(next))
            || (is_in(CARRYING_INFINITIVES, conjunction) && is_behind_infinitive && is_infinitive(next))
    }

    /// Whether a clause has a word such as “not” in a script without spaces, or in a language whose other words are not listed.
    fn has_further_negation(&self, clause: &str) -> bool {
        let clause = lower_case(clause);
        let mut unspaced = entries(UNSPACED_NEGATIONS).chain(entries(SOUTH_EAST_ASIAN_NEGATIONS));
        // Elsewhere, words end at the marks of Indian scripts.
        let has_mark = |word: &str| word.contains(|c: char| !c.is_alphanumeric());
        let mut words = clause.split(|c| !matches!(kind(c), Kind::Letter | Kind::Invisible));
        unspaced.any(|negation| clause.match_indices(negation).any(|(at, _)| !is_other_word(&clause[at..])))
            || (!self.is_in_listed_language()
                && words.any(|word| {
                    is_in(FURTHER_NEGATIONS, &form(word))
                        || is_in(OTHER_NEGATIONS, word)
                        || (has_mark(word) && is_in(DOUBTS, &form(word)))
                }))
    }

    /// Whether words deny in a script without spaces or in a language whose other words are not known; `None` in the languages of drafts.
    fn denies_in_other_language(&self, text: &str) -> Option<bool> {
        if self.has_further_negation(text) {
            return Some(true);
        }
        (!self.is_in_listed_language()).then(|| {
            let all: Vec<String> = words(text).map(small).collect();
            let denies = |at: usize| is_denial(&all[at]) || is_negation(&all[at]) || doubts(&all, at);
            (0..all.len()).any(|at| denies(at) && !takes_back_nothing(&all, at))
        })
    }

    fn has_negation(&self, passage: Passage, reading: Reading) -> bool {
        let text = &self.paragraphs[passage.start.paragraph][passage.start.byte..passage.end.byte];
        match reading {
            Reading::Quoted => {
                let all: Vec<String> = words(text).map(small).collect();
                let negations = self.signs(passage).into_iter().filter(|sign| *sign == Sign::Negation).count();
                // Signs have no “not” before such a word.
                let is_counted = |at: &usize| takes_back_nothing(&all, *at) && !is_near(&all, *at, turning_words::SURE);
                negations > (0..all.len()).filter(is_counted).count()
                    || (0..all.len()).any(|at| doubts(&all, at))
                    || denies(text)
            }
            Reading::Reported => denies_report(text),
        }
    }
}

/// Whether a text begins with a word that denies nothing, although it has a character that does.
fn is_other_word(text: &str) -> bool {
    entries(OTHER_WORDS).any(|word| text.starts_with(word))
}

fn is_infinitive(word: &str) -> bool {
    is_in(INFINITIVES, &small(word))
}

/// Whether “and” joins two words that one “not” behind them denies: “temiz ve güvenli değil”.
fn is_pair(text: &str, conjunction: &str) -> bool {
    let mut behind = words(&text[offset(text, conjunction)..]).skip(2);
    small(conjunction) == "ve" && behind.next().is_some_and(|word| small(word) == "değil")
}

/// Whether somebody does not say why something is so: “could not explain why”. The “why” is the last word before, or the first behind.
fn asks_why(before: &str, behind: &str) -> bool {
    let (mut last, mut is_explained) = ("", false);
    let mut is_why = |word| {
        let is_why = is_in(EXPLAINING, &small(last)) && is_in(REASONS, &small(word));
        last = word;
        is_why
    };
    words(before).for_each(|word| is_explained = is_why(word));
    is_explained || words(behind).next().is_some_and(is_why)
}

/// Whether words beside reported ones deny them. “Not only” and “little doubt” do not, and neither does a “not” before “who said”.
fn denies_report(text: &str) -> bool {
    let all: Vec<String> = words(text).map(small).collect();
    let own = all.rsplit(|word| is_in(RELATIVES, word)).next().unwrap_or_default();
    let from = words(text).nth(all.len() - own.len()).map_or(text.len(), |word| offset(text, word));
    denies(&text[from..])
        || unsays_in_parts(own)
        || (0..own.len()).any(|at| {
            let behind = own.get(at + 1).map_or("", |behind| &**behind);
            (is_negation(&own[at]) && !is_in(ONLY, behind) && !takes_back_nothing(own, at))
                || (is_in(REFUSING, &own[at]) && own.get(at + 1..at + 3).is_some_and(|next| next == ["to", "say"]))
                || doubts(own, at)
        })
}

/// Whether a word calls in question what it belongs to; “no doubt” does not.
fn doubts(all: &[String], at: usize) -> bool {
    let before = &all[at.saturating_sub(2)..at];
    let is_lie = all[at].starts_with("lie") && before.last().is_some_and(|word| word == "a" || word == "the");
    (is_lie || is_listed(DOUBTS, &all[at]) || is_in(DOUBTS, &form(&all[at])))
        && !before.iter().any(|word| is_in(LITTLE, word) || is_negation(word))
}

/// Whether a word is a “not” that denies nothing: “no doubt”, “not a secret”, “[could not] resist pointing out”, “[never] missed an opportunity to
/// say”.
fn takes_back_nothing(all: &[String], at: usize) -> bool {
    let behind = &all[at + 1..];
    let is_sure = || is_near(all, at, SURE) || is_near(all, at, turning_words::SURE);
    // “Little” is no “not”, so that it takes none back.
    let negates = is_negation(&all[at]) || (is_in(LITTLE, &all[at]) && all[at] != "little");
    negates && (is_sure() || is_unfailing(behind))
}

/// Whether one of the next words is in a list.
fn is_near(all: &[String], at: usize, list: &'static str) -> bool {
    all[at + 1..].iter().take(NEAR).any(|word| is_in(list, word) || is_in(list, &capitalized(word)))
}

/// Whether words behind a “not” take it back: “[could not] resist pointing out”, “[never] missed an opportunity to say”.
fn is_unfailing(behind: &[String]) -> bool {
    let near = &behind[..behind.len().min(2)];
    near.iter().zip(1..).any(|(verb, next)| {
        let rest = &behind[next..];
        let leads = || rest.first().is_none_or(|word| is_in(LEADING, word));
        let is_occasion = || rest.iter().take(3).any(|word| is_in(OCCASIONS, word));
        (is_in(UNFAILING, verb) && leads()) || (verb.starts_with("miss") && is_occasion())
    })
}

/// Where a clause begins that goes on behind a pair of commas, dashes or brackets, if its last word before the pair is its “not”.
fn around_pair(text: &str, own: usize) -> Option<usize> {
    let opens = pair_before(text, own)?;
    let start = clause_start(text, opens);
    words(&text[start..opens]).last().is_some_and(is_negation).then_some(start)
}

/// Where a list with “or” begins that a quote is an item of, if there is a “not” before its first item: “We won't close the works, fire people,
/// or sell the land”.
fn list_start(text: &str, own: usize, first: usize) -> Option<usize> {
    let mut from = own;
    let is_list = (0..MOST_ITEMS).any(|_| {
        let mut item = words(following(text, from));
        if item.next().is_some_and(|word| is_in(OR, &small(word))) {
            return !item.next().is_some_and(is_subject);
        }
        let end = rest_of_clause(text, from.max(first));
        from = end + usize::from(text[end..].starts_with(','));
        false
    });
    let mut start = own;
    for _ in 0..MOST_ITEMS {
        let before = text[..start].strip_suffix(',').filter(|_| is_list)?;
        start = clause_start(text, before.len());
        let mut behind = words(&before[start..]).skip_while(|word| !is_negation(word));
        if behind.next().is_some() {
            return behind.next().is_some().then_some(start);
        }
    }
    None
}

/// Where “I do not think,” begins, or “I deny,”, in the languages that set a comma before what is denied.
fn verb_start(text: &str, own: usize, first: usize) -> Option<usize> {
    let before = text[..own].strip_suffix(',').filter(|_| text[own..first].trim().is_empty())?;
    let start = clause_start(text, before.len());
    let all: Vec<String> = words(&before[start..]).map(small).collect();
    let (last, others) = all.split_last()?;
    let is_not_thought = matches!(&**last, "nicht" | "kaum") && others.iter().any(|word| is_in(THINKING, word));
    // „Niemand behauptet, …“, „Ich habe nie gesagt, …“
    let says_not = (is_in(THINKING, last) || last == "gesagt") && others.iter().any(|word| is_negation(word));
    let is_end = is_denial(last) || is_in(CLAIMS, last) || is_in(LAST_PARTS, last);
    (is_not_thought || says_not || (is_end && denies(&before[start..])) || doubts(&all, all.len() - 1)).then_some(start)
}

/// Whether words say that something is not what follows: “anything but safe”, „alles andere als sicher“.
fn is_anything_but(text: &str) -> bool {
    let all: Vec<String> = words(text).map(small).collect();
    let has = |phrase: &[&str]| all.windows(phrase.len()).any(|near| near == phrase);
    has(&["anything", "but"]) || has(&["alles", "andere", "als"]) || has(&["far", "from"]) || has(&["tout", "sauf"])
}

/// Whether a clause is a “not” alone: “The water is safe — not”.
fn is_only_not(clause: &str) -> bool {
    let mut all = words(clause);
    all.next().is_some_and(is_negation) && all.next().is_none()
}

/// Whether a clause ends with the answer “no”.
fn ends_with_no(clause: &str) -> bool {
    words(clause).last().is_some_and(|word| matches!(&*small(word), "no" | "nein" | "non" | "não"))
}

/// The words of a text, with their apostrophes.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let all = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
    all.map(|word| word.trim_matches(['\'', '’'])).filter(|word| !word.is_empty())
}

/// What follows a byte of a text, as far as it is read for its next words: in scripts without spaces, a word may have no end.
fn following(text: &str, from: usize) -> &str {
    &text[from..boundary(text, text.len().min(from + MOST_FOLLOWING))]
}

/// The byte at which a word of a text begins in it.
pub(super) fn offset(text: &str, word: &str) -> usize {
    word.as_ptr() as usize - text.as_ptr() as usize
}

/// Whether a word behind “and” shows that a new clause begins.
fn starts_clause(word: &str) -> bool {
    let word = small(word);
    is_in(STARTS, &word) || is_in(CONJUNCTIONS, &word) || is_in(SAYINGS, &word)
}

/// Whether a word is likely to begin the subject of a clause: “we”, “the”, a name.
fn is_subject(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        || is_in(LINKS, &small(word))
        || is_in(ARTICLES, &small(word))
        || starts_clause(word)
}
