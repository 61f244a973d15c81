//! Which plural forms a language has, by Unicode's CLDR, which browsers follow, too.

use icu_locale_core::LanguageIdentifier;
use icu_plurals::{PluralCategory, PluralRules};

/// The names of all forms, in the order in which a language's forms are written. `other` is in every language, and comes last.
pub(crate) const NAMES: [&str; 6] = ["zero", "one", "two", "few", "many", OTHER];

pub(crate) const OTHER: &str = "other";

const CATEGORIES: [PluralCategory; 6] = [
    PluralCategory::Zero,
    PluralCategory::One,
    PluralCategory::Two,
    PluralCategory::Few,
    PluralCategory::Many,
    PluralCategory::Other,
];

/// One plural form of a language.
pub(crate) struct Form {
    pub(crate) name: &'static str,
    /// The first whole numbers that take this form, at most three; none where only fractions take it.
    pub(crate) examples: Vec<u32>,
}

impl Form {
    /// Whether a single number takes this form, so that its text need not contain the number.
    pub(crate) fn is_of_one_number(&self) -> bool {
        self.examples.len() == 1
    }

    /// For translators: `for numbers such as 2, 3, 4`.
    pub(crate) fn told(&self) -> String {
        let numbers: Vec<_> = self.examples.iter().map(u32::to_string).collect();
        match numbers.as_slice() {
            [] => "for fractions".to_owned(),
            [only] => format!("for the number {only}"),
            several => format!("for numbers such as {}", several.join(", ")),
        }
    }
}

fn rules(tag: &str) -> PluralRules {
    let language: LanguageIdentifier = tag.parse().unwrap_or(LanguageIdentifier::UNKNOWN);
    PluralRules::try_new_cardinal(language.into()).expect("CLDR has rules for unknown languages, too")
}

/// The name of the form that a language has for a number.
pub(crate) fn form_of(tag: &str, number: usize) -> &'static str {
    let category = rules(tag).category_for(number);
    NAMES.into_iter().zip(CATEGORIES).find(|(_, known)| *known == category).map_or(OTHER, |(name, _)| name)
}

/// The plural forms of a language, in the order of [`NAMES`]. CLDR gives a language that it does not know the form `other` alone.
pub(crate) fn forms(tag: &str) -> Vec<Form> {
    let rules = rules(tag);
    let has = |category| rules.categories().any(|own| own == category);
    let form = |(name, category)| Form { name, examples: examples(&rules, category) };
    NAMES.into_iter().zip(CATEGORIES).filter(|(_, category)| has(*category)).map(form).collect()
}

/// Some languages have a form of their own for whole millions.
fn examples(rules: &PluralRules, category: PluralCategory) -> Vec<u32> {
    let numbers = (0..=1000).chain((1..=3).map(|millions| millions * 1_000_000));
    numbers.filter(|number| rules.category_for(*number) == category).take(3).collect()
}
