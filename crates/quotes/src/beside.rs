//! What stands beside words in the clause that they are taken from.

use super::parts::boundary;
use super::signs::Sign;
use super::turning_words::{OPENERS, is_in};
use super::{Finding, Passage, Position, Text};

/// How many places of an ambiguous quote are examined.
const MOST_PLACES: usize = 20;

/// The most bytes that are read on each side.
const FARTHEST: usize = 1000;

impl Text {
    /// Whether the clause in which a quote begins or ends has a word such as “not” outside the quote: “safe to drink” of “The water is not safe to
    /// drink”.
    ///
    /// This is a short form of [`Text::cut`] for the pages of readers, who should load little. It knows fewer words and fewer ways in which a
    /// clause ends, so that it also takes a few fair quotes for cut ones.
    pub fn is_beside_negation(&self, finding: &Finding) -> bool {
        finding.places.iter().take(MOST_PLACES).any(|place| {
            let (Some(first), Some(last)) = (place.first(), place.last()) else { return false };
            self.has_negation_before(*first) || self.has_negation_behind(last.end)
        })
    }

    fn has_negation_before(&self, part: Passage) -> bool {
        let end = part.start;
        let text = &self.paragraphs[end.paragraph][..end.byte];
        let byte = boundary(text, end.byte.saturating_sub(FARTHEST));
        let signs = self.signs(Passage { start: Position { byte, ..end }, end });
        // “I do not think, honestly, that it is safe”: what is denied begins after a comma.
        let opener = text.rsplit_once(',').and_then(|(_, clause)| clause.split_whitespace().next());
        let is_carried = opener.is_some_and(|word| word == "that" || is_in(OPENERS, word));
        let mut behind = self.signs(part).first().copied().unwrap_or(Sign::Word);
        for sign in signs.into_iter().rev() {
            let ends = match sign {
                Sign::Pause => !is_carried,
                // “We do not lie, and he knows it”
                Sign::And => matches!(behind, Sign::Capital | Sign::Article | Sign::Relative),
                Sign::Negation => return true,
                _ => is_end(sign),
            };
            if ends {
                break;
            }
            behind = sign;
        }
        false
    }

    fn has_negation_behind(&self, start: Position) -> bool {
        let byte = boundary(&self.paragraphs[start.paragraph], start.byte + FARTHEST);
        let signs = self.signs(Passage { start, end: Position { byte, ..start } });
        let clause = signs.into_iter().take_while(|sign| !is_end(*sign) && !matches!(sign, Sign::Pause | Sign::And));
        clause.into_iter().any(|sign| sign == Sign::Negation)
    }
}

fn is_end(sign: Sign) -> bool {
    sign.is_mark() || matches!(sign, Sign::End | Sign::Colon | Sign::Undecided)
}
