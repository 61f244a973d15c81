use serde::{Serialize, Serializer};

use super::Speaker;

/// The speakers of a document by their keys, in the order of the keys.
///
/// This is a sorted list, because each type of `BTreeMap` would add kilobytes to the wasm.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(inline, with = "std::collections::BTreeMap<String, Speaker>")
)]
pub struct Speakers(Vec<(String, Speaker)>);

impl Speakers {
    pub fn get(&self, key: &str) -> Option<&Speaker> {
        self.find(key).ok().map(|at| &self.0[at].1)
    }

    /// The place of a key in the order of the keys, from 0.
    pub fn place(&self, key: &str) -> Option<usize> {
        self.find(key).ok()
    }

    /// Adds a speaker, in place of one with the same key.
    pub fn insert(&mut self, key: String, speaker: Speaker) {
        match self.find(&key) {
            Ok(at) => self.0[at].1 = speaker,
            Err(at) => self.0.insert(at, (key, speaker)),
        }
    }

    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_str())
    }

    pub fn values(&self) -> impl Iterator<Item = &Speaker> {
        self.0.iter().map(|(_, speaker)| speaker)
    }

    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Speaker> {
        self.0.iter_mut().map(|(_, speaker)| speaker)
    }

    fn find(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(name, _)| name.as_str().cmp(key))
    }
}

/// Of several speakers with the same key, the last stays.
impl FromIterator<(String, Speaker)> for Speakers {
    fn from_iter<All: IntoIterator<Item = (String, Speaker)>>(all: All) -> Self {
        // Sorted once: to insert each into a sorted list takes time that grows with the square of their number.
        let mut all: Vec<_> = all.into_iter().collect();
        all.sort_by(|(one, _), (other, _)| one.cmp(other));
        all.dedup_by(|later, earlier| {
            let is_same = later.0 == earlier.0;
            if is_same {
                std::mem::swap(later, earlier);
            }
            is_same
        });
        Self(all)
    }
}

impl Serialize for Speakers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, speaker)| (key, speaker)))
    }
}
