//! The lists of words that may reverse the meaning of other words, or name who says them, in the languages of drafts.
//!
//! The words are in small letters; in Turkish, a dot remains of İ; `-` at the end means any ending, at the beginning any beginning. Words that usually mean something else in
//! another of these languages are left out. Readers load every byte of these lists.

/// Words such as “no” and “never”.
pub(super) const NEGATIONS: &str = "not,no,never,none,nobody,nothing,nowhere,neither,nor,cannot,hardly,barely,without,unless,false,refus-,fail-,dont,\
    doesnt,didnt,isnt,wasnt,nicht,kein-,nie,niemals,nichts,nix,niemand,nirgend-,weder,kaum,ohne,ne,pas,sans,guère,\
    jamais,aucun-,rien,ni,non,nunca,jamás,ningun-,ningún,nadie,nada,sin,apenas,tampoco,não,nenhum-,ninguém,nem,sem,nessun-,niente,né,neppure,\
    nemmeno,senza,değil,deği\u{307}l,hiç,hi\u{307}ç,asla,yok,-madı,-medi,-mıyor,-miyor,-muyor,-müyor,-mamış,-memiş,-mayacak,-meyecek,не,нет,ни,никт-,никог-,никак-,\
    ничего,ничто,нигде,нельзя,без,لا,لم,لن,ما,ليس-,غير,دون,بدون";

/// Verbs such as “said”, in the forms that are used beside a speaker, and other words that name one.
pub(super) const SAYINGS: &str = "said,says,told,tells,added,claimed,argued,insist-,repli-,answer-,asked,explained,stated,denied,\
    denies,wrote,according,sagte-,sagt,erklärt-,betont-,meinte-,behaupte-,antwort-,fragte-,schrieb-,bestritt-,laut,\
    zufolge,dit,déclar-,expliqu-,affirm-,ajout-,assur-,répond-,selon,dijo,dice,afirm-,asegur-,explic-,señal-,añad-,declar-,\
    respond-,negó,según,disse-,diz,acrescent-,segundo,detto,dichiarat-,spiegat-,aggiun-,sostien-,secondo,dedi,söyledi,\
    belirtti,açıkladı,göre,сказал-,заявил-,قال,قالت";

/// Words such as “and” and “but”.
pub(super) const CONJUNCTIONS: &str = "and,but,while,und,aber,doch,et,mais,y,pero,e,mas,ma,ve,ama,и,а,но";

/// Words by which the languages of these lists are recognized: frequent in one of them, and rare in all others.
pub(super) const FREQUENT: &str = "the,The,and,that,it,We,es,und,ist,nicht,wir,le,la,les,nous,est,el,los,una,não,os,uma,il,che,è,ve,bir,что,это,он,мы,\
    في,من,على";

/// Whether a list has this word; capital and small letters of ASCII are treated alike.
pub(super) fn is_in(list: &str, word: &str) -> bool {
    list.split(',').any(|listed| {
        if let Some(beginning) = listed.strip_suffix('-') {
            word.starts_with(beginning)
        } else if let Some(ending) = listed.strip_prefix('-') {
            word.ends_with(ending)
        } else {
            word.eq_ignore_ascii_case(listed)
        }
    })
}
