//! Dates, names of languages, numbers and plurals in each language of the widget: the browser, and what prerenders, write the same.

#[path = "../src/ui/locale.rs"]
mod locale;

use document::model::{Date, Language};
use testing::test;

use locale::{counted, date, language_name};

/// A day, its month and its year, and the name of Persian.
const NAMED: &[(&str, [&str; 4])] = &[
    ("ar", ["11 فبراير 2019", "فبراير 2019", "2019", "الفارسية"]),
    ("bn", ["১১ ফেব্রুয়ারি, ২০১৯", "ফেব্রুয়ারি ২০১৯", "২০১৯", "ফার্সি"]),
    ("de", ["11. Februar 2019", "Februar 2019", "2019", "Persisch"]),
    ("en", ["February 11, 2019", "February 2019", "2019", "Persian"]),
    ("es", ["11 de febrero de 2019", "febrero de 2019", "2019", "persa"]),
    // Bahman 1397 ended in February 2019, and 1397 in March: only a whole day can be told in the Persian calendar.
    ("fa", ["۲۲ بهمن ۱۳۹۷", "فوریهٔ ۲۰۱۹", "۲۰۱۹", "فارسی"]),
    ("fr", ["11 février 2019", "février 2019", "2019", "persan"]),
    ("he", ["11 בפברואר 2019", "פברואר 2019", "2019", "פרסית"]),
    ("hi", ["11 फ़रवरी 2019", "फ़रवरी 2019", "2019", "फ़ारसी"]),
    ("id", ["11 Februari 2019", "Februari 2019", "2019", "Persia"]),
    ("it", ["11 febbraio 2019", "febbraio 2019", "2019", "persiano"]),
    ("ja", ["2019年2月11日", "2019年2月", "2019年", "ペルシア語"]),
    ("nl", ["11 februari 2019", "februari 2019", "2019", "Perzisch"]),
    ("pl", ["11 lutego 2019", "luty 2019", "2019", "perski"]),
    ("pt", ["11 de fevereiro de 2019", "fevereiro de 2019", "2019", "persa"]),
    ("ru", ["11 февраля 2019 г.", "февраль 2019 г.", "2019", "персидский"]),
    ("tr", ["11 Şubat 2019", "Şubat 2019", "2019", "Farsça"]),
    ("uk", ["11 лютого 2019 р.", "лютий 2019 р.", "2019", "перська"]),
    ("ur", ["11 فروری، 2019", "فروری 2019", "2019", "فارسی"]),
    ("zh", ["2019年2月11日", "2019年2月", "2019年", "波斯语"]),
    ("zh-hant", ["2019年2月11日", "2019年2月", "2019年", "波斯文"]),
];

#[test]
fn dates_and_languages_are_named_as_readers_name_them() {
    for (language, expected) in NAMED {
        let [day, month, year] =
            ["2019-02-11", "2019-02", "2019"].map(|text| date(&Date::parse(text).unwrap(), language));
        let persian = language_name(&Language::parse("fa").unwrap(), language);
        assert_eq!([day, month, year, persian], *expected, "{language}");
    }
}

#[test]
fn a_language_of_a_region_or_in_a_script_has_a_name_or_else_its_tag() {
    let name = |tag: &str, language: &str| language_name(&Language::parse(tag).unwrap(), language);
    assert_eq!(name("pt-BR", "fr"), "portugais brésilien");
    assert_eq!(name("pt-BR", "ur"), "برازیلی پرتگالی");
    assert_eq!(name("ar-EG", "bn"), "আরবি (মিশর)");
    assert_eq!(name("ar-EG", "ja"), "アラビア語 (エジプト)");
    assert_eq!(name("ar-EG", "zh"), "阿拉伯语（埃及）");
    assert_eq!(name("x-klingon-for-short", "en"), "x-klingon-for-short");
}

const NUMBERS: [usize; 9] = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000];

/// The plural form of each of these numbers, and how the last of them is written.
const COUNTED: &[(&str, [&str; 9], &str)] = &[
    ("ar", ["zero", "one", "two", "few", "few", "many", "many", "other", "other"], "1,000,000"),
    ("bn", ["one", "one", "other", "other", "other", "other", "other", "other", "other"], "১০,০০,০০০"),
    ("de", ["other", "one", "other", "other", "other", "other", "other", "other", "other"], "1.000.000"),
    ("en", ["other", "one", "other", "other", "other", "other", "other", "other", "other"], "1,000,000"),
    ("es", ["other", "one", "other", "other", "other", "other", "other", "other", "many"], "1.000.000"),
    ("fa", ["one", "one", "other", "other", "other", "other", "other", "other", "other"], "۱٬۰۰۰٬۰۰۰"),
    ("fr", ["one", "one", "other", "other", "other", "other", "other", "other", "many"], "1\u{202f}000\u{202f}000"),
    ("he", ["other", "one", "two", "other", "other", "other", "other", "other", "other"], "1,000,000"),
    ("hi", ["one", "one", "other", "other", "other", "other", "other", "other", "other"], "10,00,000"),
    ("id", ["other"; 9], "1.000.000"),
    ("it", ["other", "one", "other", "other", "other", "other", "other", "other", "many"], "1.000.000"),
    ("ja", ["other"; 9], "1,000,000"),
    ("nl", ["other", "one", "other", "other", "other", "other", "other", "other", "other"], "1.000.000"),
    ("pl", ["many", "one", "few", "few", "many", "many", "many", "many", "many"], "1\u{a0}000\u{a0}000"),
    ("pt", ["one", "one", "other", "other", "other", "other", "other", "other", "many"], "1.000.000"),
    ("ru", ["many", "one", "few", "few", "many", "many", "one", "many", "many"], "1\u{a0}000\u{a0}000"),
    ("tr", ["other", "one", "other", "other", "other", "other", "other", "other", "other"], "1.000.000"),
    ("uk", ["many", "one", "few", "few", "many", "many", "one", "many", "many"], "1\u{a0}000\u{a0}000"),
    ("ur", ["other", "one", "other", "other", "other", "other", "other", "other", "other"], "1,000,000"),
    ("zh", ["other"; 9], "1,000,000"),
    ("zh-hant", ["other"; 9], "1,000,000"),
];

#[test]
fn each_number_has_its_plural_form() {
    let forms = ["zero", "one", "two", "few", "many", "other"].map(|form| format!("{form}={form} {{0}}")).join("\t");
    for (language, expected, million) in COUNTED {
        let texts = NUMBERS.map(|number| counted(&forms, number, language));
        let chosen = texts.each_ref().map(|text| text.split(' ').next().unwrap());
        assert_eq!(chosen, *expected, "{language}");
        assert!(texts[8].ends_with(&format!(" {million}")), "{language}: {}", texts[8]);
    }
}

#[test]
fn a_form_that_the_words_do_not_have_is_other() {
    // As in a browser whose rules are older or newer than those that the words were checked with.
    assert_eq!(counted("one={0} claim\tother={0} claims", 2, "ar"), "2 claims");
    assert_eq!(counted("two=two claims\tother={0} claims", 2, "he"), "two claims");
}

#[test]
fn a_form_for_one_number_comes_before_that_of_its_kind() {
    let forms = "2=Two claims\t3=Three claims\tone={0} claim\tother={0} claims";
    for (number, expected) in
        [(1, "1 claim"), (2, "Two claims"), (3, "Three claims"), (4, "4 claims"), (12, "12 claims")]
    {
        assert_eq!(counted(forms, number, "en"), expected);
        assert_eq!(counted(forms, number, "de"), expected);
    }
    assert_eq!(counted(forms, 1002, "en"), "1,002 claims");
}

#[test]
fn small_numbers_are_written_as_the_words_that_follow_the_forms() {
    let forms = "4=Four in all\tone={0} claim\tother={0} claims\t\tTwo Three Four";
    let expected =
        [(0, "0 claims"), (1, "1 claim"), (2, "Two claims"), (3, "Three claims"), (4, "Four in all"), (5, "5 claims")];
    for (number, expected) in expected {
        assert_eq!(counted(forms, number, "en"), expected);
        assert_eq!(counted(forms, number, "de"), expected);
    }
    assert_eq!(counted("other=z {0}\t\tiki üç", 1002, "tr"), "z 1.002");
}

#[test]
fn every_language_is_tested() {
    let mut tags: Vec<_> = env!("LANGUAGES").split(' ').collect();
    tags.sort_unstable();
    assert_eq!(NAMED.iter().map(|(tag, _)| *tag).collect::<Vec<_>>(), tags);
    assert_eq!(COUNTED.iter().map(|(tag, ..)| *tag).collect::<Vec<_>>(), tags);
}
