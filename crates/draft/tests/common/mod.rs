//! What several tests of drafts share.

use draft::Article;

/// Checks who says or reports what: the words, in their parts, and the name; an empty name where nobody is named.
#[track_caller]
pub fn says(language: &str, paragraphs: &[&str], expected: &[(&[&str], &str)]) {
    let input = Article { paragraphs, language: Some(language) };
    let all = draft::draft(&input);
    let said = all.iter().map(|attribution| {
        let words: Vec<_> = attribution.spans.iter().map(|span| input.text(*span)).collect();
        (words, attribution.speaker.map_or("", |speaker| input.text(speaker.name)))
    });
    let expected: Vec<_> = expected.iter().map(|(words, name)| (words.to_vec(), *name)).collect();
    assert_eq!(said.collect::<Vec<_>>(), expected, "{paragraphs:?}");
}
