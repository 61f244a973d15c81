//! Which elements are invisible, as far as the markup shows it. Style sheets are not read.

/// Class names with which content systems hide text that is for screen readers only.
const CLASSES: &[&str] = &[
    "element-invisible",
    "screen-reader-only",
    "screen-reader-text",
    "show-for-sr",
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
];

pub(super) fn class_hides(classes: &str) -> bool {
    classes.split_ascii_whitespace().any(|class| CLASSES.contains(&class))
}

/// Whether an element with this inline style is invisible: not displayed, transparent, clipped to nothing, or outside the page.
pub(super) fn style_hides(style: &str) -> bool {
    let style = Style(style);
    let is_lifted = style.is("position", &["absolute", "fixed"]);
    let cuts = style.is("overflow", &["hidden", "clip"]);
    let is_nothing = |property| style.length(property).is_some_and(|length| length.abs() <= 1.0);
    let is_far = |property| style.length(property).is_some_and(|length| length <= FAR_BEYOND);
    style.is("display", &["none"])
        || style.is("visibility", &["hidden", "collapse"])
        || style.is("content-visibility", &["hidden"])
        || style.length("opacity") == Some(0.0)
        || style.length("font-size") == Some(0.0)
        || style.is("clip-path", &["inset(50%)", "inset(100%)"])
        || (is_lifted && style.get("clip").is_some_and(is_empty_rectangle))
        || (cuts && ["width", "height", "max-width", "max-height"].into_iter().any(is_nothing))
        || (is_lifted && ["left", "top", "right", "bottom"].into_iter().any(is_far))
        || is_far("text-indent")
}

/// From this distance on, in pixels, text is outside the page and invisible.
const FAR_BEYOND: f64 = -999.0;

/// Such as `rect(0, 0, 0, 0)` and `rect(1px 1px 1px 1px)`.
fn is_empty_rectangle(clip: &str) -> bool {
    let sides = clip.strip_prefix("rect(").and_then(|sides| sides.strip_suffix(')')).unwrap_or_default();
    let mut sides = sides.split([',', ' ']).filter(|side| !side.is_empty()).map(number);
    sides.next().flatten().is_some_and(|first| sides.all(|side| side == Some(first)))
}

/// An inline style.
struct Style<'style>(&'style str);

impl<'style> Style<'style> {
    /// The last value of this property.
    fn get(&self, property: &str) -> Option<&'style str> {
        let declarations = self.0.split(';').filter_map(|declaration| declaration.split_once(':'));
        let mut values = declarations.filter(|(name, _)| name.trim().eq_ignore_ascii_case(property));
        let (_, value) = values.next_back()?;
        Some(value.split('!').next().unwrap_or_default().trim())
    }

    fn is(&self, property: &str, values: &[&str]) -> bool {
        self.get(property).is_some_and(|own| values.iter().any(|value| value.eq_ignore_ascii_case(own)))
    }

    fn length(&self, property: &str) -> Option<f64> {
        number(self.get(property)?)
    }
}

/// The number of a length, if its unit is the pixel, another unit in which zero is zero, or missing.
fn number(length: &str) -> Option<f64> {
    let end = length.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-' | '+')).unwrap_or(length.len());
    let (number, unit) = length.split_at(end);
    let number: f64 = number.parse().ok()?;
    (number == 0.0 || number <= FAR_BEYOND || unit.is_empty() || unit.eq_ignore_ascii_case("px")).then_some(number)
}
