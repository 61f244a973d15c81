//! The words that may turn round what is said about them: the one list, of the languages that have drafts, and of those of the widget.
//!
//! In small letters, each with a space on both sides. A word that is far more often something else in one of the other languages is not in it.

/// No and never.
const NEGATIONS: &str = concat!(
    " not no never none nobody nothing neither nor cannot hardly barely scarcely",
    " nicht kein keine keinen keinem keiner keines nie niemals nichts niemand niemanden weder kaum",
    " ne pas jamais aucun aucune rien ni non",
    " nunca jamás ningún ninguna ninguno nadie nada tampoco",
    " não nenhum nenhuma ninguém nem",
    " nessuno nessuna niente nulla né",
    " değil hiç asla yok",
    " не нет ни никогда ничего никто никого нельзя",
    " لا لم لن ليس ليست غير ",
);

/// Verbs of saying, as they stand beside a speaker, and what else names one.
const SAYINGS: &str = concat!(
    " said says say told tells added adds claimed claims argued argues insisted insists replied replies answered asked explained",
    " explains stated noted warned warns announced declared denied denies wrote believes thinks according",
    " sagte sagt sagten erklärte erklärt betonte betont meinte behauptete behauptet antwortete fragte schrieb warnte ergänzte",
    " bestritt dementierte laut zufolge",
    " dit disent déclaré déclare expliqué explique affirmé affirme ajouté ajoute assuré assure répondu estimé estime nié selon",
    " dijo dice dijeron afirmó afirma aseguró asegura explicó explica señaló señala añadió añade declaró respondió negó según",
    " disse diz disseram afirmou explicou declarou acrescentou respondeu garantiu negou segundo",
    " detto dichiarato affermato afferma spiegato spiega aggiunto aggiunge sostiene risposto negato secondo",
    " dedi söyledi belirtti açıkladı vurguladı yazdı göre",
    " сказал сказала сказали говорит заявил заявила заявили отметил добавил добавила ответил ответила сообщил подчеркнул словам",
    " قال قالت أضاف أضافت أكد أكدت صرح أوضح ",
);

/// Whether this form of a word says no: also as part of it, as in “isn't” and « n'est ».
pub(super) fn negates(word: &str) -> bool {
    word.ends_with("n't") || word.starts_with("n'") || word.starts_with("N'") || is_in(NEGATIONS, word)
}

/// Whether this form of a word says that somebody spoke.
pub(super) fn attributes(word: &str) -> bool {
    is_in(SAYINGS, word)
}

fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed.eq_ignore_ascii_case(word))
}
