//! The article as it reads, with every passage marked that is in a card.

use std::rc::Rc;

use editing::{Action, Chosen, Decision, Key, Mark, Passage, Work};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use serde_json::Value;
use yew::prelude::*;

use crate::card_list::{class, decision_line};
use crate::details::plain_field;
use crate::facts::Voice;
use crate::keys;
use crate::lines::{Line, NowAt};
use crate::page;
use crate::state::{Desk, Message, Panel, Send};
use crate::toolbar::toolbar;
use crate::words::{Words, press, use_words};

#[derive(PartialEq, Properties)]
pub struct ArticleProps {
    pub desk: Desk,
}

/// How long a selection stays as it is before it counts, in milliseconds: fingers draw it longer step by step.
const STILL: u32 = 350;

#[component]
pub fn Article(ArticleProps { desk }: &ArticleProps) -> Html {
    let words = use_words();
    let send: Send = use_context().expect("the app sends");
    use_selection(desk, &send);
    let work = desk.work();
    let paragraphs = work.paragraphs();
    let pieces = pieces(desk, &words);
    let rows = paragraphs.iter().enumerate().map(|(number, text)| {
        let own = pieces.iter().filter(|piece| piece.passage.paragraph == number).cloned().collect::<Rc<[Piece]>>();
        html! { <Paragraph key={number} {number} text={AttrValue::from((*text).to_owned())} pieces={own} /> }
    });
    let on_key = {
        let (desk, send, words) = (desk.clone(), send.clone(), words.clone());
        Callback::from(move |event: KeyboardEvent| keys::in_article(&event, &desk, &send, &words))
    };
    let language = Some(work.article("language").to_owned()).filter(|language| !language.is_empty());
    html! {
        <section class="article" aria-label={words.text(Line::TabArticle)}>
            <div class="sheet" tabindex="0" role="group" aria-label={words.text(Line::ArticleKeys)} aria-describedby="chosen" onkeydown={on_key} lang={language}>
                { headline(work, &send, &words) }
                <div class="text">{ for rows }</div>
            </div>
            <p id="chosen" class="visually-hidden" aria-live="polite">{ desk.chosen.text(&paragraphs) }</p>
            if !desk.chosen.is_empty() { { toolbar(desk, &send, &words) } } else { { at_card(desk, &send, &words) } }
        </section>
    }
}

/// On small screens, which card the marked words lead to.
fn at_card(desk: &Desk, send: &Send, words: &Words) -> Html {
    let work = desk.work();
    let Some(card) = desk.selected.and_then(|key| work.card(key)) else { return html! {} };
    let place = work.place(card.key).map_or(0, |place| place + 1).to_string();
    let send = send.clone();
    let on_click = move |_: MouseEvent| send.dispatch(Message::Show(Panel::Cards));
    html! {
        <div class="at-card">
            <p dir="auto">{ words.with(&NowAt { number: &place, text: card.text() }) }</p>
            { press("", words.text(Line::ShowPlace), on_click) }
        </div>
    }
}

/// The headline, or a field for it where there is none.
fn headline(work: &Work, send: &Send, words: &Words) -> Html {
    let headline = work.article("headline").to_owned();
    if !headline.is_empty() {
        return html! { <h2 dir="auto">{ headline }</h2> };
    }
    let send = send.clone();
    let on_change = Callback::from(move |text: String| {
        let value = Some(Value::String(text.trim().to_owned()));
        send.dispatch(Message::Act(Action::SetArticle { field: "headline".to_owned(), value }));
    });
    // Its letters are no commands to the article.
    let stay = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    html! { <div class="no-headline" onkeydown={stay}>{ plain_field(words.text(Line::HeadlineLabel), headline, &on_change, false) }</div> }
}

/// Words that are selected with mouse or finger become chosen, in whole.
#[hook]
fn use_selection(desk: &Desk, send: &Send) {
    let work = crate::facts::Same(desk.work().clone());
    let send = send.clone();
    use_effect_with(work, move |work| {
        let work = work.0.clone();
        let waiting = std::cell::RefCell::new(None::<Timeout>);
        let listener = EventListener::new(&gloo::utils::document(), "selectionchange", move |_| {
            let (work, send) = (work.clone(), send.clone());
            *waiting.borrow_mut() = Some(Timeout::new(STILL, move || choose_selected(&work, &send)));
        });
        move || drop(listener)
    });
}

fn choose_selected(work: &Work, send: &Send) {
    let Some(selected) = page::selection() else { return };
    let chosen = Chosen::of_selection(&work.paragraphs(), selected);
    if !chosen.is_empty() {
        page::unselect();
        send.dispatch(Message::Choose(chosen));
        page::show_later("b.is-chosen");
    }
}

/// Words in the article that look different.
#[derive(Clone, Debug, PartialEq)]
struct Piece {
    passage: Passage,
    /// The card they lead to; none if they are chosen.
    card: Option<(Key, usize)>,
    is_current: bool,
    classes: String,
    /// What it says of them.
    title: String,
}

fn pieces(desk: &Desk, words: &Words) -> Vec<Piece> {
    let work = desk.work();
    let marks = desk.report.iter().flat_map(|(_, report)| &report.marks);
    let mut pieces: Vec<_> = marks.filter_map(|mark| piece(desk, work, mark, words)).collect();
    let chosen = desk.chosen.passages().iter().map(|passage| Piece {
        passage: *passage,
        card: None,
        is_current: false,
        classes: "is-chosen".to_owned(),
        title: String::new(),
    });
    pieces.extend(chosen);
    pieces
}

fn piece(desk: &Desk, work: &Work, mark: &Mark, words: &Words) -> Option<Piece> {
    let card = work.card(mark.card).filter(|card| card.decision != Decision::Rejected)?;
    let statement = card.statements().get(mark.statement)?;
    let voice = Voice::of_statement(work, statement);
    let tone = voice.as_ref().map_or("tone-none".to_owned(), |voice| format!("tone-{}", voice.tone));
    let is_current = desk.selected == Some(mark.card);
    let current = if is_current { " is-current" } else { "" };
    let near = if mark.is_exact { "" } else { " is-near" };
    let name = voice.map_or(words.text(Line::NobodyNamed).to_owned(), |voice| voice.name);
    let title = format!("{name} · {}", words.text(decision_line(card.decision)));
    let classes = format!("{} {tone}{current}{near}", class(card.decision));
    Some(Piece { passage: mark.passage, card: Some((mark.card, mark.statement)), is_current, classes, title })
}

#[derive(PartialEq, Properties)]
struct ParagraphProps {
    number: usize,
    text: AttrValue,
    pieces: Rc<[Piece]>,
}

#[component]
fn Paragraph(ParagraphProps { number, text, pieces }: &ParagraphProps) -> Html {
    let send: Send = use_context().expect("the app sends");
    let mut ends: Vec<usize> = pieces.iter().flat_map(|piece| [piece.passage.start, piece.passage.end]).collect();
    ends.extend([0, text.len()]);
    ends.retain(|end| text.is_char_boundary(*end));
    ends.sort_unstable();
    ends.dedup();
    let segments = ends.windows(2).map(|ends| {
        let (start, end) = (ends[0], ends[1]);
        let covers = |piece: &&Piece| piece.passage.start <= start && end <= piece.passage.end;
        let words = &text[start..end];
        // Of several marks, that of the card that is worked on; otherwise the innermost.
        let marks = pieces.iter().filter(covers).filter(|piece| piece.card.is_some());
        let mark = marks.min_by_key(|piece| (!piece.is_current, piece.passage.end - piece.passage.start));
        let is_chosen = pieces.iter().filter(covers).any(|piece| piece.card.is_none());
        segment(words, mark, is_chosen, &send)
    });
    html! { <p data-paragraph={number.to_string()} dir="auto">{ for segments }</p> }
}

fn segment(words: &str, mark: Option<&Piece>, is_chosen: bool, send: &Send) -> Html {
    let inner = if is_chosen {
        html! { <b class="is-chosen">{ words }</b> }
    } else {
        words.into()
    };
    let Some((Piece { classes, title, .. }, (key, statement))) = mark.and_then(|mark| Some((mark, mark.card?))) else {
        return inner;
    };
    let send = send.clone();
    let on_click = move |_: MouseEvent| {
        // Whoever selects words wants these, not the card.
        if page::selection().is_none() {
            send.dispatch(Message::Select(key, statement));
            page::show(&format!("#card-{}", key.0));
        }
    };
    html! { <mark ~className={classes.as_str()} title={title.clone()} data-card={key.0.to_string()} onclick={on_click}>{ inner }</mark> }
}
