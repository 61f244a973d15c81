//! What stands beside words in the clause that they are taken from.

use super::parts::boundary;
use super::signs::Sign;
use super::turning_words::{OPENERS, is_in};
use super::{Finding, Passage, Position, Text};

/// How many places of an ambiguous quote are examined.
const MOST_PLACES: usize = 20;

/// The most words of “, which he denies”, behind reported words.
const MOST_BEHIND: usize = 6;

/// The most bytes that are read on each side.
const FARTHEST: usize = 1000;

impl Text {
    /// Whether the clause in which words begin or end has a word such as “not” or “denied” outside of them: “safe to drink” of “The water is not
    /// safe to drink”, “the water was safe” of “Ada Low denied that the water was safe”.
    ///
    /// This is a short form of [`Text::cut`] and [`Text::denial`] for the pages of readers, who should load little. It knows fewer words and
    /// fewer ways in which a clause ends, so that it also takes a few fair words for cut ones.
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
        let signs = self.signs_with_denials(Passage { start: Position { byte, ..end }, end });
        // “I do not think, honestly, that it is safe”: what is denied begins after a comma.
        let opener = text.rsplit_once(',').and_then(|(_, clause)| clause.split_whitespace().next());
        let is_carried = opener.is_some_and(|word| word == "that" || is_in(OPENERS, word));
        // „Ada Low wies den Vorwurf zurück, sie habe gelogen“, but not “We do not lie, the water is safe”
        let begins = signs.last() == Some(&Sign::Pause);
        let mut behind = self.signs(part).first().copied().unwrap_or(Sign::Word);
        for (back, sign) in signs.into_iter().rev().enumerate() {
            let ends = match sign {
                Sign::Pause => !is_carried && back > 0,
                // “We do not lie, and he knows it”
                Sign::And => matches!(behind, Sign::Capital | Sign::Article | Sign::Relative | Sign::Saying),
                Sign::Denial => return true,
                Sign::Negation if !begins || is_carried || back == 1 => return true,
                Sign::FurtherNegation if !begins || is_carried => return true,
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
        let signs = self.signs_with_denials(Passage { start, end: Position { byte, ..start } });
        // “…, which he denies”
        let is_added = signs.first() == Some(&Sign::Pause);
        let from = usize::from(is_added);
        let ends = |sign: &Sign| is_end(*sign) || matches!(sign, Sign::Pause | Sign::And);
        let to = signs.iter().skip(from).position(ends).map_or(signs.len(), |length| from + length);
        let clause = &signs[from..to];
        match clause.last() {
            Some(last) if is_added => {
                clause.len() <= MOST_BEHIND && (clause.contains(&Sign::Denial) || *last == Sign::Negation)
            }
            _ => clause.iter().any(|sign| matches!(sign, Sign::Negation | Sign::FurtherNegation | Sign::Denial)),
        }
    }
}

fn is_end(sign: Sign) -> bool {
    sign.is_mark() || matches!(sign, Sign::End | Sign::Colon | Sign::Undecided)
}
