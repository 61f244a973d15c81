//! The desk: the article beside the cards, and all that is around them.

use std::cell::RefCell;
use std::rc::Rc;

use editing::{Action, Decision, Key, Work};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::article::Article;
use crate::card_list::{card_list, decision_line};
use crate::drafts;
use crate::facts::Same;
use crate::keys;
use crate::lines::{Line, NowAt};
use crate::page;
use crate::preview::Preview;
use crate::problems::problems;
use crate::publish::Publish;
use crate::questions::Question;
use crate::speakers::speakers;
use crate::state::{Desk, Message, Panel, Send};
use crate::words::{Words, press, say, use_words};
use crate::worker::Worker;

/// How long nothing changes before the work is kept and checked, in milliseconds.
const PAUSE: u32 = 150;

#[derive(PartialEq, Properties)]
pub struct DeskProps {
    pub desk: Desk,
}

/// What became of keeping the draft.
#[derive(Clone, Copy, PartialEq)]
enum Keeping {
    Kept,
    NoRoom,
    /// The browser keeps nothing for this site.
    Blocked,
    /// Another tab has changed the same draft.
    ChangedElsewhere,
}

#[component]
pub fn DeskView(DeskProps { desk }: &DeskProps) -> Html {
    let words = use_words();
    let send: Send = use_context().expect("the app sends");
    let worker: Worker = use_context().expect("the app has a worker");
    let keeping = use_state(|| Keeping::Kept);
    let waiting = use_waiting(desk, &keeping);
    use_keeping(desk, &keeping, &waiting, &send);
    use_keys(desk, &send, &words);
    use_risk(*keeping != Keeping::Kept);
    use_place(desk);
    use_focus(desk);
    let panel = match desk.panel {
        Panel::Article | Panel::Cards => card_list(desk, &send, &words),
        Panel::Speakers => speakers(desk, &send, &words),
        Panel::Problems => problems(desk, &send, &words),
        Panel::Preview => html! { <Preview work={Same(desk.work().clone())} /> },
        Panel::Publish => html! { <Publish desk={desk.clone()} /> },
    };
    let class = match desk.panel {
        Panel::Article => "desk shows-article",
        Panel::Preview => "desk shows-preview",
        _ => "desk",
    };
    html! {
        <div ~className={class} data-open={words.text(Line::AskOpen)}>
            <header class="masthead">
                <h1 class="wordmark">{ "Fact cards" }</h1>
                { history(desk, &keeping, &waiting, &send, &words) }
                <p class="slug" dir="auto">{ desk.work().article("headline").to_owned() }</p>
                { say("p", "keeping", words.text(if *keeping == Keeping::Kept { Line::KeptHere } else { Line::NotKept })) }
            </header>
            <div>
                { notice(desk, &keeping, &waiting, &send, &words) }
                { late_notice(desk, &worker, &send, &words) }
            </div>
            <main>
                <Article desk={desk.clone()} />
                <div class="side">
                    { tabs(desk, &send, &words) }
                    <div class="panel" id="panel" tabindex="-1">{ panel }</div>
                </div>
            </main>
            <p class="visually-hidden" role="status" aria-live="polite">{ &desk.said.1 }{ if desk.said.0 % 2 == 0 { "" } else { "\u{a0}" } }</p>
        </div>
    }
}

fn history(desk: &Desk, keeping: &UseStateHandle<Keeping>, waiting: &Waiting, send: &Send, words: &Words) -> Html {
    let button = |line: Line, sign: &'static str, is_possible: bool, make: fn() -> Message| {
        let send = send.clone();
        html! { <button class="sign" aria-label={words.text(line)} title={words.text(line)} disabled={!is_possible} onclick={move |_: MouseEvent| send.dispatch(make())}>{ sign }</button> }
    };
    let close = {
        let (send, words) = (send.clone(), words.clone());
        let (id, work, keeping, waiting) = (desk.id.clone(), desk.work().clone(), keeping.setter(), waiting.clone());
        move |_: MouseEvent| {
            renew(&waiting, &id, &work);
            write(&waiting, &id, &keeping);
            if !page::may_leave(words.text(Line::AskLeave)) {
                return;
            }
            let _ = gloo::utils::window().location().set_hash("");
            send.dispatch(Message::Close);
        }
    };
    html! {
        <div class="row tools">
            { press("quiet", words.text(Line::AllDrafts), close) }
            { button(Line::Undo, "↶", desk.can_undo(), || Message::Undo) }
            { button(Line::Redo, "↷", desk.can_redo(), || Message::Redo) }
        </div>
    }
}

fn tabs(desk: &Desk, send: &Send, words: &Words) -> Html {
    let problems = desk.report.as_ref().map_or(0, |(_, report)| report.problems.len());
    let errors = desk.report.as_ref().is_some_and(|(_, report)| report.errors() > 0);
    let all = [
        (Panel::Article, Line::TabArticle, None),
        (Panel::Cards, Line::TabCards, Some(desk.work().cards().len())),
        (Panel::Speakers, Line::TabSpeakers, Some(desk.work().speakers().len())),
        (Panel::Problems, Line::TabProblems, Some(problems)),
        (Panel::Preview, Line::TabPreview, None),
        (Panel::Publish, Line::TabPublish, None),
    ];
    let tabs = all.map(|(panel, line, count)| {
        let send = send.clone();
        let is_current = desk.panel == panel;
        let class = match panel {
            Panel::Article => "of-article",
            Panel::Problems if errors => "has-errors has-problems",
            Panel::Problems if problems > 0 => "has-problems",
            _ => "",
        };
        html! {
            <button ~className={class} data-panel={panel.name()} aria-current={is_current.then_some("page")} onclick={move |_: MouseEvent| send.dispatch(Message::Show(panel))}>
                { words.text(line) }
                if let Some(count) = count { { " " }<span class="count">{ count }</span> }
            </button>
        }
    });
    html! { <nav class="tabs" aria-label={words.text(Line::TabsLabel)}>{ for tabs }</nav> }
}

/// What the editor has to know about the draft in this browser.
fn notice(desk: &Desk, keeping: &UseStateHandle<Keeping>, waiting: &Waiting, send: &Send, words: &Words) -> Html {
    let work = desk.work().clone();
    match **keeping {
        Keeping::Kept => html! {},
        Keeping::NoRoom | Keeping::Blocked => {
            let reason = if **keeping == Keeping::Blocked { Line::StorageBlocked } else { Line::NoRoom };
            let save = move |_: MouseEvent| {
                let name = format!("{}.json", editing::file_stem(work.article("headline")));
                page::download(&name, "application/json", &work.draft_document().to_string());
            };
            html! { <div class="notice" role="alert">{ say("p", "", words.text(reason)) }{ press("", words.text(Line::DownloadWork), save) }</div> }
        }
        Keeping::ChangedElsewhere => {
            let take = {
                let (send, id, keeping, waiting) = (send.clone(), desk.id.clone(), keeping.clone(), waiting.clone());
                move |_: MouseEvent| {
                    if let Some(work) = drafts::load(&id) {
                        *waiting.borrow_mut() = Unwritten::Nothing;
                        keeping.set(Keeping::Kept);
                        send.dispatch(Message::TakeOver(work.into()));
                    }
                }
            };
            let stay = {
                let (id, keeping, waiting) = (desk.id.clone(), keeping.clone(), waiting.clone());
                move |_: MouseEvent| {
                    waiting.replace(Unwritten::Work(work.clone()));
                    write(&waiting, &id, &keeping.setter());
                }
            };
            let is_deleted = drafts::text(&desk.id).is_none();
            html! {
                <div class="notice" role="alert">
                    { say("p", "", words.text(if is_deleted { Line::OtherTabDeleted } else { Line::OtherTab })) }
                    if !is_deleted { { press("", words.text(Line::TakeOther), take) } }
                    { press("", words.text(Line::KeepMine), stay) }
                </div>
            }
        }
    }
}

/// What is not in the browser's storage yet.
enum Unwritten {
    Nothing,
    Work(Rc<Work>),
    /// Another tab has written the draft: until somebody has chosen between the two, nothing is written.
    Undecided,
}

type Waiting = Rc<RefCell<Unwritten>>;

/// Keeps the draft.
fn kept(id: &str, work: &Work) -> Keeping {
    match drafts::keep(id, work, &work.to_json()) {
        true => Keeping::Kept,
        false if drafts::is_blocked() => Keeping::Blocked,
        false => Keeping::NoRoom,
    }
}

/// Says that the worker does not answer, and asks it again.
fn late_notice(desk: &Desk, worker: &Worker, send: &Send, words: &Words) -> Html {
    if !desk.is_late {
        return html! {};
    }
    let (worker, send) = (worker.clone(), send.clone());
    let again = move |_: MouseEvent| {
        worker.stop();
        send.dispatch(Message::AskAgain);
    };
    html! { <div class="notice" role="alert">{ say("p", "", words.text(Line::NoAnswer)) }{ press("", words.text(Line::AskAgain), again) }</div> }
}

/// Writes what waits. If there is no room, it goes on waiting.
fn write(waiting: &Waiting, id: &str, keeping: &UseStateSetter<Keeping>) {
    let mut waiting = waiting.borrow_mut();
    let Unwritten::Work(work) = &*waiting else { return };
    let result = kept(id, work);
    keeping.set(result);
    page::set_at_risk(result != Keeping::Kept);
    if result == Keeping::Kept {
        *waiting = Unwritten::Nothing;
    }
}

/// Lets the work wait to be written again if it was deleted in this tab, which no event tells.
fn renew(waiting: &Waiting, id: &str, work: &Rc<Work>) {
    if matches!(*waiting.borrow(), Unwritten::Nothing) && drafts::text(id).is_none() {
        waiting.replace(Unwritten::Work(work.clone()));
    }
}

/// What waits to be written. It is written at the latest when the desk or the page is left, and so is what stands in a field then.
#[hook]
fn use_waiting(desk: &Desk, keeping: &UseStateHandle<Keeping>) -> Waiting {
    let waiting = use_mut_ref(|| Unwritten::Nothing);
    let history = use_mut_ref(|| desk.history.clone());
    *history.borrow_mut() = desk.history.clone();
    let (all, keeping) = (waiting.clone(), keeping.setter());
    use_effect_with(desk.id.clone(), move |id| {
        let (window, document) = (gloo::utils::window(), gloo::utils::document());
        let again = {
            let (all, id, keeping, history) = (all.clone(), id.clone(), keeping.clone(), history.clone());
            move || {
                renew(&all, &id, history.borrow().now());
                write(&all, &id, &keeping);
            }
        };
        let [leave, hide, close] = [(); 3].map(|()| {
            let (again, all, id, history) = (again.clone(), all.clone(), id.clone(), history.clone());
            move || {
                again();
                // What was changed in another tab is not of this history.
                if !matches!(*all.borrow(), Unwritten::Undecided) && drafts::text(&id).is_some() {
                    drafts::keep_changes(&id, &history.borrow());
                }
            }
        });
        // The field hands its text on when it loses the focus; what comes of that is written when the page is hidden, right after.
        let leaving = EventListener::new(&window, "pagehide", move |_| {
            page::leave_field("");
            leave();
        });
        let hidden = EventListener::new(&document, "visibilitychange", move |_| hide());
        // Meanwhile somebody may have made room, or deleted what the browser keeps.
        let back = EventListener::new(&window, "focus", move |_| again());
        move || {
            drop((leaving, hidden, back));
            close();
        }
    });
    waiting
}

/// Keeps and checks the work after each change, and notices changes of other tabs.
#[hook]
fn use_keeping(desk: &Desk, keeping: &UseStateHandle<Keeping>, waiting: &Waiting, send: &Send) {
    let worker: Worker = use_context().expect("the app has a worker");
    {
        let (id, keeping, send, waiting) = (desk.id.clone(), keeping.setter(), send.clone(), waiting.clone());
        let is_reported = desk.report.as_ref().is_some_and(|(of, _)| *of == Same(desk.work().clone()));
        use_effect_with((Same(desk.work().clone()), desk.attempts), move |(Same(work), _)| {
            let work = work.clone();
            if !matches!(*waiting.borrow(), Unwritten::Undecided) {
                waiting.replace(Unwritten::Work(work.clone()));
            }
            let timer = Timeout::new(PAUSE, move || {
                write(&waiting, &id, &keeping);
                if !is_reported {
                    let question = Question::Check { work: work.to_json() };
                    let late = late(&work, &send);
                    worker.ask(&question, move |report: Option<editing::Report>| {
                        drop(late);
                        if let Some(report) = report {
                            send.dispatch(Message::Checked(work, report));
                        }
                    });
                }
            });
            move || drop(timer)
        });
    }
    let (id, keeping, waiting) = (desk.id.clone(), keeping.setter(), waiting.clone());
    use_effect_with(id, move |id| {
        // Only once: somebody who goes back changes the address before what stands in a field is handed on.
        let _ = gloo::utils::window().location().set_hash(id);
        // A new draft is kept at once: until it is, nobody can go back from it.
        if drafts::text(id).is_none() {
            write(&waiting, id, &keeping);
        }
        let (id, key) = (id.clone(), drafts::key(id));
        let listener = EventListener::new(&gloo::utils::window(), "storage", move |event| {
            // Without a name, all was deleted.
            let is_own = event
                .dyn_ref::<web_sys::StorageEvent>()
                .is_some_and(|event| event.key().is_none_or(|changed| changed == key));
            if is_own {
                *waiting.borrow_mut() = Unwritten::Undecided;
                keeping.set(Keeping::ChangedElsewhere);
            } else {
                // Another draft was changed or deleted: perhaps there is room now.
                write(&waiting, &id, &keeping);
            }
        });
        move || drop(listener)
    });
}

/// How long the worker may take to answer, in milliseconds.
const PATIENCE: u32 = 10_000;

/// Says after some seconds that there is no answer about this work, unless it is dropped before.
pub fn late(work: &Rc<Work>, send: &Send) -> Timeout {
    let (work, send) = (work.clone(), send.clone());
    Timeout::new(PATIENCE, move || send.dispatch(Message::Late(work)))
}

/// Asks before the page is left while something of it is kept nowhere else.
#[hook]
fn use_risk(is_at_risk: bool) {
    use_effect_with(is_at_risk, |is_at_risk| {
        page::set_at_risk(*is_at_risk);
        let listener = is_at_risk.then(|| {
            let options = gloo::events::EventListenerOptions::enable_prevent_default();
            let ask = |event: &Event| event.prevent_default();
            EventListener::new_with_options(&gloo::utils::window(), "beforeunload", options, ask)
        });
        move || {
            page::set_at_risk(false);
            drop(listener);
        }
    });
}

/// Where a panel opens: at the card that is worked on, at its words in the article, or at the top.
#[hook]
fn use_place(desk: &Desk) {
    let selected = desk.selected;
    let is_first = use_mut_ref(|| true);
    use_effect_with(desk.panel, move |panel| {
        if is_first.replace(false) {
            return;
        }
        let selector = selected.and_then(|Key(number)| match panel {
            Panel::Cards => Some(format!("#card-{number}")),
            Panel::Article => Some(format!("mark[data-card='{number}']")),
            _ => None,
        });
        page::go_to(selector.as_deref());
        page::show_tab(panel.name());
        // The button that led here may be gone.
        page::take_focus_in_panel();
    });
}

/// Where the focus goes when the card that had it is closed, merged or removed.
#[hook]
fn use_focus(desk: &Desk) {
    let is_first = use_mut_ref(|| true);
    use_effect_with((desk.selected, desk.work().cards().len()), move |_| {
        if !is_first.replace(false) {
            page::take_focus(".card.is-open");
        }
    });
}

/// The keys that work everywhere.
#[hook]
fn use_keys(desk: &Desk, send: &Send, words: &Words) {
    let (send, words) = (send.clone(), words.clone());
    use_effect_with(desk.clone(), move |desk| {
        let desk = desk.clone();
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&gloo::utils::document(), "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() {
                keys::anywhere(event, &desk, &send, &words);
            }
        });
        move || drop(listener)
    });
}

/// Decides about the selected card, and goes on to the next one that is not decided.
pub fn decide(desk: &Desk, send: &Send, words: &Words, decision: Decision) {
    let Some(key) = desk.selected else { return };
    send.dispatch(Message::Act(Action::Decide { card: key, decision }));
    let cards = desk.work().cards();
    let place = desk.work().place(key).unwrap_or_default();
    let around = cards.iter().skip(place + 1).chain(cards.iter().take(place));
    let next = around.into_iter().find(|card| card.decision == Decision::Proposed).map(|card| card.key);
    let said = words.text(decision_line(decision));
    match next {
        Some(next) => go(desk, send, words, next, said),
        None => send.dispatch(Message::Say(format!("{said}. {}", words.text(Line::AllDecided)))),
    }
}

/// Goes to the next card, or to the one before.
pub fn step(desk: &Desk, send: &Send, words: &Words, by: isize) {
    let cards = desk.work().cards();
    let place = desk.selected.and_then(|key| desk.work().place(key)).unwrap_or_default();
    if let Some(card) = place.checked_add_signed(by).and_then(|place| cards.get(place)) {
        go(desk, send, words, card.key, "");
    }
}

fn go(desk: &Desk, send: &Send, words: &Words, key: Key, said: &str) {
    send.dispatch(Message::Select(key, 0));
    let work = desk.work();
    let place = work.place(key).map_or(0, |place| place + 1).to_string();
    let text = work.card(key).map(|card| card.text().to_owned()).unwrap_or_default();
    let at = words.with(&NowAt { number: &place, text: &text });
    send.dispatch(Message::Say(if said.is_empty() { at } else { format!("{said}. {at}") }));
    // After the card has been drawn.
    let number = key.0;
    Timeout::new(30, move || {
        page::show(&format!("#card-{number}"));
        page::show(&format!("mark[data-card='{number}']"));
    })
    .forget();
}
