use document::model::{
    Article, Claim, Correction, Date, Document, Language, Number, Review, Source, Speaker, SpeakerType, Speakers,
    Stance, Statement, Words,
};
use document::web_url::WebUrl;
use schema_org::{Fault, Imported, Notes, Remark, kebab};

use crate::columns::{Columns, Field};

/// A document that is being built from rows that belong together.
pub struct Grouping<'columns> {
    columns: &'columns Columns,
    document: Document,
    notes: Notes,
    left_out: usize,
    /// The headline, if no row has one.
    name: String,
}

impl<'columns> Grouping<'columns> {
    pub fn new(columns: &'columns Columns, name: &str) -> Self {
        let document = Document { article: Article::default(), speakers: Speakers::default(), claims: Vec::new() };
        Self { columns, document, notes: Notes::default(), left_out: 0, name: name.to_owned() }
    }

    /// The number of claims so far.
    pub fn claims(&self) -> usize {
        self.document.claims.len()
    }

    /// Adds the row in this line of the table. A row with the claim of the row before is a further statement of it. A row without a claim
    /// becomes a claim with the words of its quote or reported words; without these, it is left out.
    pub fn add(&mut self, row: &[&str], line: usize) {
        let mut row = Row { columns: self.columns, row, line, notes: &mut self.notes };
        row.article(&mut self.document.article);
        let words = [Field::Claim, Field::Reported, Field::Quote];
        let Some(text) = words.into_iter().find_map(|field| row.text(field)) else {
            if !row.row.iter().all(|cell| cell.trim().is_empty()) {
                row.notes.remark(row.path(Field::Claim.heading()), Fault::NothingReviewed);
                self.left_out += 1;
            }
            return;
        };
        let statement = row.statement(&mut self.document.speakers);
        let review = row.review();
        let correction =
            row.text(Field::Correction).map(|text| Correction { text, date: row.date(Field::CorrectionDate) });
        let id = row.text(Field::ClaimId);
        if self.document.claims.last().is_none_or(|claim| claim.text != text) {
            let id = self.id_for(id, &text);
            self.document.claims.push(Claim { id, text, ..Claim::default() });
        }
        let claim = self.document.claims.last_mut().expect("one was added");
        claim.statements.extend(statement);
        claim.reviews.extend(review);
        claim.correction = claim.correction.take().or(correction);
    }

    fn id_for(&self, given: Option<String>, text: &str) -> String {
        let mut id = given.filter(|id| is_kebab(id)).unwrap_or_else(|| kebab(text));
        let mut number = self.document.claims.len();
        while id.is_empty() || self.document.claims.iter().any(|claim| claim.id == id) {
            number += 1;
            id = format!("claim-{number}");
        }
        id
    }

    /// The document.
    ///
    /// # Errors
    ///
    /// What is wrong with the rows, if none of them has a claim.
    pub fn finish(self) -> Result<Imported, Vec<Remark>> {
        let Self { mut document, notes: Notes { remarks, repairs }, left_out, name, .. } = self;
        if document.article.headline.is_empty() {
            let host = document.article.url.as_ref().map(WebUrl::host);
            document.article.headline = host.unwrap_or(name);
        }
        if document.claims.is_empty() {
            return Err(remarks);
        }
        Ok(Imported { document, remarks, repairs, left_out })
    }
}

fn is_kebab(id: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    id.split('-').all(|part| !part.is_empty() && part.bytes().all(is_plain))
}

/// A row that is being read.
struct Row<'row> {
    columns: &'row Columns,
    row: &'row [&'row str],
    line: usize,
    notes: &'row mut Notes,
}

impl Row<'_> {
    fn path(&self, heading: &str) -> String {
        format!("line {}, {heading}", self.line)
    }

    fn text(&mut self, field: Field) -> Option<String> {
        let (value, heading) = self.columns.value(self.row, field)?;
        let path = self.path(heading);
        self.notes.text(value, &path)
    }

    fn date(&mut self, field: Field) -> Option<Date> {
        let (value, heading) = self.columns.value(self.row, field)?;
        let path = self.path(heading);
        self.notes.date(value, &path)
    }

    fn number(&mut self, field: Field) -> Option<Number> {
        let (value, heading) = self.columns.value(self.row, field)?;
        let path = self.path(heading);
        self.notes.number(value, &path)
    }

    fn url(&mut self, field: Field) -> Option<WebUrl> {
        let (value, heading) = self.columns.value(self.row, field)?;
        let path = self.path(heading);
        self.notes.url(value, &path)
    }

    fn read<T>(&mut self, field: Field, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let (value, heading) = self.columns.value(self.row, field)?;
        let found = read(value.trim());
        if found.is_none() {
            self.notes.remark(self.path(heading), Fault::UnusableValue);
        }
        found
    }

    /// What rows say about the article; the first value of each field counts.
    fn article(&mut self, article: &mut Article) {
        if article.headline.is_empty() {
            article.headline = self.text(Field::Headline).unwrap_or_default();
        }
        article.url = article.url.take().or_else(|| self.url(Field::ArticleUrl));
        article.publisher = article.publisher.take().or_else(|| self.text(Field::Publisher));
        article.published = article.published.take().or_else(|| self.date(Field::Published));
        article.updated = article.updated.take().or_else(|| self.date(Field::Updated));
        article.language = article.language.take().or_else(|| self.read(Field::Language, Language::parse));
        article.dateline = article.dateline.take().or_else(|| self.text(Field::Dateline));
    }

    fn statement(&mut self, speakers: &mut Speakers) -> Option<Statement> {
        let speaker = self.speaker(speakers);
        let statement = Statement {
            speaker,
            role: self.text(Field::Role),
            organization: self.text(Field::Organization),
            quote: self.words(Field::Quote),
            reported: self.words(Field::Reported),
            prefix: self.text(Field::Prefix),
            suffix: self.text(Field::Suffix),
            language: self.read(Field::StatementLanguage, Language::parse),
            translated_from: self.read(Field::TranslatedFrom, Language::parse),
            said: self.date(Field::Said),
            when: self.text(Field::When),
            stance: self.read(Field::Stance, |word| match word {
                "affirms" => Some(Stance::Affirms),
                "denies" => Some(Stance::Denies),
                "comments" => Some(Stance::Comments),
                _ => None,
            }),
            source: self.source(),
        };
        let Statement { speaker, quote, reported, source, .. } = &statement;
        let says_something = speaker.is_some() || quote.is_some() || reported.is_some() || source.is_some();
        says_something.then_some(statement)
    }

    fn speaker(&mut self, speakers: &mut Speakers) -> Option<String> {
        let name = self.text(Field::Speaker)?;
        let speaker_type = self.read(Field::SpeakerType, |word| match word {
            "person" => Some(SpeakerType::Person),
            "organization" => Some(SpeakerType::Organization),
            "group" => Some(SpeakerType::Group),
            _ => None,
        });
        let url = self.url(Field::SpeakerUrl);
        let speaker = Speaker { name, url, speaker_type: speaker_type.unwrap_or_default(), ..Speaker::default() };
        let stem = if speaker.name.starts_with('$') { format!(" {}", speaker.name) } else { speaker.name.clone() };
        let mut key = stem.clone();
        let mut number = 2;
        while speakers.get(&key).is_some_and(|known| *known != speaker) {
            key = format!("{stem} {number}");
            number += 1;
        }
        speakers.insert(key.clone(), speaker);
        Some(key)
    }

    /// Words that are left out are shown by `[…]` between spaces.
    fn words(&mut self, field: Field) -> Option<Words> {
        let text = self.text(field)?;
        let spans = text.split(" […] ").map(str::to_owned).collect();
        Words::new(spans).or_else(|| Words::new(vec![text]))
    }

    /// The name of a source is its title or its address.
    fn source(&mut self) -> Option<Source> {
        let address = self.columns.value(self.row, Field::Source).and_then(|(value, _)| WebUrl::parse(value.trim()));
        let source = Source {
            title: if address.is_some() { None } else { self.text(Field::Source) },
            url: self.url(Field::SourceUrl).or(address),
            publisher: self.text(Field::SourcePublisher),
            published: self.date(Field::SourcePublished),
        };
        (source != Source::default()).then_some(source)
    }

    fn review(&mut self) -> Option<Review> {
        let label = self.text(Field::ReviewLabel);
        let value = self.number(Field::ReviewValue);
        let Some(by) = self.text(Field::ReviewBy) else {
            if label.is_some() || value.is_some() {
                self.notes.remark(self.path(Field::ReviewBy.heading()), Fault::UnsignedReview);
            }
            return None;
        };
        let (url, published) = (self.url(Field::ReviewUrl), self.date(Field::ReviewPublished));
        let (best, worst) = (self.number(Field::ReviewBest), self.number(Field::ReviewWorst));
        Some(Review { by, url, published, label, value, best, worst })
    }
}
