//! Cards of the document that stand in the article's page, where a system has removed everything that marks them as ours, or where somebody has
//! pasted them as plain text.

mod code;
mod known;
mod lines;
mod running;

use std::ops::Range;

use document::model::Document;
use quotes::Text;

use super::Original;
use known::Known;

/// What stands in an article in place of words of a card, so that no quote runs across them.
const LEFT_OUT: &str = " ■ ";

/// Places that are cards' own words: the number of a paragraph, and the bytes of it.
type Own = Vec<(usize, Range<usize>)>;

/// The article without the words of cards of this document; `None` if it has none.
///
/// A card is known by what an article does not have together: the name of a speaker, the claim, and nothing but the words of its statement. They
/// may be lines of their own, or run on in one paragraph. The code of cards and documents that a page shows is known by the names of its fields and
/// by its tags.
pub(super) fn without(document: &Document, article: &Original) -> Option<Original> {
    let known = Known::of(document);
    let ours = [&article.text, &article.page].map(|text| of_text(&known, text));
    if ours.iter().all(Vec::is_empty) {
        return None;
    }
    let [text, page] = [&article.text, &article.page];
    let quotations = article.quotations.clone();
    Some(Original { text: emptied(text, &ours[0]), page: emptied(page, &ours[1]), quotations })
}

/// The places of a text that are cards' own words, in order.
fn of_text(known: &Known, text: &Text) -> Own {
    let paragraphs = text.paragraphs();
    let mut own: Own = Vec::new();
    let whole = lines::find(known, paragraphs).into_iter().chain(code::find(known, paragraphs));
    own.extend(whole.map(|number| (number, 0..paragraphs[number].len())));
    own.extend(running::find(known, text));
    own.sort_by_key(|(number, range)| (*number, range.start));
    own
}

/// A text without these places.
fn emptied(text: &Text, own: &Own) -> Text {
    let mut own = own.iter().peekable();
    let mut all = Text::default();
    for (number, paragraph) in text.paragraphs().iter().enumerate() {
        let (mut left, mut from) = (String::new(), 0);
        while let Some((_, range)) = own.next_if(|(other, _)| *other == number) {
            left.push_str(paragraph.get(from..range.start).unwrap_or_default());
            if *range != (0..paragraph.len()) {
                left.push_str(LEFT_OUT);
            }
            from = from.max(range.end);
        }
        left.push_str(&paragraph[from..]);
        all.push(&left);
        if text.ends_box(number) {
            all.begin_box();
        }
    }
    all
}
