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
    let is_cut = text.is_cut_at_edge(&finding);
    // `check` warns of the same.
    let is_warned = finding.places.iter().flatten().any(|part| text.edge(*part).is_some());
    assert_eq!(is_cut, is_warned, "{marked}");
    assert!(!is_cut || text.is_withheld(&finding, true) && text.is_withheld(&finding, false));
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
        "Between 20 and [30 people came].",
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
    ] {
        assert!(!is_cut(marked), "{marked}");
    }
}
