//! Writes dates, names of languages, numbers and plurals as is usual in a language: in the browser by `Intl`.

use document::model::{Date, Language};

/// The day as it is written in the document, without conversion between time zones: `February 11, 2019` in
/// English.
///
/// A day is told in the calendar of the language: `۲۲ بهمن ۱۳۹۷` in Persian. A month or a year without a day stays in the calendar
/// of the document, because it overlaps two months or years of another.
pub(super) fn date(date: &Date, language: &str) -> String {
    platform::date(date.day(), language)
}

/// `Russian` for `ru`, in English.
pub(super) fn language_name(named: &Language, language: &str) -> String {
    platform::language_name(named.as_str(), language)
}

/// Of the plural forms in `forms`, such as `one={0} claim` and `other={0} claims` with a tab between them, the one for this number,
/// with the number in it, in the digits of the language. A form for this very number, such as `3=Three claims`, comes before them.
/// Words for the numbers from 2 on may follow after two tabs, with a space between two: the number is written as its word then.
pub(super) fn counted(forms: &str, number: usize, language: &str) -> String {
    platform::counted(forms, number, language)
}

#[cfg(target_arch = "wasm32")]
mod platform {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(module = "/src/ui/locale.js")]
    extern "C" {
        pub(super) fn date(day: &str, language: &str) -> String;
        #[wasm_bindgen(js_name = languageName)]
        pub(super) fn language_name(tag: &str, language: &str) -> String;
        pub(super) fn counted(forms: &str, number: usize, language: &str) -> String;
    }
}

/// Natively by ICU4X, which has the same data as the browsers.
#[cfg(not(target_arch = "wasm32"))]
mod platform {
    use icu_calendar::{AnyCalendarKind, Date};
    use icu_datetime::fieldsets::{Y, YM, YMD};
    use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
    use icu_decimal::DecimalFormatter;
    use icu_displaynames::LocaleDisplayNamesFormatter;
    use icu_displaynames::provider::Baked;
    use icu_locale::LocaleExpander;
    use icu_locale_core::Locale;
    use icu_locale_core::preferences::extensions::unicode::keywords::CalendarAlgorithm;
    use icu_plurals::{PluralCategory, PluralRules};
    use icu_provider::{DataError, DataProvider, DataRequest, DataResponse, KeyedDataMarker};

    pub(super) fn counted(forms: &str, number: usize, language: &str) -> String {
        let locale: Locale = language.parse().unwrap_or(Locale::UNKNOWN);
        let category = match PluralRules::try_new_cardinal((&locale).into()).map(|rules| rules.category_for(number)) {
            Ok(PluralCategory::Zero) => "zero",
            Ok(PluralCategory::One) => "one",
            Ok(PluralCategory::Two) => "two",
            Ok(PluralCategory::Few) => "few",
            Ok(PluralCategory::Many) => "many",
            Ok(PluralCategory::Other) | Err(_) => "other",
        };
        let exact = number.to_string();
        let (forms, words) = forms.split_once("\t\t").unwrap_or((forms, ""));
        let mut forms = forms.split('\t').filter_map(|form| form.split_once('='));
        let (_, form) = forms.find(|(name, _)| [&*exact, category, "other"].contains(name)).unwrap_or_default();
        if let Some(word) =
            number.checked_sub(2).and_then(|at| words.split(' ').nth(at)).filter(|word| !word.is_empty())
        {
            return form.replace("{0}", word);
        }
        let digits = DecimalFormatter::try_new(locale.into(), Default::default());
        let digits = digits.map_or(exact, |digits| digits.format(&number.into()).to_string());
        form.replace("{0}", &digits)
    }

    pub(super) fn date(day: &str, language: &str) -> String {
        in_words(day, language).unwrap_or_else(|| day.to_owned())
    }

    fn in_words(day: &str, language: &str) -> Option<String> {
        let locale: Locale = language.parse().ok()?;
        let mut parts = day.split('-').map(str::parse::<u16>);
        let year = parts.next()?.ok()?;
        let mut month_or_day = || parts.next().and_then(Result::ok).map(|number| number as u8);
        let (month, day) = (month_or_day(), month_or_day());
        let date = Date::try_new_gregorian(year.into(), month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        let mut preferences = DateTimeFormatterPreferences::from(&locale);
        preferences.calendar_algorithm =
            Some(if day.is_some() { calendar(&locale) } else { CalendarAlgorithm::Gregory });
        let words = match (month, day) {
            (Some(_), Some(_)) => DateTimeFormatter::try_new(preferences, YMD::long()).ok()?.format(&date).to_string(),
            (Some(_), None) => DateTimeFormatter::try_new(preferences, YM::long()).ok()?.format(&date).to_string(),
            _ => DateTimeFormatter::try_new(preferences, Y::long()).ok()?.format(&date).to_string(),
        };
        // Browsers do so, too, for programs that read dates and do not know the narrow no-break space.
        Some(words.replace('\u{202f}', " "))
    }

    /// The calendar of the region where most readers of the language live. Without a region in the tag, the library would take the Gregorian.
    fn calendar(locale: &Locale) -> CalendarAlgorithm {
        let mut likely = locale.clone();
        LocaleExpander::new_common().maximize(&mut likely.id);
        match AnyCalendarKind::new((&likely).into()) {
            AnyCalendarKind::Persian => CalendarAlgorithm::Persian,
            AnyCalendarKind::Buddhist => CalendarAlgorithm::Buddhist,
            _ => CalendarAlgorithm::Gregory,
        }
    }

    pub(super) fn language_name(tag: &str, language: &str) -> String {
        named(tag, language).unwrap_or_else(|| tag.to_owned())
    }

    fn named(tag: &str, language: &str) -> Option<String> {
        let tag: icu_locid::Locale = tag.parse().ok()?;
        let locale = language.parse::<icu_locid::Locale>().ok()?.into();
        let names = LocaleDisplayNamesFormatter::try_new_unstable(&Names, &locale, Default::default()).ok()?;
        let name = names.of(&tag).into_owned();
        // The library has the same pattern for all languages. In CLDR, Chinese has its own brackets, which bring their spaces with them.
        Some(if language.starts_with("zh") { name.replace(" (", "（").replace(')', "）") } else { name })
    }

    /// The names that the library carries. For some languages it has all names but those of variants, such as “polytonic”, and so would
    /// give none at all: those are in English.
    struct Names;

    impl<Marker: KeyedDataMarker> DataProvider<Marker> for Names
    where
        Baked: DataProvider<Marker>,
    {
        fn load(&self, request: DataRequest<'_>) -> Result<DataResponse<Marker>, DataError> {
            let english = icu_locid::locale!("en").into();
            Baked.load(request).or_else(|_| Baked.load(DataRequest { locale: &english, ..request }))
        }
    }
}
