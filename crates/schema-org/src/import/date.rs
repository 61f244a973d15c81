//! Dates in the forms in which content management systems write them.

use document::model::Date;

/// Parses the basic form of ISO 8601 (`20260119`), and dates with a space before the time or the offset (`2020-10-07 20:05`, `… UTC`), with an
/// offset without a colon (`+0100`), with slashes or single digits (`2015/6/7`). If only the time is invalid, the day is kept.
pub fn date(text: &str) -> Option<Date> {
    Date::parse(text).or_else(|| {
        let (day, time) = split(text);
        let day = day_of(day)?;
        let moment = time.and_then(|time| Some(format!("{day}T{}", time_of(time)?)));
        moment.and_then(|moment| Date::parse(&moment)).or_else(|| Date::parse(&day))
    })
}

/// The day, and the time after a `T` or a space.
fn split(text: &str) -> (&str, Option<&str>) {
    match text.find(['T', 't', ' ']) {
        Some(at) => (&text[..at], Some(text[at + 1..].trim())),
        None => (text, None),
    }
}

fn day_of(text: &str) -> Option<String> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if text.len() == 8 && is_number(text) {
        return Some([&text[..4], &text[4..6], &text[6..]].join("-"));
    }
    let parts: Vec<_> = text.split(['-', '/']).collect();
    // A date that begins with a day or a month is ambiguous.
    if parts.len() > 3 || parts[0].len() != 4 || !parts.iter().all(|part| is_number(part)) {
        return None;
    }
    let padded: Vec<_> = parts.iter().map(|part| format!("{part:0>2}")).collect();
    Some(padded.join("-"))
}

/// Converts `20:05:00 +0100` to `20:05:00+01:00`.
fn time_of(text: &str) -> Option<String> {
    let at = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.' | ',')).unwrap_or(text.len());
    let (clock, zone) = text.split_at(at);
    let clock = match clock.len() {
        4 | 6 if !clock.contains(':') => {
            let pairs: Vec<_> = (0..clock.len()).step_by(2).map(|at| clock.get(at..at + 2)).collect::<Option<_>>()?;
            pairs.join(":")
        }
        _ if clock.find(':') == Some(1) => format!("0{clock}"),
        _ => clock.replace(',', "."),
    };
    Some(clock + &offset(zone.trim())?)
}

fn offset(zone: &str) -> Option<String> {
    if ["Z", "UTC", "GMT"].iter().any(|known| known.eq_ignore_ascii_case(zone)) {
        return Some("Z".to_owned());
    }
    let digits = zone.strip_prefix(['+', '-']);
    Some(match digits.map(str::len) {
        None if !zone.is_empty() => return None,
        Some(2) => format!("{zone}:00"),
        Some(4) if !zone.contains(':') => format!("{}:{}", zone.get(..3)?, zone.get(3..)?),
        _ => zone.to_owned(),
    })
}
