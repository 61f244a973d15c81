//! The state of the app, and what changes it.

use std::rc::Rc;

use editing::{Action, Chosen, History, Key, Report, Work};
use yew::prelude::*;

/// What somebody works at: one draft with its history.
#[derive(Clone, PartialEq)]
pub struct Desk {
    /// The name under which it is kept in the browser.
    pub id: String,
    pub history: History,
    /// The last report, and the work that it is about.
    pub report: Option<(crate::facts::Same<Work>, Rc<Report>)>,
    pub selected: Option<Key>,
    /// The statement of the selected card that is worked on.
    pub statement: usize,
    /// Words that are chosen in the article.
    pub chosen: Chosen,
    pub panel: Panel,
    /// Whether the worker has not answered for long.
    pub is_late: bool,
    /// How often it was asked again.
    pub attempts: usize,
    /// What screen readers say next, and how often something was said.
    pub said: (usize, String),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// On small screens, the article is a panel, too.
    Article,
    Cards,
    Speakers,
    Problems,
    Preview,
    Publish,
}

impl Panel {
    /// As the page's markup calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Cards => "cards",
            Self::Speakers => "speakers",
            Self::Problems => "problems",
            Self::Preview => "preview",
            Self::Publish => "publish",
        }
    }
}

pub enum Message {
    Open {
        id: String,
        history: Box<History>,
        report: Option<Report>,
    },
    Close,
    Act(Action),
    /// The end of typing.
    Pause,
    /// Takes over what another tab has made of the draft.
    TakeOver(Box<Work>),
    Undo,
    Redo,
    Select(Key, usize),
    Choose(Chosen),
    Show(Panel),
    Checked(Rc<Work>, Report),
    /// The worker has not answered what it was asked about this work.
    Late(Rc<Work>),
    /// Asks it again.
    AskAgain,
    Say(String),
}

#[derive(Clone, Default, PartialEq)]
pub struct State {
    pub desk: Option<Desk>,
}

pub type Send = UseReducerDispatcher<State>;

impl Desk {
    fn new(id: String, history: History, report: Option<Report>) -> Self {
        let selected = history.now().cards().first().map(|card| card.key);
        let report = report.map(|report| (crate::facts::Same(history.now().clone()), Rc::new(report)));
        let said = (0, String::new());
        let (chosen, panel) = (Chosen::default(), Panel::Cards);
        Self { id, history, report, selected, statement: 0, chosen, panel, is_late: false, attempts: 0, said }
    }

    pub fn work(&self) -> &Rc<Work> {
        self.history.now()
    }

    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    fn act(&mut self, action: &Action) {
        let before = self.work().clone();
        if !self.history.act(action) {
            return;
        }
        // That it was published changes nothing that is checked.
        if let (Action::Publish, Some((of, _))) = (action, &mut self.report)
            && Rc::ptr_eq(&of.0, &before)
        {
            of.0 = self.history.now().clone();
        }
        // A new card is what is worked on next.
        let new = self.work().cards().iter().find(|card| before.card(card.key).is_none()).map(|card| card.key);
        if let Some(key) = new {
            (self.selected, self.statement) = (Some(key), 0);
        }
        if let Action::Merge { into, .. } = action {
            (self.selected, self.statement) = (Some(*into), 0);
        }
        self.repair();
    }

    /// Keeps the selection where there is something.
    fn repair(&mut self) {
        let work = self.history.now();
        let card = self.selected.and_then(|key| work.card(key));
        if card.is_none() {
            self.selected = work.cards().first().map(|card| card.key);
        }
        let count = self.selected.and_then(|key| work.card(key)).map_or(0, |card| card.statements().len());
        self.statement = self.statement.min(count.saturating_sub(1));
    }

    fn take(&mut self, message: Message) {
        match message {
            Message::Act(action) => self.act(&action),
            Message::Pause => self.history.pause(),
            Message::TakeOver(work) => {
                self.history.take_over(*work);
                self.repair();
            }
            Message::Undo => {
                self.history.undo();
                self.repair();
            }
            Message::Redo => {
                self.history.redo();
                self.repair();
            }
            Message::Select(key, statement) => {
                self.history.pause();
                (self.selected, self.statement) = (Some(key), statement);
                self.repair();
            }
            Message::Choose(chosen) => self.chosen = chosen,
            Message::Show(panel) => self.panel = panel,
            // The answer to an older question comes late: after undo, the report of what is there now is known already.
            Message::Checked(work, report) => {
                if Rc::ptr_eq(&work, self.work()) {
                    self.report = Some((crate::facts::Same(work), Rc::new(report)));
                    self.is_late = false;
                }
            }
            Message::Late(work) => self.is_late |= Rc::ptr_eq(&work, self.work()),
            Message::AskAgain => (self.is_late, self.attempts) = (false, self.attempts + 1),
            Message::Say(text) => self.said = (self.said.0 + 1, text),
            Message::Open { .. } | Message::Close => {}
        }
    }
}

impl Reducible for State {
    type Action = Message;

    fn reduce(self: Rc<Self>, message: Message) -> Rc<Self> {
        let desk = match message {
            Message::Open { id, history, report } => Some(Desk::new(id, *history, report)),
            Message::Close => None,
            message => self.desk.clone().map(|mut desk| {
                desk.take(message);
                desk
            }),
        };
        Rc::new(Self { desk })
    }
}
