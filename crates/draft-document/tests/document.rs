//! The document that an editor gets for an article.

use article::paragraphs;
use document::decode::decode;
use draft_document::{Drafted, Why, draft};
use testing::test;

const WATER: &str = "Is the water safe?\n\n\
    LINWICK, Norden – “The water is safe to drink again,” said Ada Low, chief engineer at the City Water Board.\n\n\
    Bo Reed, the mayor, said that the city would test it every day.\n\n\
    “We want no more surprises,” he said.";

/// Returns each claim: its sentence, and the speaker, quote and reported words of each statement.
fn claims(drafted: &Drafted) -> Vec<String> {
    let joined =
        |words: &Option<document::model::Words>| words.as_ref().map_or("–".into(), |words| words.spans().join(" … "));
    let statement = |statement: &document::model::Statement| {
        let speaker = statement.speaker.as_deref().unwrap_or("–");
        format!("{speaker} | {} | {}", joined(&statement.quote), joined(&statement.reported))
    };
    let claims = drafted.document.claims.iter();
    claims
        .map(|claim| {
            format!("{}: {}", claim.text, claim.statements.iter().map(statement).collect::<Vec<_>>().join("; "))
        })
        .collect()
}

#[test]
fn each_group_of_statements_becomes_a_claim() {
    let drafted = draft(WATER);
    assert_eq!(
        claims(&drafted),
        [
            "The water is safe to drink again: ada-low | The water is safe to drink again | –",
            "The city would test it every day: bo-reed | We want no more surprises | the city would test it every day",
        ]
    );
    let speaker = drafted.document.speakers.get("ada-low").unwrap();
    assert_eq!(
        (speaker.role.as_deref(), speaker.organization.as_deref()),
        (Some("chief engineer"), Some("City Water Board"))
    );
}

#[test]
fn everything_that_the_editor_has_to_check_is_listed() {
    let open: Vec<_> = draft(WATER).open.into_iter().map(|open| (open.path, open.why)).collect();
    let proposed = |path: &str| (path.to_owned(), Why::Proposed);
    // “he said” was concluded from the paragraph before, although that paragraph's own speaker is named.
    let inferred = ("claims[1].statements[0].speaker".to_owned(), Why::Inferred);
    assert_eq!(open, [proposed("claims[0].text"), proposed("claims[1].text"), inferred]);
    let nobody = draft("A day in Linwick\n\nThe sign read: “All who come here are welcome to stay.”").open;
    assert!(nobody.iter().all(|open| open.why != Why::Inferred), "{nobody:?}");
}

#[test]
fn who_denies_something_is_not_said_to_have_said_it() {
    let drafted = draft(
        "Storm over the dam\n\nAda Low denied that the water was safe. Tom Berg rejected claims that he had lied.\n\n\
        Cem Ak never said the dam was broken. Eva Rot said the works would close.",
    );
    let stances: Vec<_> =
        drafted.document.claims.iter().map(|claim| (&*claim.text, claim.statements[0].stance)).collect();
    let denies = Some(document::model::Stance::Denies);
    let expected = [
        ("The water was safe", denies),
        ("He had lied", denies),
        ("The dam was broken", None),
        ("The works would close", None),
    ];
    assert_eq!(stances, expected);
    // Whether somebody who never said something is a speaker at all, an editor decides.
    let open: Vec<_> =
        drafted.open.iter().filter(|open| open.path.ends_with("speaker")).map(|open| (&*open.path, open.why)).collect();
    assert_eq!(open, [("claims[2].statements[0].speaker", Why::NotSaid)]);
    assert!(drafted.to_json().contains("\"why\": \"not-said\""));
    let german = draft("Streit um den Damm\n\nAda Low bestritt, dass das Wasser sicher sei.");
    assert!(
        german.document.claims.iter().all(|claim| claim.statements[0].stance == denies),
        "{:?}",
        german.document.claims
    );
}

#[test]
fn who_hardly_says_something_has_not_said_it() {
    let drafted =
        draft("Storm over the dam\n\nAda Low hardly said the dam was broken. Eva Rot said the works would close.");
    let why: Vec<_> = drafted.open.iter().filter(|open| open.path.ends_with("speaker")).map(|open| open.why).collect();
    assert_eq!(why, [Why::NotSaid]);
}

/// The claims of an article of one paragraph: their texts, with “denies” or “not-said” behind each statement of which that is said.
fn claims_of(language: &str, text: &str) -> Vec<String> {
    let page = format!("<html lang=\"{language}\"><article><h1>Storm over the dam</h1><p>{text}</p></article>");
    let drafted = draft(&page);
    let claim = |(index, claim): (usize, &document::model::Claim)| {
        let statements = claim.statements.iter().enumerate().map(|(number, statement)| {
            let path = format!("claims[{index}].statements[{number}].speaker");
            let is_noted = drafted.open.iter().any(|open| open.path == path && open.why == Why::NotSaid);
            match statement.stance {
                Some(document::model::Stance::Denies) => "denies",
                _ if is_noted => "not-said",
                _ => "said",
            }
        });
        format!("{}: {}", claim.text, statements.collect::<Vec<_>>().join(", "))
    };
    drafted.document.claims.iter().enumerate().map(claim).collect()
}

#[test]
fn what_somebody_denies_is_a_claim_of_its_own() {
    for (language, text, expected) in [
        (
            "en",
            "Ada Low, an engineer, said the dam was safe. She denied that it leaked.",
            ["The dam was safe: said", "It leaked: denies"],
        ),
        (
            "de",
            "Ada Low sagte, der Damm sei sicher. Sie bestritt, dass er lecke.",
            ["Der Damm sei sicher: said", "Er lecke: denies"],
        ),
        (
            "en",
            "“The dam is safe,” said Ada Low. She denied that it leaked.",
            ["The dam is safe: said", "It leaked: denies"],
        ),
        (
            "en",
            "“We are poor,” said Ada Low, denying that the dam leaked.",
            ["We are poor: said", "The dam leaked: denies"],
        ),
        (
            "en",
            "Ada Low said that the town was poor but denied that the dam leaked.",
            ["The town was poor: said", "The dam leaked: denies"],
        ),
        // What is said behind a denial is no part of it, but the quotation right behind it explains it.
        (
            "en",
            "Ada Low denied that the dam leaked. “It is dry,” she said. She added that the town was poor.",
            ["The dam leaked: denies", "The town was poor: said"],
        ),
        (
            "en",
            "Ada Low never said that the dam was broken. “I said it leaks,” Low said.",
            ["The dam was broken: not-said", "I said it leaks: said"],
        ),
    ] {
        assert_eq!(claims_of(language, text), expected, "{text}");
    }
}

#[test]
fn verbs_of_several_words_deny() {
    for (language, text) in [
        ("en", "Petra Lund, the mayor, ruled out that the school would close."),
        ("en", "Tom Berg, the mayor, laughed off the idea that the dam was cracked."),
        ("de", "Der Betriebsrat wies den Vorwurf zurück, er habe die Belegschaft aufgehetzt."),
        ("de", "Clara Vogt wies Vorwürfe zurück, sie habe gelogen."),
        ("de", "Peter Kern nannte es falsch, dass die Stadt pleite sei."),
        ("de", "Anna Weiß schloss aus, dass die Schule geschlossen wird."),
    ] {
        let claims = claims_of(language, text);
        assert!(matches!(&claims[..], [claim] if claim.ends_with(": denies")), "{text}: {claims:?}");
    }
    // The second part of the verb stands at the end of its clause: here, “aus” is “from”.
    let concluded = claims_of("de", "Anna Weiß sagte, er schloss aus den Zahlen, dass die Schule leer ist.");
    assert!(concluded.iter().all(|claim| claim.ends_with(": said")), "{concluded:?}");
    // What somebody calls a claim is said.
    let called = claims_of("en", "Tom Berg, the mayor, dismissed the claims as “nonsense and lies”.");
    assert!(called.iter().all(|claim| claim.ends_with(": said")), "{called:?}");
}

#[test]
fn who_does_not_deny_or_only_doubts_has_not_said_it() {
    for (language, text) in [
        ("de", "Ada Low bestritt nicht, dass der Damm leckt."),
        ("de", "Anna Weiß schloss nicht aus, dass die Schule geschlossen wird."),
        ("de", "Peter Kern bezweifelte, dass die Zahlen stimmen."),
        ("en", "Ada Low no longer denied that the dam leaked."),
        ("en", "Ada Low did not deny that the dam leaked."),
        ("en", "Lena Brusk stopped short of saying that the union would strike."),
        ("en", "Tom Berg apologised for saying that the dam was safe."),
        ("en", "Tom Berg warned against believing that the dam was safe."),
        ("en", "Tom Berg denied saying that the dam was safe."),
    ] {
        let claims = claims_of(language, text);
        assert!(claims.iter().any(|claim| claim.ends_with(": not-said")), "{text}: {claims:?}");
        assert!(claims.iter().all(|claim| !claim.ends_with(": denies")), "{text}: {claims:?}");
    }
    let page =
        "<html lang=\"en\"><article><h1>Storm</h1><p>Ada Low no longer denied that the dam leaked.</p></article>";
    assert_eq!(draft(page).document.speakers.values().next().unwrap().name, "Ada Low");
}

#[test]
fn a_quotation_that_was_not_said_is_noted() {
    for (language, text) in [
        ("en", "Tom Berg never said “the dam is safe”."),
        ("en", "“The dam is safe” is what Tom Berg never said."),
        ("en", "Tom Berg denied saying “the dam is safe”."),
        ("en", "Tom Berg refused to say “the dam is safe”."),
        ("en", "“The dam is safe,” Tom Berg did not say on Monday."),
        ("de", "Jürgen Hallmann bestritt, „gelogen und gestohlen“ zu haben."),
        ("de", "Jürgen Hallmann hat nie gesagt: „Wir schließen die Klinik.“"),
        ("de", "Jürgen Hallmann sagte nie: „Wir schließen die Klinik.“"),
        ("de", "„Wir schließen die Klinik“, sagte Jürgen Hallmann nie."),
        ("fr", "Marie Dupont n’a jamais dit « l’eau est potable pour tous »."),
        ("es", "María Pérez nunca dijo «el agua es segura»."),
        ("it", "Giulia Rossi non ha mai detto «l’acqua è sicura per tutti»."),
    ] {
        let claims = claims_of(language, text);
        assert!(matches!(&claims[..], [claim] if claim.ends_with(": not-said")), "{text}: {claims:?}");
    }
    for (language, text) in [
        ("en", "Tom Berg denied it: “I never lied to anyone.”"),
        ("en", "“I never lied to anyone,” Tom Berg said. He did not say more."),
        ("en", "Tom Berg denied the claims, saying “I never lied to anyone”."),
        ("en", "Tom Berg did not only say “the dam is safe”."),
        ("en", "Tom Berg did not hesitate to say: “The dam is safe.”"),
        ("en", "“The dam is safe.” He never said why, Tom Berg added."),
        ("en", "Tom Berg did not say when. “The dam is safe,” he said."),
        ("de", "„Die Klinik bleibt“, sagte Jürgen Hallmann nicht ohne Stolz."),
        ("de", "Jürgen Hallmann bestritt die Vorwürfe: „Ich habe nie gelogen.“"),
    ] {
        let claims = claims_of(language, text);
        assert!(!claims.is_empty() && !claims.iter().any(|claim| claim.ends_with(": not-said")), "{text}: {claims:?}");
    }
}

/// The names of the speakers of an article of one paragraph.
fn speakers_of(language: &str, text: &str) -> Vec<String> {
    let page = format!("<html lang=\"{language}\"><article><h1>Storm over the dam</h1><p>{text}</p></article>");
    draft(&page).document.speakers.values().map(|speaker| speaker.name.clone()).collect()
}

#[test]
fn a_quotation_that_the_sentence_denies_in_other_ways_is_noted() {
    for (language, text) in [
        // A participle before “zu”.
        ("de", "Ines Falk bestritt, „Wir verkaufen den Hafen“ gesagt zu haben."),
        ("de", "Ines Falk bestreitet, „Wir verkaufen den Hafen“ gesagt zu haben."),
        ("de", "Ines Falk dementierte, „Wir verkaufen den Hafen“ öffentlich behauptet zu haben."),
        ("de", "Ines Falk wies zurück, „Wir verkaufen den Hafen“ gesagt zu haben."),
        ("de", "Ines Falk leugnete, „Wir verkaufen den Hafen“ gerufen zu haben."),
        ("de", "Ines Falk verneinte, „Wir verkaufen den Hafen“ geschrieben zu haben."),
        ("de", "Ines Falk bestritt, „ein Märchen über den Hafen“ verbreitet zu haben."),
        // Falsely quoted.
        ("de", "Ines Falk wird fälschlich mit den Worten zitiert: „Wir verkaufen den Hafen.“"),
        ("de", "Ines Falk wurde falsch zitiert mit den Worten „Wir verkaufen den Hafen“."),
        ("de", "Zu Unrecht wird Ines Falk mit dem Satz zitiert: „Wir verkaufen den Hafen.“"),
        ("en", "“We will sell the harbour,” Ruth Moss is falsely quoted as saying."),
        ("en", "Ruth Moss was misquoted as saying “we will sell the harbour”."),
        ("en", "Ruth Moss is wrongly credited with saying: “We will sell the harbour.”"),
        // A negation before the subject.
        ("en", "Never did Ruth Moss say “we will sell the harbour”."),
        ("en", "At no point has Ruth Moss said: “We will sell the harbour.”"),
        ("en", "At no time did Ruth Moss say “we will sell the harbour”."),
        ("en", "Not once did Ruth Moss say “we will sell the harbour”."),
        ("de", "Zu keiner Zeit sagte Ines Falk: „Wir verkaufen den Hafen.“"),
        ("de", "Nie hat Ines Falk gesagt: „Wir verkaufen den Hafen.“"),
        ("de", "Niemals sagte Ines Falk: „Wir verkaufen den Hafen.“"),
        // A condition.
        ("en", "If Ruth Moss said “we will sell the harbour”, she lied."),
        ("en", "Had Ruth Moss said “we will sell the harbour”, people would have left."),
        ("en", "Had Ruth Moss, the mayor, said “we will sell the harbour”, people would have left."),
        ("de", "Wenn Ines Falk sagte: „Wir verkaufen den Hafen“, dann log sie."),
        ("en", "Nobody, least of all Ruth Moss, said “we will sell the harbour”."),
        // Not certain.
        ("de", "„Wir verkaufen den Hafen“, behauptete Ines Falk angeblich."),
    ] {
        let claims = claims_of(language, text);
        assert!(matches!(&claims[..], [claim] if claim.ends_with(": not-said")), "{text}: {claims:?}");
        let speakers = speakers_of(language, text);
        assert!(
            speakers.iter().all(|name| ["Ines Falk", "Ruth Moss"].contains(&name.as_str())),
            "{text}: {speakers:?}"
        );
    }
    for (language, text) in [
        ("de", "Ines Falk bestritt die Vorwürfe. „Wir verkaufen nichts“, sagte sie zu Beginn."),
        ("de", "Ines Falk sagte, sie sei falsch zitiert worden: „Wir verkaufen nichts.“"),
        ("en", "Ruth Moss said she was misquoted: “We will sell nothing.”"),
        ("en", "Ruth Moss falsely claimed: “We will sell nothing.”"),
        ("en", "If it rains, Ruth Moss said, “we will sell nothing”."),
        ("de", "Wenn es regnet, sagte Ines Falk, „verkaufen wir nichts“."),
        ("en", "Not surprisingly, Ruth Moss said: “We will sell nothing.”"),
        ("en", "Ruth Moss, who never lies, said: “We will sell nothing.”"),
        ("de", "Keine Stunde später sagte Ines Falk: „Wir verkaufen nichts.“"),
    ] {
        let claims = claims_of(language, text);
        assert!(!claims.is_empty() && !claims.iter().any(|claim| claim.ends_with(": not-said")), "{text}: {claims:?}");
    }
}

#[test]
fn an_answer_is_a_claim_of_its_own() {
    let english = "According to Lena Brusk, a spokeswoman for the builders’ union, 400 jobs are at risk. “We will fight for each of them,” Brusk said. \
        Asked whether the union would strike, she said: “I did not say that.”";
    assert_eq!(claims_of("en", english), ["400 jobs are at risk: said", "I did not say that: said"]);
    let german = "Lena Brusk sagte, die Stellen seien in Gefahr. Auf die Frage, ob gestreikt werde, sagte sie: „Das habe ich nicht gesagt.“";
    assert_eq!(claims_of("de", german), ["Die Stellen seien in Gefahr: said", "Das habe ich nicht gesagt: said"]);
}

#[test]
fn the_description_of_a_source_is_no_part_of_what_was_said() {
    for (language, text, claim) in [
        (
            "en",
            "According to Ada Low, an engineer, the mayor told her: “Let them drink it.”",
            "The mayor told her: “Let them drink it.”",
        ),
        ("en", "According to Ada Low, 54, mayor of Linwick, the water is safe.", "The water is safe"),
        ("en", "According to Ada Low, who leads the port, the water is safe.", "The water is safe"),
        (
            "de",
            "Laut Lena Brusk, Sprecherin der Gewerkschaft, sind 400 Stellen in Gefahr.",
            "Sind 400 Stellen in Gefahr",
        ),
        // Here it is what was said.
        (
            "en",
            "According to Ada Low, the mayor, the council and the police knew it.",
            "The mayor, the council and the police knew it",
        ),
        (
            "en",
            "According to Ada Low, the water is safe, a risk that few knew.",
            "The water is safe, a risk that few knew",
        ),
    ] {
        assert_eq!(claims_of(language, text), [format!("{claim}: said")], "{text}");
    }
    let page =
        "<html lang=\"en\"><article><h1>Dam</h1><p>According to Ada Low, an engineer, the water is safe.</p></article>";
    assert_eq!(draft(page).document.speakers.values().next().unwrap().role.as_deref(), Some("engineer"));
}

#[test]
fn the_headline_and_the_dateline_are_separated_from_the_text() {
    let article = draft(WATER).document.article;
    assert_eq!(article.headline, "Is the water safe?");
    assert_eq!(article.dateline.as_deref(), Some("LINWICK, Norden"));
    assert_eq!(article.body.unwrap().len(), 3);
}

#[test]
fn a_headline_may_end_with_a_quotation() {
    let text = "The town has a new bridge over the river, and it was opened in the spring by the mayor.";
    for headline in [
        "Chief warns of “a painful year for all”",
        "« On nous a menti jusqu’au bout »",
        "Fermeture de l’usine : « On nous a menti »",
        "„Das Geld ist alle“",
        "Mayor: ‘We will stay’",
    ] {
        let drafted = draft(&format!("{headline}\n\n{text}\n\n“It is late,” said Ada Low."));
        assert_eq!(drafted.document.article.headline, headline);
        let claims: Vec<_> = drafted.document.claims.iter().map(|claim| &*claim.text).collect();
        assert_eq!(claims.len(), 1, "{claims:?}");
    }
    for first in ["“It is late.”", "“Is it late?”", "She said, “It is late!”"] {
        let drafted = draft(&format!("{first}\n\n{text}\n\n“It is late,” said Ada Low."));
        assert_eq!(drafted.document.article.headline, "", "{first}");
    }
}

#[test]
fn without_a_headline_none_is_made_of_the_first_words() {
    for source in [
        "The water is safe. Nobody doubts it.",
        "“The water is not safe to drink,” said Ada Low.\n\nShe left.",
        "<div>“The water is not safe to drink,” said Ada Low.<br><br>She left.</div>",
    ] {
        let drafted = draft(source);
        assert_eq!(drafted.document.article.headline, "");
        assert_eq!((&*drafted.open[0].path, drafted.open[0].why), ("article.headline", Why::Open));
        assert_eq!(drafted.document.article.body.unwrap().concat(), drafted.paragraphs.concat());
    }
    let drafted = draft("<title>Water – The Daily</title><p>“The water is not safe to drink,” said Ada Low.");
    assert_eq!(drafted.document.article.headline, "Water – The Daily");
    assert_eq!((&*drafted.open[0].path, drafted.open[0].why), ("article.headline", Why::Proposed));
    // Two line breaks are a paragraph, so the first one is the headline, and is there once.
    let drafted = draft("<div>Is the water safe?<br><br>“We will test it,” said Ada Low.</div>");
    assert_eq!(drafted.document.article.headline, "Is the water safe?");
    assert_eq!(drafted.paragraphs, ["“We will test it,” said Ada Low."]);
}

#[test]
fn a_page_gives_its_own_headline_address_and_language() {
    let page = r#"<html lang="en"><meta property="og:site_name" content="The Daily"><link rel="canonical" href="https://daily.example/water">
        <article><h1>Is the water safe?</h1><time datetime="2024-05-01">May 1</time><p>“It is safe to drink,” said Ada Low.</article>"#;
    let article = draft(page).document.article;
    assert_eq!(article.headline, "Is the water safe?");
    assert_eq!(article.url.unwrap().as_str(), "https://daily.example/water");
    assert_eq!(article.publisher.as_deref(), Some("The Daily"));
    assert_eq!(article.published.unwrap().as_str(), "2024-05-01");
    assert_eq!(article.language.unwrap().as_str(), "en");
    assert!(!article.body.unwrap().iter().any(|text| text == "Is the water safe?"));
}

#[test]
fn words_that_occur_twice_get_a_prefix_or_suffix() {
    let drafted = draft(
        "Two who agree\n\n“It is what it is, really,” said Ada Low, a baker.\n\n“It is what it is, really,” said Bo Reed, a smith.",
    );
    let checked = check::check(&drafted.to_json(), None);
    assert_eq!(checked.remarks.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn a_draft_is_a_valid_document() {
    for source in
        [WATER, "", "x", "“Only words”", include_str!("../../../index.html"), include_str!("../../../README.md")]
    {
        let json = draft(source).to_json();
        if draft(source).document.article.headline.is_empty() {
            continue;
        }
        let decoded = decode(&json).unwrap();
        assert_eq!(decoded.left_out, 0, "{json}");
        assert_eq!(check::check(&json, None).errors(), 0, "{json}");
    }
}

#[test]
fn the_draft_of_the_demo_page_has_its_speakers() {
    let drafted = draft(include_str!("../../../index.html"));
    assert!(paragraphs(include_str!("../../../index.html")).len() > drafted.paragraphs.len());
    for key in ["vladimir-ermakov", "ibrahim-kalin"] {
        assert!(drafted.document.speakers.get(key).is_some(), "{key}");
    }
}

#[test]
fn a_long_article_takes_time_proportional_to_its_length() {
    let long = |number: usize| {
        format!(
            "“We have never seen water like {number} before,” said Ada Low, a baker.\n\nBo Reed said that nobody had been told of leak {number}.\n\n"
        )
    };
    let short = |number: usize| {
        format!(
            "“It is {number} now,” said Ada Low. The council met again in the evening and heard from all the people.\n\n"
        )
    };
    let same = |_: usize| {
        "“It is so now,” said Ada Low. The council met again in the evening and heard from all the people.\n\n"
            .to_owned()
    };
    let parts: [&dyn Fn(usize) -> String; 3] = [&long, &short, &same];
    for part in parts {
        let time = |times: usize| {
            let article = format!("The leak\n\n{}", (0..times).map(part).collect::<String>());
            let begin = testing::ThreadTime::now();
            assert!(draft(&article).document.claims.len() >= times);
            begin.elapsed()
        };
        // Four times the text. Quadratic work would take sixteen times as long. One good measurement out of several is
        // enough.
        assert!((0..6).any(|_| time(2_000) < time(500) * 10), "{}", part(7));
    }
}

#[test]
fn a_part_of_a_longer_word_is_no_second_place() {
    let drafted = draft("Is it safe?\n\n“Safe water,” said Ada Low, a baker.\n\nThe unSafe water was gone, she said.");
    assert_eq!(drafted.document.claims[0].statements[0].prefix, None);
    assert_eq!(drafted.document.claims[0].statements[0].suffix, None);
    assert_eq!(check::check(&drafted.to_json(), None).remarks.len(), 0);
}

#[test]
fn reported_words_never_begin_at_an_invisible_character_within_a_word() {
    let drafted = draft(
        "The leak\n\nThe minister said that the files were gone.\n\nAccording to the po\u{200b}lice chief, Karl Otto, no files were lost.",
    );
    assert_eq!(check::check(&drafted.to_json(), None).errors(), 0, "{}", drafted.to_json());
}

#[test]
fn what_the_article_has_from_somebody_else_is_a_claim_of_its_own_and_noted() {
    let cues = |language: &str, text: &str| {
        let page = format!("<html lang=\"{language}\"><article><h1>Row over the bridge</h1><p>{text}</p></article>");
        let drafted = draft(&page);
        let noted = drafted.open.iter().filter(|open| open.why != Why::Proposed).filter_map(|open| open.cue.clone());
        (drafted.document.claims.len(), noted.collect::<Vec<_>>())
    };
    for (language, text, claims, cue) in [
        (
            "en",
            "Lars Holm, the mayor, was quoted as saying: “The bridge is safe.” Holm said the quote was invented.",
            2,
            "quoted as saying",
        ),
        ("en", "Lars Holm, the mayor, reportedly said: “The bridge is safe for everybody.”", 1, "reportedly said"),
        (
            "en",
            "According to Nora Veit, after the storm, Mayor Lars Holm said: “Let them swim across.”",
            2,
            "According to Nora Veit, after the storm, Mayor Lars Holm said",
        ),
        (
            "en",
            "“Let them swim across,” Mayor Lars Holm told the board, according to the minutes.",
            2,
            "told the board, according to",
        ),
        ("de", "Angeblich sagte Lars Holm: „Die Brücke ist für alle sicher.“", 1, "Angeblich sagte"),
    ] {
        let (count, noted) = cues(language, text);
        assert!(noted.iter().any(|noted| noted == cue), "{text}: {noted:?}");
        assert_eq!(count, claims, "{text}");
    }
    for (language, text) in [
        ("en", "“The bridge is safe,” said Lars Holm, whom the “Herald” has quoted before."),
        ("en", "According to Lars Holm, the mayor, the bridge is safe."),
        ("de", "Laut Lars Holm ist die Brücke sicher. „Wir haben sie geprüft“, sagte Lars Holm."),
    ] {
        assert_eq!(cues(language, text).1, [""; 0], "{text}");
    }
}

#[test]
fn ids_have_letters_of_all_alphabets_as_they_sound() {
    for (text, id) in [
        ("Die Brücke fließt über", "die-bruecke-fliesst-ueber"),
        ("Мост не безопасен, сказал Ёлкин", "most-ne-bezopasen-skazal-yolkin"),
        ("Щастя в Україні", "shchastya-v-ukrayini"),
        ("Η γέφυρα είναι κλειστή", "i-gefyra-einai-kleisti"),
        ("הגשר אינו בטוח", "hgshr-aynv-btvh"),
        ("الجسر ليس آمنا ١٢", "aljsr-lys-amna-12"),
        ("پل امن نیست", "pl-amn-nyst"),
        // Vowels that are characters of their own, and accents.
        ("الجِسر", "aljsr"),
        ("Cafe\u{301} créme", "cafe-creme"),
        ("S-400 は危険だ", "s-400"),
        ("Cây cầu không an toàn, ông Đặng nói", "cay-cau-khong-an-toan-ong-dang-noi"),
        ("Nước ở thượng nguồn rất bẩn", "nuoc-o-thuong-nguon-rat-ban"),
        ("Tiltas nėra saugus, sakė ūkininkė", "tiltas-nera-saugus-sake-ukininke"),
        ("Tilts nav drošs ģimenēm", "tilts-nav-dross-gimenem"),
        ("A híd őrült veszélyes, és tűzveszélyes", "a-hid-oruelt-veszelyes-es-tuzveszelyes"),
        ("Köprü güvenli değil, dedi ışıl", "koeprue-guevenli-degil-dedi-isil"),
        ("Podul nu este sigur, șeful țării", "podul-nu-este-sigur-seful-tarii"),
        ("Ο Ἀθηναῖος είπε", "o-athinaios-eipe"),
        ("Ọkọ̀ ojú omi", "oko-oju-omi"),
        ("…", "claim"),
        ("", "claim"),
    ] {
        assert_eq!(draft_document::slug(text, "claim"), id, "{text}");
    }
    // Of other scripts, the same text always has the same code, and another one another.
    let [bridge, dam] = ["橋は安全ではない", "ダムは安全ではない"].map(|text| draft_document::slug(text, "claim"));
    assert_eq!(bridge, draft_document::slug("橋は安全ではない", "claim"));
    assert_ne!(bridge, dam);
    for id in [bridge, dam, draft_document::slug("पुल सुरक्षित नहीं है", "claim")] {
        let code = id.strip_prefix("claim-").unwrap();
        assert!(code.len() == 7 && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()), "{id}");
    }
}

#[test]
fn the_id_of_a_long_text_is_made_of_its_first_words_wherever_they_stand() {
    let slug = |text: &str| draft_document::slug(text, "claim");
    let words = "it is safe to drink the water again";
    let id = "it-is-safe-to-drink-the-water-again";
    assert_eq!(slug(&format!("{words} {}", "and so on ".repeat(100))), id);
    let dots = ". ".repeat(500);
    assert_eq!(slug(&format!("{dots}{words}")), id);
    assert_eq!(slug(&format!("it is {dots} safe")), "it-is-safe");
    // Letters are counted, not bytes, and no word is cut.
    let long = "wasser".repeat(60);
    assert_eq!(slug(&format!("{long} ist sicher")), format!("{long}-ist-sicher"));
    assert_eq!(slug(&format!("{}safe water", "水".repeat(300))), "safe-water");
    assert!(slug(&"水".repeat(300)).starts_with("claim-"));
}

#[test]
fn words_are_found_where_they_stand_last_however_far_before() {
    for (before, behind) in [(0, 0), (10, 10), (3000, 10), (10, 3000), (3000, 3000)] {
        let text = format!("{}said é{}", "é said ".repeat(before), "à".repeat(behind));
        assert_eq!(draft_document::last_place(&text, "said"), Some(8 * before));
        assert_eq!(draft_document::last_place(&text, "told"), None);
    }
}
