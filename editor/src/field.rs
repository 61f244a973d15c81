//! Which field of the editor a problem is about.

use editing::{Key, Problem, Work, string};
use serde_json::Value;

use crate::details;
use crate::lines::Line;

/// A field, as somebody sees it.
pub struct Field {
    pub name: Line,
    pub value: String,
    /// Where it stands on its panel; nothing if it can only be changed in the article's words.
    pub selector: Option<String>,
}

impl Field {
    /// The field that a problem is about. Words of the article are no fields: their problems show them.
    pub fn of(problem: &Problem, work: &Work) -> Option<Self> {
        match (problem.card, &problem.speaker) {
            (Some(key), _) => Self::of_card(key, problem, work),
            (None, Some(speaker)) => Self::of_speaker(speaker, problem, work),
            (None, None) => Self::of_article(problem.path.strip_prefix("article.")?, work),
        }
    }

    fn of_card(key: Key, problem: &Problem, work: &Work) -> Option<Self> {
        // `claims[0].statements[1].source.url` is the claim's `statements/1/source/url`.
        let (_, within) = problem.path.split_once("].")?;
        let place = within.replace(['[', '.'], "/").replace(']', "");
        let field = place.strip_prefix("statements/").and_then(|rest| rest.split_once('/'));
        let (name, selector) = match field {
            Some((number, "speaker")) => (Line::SpeakerLabel, Some(format!("#who-{}-{number}", key.0))),
            // A role that somebody has on this card alone.
            Some((_, "role")) => (Line::RoleLabel, None),
            Some((_, "organization")) => (Line::OrganizationLabel, None),
            _ => (details::name(&place)?, Some(format!("[id='{}']", details::id(key, &place)))),
        };
        let value = work.card(key)?.claim.pointer(&format!("/{place}")).and_then(Value::as_str).unwrap_or_default();
        Some(Self { name, value: value.to_owned(), selector })
    }

    fn of_speaker(speaker: &str, problem: &Problem, work: &Work) -> Option<Self> {
        let (_, field) = problem.path.rsplit_once('.')?;
        let (name, number) = match field {
            "name" => (Line::NameLabel, 1),
            "role" => (Line::RoleLabel, 2),
            "organization" => (Line::OrganizationLabel, 3),
            _ => return None,
        };
        let value = string(work.speakers().get(speaker)?, field).to_owned();
        // Not a name that would end the selector.
        let is_plain = !speaker.contains(['\'', '\\', '\n']);
        let selector = is_plain.then(|| format!("[id='voice-{speaker}'] .field:nth-of-type({number}) textarea"));
        Some(Self { name, value, selector })
    }

    fn of_article(field: &str, work: &Work) -> Option<Self> {
        let (name, selector) = match field {
            "headline" => (Line::HeadlineLabel, "#headline textarea"),
            "language" => (Line::LanguageOfArticle, "#language select"),
            _ => return None,
        };
        Some(Self { name, value: work.article(field).to_owned(), selector: Some(selector.to_owned()) })
    }
}
