//! Faults in language files, and the compilation of files without faults.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use languages::{File, ORIGINAL, compile};

/// The texts of a small widget, without faults.
const ENGLISH: &str = "\
# How it is written.
direction = ltr
# How many claims there are.
claims.one = {number} claim
claims.other = {number} claims
# A rating.
out-of = {value} out of {best}
# Below a quote.
passage.found = It is there.
";

const FRENCH: &str = "\
direction = ltr
claims.one = {number} affirmation
claims.many = {number} d’affirmations
claims.other = {number} affirmations
out-of = {value} sur {best}
passage.found = Elle y est.
";

fn file(name: &str, text: &str) -> File {
    File { name: name.to_owned(), text: text.to_owned() }
}

fn faults(files: &[File]) -> Vec<String> {
    compile(files).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

/// Replaces one part of the text.
#[track_caller]
fn altered(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

/// Checks that the French file has this fault and no other after this change.
#[track_caller]
fn french(from: &str, to: &str, fault: &str) {
    let french = file("fr.properties", &altered(FRENCH, from, to));
    assert_eq!(faults(&[file(ORIGINAL, ENGLISH), french]), [format!("languages/fr.properties:{fault}")]);
}

/// Checks that the English file has this fault and no other after this change.
#[track_caller]
fn english(from: &str, to: &str, fault: &str) {
    assert_eq!(faults(&[file(ORIGINAL, &altered(ENGLISH, from, to))]), [format!("languages/en.properties:{fault}")]);
}

#[test]
fn a_missing_key_is_a_fault() {
    french(
        "out-of = {value} sur {best}\n",
        "",
        "5: out-of: this key is missing; add it here (in English: {value} out of {best})",
    );
    french("direction = ltr\n", "", "1: direction: this key is missing; add it here (in English: ltr)");
}

#[test]
fn a_key_that_english_does_not_have_is_a_fault() {
    french(
        "passage",
        "# A comment.\n\noutof = x\npassage",
        "8: outof: English has no such key; check its spelling, or remove the line",
    );
    french(
        "passage",
        "cards.many = x\npassage",
        "6: cards.many: English has no such key; check its spelling, or remove the line",
    );
}

#[test]
fn a_repeated_key_is_a_fault() {
    french(
        "passage",
        "out-of = {best}/{value}\npassage",
        "6: out-of: this key is already in line 5; remove one of the two lines",
    );
}

#[test]
fn a_missing_gap_is_a_fault() {
    french("sur {best}", "sur 5", "5: out-of: the gap {best} is missing; add it (in English: {value} out of {best})");
}

#[test]
fn an_unknown_gap_is_a_fault() {
    french(
        "Elle",
        "{word}",
        "6: passage.found: nothing fills the gap {word}; remove it, or write it as in English (in English: It is there.)",
    );
}

#[test]
fn a_repeated_gap_is_a_fault() {
    french(
        "sur {best}",
        "sur {best} {best}",
        "5: out-of: the gap {best} occurs twice; remove one (in English: {value} out of {best})",
    );
    english("out of {best}", "out of {value}", "7: out-of: the gap {value} occurs twice; remove one, or rename it");
    english("out of {best}", "out of {value}", "7: out-of: the gap {value} occurs twice; remove one, or rename it");
}

#[test]
fn a_brace_outside_a_gap_is_a_fault() {
    for text in ["Elle { y est", "Elle y est}", "Elle {} y est", "Elle {0} y est", "Elle {{ y }} est"] {
        french(
            "Elle y est",
            text,
            "6: passage.found: a brace is not part of a gap; write gaps as in English, such as {number}",
        );
    }
}

#[test]
fn an_empty_text_and_a_space_around_a_text_are_faults() {
    french("Elle y est.", "", "6: passage.found: there is no text; write it after the =");
    french(
        "Elle y est.",
        "Elle y est. ",
        "6: passage.found: there is a space too many before or after the text; remove it",
    );
    french(
        "Elle y est.",
        "\u{a0}Elle y est.",
        "6: passage.found: there is a space too many before or after the text; remove it",
    );
}

#[test]
fn an_escaped_character_is_a_fault() {
    french("Elle", "\\u00c9lle", "6: passage.found: there is a backslash; write each character as it is, without one");
}

#[test]
fn an_unknown_direction_is_a_fault() {
    french("ltr", "left", "1: direction: write ltr (from left to right) or rtl (from right to left)");
    english("ltr", "left", "2: direction: write ltr (from left to right) or rtl (from right to left)");
}

#[test]
fn a_line_that_is_neither_text_nor_comment_is_a_fault() {
    french(
        "direction",
        "French\ndirection",
        "1: “French” is neither “key = text” nor a comment; a comment begins with #",
    );
}

#[test]
fn a_file_that_is_not_named_after_a_language_is_a_fault() {
    for name in ["French.properties", "fr.txt", "pt-BR.properties", "zh-tw.properties", "zh-hant-tw.properties"] {
        let fault = format!(
            "languages/{name}:1: name the file after its language, as in fr.properties: two or three small letters; where the \
             language has a file for a further script, with that script, as in zh-hant.properties"
        );
        assert_eq!(faults(&[file(ORIGINAL, ENGLISH), file(name, FRENCH)]), [fault]);
    }
}

#[test]
fn a_missing_english_file_is_a_fault() {
    let fault = "languages/en.properties:1: this file is missing; all other languages follow it";
    assert_eq!(faults(&[file("fr.properties", FRENCH)]), [fault]);
}

#[test]
fn an_english_text_without_a_comment_is_a_fault() {
    let fault = "no comment says where readers see it; write one, beginning with #, in the line above";
    english("# A rating.\n", "", &format!("6: out-of: {fault}"));
    english("# A rating.\n", "# Apart.\n\n", &format!("8: out-of: {fault}"));
}

#[test]
fn an_english_key_that_the_widget_cannot_use_is_a_fault() {
    english("out-of", "outOf", "7: outOf: a key is made of small letters, hyphens and dots; rename it");
    english(
        "{value} out of {best}",
        "{a}{b}{c}",
        "7: out-of: there are more than two gaps, which the widget cannot fill in; use two texts",
    );
    english(
        "It is",
        "{it} is",
        "9: passage.found: texts about passages cannot have a gap, but for {number} in a plural; remove it",
    );
    let late = "It is there.\n# Late.\nlate = Late";
    english(
        "It is there.",
        late,
        "11: late: it comes after a key that begins with “passage.”; move it above all of these",
    );
}

#[test]
fn an_english_plural_form_that_english_does_not_have_is_a_fault() {
    english("claims.other = {number} claims\n", "", "4: claims.one: there is no claims.other; add it");
    english(
        "claims.other",
        "claims.few = {number} claims\nclaims.other",
        "5: claims.few: English has no plural form “few”, only: one, other; remove the line",
    );
    english(
        "{number} claims\n",
        "Many claims\n",
        "5: claims.other: it needs the gap {number}, which is what its form depends on",
    );
}

#[test]
fn a_missing_plural_form_is_a_fault() {
    let english = "(in English: {number} claims)";
    french(
        "claims.many = {number} d’affirmations\n",
        "",
        &format!(
            "3: claims.many: this key is missing; add it here, for numbers such as 1000000, 2000000, 3000000 {english}"
        ),
    );
    // As many forms as CLDR has for each language.
    for (tag, missing) in [
        (
            "ar",
            "zero, for the number 0; two, for the number 2; few, for numbers such as 3, 4, 5; many, for numbers such as 11, 12, 13",
        ),
        ("he", "two, for the number 2"),
        ("ru", "few, for numbers such as 2, 3, 4; many, for numbers such as 0, 5, 6"),
        ("de", ""),
    ] {
        let german = altered(FRENCH, "claims.many = {number} d’affirmations\n", "");
        let faults = faults(&[file(ORIGINAL, ENGLISH), file(&format!("{tag}.properties"), &german)]);
        let told: Vec<_> = faults
            .iter()
            .map(|fault| {
                let (_, told) = fault.split_once(": claims.").unwrap();
                told.replace(": this key is missing; add it here", "").replace(&format!(" {english}"), "")
            })
            .collect();
        assert_eq!(told.join("; "), missing, "{tag}");
    }
}

#[test]
fn a_plural_form_that_the_language_does_not_have_is_a_fault() {
    french(
        "claims.other",
        "claims.few = {number} affirmations\nclaims.other",
        "4: claims.few: this language has no plural form “few”, only: one, many, other; remove the line",
    );
    let japanese = "direction = ltr\nclaims.one = 主張\nclaims.other = 主張{number}件\nout-of = {best}点中{value}点\npassage.found = あり\n";
    let fault =
        "languages/ja.properties:2: claims.one: this language has no plural form “one”, only: other; remove the line";
    assert_eq!(faults(&[file(ORIGINAL, ENGLISH), file("ja.properties", japanese)]), [fault]);
}

#[test]
fn a_form_for_one_number_need_not_contain_the_number() {
    let hebrew = "\
direction = rtl
claims.one = טענה אחת
claims.two = שתי טענות
claims.other = {number} טענות
out-of = {value} מתוך {best}
passage.found = שם
";
    let languages = compile(&[file(ORIGINAL, ENGLISH), file("he.properties", hebrew)]).unwrap();
    let line = "one=טענה אחת\ttwo=שתי טענות\tother={0} טענות";
    assert_eq!(languages.all[1].cards.lines().nth(2), Some(line));
    // In French, 0 has the form of 1, too.
    french(
        "{number} affirmation\n",
        "Une affirmation\n",
        "2: claims.one: the gap {number} is missing; add it (in English: {number} claim)",
    );
}

#[test]
fn a_plural_may_have_a_second_gap() {
    let english =
        "# How many are missing.\nmissing.one = {all}: one missing\nmissing.other = {all}: {number} missing\n";
    let german = "missing.one = Einer von {all} fehlt\nmissing.other = {number} von {all} fehlen\n";
    let languages = compile(&[file(ORIGINAL, english), file("de.properties", german)]).unwrap();
    assert_eq!(languages.all[0].cards, "en\none={1}: one missing\tother={1}: {0} missing\n");
    assert_eq!(languages.all[1].cards, "de\none=Einer von {1} fehlt\tother={0} von {1} fehlen\n");
}

#[test]
fn small_numbers_are_in_words_where_a_language_has_them() {
    let english = "\
# Small numbers.
numbers = two three four five six seven eight nine
# Who differs.
differ.one = {number} speaker
differ.other = {number} speakers
# What else there is.
and-more.one = And {number} more
and-more.other = And {number} more
# Another number.
claims.one = {number} claim
claims.other = {number} claims
";
    let words = "numbers = iki üç dört beş altı yedi sekiz dokuz\n";
    let others = "differ.one = {number} kişi\ndiffer.other = {number} kişi\nand-more.one = Ve {number}\nand-more.other = Ve {number}\n\
        claims.one = {number} iddia\nclaims.other = {number} iddia\n";
    let turkish = file("tr.properties", &format!("{words}{others}"));
    let german = file("de.properties", others);
    let languages = compile(&[file(ORIGINAL, english), turkish, german]).unwrap();
    let [lines, turkish, german] = [0, 1, 2].map(|at| languages.all[at].cards.lines().collect::<Vec<_>>());
    assert_eq!(lines[1], "one={0} speaker\tother={0} speakers\t\tTwo Three Four Five Six Seven Eight Nine");
    // A form that is the same as `other` is left out.
    assert_eq!(lines[2], "other=And {0} more\t\ttwo three four five six seven eight nine");
    assert_eq!(lines[3], "one={0} claim\tother={0} claims");
    assert_eq!(turkish[1], "other={0} kişi\t\tİki Üç Dört Beş Altı Yedi Sekiz Dokuz");
    assert_eq!(german[1], "other={0} kişi");
    let few = "it has 2 words; write 8 with one space between two, for the numbers from 2 to 9, or remove the line to have digits";
    let few_words = file("tr.properties", &format!("numbers = iki üç\n{others}"));
    assert_eq!(faults(&[file(ORIGINAL, english), few_words]), [format!("languages/tr.properties:1: numbers: {few}")]);
}

#[test]
fn a_number_in_words_takes_the_plural_form_of_its_language() {
    let english =
        "# Small numbers.\nnumbers = a b c d e f g h\n# Who differs.\ndiffer.one = x\ndiffer.other = {number} y\n";
    let arabic = "numbers = - ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة\ndiffer.zero = {number} متحدث\ndiffer.one = متحدث\n\
        differ.two = متحدثان\ndiffer.few = {number} متحدثين\ndiffer.many = {number} متحدثًا\ndiffer.other = {number} متحدث\n";
    let languages = compile(&[file(ORIGINAL, english), file("ar.properties", arabic)]).unwrap();
    // The form for 2 says the number without a gap.
    let line = languages.all[1].cards.lines().nth(1).unwrap();
    let forms = "one=متحدث\ttwo=متحدثان\tfew={0} متحدثين\tmany={0} متحدثًا\tother={0} متحدث";
    assert_eq!(line, format!("{forms}\t\t- ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة"));
}

#[test]
fn a_number_in_words_has_a_capital_letter_only_where_its_own_form_begins_with_it() {
    let english =
        "# Small numbers.\nnumbers = a b c d e f g h\n# Who differs.\ndiffer.one = x\ndiffer.other = {number} y\n";
    let polish = "numbers = dwie trzy cztery pięć sześć siedem osiem dziewięć\ndiffer.one = {number} osoba\n\
        differ.few = {number} osoby\ndiffer.many = razem {number} osób\ndiffer.other = razem {number} osoby\n";
    let languages = compile(&[file(ORIGINAL, english), file("pl.properties", polish)]).unwrap();
    let line = languages.all[1].cards.lines().nth(1).unwrap();
    assert!(line.starts_with("2=Dwie osoby\t3=Trzy osoby\t4=Cztery osoby\tone={0} osoba\tfew="), "{line}");
    assert!(line.ends_with("\tother=razem {0} osoby\t\tdwie trzy cztery pięć sześć siedem osiem dziewięć"), "{line}");
}

#[test]
fn all_faults_are_reported_at_once() {
    let french = altered(&altered(FRENCH, "ltr", "left"), "Elle y est.", "");
    assert_eq!(faults(&[file(ORIGINAL, ENGLISH), file("fr.properties", &french)]).len(), 2);
}

#[test]
fn translators_may_use_any_order_line_ending_and_byte_order_mark() {
    let lines: Vec<_> = FRENCH.lines().rev().collect();
    let french = format!("\u{feff}# French\r\n\r\n{}\r\n", lines.join("\r\n"));
    let languages = compile(&[file(ORIGINAL, ENGLISH), file("fr.properties", &french)]).unwrap();
    let cards = "fr\nltr\none={0} affirmation\tmany={0} d’affirmations\tother={0} affirmations\n{0} sur {1}\n";
    assert_eq!([&languages.all[1].cards, &languages.all[1].passages], [cards, "fr\nElle y est.\n"]);
}

fn widget_folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../languages"))
}

fn program(from: &Path, to: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_languages")).args([from, to]).output().unwrap()
}

#[test]
fn the_widgets_files_have_no_fault() {
    assert_eq!(faults(&languages::read(widget_folder()).unwrap()), [""; 0]);
}

#[test]
fn the_editors_files_have_no_fault() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../editor/languages"));
    assert_eq!(faults(&languages::read(folder).unwrap()), [""; 0]);
}

/// Copies the widget's files into a folder that a test can change.
fn copied() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in languages::read(widget_folder()).unwrap() {
        fs::write(folder.path().join(file.name), file.text).unwrap();
    }
    folder
}

#[test]
fn a_new_language_needs_only_a_new_file() {
    let (from, to) = (copied(), tempfile::tempdir().unwrap());
    let italian = fs::read_to_string(from.path().join("it.properties")).unwrap();
    fs::write(from.path().join("scn.properties"), italian.replace("Chi ha detto che cosa", "Cu dissi cosa")).unwrap();
    let output = program(from.path(), to.path());
    assert!(output.status.success(), "{output:?}");
    // The file that a browser loads, and the code for prerendering.
    assert!(fs::read_to_string(to.path().join("scn.txt")).unwrap().starts_with("scn\nltr\nCu dissi cosa\n"));
    assert!(fs::read_to_string(to.path().join("languages.rs")).unwrap().contains("\"scn\\nltr\\nCu dissi cosa\\n"));
}

#[test]
fn the_program_names_the_file_and_the_line_of_each_fault_and_fails() {
    let (from, to) = (copied(), tempfile::tempdir().unwrap());
    fs::write(from.path().join("oc.properties"), "direction = left\n").unwrap();
    let output = program(from.path(), to.path());
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    // The file as it was given, which may be one of the editor's.
    let file = from.path().join("oc.properties");
    let at = |line: usize, fault: &str| format!("{}:{line}: {fault}", file.display());
    assert!(told.contains(&at(1, "direction: write ltr")), "{told}");
    let missing = "title: this key is missing; add it here (in English: Who said what)";
    assert!(told.contains(&at(2, missing)), "{told}");
    assert!(!to.path().join("en.txt").exists(), "nothing is written");
}

/// The script of the quote finder reads the texts about passages by their position.
#[test]
fn the_quote_finder_lists_the_texts_about_passages_in_the_same_order() {
    let script = fs::read_to_string(widget_folder().join("../crates/finder/src/phrases.js")).unwrap();
    let languages = compile(&languages::read(widget_folder()).unwrap()).unwrap();
    let names: Vec<_> = languages.keys.iter().filter_map(|key| key.name.strip_prefix("passage.")).collect();
    assert!(script.contains(&format!("const [{}] =", names.join(", "))), "{names:?}");
}
