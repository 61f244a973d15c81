//! The speakers, with the keys by which statements name them.

use std::collections::HashMap;

use document::model;
use document::model::SpeakerType;
use draft::{Article, Attribution, SpeakerKind};

use crate::ids::Ids;

/// The speakers of an article.
pub struct Speakers<'article> {
    /// The keys, by the name in the article.
    keys: HashMap<&'article str, String>,
    model: model::Speakers,
}

impl<'article> Speakers<'article> {
    pub fn of(article: &Article<'article>, attributions: &[Attribution]) -> Self {
        let mut speakers = Self { keys: HashMap::new(), model: model::Speakers::default() };
        let mut keys = Ids::default();
        for speaker in attributions.iter().filter_map(|attribution| attribution.speaker) {
            let name = article.text(speaker.name);
            if speakers.key(name).is_some() {
                continue;
            }
            let key = keys.take(crate::slug::slug(name, "speaker"));
            let text = |span: Option<draft::Span>| span.map(|span| article.text(span).to_owned());
            let speaker_type = match speaker.kind {
                SpeakerKind::Person => SpeakerType::Person,
                SpeakerKind::Organization => SpeakerType::Organization,
                SpeakerKind::Group => SpeakerType::Group,
            };
            let (role, organization) = (text(speaker.role), text(speaker.organization));
            let made = model::Speaker { name: name.to_owned(), speaker_type, role, organization, ..Default::default() };
            speakers.model.insert(key.clone(), made);
            speakers.keys.insert(name, key);
        }
        speakers
    }

    /// The key of the speaker with this name in the article.
    pub fn key(&self, name: &str) -> Option<&str> {
        self.keys.get(name).map(String::as_str)
    }

    pub fn into_model(self) -> model::Speakers {
        self.model
    }
}
