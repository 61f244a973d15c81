//! Finds out whether a clause says that a quotation was not really said: “If Ada Low said”, “Never did Ada Low say”, “is falsely quoted as
//! saying”. No file that readers load contains this.

use super::cut_words::CARRYING;
use super::denials::{MOST_BETWEEN, SPEAKING, is_not};
use super::turning_words::is_in;

/// Words that begin a condition, the first or second of their clause: “even if”.
const IF: &str = "if,unless,wenn,falls,sofern";

/// Verbs that begin a condition, as the first word of their clause: “Had Ada Low said”.
const VERBS_OF_CONDITIONS: &str = "had,should,were,hätte,hätten,sollte,sollten,würde,würden";

/// Verbs between a “never” that begins a clause and the subject: “Never did Ada Low say”.
const VERBS_OF_SUBJECTS: &str =
    "did,does,has,had,have,would,will,could,hat,habe,haben,hatte,hatten,hätte,würde,wird,ha,a";

/// What a “no” before the subject belongs to: “At no time”, „Zu keiner Zeit“, “Not once”.
const TIMES: &str =
    "time,times,point,stage,moment,moments,circumstances,occasion,once,zeit,zeitpunkt,fall,umständen,einziges,momento";

/// Words by which somebody is said to have said something else.
const MISQUOTED: &str = "misquot-,misattribut-";

/// The same, but only together with [`QUOTED`].
const FALSELY: &str = "falsely,wrongly,incorrectly,inaccurately,erroneously,mistakenly,fälschlich-,unrecht,irrtümlich-,falsch,faussement,\
    falsamente,erróneamente,erroneamente";

/// Words for whom a quotation is said to be from.
const QUOTED: &str =
    "quot-,attribu-,credit-,ascrib-,zitier-,zugeschrieben,unterstellt,nachgesagt,cité-,citad-,citat-,atribu-";

/// Words that say of a verb before them that it is not certain.
const ALLEGEDLY: &str = "allegedly,supposedly,purportedly,angeblich,vorgeblich";

/// Whether the words of the clause before a quotation, and the first word behind it that belongs to the clause, are a condition, or a verb of
/// saying with a negation before its subject.
pub(super) fn is_unreal(all: &[String], next: Option<&String>) -> bool {
    let is_said = |word: &String| is_in(SPEAKING, word);
    if all.iter().rev().take(MOST_BETWEEN).chain(next).any(is_said) {
        is_condition(all) || is_never(all)
    } else {
        false
    }
}

fn is_condition(all: &[String]) -> bool {
    all.iter().take(2).any(|word| is_in(IF, word)) || all.first().is_some_and(|word| is_in(VERBS_OF_CONDITIONS, word))
}

/// Whether a clause begins with “never did”, “at no time” or the like.
fn is_never(all: &[String]) -> bool {
    let begins = |word: &&String| is_in(CARRYING, word) || is_in("but,aber,doch", word);
    let from = usize::from(all.first().filter(begins).is_some());
    let is_pair = |at: usize, list: &str| {
        let pair = all.get(at..at + 2);
        pair.is_some_and(|pair| (is_not(&pair[0]) || is_in("kein-", &pair[0])) && is_in(list, &pair[1]))
    };
    is_pair(from, VERBS_OF_SUBJECTS) || is_pair(from, SPEAKING) || is_pair(from, TIMES) || is_pair(from + 1, TIMES)
}

/// Whether a clause says that a quotation is not from whom it is said to be from: “is falsely quoted as saying”. Not where somebody says this of
/// their own words: “said that she was misquoted”, „er sei falsch zitiert worden“.
pub(super) fn is_misattributed(all: &[String]) -> bool {
    let is_quoted = || all.iter().any(|word| is_in(QUOTED, word));
    let at = all.iter().position(|word| is_in(MISQUOTED, word) || (is_in(FALSELY, word) && is_quoted()));
    let is_own = |word: &String| is_in(SPEAKING, word) || is_not(word);
    at.is_some_and(|at| !all[..at].iter().any(is_own) && !all.iter().any(|word| is_in("sei,seien", word)))
}

/// Whether words behind a verb of saying end with “allegedly”.
pub(super) fn is_allegedly(behind_verb: &[String]) -> bool {
    behind_verb.last().is_some_and(|word| is_in(ALLEGEDLY, word))
}
