//! A short text in each language.

use draft::{Article, Kind, Sureness};

/// Returns who said the first words of this text, without being told the language.
#[track_caller]
fn says(paragraphs: &[&str], speaker: &str, role: Option<&str>) {
    let input = Article { paragraphs, language: None };
    let attributions = draft::draft(&input);
    let given = attributions.first().expect("somebody says something").speaker.expect("the article tells who");
    assert_eq!((input.text(given.name), given.role.map(|role| input.text(role))), (speaker, role));
}

#[test]
fn detects_the_language_from_common_words() {
    says(
        &["“The harbour is too small for the new ships, and that was known,” said the mayor, Jane Roe."],
        "Jane Roe",
        Some("mayor"),
    );
    says(
        &["„Der Hafen ist für die neuen Schiffe zu klein, und das war nicht neu“, sagte Bürgermeisterin Jana Roth."],
        "Jana Roth",
        Some("Bürgermeisterin"),
    );
    says(
        &[
            "« Le port est trop petit pour les nouveaux bateaux, et ce n'est pas une surprise », a déclaré la maire, Jeanne Roux.",
        ],
        "Jeanne Roux",
        Some("maire"),
    );
    says(
        &[
            "«El puerto es pequeño para los barcos nuevos y no es una sorpresa para la ciudad», dijo la alcaldesa, Juana Rojo.",
        ],
        "Juana Rojo",
        Some("alcaldesa"),
    );
    says(
        &[
            "“O porto é pequeno para os navios novos e isso não é uma surpresa para a cidade”, disse a prefeita, Joana Ruiva.",
        ],
        "Joana Ruiva",
        Some("prefeita"),
    );
    says(
        &[
            "«Il porto è piccolo per le navi nuove e non è una sorpresa per la città», ha detto la sindaca, Gianna Rossi.",
        ],
        "Gianna Rossi",
        Some("sindaca"),
    );
    says(
        &["Belediye Başkanı Nur Kaya, “Liman yeni gemiler için çok küçük ve bu yeni bir şey değil” dedi."],
        "Nur Kaya",
        Some("Belediye Başkanı"),
    );
}

#[test]
fn finds_no_speakers_in_unknown_languages() {
    let paragraphs = ["”Hamnen är för liten för de nya fartygen”, säger kommunalrådet Jana Rot."];
    let input = Article { paragraphs: &paragraphs, language: None };
    let attributions = draft::draft(&input);
    assert_eq!((attributions.len(), attributions[0].kind, attributions[0].sureness), (1, Kind::Quoted, Sureness::Open));
}

#[test]
fn a_role_never_ends_with_the_word_that_leads_to_its_organization() {
    for (role, german) in [
        (
            "Ingenieurin bei den Stadtwerken",
            "„Das Wasser ist nicht sicher“, sagte Ada Low, Ingenieurin bei den Stadtwerken. „Wir prüfen es.“",
        ),
        (
            "Ingenieurin",
            "„Das Wasser ist nicht sicher“, sagte Ada Low, Ingenieurin bei dem neuen Werk. „Wir prüfen es.“",
        ),
        ("Leiterin", "„Das Wasser ist nicht sicher“, sagte Ada Low, die Leiterin, die es prüfte. „Wir prüfen es.“"),
        ("Ingenieurin", "„Das Wasser ist nicht sicher“, sagte Ada Low, Ingenieurin bei „Wasser für alle“, am Montag."),
    ] {
        says(&[german], "Ada Low", Some(role));
    }
    says(
        &["“The water is not safe, and that was known,” said Ada Low, an engineer at “Water for All”, on Monday."],
        "Ada Low",
        Some("engineer"),
    );
}
