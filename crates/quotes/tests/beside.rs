//! What readers are not told: that words appear in the article whose clause has its “not” outside of them.

use quotes::{Quote, Text};
use testing::test;

/// Whether the words between `[` and `]` are taken from beside a “not”.
fn is_beside_negation(marked: &str) -> bool {
    let (before, rest) = marked.split_once('[').unwrap();
    let (quote, behind) = rest.split_once(']').unwrap();
    let mut text = Text::default();
    text.push(&format!("{before}{quote}{behind}"));
    let finding = text.locate(&Quote { spans: &[quote.to_owned()], ..Quote::default() });
    assert!(!finding.places.is_empty(), "{marked}");
    text.is_beside_negation(&finding, true)
}

#[test]
fn words_without_the_not_of_their_clause() {
    for marked in [
        "“The water is not [safe to drink],” said Ada Low.",
        "“I have never [lied to anyone],” said Ada Low.",
        "“I do not think that [the water is safe],” said Ada Low.",
        "“I do not think, honestly, that [the water is safe],” said Ada Low.",
        "“It isn’t [safe],” she said.",
        "“[We will pay] nothing,” he said.",
        "“We have never [lied] and cheated,” he said.",
        "“We have never lied and [cheated],” he said.",
        "„Ich glaube nicht, dass [das Wasser sicher ist]“, sagte Ada Low.",
        "«Nadie cree que [el agua sea segura]», dijo Ada Low.",
        "« L’eau n’est pas [potable] », a dit Ada Low.",
        "«Я не думаю, что [вода безопасна]», сказала она.",
    ] {
        assert!(is_beside_negation(marked), "{marked}");
    }
}

#[test]
fn words_without_the_not_of_their_clause_in_further_languages() {
    for marked in [
        "Ada Low zei: “Het water is niet [veilig om te drinken].”",
        "अदा लो ने कहा, “पानी [पीने के लिए सुरक्षित] नहीं है।”",
        "आदा लो ने कहा: पानी [सुरक्षित] नही है।",
        "«آب [برای نوشیدن سالم] نیست».",
        "«آب [برای نوشیدن سالم] نمی‌ماند».",
        "“Air itu tidak [aman untuk diminum].”",
        "“Air itu belum [aman untuk diminum].”",
        "この水は[安全に飲める]わけではない。",
        "この水は[飲んでも安全]ではありません。",
        "这里的水并不[安全饮用]。",
        "這裡的水[絕對]沒有毒。",
        "המים אינם [בטוחים לשתייה].",
        "המים שאינם [בטוחים לשתייה] נסגרו.",
        "এই জল [পানের জন্য নিরাপদ] ন\u{9af}\u{9bc}।",
        "এই জল [পানের জন্য নিরাপদ] ন\u{9df}।",
        "এই শহরে [নিরাপদ জল] নেই।",
        "আমরা [এই কথা] বলি না।",
        "یہ پانی [پینے کے لیے محفوظ] نہیں ہے۔",
        "Вода не [безпечна для пиття], сказала вона.",
        "Woda nie [nadaje się do picia].",
    ] {
        assert!(is_beside_negation(marked), "{marked}");
    }
}

#[test]
fn words_whose_clause_is_whole_in_further_languages() {
    for marked in [
        "Ze kwam niet. “[Het water is veilig],” zei Ada Low.",
        "Ze liegt niet, [het water is veilig].",
        "उसने कहा, “[पानी सुरक्षित नहीं है]”।",
        "वह प्रसन्न थी कि [पानी सुरक्षित है]।",
        "«[آب سالم است]»، او نیامد.",
        "彼は来なかった。「[水は安全だ]」と述べた。",
        "他没有来，[这里的水非常安全]。",
        "非常[安全]。",
        "未来[安全]。",
        "未來[安全]。",
        "היא לא באה. \"[המים בטוחים]\", אמרה.",
        "এই জল [নিরাপদ], না হলে বলতাম।",
        "یہ [پانی محفوظ ہے]۔ وہ نہیں آئی۔",
    ] {
        assert!(!is_beside_negation(marked), "{marked}");
    }
}

#[test]
fn reported_words_beside_their_denial() {
    for marked in [
        "Ada Low denied that [the dam was cracked], and that was it.",
        "Ada Low never said that [the dam was cracked].",
        "Ada Low rejected claims that [the dam was cracked].",
        "Ada Low refused to say that [the dam was cracked].",
        "Ada Low declined to say whether [the dam was cracked].",
        "Ada Low called it a lie that [the dam was cracked].",
        "Ada Low contradicted reports that [the dam was cracked].",
        "Ada Low debunked the claim that [the dam was cracked].",
        "Ada Low ruled out that [the dam was cracked].",
        "Ada Low laughed off the idea that [the dam was cracked].",
        "Ada Low stopped short of saying that [the dam was cracked].",
        "Ada Low contested claims that [the dam was cracked].",
        "Ada Low doubted that [the dam was cracked].",
        "Ada Low withdrew her statement that [the dam was cracked].",
        "Ada Low said it was untrue that [the dam was cracked].",
        "Ada Low said claims that [the dam was cracked] were false.",
        "[The dam was cracked in May], which Ada Low denied.",
        "Asked if [the dam was cracked], Ada Low said no.",
        "Ada Low bestritt, dass [der Damm gebrochen ist].",
        "Ada Low bezweifelt, dass [der Damm gebrochen ist].",
        "Ada Low wies zurück, dass [sie gelogen habe].",
        "Ada Low wies den Vorwurf zurück, [sie habe gelogen].",
        "Ada Low sagte nicht, [der Damm sei gebrochen].",
        "Ada Low widersprach der Darstellung, [der Damm sei gebrochen].",
        "Ada Low dément que [le barrage soit cassé].",
        "Ada Low rechazó que [la presa estaba rota].",
        "Ada Low ha smentito che [la diga sia rotta].",
        "Ada Low negou que [a barragem esteja quebrada].",
        "Ада Лоу опровергла, что [плотина сломана].",
        "Ada Low barajın [yıkıldığını] yalanladı.",
        "ونفى الخطيب أن [تكون الوزارة قد أخفت التقرير] في المدينة.",
    ] {
        assert!(is_beside_negation(marked), "{marked}");
    }
}

#[test]
fn reported_words_that_are_not_denied() {
    for marked in [
        "Ada Low said that [the dam was cracked].",
        "Ada Low denied that the mill was sold. She said that [the dam was cracked].",
        "Ada Low, who denied the claims, said that [the dam was cracked].",
        "Ada Low dismissed the claims, saying that [the dam was cracked].",
        "Ada Low rejected the plan and said [the dam was cracked].",
        "The court ruled that [the dam was cracked].",
        "She lay down to lie in the sun. [The dam was cracked], she said.",
        "[The dam was cracked], Ada Low said, not the wall.",
        "[The dam was cracked], Ada Low said. She denied the rest.",
        "Ada Low sagte, dass [der Damm gebrochen ist].",
        "Ada Low kam zurück. Sie sagte, [der Damm sei gebrochen].",
    ] {
        assert!(!is_beside_negation(marked), "{marked}");
    }
}

#[test]
fn words_whose_clause_is_whole() {
    for marked in [
        "“[The water is safe],” said Ada Low.",
        "“[The water is not safe],” said Ada Low.",
        "She did not come. “[The water is safe],” she said.",
        "“We do not lie. [The water is safe],” said Ada Low.",
        "“We do not lie, [the water is safe],” said Ada Low.",
        "“We do not lie and [the water is safe],” said Ada Low.",
        "“[The water is safe], not dirty,” said Ada Low.",
        "„Wir lügen nicht: [Das Wasser ist sicher]“, sagte Ada Low.",
    ] {
        assert!(!is_beside_negation(marked), "{marked}");
    }
}
