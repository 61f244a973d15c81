//! Undo and redo, as far back as the beginning.

use std::rc::Rc;

use crate::action::Action;
use crate::steps;
use crate::work::Work;

/// What is worked on, and every state before.
///
/// States share what they have in common, so that a long history takes little memory.
#[derive(Clone, Debug)]
pub struct History {
    past: Vec<Rc<Work>>,
    now: Rc<Work>,
    future: Vec<Rc<Work>>,
    /// The last action, while typing goes on: a word typed letter by letter is undone at once.
    typing: Option<Action>,
}

/// How many changes are kept with a work, in each direction.
const MOST_KEPT: usize = 200;

impl History {
    pub fn of(work: Work) -> Self {
        Self { past: Vec::new(), now: Rc::new(work), future: Vec::new(), typing: None }
    }

    pub fn now(&self) -> &Rc<Work> {
        &self.now
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Makes a change. Returns whether there was anything to change.
    pub fn act(&mut self, action: &Action) -> bool {
        if *action == Action::Publish {
            return self.publish();
        }
        let Some(next) = self.now.with(action) else { return false };
        let before = std::mem::replace(&mut self.now, Rc::new(next));
        let goes_on = self.typing.as_ref().is_some_and(|last| continues(last, action));
        if !goes_on {
            self.past.push(before);
        }
        self.future.clear();
        self.typing = continues(action, action).then(|| action.clone());
        true
    }

    /// Puts another state of the same work in place of this one, as one change.
    pub fn take_over(&mut self, mut work: Work) {
        if work.is_published {
            self.publish();
        }
        work.is_published = self.now.is_published;
        if *self.now != work {
            self.past.push(std::mem::replace(&mut self.now, Rc::new(work)));
            self.future.clear();
            self.typing = None;
        }
    }

    /// The work with its last changes, and those that were undone, as texts; none where there are none. A work that was changed often would be
    /// too large with all of them: each text has fewer than the one before, down to the last change, for storage without more room.
    pub fn to_texts(&self) -> impl Iterator<Item = String> {
        let all = self.past.len().max(self.future.len()).min(MOST_KEPT);
        let counts = std::iter::successors(Some(all), |count| Some(count / 2)).take_while(|count| *count > 0);
        counts.filter_map(|most| self.to_text(most))
    }

    /// The text with so many changes in each direction.
    fn to_text(&self, most: usize) -> Option<String> {
        let nearest = |all: &[Rc<Work>]| all[all.len().saturating_sub(most)..].to_vec();
        let (past, future) = (nearest(&self.past), nearest(&self.future));
        let is_changed = !past.is_empty() || !future.is_empty();
        is_changed.then(|| steps::written(&past, &self.now, &future))
    }

    /// Opens a work with the changes that [`Self::to_texts`] has written, if there are any. Where the work was changed after that, this is one more
    /// change.
    pub fn resumed(work: Work, text: Option<&str>) -> Self {
        let read = text.and_then(steps::read);
        let Some((past, now, future)) = read else { return Self::of(work) };
        let mut history = Self { past, now, future, typing: None };
        history.take_over(work);
        history
    }

    /// That readers may have links to the claims is a fact, which no undo takes back.
    fn publish(&mut self) -> bool {
        let is_new = !self.now.is_published;
        if is_new {
            let states = self.past.iter_mut().chain(&mut self.future).chain([&mut self.now]);
            states.for_each(|work| Rc::make_mut(work).is_published = true);
        }
        is_new
    }

    /// Ends typing: what comes next is undone on its own.
    pub fn pause(&mut self) {
        self.typing = None;
    }

    /// Goes back to the state before the last change. Returns whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.now, before));
        self.typing = None;
        true
    }

    /// Makes the change again that was undone last. Returns whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.now, after));
        self.typing = None;
        true
    }
}

/// Whether one action goes on with what another began.
fn continues(last: &Action, next: &Action) -> bool {
    match (last, next) {
        (Action::Sentence { card, .. }, Action::Sentence { card: other, .. }) => card == other,
        (Action::Set { card, place, .. }, Action::Set { card: other, place: same, .. }) => {
            (card, place) == (other, same)
        }
        (Action::SetSpeaker { speaker, field, .. }, Action::SetSpeaker { speaker: other, field: same, .. }) => {
            (speaker, field) == (other, same)
        }
        (Action::SetArticle { field, .. }, Action::SetArticle { field: same, .. }) => field == same,
        _ => false,
    }
}

/// States that are the same object: comparing them is as quick as comparing two numbers.
impl PartialEq for History {
    fn eq(&self, other: &Self) -> bool {
        let same = |one: &[Rc<Work>], two: &[Rc<Work>]| {
            one.len() == two.len() && one.last().zip(two.last()).is_none_or(|(one, two)| Rc::ptr_eq(one, two))
        };
        Rc::ptr_eq(&self.now, &other.now) && same(&self.past, &other.past) && same(&self.future, &other.future)
    }
}
