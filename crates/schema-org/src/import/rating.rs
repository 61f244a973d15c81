//! The numbers of ratings.

use document::model::Number;

/// Parses a number as people write it: with a comma, a plus, leading zeros or a point at the end.
pub fn number(text: &str) -> Option<Number> {
    Number::parse(text).or_else(|| written_by_people(text)).filter(Number::is_finite)
}

fn written_by_people(text: &str) -> Option<Number> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    // Before three digits, a comma may be a thousands separator.
    let is_thousands = digits.contains(',') && fraction.len() == 3;
    if is_thousands || whole.is_empty() || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = if fraction.is_empty() { "0" } else { fraction };
    let plain =
        if digits.contains(['.', ',']) { format!("{sign}{whole}.{fraction}") } else { format!("{sign}{whole}") };
    Number::parse(&plain)
}
