use document::model::{
    Article, Claim, Date, Document, Language, Number, Review, Source, Speaker, SpeakerType, Stance, Statement, Words,
};
use document::web_url::WebUrl;

use schema_org::encoded;

use crate::columns::Field;

/// A document as rows of a table with the columns of [`Field::all`]: one for each statement and each review of a claim. Texts that look
/// like HTML have character references, because reading a table decodes them.
pub fn rows(document: &Document) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for claim in &document.claims {
        let longest = claim.statements.len().max(claim.reviews.len()).max(1);
        for at in 0..longest {
            let row = Row {
                article: &document.article,
                claim,
                speaker: claim.statements.get(at).and_then(|one| document.speakers.get(one.speaker.as_deref()?)),
                statement: claim.statements.get(at),
                review: claim.reviews.get(at),
            };
            rows.push(Field::all().map(|field| row.written(field)).collect());
        }
    }
    rows
}

/// A cell that no spreadsheet takes for a formula: a first character that begins one becomes a character reference. Numbers stay numbers.
/// The list of characters is that of OWASP's page about CSV injection.
fn harmless(cell: String) -> String {
    let Some(first @ ('=' | '+' | '-' | '@' | '\t' | '\r')) = cell.chars().next() else { return cell };
    let is_number = cell[1..].bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    match is_number && matches!(first, '-' | '+') {
        true => cell,
        false => format!("&#{};{}", u32::from(first), &cell[1..]),
    }
}

struct Row<'document> {
    article: &'document Article,
    claim: &'document Claim,
    speaker: Option<&'document Speaker>,
    statement: Option<&'document Statement>,
    review: Option<&'document Review>,
}

impl Row<'_> {
    fn written(&self, field: Field) -> String {
        let cell = self.cell(field).unwrap_or_default();
        // Addresses are not decoded.
        let is_address = [Field::ArticleUrl, Field::SpeakerUrl, Field::SourceUrl, Field::ReviewUrl].contains(&field);
        if is_address { cell } else { harmless(encoded(&cell)) }
    }

    fn cell(&self, field: Field) -> Option<String> {
        match field {
            Field::ArticleUrl => url(&self.article.url),
            Field::Headline => Some(self.article.headline.clone()),
            Field::Publisher => self.article.publisher.clone(),
            Field::Published => date(&self.article.published),
            Field::Updated => date(&self.article.updated),
            Field::Language => language(&self.article.language),
            Field::Dateline => self.article.dateline.clone(),
            Field::ClaimId => Some(self.claim.id.clone()),
            Field::Claim => Some(self.claim.text.clone()),
            Field::Correction => self.claim.correction.as_ref().map(|correction| correction.text.clone()),
            Field::CorrectionDate => date(&self.claim.correction.as_ref()?.date),
            _ => self.of_statement(field, self.statement).or_else(|| self.of_review(field, self.review?)),
        }
    }

    fn of_statement(&self, field: Field, statement: Option<&Statement>) -> Option<String> {
        let statement = statement?;
        match field {
            Field::Speaker => Some(self.speaker?.name.clone()),
            Field::SpeakerUrl => url(&self.speaker?.url),
            Field::SpeakerType => match self.speaker?.speaker_type {
                SpeakerType::Person => None,
                SpeakerType::Organization => Some("organization".to_owned()),
                SpeakerType::Group => Some("group".to_owned()),
            },
            Field::Role => statement.role.clone().or_else(|| self.speaker?.role.clone()),
            Field::Organization => statement.organization.clone().or_else(|| self.speaker?.organization.clone()),
            Field::Quote => words(&statement.quote),
            Field::Reported => words(&statement.reported),
            Field::Prefix => statement.prefix.clone(),
            Field::Suffix => statement.suffix.clone(),
            Field::Said => date(&statement.said),
            Field::When => statement.when.clone(),
            Field::StatementLanguage => language(&statement.language),
            Field::TranslatedFrom => language(&statement.translated_from),
            Field::Stance => statement.stance.map(|stance| {
                let word = match stance {
                    Stance::Affirms => "affirms",
                    Stance::Denies => "denies",
                    Stance::Comments => "comments",
                };
                word.to_owned()
            }),
            _ => of_source(field, statement.source.as_ref()?),
        }
    }

    fn of_review(&self, field: Field, review: &Review) -> Option<String> {
        match field {
            Field::ReviewBy => Some(review.by.clone()),
            Field::ReviewUrl => url(&review.url),
            Field::ReviewPublished => date(&review.published),
            Field::ReviewLabel => review.label.clone(),
            Field::ReviewValue => number(&review.value),
            Field::ReviewBest => number(&review.best),
            Field::ReviewWorst => number(&review.worst),
            _ => None,
        }
    }
}

fn of_source(field: Field, source: &Source) -> Option<String> {
    match field {
        Field::Source => source.title.clone(),
        Field::SourceUrl => url(&source.url),
        Field::SourcePublisher => source.publisher.clone(),
        Field::SourcePublished => date(&source.published),
        _ => None,
    }
}

fn words(words: &Option<Words>) -> Option<String> {
    words.as_ref().map(|words| words.spans().join(" […] "))
}

fn url(url: &Option<WebUrl>) -> Option<String> {
    url.as_ref().map(|url| url.as_str().to_owned())
}

fn date(date: &Option<Date>) -> Option<String> {
    date.as_ref().map(|date| date.as_str().to_owned())
}

fn language(language: &Option<Language>) -> Option<String> {
    language.as_ref().map(|language| language.as_str().to_owned())
}

fn number(number: &Option<Number>) -> Option<String> {
    number.as_ref().map(|number| number.as_str().to_owned())
}
