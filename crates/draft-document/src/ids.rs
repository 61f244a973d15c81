//! Which ids are free: of claims or speakers whose texts make the same id, all but the first get numbers.

use std::collections::{HashMap, HashSet};

/// The ids that are taken.
#[derive(Default)]
pub struct Ids {
    taken: HashSet<String>,
    /// For each id that was asked for, the first number that may be free.
    next: HashMap<String, usize>,
}

impl<'id> FromIterator<&'id str> for Ids {
    fn from_iter<I: IntoIterator<Item = &'id str>>(ids: I) -> Self {
        Self { taken: ids.into_iter().map(str::to_owned).collect(), next: HashMap::new() }
    }
}

impl Ids {
    /// Takes this id, or with the first number that is free: `claim`, `claim-2`.
    pub fn take(&mut self, id: String) -> String {
        let next = self.next.entry(id.clone()).or_insert(1);
        loop {
            let free = if *next == 1 { id.clone() } else { format!("{id}-{next}") };
            *next += 1;
            if self.taken.insert(free.clone()) {
                return free;
            }
        }
    }
}
