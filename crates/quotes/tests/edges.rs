//! What readers are not told, and `check` warns of: words that begin or end within a number, or lack their question mark.

use quotes::{Quote, Text};
use testing::test;

/// Whether the words between `[` and `]` are cut at an edge.
fn is_cut(marked: &str) -> bool {
    let (before, rest) = marked.split_once('[').unwrap();
    let (quote, behind) = rest.split_once(']').unwrap();
    let mut text = Text::default();
    text.push(&format!("{before}{quote}{behind}"));
    let finding = text.locate(&Quote { spans: &[quote.to_owned()], ..Quote::default() });
    assert!(!finding.places.is_empty(), "{marked}");
    let is_cut = text.is_withheld(&finding, true);
    assert_eq!(is_cut, text.is_withheld(&finding, false));
    // `check` warns of the same.
    let is_warned = finding.places.iter().flatten().any(|part| text.edge(*part).is_some());
    assert_eq!(is_cut, is_warned, "{marked}");
    is_cut
}

#[test]
fn words_that_begin_within_a_number() {
    for marked in [
        "It is 3 [500 euros].",
        "It is 3\u{a0}[500 euros].",
        "It is 1\u{202f}234\u{2009}[567 euros].",
        "It is −[5 degrees].",
        "It is -[5 degrees].",
        "It is –[5 degrees].",
        "It is (-[5 degrees]).",
        "It is −\u{2060}[5 degrees].",
        "It is +[5 degrees].",
        "It is €[40 million] in all.",
        "It is US$[40 million] in all.",
        "It is <[5 degrees].",
        "It is %[40] in Turkish.",
        "Two of 2/[3 people] came.",
        "Some 3–[5 people] came.",
        "Some 3-[5 people] came.",
        "Some 3—[5 people] came.",
        "At 5:[30 in the morning] it rained.",
        "On 9/[11 people] died.",
        "On 2026-11-[26 it rained].",
        "It is 3·[10 metres].",
        "It is 10²–[10³ metres].",
        "It is 2 [½ metres].",
        "It is 1'000'000:[5 of them].",
        "यह ३ [५०० रुपये] है।",
        "यह ३/[५ लोग] है।",
        "هو ٥٫[٢ متر].",
        "او ۳/[۵ متر] گفت.",
        "এটি ৩–[৫ জন]।",
        "มี ๕[๐๐ คน]",
        "これは3億[5000万円]だ。",
    ] {
        assert!(is_cut(marked), "{marked}");
    }
}

#[test]
fn words_that_end_within_a_number() {
    for marked in [
        "[It is 3] 500 euros.",
        "[It rose by 40]% this year.",
        "[It rose by 40]\u{a0}% this year.",
        "[It is 5] °C here.",
        "[It is 40] € in all.",
        "[At 5]:30 it rained.",
        "[Some 3]–5 people came.",
        "[It is 2] ½ metres.",
        "[On 9]/11 it rained.",
        "[यह ३] ५०० रुपये है।",
        "[هو ٥]٫٢ متر.",
        "[これは2]億円だ。",
        "[It is 3]\n 500 euros.",
        "[It is 3] \u{a0}500 euros.",
    ] {
        assert!(is_cut(marked), "{marked}");
    }
}

#[test]
fn numbers_without_the_word_that_multiplies_or_divides_them() {
    for marked in [
        "[We lost 15] million euros.",
        "[We lost 15]\u{a0}Million euros.",
        "We lost 15 [million euros].",
        "[We lost 15] percent of it.",
        "[We lost 15] per cent of it.",
        "We lost 15 [per cent of it].",
        "[It costs 500] bn a day.",
        "[It costs 500] k a day.",
        "[It costs 500] m a day.",
        "[It costs 500] thousand a day.",
        "[It costs five or 6] hundred a day.",
        "[It costs 5] trillion a day.",
        "[Es kostet 15] Millionen Euro.",
        "[Es kostet 15] Mrd. Euro.",
        "[Es kostet 15] Mio. Euro.",
        "[Es kostet 15] Prozent mehr.",
        "[Es kostet 15] Tausend Euro.",
        "[Nous avons perdu 15] millions.",
        "[Nous avons perdu 15] milliards.",
        "[Nous avons perdu 15] mille euros.",
        "[Nous avons perdu 15] pour cent.",
        "[Perdimos 15] millones.",
        "[Perdimos 15] mil euros.",
        "[Perdimos el 15] por ciento.",
        "[Abbiamo perso 15] miliardi.",
        "[Abbiamo perso 15] mila euro.",
        "[Abbiamo perso il 15] per cento.",
        "[Perdemos 15] milhões.",
        "[Perdemos 15] bilhões.",
        "[Perdemos 15] por cento.",
        "[Wij verloren 15] miljoen.",
        "[Wij verloren 15] procent.",
        "[Wij verloren 15] duizend.",
        "[Straciliśmy 15] milionów.",
        "[Straciliśmy 15] mln zł.",
        "[Straciliśmy 15] tys. zł.",
        "[Straciliśmy 15] procent.",
        "[Ми втратили 15] мільйонів.",
        "[Ми втратили 15] млрд.",
        "[Ми втратили 15] відсотків.",
        "[Мы потеряли 15] миллионов.",
        "[Мы потеряли 15] млн.",
        "[Мы потеряли 15] процентов.",
        "[Biz 15] milyon kaybettik.",
        "[Biz 15] bin lira kaybettik.",
        "[خسرنا ١٥] مليون يورو.",
        "[خسرنا ١٥] مليار يورو.",
        "[خسرنا ١٥] بالمئة.",
        "[ما ۱۵] میلیون از دست دادیم.",
        "[ما ۱۵] درصد از دست دادیم.",
        "[हमें 15] लाख का नुकसान हुआ।",
        "[हमें १५] करोड़ का नुकसान हुआ।",
        "[Kami kehilangan 15] juta.",
        "[Kami kehilangan 15] miliar.",
        "[Kami kehilangan 15] persen.",
        "[Kami kehilangan 15] ribu.",
        "[これは3]百万円だ。",
        "[これは3]千円だ。",
        "[これは3]割だ。",
        "[これは15]パーセントだ。",
        "失去了百分之[15]。",
        "[We drove at 50] km/h.",
        "We drove at 50 [km/h all day].",
        "[It weighs 50] kg.",
        "[We lost 15] lakh rupees.",
        "[We lost 15] crore rupees.",
        "失去了[三]百万元。",
        "失去了三[百万元]。",
        "[失去了五十]三人。",
        "失去了五十[三人]。",
        "「三[百人を失った]」。",
    ] {
        assert!(is_cut(marked), "{marked}");
    }
}

#[test]
fn questions_without_their_mark() {
    for marked in [
        "[Is it safe]?",
        "[Is it safe]…?",
        "[Is it safe] ... ?",
        "[Is it safe]!?",
        "[Est-ce vrai]\u{a0}?",
        "[هل هو آمن]؟",
        "[水は安全か]？",
        "“[Is it safe]”?",
        "She asked: “[Is it safe]” ?",
        "It rained. „[Ist es sicher]“?",
        "“[Is it safe]‽”",
        "“It rained.” “[Is it safe]”? she asked.",
    ] {
        assert!(is_cut(marked), "{marked}");
    }
}

#[test]
fn whole_numbers_and_questions() {
    for marked in [
        "[It is 3 500 euros].",
        "In 2019 [500 people came].",
        "[In 2019] 500 people came.",
        "[In 2019] $5 were lost.",
        "It is safe – [500 people drink it].",
        "It is safe—[500 people drink it].",
        "It is safe. [5 people drink it].",
        "There are 20, [30 people came].",
        "We have Covid-[19 in the house].",
        "[We met at 5]. At 6 it rained.",
        "[We met at 5], 6 of us.",
        "[We are 5]-year-olds.",
        "The F-[16 planes].",
        "[Is it safe?] She left.",
        "[Is it safe??] She left.",
        "Who said “[it is safe]”? She did.",
        "[It is safe.] Is it?",
        "—[5 personas vinieron] —dijo.",
        "[500 people] came.",
        "They were [500].",
        "[We lost 15 million] euros.",
        "[We lost 15], millions of them.",
        "[In 2019] my father came.",
        "[In 2019] people came per bus.",
        "[Im Jahr 2019] kamen wir.",
        "[En 2019] por fin vinieron.",
        "[في ٢٠١٩] في المدينة.",
        "Since 2019 [people came].",
        "Is “[it is safe]”? That is what she said.",
        "Did she say, “[it is safe]”?",
        "“[It is safe]”, she said. Is it?",
        "“[Is it safe‽]” she asked.",
        "[In 2019] the 500 people came.",
        "In 2019 the [500 people came].",
        "[Im Jahr 2019] die 500 Leute.",
        "[En 2019] les 500 personnes.",
        "En 2019 los [500 vinieron].",
        "Between 20 and 30 [people came].",
        "失去了[三百万元]。",
        "他完成[一项工程]。",
    ] {
        assert!(!is_cut(marked), "{marked}");
    }
}

#[test]
fn words_of_a_question_that_goes_on() {
    for marked in [
        "“[Su güvenli] mi?” dedi Ada Low.",
        "“[Bu doğru] değil mi?” dedi Ada Low.",
        "“[水是安全的]吗？”洛问。",
        "“[水是安全的]嗎？”洛問。",
        "“[The water is safe], isn't it?” said Ada Low.",
        "“[The water is safe], isn’t it?” said Ada Low.",
        "“[The water is safe], right?” said Ada Low.",
        "“[The water is safe], don't you think?” said Ada Low.",
        "„[Das Wasser ist sicher], oder?“, fragte Ada Low.",
        "„[Das Wasser ist sicher], nicht wahr?“, fragte Ada Low.",
        "« [L'eau est potable], n'est-ce pas ? », a dit Ada Low.",
        "«[El agua es segura], ¿verdad?», dijo Ada Low.",
        "«[El agua es segura], ¿no?», dijo Ada Low.",
        "«[L'acqua è sicura], vero?», ha detto Ada Low.",
        "“[A água é segura], não é?”, disse Ada Low.",
        "«[Вода безопасна], не так ли?» — спросила она.",
        "“[Het water is veilig], toch?” zei Ada Low.",
        "„[Woda jest bezpieczna], prawda?”, powiedziała Ada Low.",
        "“[पानी सुरक्षित है], है ना?” अदा लो ने कहा।",
        "«[آب سالم است]، نه؟»",
        "“Do you think [the water is safe] to drink?” said Ada Low.",
    ] {
        assert!(is_cut(marked), "{marked}");
    }
    for marked in [
        "“[The water is safe]. Is it?” said Ada Low.",
        "“[The water is safe.] Is it?” said Ada Low.",
        "“[We need the water], so who is going to pay for it?” said Ada Low.",
        "“[We ask one thing]: who pays?” said Ada Low.",
        "“[We need the water] – who is going to pay?” said Ada Low.",
        "“[The water is safe],” said Ada Low. Is it?",
        "Who said “[the water is safe]”? Ada Low did.",
        "Who said ‘[the water is safe]’? Ada Low did.",
        "「[水は安全だ]から飲める」とロウ氏は述べた。",
        "“[Su güvenli],” dedi Ada Low. Öyle mi?",
        "“[水是安全的]，”洛说。谁付钱？",
    ] {
        assert!(!is_cut(marked), "{marked}");
    }
}

#[test]
fn numbers_in_words_ranges_and_compounds() {
    for marked in [
        "It is € [5 million].",
        "It is $ [5 a day].",
        "It is minus [5 degrees].",
        "Es sind minus [5 Grad].",
        "Il fait moins [5 degrés].",
        "Сейчас минус [5 градусов].",
        "気温はマイナス[5度]だ。",
        "气温是负[5度]。",
        "Some 10 to [15 people came].",
        "[Some 10] to 15 people came.",
        "Rund 10 bis [15 Leute kamen].",
        "[Rund 10] bis 15 Leute kamen.",
        "[Environ 10] à 15 personnes.",
        "[Unas 10] a 15 personas.",
        "Около 10 до [15 человек].",
        "5 of [10 people] came.",
        "[約10]至15人。",
        "We lost fifteen [million euros].",
        "[We lost fifteen] million euros.",
        "[We lost fifteen] thousand euros.",
        "[Wir verloren fünfzehn] Millionen Euro.",
        "Wir verloren fünfzehn [Millionen Euro].",
        "[Nous avons perdu quinze] millions d’euros.",
        "[Perdimos quince] millones.",
        "[Abbiamo perso quindici] milioni.",
        "[Perdemos quinze] milhões.",
        "[Wij verloren vijftien] miljoen.",
        "[Мы потеряли пятнадцать] миллионов.",
        "[Ми втратили десять] мільйонів.",
        "[Straciliśmy piętnaście] milionów.",
        "[Biz on beş] milyon kaybettik.",
        "[Kami kehilangan lima] juta.",
        "[We lost fifteen] percent.",
        "Some twenty-[five people came].",
        "[Some twenty]-five people came.",
        "We are anti-[war people].",
        "Between 20 and [30 people came].",
    ] {
        assert!(is_cut(marked), "{marked}");
    }
    for marked in [
        "[We lost fifteen million euros].",
        "[We lost fifteen million] euros.",
        "[We need] military help.",
        "[They were] milder then.",
        "In all 40 € [5 people paid].",
        "[At 10 we came], 15 of us.",
        "[The town], thousands of people, paid.",
        "We are here. [Thousands of people came].",
        "Ada Low said: [millions of people came].",
        "“[Millions of people came],” she said.",
        "It was at 10 that [15 people came].",
    ] {
        assert!(!is_cut(marked), "{marked}");
    }
}
