use std::cmp::Ordering;

use serde::{Serialize, Serializer};

/// A number that keeps its digits as they were written: `4.50` stays `4.50`. Only an exponent without a sign gets one:
/// `1e9` becomes `1e+9`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline, with = "f64"))]
pub struct Number(String);

impl Number {
    /// `None` if the text is not a number in JSON.
    pub fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let mantissa = mantissa.strip_prefix('-').unwrap_or(mantissa);
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let sound = digits(whole) && digits(fraction) && digits(exponent) && (whole == "0" || !whole.starts_with('0'));
        sound.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether programs can compute with it: above about 1e308, most of them have infinity in its place.
    pub fn is_finite(&self) -> bool {
        self.size().0 <= 308
    }

    /// Whether a rating with this number is on a scale that runs from `worst` up to `best`. Without `best` or `worst`, that end is open.
    pub fn is_on_scale(&self, worst: Option<&Self>, best: Option<&Self>) -> bool {
        let is_scale = worst.zip(best).is_none_or(|(worst, best)| worst.compare(best) == Ordering::Less);
        is_scale
            && worst.is_none_or(|worst| worst.compare(self) != Ordering::Greater)
            && best.is_none_or(|best| self.compare(best) != Ordering::Greater)
    }

    /// Compares the values: `1e1` equals `10.0`.
    fn compare(&self, other: &Self) -> Ordering {
        let is_negative = |number: &Self, digits: &str| number.0.starts_with('-') && !digits.is_empty();
        let (one, two) = (self.size(), other.size());
        match (is_negative(self, &one.1), is_negative(other, &two.1)) {
            (false, false) => one.cmp(&two),
            (true, true) => two.cmp(&one),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }

    /// The number without its sign, as a power of ten and the digits behind the point: 450 is `0.45` times ten to the power of 3. Zero has no
    /// digits, and the smallest power.
    fn size(&self) -> (i64, String) {
        let (mantissa, exponent) = self.0.split_once(['e', 'E']).unwrap_or((&self.0, "0"));
        let mantissa = mantissa.strip_prefix('-').unwrap_or(mantissa);
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = [whole, fraction].concat();
        let digits = all.trim_start_matches('0');
        if digits.is_empty() {
            return (i64::MIN, String::new());
        }
        let zeros = (all.len() - digits.len()) as i64;
        let endless = if exponent.starts_with('-') { i64::MIN } else { i64::MAX };
        let power = exponent.parse().unwrap_or(endless).saturating_add(whole.len() as i64 - zeros);
        (power, digits.trim_end_matches('0').to_owned())
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number: serde_json::Number = self.0.parse().map_err(serde::ser::Error::custom)?;
        number.serialize(serializer)
    }
}
