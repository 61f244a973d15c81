//! Lists of words that are read once, for `check` and drafts, which ask them about every word of a clause. Readers' files have the shorter
//! [`super::turning_words::is_in`], which reads the whole list each time.

use std::cell::RefCell;

use super::turning_words::{entries, is_same};

/// A list that was read.
struct List {
    /// Where the list stands, which tells it from all others.
    place: (*const u8, usize),
    /// The entries that tell how a word begins, by their first byte.
    beginnings: Vec<&'static str>,
    /// Those that only tell how a word ends: `-n't`.
    endings: Vec<&'static str>,
}

thread_local! {
    /// By their places.
    static LISTS: RefCell<Vec<List>> = const { RefCell::new(Vec::new()) };
}

impl List {
    fn of(list: &'static str) -> Self {
        let (endings, mut beginnings): (Vec<_>, Vec<_>) = entries(list).partition(|entry| entry.starts_with('-'));
        beginnings.sort_by_key(|entry| first(entry));
        Self { place: (list.as_ptr(), list.len()), beginnings, endings }
    }

    fn has(&self, word: &str) -> bool {
        let begin = self.beginnings.partition_point(|entry| first(entry) < first(word));
        let near = self.beginnings[begin..].iter().take_while(|entry| first(entry) == first(word));
        near.chain(&self.endings).any(|entry| is_same(entry, word))
    }
}

/// The first byte, in small letters; 0 if there is none.
fn first(word: &str) -> u8 {
    word.as_bytes().first().map_or(0, u8::to_ascii_lowercase)
}

/// Whether a list has this word: the same as [`super::turning_words::is_in`].
pub(super) fn is_in(list: &'static str, word: &str) -> bool {
    LISTS.with_borrow_mut(|lists| {
        let place = (list.as_ptr(), list.len());
        let at = lists.binary_search_by_key(&place, |list| list.place).unwrap_or_else(|at| {
            lists.insert(at, List::of(list));
            at
        });
        lists[at].has(word)
    })
}
