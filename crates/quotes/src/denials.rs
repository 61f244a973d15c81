//! Finds out whether words say that somebody denies what follows, or never said a quotation. No file that readers load contains this.

use std::ops::Range;

use super::clauses::{LONGEST, boundary, clause_start, pair_before, rest_of_clause};
use super::cut::{offset, words};
use super::cut_words::{LITTLE, ONLY, is_denial, is_listed, is_negation, small};
use super::lists::is_in;
use super::turning_words::{INVENTED, entries, is_same};
use super::unreal::{is_misattributed, is_unreal};

/// Verbs with a second part near behind them, by which somebody denies something: “ruled out”, “laughed it off”.
const PARTED: &str =
    "rul-+out,laugh-+off,brush-+off,brush-+aside,shrug-+off,wav-+aside,wav-+away,call-+false,call-+untrue";

/// The same in German, where the second part ends the clause: „wies den Vorwurf zurück“, but not „wies auf Daten aus dem Jahr“.
const PARTED_AT_END: &str = "wies-+zurück,weis-+zurück,schloss-+aus,schließ-+aus,schliess-+aus,stritt-+ab,streit-+ab,stellt-+abrede,\
    nannt-+falsch,nenn-+falsch,nannt-+unwahr,nenn-+unwahr,bezeichn-+falsch,bezeichn-+unwahr,nannt-+erfunden,bezeichn-+erfunden,\
    nannt-+lüge,nenn-+lüge,bezeichn-+lüge";

/// Verbs of which the first says nothing, or takes back: “stopped short of saying”, “warned against believing”.
const UNSAYING: &str =
    "stop-+short,apologis-+for,apologiz-+for,warn-+against,caution-+against,refus-+say,declin-+say,entschuldig-+dafür";

/// Verbs of those who doubt what follows.
const DOUBTING: &str =
    "doubts,doubted,doubting,bezweif-,anzweif-,zweifelt-,zweifeln,duda,dudó,dudan,douté,doutait,dubita,duvida,duvidou";

/// Verbs that deny only before “that” or a noun for a claim: “contested claims”, but not “a contested election”.
const DISPUTING: &str = "contest-,ausgeschlossen,ausschließ-,ausschloss-,exclu,exclut,exclure,escluso,esclud-,descart-,respin-,rejeit-,رفض-,يرفض,ترفض,رد,ردت,استبعد-,يستبعد,تستبعد";

/// What begins words that are denied.
const THAT: &str = "that,dass,daß,que,qu-,che,avoir,di,haber,ter,أن-,إن,بأن-";

/// Nouns for what others have said.
pub(super) const CLAIMS: &str = "claim,claims,allegation-,accusation-,report,reports,rumour-,rumor-,suggestion-,assertion-,charge,charges,notion,idea,\
    vorwurf,vorwürf-,behauptung-,darstellung-,aussage-,anschuldigung-,unterstellung-,bericht,berichte,berichten,gerücht-,\
    these,verdacht,eindruck,acusación,acusaciones,accusa,accuse,acusação,acusações,اتهام-,الاتهام-,مزاعم,المزاعم,ادعاء-,الادعاء-,أنباء,الأنباء,شائعات,الشائعات";

/// Verbs of saying, as they stand behind “never”, “did not” or “denied”.
pub(super) const SPEAKING: &str = "say,says,saying,said,tell,telling,told,call,called,calling,claiming,claimed,write,wrote,written,writing,utter-,shout-,promised,promising,sag-,gesagt,behauptet-,geschrieben,schrieb,genannt,geäußert,\
    dit,dire,déclaré,affirmé,écrit,dijo,dicho,decir,afirmó,escribió,detto,dichiarato,affermato,scritto,disse,dito,dizer,afirmou,قال,قالت,يقل,تقل";

/// Words between such a verb and the “not” before it.
const AUXILIARIES: &str = "ever,once,one,longer,even,himself,herself,having,have,has,had,been,to,that,he,she,they,jemals,je,mehr,so,das,es,er,\
    sie,zu,habe,haben,hat,hatte,dass,avoir,a,l'a,ha,haber,haya,había,aver,di,aveva,ter,tem,que,che";

/// Words behind such a verb that are its object, or begin one: “did not say when”, “would not say more”.
const OBJECTS: &str = "more,anything,much,it,who,what,which,why,whether,if,when,where,how,mehr,viel,es,das,wer,was,warum,ob,wann,wo,wie,plus,más,più,\
    cuándo,cómo,quién,si,se";

/// Words behind a denial with which the words of whoever denies begin: “denied it, saying”, “dismissed the claims as”.
const OWN_WORDS: &str = "as,with,by,while,als,mit,comme,como,come,con,and,but,und,aber,et,mais,y,pero,e,ma";

/// Words that point to what stands before: “these words”, “never said that”.
const POINTING: &str = "that,this,these,those,the,das,diese,diesen,dieses,cela,cette,ces,eso,esa,esas,estas";

/// What the words of somebody are called.
const WORDING: &str =
    "sentence,quote,quotation,words,remark,remarks,satz,zitat,worte,phrase,mots,propos,citation,frase,palabras,cita";

/// The most words of a verb in two parts, and between a “not” and its verb.
pub(super) const MOST_BETWEEN: usize = 5;

/// Whether words by which something is reported deny it: “denied that”, “ruled out that”, „wies den Vorwurf zurück“.
pub fn denies(text: &str) -> bool {
    let all: Vec<&str> = words(text).collect();
    let own: Vec<String> = all.iter().map(|word| small(word)).collect();
    let near = |at: usize| &own[at + 1..own.len().min(at + 1 + MOST_BETWEEN)];
    // A verb is not its own second part, so they may stand anywhere.
    let lasts: Vec<String> = all.iter().filter(|word| ends_clause(text, word)).map(|word| small(word)).collect();
    let [parted, parted_at_end] = [parted(PARTED, &own), parted(PARTED_AT_END, &lasts)];
    (0..own.len()).any(|at| {
        let is_followed = || near(at).iter().any(|word| is_in(THAT, word) || is_in(CLAIMS, word));
        is_denial(&own[at])
            || (is_listed(DISPUTING, &own[at]) && is_followed())
            || is_parted(&parted, &own[at], near(at))
            || is_parted(&parted_at_end, &own[at], &lasts)
    })
}

/// Whether words by which something is reported say that it was not said, or was doubted: “denied saying”, „bestritt nicht, dass“, “doubted that”.
pub fn unsays(text: &str) -> bool {
    let all: Vec<String> = words(text).map(small).collect();
    let is_negated = |(at, word): (usize, &String)| is_in(DOUBTING, word) || (is_not(word) && !takes_back(&all, at));
    unsays_in_parts(&all) || all.iter().enumerate().any(is_negated) || (0..all.len()).any(|at| is_unspoken(&all, at))
}

/// Whether words by which something is reported say that it was not denied: “did not deny that”, « n’a pas nié que ». Or only doubted: “doubts that”.
pub fn denies_not(text: &str) -> bool {
    denies(text) == words(text).any(|word| is_not(&small(word))) && unsays(text)
}

/// Whether the words before a verb at this place of a paragraph take it back: “never”, “did not ever”, “no longer”, or “denied”, if it is one of saying.
pub fn is_taken_back(paragraph: &str, verb: Range<usize>) -> bool {
    let mut all: Vec<String> = words(&paragraph[clause_start(paragraph, verb.start)..verb.start]).map(small).collect();
    let at = all.len();
    all.extend(words(&paragraph[verb]).map(small));
    let is_beside =
        || before_verb(&all, at).is_some_and(is_not) || unsays_in_parts(&all[at.saturating_sub(MOST_BETWEEN)..]);
    at < all.len() && (is_unspoken(&all, at) || is_beside())
}

/// Whether words have a verb in two parts that takes back: “stopped short of”.
pub(super) fn unsays_in_parts(all: &[String]) -> bool {
    let near = |at: usize| &all[at + 1..all.len().min(at + 1 + MOST_BETWEEN)];
    let parted = parted(UNSAYING, all);
    (0..all.len()).any(|at| is_parted(&parted, &all[at], near(at)))
}

/// The words of a paragraph that say that a quotation at this place of it was not said; `None` if there are none: “never said”, “denied saying”,
/// „bestritt, [„gelogen“] zu haben“. The place is what is between the quotation marks.
pub fn unsaid(paragraph: &str, quotation: Range<usize>) -> Option<Range<usize>> {
    let before = paragraph.get(..quotation.start)?;
    let behind = paragraph.get(quotation.end..)?;
    let is_sentence = paragraph[..quotation.end].trim_end().ends_with(ENDS);
    before_quotation(before, behind, is_sentence).or_else(|| {
        let end = if is_sentence { None } else { behind_quotation(behind) };
        end.map(|end| quotation.end..quotation.end + end)
            .or_else(|| next_sentence(paragraph, quotation.end, is_sentence))
    })
}

/// The next sentence behind a quotation, if it says that these words were not said: “She never said this sentence.” `is_sentence` is whether
/// the quotation ends with its sentence; the narrator may still go on with it.
fn next_sentence(paragraph: &str, from: usize, is_sentence: bool) -> Option<Range<usize>> {
    let own = from..sentence_end(paragraph, from);
    if is_sentence && points_back(&paragraph[own.clone()]) {
        return Some(own);
    }
    let next = own.end..sentence_end(paragraph, own.end);
    // Another quotation between them is what the sentence is about.
    let narrators = paragraph[own].trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_behind = !narrators.contains(OPENING);
    (is_behind && points_back(&paragraph[next.clone()])).then_some(next)
}

/// The byte behind the sentence that goes on at a byte, and behind the marks that close it.
fn sentence_end(text: &str, from: usize) -> usize {
    let to = boundary(text, text.len().min(from + LONGEST));
    let rest = &text[from..to];
    let is_end = |(at, c): &(usize, char)| {
        let behind = rest[at + c.len_utf8()..].chars().next();
        ENDS.contains(c) && behind.is_none_or(|behind| !behind.is_alphanumeric())
    };
    let end = rest.char_indices().find(is_end).map_or(rest.len(), |(at, c)| at + c.len_utf8());
    let marks = rest[end..].len() - rest[end..].trim_start_matches(['”', '"', '»', '’', '」']).len();
    from + end + marks
}

/// Whether a sentence says that the words before it were not said.
fn points_back(text: &str) -> bool {
    let slices: Vec<&str> = words(text).collect();
    let all: Vec<String> = slices.iter().map(|word| small(word)).collect();
    let is_pointing = |at: usize| all.get(at).is_some_and(|word| is_in(POINTING, word));
    let names_them = (1..all.len()).any(|at| is_in(WORDING, &all[at]) && is_pointing(at - 1));
    // “That quote is fake.”
    let has = |list| all.iter().any(|word| is_in(list, word));
    if has(WORDING) && has(INVENTED) {
        return true;
    }
    // “never said that.”, „Das habe sie nie gesagt.“
    let is_short = |at: usize| {
        let is_last = is_pointing(at + 1) && ends_clause(text, slices[at + 1]);
        is_last || is_pointing(0) && at > 1 && ends_clause(text, slices[at])
    };
    let is_not_done = |at: usize| {
        let is_before = || before_verb(&all, at).is_some_and(|word| is_not(word) || is_denial(word));
        is_in(SPEAKING, &all[at]) && (is_before() || ends_with_not(&all[at + 1..]))
    };
    // “I did not say that” answers a question.
    let is_quoted = text.trim_start_matches(['”', '»', '"', ' ']).contains(OPENING);
    (0..all.len()).any(|at| is_not_done(at) && (names_them || !is_quoted && is_short(at)))
}

/// Marks that open a quotation, or both open and close one.
const OPENING: [char; 7] = ['“', '„', '«', '»', '‘', '「', '"'];

/// What ends a sentence.
const ENDS: [char; 8] = ['.', '?', '!', '…', ';', '。', '？', '！'];

fn before_quotation(before: &str, behind: &str, is_sentence: bool) -> Option<Range<usize>> {
    let text = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let marks = &before[text.len()..];
    let (next, _) = clause_behind(behind);
    let (start, all) = clause_with_subject(text);
    if marks.contains(ENDS) {
        // “The following quote is invented. “We stay.””, but not “He never said this. “We stay,” he said.”
        let takes_back = (is_sentence || next.is_empty()) && points_back(&text[start..]);
        return takes_back.then_some(start..before.len());
    }
    let tail = |at: usize| &all[at + 1..];
    let is_that = |word: &String| is_in(THAT, word);
    let is_unspoken = (0..all.len()).any(|at| {
        let is_beside = tail(at).len() < MOST_BETWEEN && !tail(at).iter().any(|word| is_in(OBJECTS, word));
        let is_unsaid = is_unspoken(&all, at) && (is_beside || tail(at).iter().any(is_that));
        is_unsaid || (is_in(SPEAKING, &all[at]) && ends_with_not(tail(at)))
    });
    let is_near = !marks.contains([':', ',']);
    let is_direct = || is_near && denies_directly(&text[start..], &all);
    if is_unspoken || is_misattributed(&all) || is_direct() || is_unreal(&all, next.first().filter(|_| is_near)) {
        return Some(start..before.len());
    }
    // „bestritt, den Satz „gelogen“ gesagt zu haben“
    let from = text[..start].strip_suffix(',').map_or(start, |rest| clause_start(text, rest.len()));
    let is_infinitive = next.iter().take(MOST_BETWEEN).any(|word| word == "zu") && !marks.contains(':');
    (is_infinitive && denies(&text[from..])).then_some(from..before.len())
}

/// Where the last clause of a text begins, and its words. Where its verb stands alone behind an apposition, the subject before that belongs to
/// it: “Nobody, least of all Ada Low, said”.
fn clause_with_subject(text: &str) -> (usize, Vec<String>) {
    let start = clause_start(text, text.len());
    let small_words = |from: usize, until: usize| words(&text[from..until]).map(small).collect::<Vec<_>>();
    let all = small_words(start, text.len());
    let is_verb = |word: &String| is_in(SPEAKING, word) || is_in(AUXILIARIES, word);
    let Some(end) = pair_before(text, start).filter(|_| all.iter().all(is_verb)) else { return (start, all) };
    let from = clause_start(text, end);
    (from, [small_words(from, end), all].concat())
}

/// The words of the clause that goes on behind a quotation, none if the sentence ends with it; and the byte at which they end.
fn clause_behind(behind: &str) -> (Vec<String>, usize) {
    let from = behind.find(char::is_alphanumeric).filter(|from| !behind[..*from].contains(ENDS));
    let Some(from) = from else { return (Vec::new(), 0) };
    let end = rest_of_clause(behind, from);
    (words(&behind[from..end]).map(small).collect(), end)
}

/// Whether the words behind a quotation say that it was not said; the byte at which they end.
fn behind_quotation(behind: &str) -> Option<usize> {
    let (all, end) = clause_behind(behind);
    let is_said = |at: usize| is_in(SPEAKING, &all[at]);
    let is_alleged = || all.last().is_some_and(|word| is_in("angeblich,allegedly", word));
    let is_taken_back = |at: usize| ends_with_not(&all[at + 1..]) || is_alleged();
    let is_unsaid = (0..all.len()).any(|at| is_unspoken(&all, at) || (is_said(at) && is_taken_back(at)));
    (is_unsaid || is_misattributed(&all)).then_some(end)
}

/// Whether the quotation stands in what is denied: “denied “lying””, “rejected claims of “lying””, “denied that the dam was “safe””.
fn denies_directly(text: &str, all: &[String]) -> bool {
    let last = all.len().saturating_sub(1);
    let is_one = |at: usize| is_denial(&all[at]) && !is_in("dismiss-,reject-", &all[at]);
    let begins = |word: &String| is_in(THAT, word) || is_in("of,von,having", word) || is_in(CLAIMS, word);
    let is_own = |word: &String| is_in(OWN_WORDS, word) || is_in(SPEAKING, word);
    let is_within =
        |at: usize| is_denial(&all[at]) && all[at + 1..].iter().any(begins) && !all[at + 1..].iter().any(is_own);
    denies(text) && ((last < all.len() && is_one(last)) || (0..all.len()).any(is_within))
}

/// Whether a word is a verb of saying with a “not” or a denial before it: “never said”, “denied having said”.
fn is_unspoken(all: &[String], at: usize) -> bool {
    is_in(SPEAKING, &all[at])
        && before_verb(all, at).is_some_and(|word| is_not(word) || is_denial(word) || is_in("refus-,declin-", word))
}

/// The word before a verb and its auxiliaries.
fn before_verb(all: &[String], verb: usize) -> Option<&str> {
    let is_beside =
        |word: &&String| !is_not(word) && !turns_round(word) && (is_in(AUXILIARIES, word) || word.ends_with("ly"));
    let mut before = all[verb.saturating_sub(MOST_BETWEEN)..verb].iter().rev();
    before.find(|word| !is_beside(word)).map(String::as_str)
}

/// Whether words end with a “not”, which takes back the verb before them: „sagte Hallmann nie“.
fn ends_with_not(all: &[String]) -> bool {
    // „sagte Hallmann im Mai“, « a dit Hallmann en mai »
    let is_month = |at: usize| all[at] == "mai" && at > 0 && is_in("im,en,ende,anfang,mitte,seit,fin", &all[at - 1]);
    let not = (0..all.len()).rev().find(|at| is_not(&all[*at]) && !is_month(*at));
    not.is_some_and(|not| not + 2 >= all.len() && !takes_back(all, not))
}

/// Whether a word turns a “not” round again: „nicht ohne Stolz“, “not only”.
fn turns_round(word: &str) -> bool {
    is_in(ONLY, word) || is_in(LITTLE, word)
}

fn takes_back(all: &[String], not: usize) -> bool {
    all.get(not + 1).is_some_and(|word| turns_round(word))
}

/// Whether a word is a “not”, also such as means something else in another language: Italian “mai”, French “May”.
pub(super) fn is_not(word: &str) -> bool {
    is_negation(word) || is_in("mai,no,nobody,keiner,keine", word)
}

/// A verb in two parts, as the lists have it.
type Parted = (&'static str, &'static str);

/// Those of a list whose second part is one of these words.
fn parted(list: &'static str, words: &[String]) -> Vec<Parted> {
    let all = entries(list).filter_map(|entry| entry.split_once('+'));
    all.filter(|(_, second)| words.iter().any(|word| word == second)).collect()
}

fn is_parted(parted: &[Parted], first: &str, near: &[String]) -> bool {
    parted.iter().any(|(one, other)| is_same(one, first) && near.iter().any(|word| word == other))
}

/// Whether no word stands between this word of a text and the end of its clause.
fn ends_clause(text: &str, word: &str) -> bool {
    let rest = text[offset(text, word) + word.len()..].trim_start();
    !rest.starts_with(char::is_alphanumeric)
}
