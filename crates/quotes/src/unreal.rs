//! Finds out whether a clause says that a quotation was not really said: “If Ada Low said”, “Never did Ada Low say”, “is falsely quoted as
//! saying”. No file that readers load contains this.

use super::denials::{MOST_BETWEEN, SPEAKING, is_not};
use super::lists::is_in;
use super::turning_words::DOUBTS;

/// Words that begin a condition, the first or second of their clause: “even if”.
const IF: &str = "if,unless,wenn,falls";

/// Verbs that begin a condition, or stand between a “never” that begins a clause and the subject: “Had Ada Low said”, “Never had Ada Low said”.
const BEFORE_SUBJECTS: &str = "had,should,hätte,sollte";

/// Verbs that stand only behind such a “never”: “Never did Ada Low say”.
const BEHIND_NEVER: &str = "did,has,have,would,hat,haben,hatte,ha,a";

/// What a “no” before the subject belongs to: “At no time”, „Zu keiner Zeit“, “Not once”.
const TIMES: &str = "time,point,stage,moment,momento,once,zeit,zeitpunkt,fall";

/// Words for saying that a quotation is from somebody who did not say it.
const MISQUOTED: &str = "misquot-,misattribut-";

/// The same, but only together with [`QUOTED`]. Words for doubt do the same: “wrongly”, “falsely”.
const FALSELY: &str = "incorrectly,mistakenly,unrecht,irrtümlich-,faussement";

/// Words for whom a quotation is said to be from.
const QUOTED: &str = "quot-,attribu-,credit-,zitier-,zugeschrieben,cité-,citad-,citat-,atribu-";

/// Whether the words of the clause before a quotation, and the first word behind it that belongs to the clause, are a condition, or a verb of
/// saying with a negation before its subject.
pub(super) fn is_unreal(all: &[String], next: Option<&String>) -> bool {
    let is_said = |word: &String| is_in(SPEAKING, word);
    let has_verb = || all.iter().rev().take(MOST_BETWEEN).chain(next).any(is_said);
    !all.is_empty() && (is_condition(all) || is_never(all)) && has_verb()
}

fn is_condition(all: &[String]) -> bool {
    all.iter().take(2).any(|word| is_in(IF, word)) || is_in(BEFORE_SUBJECTS, &all[0])
}

/// Whether a clause begins with “never did”, “at no time” or the like.
fn is_never(all: &[String]) -> bool {
    let is_subject_behind = |word: &str| [BEFORE_SUBJECTS, BEHIND_NEVER, SPEAKING].iter().any(|list| is_in(list, word));
    // One word may stand before it, such as “but”.
    all.windows(2).take(3).enumerate().any(|(at, pair)| {
        let is_first = at == 0 || (at == 1 && is_in("but,and,aber,und,doch", &all[0]));
        is_not(&pair[0]) && (is_in(TIMES, &pair[1]) || (is_first && is_subject_behind(&pair[1])))
    })
}

/// Whether a clause says that a quotation is not from whom it is said to be from: “is falsely quoted as saying”. Not where somebody says this of
/// their own words: “said that she was misquoted”, „er sei falsch zitiert worden“.
pub(super) fn is_misattributed(all: &[String]) -> bool {
    let is_quoted = all.iter().any(|word| is_in(QUOTED, word));
    let at = all
        .iter()
        .position(|word| is_in(MISQUOTED, word) || (is_quoted && (is_in(FALSELY, word) || is_in(DOUBTS, word))));
    let is_own = |word: &String| is_in(SPEAKING, word) || is_not(word);
    at.is_some_and(|at| !all[..at].iter().any(is_own) && !all.iter().any(|word| is_in("sei,seien", word)))
}
