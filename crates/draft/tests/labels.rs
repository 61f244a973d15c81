//! Speech after the label of the speaker.

use draft::Article;

/// Returns each label with what is said after it.
#[track_caller]
fn lines(paragraphs: &[&str], expected: &[(&str, Option<&str>)]) {
    let input = Article { paragraphs, language: Some("en") };
    let attributions = draft::draft(&input);
    let said = |attribution: &draft::Attribution| {
        (input.text(attribution.spans[0]), attribution.speaker.map(|speaker| input.text(speaker.name)))
    };
    assert_eq!(attributions.iter().map(said).collect::<Vec<_>>(), expected);
}

#[test]
fn reads_a_transcript() {
    lines(
        &["The mayor, Jane Roe, spoke to John Doe.", "DOE: Is it open?", "ROE: Not yet.", "DOE: When?"],
        &[("Is it open?", Some("John Doe")), ("Not yet.", Some("Jane Roe")), ("When?", Some("John Doe"))],
    );
}

#[test]
fn reads_an_interview_with_questions_and_answers() {
    lines(
        &["Jane Roe is the mayor of Linwick.", "Q: Is it open?", "A: Not yet.", "Q: When?", "A: In May."],
        &[("Is it open?", None), ("Not yet.", Some("Jane Roe")), ("When?", None), ("In May.", Some("Jane Roe"))],
    );
}

#[test]
fn does_not_read_a_caption_as_a_label() {
    lines(
        &[
            "Photo: Jane Roe",
            "The port is closed.",
            "Photo: John Doe",
            "Read more: All about the port",
            "It rains.",
            "Read more: Rain",
        ],
        &[],
    );
}
