//! The real cards, as readers get them, of the cards that are accepted.

use editing::Work;
use gloo::timers::callback::Timeout;
use js_sys::{JSON, Reflect};
use web_sys::Element;
use yew::prelude::*;

use crate::app::value_of;
use crate::facts::Same;
use crate::lines::Line;
use crate::page;
use crate::words::use_words;

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
    let place = use_node_ref();
    {
        let place = place.clone();
        use_effect_with(work.clone(), move |Same(work)| {
            let json = work.to_publish();
            // Not for each letter.
            let timer = Timeout::new(300, move || {
                if let (Some(element), Ok(document)) = (place.cast::<Element>(), JSON::parse(&json)) {
                    let _ = element.set_attribute("open", "first");
                    let _ = Reflect::set(&element, &"document".into(), &document);
                }
            });
            move || drop(timer)
        });
    }
    let widths = [(Width::Phone, Line::WidthPhone), (Width::Column, Line::WidthColumn)].map(|(choice, line)| {
        let is_so = *width == choice;
        let width = width.clone();
        html! { <button aria-pressed={is_so.to_string()} onclick={move |_: MouseEvent| width.set(choice)}>{ words.text(line) }</button> }
    });
    let themes = [("auto", Line::ThemeAuto), ("light", Line::ThemeLight), ("dark", Line::ThemeDark)].map(|(name, line)| {
        let is_so = *theme == name;
        let theme = theme.clone();
        html! { <button aria-pressed={is_so.to_string()} onclick={move |_: MouseEvent| theme.set(name)}>{ words.text(line) }</button> }
    });
    let on_language = {
        let language = language.clone();
        Callback::from(move |event: Event| language.set(Some(value_of(&event)).filter(|tag| !tag.is_empty())))
    };
    let languages = page::widget_languages(words.language()).into_iter().map(|(tag, name)| {
        let selected = language.as_ref() == Some(&tag);
        html! { <option value={tag} {selected}>{ name }</option> }
    });
    // Where the document names none, published HTML is in English, whatever the language of this page.
    let own = Some(work.0.article("language")).filter(|tag| !tag.is_empty()).unwrap_or("en").to_owned();
    let lang = (*language).clone().unwrap_or(own);
    let class = classes!("stand", if *width == Width::Phone { "is-phone" } else { "is-column" });
    html! {
        <section class="preview">
            <h2>{ words.text(Line::TabPreview) }</h2>
            <p class="hint">{ words.text(Line::PreviewWhat) }</p>
            <div class="row">
                <span class="choice" role="group" aria-label={words.text(Line::WidthLabel)}>{ for widths }</span>
                <span class="choice" role="group" aria-label={words.text(Line::ThemeLabel)}>{ for themes }</span>
                <label class="choice"><span class="visually-hidden">{ words.text(Line::LanguageLabel) }</span>
                    <select onchange={on_language}><option value="" selected={language.is_none()}>{ words.text(Line::LanguageOfArticle) }</option>{ for languages }</select>
                </label>
            </div>
            <div {class} data-theme={*theme}><@{"fact-cards"} ref={place} theme={*theme} {lang} article=".text"></@></div>
        </section>
    }
}
