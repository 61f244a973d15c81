//! The real cards, as readers get them, of the cards that are accepted.

use editing::{Decision, Work};
use gloo::timers::callback::Timeout;
use js_sys::{JSON, Reflect};
use web_sys::Element;
use yew::prelude::*;

use crate::app::value_of;
use crate::facts::Same;
use crate::lines::Line;
use crate::page;
use crate::words::{Words, say, use_words};

#[derive(PartialEq, Properties)]
pub struct PreviewProps {
    pub work: Same<Work>,
}

#[derive(Clone, Copy, PartialEq)]
enum Width {
    Phone,
    Column,
}

#[component]
pub fn Preview(PreviewProps { work }: &PreviewProps) -> Html {
    let words = use_words();
    let width = use_state(|| Width::Column);
    let theme = use_state(|| "auto");
    // Nothing stands for the language of the article.
    let language = use_state(|| None::<String>);
    let place = use_cards(work);
    let widths = [(Width::Phone, Line::WidthPhone), (Width::Column, Line::WidthColumn)];
    let themes = [("auto", Line::ThemeAuto), ("light", Line::ThemeLight), ("dark", Line::ThemeDark)];
    // Where the document names none, published HTML is in English, whatever the language of this page.
    let own = Some(work.0.article("language")).filter(|tag| !tag.is_empty()).unwrap_or("en").to_owned();
    let lang = (*language).clone().unwrap_or(own);
    let empty = (work.0.count(Decision::Accepted) == 0).then(|| words.text(Line::NothingAccepted));
    let class = if *width == Width::Phone { "stand is-phone" } else { "stand is-column" };
    html! {
        <section class="preview">
            { say("h2", "", words.text(Line::TabPreview)) }
            { say("p", "hint", words.text(Line::PreviewWhat)) }
            <div class="row">
                { choice(Line::WidthLabel, &widths, &width, &words) }
                { choice(Line::ThemeLabel, &themes, &theme, &words) }
                { languages(&language, &words) }
            </div>
            <div ~className={class} data-theme={*theme}>{ empty }<@{"fact-cards"} ref={place} theme={*theme} {lang} article=".text"></@></div>
        </section>
    }
}

/// The place of the cards, which get the document when it has not changed for a moment.
#[hook]
fn use_cards(work: &Same<Work>) -> NodeRef {
    let place = use_node_ref();
    let element = place.clone();
    use_effect_with(work.clone(), move |Same(work)| {
        let json = work.to_publish();
        // Not for each letter.
        let timer = Timeout::new(300, move || {
            if let (Some(element), Ok(document)) = (element.cast::<Element>(), JSON::parse(&json)) {
                let _ = element.set_attribute("open", "first");
                let _ = Reflect::set(&element, &"document".into(), &document);
            }
        });
        move || drop(timer)
    });
    place
}

/// A button for each choice.
fn choice<T: Copy + PartialEq + 'static>(
    label: Line,
    all: &[(T, Line)],
    chosen: &UseStateHandle<T>,
    words: &Words,
) -> Html {
    let buttons = all.iter().map(|(choice, line)| {
        let (choice, is_so, chosen) = (*choice, **chosen == *choice, chosen.setter());
        html! { <button aria-pressed={is_so.to_string()} onclick={move |_: MouseEvent| chosen.set(choice)}>{ words.text(*line) }</button> }
    });
    html! { <span class="choice" role="group" aria-label={words.text(label)}>{ for buttons }</span> }
}

/// The language of the cards' own words.
fn languages(language: &UseStateHandle<Option<String>>, words: &Words) -> Html {
    let on_change = {
        let language = language.setter();
        Callback::from(move |event: Event| language.set(Some(value_of(&event)).filter(|tag| !tag.is_empty())))
    };
    let options = page::widget_languages(words.language()).into_iter().map(|(tag, name)| {
        let selected = language.as_ref() == Some(&tag);
        html! { <option value={tag} {selected}>{ name }</option> }
    });
    html! {
        <label class="choice">{ say("span", "visually-hidden", words.text(Line::LanguageLabel)) }
            <select onchange={on_change}><option value="" selected={language.is_none()}>{ words.text(Line::LanguageOfArticle) }</option>{ for options }</select>
        </label>
    }
}
