use serde::Serialize;

/// A year, a month, a day or a moment, as exactly as it is known (ISO 8601): `2019`, `2019-02`, `2019-02-11`,
/// `2019-02-11T09:30Z`, `2019-02-11T09:30:15.5+03:00`. A time without `Z` or an offset such as `+03:00` is local time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("pattern" = PATTERN)))]
#[serde(transparent)]
pub struct Date(String);

/// The pattern that [`Date::parse`] accepts; it does not check how many days a month has.
#[cfg(feature = "schema")]
const PATTERN: &str = concat!(
    "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])",
    "(T([01][0-9]|2[0-3]):[0-5][0-9](:([0-5][0-9]|60)(\\.[0-9]+)?)?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?)?)?)?$"
);

impl Date {
    /// `None` for any other form, and for days that do not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = match text.split_once('T') {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        let time_fits = match time {
            None => true,
            Some(time) => date.len() == 10 && is_time(time),
        };
        (is_date(date) && time_fits).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The date without the time of day.
    pub fn day(&self) -> &str {
        self.0.split('T').next().unwrap_or_default()
    }

    /// Whether year, month or day is given.
    pub fn precision(&self) -> Precision {
        match self.day().len() {
            4 => Precision::Year,
            7 => Precision::Month,
            _ => Precision::Day,
        }
    }
}

/// The precision of a [`Date`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    Year,
    Month,
    Day,
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let Some(year) = digits(parts[0], 4) else { return false };
    match parts[1..] {
        [] => true,
        [month] => within(month, 1..=12),
        [month, day] => {
            within(month, 1..=12) && digits(month, 2).is_some_and(|month| within(day, 1..=days_in(year, month)))
        }
        _ => false,
    }
}

fn is_time(text: &str) -> bool {
    let (clock, offset) = match text.find(['Z', '+', '-']) {
        Some(at) => text.split_at(at),
        None => (text, "Z"),
    };
    is_clock(clock) && is_offset(offset)
}

fn is_clock(text: &str) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    match parts[..] {
        [hour, minute] => within(hour, 0..=23) && within(minute, 0..=59),
        [hour, minute, second] => {
            let (second, fraction) = second.split_once('.').unwrap_or((second, "0"));
            // A leap second has the number 60.
            within(hour, 0..=23) && within(minute, 0..=59) && within(second, 0..=60) && all_digits(fraction)
        }
        _ => false,
    }
}

fn is_offset(text: &str) -> bool {
    match text.strip_prefix(['+', '-']).map(|offset| offset.split_once(':')) {
        None => text == "Z",
        Some(Some((hours, minutes))) => within(hours, 0..=14) && within(minutes, 0..=59),
        Some(None) => false,
    }
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn within(text: &str, range: std::ops::RangeInclusive<u32>) -> bool {
    digits(text, 2).is_some_and(|number| range.contains(&number))
}

fn digits(text: &str, length: usize) -> Option<u32> {
    if text.len() == length && all_digits(text) { text.parse().ok() } else { None }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
