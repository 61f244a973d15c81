use yew::AttrValue;

use super::failure::Cause;
use crate::model::Stance;

/// The widget's own words, in one language: so far, English.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Phrases;

impl Phrases {
    /// The language of these words.
    pub(super) fn language(&self) -> &'static str {
        "en"
    }

    /// The direction they are written in, whatever the page's is.
    pub(super) fn direction(&self) -> &'static str {
        "ltr"
    }

    pub(super) fn title(&self) -> &'static str {
        "Who said what"
    }

    pub(super) fn claim(&self) -> &'static str {
        "Claim"
    }

    pub(super) fn claims(&self, number: usize) -> AttrValue {
        counted(number, "claim", "claims").into()
    }

    pub(super) fn count(&self, claims: usize, speakers: usize) -> AttrValue {
        let claims = counted(claims, "claim", "claims");
        match speakers {
            0 => claims.into(),
            _ => format!("{claims} by {}", counted(speakers, "speaker", "speakers")).into(),
        }
    }

    pub(super) fn open_all(&self) -> &'static str {
        "Open all"
    }

    pub(super) fn close_all(&self) -> &'static str {
        "Close all"
    }

    pub(super) fn stance(&self, stance: Stance) -> &'static str {
        match stance {
            Stance::Affirms => "affirms",
            Stance::Denies => "denies",
            Stance::Comments => "comments",
        }
    }

    pub(super) fn reported(&self) -> &'static str {
        "reported, not quoted"
    }

    pub(super) fn in_the_articles_words(&self) -> &'static str {
        "In the article’s words"
    }

    pub(super) fn as_the_article_puts_it(&self) -> &'static str {
        "as the article puts it"
    }

    pub(super) fn unattributed(&self) -> &'static str {
        "Unattributed"
    }

    pub(super) fn nobody(&self) -> &'static str {
        "Nobody is named"
    }

    pub(super) fn no_statements(&self) -> &'static str {
        "No statement is given for this claim."
    }

    pub(super) fn no_words(&self) -> &'static str {
        "None of their words are given."
    }

    pub(super) fn words_left_out(&self) -> &'static str {
        "(words left out)"
    }

    pub(super) fn said(&self) -> &'static str {
        "Said:"
    }

    pub(super) fn translated_from(&self, language: &str) -> AttrValue {
        format!("Translated from {language}").into()
    }

    pub(super) fn source(&self) -> &'static str {
        "Source:"
    }

    pub(super) fn picture(&self) -> &'static str {
        "Picture:"
    }

    pub(super) fn rated_by(&self) -> &'static str {
        "Rated by"
    }

    pub(super) fn out_of(&self, value: &str, best: &str) -> AttrValue {
        format!("{value} out of {best}").into()
    }

    pub(super) fn correction(&self) -> &'static str {
        "Correction"
    }

    pub(super) fn corrected(&self) -> &'static str {
        "corrected"
    }

    pub(super) fn empty(&self) -> &'static str {
        "No claims are listed for this article."
    }

    pub(super) fn left_out(&self, left_out: usize, total: usize) -> AttrValue {
        let cards = counted(total, "card", "cards");
        format!("{left_out} of {cards} could not be shown.").into()
    }

    pub(super) fn loading(&self) -> &'static str {
        "Loading fact cards"
    }

    pub(super) fn failed(&self) -> &'static str {
        "The fact cards could not be loaded"
    }

    pub(super) fn cause(&self, cause: Cause) -> &'static str {
        match cause {
            Cause::Unreachable => "The network or the server did not answer as expected.",
            Cause::Missing => "There is no document at the address that was given.",
            Cause::TooSlow => "The server took too long to answer.",
            Cause::TooLarge => "The document is larger than can be shown here.",
            Cause::Unreadable => "The document that came is not one that can be shown.",
        }
    }

    pub(super) fn try_again(&self) -> &'static str {
        "Try again"
    }
}

fn counted(number: usize, one: &str, other: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { other })
}
