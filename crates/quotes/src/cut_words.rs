//! Words that show whether what stands beside them is denied. They are in no file that readers load.
//!
//! The words are in small letters; `-` at the end means any ending.

use super::letter_case::lower_case;
use super::lists::is_in;
use super::turning_words::{DENIALS, DENYING_NEGATIONS};

/// Words that deny what they belong to, and do nothing else.
const FIRM_NEGATIONS: &str = "not,never,cannot,neither,nor,nobody,hardly,dont,-snt,-dnt,nicht,nie,niemals,kein-,niemand,weder,kaum,\
    pas,jamais,nunca,jamás,não,nadie,ninguém,non,nessuno,değil,не,никогда,لا,لم,لن,ليس";

/// Words such as “and”, after which a “not” goes on where no new clause begins.
pub(super) const CARRYING: &str = "and,und,et";

/// The same in languages where verbs begin clauses without a subject: it is certain only between infinitives, “no va a mentir y robar”.
pub(super) const CARRYING_INFINITIVES: &str = "y,e,и";

/// The endings of infinitives in these languages.
pub(super) const INFINITIVES: &str = "-ar,-er,-ir,-are,-ere,-ire,-rse,-rsi,-ть,-ться,-ти";

/// Words such as “and” in further languages, where clauses begin with a subject.
pub(super) const FURTHER_CARRYING: &str = "en,och,og,i,oraz,і,та,و,और";

/// Words such as “but” in further languages.
pub(super) const FURTHER_OPPOSING: &str = "maar,men,a,ale,але,ولی,लेकिन";

/// Words in further languages that are the subject of a clause, or begin one.
pub(super) const FURTHER_SUBJECTS: &str = "ik,wij,we,hij,zij,ze,het,dat,de,een,er,jag,jeg,vi,han,hon,hun,det,den,my,on,ona,oni,to,я,ми,він,вона,вони,це,من,ما,او,این,हम,मैं,वह";

/// Words such as “or”, before the last item of a list.
pub(super) const OR: &str = "or,nor,oder,noch,ou,ni";

/// Words with which a clause begins that has a subject or a verb of its own.
pub(super) const STARTS: &str = "i,we,you,he,she,it,they,this,that,these,those,there,who,which,what,my,our,your,his,her,its,their,one,everybody,everyone,\
    am,is,are,was,were,be,will,would,can,could,shall,should,must,may,might,have,has,had,do,does,did,i'-,we'-,it's,that's,\
    so,then,therefore,because,if,when,where,while,instead,now,as,\
    ich,wir,du,ihr,er,sie,es,man,dies-,das,dass,mein-,unser-,sein-,ihre-,ist,sind,war,waren,wird,werden,will,wollen,kann,können,muss,müssen,soll-,darf,\
    hat,haben,hatte-,so,dann,deshalb,darum,weil,wenn,als,\
    je,nous,tu,vous,il,elle,ils,elles,on,ce,cela,c'-,j'-,est,sont,a,ont,va,vont,donc,alors,parce,quand,mon,ma,notre,nos";

/// Verbs of thinking and saying, in forms before a “not” and a comma.
pub(super) const THINKING: &str =
    "glaub-,denk-,dachte-,mein-,find-,fand-,sag-,behaupt-,erwart-,vermut-,annehm-,heißt,bedeutet";

/// Words after a “not” that denies nothing: “not only”.
pub(super) const ONLY: &str = "only,just,merely,nur,bloß,allein,seulement,sólo,solo,solamente,soltanto,apenas";

/// Verbs that are no denial behind a “not”, but the opposite: “could not resist pointing out”.
pub(super) const UNFAILING: &str = "resist,fail-,forget-,forgot-,hesitat-,tire-,cease-,shy,müde";

/// Words behind these verbs that lead to what is said.
pub(super) const LEADING: &str = "to,of,from,-ing,zu";

/// What nobody who says something misses: “never missed an opportunity to say”.
pub(super) const OCCASIONS: &str = "opportunity,chance,occasion";

/// Words such as “why”, with which a clause begins that says what is so.
pub(super) const REASONS: &str = "why,warum,weshalb,pourquoi";

/// Verbs before “why”: who does not explain why something is so does not deny that it is.
pub(super) const EXPLAINING: &str = "explain-,say-,said,know,tell,erklär-,sag-,expliqu-,dit,dire";

/// What somebody is sure of who does not have it, besides the words that readers load: “no coincidence”, „kein Geheimnis“.
pub(super) const SURE: &str = "coincidence,accident,geheimnis,wunder,شك";

/// Verbs before “to say” of those who say nothing.
pub(super) const REFUSING: &str = "refus-,declin-";

/// Words before a doubt that is none.
pub(super) const LITTLE: &str = "no,little,without,kein-,kaum,ohne,sans,sin,senza,sem,нет,без,geen,bez,nul";

/// Words that begin a clause about somebody, without a comma.
pub(super) const RELATIVES: &str = "who,whom,whose,which";

/// Whether a word is one by which somebody denies something: “denied”, “rejects”, in the languages of drafts.
pub fn is_denial(word: &str) -> bool {
    let word = small(word);
    is_listed(DENIALS, &word) || is_listed(DENYING_NEGATIONS, &word)
}

/// Whether a word denies and does nothing else: “not”, “isn't”, but not “if”.
pub fn is_negation(word: &str) -> bool {
    let word = small(word);
    is_listed(FIRM_NEGATIONS, &word) || word.ends_with("n't")
}

/// Whether a list has a word, or the rest of an Arabic word that begins with the letter for “and” or “so”.
pub(super) fn is_listed(list: &'static str, word: &str) -> bool {
    is_in(list, word) || word.strip_prefix(['و', 'ف']).is_some_and(|rest| is_in(list, rest))
}

/// A word as the lists have it: in small letters, and with plain apostrophes.
pub(super) fn small(word: &str) -> String {
    lower_case(word).replace('’', "'")
}
