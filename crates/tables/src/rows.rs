use std::collections::HashMap;

use document::model::{
    Article, Claim, Correction, Date, Document, Language, Number, Review, Source, Speaker, SpeakerType, Speakers,
    Stance, Statement, Words,
};
use document::web_url::WebUrl;
use schema_org::{Fault, Imported, Notes, Remark, Repair, RepairKind, kebab};

use crate::columns::{Columns, Field, short};
use crate::fault::RowFault;

/// A document that is being built from rows that belong together.
pub struct Grouping<'columns> {
    columns: &'columns Columns,
    document: Document,
    of_article: OfArticle,
    notes: Notes,
    left_out: usize,
    /// The headline, if no row has one.
    name: String,
    id_of: fn(&str) -> String,
    /// The ids that the rows give to claims, each with the index of the first claim that has it.
    given: HashMap<String, usize>,
    /// The id that its rows give to the last claim.
    last_given: Option<String>,
    /// The ids of the claims, as keys.
    ids: HashMap<String, usize>,
    cast: Cast,
    /// The columns without a heading that were empty so far.
    nameless: Vec<usize>,
}

/// The speakers of a document, and their keys.
#[derive(Default)]
struct Cast {
    /// The speakers with their keys.
    all: Vec<(String, Speaker)>,
    // One type of map, because each would add a kilobyte to the editor's wasm.
    /// The number of each speaker, by what tells speakers apart: name, type and address.
    by_identity: HashMap<String, usize>,
    /// The number of each speaker, by the key.
    by_key: HashMap<String, usize>,
    /// For each name, the number of its next speaker.
    next: HashMap<String, usize>,
}

impl Cast {
    /// The key of a speaker, who is added if no row had the same one: the name, with a number behind it if another speaker has this name.
    fn key(&mut self, speaker: Speaker) -> String {
        let url = speaker.url.as_ref().map(WebUrl::as_str).unwrap_or_default();
        let identity = [&speaker.name, "\0", ["p", "o", "g"][speaker.speaker_type as usize], url].concat();
        if let Some(at) = self.by_identity.get(&identity) {
            return self.all[*at].0.clone();
        }
        // Keys that start with `$` are ignored.
        let stem = if speaker.name.starts_with('$') { format!(" {}", speaker.name) } else { speaker.name.clone() };
        let next = self.next.entry(stem.clone()).or_insert(2);
        let mut key = stem.clone();
        while self.by_key.contains_key(&key) {
            key = format!("{stem} {next}");
            *next += 1;
        }
        self.by_key.insert(key.clone(), self.all.len());
        self.by_identity.insert(identity, self.all.len());
        self.all.push((key.clone(), speaker));
        key
    }
}

impl<'columns> Grouping<'columns> {
    pub fn new(columns: &'columns Columns, name: &str) -> Self {
        Self::with_ids(columns, name, kebab)
    }

    /// The same; `id_of` makes ids of texts where the table gives none.
    pub fn with_ids(columns: &'columns Columns, name: &str, id_of: fn(&str) -> String) -> Self {
        let document = Document { article: Article::default(), speakers: Speakers::default(), claims: Vec::new() };
        Self {
            columns,
            document,
            of_article: OfArticle::default(),
            notes: Notes::default(),
            left_out: 0,
            name: name.to_owned(),
            id_of,
            given: HashMap::new(),
            last_given: None,
            ids: HashMap::new(),
            cast: Cast::default(),
            nameless: columns.nameless(),
        }
    }

    /// The number of claims so far.
    pub fn claims(&self) -> usize {
        self.document.claims.len()
    }

    /// Adds the row in this line of the table. A row with the claim of the row before is a further statement of it, unless it gives
    /// the claim another id. A row without a claim becomes a claim with the words of its quote or reported words; without these, it is left
    /// out.
    pub fn add(&mut self, row: &[&str], line: usize) {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        let mut row = Row { columns: self.columns, row, line, notes: &mut self.notes };
        row.length();
        row.nameless(&mut self.nameless);
        row.article(&mut self.document.article, &mut self.of_article);
        let words = [Field::Claim, Field::Reported, Field::Quote];
        let Some(text) = words.into_iter().find_map(|field| row.text(field)) else {
            row.notes.remark(row.path(Field::Claim.heading()), RowFault::NothingSaid.into());
            self.left_out += 1;
            return;
        };
        let statement = row.statement(&mut self.cast);
        let review = row.review();
        let correction = row.correction();
        let of_id = self.columns.value(row.row, Field::ClaimId).map(|(_, heading)| row.path(heading));
        let id = row.text(Field::ClaimId);
        let at = self.claim(id, text, of_id);
        let claim = &mut self.document.claims[at];
        claim.statements.extend(statement);
        claim.reviews.extend(review);
        match (&claim.correction, correction) {
            (None, correction) => claim.correction = correction,
            (Some(known), Some(other)) if *known != other => {
                let path = format!("line {line}, {}", Field::Correction.heading());
                self.notes.remark(path, Fault::further(&other.text));
            }
            _ => (),
        }
    }

    /// The index of the claim with this id and text, which is made if the document does not have it.
    fn claim(&mut self, given: Option<String>, text: String, path: Option<String>) -> usize {
        let is_last = given.is_none() || given == self.last_given;
        let last = self.document.claims.len().checked_sub(1).filter(|_| is_last);
        let by_id = given.as_ref().and_then(|id| self.given.get(id).copied());
        let has_text = |at: &usize| self.document.claims[*at].text == text;
        if let Some(at) = last.filter(has_text).or(by_id.filter(has_text)) {
            return at;
        }
        let id = self.id_for(given.as_deref(), &text);
        if let (Some(given), Some(path)) = (given.as_ref().filter(|given| **given != id), path) {
            let shown = id.clone();
            let fault = if is_kebab(given) { RowFault::IdTaken { shown } } else { RowFault::IdForm { shown } };
            self.notes.repair(RepairKind::Id, &path, given, &id);
            self.notes.remark(path, fault.into());
        }
        let at = self.document.claims.len();
        if let Some(given) = &given {
            self.given.entry(given.clone()).or_insert(at);
        }
        self.last_given = given;
        self.ids.insert(id.clone(), at);
        self.document.claims.push(Claim { id, text, ..Claim::default() });
        at
    }

    fn id_for(&self, given: Option<&str>, text: &str) -> String {
        let mut id = given.filter(|id| is_kebab(id)).map_or_else(|| (self.id_of)(text), str::to_owned);
        let mut number = self.document.claims.len();
        while id.is_empty() || self.ids.contains_key(&id) {
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
        let Self { mut document, notes: Notes { remarks, repairs }, left_out, name, cast, .. } = self;
        document.speakers = cast.all.into_iter().collect();
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

/// `3.5.2024 20:05` as `2024-05-03 20:05`. With full stops, the day is first wherever dates are written like that; with slashes, it is first in
/// some countries and second in others: only those days are read that are the same in both, or that no month can be, as in `25/3/2024`.
fn numeric(text: &str) -> Option<String> {
    let (day, time) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
    let parts: Vec<&str> = day.split(['.', '/']).collect();
    let [first, second, year] = parts.as_slice() else { return None };
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !parts.iter().all(is_number) {
        return None;
    }
    let is_day = |part: &str| part.parse().is_ok_and(|number: u8| number > 12);
    let is_same = || first.trim_start_matches('0') == second.trim_start_matches('0');
    let (day, month) = match (day.contains('/'), day.contains('.')) {
        (false, true) => (first, second),
        (true, false) if is_day(first) || is_same() => (first, second),
        (true, false) if is_day(second) => (second, first),
        _ => return None,
    };
    Some(format!("{year}-{month:0>2}-{day:0>2} {time}").trim().to_owned())
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
        self.noted(field, |notes, value| notes.text(value, ""))
    }

    fn date(&mut self, field: Field) -> Option<Date> {
        self.noted(field, |notes, value| {
            let Some(date) = numeric(value).and_then(|day| Notes::default().date(&day, "")) else {
                return notes.date(value, "");
            };
            notes.repair(RepairKind::Date, "", value, date.as_str());
            Some(date)
        })
    }

    fn number(&mut self, field: Field) -> Option<Number> {
        self.noted(field, |notes, value| notes.number(value, ""))
    }

    fn url(&mut self, field: Field) -> Option<WebUrl> {
        self.noted(field, |notes, value| notes.url(value, ""))
    }

    /// Reads a cell. The path is made only where there is something to report of it: tables have millions of cells.
    fn noted<T>(&mut self, field: Field, read: impl Fn(&mut Notes, &str) -> Option<T>) -> Option<T> {
        let (value, heading) = self.columns.value(self.row, field)?;
        let mut notes = Notes::default();
        let found = read(&mut notes, value);
        for remark in notes.remarks {
            self.notes.remark(self.path(heading), remark.fault);
        }
        for repair in notes.repairs {
            self.notes.repairs.push(Repair { path: self.path(heading), ..repair });
        }
        found
    }

    fn read<T>(&mut self, field: Field, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let (value, heading) = self.columns.value(self.row, field)?;
        let found = read(value.trim());
        if found.is_none() {
            self.notes.remark(self.path(heading), Fault::UnusableValue);
        }
        found
    }

    /// Compares the number of cells with that of the headings.
    fn length(&mut self) {
        let (cells, headings) = (self.row.len(), self.columns.count());
        let further = self.row.iter().skip(headings).find(|cell| !cell.trim().is_empty());
        let fault = match further {
            Some(first) => RowFault::FurtherCells { first: short(first.trim()) },
            None if cells < headings => RowFault::MissingCells { cells, headings },
            None => return,
        };
        self.notes.remark(format!("line {}", self.line), fault.into());
    }

    /// Reports the first value of each column without a heading.
    fn nameless(&mut self, columns: &mut Vec<usize>) {
        columns.retain(|at| {
            let is_empty = self.row.get(*at).is_none_or(|cell| cell.trim().is_empty());
            if !is_empty {
                self.notes.remark(format!("line {}", self.line), RowFault::NoHeading { column: at + 1 }.into());
            }
            is_empty
        });
    }

    /// What rows say about the article. The first value of each field counts; other ones are reported.
    fn article(&mut self, article: &mut Article, known: &mut OfArticle) {
        for (at, field) in OfArticle::FIELDS.into_iter().enumerate() {
            let Some((value, heading)) = self.columns.value(self.row, field) else { continue };
            let (first, other) = &mut known.values[at];
            let is_known = |known: &Option<String>| known.as_deref().is_some_and(|known| known == value.trim());
            if is_known(first) || is_known(other) {
                continue;
            }
            if first.is_none() && self.article_field(article, field) {
                *first = Some(value.trim().to_owned());
                continue;
            }
            if first.is_some() {
                self.notes.remark(self.path(heading), Fault::further(value));
            }
            *other = Some(value.trim().to_owned());
        }
    }

    /// Reads a field of the article, and says whether it can be used.
    fn article_field(&mut self, article: &mut Article, field: Field) -> bool {
        match field {
            Field::Headline => {
                article.headline = self.text(field).unwrap_or_default();
                return !article.headline.is_empty();
            }
            Field::ArticleUrl => article.url = self.url(field),
            Field::Publisher => article.publisher = self.text(field),
            Field::Published => article.published = self.date(field),
            Field::Updated => article.updated = self.date(field),
            Field::Language => article.language = self.read(field, Language::parse),
            _ => article.dateline = self.text(field),
        }
        match field {
            Field::ArticleUrl => article.url.is_some(),
            Field::Publisher => article.publisher.is_some(),
            Field::Published => article.published.is_some(),
            Field::Updated => article.updated.is_some(),
            Field::Language => article.language.is_some(),
            _ => article.dateline.is_some(),
        }
    }

    /// Reports the values of these fields that are there, because the row lacks what they belong to.
    fn alone(&mut self, fields: &[(Field, bool)], lacks: &'static str) {
        for (field, _) in fields.iter().filter(|(_, is_there)| *is_there) {
            let Some((_, heading)) = self.columns.value(self.row, *field) else { continue };
            self.notes.remark(self.path(heading), RowFault::Alone { lacks }.into());
        }
    }

    fn statement(&mut self, cast: &mut Cast) -> Option<Statement> {
        let speaker = self.speaker(cast);
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
        if says_something {
            return Some(statement);
        }
        let alone = [
            (Field::Role, statement.role.is_some()),
            (Field::Organization, statement.organization.is_some()),
            (Field::Prefix, statement.prefix.is_some()),
            (Field::Suffix, statement.suffix.is_some()),
            (Field::StatementLanguage, statement.language.is_some()),
            (Field::TranslatedFrom, statement.translated_from.is_some()),
            (Field::Said, statement.said.is_some()),
            (Field::When, statement.when.is_some()),
            (Field::Stance, statement.stance.is_some()),
        ];
        self.alone(&alone, "a speaker, a quote, reported words or a source");
        None
    }

    /// The first name and the last name with a blank between them, or the one that the row has.
    fn name_of_parts(&mut self) -> Option<String> {
        let parts = [Field::GivenName, Field::FamilyName].map(|field| self.text(field));
        let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then_some(name)
    }

    fn speaker(&mut self, cast: &mut Cast) -> Option<String> {
        let Some(name) = self.text(Field::Speaker).or_else(|| self.name_of_parts()) else {
            self.alone(&[(Field::SpeakerType, true), (Field::SpeakerUrl, true)], "a speaker");
            return None;
        };
        let speaker_type = self.read(Field::SpeakerType, |word| match word {
            "person" => Some(SpeakerType::Person),
            "organization" => Some(SpeakerType::Organization),
            "group" => Some(SpeakerType::Group),
            _ => None,
        });
        let url = self.url(Field::SpeakerUrl);
        let speaker = Speaker { name, url, speaker_type: speaker_type.unwrap_or_default(), ..Speaker::default() };
        Some(cast.key(speaker))
    }

    /// Words that are left out are shown by `[…]` between spaces.
    fn words(&mut self, field: Field) -> Option<Words> {
        let text = self.text(field)?;
        let spans = text.split(" […] ").map(str::to_owned).collect();
        Words::new(spans).or_else(|| Words::new(vec![text]))
    }

    /// The name of a source is its title, or its address if the row has no other.
    fn source(&mut self) -> Option<Source> {
        let url = self.url(Field::SourceUrl);
        let address = self.columns.value(self.row, Field::Source).and_then(|(value, _)| WebUrl::parse(value.trim()));
        let is_address = address.is_some() && (url.is_none() || url == address);
        let source = Source {
            title: if is_address { None } else { self.text(Field::Source) },
            url: url.or(address),
            publisher: self.text(Field::SourcePublisher),
            published: self.date(Field::SourcePublished),
        };
        (source != Source::default()).then_some(source)
    }

    fn review(&mut self) -> Option<Review> {
        let label = self.text(Field::ReviewLabel);
        let mut value = self.number(Field::ReviewValue);
        let Some(by) = self.text(Field::ReviewBy) else {
            if label.is_some() || value.is_some() {
                self.notes.remark(self.path(Field::ReviewBy.heading()), Fault::UnsignedReview);
            }
            let alone = [Field::ReviewUrl, Field::ReviewPublished, Field::ReviewBest, Field::ReviewWorst];
            self.alone(&alone.map(|field| (field, true)), "a fact-checker (review_by)");
            return None;
        };
        let (url, published) = (self.url(Field::ReviewUrl), self.date(Field::ReviewPublished));
        let (mut best, mut worst) = (self.number(Field::ReviewBest), self.number(Field::ReviewWorst));
        if value.as_ref().is_some_and(|value| !value.is_on_scale(worst.as_ref(), best.as_ref())) {
            self.notes.remark(self.path(Field::ReviewValue.heading()), Fault::Scale);
            (value, best, worst) = (None, None, None);
        }
        Some(Review { by, url, published, label, value, best, worst })
    }

    fn correction(&mut self) -> Option<Correction> {
        let date = self.date(Field::CorrectionDate);
        let Some(text) = self.text(Field::Correction) else {
            self.alone(&[(Field::CorrectionDate, date.is_some())], "a correction");
            return None;
        };
        Some(Correction { text, date })
    }
}

/// The values of the article that the rows had so far: of each field the first that can be used, and the last other one.
#[derive(Default)]
struct OfArticle {
    values: [(Option<String>, Option<String>); 7],
}

impl OfArticle {
    const FIELDS: [Field; 7] = [
        Field::Headline,
        Field::ArticleUrl,
        Field::Publisher,
        Field::Published,
        Field::Updated,
        Field::Language,
        Field::Dateline,
    ];
}
