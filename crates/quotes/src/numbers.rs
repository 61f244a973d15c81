//! Numbers of words. The map of std has 1 KB more code, which readers would load.

use super::Form;

/// The number of a word, for each word that has one.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers {
    words: Vec<(Box<str>, Form)>,
    /// For each hash the place of a word in `words`, counted from 1, or 0. If another word has that hash, the next free place is used. At most half of
    /// them are used, and how many there are is a power of two.
    places: Vec<u32>,
}

impl Numbers {
    pub(super) fn get(&self, word: &str) -> Option<Form> {
        let place = *self.places.get(self.place_of(word))?;
        self.words.get((place as usize).wrapping_sub(1)).map(|(_, number)| *number)
    }

    /// Gives a number to a word that has none.
    pub(super) fn insert(&mut self, word: &str, number: Form) {
        self.words.push((word.into(), number));
        let mut first = self.words.len();
        if 2 * first > self.places.len() {
            self.places = vec![0; 4 * first.next_power_of_two()];
            first = 1;
        }
        for number in first..=self.words.len() {
            let place = self.place_of(&self.words[number - 1].0);
            self.places[place] = number as u32;
        }
    }

    /// Where the place of a word stands, or may be put.
    fn place_of(&self, word: &str) -> usize {
        // FNV-1a.
        let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let last = self.places.len().wrapping_sub(1);
        let mut at = (hash ^ (hash >> 15)) as usize & last;
        while let Some(place) = self.places.get(at).filter(|place| **place > 0) {
            if *self.words[*place as usize - 1].0 == *word {
                break;
            }
            at = (at + 1) & last;
        }
        at
    }
}
