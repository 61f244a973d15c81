//! What goes in, an article, and what comes out, its attributions.

/// An article as plain text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Article<'a> {
    /// In the order of the article, without its headline.
    pub paragraphs: &'a [&'a str],
    /// The language's BCP 47 tag, `en` or `de-AT`. Without one, the language is told from its commonest words.
    pub language: Option<&'a str>,
}

impl<'a> Article<'a> {
    /// The words at this place. Every string of a draft is had in this way, so none is ever invented.
    pub fn text(&self, span: Span) -> &'a str {
        &self.paragraphs[span.paragraph][span.start..span.end]
    }

    /// Up to 32 characters before the words and behind them, within the paragraph: they tell this place from others where the
    /// same words stand, as the prefix and suffix of W3C's TextQuoteSelector do.
    pub fn around(&self, span: Span) -> (&'a str, &'a str) {
        const MOST: usize = 32;
        let paragraph = self.paragraphs[span.paragraph];
        let (head, tail) = (&paragraph[..span.start], &paragraph[span.end..]);
        let start = head.char_indices().rev().take(MOST).last().map_or(span.start, |(at, _)| at);
        let end = tail.char_indices().nth(MOST).map_or(tail.len(), |(at, _)| at);
        (&head[start..], &tail[..end])
    }

    /// Where the words stand, counted in UTF-16 code units from the beginning of their paragraph, as browsers count.
    pub fn utf16(&self, span: Span) -> (usize, usize) {
        let length = |text: &str| text.chars().map(char::len_utf16).sum();
        let start: usize = length(&self.paragraphs[span.paragraph][..span.start]);
        (start, start + length(self.text(span)))
    }
}

/// A place in an article. It never ends within a character, and always stays in one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The number of the paragraph, from 0.
    pub paragraph: usize,
    /// The first byte (UTF-8) in the paragraph.
    pub start: usize,
    /// Behind the last byte.
    pub end: usize,
}

/// Words, and who said them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The words. There are several spans where `“A,” she said, “B.”` is split around its cue, and where a quotation goes on
    /// over paragraphs. Quotation marks around them are left out.
    pub spans: Vec<Span>,
    /// `None` where the article does not tell, or not plainly enough.
    pub speaker: Option<Speaker>,
    pub kind: Kind,
    pub sureness: Sureness,
    /// The words that attribute: “said”, “according to”. `None` where nothing does, as in a quotation that goes on.
    pub cue: Option<Span>,
    /// The article's own sentence around the first span. Where a quotation has several sentences, all of them.
    pub sentence: Span,
}

/// Somebody who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The full name, where the article first gives it; or a description where nobody is named: “a spokesman for the port”.
    pub name: Span,
    pub kind: SpeakerKind,
    /// In the article's own words, wherever it first gives them, and without an article: “chief engineer”.
    pub role: Option<Span>,
    /// Likewise.
    pub organization: Option<Span>,
}

/// What sort of speaker it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeakerKind {
    Person,
    Organization,
    /// Several people who are not named: “residents”.
    Group,
}

/// Whose words the spans are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The speaker's: they stand in quotation marks, or behind a dash or a label that does the same.
    Quoted,
    /// The article's, about what the speaker said. Quoted fragments may be within them.
    Reported,
}

/// How plainly the article says who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// The full name, or the description of somebody who is not named, stands beside the words.
    Given,
    /// It follows from something else: a pronoun, a surname, “the mayor”, a quotation that goes on.
    Inferred,
    /// It is left to the editor: there is no speaker.
    Open,
}
