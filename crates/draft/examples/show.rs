//! Prints the draft of an article: `show LANGUAGE FILE`. Each line of the file is a paragraph.

use draft::Article;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let text = std::fs::read_to_string(&arguments[2]).expect("the file is text");
    let paragraphs: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let input = Article { paragraphs: &paragraphs, language: Some(&arguments[1]) };
    for attribution in draft::draft(&input) {
        let spans: Vec<&str> = attribution.spans.iter().map(|span| input.text(*span)).collect();
        let speaker = attribution.speaker.map(|it| {
            (input.text(it.name), it.kind, it.role.map(|it| input.text(it)), it.organization.map(|it| input.text(it)))
        });
        println!(
            "{:?} {:?} {:?}\n    {:?} {:?}",
            attribution.kind,
            attribution.sureness,
            spans,
            speaker,
            attribution.cue.map(|it| input.text(it))
        );
    }
}
