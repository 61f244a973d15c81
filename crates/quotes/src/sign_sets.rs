//! Sets of signs, and where their members stand. Two functions for all of them: an iterator with a closure is compiled for each place that has one, and
//! readers load that.

use super::signs::Sign;

/// A set of signs: a bit for each.
pub(super) type Set = u32;

pub(super) const fn set<const N: usize>(signs: [Sign; N]) -> Set {
    let (mut set, mut at) = (0, 0);
    while at < N {
        set |= 1 << signs[at] as u32;
        at += 1;
    }
    set
}

/// All words.
pub(super) const WORDS: Set = (2 << Sign::Interrogative as u32) - 1;
pub(super) const MARKS: Set = set([Sign::Opens, Sign::OpensSingle, Sign::Closes]);
pub(super) const END: Set = set([Sign::End]);
pub(super) const PAUSE: Set = set([Sign::Pause]);
pub(super) const NEGATION: Set = set([Sign::Negation]);

impl Sign {
    pub(super) fn is_in(self, set: Set) -> bool {
        set >> self as u32 & 1 > 0
    }
}

/// Where the first sign of a set is; behind all signs if there is none.
#[inline(never)]
pub(super) fn first(signs: &[Sign], set: Set) -> usize {
    let mut at = 0;
    while at < signs.len() && !signs[at].is_in(set) {
        at += 1;
    }
    at
}

/// The place behind the last sign of a set; 0 if there is none.
#[inline(never)]
pub(super) fn behind_last(signs: &[Sign], set: Set) -> usize {
    let mut at = signs.len();
    while at > 0 && !signs[at - 1].is_in(set) {
        at -= 1;
    }
    at
}

pub(super) fn has(signs: &[Sign], set: Set) -> bool {
    behind_last(signs, set) > 0
}
