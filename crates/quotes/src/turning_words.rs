//! The list of words that may reverse the meaning of other words, in the languages of drafts and of the widget.
//!
//! The words are in small letters; `-` means any ending. Words that usually mean something else in another of these languages are left out.
//! Readers load every byte of this list.

/// Words such as “no” and “never”.
pub(super) const NEGATIONS: &str = "not,no,never,none,nobody,nothing,neither,nor,cannot,hardly,nicht,kein-,nie,niemals,nichts,niemand,weder,kaum,ne,pas,\
    jamais,aucun-,rien,ni,non,nunca,jamás,ningun-,ningún,nadie,nada,tampoco,não,nenhum-,ninguém,nem,nessun-,niente,né,değil,\
    hiç,asla,yok,не,нет,ни,никогда,لا,لم,لن,ليس";

/// Verbs such as “said”, in the forms that are used beside a speaker, and other words that name one.
pub(super) const SAYINGS: &str = "said,says,told,tells,added,claimed,argued,insist-,repli-,answer-,asked,explained,stated,denied,\
    denies,wrote,according,sagte-,sagt,erklärt-,betont-,meinte-,behaupte-,antwort-,fragte-,schrieb-,bestritt-,laut,\
    zufolge,dit,déclar-,expliqu-,affirm-,ajout-,assur-,répond-,selon,dijo,dice,afirm-,asegur-,explic-,señal-,añad-,declar-,\
    respond-,negó,según,disse-,diz,acrescent-,segundo,detto,dichiarat-,spiegat-,aggiun-,sostien-,secondo,dedi,söyledi,\
    belirtti,açıkladı,göre,сказал-,заявил-,قال,قالت";

/// Whether a list has this word; capital and small letters of ASCII are treated alike.
pub(super) fn is_in(list: &str, word: &str) -> bool {
    list.split(',').any(|listed| match listed.strip_suffix('-') {
        Some(beginning) => word.starts_with(beginning),
        None => word.eq_ignore_ascii_case(listed),
    })
}
