use std::fmt::Write;

use crate::{Key, Languages, OF_PASSAGES};

impl Languages {
    /// Writes the Rust code for the widget: all languages, the line of each key, and a type for the gaps of each text.
    ///
    /// So the compiler reports a key that the code does not use, and a key or gap that the code uses but English does
    /// not have.
    pub fn rust(&self) -> String {
        let keys: Vec<_> = self.keys.iter().filter(|key| !key.name.starts_with(OF_PASSAGES)).collect();
        let texts: String = self.all.iter().map(|language| format!("    {:?},\n", language.cards)).collect();
        let lines: String = keys.iter().map(|key| format!("    {},\n", identifier(&key.name))).collect();
        let mut code = format!(
            "/// English first.\npub(super) const ALL: &[&str] = &[\n{texts}];\n\n\
             /// The line of each text.\n#[derive(Clone, Copy)]\npub(super) enum Line {{\n    Language,\n{lines}}}\n"
        );
        for key in keys {
            write_gaps(&mut code, key);
        }
        code
    }
}

/// Writes a type with a field for each gap of a text, if there are any. The number of a plural is filled in where the form is chosen.
fn write_gaps(code: &mut String, key: &Key) {
    let gaps = if key.is_plural { &key.gaps[1..] } else { &key.gaps };
    if gaps.is_empty() {
        return;
    }
    let name = identifier(&key.name);
    let fields: String = gaps.iter().map(|gap| format!("    pub(super) {gap}: &'text str,\n")).collect();
    let mut values: Vec<_> = gaps.iter().map(|gap| format!("self.{gap}")).collect();
    if key.is_plural {
        values.insert(0, "\"\"".to_owned());
    }
    values.resize(2, "\"\"".to_owned());
    let values = values.join(", ");
    let _ = write!(
        code,
        "\npub(super) struct {name}<'text> {{\n{fields}}}\n\n\
         impl super::Gaps for {name}<'_> {{\n    const LINE: Line = Line::{name};\n\n    \
         fn filled(&self) -> [&str; 2] {{\n        [{values}]\n    }}\n}}\n"
    );
}

/// Writes a key as the name of a Rust variant: `open-all` becomes `OpenAll`.
fn identifier(key: &str) -> String {
    let capitalized = |part: &str| part[..1].to_uppercase() + &part[1..];
    key.split(['.', '-']).filter(|part| !part.is_empty()).map(capitalized).collect()
}
