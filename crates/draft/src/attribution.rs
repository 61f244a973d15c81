//! The input, an article, and the output, its attributions.

/// An article as plain text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Article<'a> {
    /// The paragraphs in order, without the headline.
    pub paragraphs: &'a [&'a str],
    /// The language's BCP 47 tag, `en` or `de-AT`. Without it, the language is detected from its commonest words.
    pub language: Option<&'a str>,
}

impl<'a> Article<'a> {
    /// Returns the words in this span. Every string of a draft is taken from the article in this way, so no text is
    /// invented.
    pub fn text(&self, span: Span) -> &'a str {
        &self.paragraphs[span.paragraph][span.start..span.end]
    }

    /// Returns up to 32 characters before and after the words, within the paragraph. They distinguish this place from
    /// others with the same words, like the prefix and suffix of W3C's TextQuoteSelector.
    pub fn around(&self, span: Span) -> (&'a str, &'a str) {
        const MOST: usize = 32;
        let paragraph = self.paragraphs[span.paragraph];
        let (head, tail) = (&paragraph[..span.start], &paragraph[span.end..]);
        let start = head.char_indices().rev().take(MOST).last().map_or(span.start, |(at, _)| at);
        let end = tail.char_indices().nth(MOST).map_or(tail.len(), |(at, _)| at);
        (&head[start..], &tail[..end])
    }

    /// Returns the start and the end of the words in UTF-16 code units from the beginning of the paragraph, as browsers
    /// count.
    pub fn utf16(&self, span: Span) -> (usize, usize) {
        let length = |text: &str| text.chars().map(char::len_utf16).sum();
        let start: usize = length(&self.paragraphs[span.paragraph][..span.start]);
        (start, start + length(self.text(span)))
    }
}

/// A part of an article. It is always within one paragraph and never splits a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The number of the paragraph, from 0.
    pub paragraph: usize,
    /// The first byte (UTF-8), counted from the beginning of the paragraph.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

/// Words from an article, and who said them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The words, without the quotation marks around them. There are several spans if a cue splits the quotation
    /// (`“A,” she said, “B.”`) or if the quotation continues in another paragraph.
    pub spans: Vec<Span>,
    /// `None` if the article does not say who speaks, or not clearly enough.
    pub speaker: Option<Speaker>,
    pub kind: Kind,
    pub sureness: Sureness,
    /// The words that attribute the statement: “said”, “according to”. `None` if there are none, for example in a
    /// quotation that continues.
    pub cue: Option<Span>,
    /// The words by which the article has the statement from somebody else: “quoted as saying”, “According to Jane Roe, the mayor told”. Then
    /// the speaker is never given.
    pub hearsay: Option<Span>,
    /// The sentence of the article that contains the first span. If the quotation has several sentences, it includes
    /// all of them.
    pub sentence: Span,
}

/// A person, an organization or a group that speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The full name where the article first gives it. If the speaker is not named, a description: “a spokesman for the
    /// port”.
    pub name: Span,
    pub kind: SpeakerKind,
    /// The role in the article's own words, where the article first gives it, without “a” or “the”: “chief engineer”.
    pub role: Option<Span>,
    /// The organization, in the same way.
    pub organization: Option<Span>,
}

/// The kind of speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeakerKind {
    Person,
    Organization,
    /// Several people without names: “residents”.
    Group,
}

/// Whose words the spans are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The speaker's words: they are in quotation marks, or after a dash or a label with the same meaning.
    Quoted,
    /// The article's words about what the speaker said. They may contain quoted fragments.
    Reported,
}

/// How clearly the article says who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// The full name, or the description of a speaker without a name, is next to the words.
    Given,
    /// The speaker is concluded from something else: a pronoun, a surname, “the mayor”, a quotation that continues.
    Inferred,
    /// There is no speaker. An editor has to decide.
    Open,
}
