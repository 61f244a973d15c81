//! A draft never tells what is not so: nobody says what was not said, or somebody else's words.

use draft::{Article, Kind, Sureness};

/// Something said, as in the tests below: the words, and who says them.
type Said<'a> = (Vec<&'a str>, Option<&'a str>);

fn drafted<'a>(language: &'a str, paragraphs: &'a [&'a str]) -> Vec<(Said<'a>, Kind, Sureness)> {
    let input = Article { paragraphs, language: Some(language) };
    let said = |attribution: &draft::Attribution| {
        let words = attribution.spans.iter().map(|span| input.text(*span)).collect();
        let speaker = attribution.speaker.map(|speaker| input.text(speaker.name));
        ((words, speaker), attribution.kind, attribution.sureness)
    };
    draft::draft(&input).iter().map(said).collect()
}

#[track_caller]
fn says(language: &str, paragraphs: &[&str], expected: &[(&[&str], Option<&str>)]) {
    let all: Vec<Said> = drafted(language, paragraphs).into_iter().map(|(said, ..)| said).collect();
    let expected: Vec<Said> = expected.iter().map(|(words, speaker)| (words.to_vec(), *speaker)).collect();
    assert_eq!(all, expected, "{paragraphs:?}");
}

#[track_caller]
fn role(language: &str, paragraph: &str, expected: Option<&str>) {
    let input = Article { paragraphs: &[paragraph], language: Some(language) };
    let all = draft::draft(&input);
    let role = all.last().and_then(|last| last.speaker).expect("somebody speaks").role;
    assert_eq!(role.map(|role| input.text(role)), expected, "{paragraph}");
}

#[track_caller]
fn nobody_says_anything(language: &str, sentences: &[&str]) {
    for sentence in sentences {
        says(language, &[sentence], &[]);
    }
}

#[test]
fn a_quotation_behind_a_denial_stands_for_itself() {
    for (language, paragraph, denied, quoted) in [
        (
            "en",
            "Otto Hale denied that the lock was shut: “It opens at noon.”",
            "the lock was shut",
            "It opens at noon.",
        ),
        ("en", "Otto Hale rejected reports that the lock was shut: “It is open.”", "the lock was shut", "It is open."),
        (
            "de",
            "Otto Hahl bestritt, dass die Schleuse zu sei: „Sie ist offen.“",
            "die Schleuse zu sei",
            "Sie ist offen.",
        ),
        (
            "de",
            "Otto Hahl wies zurück, dass die Schleuse zu sei: „Sie ist offen.“",
            "die Schleuse zu sei",
            "Sie ist offen.",
        ),
    ] {
        let speaker = Some(if language == "en" { "Otto Hale" } else { "Otto Hahl" });
        says(language, &[paragraph], &[(&[denied], speaker), (&[quoted], speaker)]);
    }
}

#[test]
fn what_might_be_said_is_not_said() {
    nobody_says_anything(
        "en",
        &[
            "Otto Hale might say that the lock is shut.",
            "Otto Hale could have said that the lock is shut.",
            "Otto Hale should have said that the lock is shut.",
            "Otto Hale will say that the lock is shut.",
            "Otto Hale wants to say that the lock is shut.",
            "Boatmen would say that the lock is shut.",
            "“The lock is shut for good,” Otto Hale might have said, but he was silent.",
        ],
    );
    nobody_says_anything(
        "de",
        &[
            "Otto Hahl könnte sagen, dass die Schleuse zu ist.",
            "Otto Hahl will morgen sagen, dass die Schleuse zu ist.",
            "Otto Hahl hätte sagen sollen, dass die Schleuse zu ist.",
        ],
    );
}

#[test]
fn a_name_that_looks_like_such_a_verb_speaks() {
    says("de", &["Will Grant sagte, die Schleuse sei zu."], &[(&["die Schleuse sei zu"], Some("Will Grant"))]);
    says("en", &["Otto Hale would only say that the lock was shut."], &[(&["the lock was shut"], Some("Otto Hale"))]);
}

#[test]
fn what_was_said_later_has_a_note() {
    let all = drafted("en", &["“I never saw the lock,” Otto Hale would later tell the court."]);
    assert_eq!(all, [((vec!["I never saw the lock"], Some("Otto Hale")), Kind::Quoted, Sureness::Inferred)]);
}

#[test]
fn a_condition_is_not_said() {
    says(
        "en",
        &["If Otto Hale says that the lock is shut, he is lying, Ida Bell said."],
        &[(&["If Otto Hale says that the lock is shut, he is lying"], Some("Ida Bell"))],
    );
    nobody_says_anything(
        "en",
        &[
            "When Otto Hale says that the lock is shut, nobody listens.",
            "When Otto Hale said that the lock was shut, the boatmen laughed.",
            "Had Otto Hale said that the lock was shut, the boats would have turned.",
            "Did Otto Hale say that the lock is shut?",
        ],
    );
    nobody_says_anything("de", &["Hätte Otto Hahl gesagt, dass die Schleuse zu ist, wären die Boote umgekehrt."]);
    nobody_says_anything("fr", &["Si Otto Hallier dit que l’écluse est fermée, il ment."]);
    nobody_says_anything("es", &["Si Otto Hallar dice que la esclusa está cerrada, miente."]);
}

#[test]
fn what_is_untrue_is_not_said() {
    nobody_says_anything(
        "en",
        &[
            "It is not true that Otto Hale called it “a hole in the river with a gate”.",
            "Rumours that Otto Hale said the lock was “a trap for every boat” are false.",
            "No one has said that the lock is open.",
        ],
    );
    nobody_says_anything(
        "de",
        &[
            "Es stimmt nicht, dass Otto Hahl sagte, die Schleuse sei zu.",
            "Gerüchte, Otto Hahl habe gesagt, die Schleuse sei eine „Falle für jedes Boot“, sind falsch.",
        ],
    );
    nobody_says_anything(
        "fr",
        &["Personne n’a dit que l’écluse est fermée.", "Il est faux que M. Hallier ait dit que l’écluse est fermée."],
    );
}

#[test]
fn what_somebody_is_said_to_have_said_has_a_note() {
    for (language, paragraph, words, speaker) in [
        ("fr", "M. Hallier aurait dit que l’écluse est fermée.", "l’écluse est fermée", "Hallier"),
        ("es", "Hallar habría dicho que la esclusa está cerrada.", "la esclusa está cerrada", "Hallar"),
    ] {
        let paragraphs = [paragraph];
        let all = drafted(language, &paragraphs);
        assert_eq!(all, [((vec![words], Some(speaker)), Kind::Reported, Sureness::Inferred)]);
    }
}

#[test]
fn who_said_it_before_does_not_say_all_of_it() {
    says(
        "en",
        &["Ida Bell said her client never sold the lock, as Otto Hale had claimed."],
        &[(&["her client never sold the lock"], Some("Ida Bell"))],
    );
    says(
        "en",
        &["The lock was sold, as the minister had warned, Ida Bell said."],
        &[(&["The lock was sold, as the minister had warned"], Some("Ida Bell"))],
    );
}

#[test]
fn a_relative_clause_does_not_take_the_main_clause() {
    says(
        "en",
        &["A boatman, who said he feared the current, said the lock was “a trap”."],
        &[(&["the lock was “a trap”"], Some("A boatman"))],
    );
    says(
        "en",
        &["Another boatman, who asked not to be named because he works there, said the lock was shut."],
        &[(&["the lock was shut"], Some("Another boatman"))],
    );
}

#[test]
fn another_one_is_not_the_one_before() {
    says(
        "en",
        &["“The gate is gone,” said one of the boatmen. “I am going home today,” another said."],
        &[(&["The gate is gone"], Some("one of the boatmen")), (&["I am going home today"], None)],
    );
    says(
        "de",
        &["„Wir sind müde“, sagte Otto Hahl. „Ich gehe jetzt nach Hause“, sagte ein anderer."],
        &[(&["Wir sind müde"], Some("Otto Hahl")), (&["Ich gehe jetzt nach Hause"], None)],
    );
    says(
        "fr",
        &["« La porte est partie », a dit Otto Hallier. « Je rentre chez moi », a dit un autre."],
        &[(&["La porte est partie"], Some("Otto Hallier")), (&["Je rentre chez moi"], None)],
    );
}

#[test]
fn a_sentence_ends_with_no() {
    says(
        "en",
        &["The mayor, Otto Hale, voted no. “I am against it and always was,” Hale said."],
        &[(&["I am against it and always was"], Some("Otto Hale"))],
    );
    says("en", &["Lock No. 5 was shut, Otto Hale said."], &[(&["Lock No. 5 was shut"], Some("Otto Hale"))]);
    says(
        "en",
        &["The lock broke at 9 a.m. “I was there and heard it all,” Otto Hale said."],
        &[(&["I was there and heard it all"], Some("Otto Hale"))],
    );
}

#[test]
fn what_a_person_does_is_no_role() {
    role("en", "The keeper, Otto Hale, shook his head. “It will not hold for long,” Hale said.", Some("keeper"));
    role("en", "Otto Hale, shaking his head, said the lock would not hold.", None);
    role(
        "en",
        "The council voted to fire Superintendent Otto Hale. “I am going home today,” Hale said.",
        Some("Superintendent"),
    );
    role("en", "The boatmen want to jail Mayor Otto Hale. “I am going home today,” Hale said.", Some("Mayor"));
    role("en", "They met Mayor Otto Hale. “I am going home today,” Hale said.", Some("Mayor"));
    role("en", "“It will hold,” said Otto Hale, the Norvex personnel director.", Some("Norvex personnel director"));
}
