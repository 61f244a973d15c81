//! A quote that begins or ends just beside its “not”: an editor is warned, and shown what is left out.

use check::check;
use serde_json::json;
use testing::test;

/// What is said of a quote of an article in this language.
fn said(language: &str, article: &str, quote: &str) -> Vec<String> {
    let document = json!({
        "version": 1,
        "article": { "headline": "Water", "language": language, "body": [article] },
        "speakers": { "ada": { "name": "Ada Low" } },
        "claims": [{ "id": "safe", "text": "The water", "statements": [{ "speaker": "ada", "quote": quote }] }],
    });
    let remarks = check(&document.to_string(), None).remarks.into_iter();
    remarks.map(|remark| format!("{:?} [{}] {}", remark.severity, remark.fault.code(), remark.fault)).collect()
}

#[track_caller]
fn is_cut(language: &str, article: &str, quote: &str, left_out: &str) {
    let said = said(language, article, quote);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("Warning [cut] ") && said[0].contains(&format!("“{left_out}”")), "{said:?}");
}

#[test]
fn a_quote_without_the_not_of_its_clause_is_warned_of() {
    let water = "“The water is not safe to drink,” said Ada Low. “I have never lied to anyone about the water.”";
    assert_eq!(
        said("en", water, "safe to drink"),
        [
            "Warning [cut] the article has “The water is not” right before these words, and they say something else without it; add it to them"
        ]
    );
    is_cut("en", water, "lied to anyone about the water", "I have never");
    is_cut("en", water, "The water is", "not safe to drink");
    is_cut("en", "“We can promise you nothing,” said Ada Low.", "We can promise you", "nothing");
    is_cut("en", "“I don't think that it is safe,” said Ada Low.", "it is safe", "I don't think that");
    is_cut(
        "de",
        "„Das Wasser ist und bleibt sauber, aber wir trinken es nicht“, sagte Ada Low.",
        "wir trinken es",
        "nicht",
    );
    is_cut(
        "de",
        "„Ich glaube nicht, dass das Wasser sauber ist“, sagte Ada Low.",
        "das Wasser sauber ist",
        "Ich glaube nicht, dass",
    );
    is_cut("fr", "« L'eau n'est pas potable et nous le savons », a déclaré Ada Low.", "potable", "L'eau n'est pas");
    // In languages whose other words are not known, and in scripts without spaces.
    is_cut("nl", "“Het water is niet veilig om te drinken”, zei Ada Low.", "veilig om te drinken", "Het water is niet");
    is_cut(
        "ja",
        "「水道水は安全ではないという報告がある」とロウ氏は述べた。",
        "水道水は安全で",
        "はないという報告がある",
    );
    is_cut("zh", "“这里的水不安全，”她说。", "安全", "这里的水不");
    is_cut("th", "“น้ำไม่ปลอดภัย” เธอกล่าว", "ปลอดภัย", "น้ำไม่");
    is_cut("he", "המים אינם בטוחים לשתייה, אמרה.", "בטוחים לשתייה", "המים אינם");
    is_cut("bn", "এই জল পানের জন্য নিরাপদ ন\u{9df}।", "পানের জন্য নিরাপদ", "ন\u{9df}");
    is_cut("bn", "এই জল পানের জন্য নিরাপদ ন\u{9af}\u{9bc}।", "পানের জন্য নিরাপদ", "ন\u{9af}\u{9bc}");
    is_cut("ur", "یہ پانی پینے کے لیے محفوظ نہیں ہے۔", "پینے کے لیے محفوظ", "نہیں ہے");
    is_cut("ko", "“물은 안전하지 않습니다”라고 말했다.", "물은 안전하지", "않습니다");
}

#[test]
fn a_not_is_missed_over_and_and_over_pairs_of_marks() {
    let said = |words: &str| format!("“{words},” said Ada Low.");
    let is = |words: &str, quote: &str, left_out: &str| is_cut("en", &said(words), quote, left_out);
    is("I have never lied and cheated", "cheated", "I have never lied and");
    is("The water is not safe and clean", "clean", "The water is not safe and");
    is("I did not lie and steal from anyone", "steal from anyone", "I did not lie and");
    is("The water is not, as everybody knows, safe to drink", "safe to drink", "The water is not, as everybody knows,");
    is(
        "The water is not – as everybody knows – safe to drink",
        "safe to drink",
        "The water is not – as everybody knows –",
    );
    is("We did not, and will not, close the works", "close the works", "We did not, and will not,");
    is("The water is not (yet) safe", "safe", "The water is not (yet)");
    is(
        "The water is, as everybody knows, not safe to drink",
        "The water is",
        ", as everybody knows, not safe to drink",
    );
    is("We won’t close the works, fire people, or sell the land", "fire people", "We won’t close the works,");
    is(
        "We won’t close the works, fire people, or sell the land",
        "sell the land",
        "We won’t close the works, fire people, or",
    );
    let german = |words: &str, quote: &str, left_out: &str| {
        is_cut("de", &format!("„{words}“, sagte Ada Low, und das ist nicht alles."), quote, left_out);
    };
    german("Wir werden nicht lügen und stehlen", "stehlen", "Wir werden nicht lügen und");
    german("Ich glaube nicht, das Wasser sei sicher", "das Wasser sei sicher", "Ich glaube nicht,");
    german("Das Wasser ist nicht, wie viele glauben, sicher", "sicher", "Das Wasser ist nicht, wie viele glauben,");
}

#[test]
fn a_denial_before_the_words_of_the_narrator_is_warned_of() {
    is_cut(
        "en",
        "“I do not believe,” Ada Low said, “that the water is safe.”",
        "the water is safe",
        "I do not believe,” Ada Low said, “that",
    );
    is_cut(
        "en",
        "“It is a lie,” said Ada Low, “that the water is safe.”",
        "the water is safe",
        "It is a lie,” said Ada Low, “that",
    );
    assert_eq!(said("en", "“We do not lie,” said Ada Low, “the water is safe.”", "the water is safe"), [""; 0]);
    assert_eq!(said("en", "“I believe,” said Ada Low, “that the water is safe.”", "the water is safe"), [""; 0]);
}

#[test]
fn other_words_that_deny_are_known() {
    is_cut("en", "“I doubt the water is safe,” said Ada Low.", "the water is safe", "I doubt");
    is_cut("en", "“We dispute that the water is safe,” said Ada Low.", "the water is safe", "We dispute that");
    is_cut("en", "“It is unlikely that the water is safe,” said Ada Low.", "the water is safe", "It is unlikely that");
    let german = "„Ich bestreite, dass ich gelogen habe. Mitnichten ist das Wasser sicher“, sagte Ada Low.";
    is_cut("de", german, "ich gelogen habe", "Ich bestreite, dass");
    is_cut("de", german, "das Wasser sicher", "Mitnichten ist");
    is_cut(
        "de",
        "„Ich bestreite, gelogen zu haben“, sagte Ada Low. Das ist alles.",
        "gelogen zu haben",
        "Ich bestreite,",
    );
}

/// What is said of reported words with this stance.
fn said_of_reported(language: &str, article: &str, reported: &str, stance: &str) -> Vec<String> {
    let document = json!({
        "version": 1,
        "article": { "headline": "Water", "language": language, "body": [article] },
        "speakers": { "ada": { "name": "Ada Low" } },
        "claims": [{ "id": "safe", "text": "The water", "statements": [{ "speaker": "ada", "reported": reported, "stance": stance }] }],
    });
    let remarks = check(&document.to_string(), None).remarks.into_iter();
    remarks.map(|remark| format!("{:?} [{}] {}", remark.severity, remark.fault.code(), remark.fault)).collect()
}

#[test]
fn reported_words_beside_their_denial_are_warned_of() {
    let denied = "Ada Low denied that the water was safe on Monday.";
    assert_eq!(
        said_of_reported("en", denied, "the water was safe", "affirms"),
        [
            "Warning [cut] the article has “Ada Low denied that” right before these words, which may deny them; if it does, give the statement \
          the stance \"denies\", or report the whole clause"
        ]
    );
    assert_eq!(said_of_reported("en", denied, "the water was safe", "denies"), [""; 0]);
    let is_denied = |language: &str, article: &str, reported: &str, left_out: &str| {
        let said = said_of_reported(language, article, reported, "affirms");
        assert_eq!(said.len(), 1, "{article}: {said:?}");
        assert!(said[0].starts_with("Warning [cut] ") && said[0].contains(&format!("“{left_out}”")), "{said:?}");
    };
    is_denied("en", "Ada Low said the water was not safe to drink.", "safe to drink", "Ada Low said the water was not");
    is_denied("en", "Ada Low said the water was not safe to drink.", "the water was", "not safe to drink");
    is_denied("en", "Ada Low never said that the dam was broken.", "the dam was broken", "Ada Low never said that");
    is_denied("en", "Ada Low did not say the dam was broken.", "the dam was broken", "Ada Low did not say");
    is_denied(
        "en",
        "Ada Low rejected claims that the dam was broken.",
        "the dam was broken",
        "Ada Low rejected claims that",
    );
    is_denied(
        "en",
        "The dam was broken in May, which Ada Low denied.",
        "The dam was broken in May",
        ", which Ada Low denied",
    );
    is_denied(
        "de",
        "Ada Low bestritt, dass der Damm gebrochen ist.",
        "der Damm gebrochen ist",
        "Ada Low bestritt, dass",
    );
    is_denied(
        "en",
        "Ada Low dismissed claims that the dam was broken.",
        "the dam was broken",
        "Ada Low dismissed claims that",
    );
    is_denied("es", "Ada Low rechazó que la presa estaba rota.", "la presa estaba rota", "Ada Low rechazó que");
    is_denied("de", "Ada Low sagte nicht, der Damm sei gebrochen.", "der Damm sei gebrochen", "Ada Low sagte nicht,");
}

#[test]
fn reported_words_behind_what_only_seems_to_take_a_not_back_are_warned_of() {
    for article in [
        "Ada Low did not resist claims that the dam was broken.",
        "Ada Low never missed the dam was broken.",
        "Ada Low did not stop to say the dam was broken.",
        "Ada Low did not help to make sure the dam was broken.",
        "Ada Low did not see why the dam was broken.",
        "Ada Low did not say that the dam was broken.",
    ] {
        let said = said_of_reported("en", article, "the dam was broken", "affirms");
        assert!(said.len() == 1 && said[0].starts_with("Warning [cut] "), "{article}: {said:?}");
    }
}

#[test]
fn and_is_followed_in_further_languages() {
    // A “not” goes on from one infinitive to the next.
    is_cut(
        "es",
        "“El alcalde no va a mentir y robar los fondos”, dijo Ada Low.",
        "robar los fondos",
        "El alcalde no va a mentir y",
    );
    is_cut(
        "pt",
        "“O prefeito não vai mentir e roubar os fundos”, disse Ada Low.",
        "roubar os fundos",
        "O prefeito não vai mentir e",
    );
    is_cut(
        "it",
        "«Il sindaco non vuole mentire e rubare il denaro», ha detto Ada Low.",
        "rubare il denaro",
        "Il sindaco non vuole mentire e",
    );
    is_cut(
        "ru",
        "«Мы не будем лгать и воровать это», – сказала Ада Лоу, и он был там.",
        "воровать это",
        "Мы не будем лгать и",
    );
    is_cut(
        "tr",
        "“Bu su temiz ve güvenli değil”, dedi Ada Low, bir uzman ve bir anne.",
        "Bu su temiz",
        "ve güvenli değil",
    );
    is_cut("nl", "“Het water is niet schoon en veilig”, zei Ada Low.", "veilig", "Het water is niet schoon en");
    let fine =
        |language: &str, article: &str, quote: &str| assert_eq!(said(language, article, quote), [""; 0], "{article}");
    fine("es", "“El alcalde no miente y trabaja en los fondos”, dijo Ada Low.", "trabaja en los fondos");
    fine("ru", "«Мы не лжём и работаем для него», – сказала Ада Лоу, и он был там.", "работаем для него");
    fine("tr", "“Bu su temiz ve hava bugün güvenli değil”, dedi Ada Low, bir uzman ve bir anne.", "Bu su temiz");
    // In further languages, a clause with a subject of its own is not the one with the “not”.
    fine("nl", "“Wij liegen niet en wij testen het water”, zei Ada Low.", "wij testen het water");
    fine("nl", "“Wij testen het water en wij liegen niet”, zei Ada Low.", "Wij testen het water");
    fine("nl", "“Wij liegen niet maar testen het water”, zei Ada Low.", "testen het water");
    fine("pl", "„Nie kłamiemy, ale my badamy wodę i oni nie badają wody”, powiedziała Ada Low.", "my badamy wodę");
    fine("sv", "”Vi ljuger inte och vi testar vattnet”, sade Ada Low.", "vi testar vattnet");
    fine("uk", "«Ми не брехали і ми пили воду», – сказала Ада Лоу.", "ми пили воду");
}

#[test]
fn reported_words_of_a_whole_clause_are_not() {
    let fine = |article: &str, reported: &str| {
        assert_eq!(said_of_reported("en", article, reported, "affirms"), [""; 0], "{article}");
    };
    fine("Ada Low said the water was not safe to drink.", "the water was not safe to drink");
    fine("Ada Low, who is not a doctor, said that the water was safe.", "the water was safe");
    fine("Ada Low alleged that the water was safe.", "the water was safe");
    fine("Ada Low did not sleep and said that the water was safe.", "the water was safe");
    // Who cannot resist saying something says it, and who does not say why something is so does not deny it.
    fine("Ada Low could not resist pointing out that the dam was broken.", "the dam was broken");
    fine("Ada Low never missed an opportunity to say that the dam was broken.", "the dam was broken");
    fine("Ada Low did not hesitate to say the dam was broken.", "the dam was broken");
    fine("Ada Low could not explain why the dam was broken.", "the dam was broken");
    fine("Ada Low could not explain why the dam was broken.", "why the dam was broken");
    fine("Ada Low shared the remarks that he made questioning why she isn't there.", "the remarks that he made");
    fine("Asked if the dam was broken, Ada Low said the water was safe.", "the water was safe");
}

#[test]
fn a_not_that_denies_nothing_is_not() {
    for before in [
        "No doubt",
        "There is no doubt that",
        "There is no serious doubt that",
        "Without a doubt",
        "It is not a secret that",
        "It is no wonder that",
        "I could not resist saying that",
        "We never missed a chance to say that",
    ] {
        let article = format!("“{before} the water is safe,” said Ada Low.");
        assert_eq!(said("en", &article, "the water is safe"), [""; 0], "{article}");
    }
    assert_eq!(
        said("de", "„Es gibt keinen Zweifel, dass das Wasser sicher ist“, sagte Ada Low.", "das Wasser sicher ist"),
        [""; 0]
    );
    for before in [
        "I have no doubt nobody says that",
        "I have little doubt nobody says that",
        "It is a myth that",
        "It is a lie that",
        "They pretend that",
        "No one in the world says that",
        "There is doubt that",
    ] {
        let article = format!("“{before} the water is safe,” said Ada Low.");
        let said = said("en", &article, "the water is safe");
        assert_eq!(said.len(), 1, "{article}: {said:?}");
    }
}

#[test]
fn reported_words_that_somebody_refuses_to_say_or_contradicts_are_warned_of() {
    for before in [
        "Ada Low refused to say that",
        "Ada Low declined to say whether",
        "Ada Low called it a lie that",
        "Ada Low rebuffed reports that",
        "Ada Low contradicted reports that",
        "Ada Low debunked the claim that",
    ] {
        let article = format!("{before} the dam was broken.");
        let said = said_of_reported("en", &article, "the dam was broken", "affirms");
        assert!(said.len() == 1 && said[0].starts_with("Warning [cut] "), "{article}: {said:?}");
    }
    assert_eq!(
        said_of_reported("en", "Ada Low said without doubt the dam was broken.", "the dam was broken", "affirms"),
        [""; 0]
    );
}

#[test]
fn a_quote_that_is_whole_is_not() {
    let fine = |language: &str, article: &str, quote: &str| assert_eq!(said(language, article, quote), [""; 0]);
    let water = "“The water is not safe to drink,” said Ada Low. “Is it cold? Probably not.”";
    fine("en", water, "The water is not safe to drink");
    // The words around a quotation are the article's.
    fine("en", "“The water is safe to drink,” said Ada Low, who has never drunk it.", "The water is safe to drink");
    // Another sentence, another clause, and what “and” adds.
    fine("en", water, "Is it cold?");
    fine("en", "“We do not test it, because the water is safe,” said Ada Low.", "because the water is safe");
    fine("en", "“We do not test it but the water is safe,” said Ada Low.", "the water is safe");
    fine("en", "“We do not lie and we test it,” said Ada Low.", "we test it");
    fine("en", "“We do not lie and will test it,” said Ada Low.", "test it");
    fine("en", "“Certainly not, Tom, we would test the water,” said Ada Low.", "we would test the water");
    fine("en", "“I do not know the man, he may stay, or he may go,” said Ada Low.", "he may stay");
    fine("en", "“The water is safe (not that of the river) for all,” said Ada Low.", "The water is safe");
    fine("ja", "「水道水は安全です。川の水は安全ではない」とロウ氏は述べた。", "水道水は安全です");
    fine("zh", "“这里的水非常安全，”她说。", "安全");
}

#[test]
fn a_quotation_that_was_not_said_is_warned_of() {
    let unsaid = |language: &str, article: &str, quote: &str, left_out: &str| {
        let said = said(language, article, quote);
        let is_warned = |said: &String| said.starts_with("Warning [cut] ") && said.contains(&format!("“{left_out}”"));
        assert_eq!(said.iter().filter(|said| is_warned(said)).count(), 1, "{article}: {said:?}");
    };
    unsaid("en", "Ada Low never said “the dam is safe”.", "the dam is safe", "Ada Low never said");
    unsaid(
        "en",
        "Ada Low never said that the water was “safe to drink”.",
        "safe to drink",
        "Ada Low never said that the water was",
    );
    unsaid("en", "Ada Low denied saying “the dam is safe”.", "the dam is safe", "Ada Low denied saying");
    unsaid(
        "en",
        "Ada Low denied that the dam was “safe and sound”.",
        "safe and sound",
        "Ada Low denied that the dam was",
    );
    unsaid(
        "en",
        "Ada Low rejected claims of “lying and stealing”.",
        "lying and stealing",
        "Ada Low rejected claims of",
    );
    unsaid("en", "“The dam is safe” is what Ada Low never said.", "The dam is safe", "is what Ada Low never said");
    unsaid(
        "en",
        "“The dam is safe,” Ada Low did not say on Monday.",
        "The dam is safe",
        "Ada Low did not say on Monday",
    );
    let german = "Ada Low bestritt, „gelogen und gestohlen“ zu haben, und das ist nicht alles.";
    unsaid("de", german, "gelogen und gestohlen", "Ada Low bestritt");
    let german = "Ada Low hat nie gesagt: „Wir schließen die Klinik.“ Das ist nicht alles.";
    unsaid("de", german, "Wir schließen die Klinik", "Ada Low hat nie gesagt");
    for (language, sentence) in [
        ("en", "She never said this sentence, said Bo Reed"),
        ("en", "Bo Reed said: Ada Low never said these words"),
        ("en", "Ada Low did not say that, said Bo Reed"),
        ("de", "Diesen Satz habe sie nie gesagt, sagte Bo Reed"),
        ("de", "Das habe Low nie gesagt"),
        ("fr", "Elle n’a jamais dit cette phrase, a déclaré Bo Reed"),
        ("es", "Nunca dijo esas palabras, dijo Bo Reed"),
    ] {
        let left_out = sentence;
        unsaid(language, &format!("“The dam is safe now.” {sentence}."), "The dam is safe now", left_out);
        unsaid(
            language,
            &format!("“The dam is safe now,” wrote the Post. {sentence}."),
            "The dam is safe now",
            left_out,
        );
    }
    let quoted = "“The dam is safe now,” wrote the Post. “I never said this sentence,” said Ada Low.";
    let told = said("en", quoted, "The dam is safe now").concat();
    assert!(told.contains("I never said this sentence"), "{told}");
    for (article, quote) in [
        ("Ada Low denied it: “The dam is safe.”", "The dam is safe"),
        ("Ada Low denied the claims, saying “the dam is safe”.", "the dam is safe"),
        ("Ada Low dismissed the claims as “nonsense and lies”.", "nonsense and lies"),
        ("Ada Low did not hesitate to say: “The dam is safe.”", "The dam is safe"),
        ("Ada Low did not say when. “The dam is safe,” she said.", "The dam is safe"),
        ("“The dam is safe.” That is not all, said Ada Low.", "The dam is safe"),
        ("“The dam is safe,” said Ada Low. She had never said that before.", "The dam is safe"),
        ("“The dam is safe,” said Ada Low. She did not say that it was new.", "The dam is safe"),
        ("“The dam is safe,” said Ada Low. “I did not say that,” said Bo Reed.", "The dam is safe"),
        ("“The dam is safe,” said Ada Low. “It is old.” Bo Reed never said these words.", "The dam is safe"),
        (
            "“The dam is safe,” said Ada Low. Bo Reed did not make the decision. He never said this sentence.",
            "The dam is safe",
        ),
        ("“The dam is safe,” said Ada Low, who did not say why.", "The dam is safe"),
    ] {
        assert_eq!(said("en", article, quote), [""; 0], "{article}");
    }
}

#[test]
fn a_quote_without_its_condition_is_warned_of() {
    let is = |words: &str, quote: &str, left_out: &str| {
        is_cut("en", &format!("“{words},” said Ada Low, and that is the end of it."), quote, left_out);
    };
    let closing = "If the tunnel is not built, the yard will close";
    is(closing, "the yard will close", "If the tunnel is not built,");
    is(closing, "yard will close", "If the tunnel is not built, the");
    is("Should the dam break, we will leave", "we will leave", "Should the dam break,");
    is("We will leave should the dam break", "We will leave", "should the dam break");
    is("Unless we act now, the water is safe", "the water is safe", "Unless we act now,");
    is("We support the plan, provided that it is free", "We support the plan", ", provided that it is free");
    is("The water is safe — not", "The water is safe", "— not");
    is_cut(
        "fr",
        "« Si nous avons l'argent, a dit Ada Low, nous construirons la route. » C'est tout ce qu'elle a dit.",
        "nous construirons la route",
        "Si nous avons l'argent, a dit Ada Low,",
    );
    let german = "„Wenn wir nichts tun, ist das Wasser sicher“, sagte Ada Low, und das ist alles.";
    is_cut("de", german, "ist das Wasser sicher", "Wenn wir nichts tun,");
    assert_eq!(said("en", &format!("“{closing},” said Ada Low, and that is it."), closing), [""; 0]);
}

#[test]
fn words_without_their_condition_are_warned_of_in_all_languages_of_the_cards() {
    for (language, article, quote, left_out) in [
        (
            "es",
            "«Si se cambian los filtros, la ciudad pagará», dijo Ada Low.",
            "la ciudad pagará",
            "Si se cambian los filtros,",
        ),
        (
            "it",
            "«Se i filtri cambiano, il comune pagherà», ha detto Ada Low.",
            "il comune pagherà",
            "Se i filtri cambiano,",
        ),
        (
            "pt",
            "“Caso os filtros mudem, a cidade vai pagar”, disse Ada Low.",
            "a cidade vai pagar",
            "Caso os filtros mudem,",
        ),
        ("ru", "«Город заплатит, если фильтры заменят», сказала Ада Лоу.", "Город заплатит", ", если фильтры заменят"),
        ("nl", "“Als het regent, betaalt de gemeente,” zei Ada Low.", "betaalt de gemeente", "Als het regent,"),
        ("pl", "„Jeśli pada deszcz, miasto zapłaci”, mówi Ada Low.", "miasto zapłaci", "Jeśli pada deszcz,"),
        ("id", "“Jika hujan turun, kota membayar,” kata Ada Low.", "kota membayar", "Jika hujan turun,"),
        ("tr", "“Yağmur yağarsa şehir öder,” dedi Ada Low.", "şehir öder", "Yağmur yağarsa"),
        ("hi", "“अगर बारिश हुई तो शहर भुगतान करेगा,” अदा लो ने कहा।", "शहर भुगतान करेगा", "अगर बारिश हुई तो"),
        ("zh", "“如果下雨，市政府付款，”洛说。", "市政府付款", "如果下雨，"),
    ] {
        is_cut(language, article, quote, left_out);
    }
    let german = "„Auch wenn es regnet, zahlt die Stadt“, sagte Ada Low.";
    assert_eq!(said("de", german, "zahlt die Stadt"), [""; 0]);
    // Reported words have conditions, too, and who says words under a condition does not deny them.
    let article = "Ada Low said that if it rains, the town will pay.";
    let conditional = |stance| said_of_reported("en", article, "the town will pay", stance).len();
    assert_eq!((conditional("affirms"), conditional("denies")), (1, 1));
    assert_eq!(
        said_of_reported("en", "Ada Low said the town will pay if it rains.", "the town will pay", "affirms"),
        [
            "Warning [cut] the article has “if it rains” right after these words, and they say something else without it; add it to them"
        ]
    );
}

#[test]
fn words_that_say_the_contrary_of_what_follows_are_known() {
    let is = |words: &str, quote: &str, left_out: &str| {
        is_cut("en", &format!("“{words},” said Ada Low, and that is the end of it."), quote, left_out);
    };
    is("The water is anything but safe", "safe", "The water is anything but");
    is("Only a fool would say the water is safe", "the water is safe", "Only a fool would say");
    is("It is false to say that the water is safe", "the water is safe", "It is false to say that");
    let german = |words: &str, quote: &str, left_out: &str| {
        is_cut(
            "de",
            &format!("„{words}“, sagte Ada Low, und das ist alles, was sie auf die Frage sagt."),
            quote,
            left_out,
        );
    };
    german("Das Wasser ist alles andere als sicher", "sicher", "Das Wasser ist alles andere als");
    german("Niemand behauptet, das Wasser sei sicher", "das Wasser sei sicher", "Niemand behauptet,");
    german("Es ist falsch, dass das Wasser sicher ist", "das Wasser sicher ist", "Es ist falsch, dass");
}

#[test]
fn reported_words_are_warned_of_beside_verbs_of_several_words() {
    let is_denied = |language: &str, article: &str, reported: &str| {
        let said = said_of_reported(language, article, reported, "affirms");
        assert!(matches!(&said[..], [said] if said.starts_with("Warning [cut] ")), "{article}: {said:?}");
    };
    for before in [
        "Ada Low ruled out that",
        "Ada Low laughed off the idea that",
        "Ada Low stopped short of saying that",
        "Ada Low contested claims that",
    ] {
        is_denied("en", &format!("{before} the dam was cracked, and that was it."), "the dam was cracked");
    }
    is_denied("en", "Ada Low said claims that the dam was cracked were false.", "the dam was cracked");
    is_denied("en", "Asked if the dam was cracked, Ada Low said no.", "the dam was cracked");
    for before in
        ["Ada Low wies den Vorwurf zurück,", "Ada Low widersprach der Darstellung,", "Ada Low hat nie gesagt,"]
    {
        is_denied(
            "de",
            &format!("{before} sie habe gelogen. Das ist auf dem Weg und für sich alles."),
            "sie habe gelogen",
        );
    }
    let german = "Ada Low wies zurück, dass sie gelogen habe. Das ist auf dem Weg und für sich alles.";
    is_denied("de", german, "sie gelogen habe");
    is_denied(
        "ar",
        "ونفى الخطيب أن تكون الوزارة قد أخفت التقرير في المدينة على الناس من قبل.",
        "تكون الوزارة قد أخفت التقرير",
    );
}

#[test]
fn what_is_denied_in_arabic_is_warned_of_in_short_articles_too() {
    let warned = |article: &str| {
        let said = said_of_reported("ar", article, "الجسر آمن للجميع", "affirms");
        said.iter().filter(|said| said.starts_with("Warning [cut] ")).count()
    };
    for denied in [
        "نفى الوزير أن الجسر آمن للجميع.",
        "ونفت المهندسة أن الجسر آمن للجميع.",
        "فنفى الوزير أن الجسر آمن للجميع.",
        "وأنكرت الشركة أن الجسر آمن للجميع.",
        "ولم يؤكد الوزير أن الجسر آمن للجميع.",
        "وشكك الخبير في أن الجسر آمن للجميع.",
        "ورفض الخبير في المدينة المزاعم بأن الجسر آمن للجميع.",
    ] {
        assert_eq!(warned(denied), 1, "{denied}");
    }
    for said in [
        "أكد الوزير أن الجسر آمن للجميع.",
        "وقالت المهندسة إن الجسر آمن للجميع.",
        "لا شك في أن الجسر آمن للجميع، قال الوزير في المدينة من قبل.",
    ] {
        assert_eq!(warned(said), 0, "{said}");
    }
}

#[test]
fn what_is_not_denied_is_warned_of_under_the_stance_denies() {
    let not_denied = |language: &str, article: &str, reported: &str, left_out: &str| {
        let said = said_of_reported(language, article, reported, "denies");
        let message = format!(
            "the article has “{left_out}” beside these words, which does not deny them; leave out the stance \"denies\""
        );
        assert_eq!(said, [format!("Warning [cut] {message}")], "{article}");
    };
    not_denied(
        "en",
        "Ada Low did not deny that the dam was cracked.",
        "the dam was cracked",
        "Ada Low did not deny that",
    );
    not_denied("en", "Nobody disputes that the dam was cracked.", "the dam was cracked", "Nobody disputes that");
    not_denied(
        "en",
        "Ada Low never ruled out that the dam was cracked.",
        "the dam was cracked",
        "Ada Low never ruled out that",
    );
    let german = "Ada Low bestritt nicht, dass der Damm gebrochen ist, und das ist alles, was sie sagt.";
    not_denied("de", german, "der Damm gebrochen ist", "Ada Low bestritt nicht, dass");
    not_denied(
        "fr",
        "Ada Low n'a pas démenti que le barrage soit cassé.",
        "le barrage soit cassé",
        "Ada Low n'a pas démenti que",
    );
    not_denied("es", "Ada Low no negó que la presa estaba rota.", "la presa estaba rota", "Ada Low no negó que");
    for article in [
        "Ada Low denied that the dam was cracked.",
        "Ada Low ruled out that the dam was cracked.",
        "Ada Low did not say that the dam was cracked.",
        "Ada Low, who had not come, denied that the dam was cracked.",
    ] {
        assert_eq!(said_of_reported("en", article, "the dam was cracked", "denies"), [""; 0], "{article}");
    }
}

#[test]
fn what_somebody_said_or_confirmed_is_warned_of_under_the_stance_denies() {
    let said = |language: &str, article: &str, claim: &str, reported: &str, stance: &str| {
        let document = json!({
            "version": 1,
            "article": { "headline": "Water", "language": language, "body": [article] },
            "speakers": { "ada": { "name": "Ada Low" } },
            "claims": [{ "id": "safe", "text": claim, "statements": [{ "speaker": "ada", "reported": reported, "stance": stance }] }],
        });
        let remarks = check(&document.to_string(), None).remarks.into_iter();
        remarks.map(|remark| format!("[{}] {}", remark.fault.code(), remark.fault)).collect::<Vec<_>>()
    };
    for (language, article, claim, reported, left_out) in [
        (
            "en",
            "Ada Low said that the dam was cracked.",
            "The dam is cracked",
            "the dam was cracked",
            "Ada Low said that",
        ),
        (
            "en",
            "Ada Low confirmed that the dam was cracked.",
            "The dam is cracked",
            "the dam was cracked",
            "Ada Low confirmed that",
        ),
        (
            "en",
            "The dam was cracked in May, Ada Low said.",
            "The dam was cracked in May",
            "The dam was cracked in May",
            "Ada Low said",
        ),
        (
            "de",
            "Ada Low bestätigte, dass der Damm undicht ist.",
            "Der Damm ist undicht",
            "der Damm undicht ist",
            "Ada Low bestätigte, dass",
        ),
        ("de", "Ada Low sagte, der Damm sei undicht.", "Der Damm ist undicht", "der Damm sei undicht", "Ada Low sagte"),
        (
            "es",
            "Ada Low confirmó que la presa estaba rota.",
            "La presa estaba rota",
            "la presa estaba rota",
            "Ada Low confirmó que",
        ),
        (
            "fr",
            "Ada Low a confirmé que le barrage était fissuré.",
            "Le barrage était fissuré",
            "le barrage était fissuré",
            "Ada Low a confirmé que",
        ),
    ] {
        let message = format!(
            "[cut] the article has “{left_out}” beside these words, which does not deny them; leave out the stance \"denies\""
        );
        assert_eq!(said(language, article, claim, reported, "denies"), [message], "{article}");
        assert_eq!(said(language, article, claim, reported, "affirms"), [""; 0], "{article}");
    }
    // Who says the contrary denies the claim.
    let whole = "Ada Low said that the dam was whole.";
    assert_eq!(said("en", whole, "The dam is cracked", "the dam was whole", "denies"), [""; 0]);
    let not = "Ada Low said that the dam was not cracked.";
    assert_eq!(said("en", not, "The dam is cracked", "the dam was not cracked", "denies"), [""; 0]);
    // And the other way round: what somebody denied is warned of under the stance “affirms”.
    let denied =
        said("en", "Ada Low denied that the dam was cracked.", "The dam is cracked", "the dam was cracked", "affirms");
    assert!(matches!(&denied[..], [said] if said.starts_with("[cut] ")), "{denied:?}");
}

#[test]
fn a_quotation_that_was_made_up_or_not_said_is_warned_of_in_further_languages() {
    for (language, article, quote, left_out) in [
        ("en", "The quote “we will sell the harbour” was invented.", "we will sell the harbour", "was invented"),
        (
            "nl",
            "Ada Low heeft nooit gezegd: “Wij sluiten de kliniek.”",
            "Wij sluiten de kliniek",
            "Ada Low heeft nooit gezegd",
        ),
        (
            "pl",
            "Ada Low nigdy nie powiedziała: „Zamykamy klinikę”.",
            "Zamykamy klinikę",
            "Ada Low nigdy nie powiedziała",
        ),
        (
            "uk",
            "Ада Лоу ніколи не казала: «Ми закриваємо клініку».",
            "Ми закриваємо клініку",
            "Ада Лоу ніколи не казала",
        ),
        ("ru", "Слова «мы закрываем клинику» были выдуманы.", "мы закрываем клинику", "были выдуманы"),
        ("tr", "Ada Low “kliniği kapatıyoruz” dediğini yalanladı.", "kliniği kapatıyoruz", "dediğini yalanladı"),
        ("bn", "আদা লো “আমরা হাসপাতাল বন্ধ করছি” বলেননি।", "আমরা হাসপাতাল বন্ধ করছি", "বলেননি"),
    ] {
        let said = said(language, article, quote);
        let is_warned = matches!(&said[..], [said] if said.starts_with("Warning [cut] ") && said.contains(&format!("“{left_out}”")));
        assert!(is_warned, "{article}: {said:?}");
    }
    let german =
        "Das ist für alle Menschen, welche noch keine „leistungsaushelfende Versicherung“ haben, und das ist gut.";
    assert_eq!(said("de", german, "leistungsaushelfende Versicherung"), [""; 0]);
    assert_eq!(said("pl", "Ada Low powiedziała: „Zamykamy klinikę”.", "Zamykamy klinikę"), [""; 0]);
}

#[test]
fn what_is_only_conditional_or_doubted_is_not_denied() {
    let not_denied = |language: &str, article: &str, reported: &str, left_out: &str| {
        let said = said_of_reported(language, article, reported, "denies");
        let is_warned =
            |said: &String| said.contains(&format!("the article has “{left_out}” beside these words, which"));
        assert_eq!(said.iter().filter(|said| is_warned(said)).count(), 1, "{article}: {said:?}");
    };
    let leaving = "If the dam breaks, the town will leave, Ada Low said.";
    not_denied("en", leaving, "the town will leave", "If the dam breaks");
    let leaving = "Ada Low said the town would leave if the dam broke.";
    not_denied("en", leaving, "the town would leave", "if the dam broke");
    not_denied("en", "Ada Low doubts that the town will leave.", "the town will leave", "Ada Low doubts that");
    let german = "Ada Low bezweifelt, dass die Stadt geht, und das ist alles, was sie sagt.";
    not_denied("de", german, "die Stadt geht", "Ada Low bezweifelt, dass");
    for article in [
        "Ada Low denied that if the dam broke, the town would leave.",
        "Ada Low did not doubt that the town would leave.",
    ] {
        assert_eq!(said_of_reported("en", article, "the town would leave", "denies"), [""; 0], "{article}");
    }
}

#[test]
fn a_quote_by_which_somebody_denies_a_claim_keeps_its_condition() {
    let article = "“If the dam breaks, we will not pay for it,” said Ada Low.";
    let document = json!({
        "version": 1,
        "article": { "headline": "Water", "language": "en", "body": [article] },
        "speakers": { "ada": { "name": "Ada Low" } },
        "claims": [{ "id": "pay", "text": "The town pays", "statements": [
            { "speaker": "ada", "quote": "we will not pay for it", "stance": "denies" },
        ] }],
    });
    let remarks = check(&document.to_string(), None).remarks;
    let said: Vec<_> = remarks.iter().map(|remark| format!("[{}] {}", remark.fault.code(), remark.fault)).collect();
    let expected = "[cut] the article has “If the dam breaks,” right before these words, and they say something else without it; add it to them";
    assert_eq!(said, [expected]);
}

#[test]
fn a_claim_that_is_called_false_behind_a_comma_is_warned_of() {
    let verdict = |article: &str, words: &str, left_out: &str| {
        for said in [said("de", article, words), said_of_reported("de", article, words, "affirms")] {
            assert!(said.iter().any(|said| said.contains(&format!("“{left_out}”"))), "{article}: {said:?}");
        }
    };
    let german = "Die Behauptung, dass das Wasser sicher ist, ist falsch, und das wissen wir.";
    verdict(german, "das Wasser sicher ist", ", ist falsch");
    let german = "Die Behauptung, das Wasser sei sicher, ist eine Lüge, und das wissen wir.";
    verdict(german, "das Wasser sei sicher", ", ist eine Lüge");
    assert_eq!(
        said("en", "“The water is safe, and it would be absurd to close it,” said Ada Low.", "The water is safe"),
        [""; 0]
    );
}

#[test]
fn a_quotation_that_the_sentence_before_or_behind_takes_back_is_warned_of() {
    let unsaid = |article: &str, left_out: &str| {
        let said = said("en", article, "We sell the harbour");
        assert!(said.iter().any(|said| said.contains(&format!("“{left_out}”"))), "{article}: {said:?}");
    };
    for sentence in [
        "The following quote is invented",
        "This quote is fake",
        "Ada Low never said these words",
        "Ada Low denied having said this",
        "Das folgende Zitat ist erfunden",
        "La citation suivante est inventée",
        "La cita siguiente es inventada",
    ] {
        unsaid(&format!("It rained. {sentence}. “We sell the harbour.” It rained."), sentence);
    }
    for sentence in ["That quote is fake", "The quote is invented"] {
        unsaid(&format!("“We sell the harbour.” {sentence}. It rained."), sentence);
    }
    for article in [
        "Ada Low never came. “We sell the harbour.”",
        "Ada Low called the quote fake. “We sell the harbour,” she said.",
        "Ada Low never said this. “We sell the harbour,” she said.",
        "The quote was read aloud. “We sell the harbour.”",
        "“We sell the harbour.” The words did not please the town.",
        "“We sell the harbour.” Ada Low invented the pump.",
    ] {
        let said = said("en", article, "We sell the harbour");
        assert!(!said.iter().any(|said| said.contains("[cut]")), "{article}: {said:?}");
    }
}
