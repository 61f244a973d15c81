//! Writes dates and names of languages as is usual in a language: in the browser by `Intl`.

use document::model::{Date, Language};

/// The day as it is written in the document, without conversion between time zones: `February 11, 2019` in
/// English.
pub(super) fn date(date: &Date, language: &str) -> String {
    platform::date(date.day(), language)
}

/// `Russian` for `ru`, in English.
pub(super) fn language_name(named: &Language, language: &str) -> String {
    platform::language_name(named.as_str(), language)
}

#[cfg(target_arch = "wasm32")]
mod platform {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(module = "/src/ui/locale.js")]
    extern "C" {
        pub(super) fn date(day: &str, language: &str) -> String;
        #[wasm_bindgen(js_name = languageName)]
        pub(super) fn language_name(tag: &str, language: &str) -> String;
    }
}

/// Natively by ICU4X, which has the same data as the browsers.
#[cfg(not(target_arch = "wasm32"))]
mod platform {
    use icu_calendar::Date;
    use icu_datetime::DateTimeFormatter;
    use icu_datetime::fieldsets::{Y, YM, YMD};
    use icu_displaynames::LocaleDisplayNamesFormatter;
    use icu_locale_core::Locale;

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
        let words = match (month, day) {
            (Some(_), Some(_)) => {
                DateTimeFormatter::try_new(locale.into(), YMD::long()).ok()?.format(&date).to_string()
            }
            (Some(_), None) => DateTimeFormatter::try_new(locale.into(), YM::long()).ok()?.format(&date).to_string(),
            _ => DateTimeFormatter::try_new(locale.into(), Y::long()).ok()?.format(&date).to_string(),
        };
        // Browsers do so, too, for programs that read dates and do not know the narrow no-break space.
        Some(words.replace('\u{202f}', " "))
    }

    pub(super) fn language_name(tag: &str, language: &str) -> String {
        let name = || {
            let names = LocaleDisplayNamesFormatter::try_new(
                &language.parse::<icu_locid::Locale>().ok()?.into(),
                Default::default(),
            );
            Some(names.ok()?.of(&tag.parse().ok()?).into_owned())
        };
        name().unwrap_or_else(|| tag.to_owned())
    }

    #[cfg(test)]
    mod tests {
        use super::{date, language_name};

        /// As Chromium 156 and Firefox 153 write them.
        #[test]
        fn dates_and_languages_are_named_as_browsers_name_them() {
            for (language, day, month, persian) in [
                ("ar", "11 فبراير 2019", "فبراير 2019", "الفارسية"),
                ("de", "11. Februar 2019", "Februar 2019", "Persisch"),
                ("en", "February 11, 2019", "February 2019", "Persian"),
                ("es", "11 de febrero de 2019", "febrero de 2019", "persa"),
                ("fr", "11 février 2019", "février 2019", "persan"),
                ("it", "11 febbraio 2019", "febbraio 2019", "persiano"),
                ("pt", "11 de fevereiro de 2019", "fevereiro de 2019", "persa"),
                ("ru", "11 февраля 2019 г.", "февраль 2019 г.", "персидский"),
                ("tr", "11 Şubat 2019", "Şubat 2019", "Farsça"),
            ] {
                let named = [date("2019-02-11", language), date("2019-02", language), date("2019", language)];
                assert_eq!(named, [day, month, "2019"], "{language}");
                assert_eq!(language_name("fa", language), persian, "{language}");
            }
            assert_eq!(language_name("pt-BR", "fr"), "portugais brésilien");
            assert_eq!(language_name("x-klingon-for-short", "en"), "x-klingon-for-short");
        }
    }
}
