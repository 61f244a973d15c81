use std::fmt;
use std::sync::LazyLock;

use quotes::lower_case;

use crate::cells::{Rows, Text};

/// The content of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    ArticleUrl,
    Headline,
    Publisher,
    Published,
    Updated,
    Language,
    Dateline,
    ClaimId,
    Claim,
    Speaker,
    SpeakerType,
    SpeakerUrl,
    Role,
    Organization,
    Quote,
    Reported,
    Prefix,
    Suffix,
    Said,
    When,
    Stance,
    StatementLanguage,
    TranslatedFrom,
    Source,
    SourceUrl,
    SourcePublisher,
    SourcePublished,
    ReviewBy,
    ReviewUrl,
    ReviewPublished,
    ReviewLabel,
    ReviewValue,
    ReviewBest,
    ReviewWorst,
    Correction,
    CorrectionDate,
    /// A speaker's first name, in a table that has no column for the whole name.
    GivenName,
    FamilyName,
}

/// Each field with its headings. The first heading is used for writing, all are read. Letter case, spaces, `_` and `-` are ignored.
const HEADINGS: &[(Field, &[&str])] = &[
    (Field::ArticleUrl, &["article_url", "article", "article link", "page", "page url", "artikel"]),
    (Field::Headline, &["headline", "title", "article title", "article headline", "überschrift", "titel", "titre"]),
    (Field::Publisher, &["publisher", "medium", "outlet", "newspaper"]),
    (
        Field::Published,
        &["published", "article date", "date published", "publication date", "veröffentlicht", "publié"],
    ),
    (Field::Updated, &["updated", "date updated", "date modified"]),
    (Field::Language, &["language", "lang"]),
    (Field::Dateline, &["dateline"]),
    (Field::ClaimId, &["claim_id"]),
    (
        Field::Claim,
        &[
            "claim",
            "statement",
            "claim text",
            "claim reviewed",
            "assertion",
            "aussage",
            "behauptung",
            "affirmation",
            "declaración",
            "afirmación",
        ],
    ),
    (
        Field::Speaker,
        &[
            "speaker",
            "who",
            "name",
            "person",
            "claimant",
            "said by",
            "speaker name",
            "author",
            "sprecher",
            "sprecherin",
            "persona",
            "wer",
            "personne",
            "auteur",
            "autor",
        ],
    ),
    (Field::SpeakerType, &["speaker_type", "type of speaker"]),
    (Field::SpeakerUrl, &["speaker_url"]),
    (
        Field::Role,
        &[
            "role",
            "position",
            "function",
            "job title",
            "job",
            "occupation",
            "funktion",
            "rolle",
            "rôle",
            "fonction",
            "cargo",
        ],
    ),
    (
        Field::Organization,
        &[
            "organization",
            "organisation",
            "affiliation",
            "party",
            "company",
            "institution",
            "partei",
            "parti",
            "partido",
        ],
    ),
    (
        Field::Quote,
        &[
            "quote",
            "quotation",
            "words",
            "verbatim",
            "original quote",
            "zitat",
            "citation",
            "cita",
            "wortlaut",
            "wörtlich",
        ],
    ),
    (
        Field::Reported,
        &["reported", "paraphrase", "indirect", "reported speech", "indirekte rede", "discours indirect"],
    ),
    (Field::Prefix, &["prefix"]),
    (Field::Suffix, &["suffix"]),
    (
        Field::Said,
        &[
            "said",
            "date",
            "said on",
            "claim date",
            "date said",
            "statement date",
            "datum",
            "fecha",
            "gesagt am",
            "dit le",
        ],
    ),
    (Field::When, &["when"]),
    (Field::Stance, &["stance"]),
    (Field::StatementLanguage, &["statement_language", "quote language"]),
    (Field::TranslatedFrom, &["translated_from", "original language"]),
    (Field::Source, &["source", "source title", "where", "context", "quelle", "fuente", "fundstelle"]),
    (Field::SourceUrl, &["source_url", "source link", "link to source"]),
    (Field::SourcePublisher, &["source_publisher"]),
    (Field::SourcePublished, &["source_published", "source date"]),
    (Field::ReviewBy, &["review_by", "fact checker", "checked by", "reviewer", "geprüft von", "vérifié par"]),
    (Field::ReviewUrl, &["review_url", "fact check url", "fact check"]),
    (Field::ReviewPublished, &["review_published", "review date", "checked on", "geprüft am", "vérifié le"]),
    (
        Field::ReviewLabel,
        &["review_label", "rating", "verdict", "textual rating", "ruling", "urteil", "bewertung", "évaluation"],
    ),
    (Field::ReviewValue, &["review_value", "rating value"]),
    (Field::ReviewBest, &["review_best", "best rating"]),
    (Field::ReviewWorst, &["review_worst", "worst rating"]),
    (Field::Correction, &["correction"]),
    (Field::CorrectionDate, &["correction_date"]),
];

/// The headings of the two parts of a speaker's name. They are read where the whole name is missing, and never written. `Nom` is not among them:
/// it may be the whole name.
const PARTS_OF_NAMES: &[(Field, &[&str])] = &[
    (Field::GivenName, &["first name", "given name", "speaker first name", "forename", "vorname", "prénom"]),
    (
        Field::FamilyName,
        &[
            "last name",
            "family name",
            "speaker last name",
            "surname",
            "nachname",
            "familienname",
            "nom de famille",
            "apellido",
            "apellidos",
            "cognome",
        ],
    ),
];

/// The columns of a table, and their content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    fields: Vec<Option<Field>>,
    headings: Vec<String>,
    /// The column that groups rows: rows with the same value are one document.
    group: Option<usize>,
}

/// Why a table cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// No heading says which column has the claims.
    NoClaims { headings: Vec<String> },
    /// Two headings have the same meaning.
    Twice { one: String, other: String },
    /// There is no column with the given name.
    NoSuchColumn { name: String, headings: Vec<String> },
}

impl Columns {
    /// Finds the content of each column by its heading. A column such as `url` or `link` is the article's address if no other column is, otherwise
    /// the source's. `group_by` names the column that groups rows into documents; without it, the article's address does.
    ///
    /// # Errors
    ///
    /// No column has claims, quotes or reported words; two have the same; or there is no column `group_by`.
    pub fn of(headings: &[&str], group_by: Option<&str>) -> Result<Self, TableFault> {
        let plain: Vec<_> = headings.iter().map(|heading| plain(heading)).collect();
        let mut fields: Vec<_> = plain.iter().map(|heading| field(heading)).collect();
        let mut has_address = fields.contains(&Some(Field::ArticleUrl));
        for at in (0..fields.len()).filter(|at| matches!(plain[*at].as_str(), "url" | "link" | "lien" | "enlace")) {
            fields[at] = Some(if has_address { Field::SourceUrl } else { Field::ArticleUrl });
            has_address = true;
        }
        for (at, field) in fields.iter().enumerate().filter(|(_, field)| field.is_some()) {
            if let Some(before) = fields[..at].iter().position(|known| known == field) {
                return Err(TableFault::Twice { one: headings[before].to_owned(), other: headings[at].to_owned() });
            }
        }
        let has = |field: Field| fields.contains(&Some(field));
        let all = || headings.iter().map(|&heading| heading.trim().to_owned()).collect();
        if !(has(Field::Claim) || has(Field::Quote) || has(Field::Reported)) {
            return Err(TableFault::NoClaims { headings: all() });
        }
        let group = match group_by {
            Some(name) => Some(
                plain
                    .iter()
                    .position(|heading| *heading == self::plain(name))
                    .ok_or_else(|| TableFault::NoSuchColumn { name: name.to_owned(), headings: all() })?,
            ),
            None => fields.iter().position(|field| *field == Some(Field::ArticleUrl)),
        };
        Ok(Self { fields, headings: all(), group })
    }

    /// The value that says to which document a row belongs; `None` if the whole table is one document.
    pub fn group<'row>(&self, row: &[&'row str]) -> Option<&'row str> {
        row.get(self.group?).map(|value| value.trim())
    }

    /// The number of columns.
    pub(crate) fn count(&self) -> usize {
        self.fields.len()
    }

    /// Whether rows are grouped into several documents.
    pub fn has_groups(&self) -> bool {
        self.group.is_some()
    }

    /// The heading of the column that groups rows, if there is one.
    pub fn group_heading(&self) -> Option<&str> {
        self.group.map(|at| self.headings[at].as_str())
    }

    /// The columns without a heading, by their place from 0. They are not imported.
    pub(crate) fn nameless(&self) -> Vec<usize> {
        (0..self.headings.len()).filter(|at| self.headings[*at].is_empty()).collect()
    }

    /// The unknown headings. Their columns are not imported.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        let unknown = self.fields.iter().enumerate().filter(|(at, field)| field.is_none() && self.group != Some(*at));
        unknown.map(|(at, _)| self.headings[at].as_str()).filter(|heading| !heading.is_empty())
    }

    /// The content of this column in a row, without spaces around it, and its heading; `None` if it is empty.
    pub fn value<'row>(&'row self, row: &[&'row str], field: Field) -> Option<(&'row str, &'row str)> {
        let at = self.fields.iter().position(|known| *known == Some(field))?;
        let value = *row.get(at)?;
        (!value.trim().is_empty()).then_some((value, self.headings[at].as_str()))
    }
}

impl Field {
    /// All fields that are written, in this order.
    pub fn all() -> impl Iterator<Item = Self> {
        HEADINGS.iter().map(|(field, _)| *field)
    }

    /// The heading that is used for writing.
    pub fn heading(self) -> &'static str {
        HEADINGS.iter().find(|(field, _)| *field == self).map_or("", |(_, headings)| headings[0])
    }
}

/// Each heading in the form of [`plain`], with its field, sorted.
static BY_HEADING: LazyLock<Vec<(String, Field)>> = LazyLock::new(|| {
    let all = HEADINGS.iter().chain(PARTS_OF_NAMES);
    let each = all.flat_map(|(field, headings)| headings.iter().map(|heading| (plain(heading), *field)));
    let mut each: Vec<_> = each.collect();
    each.sort_by(|(one, _), (other, _)| one.cmp(other));
    each
});

/// The field of a heading in the form of [`plain`].
fn field(heading: &str) -> Option<Field> {
    let at = BY_HEADING.binary_search_by(|(known, _)| known.as_str().cmp(heading)).ok()?;
    Some(BY_HEADING[at].1)
}

/// The most rows that are looked at for the headings: spreadsheets often have a title above them.
pub(crate) const MOST_ROWS: usize = 10;

/// Reads the headings: the first row that has some, of at most `MOST_ROWS` or, where `is_first`, the very first. With the number of
/// rows above the headings, which are passed over.
///
/// # Errors
///
/// There is no row, or none has headings of a table.
pub fn headings<Source: Text>(
    rows: &mut Rows<Source>,
    group_by: Option<&str>,
    is_first: bool,
) -> Result<(Columns, usize), String> {
    let mut fault = None;
    for number in 0..if is_first { 1 } else { MOST_ROWS } {
        if !rows.read()? {
            break;
        }
        let cells = rows.cells();
        match Columns::of(&cells, group_by) {
            // One word of a title may be the name of a heading.
            Ok(columns) if number == 0 || known(&cells) > 1 => return Ok((columns, number)),
            Ok(_) => (),
            Err(own) => drop(fault.get_or_insert(own.to_string())),
        }
    }
    Err(fault.unwrap_or_else(|| "empty: there is no table in it".to_owned()))
}

/// The number of headings that are known.
pub(crate) fn known(headings: &[&str]) -> usize {
    headings.iter().filter(|heading| field(&plain(heading)).is_some()).count()
}

/// In small letters, without spaces, `_` and `-`.
fn plain(heading: &str) -> String {
    lower_case(heading).chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | '\u{feff}')).collect()
}

impl fmt::Display for TableFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoClaims { headings } => write!(
                f,
                "no column is called claim, statement, quote or reported; the first line has: {}",
                listed(headings)
            ),
            Self::Twice { one, other } => {
                let (one, other) = (short(one), short(other));
                write!(f, "the columns \"{one}\" and \"{other}\" mean the same; rename one of them")
            }
            Self::NoSuchColumn { name, headings } => {
                write!(f, "there is no column \"{}\"; the first line has: {}", short(name), listed(headings))
            }
        }
    }
}

/// The first headings of a table.
fn listed(headings: &[String]) -> String {
    const MOST: usize = 20;
    let headings: Vec<_> = headings.iter().filter(|heading| !heading.is_empty()).collect();
    let named: Vec<_> = headings.iter().take(MOST).map(|heading| short(heading)).collect();
    let more = if headings.len() > MOST { format!(" and {} more", headings.len() - MOST) } else { String::new() };
    named.join(", ") + &more
}

/// The beginning of a heading or a cell, for a message.
pub(crate) fn short(heading: &str) -> String {
    const MOST: usize = 80;
    match heading.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &heading[..at]),
        None => heading.to_owned(),
    }
}
