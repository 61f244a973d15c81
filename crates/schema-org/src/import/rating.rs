//! The numbers of ratings, compared by their digits.

use std::cmp::Ordering;

use document::model::Number;

/// Parses a number as people write it: with a comma, a plus, leading zeros or a point at the end.
pub fn number(text: &str) -> Option<Number> {
    Number::parse(text).or_else(|| {
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
    })
}

/// Whether the scale runs from worst to best and contains the rating. Without `best` or `worst`, that end is open.
pub fn is_sound(value: &Number, best: Option<&Number>, worst: Option<&Number>) -> bool {
    let ordered = |low: &Number, high: &Number, or_equal: bool| match compare(low.as_str(), high.as_str()) {
        Some(Ordering::Less) => true,
        Some(Ordering::Equal) => or_equal,
        _ => false,
    };
    let scale = best.zip(worst).is_none_or(|(best, worst)| ordered(worst, best, false));
    scale && best.is_none_or(|best| ordered(value, best, true)) && worst.is_none_or(|worst| ordered(worst, value, true))
}

/// `None` if one has an exponent, because ratings have none.
fn compare(one: &str, other: &str) -> Option<Ordering> {
    let is_negative = |text: &str| text.starts_with('-') && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    if one.contains(['e', 'E']) || other.contains(['e', 'E']) {
        return None;
    }
    let sizes = size(one).cmp(&size(other));
    Some(match (is_negative(one), is_negative(other)) {
        (false, false) => sizes,
        (true, true) => sizes.reverse(),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
    })
}

/// A number with more digits before the point is greater; with as many, the first different digit decides.
fn size(text: &str) -> (usize, &str, &str) {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let whole = whole.trim_start_matches('0');
    (whole.len(), whole, fraction.trim_end_matches('0'))
}
