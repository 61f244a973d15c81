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

/// Whether readers are told nothing of words that somebody denies, as they stand between `[` and `]`.
fn is_withheld_as_denied(marked: &str) -> bool {
    let (before, rest) = marked.split_once('[').unwrap();
    let (words, behind) = rest.split_once(']').unwrap();
    let text: Text = [format!("{before}{words}{behind}")].iter().collect();
    let finding = text.locate(&Quote { spans: &[words.to_owned()], ..Quote::default() });
    assert!(!finding.places.is_empty(), "{marked}");
    text.is_withheld(&finding, false)
}

#[test]
fn words_that_nobody_denied_are_not_told_as_denied() {
    for marked in [
        "Ada Low did not deny that [the dam was cracked].",
        "Ada Low has never denied that [the dam was cracked].",
        "Ada Low did not dispute that [the dam was cracked].",
        "[The dam was cracked], which Ada Low did not deny.",
        "Ada Low bestritt nicht, dass [der Damm gebrochen ist].",
        "Ada Low n’a pas démenti que [le barrage soit cassé].",
        "Ada Low no negó que [la presa estaba rota].",
        "Ada Low non ha smentito che [la diga sia rotta].",
        "Ada Low não negou que [a barragem esteja quebrada].",
        "Ада Лоу не отрицала, что [плотина сломана], и это было всё, что он и она знали.",
        "Ada Low ontkende niet dat [de dam gebroken is].",
    ] {
        assert!(is_withheld_as_denied(marked), "{marked}");
    }
    for marked in [
        "Ada Low denied that [the dam was cracked].",
        "Ada Low ruled out that [the dam was cracked].",
        "Ada Low bestritt, dass [der Damm gebrochen ist].",
        "Ada Low did not come. She denied that [the dam was cracked].",
    ] {
        assert!(!is_withheld_as_denied(marked), "{marked}");
    }
}

#[test]
fn a_quotation_that_nobody_said() {
    for marked in [
        "Ada Low never said “[the dam is safe]”.",
        "Ada Low never said: “[The dam is safe].”",
        "Ada Low never said “we know, and [the dam is safe]”.",
        "Ada Low did not say “[the dam is safe]”.",
        "Ada Low denied saying “[the dam is safe]”.",
        "Ada Low denied having said, “[The dam is safe].”",
        "Ada Low never said that the water was “[safe to drink]”.",
        "Ada Low denied that the dam was “[safe and sound]”.",
        "Ada Low rejected claims of “[lying and stealing]”.",
        "“[The dam is safe]” is what Ada Low never said.",
        "“[The dam is safe],” Ada Low did not say on Monday.",
        "If Ada Low said “[the dam is safe]”, she lied.",
        "Ada Low bestritt, „[gelogen und gestohlen]“ zu haben, und das ist nicht alles.",
        "Ada Low hat nie gesagt: „[Wir schließen die Klinik].“",
        "„[Wir schließen]“ habe sie so nie gesagt.",
        "Ada Low n’a jamais dit « [le barrage est sûr] ».",
        "Ada Low nunca dijo «[la presa es segura]».",
        "Ada Low zei nooit ‘[de dam is veilig]’.",
        "ロウ氏は「[ダムは安全だ]」とは言っていない。",
        "洛从没说过“[大坝很安全]”。",
    ] {
        assert!(is_beside_negation(marked), "{marked}");
    }
}

#[test]
fn a_quotation_that_somebody_said() {
    for marked in [
        "Ada Low denied it: “[The dam is safe].”",
        "Ada Low denied the claims, saying “[the dam is safe]”.",
        "Ada Low did not say when. “[The dam is safe],” she said.",
        "“[The dam is safe].” That is not all, said Ada Low.",
        "“[The dam is safe].” She never said why.",
        "“[The dam is safe],” said Ada Low, who did not say why.",
        "“[The dam is safe],” said Ada Low without a smile on her face.",
        "Ada Low, who did not come, said “[the dam is safe]”.",
        "Ada Low did not come and said “[the dam is safe]”.",
        "She said “no” and “[the dam is safe]”.",
        "„[Der Damm ist sicher].“ Zur Sorge besteht kein Anlass.",
        "Sie wies die Vorwürfe als „[haltlos]“ zurück.",
    ] {
        assert!(!is_beside_negation(marked), "{marked}");
    }
}

#[test]
fn denials_are_known_in_all_languages_of_the_cards() {
    for marked in [
        "Ada Low warned against believing that [the dam was cracked].",
        "Ada Low ontkende dat [de dam gebroken is].",
        "Ada Low zei niet dat [de dam gebroken is].",
        "Ada Low zaprzeczyła, że [tama pękła].",
        "Ада Лоу заперечила, що [дамба тріснула].",
        "עדה לואו הכחישה כי [הסכר נסדק].",
        "अदा लो ने इस बात से इनकार किया कि [बाँध टूटा है]।",
        "আদা লো অস্বীকার করেছেন যে [বাঁধ ভেঙেছে]।",
        "ایڈا لو نے تردید کی کہ [ڈیم ٹوٹ گیا ہے]۔",
        "آدا لو تکذیب کرد که [سد شکسته است].",
        "Ada Low membantah bahwa [bendungan itu retak].",
        "ロウ氏は[ダムにひびが入った]ことを否定した。",
        "洛否认[大坝有裂缝]。",
        "洛否認[大壩有裂縫]。",
    ] {
        assert!(is_beside_negation(marked), "{marked}");
        // `check` warns of the same.
        let words = marked.replace(['[', ']'], "");
        let text: Text = [words].iter().collect();
        let quote = marked.split(['[', ']']).nth(1).unwrap().to_owned();
        let finding = text.locate(&Quote { spans: &[quote], ..Quote::default() });
        assert!(text.denial(&finding).is_some(), "{marked}");
    }
}

/// Sentences by which [`quotes::unsaid`] knows that the words between `[` and `]` were not said, so that `check` warns of them.
const UNSAID: &[&str] = &[
    "Tom Berg never said “[the dam is safe]”.",
    "“[The dam is safe]” is what Tom Berg never said.",
    "Tom Berg denied saying “[the dam is safe]”.",
    "Tom Berg refused to say “[the dam is safe]”.",
    "“[The dam is safe],” Tom Berg did not say on Monday.",
    "Jürgen Hallmann bestritt, „[gelogen und gestohlen]“ zu haben.",
    "Jürgen Hallmann sagte nie: „[Wir schließen die Klinik].“",
    "„[Wir schließen die Klinik]“, sagte Jürgen Hallmann nie.",
    "Giulia Rossi non ha mai detto «[l’acqua è sicura per tutti]».",
    "Ines Falk bestritt, „[Wir verkaufen den Hafen]“ gesagt zu haben.",
    "Ines Falk bestreitet, „[Wir verkaufen den Hafen]“ gesagt zu haben.",
    "Ines Falk leugnete, „[Wir verkaufen den Hafen]“ gerufen zu haben.",
    "Ines Falk wies zurück, „[Wir verkaufen den Hafen]“ gesagt zu haben.",
    "“[We will sell the harbour],” Ruth Moss is falsely quoted as saying.",
    "Ruth Moss was misquoted as saying “[we will sell the harbour]”.",
    "Ruth Moss was wrongly quoted as saying: “[We will sell the harbour].”",
    "Never did Ruth Moss say “[we will sell the harbour]”.",
    "At no point has Ruth Moss said: “[We will sell the harbour].”",
    "At no time did Ruth Moss say “[we will sell the harbour]”.",
    "Not once did Ruth Moss say “[we will sell the harbour]”.",
    "Zu keiner Zeit sagte Ines Falk: „[Wir verkaufen den Hafen].“",
    "Nie hat Ines Falk gesagt: „[Wir verkaufen den Hafen].“",
    "Niemals sagte Ines Falk: „[Wir verkaufen den Hafen].“",
    "If Ruth Moss said “[we will sell the harbour]”, she lied.",
    "„[Wir verkaufen den Hafen]“, behauptete Ines Falk angeblich.",
];

#[test]
fn readers_are_told_nothing_of_what_check_knows_was_not_said() {
    for marked in UNSAID {
        assert!(is_beside_negation(marked), "{marked}");
        let (start, end) = (marked.find('[').unwrap(), marked.find(']').unwrap() - 1);
        assert!(quotes::unsaid(&marked.replace(['[', ']'], ""), start..end).is_some(), "{marked}");
    }
}

#[test]
fn may_is_no_not_in_german_and_french() {
    for marked in [
        "„[Wir schließen die Klinik]“, sagte Jürgen Hallmann im Mai.",
        "„[Wir schließen die Klinik]“, sagte Jürgen Hallmann Ende Mai.",
        "« [Nous fermons] », a dit Jean Petit en mai.",
    ] {
        let (start, end) = (marked.find('[').unwrap(), marked.find(']').unwrap() - 1);
        assert_eq!(quotes::unsaid(&marked.replace(['[', ']'], ""), start..end), None, "{marked}");
    }
}

/// Sentences with a condition: the words between `[` and `]` depend on it, and it is left out.
const CONDITIONS: &[&str] = &[
    "“If the filters are changed, [the town will pay],” said Ada Low.",
    "“If the filters are changed, then [the town will pay],” said Ada Low.",
    "“But if the filters are changed, the town [will pay for them],” said Ada Low.",
    "“We know that if the filters are changed, [the town will pay],” said Ada Low.",
    "“Unless the filters are changed, [the town will pay],” said Ada Low.",
    "“[The town will pay] if the filters are changed,” said Ada Low.",
    "“[The town] will pay only if the filters are changed,” said Ada Low.",
    "“[The town will pay], provided that the filters are changed,” said Ada Low.",
    "“Should the filters break, [the town will pay],” said Ada Low.",
    "“It is old. Should filters break, [the town will pay],” said Ada Low.",
    "“But should the filters break, [the town will pay],” said Ada Low.",
    "Ada Low said that should the filters break, [the town will pay].",
    "“[The town will pay] should the filters break,” said Ada Low.",
    "“[The town will pay], should it rain,” said Ada Low.",
    "“Had we changed the filters, [the town would be safe],” said Ada Low.",
    "“Were the filters to break, [the town would pay],” said Ada Low.",
    "“As long as the filters hold, [the town will pay],” said Ada Low.",
    "“[The town will pay] as long as the filters hold,” said Ada Low.",
    "“[The town will pay], on condition that the filters are changed,” said Ada Low.",
    "“On condition that the filters are changed, [the town will pay],” said Ada Low.",
    "„Sollten die Filter brechen, [zahlt die Stadt]“, sagte Ada Low.",
    "„Hätten wir neue Filter, [würde die Stadt zahlen]“, sagte Ada Low.",
    "„Solange die Filter halten, [zahlt die Stadt]“, sagte Ada Low.",
    "„[Die Stadt zahlt], es sei denn, die Filter brechen“, sagte Ada Low.",
    "« S’il pleut, [la ville paiera] », a dit Ada Low.",
    "« C’est bon. Si les filtres cassent, [la ville paiera] », a dit Ada Low.",
    "« [La ville paiera], à condition que les filtres soient changés », a dit Ada Low.",
    "« [La ville paiera], sauf si les filtres cassent », a dit Ada Low.",
    "« [La ville paiera] à moins qu’il pleuve », a dit Ada Low.",
    "«[La ciudad pagará], a menos que llueva», dijo Ada Low.",
    "«[La ciudad pagará] siempre que se cambien los filtros», dijo Ada Low.",
    "«[Il comune pagherà], a meno che non piova», ha detto Ada Low.",
    "„[Miasto zapłaci], chyba że spadnie deszcz”, powiedziała Ada Low.",
    "“Zolang de filters werken, [betaalt de gemeente],” zei Ada Low.",
    "“Mocht het regenen, [dan betaalt de gemeente],” zei Ada Low.",
    "«[Город заплатит] при условии, что фильтры заменят», сказала Ада Лоу.",
    "« Si les filtres cassent, a dit Ada Low, [la ville paiera]. »",
    "« [La ville paiera], a dit Ada Low, si les filtres cassent. »",
    "«Si se rompen los filtros –dijo Ada Low–, [la ciudad pagará]».",
    "«[La ciudad pagará] –dijo Ada Low–, si se rompen los filtros».",
    "«Если фильтры заменят, – сказала Ада Лоу, – [город заплатит]».",
    "«Если фильтры заменят, — сказала Ада Лоу, — [город заплатит]».",
    "If the filters break, Ada Low said, [the town will pay].",
    "“If the filters are changed,” said Ada Low, “then [the town will pay].”",
    "Ada Low said that if the filters are changed, [the town will pay].",
    "“If the filters are changed,” said Ada Low, “[the town will pay].”",
    "“[The town will pay],” said Ada Low, “if the filters are changed.”",
    "“Assuming the filters are changed, [the town will pay],” said Ada Low.",
    "„Wenn die Filter gewechselt werden“, sagte Ada Low, „[zahlt die Stadt].“",
    "„[Die Stadt zahlt]“, sagte Ada Low, „wenn die Filter gewechselt werden.“",
    "„[Die Stadt zahlt], vorausgesetzt, sie wechselt die Filter“, sagte Ada Low.",
    "„Wenn die Filter gewechselt werden, [zahlt die Stadt]“, sagte Ada Low.",
    "„[Die Stadt zahlt], wenn die Filter gewechselt werden“, sagte Ada Low.",
    "„Falls die Filter brechen, [zahlt die Stadt]“, sagte Ada Low.",
    "« Si les filtres sont changés, [la ville paiera] », a dit Ada Low.",
    "« [La ville paiera] si les filtres sont changés », a dit Ada Low.",
    "«Si se cambian los filtros, [la ciudad pagará]», dijo Ada Low.",
    "«Se i filtri vengono cambiati, [il comune pagherà]», ha detto Ada Low.",
    "«[Il comune pagherà] se i filtri vengono cambiati», ha detto Ada Low.",
    "“Se os filtros forem trocados, [a cidade vai pagar]”, disse Ada Low.",
    "“Caso os filtros sejam trocados, [a cidade vai pagar]”, disse Ada Low.",
    "«Если фильтры заменят, [город заплатит]», сказала Ада Лоу.",
    "«[Город заплатит], если фильтры заменят», сказала Ада Лоу.",
    "«Якщо фільтри замінять, [місто заплатить]», сказала Ада Лоу.",
    "„Jeśli filtry zostaną wymienione, [miasto zapłaci]”, powiedziała Ada Low.",
    "„[Miasto zapłaci], jeżeli filtry zostaną wymienione”, powiedziała Ada Low.",
    "“Als de filters worden vervangen, [betaalt de gemeente],” zei Ada Low.",
    "“[De gemeente betaalt], mits de filters worden vervangen,” zei Ada Low.",
    "“Jika filter diganti, [kota akan membayar],” kata Ada Low.",
    "“[Kota akan membayar] kalau filter diganti,” kata Ada Low.",
    "“Eğer filtreler değişirse, [şehir ödeyecek],” dedi Ada Low.",
    "“Filtreler yapılırsa, [şehir ödeyecek],” dedi Ada Low.",
    "“Filtreler değiştirilirse [şehir ödeyecek],” dedi Ada Low.",
    "«إذا تم تغيير المرشحات، [ستدفع المدينة]»، قالت آدا لو.",
    "«اگر فیلترها عوض شوند، [شهر پرداخت می‌کند]».",
    "\"אם המסננים יוחלפו, [העירייה תשלם]\", אמרה עדה לואו.",
    "“अगर फ़िल्टर बदले गए, तो [शहर भुगतान करेगा],” अदा लो ने कहा।",
    "“यदि फ़िल्टर बदले गए तो [शहर भुगतान करेगा],” अदा लो ने कहा।",
    "“যদি ফিল্টার বদলানো হয়, তাহলে [শহর টাকা দেবে],” বললেন আদা লো।",
    "“اگر فلٹر بدلے گئے تو [شہر ادائیگی کرے گا]“، ایڈا لو نے کہا۔",
    "「フィルターを交換すれば、[市が支払う]」とロウ氏は述べた。",
    "「もし交換したら、[市が支払う]」とロウ氏は述べた。",
    "“如果更换过滤器，[市政府将付款]，”洛说。",
    "「除非更換濾網，[市政府將付款]。」洛說。",
    "“Until the filters are changed, [nobody may drink],” said Ada Low.",
    "“[We will not reopen] until the filters are changed,” said Ada Low.",
    "Ada Low said [the mill would stay shut] until the dam was mended.",
    "“[The town would pay] were it to rain,” said Ada Low.",
    "“[The town would pay] had he asked,” said Ada Low.",
    "“Suppose the filters break, [the town will pay],” said Ada Low.",
    "“In case the filters break, [the town will pay],” said Ada Low.",
    "“[The town will pay], providing the filters hold,” said Ada Low.",
    "“If we see that the filters break, [the town will pay],” said Ada Low.",
    "„Wenn sich zeigt, dass die Filter brechen, [zahlt die Stadt]“, sagte Ada Low.",
    "„Unter der Bedingung, dass die Filter halten, [zahlt die Stadt]“, sagte Ada Low.",
    "« Pourvu que les filtres tiennent, [la ville paiera] », a dit Ada Low.",
    "« À condition de garder les filtres, [la ville paiera] », a dit Ada Low.",
    "« [La ville paiera] tant que les filtres tiendront », a dit Ada Low.",
    "« Tant qu’ils tiennent, [la ville paiera] », a dit Ada Low.",
    "« [La ville paiera] en cas de pluie », a dit Ada Low.",
    "« [La ville paiera] seulement si les filtres tiennent », a dit Ada Low.",
    "«Siempre y cuando se cambien los filtros, [la ciudad pagará]», dijo Ada Low.",
    "«[La ciudad pagará] a condición de que llueva», dijo Ada Low.",
    "«[La ciudad pagará] en caso de que llueva», dijo Ada Low.",
    "«[La ciudad pagará] hasta que llueva», dijo Ada Low.",
    "“[A cidade vai pagar], contanto que chova”, disse Ada Low.",
    "“A não ser que chova, [a cidade vai pagar]”, disse Ada Low.",
    "“[A cidade vai pagar] só se chover”, disse Ada Low.",
    "«A patto che i filtri tengano, [il comune pagherà]», ha detto Ada Low.",
    "«[Il comune pagherà] a condizione che i filtri tengano», ha detto Ada Low.",
    "«[Il comune pagherà] solo se i filtri tengono», ha detto Ada Low.",
    "«In caso di pioggia, [il comune pagherà]», ha detto Ada Low.",
    "«[Il comune pagherà] finché i filtri tengono», ha detto Ada Low.",
    "“[De gemeente betaalt], op voorwaarde dat de filters werken,” zei Ada Low.",
    "„[Miasto zapłaci], pod warunkiem, że filtry wytrzymają”, powiedziała Ada Low.",
    "„Dopóki filtry trzymają, [miasto płaci]”, powiedziała Ada Low.",
    "«При условии, что фильтры заменят, [город заплатит]», сказала Ада Лоу.",
    "«[Город заплатит], пока фильтры работают», сказала Ада Лоу.",
    "«В случае дождя [город заплатит]», сказала Ада Лоу.",
    "«За умови, що фільтри замінять, [місто заплатить]», сказала Ада Лоу.",
    "«[Місто заплатить], поки фільтри працюють», сказала Ада Лоу.",
    "“Filtrelerin değişmesi şartıyla [şehir ödeyecek],” dedi Ada Low.",
    "“Filtreler bozulduğu takdirde [şehir ödeyecek],” dedi Ada Low.",
    "“Yağmur yağması halinde [şehir ödeyecek],” dedi Ada Low.",
    "“[Kota akan membayar] asalkan filter diganti,” kata Ada Low.",
    "«[ستدفع المدينة] بشرط تغيير المرشحات»، قالت آدا لو.",
    "«في حال تعطل المرشحات، [ستدفع المدينة]»، قالت آدا لو.",
    "«لو تعطلت المرشحات، [لدفعت المدينة]»، قالت آدا.",
    "«در صورتی که فیلترها خراب شوند، [شهر پرداخت می‌کند]».",
    "“[شہر ادائیگی کرے گا] بشرطیکہ فلٹر بدلے جائیں“، ایڈا لو نے کہا۔",
    "\"בתנאי שהמסננים יוחלפו, [העירייה תשלם]\", אמרה עדה לואו.",
    "“बशर्ते फ़िल्टर बदले जाएँ, [शहर भुगतान करेगा],” अदा लो ने कहा।",
    "“ফিল্টার বদলানোর শর্তে [শহর টাকা দেবে],” বললেন আদা লো।",
];

/// Sentences that tell no condition of the words between `[` and `]`.
const UNCONDITIONAL: &[&str] = &[
    "“[If the filters are changed, the town will pay],” said Ada Low.",
    "“Even if the filters break, [the town will pay],” said Ada Low.",
    "Asked if the town would pay, Ada Low said [the county will pay].",
    "“[The town will pay] even if the filters break,” said Ada Low.",
    "“[The town will pay], even if the filters break,” said Ada Low.",
    "“Although the filters break, [the town will pay],” said Ada Low.",
    "“The town knows, [the county will pay],” said Ada Low.",
    "“We stay if it rains, and [the town will pay],” said Ada Low.",
    "“We stay if it rains, [and the town will pay],” said Ada Low.",
    "“We stay if it rains. [The town will pay],” said Ada Low.",
    "“If it rains, we stay,” said Ada Low. “[The town will pay].”",
    "“If it rains, we stay,” said Ada Low, “[and the town will pay].”",
    "“[The town will pay],” said Ada Low, “even if the filters break.”",
    "“Even if the filters break,” said Ada Low, “[the town will pay].”",
    "“[The town will pay],” said Ada Low. “If it rains, we stay.”",
    "“We stay if it rains,” Ada Low said, explaining [why the town pays].",
    "“We stay if it rains”, Ada Low said, explaining [why the town pays].",
    "The town, Ada Low said, should [pay for the filters].",
    "“The town should, the mayor said, [pay for the filters],” said Ada Low.",
    "“[The town] should pay for the filters,” said Ada Low.",
    "“[The town should pay], and so should the county,” said Ada Low.",
    "“[The town should pay], as should the county,” said Ada Low.",
    "“Should the county pay? [The town will pay],” said Ada Low.",
    "“The county had a plan, [the town will pay],” said Ada Low.",
    "“It will take as long as ten years, [the town will pay],” said Ada Low.",
    "“[The town will pay],” an official said on condition of anonymity.",
    "“We provided the water, [the town will pay],” said Ada Low.",
    "„Die Stadt sollte warten, [der Kreis zahlt]“, sagte Ada Low.",
    "« La condition des filtres est bonne, [la ville paiera] », a dit Ada Low.",
    "« Nous avons changé les filtres, a dit Ada Low, [la ville paiera]. »",
    "« Si les filtres cassent, nous restons, a dit Ada Low, [et la ville paiera]. »",
    "« [La ville paiera], a dit Ada Low, même si les filtres cassent. »",
    "«Cambiamos los filtros –dijo Ada Low–, [la ciudad pagará]».",
    "«Фильтры заменили, – сказала Ада Лоу, – [город заплатит]».",
    "Die Stadt, so Ada Low, sollte „[die Filter bezahlen]“ und das Wasser.",
    "“The falls are high, [the town will pay],” said Ada Low.",
    "Of course, [the town will pay], said Ada Low.",
    "„Auch wenn die Filter brechen, [zahlt die Stadt]“, sagte Ada Low.",
    "„[Die Stadt zahlt], selbst wenn die Filter brechen“, sagte Ada Low.",
    "„Als der Damm brach und das Wasser kam, [zahlte die Stadt]“, sagte Ada Low.",
    "« Même si les filtres cassent, [la ville paiera] », a dit Ada Low.",
    "« [La ville paiera] même si les filtres cassent », a dit Ada Low.",
    "«Aunque se rompan los filtros, [la ciudad pagará]», dijo Ada Low.",
    "«Incluso si se rompen los filtros, [la ciudad pagará]», dijo Ada Low.",
    "«Se vendió el agua, [la ciudad pagará]», dijo Ada Low.",
    "«Si tratta di una cosa che va, [il comune pagherà]», ha detto Ada Low.",
    "«Anche se i filtri si rompono, [il comune pagherà]», ha detto Ada Low.",
    "“Mesmo se os filtros quebrarem, [a cidade vai pagar]”, disse Ada Low.",
    "“A cidade se prepara, [o governo vai pagar]”, disse Ada Low.",
    "«Даже если фильтры сломаются, [город заплатит]», сказала Ада Лоу.",
    "«[Город заплатит], даже если фильтры сломаются», сказала Ада Лоу.",
    "«Навіть якщо фільтри зламаються, [місто заплатить]», сказала Ада Лоу.",
    "„Nawet jeśli filtry się zepsują, [miasto zapłaci]”, powiedziała Ada Low.",
    "“Zelfs als de filters breken, [betaalt de gemeente],” zei Ada Low.",
    "“Bahkan jika filter rusak, [kota akan membayar],” kata Ada Low.",
    "«حتى لو تعطلت المرشحات، [ستدفع المدينة]»، قالت آدا لو.",
    "«حتی اگر فیلترها خراب شوند، [شهر پرداخت می‌کند]».",
    "\"גם אם המסננים יתקלקלו, [העירייה תשלם]\", אמרה עדה לואו.",
    "“即使过滤器坏了，[市政府将付款]，”洛说。",
    "「フィルターが壊れても、[市が支払う]」とロウ氏は述べた。",
    "“फ़िल्टर बदले गए, [शहर भुगतान करेगा],” अदा लो ने कहा।",
    "“[The town] had a plan,” said Ada Low.",
    "“This is a case in point: [the town will pay],” said Ada Low.",
    "“It rained until noon, and [the town will pay],” said Ada Low.",
    "„Ich weiß, dass es regnet, [der Kreis zahlt]“, sagte Ada Low.",
    "« En tant que maire, [je paierai] », a dit Ada Low.",
    "« [La ville paiera] plus que le comté », a dit Ada Low.",
    "« S’il vous plaît, [la ville paiera] », a dit Ada Low.",
    "« [Payez la ville], s’il te plaît », a dit Ada Low.",
    "«Siempre pagamos, [la ciudad pagará]», dijo Ada Low.",
    "«[La ciudad pagará] en casa», dijo Ada Low.",
    "«Il patto di stabilità tiene, [il comune pagherà]», ha detto Ada Low.",
    "“[De gemeente betaalt] in de stad,” zei Ada Low.",
    "«Это тот случай, [город заплатит]», сказала Ада Лоу.",
    "«على كل حال، [ستدفع المدينة]»، قالت آدا لو.",
    "قالت آدا لو إن [المدينة ستدفع].",
    "قالت آدا لو: «[ستدفع المدينة]».",
    "「さようなら、[市が支払う]」とロウ氏は述べた。",
    "「もしもし、[市が支払う]」とロウ氏は述べた。",
    "「少なくとも[市が支払う]」とロウ氏は述べた。",
];

/// Whether `check` warns of a condition of the words between `[` and `]`.
fn is_conditional(marked: &str) -> bool {
    let quote = marked.split(['[', ']']).nth(1).unwrap().to_owned();
    let text: Text = [marked.replace(['[', ']'], "")].iter().collect();
    text.condition(&text.find(&Quote { spans: &[quote], ..Quote::default() })).is_some()
}

#[test]
fn words_without_their_condition() {
    let told: Vec<_> = CONDITIONS.iter().filter(|marked| !is_beside_negation(marked)).collect();
    assert!(told.is_empty(), "{told:#?}");
    // `check` warns of the same.
    let unwarned: Vec<_> = CONDITIONS.iter().filter(|marked| !is_conditional(marked)).collect();
    assert!(unwarned.is_empty(), "{unwarned:#?}");
}

#[test]
fn words_beside_a_concession_or_a_condition_of_others() {
    let untold: Vec<_> = UNCONDITIONAL.iter().filter(|marked| is_beside_negation(marked)).collect();
    assert!(untold.is_empty(), "{untold:#?}");
    let warned: Vec<_> = UNCONDITIONAL.iter().filter(|marked| is_conditional(marked)).collect();
    assert!(warned.is_empty(), "{warned:#?}");
}

/// Sentences that deny the words between `[` and `]` before the narrator's words.
const DENIED_ACROSS: &[&str] = &[
    "“I do not believe,” she said, “that [the water is safe].”",
    "“I do not believe,” she said, “that the water [is safe].”",
    "“It is a lie,” said Ada Low, “that [the water is safe].”",
    "“We never claimed,” said Ada Low, “[that the water is safe].”",
    "„Ich glaube nicht“, sagte Ada Low, „dass [das Wasser sicher ist].“",
    "« Je ne crois pas, a dit Ada Low, que [l’eau soit potable]. »",
    "« Je ne crois pas », a dit Ada Low, « que [l’eau soit potable]. »",
    "«No creo –dijo Ada Low– que [el agua sea segura]».",
    "«Non credo», ha detto Ada Low, «che [l’acqua sia sicura]».",
    "«Я не думаю, – сказала Ада Лоу, – что [вода безопасна]».",
    "“Ik geloof niet,” zei Ada Low, “dat [het water veilig is].”",
];

/// Sentences with a “not” before the narrator's words that denies nothing of the words between `[` and `]`.
const NOT_DENIED_ACROSS: &[&str] = &[
    "“I believe,” she said, “that [the water is safe].”",
    "“We do not lie,” she said, “[the water is safe].”",
    "“We do not lie,” she said. “I believe that [the water is safe].”",
    "“It is a lie,” said Ada Low, “and [the water is safe].”",
    "“I do not believe,” she said, “that the dam is safe, but [the water is safe].”",
    "„Wir lügen nicht“, sagte Ada Low, „[das Wasser ist sicher].“",
    "« Je crois, a dit Ada Low, que [l’eau est potable]. »",
    "« Nous ne mentons pas, a dit Ada Low, [l’eau est potable]. »",
    "«Creo –dijo Ada Low– que [el agua es segura]».",
    "«Я думаю, – сказала Ада Лоу, – что [вода безопасна]».",
];

#[test]
fn what_is_denied_before_the_words_of_the_narrator() {
    let told: Vec<_> = DENIED_ACROSS.iter().filter(|marked| !is_beside_negation(marked)).collect();
    assert!(told.is_empty(), "{told:#?}");
    let unwarned: Vec<_> = DENIED_ACROSS.iter().filter(|marked| !is_cut_or_denied(marked)).collect();
    assert!(unwarned.is_empty(), "{unwarned:#?}");
}

#[test]
fn what_is_not_denied_before_the_words_of_the_narrator() {
    let untold: Vec<_> = NOT_DENIED_ACROSS.iter().filter(|marked| is_beside_negation(marked)).collect();
    assert!(untold.is_empty(), "{untold:#?}");
    let warned: Vec<_> = NOT_DENIED_ACROSS.iter().filter(|marked| is_cut_or_denied(marked)).collect();
    assert!(warned.is_empty(), "{warned:#?}");
}

/// Sentences that call in question the words between `[` and `]`.
const DOUBTED: &[&str] = &[
    "«Dudo que [el agua sea segura para la gente]», dijo Ada Low.",
    "«Dudamos de que [el agua sea segura]», dijo Ada Low.",
    "Ada Low dudó que [el agua sea segura].",
    "Ada Low duda que [el agua sea segura].",
    "«Es mentira que [el agua sea segura]», dijo Ada Low.",
    "«Es falso que [el agua sea segura]», dijo Ada Low.",
    "«Es imposible que [el agua sea segura]», dijo Ada Low.",
    "«Dubito che [l'acqua sia sicura]», ha detto Ada Low.",
    "Ada Low dubita che [l'acqua sia sicura].",
    "«È una bugia che [l'acqua sia sicura]», ha detto Ada Low.",
    "«È falso che [l'acqua sia sicura]», ha detto Ada Low.",
    "“Duvido que [a água seja segura]”, disse Ada Low.",
    "Ada Low duvida que [a água seja segura].",
    "Ada Low duvidou que [a água seja segura].",
    "“É mentira que [a água seja segura]”, disse Ada Low.",
    "“É falso que [a água seja segura]”, disse Ada Low.",
    "«Сомневаюсь, что [вода безопасна]», сказала она.",
    "Ада Лоу сомневается, что [вода безопасна].",
    "«Это ложь, что [вода безопасна]», сказала она.",
    "«Неправда, что [вода безопасна]», сказала она.",
    "«Сумніваюся, що [вода безпечна]», сказала вона.",
    "«Це брехня, що [вода безпечна]», сказала вона.",
    "„Wątpię, że [woda jest bezpieczna]”, powiedziała Ada Low.",
    "„To kłamstwo, że [woda jest bezpieczna]”, powiedziała Ada Low.",
    "„To nieprawda, że [woda jest bezpieczna]”, powiedziała Ada Low.",
    "“Jangan [minum air ini],” kata Ada Low.",
    "“Jangan percaya bahwa [air itu aman],” kata Ada Low.",
    "“Saya ragu bahwa [air itu aman],” kata Ada Low.",
    "“Bohong bahwa [air itu aman],” kata Ada Low.",
    "„Es ist eine Lüge, dass [das Wasser sicher ist]“, sagte Ada Low.",
    "„Die Lüge, dass [das Wasser sicher ist], ist alt“, sagte Ada Low.",
    "„Das Märchen, dass [das Wasser sicher ist], ist alt“, sagte Ada Low.",
    "„Der Irrglaube, dass [das Wasser sicher ist], ist alt“, sagte Ada Low.",
    "„Ich zweifle daran, dass [das Wasser sicher ist]“, sagte Ada Low.",
    "« C'est un mensonge que [l'eau est potable] », a dit Ada Low.",
    "« Il est faux que [l'eau est potable] », a dit Ada Low.",
    "« Je doute que [l'eau soit potable] », a dit Ada Low.",
    "“Ik betwijfel of [het water veilig is],” zei Ada Low.",
    "“Het is een leugen dat [het water veilig is],” zei Ada Low.",
    "“Het is onwaar dat [het water veilig is],” zei Ada Low.",
    "“[Suyun güvenli olduğundan] şüpheliyim,” dedi Ada Low.",
    "“[Suyun güvenli olduğu] yalan,” dedi Ada Low.",
    "«أشك في أن [الماء آمن]»، قالت آدا.",
    "«كذبة أن [الماء آمن]»، قالت آدا.",
    "«دروغ است که [آب سالم است]».",
    "«شک دارم که [آب سالم است]».",
    "\"אני מפקפקת ש [המים בטוחים]\", אמרה.",
    "“यह झूठ है कि [पानी सुरक्षित है],” अदा लो ने कहा।",
    "“मुझे शक है कि [पानी सुरक्षित है],” अदा लो ने कहा।",
    "“এটা মিথ্যা যে [জল নিরাপদ],” বললেন আদা লো।",
    "“یہ جھوٹ ہے کہ [پانی محفوظ ہے]“۔",
    "「[水は安全だ]というのは嘘だ」とロウ氏は述べた。",
    "“我怀疑[水是安全的]，”洛说。",
    "“说[水是安全的]是谎言，”洛说。",
    "「說[水是安全的]是謊言。」",
    "It is a myth that [the water is safe], she said.",
    "The lie that [the water is safe] is old, she said.",
    "“It is a hoax that [the water is safe],” she said.",
    "“It is nonsense that [the water is safe],” said Ada Low.",
    "“The idea that [the water is safe] is absurd,” said Ada Low.",
    "Claims that [the water is safe] are baseless, said Ada Low.",
    "Tom Berg lied that [the water was safe], said Ada Low.",
    "“He wrongly believes that [the water is safe],” said Ada Low.",
    "„Das ist Unsinn, dass [das Wasser sicher ist]“, sagte Ada Low.",
    "Tom Berg glaubt fälschlich, dass [das Wasser sicher ist].",
    "„Wątpię, czy [woda jest bezpieczna]”, powiedziała Ada Low.",
    "« L'idée que [l'eau est potable] est absurde », a dit Ada Low.",
    "«La idea de que [el agua es segura] es absurda», dijo Ada Low.",
    "«È assurdo che [l'acqua sia sicura]», ha detto Ada Low.",
    "“É absurdo que [a água seja segura]”, disse Ada Low.",
    "“De bewering dat [het water veilig is] is onzin,” zei Ada Low.",
];

/// Sentences that are sure of the words between `[` and `]`, although they have a word for doubt, or a “not”.
const SURE: &[&str] = &[
    "«Sin duda [el agua es segura]», dijo Ada Low.",
    "«Senza dubbio [l'acqua è sicura]», ha detto Ada Low.",
    "“Sem dúvida [a água é segura]”, disse Ada Low.",
    "„Ohne Zweifel [ist das Wasser sicher]“, sagte Ada Low.",
    "“No doubt [the water is safe],” said Ada Low.",
    "“There is no doubt that [the water is safe],” said Ada Low.",
    "“Ada Low did not hesitate to say that [the water is safe].",
    "Ada Low did not hesitate to say [the water is safe].",
    "Ada Low never fails to say that [the water is safe].",
    "Ada Low did not forget to say that [the water is safe].",
    "Es besteht kein Zweifel, dass [das Wasser sicher ist], sagte Ada Low.",
    "« Il n'y a pas de doute que [l'eau est potable] », a dit Ada Low.",
    "«No hay duda de que [el agua es segura]», dijo Ada Low.",
    "«Без сомнения, [вода безопасна]», сказала она.",
    "«Нет сомнений, что [вода безопасна]», сказала она.",
    "No wonder [the water is safe], said Ada Low.",
    "It is no secret that [the water is safe], said Ada Low.",
    "Ada Low was not surprised that [the water is safe].",
    "“The rumour was absurd. [The water is safe],” said Ada Low.",
    "“[The water is safe] and it is absurd to close it,” said Ada Low.",
    "“They lied, and [the water is safe],” said Ada Low.",
    "„Das ist Unsinn: [Das Wasser ist sicher]“, sagte Ada Low.",
];

/// Whether `check` warns of a “not”, a doubt or a denial beside the words between `[` and `]`.
fn is_cut_or_denied(marked: &str) -> bool {
    let quote = marked.split(['[', ']']).nth(1).unwrap().to_owned();
    let text: Text = [marked.replace(['[', ']'], "")].iter().collect();
    let finding = text.find(&Quote { spans: &[quote], ..Quote::default() });
    text.cut(&finding).is_some() || text.denial(&finding).is_some()
}

#[test]
fn words_that_somebody_doubts_or_calls_a_lie() {
    let told: Vec<_> = DOUBTED.iter().filter(|marked| !is_beside_negation(marked)).collect();
    assert!(told.is_empty(), "{told:#?}");
    let unwarned: Vec<_> = DOUBTED.iter().filter(|marked| !is_cut_or_denied(marked)).collect();
    assert!(unwarned.is_empty(), "{unwarned:#?}");
}

#[test]
fn words_that_nobody_doubts() {
    let untold: Vec<_> = SURE.iter().filter(|marked| is_beside_negation(marked)).collect();
    assert!(untold.is_empty(), "{untold:#?}");
    let warned: Vec<_> = SURE.iter().filter(|marked| is_cut_or_denied(marked)).collect();
    assert!(warned.is_empty(), "{warned:#?}");
}

#[test]
fn words_of_a_japanese_question() {
    for marked in [
        "「[水は安全です]か。」とロウ氏は述べた。",
        "「[水は安全です]か」とロウ氏は聞いた。",
        "ロウ氏は[水は安全]かと聞いた。",
        "[水は安全]かもしれない。",
    ] {
        assert!(is_beside_negation(marked) && is_cut_or_denied(marked), "{marked}");
    }
    let because = "「[水は安全だ]から飲める」とロウ氏は述べた。";
    assert!(!is_beside_negation(because) && !is_cut_or_denied(because));
}

/// Sentences that take the quotation between `[` and `]` back, in the further languages of the cards, or say that it is made up.
const TAKEN_BACK: &[&str] = &[
    "Ada Low zei nooit “[wij sluiten de kliniek]”.",
    "Ada Low heeft nooit gezegd: “[Wij sluiten de kliniek].”",
    "Ada Low ontkende te hebben gezegd: “[Wij sluiten de kliniek].”",
    "Ada Low ontkende dat ze “[wij sluiten de kliniek]” had gezegd.",
    "“[Wij sluiten de kliniek]”, heeft Ada Low nooit gezegd.",
    "Het citaat “[wij sluiten de kliniek]” is verzonnen.",
    "Ada Low nigdy nie powiedziała: „[Zamykamy klinikę]”.",
    "Ada Low zaprzeczyła, że powiedziała „[zamykamy klinikę]”.",
    "Ada Low zaprzecza, jakoby powiedziała: „[Zamykamy klinikę]”.",
    "„[Zamykamy klinikę]” — tego Ada Low nigdy nie powiedziała.",
    "Cytat „[zamykamy klinikę]” został zmyślony.",
    "Ада Лоу ніколи не казала: «[Ми закриваємо клініку]».",
    "Ада Лоу не говорила «[ми закриваємо клініку]».",
    "Ада Лоу заперечила, що сказала «[ми закриваємо клініку]».",
    "Цитата «[ми закриваємо клініку]» вигадана.",
    "Ада Лоу никогда не говорила: «[Мы закрываем клинику]».",
    "Ада Лоу отрицает, что сказала «[мы закрываем клинику]».",
    "Ада Лоу отрицала, что говорила: «[Мы закрываем клинику]».",
    "Цитата «[мы закрываем клинику]» выдумана.",
    "Слова «[мы закрываем клинику]» были вымышлены.",
    "Ada Low hiçbir zaman “[kliniği kapatıyoruz]” demedi.",
    "Ada Low “[kliniği kapatıyoruz]” dediğini yalanladı.",
    "Ada Low “[kliniği kapatıyoruz]” dediğini reddetti.",
    "Ada Low “[kliniği kapatıyoruz]” demediğini söyledi.",
    "“[Kliniği kapatıyoruz]” sözü uydurma.",
    "আদা লো কখনও বলেননি, “[আমরা হাসপাতাল বন্ধ করছি]”।",
    "আদা লো “[আমরা হাসপাতাল বন্ধ করছি]” বলার কথা অস্বীকার করেছেন।",
    "আদা লো “[আমরা হাসপাতাল বন্ধ করছি]” বলেননি।",
    "The quote “[we will sell the harbour]” was invented.",
    "The quote “[we will sell the harbour]” was fabricated.",
    "The fabricated quote “[we will sell the harbour]” went around.",
    "The quote “[we will sell the harbour]” is fake.",
    "“[We will sell the harbour]” is a fabricated quote.",
    "Das Zitat „[Wir verkaufen den Hafen]“ ist frei erfunden.",
    "Das erfundene Zitat „[Wir verkaufen den Hafen]“ machte die Runde.",
    "La citation « [nous vendons le port] » est inventée.",
    "La cita «[vendemos el puerto]» es inventada.",
    "La citazione «[vendiamo il porto]» è inventata.",
    "A citação “[vendemos o porto]” foi inventada.",
    "“[We will sell the harbour]” is a misquote.",
    "“[We will sell the harbour]” are not Ruth Moss’s words.",
    "“[We will sell the harbour]” are not the words of Ruth Moss.",
    "“[We will sell the harbour]” was made up by a reporter.",
    "The made-up quote “[we will sell the harbour]” went around.",
    "“[We will sell the harbour]” does not come from Ruth Moss.",
    "“[We will sell the harbour]” is misattributed to Ruth Moss.",
    "« [Nous vendons le port] » n'est pas une citation de Mme Low.",
];

/// Sentences in which somebody says the quotation between `[` and `]`.
const SAID: &[&str] = &[
    "Ada Low zei: “[Wij sluiten de kliniek].”",
    "Ada Low ontkende dat. “[Wij sluiten de kliniek]”, zei ze.",
    "“[Wij sluiten de kliniek]”, zei Ada Low.",
    "Ada Low kwam niet. Ze zei: “[Wij sluiten de kliniek].”",
    "Ada Low powiedziała: „[Zamykamy klinikę]”.",
    "„[Zamykamy klinikę]”, powiedziała Ada Low.",
    "Ада Лоу сказала: «[Ми закриваємо клініку]».",
    "«[Ми закриваємо клініку]», — сказала Ада Лоу.",
    "Ада Лоу не прийшла. Вона сказала: «[Ми закриваємо клініку]».",
    "Ада Лоу сказала: «[Мы закрываем клинику]».",
    "«[Мы закрываем клинику]», — сказала Ада Лоу.",
    "Ada Low “[kliniği kapatıyoruz]” dedi.",
    "“[Kliniği kapatıyoruz],” dedi Ada Low.",
    "আদা লো বলেছেন, “[আমরা হাসপাতাল বন্ধ করছি]”।",
    "Ada Low invented the machine. “[We will sell the harbour],” she said.",
    "“[We invented the harbour],” said Ada Low.",
    "“[We will sell the harbour],” said Ada Low, who invented the machine.",
    "The pump was invented by Ada Low: “[We will sell the harbour].”",
    "She made up her mind: “[We will sell the harbour].”",
    "“[We will sell the harbour],” said Ada Low, whose crew is made up of sailors.",
];

/// Whether `check` knows that the quotation between `[` and `]` is taken back.
fn is_taken_back(marked: &str) -> bool {
    let (start, end) = (marked.find('[').unwrap(), marked.find(']').unwrap() - 1);
    let words = marked.replace(['[', ']'], "");
    let text: Text = [&words].into_iter().collect();
    let [start, end] = [start, end].map(|byte| quotes::Position { paragraph: 0, byte });
    let cut = text.taken_back(quotes::Passage { start, end });
    let left_out = cut.map(|cut| cut.left_out);
    assert!(left_out.is_none_or(|left_out| left_out.end <= start || left_out.start >= end), "{marked}");
    left_out.is_some() || quotes::unsaid(&words, start.byte..end.byte).is_some()
}

#[test]
fn quotations_that_the_article_takes_back_in_all_languages_of_the_cards() {
    let told: Vec<_> = TAKEN_BACK.iter().filter(|marked| !is_beside_negation(marked)).collect();
    assert!(told.is_empty(), "{told:#?}");
    let unwarned: Vec<_> = TAKEN_BACK.iter().filter(|marked| !is_taken_back(marked)).collect();
    assert!(unwarned.is_empty(), "{unwarned:#?}");
}

#[test]
fn quotations_that_somebody_says_in_all_languages_of_the_cards() {
    let untold: Vec<_> = SAID.iter().filter(|marked| is_beside_negation(marked)).collect();
    assert!(untold.is_empty(), "{untold:#?}");
    let warned: Vec<_> = SAID.iter().filter(|marked| is_taken_back(marked)).collect();
    assert!(warned.is_empty(), "{warned:#?}");
}

#[test]
fn words_with_a_letter_that_may_be_written_otherwise_are_known_in_both_spellings() {
    for excluded in ["ausschließen", "ausschliessen"] {
        assert!(is_beside_negation(&format!("Ada Low kann {excluded}, dass [der Damm gebrochen ist].")));
    }
}
