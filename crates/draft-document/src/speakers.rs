//! Those who speak, by the keys that statements name them with.

use document::model;
use document::model::SpeakerType;
use draft::{Article, Attribution, SpeakerKind};

/// The speakers of an article, in order of appearance.
pub struct Speakers<'article> {
    /// Of each the name, as the article has it, and the key.
    keys: Vec<(&'article str, String)>,
    model: model::Speakers,
}

impl<'article> Speakers<'article> {
    pub fn of(article: &Article<'article>, attributions: &[Attribution]) -> Self {
        let mut speakers = Self { keys: Vec::new(), model: model::Speakers::default() };
        for speaker in attributions.iter().filter_map(|attribution| attribution.speaker) {
            let name = article.text(speaker.name);
            if speakers.key(name).is_some() {
                continue;
            }
            let key = free(crate::claims::slug(name, "speaker"), |key| speakers.model.get(key).is_some());
            let text = |span: Option<draft::Span>| span.map(|span| article.text(span).to_owned());
            let speaker_type = match speaker.kind {
                SpeakerKind::Person => SpeakerType::Person,
                SpeakerKind::Organization => SpeakerType::Organization,
                SpeakerKind::Group => SpeakerType::Group,
            };
            let (role, organization) = (text(speaker.role), text(speaker.organization));
            let made = model::Speaker { name: name.to_owned(), speaker_type, role, organization, ..Default::default() };
            speakers.model.insert(key.clone(), made);
            speakers.keys.push((name, key));
        }
        speakers
    }

    /// The key of the speaker whom the article calls so.
    pub fn key(&self, name: &str) -> Option<&str> {
        self.keys.iter().find_map(|(known, key)| (*known == name).then_some(key.as_str()))
    }

    pub fn into_model(self) -> model::Speakers {
        self.model
    }
}

/// A key like this that nobody has, with a number where it is taken.
pub fn free(key: String, is_taken: impl Fn(&str) -> bool) -> String {
    let mut number = 1;
    let mut free = key.clone();
    while is_taken(&free) {
        number += 1;
        free = format!("{key}-{number}");
    }
    free
}
