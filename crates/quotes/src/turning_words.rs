//! The words that may turn round what is said about them: the one list, of the languages that have drafts, and of those of the widget.
//!
//! In small letters; `-` stands for any ending. A word that is far more often something else in one of the other languages is not in it.
//! Readers load every byte of it.

/// No and never.
pub(super) const NEGATIONS: &str = "not,no,never,none,nobody,nothing,neither,nor,cannot,hardly,nicht,kein-,nie,niemals,nichts,niemand,weder,kaum,ne,pas,\
    jamais,aucun-,rien,ni,non,nunca,jamás,ningun-,ningún,nadie,nada,tampoco,não,nenhum-,ninguém,nem,nessun-,niente,né,değil,\
    hiç,asla,yok,не,нет,ни,никогда,لا,لم,لن,ليس";

/// Verbs of saying, as they stand beside a speaker, and what else names one.
pub(super) const SAYINGS: &str = "said,says,told,tells,added,claimed,argued,insist-,repli-,answer-,asked,explained,stated,denied,\
    denies,wrote,according,sagte-,sagt,erklärt-,betont-,meinte-,behaupte-,antwort-,fragte-,schrieb-,bestritt-,laut,\
    zufolge,dit,déclar-,expliqu-,affirm-,ajout-,assur-,répond-,selon,dijo,dice,afirm-,asegur-,explic-,señal-,añad-,declar-,\
    respond-,negó,según,disse-,diz,acrescent-,segundo,detto,dichiarat-,spiegat-,aggiun-,sostien-,secondo,dedi,söyledi,\
    belirtti,açıkladı,göre,сказал-,заявил-,قال,قالت";

/// Whether a list has this word, whatever its case as far as ASCII goes.
pub(super) fn is_in(list: &str, word: &str) -> bool {
    list.split(',').any(|listed| match listed.strip_suffix('-') {
        Some(beginning) => word.starts_with(beginning),
        None => word.eq_ignore_ascii_case(listed),
    })
}
