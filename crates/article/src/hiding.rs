//! Which elements are invisible, as far as the markup shows it. Style sheets are not read.

/// Class names with which content systems and style libraries hide text, also from all but screen readers. They are compared without hyphens,
/// underlines and capitals.
const CLASSES: &[&str] = &[
    "a11yhidden",
    "assistivetext",
    "dnone",
    "elementinvisible",
    "govukvisuallyhidden",
    "invisible",
    "issronly",
    "isvisuallyhidden",
    "katexmathml",
    "mjxassistivemathml",
    "opacity0",
    "screenreaderonly",
    "screenreadertext",
    "showforsr",
    "sronly",
    "sronlyfocusable",
    "uhidden",
    "ukhidden",
    "visuallyhidden",
    "visuallyhiddenfocusable",
];

pub(super) fn class_hides(classes: &str) -> bool {
    classes.split_ascii_whitespace().any(|class| {
        let letters: String = class.chars().filter(|c| !matches!(c, '-' | '_')).collect();
        CLASSES.contains(&&*letters.to_ascii_lowercase())
    })
}

/// From this distance on, in pixels, text is outside the page and invisible.
const FAR_BEYOND: f64 = -999.0;

/// The same in hundredths of the width or height of the window.
const BEYOND_WINDOW: f64 = -100.0;

/// Less than this is as good as transparent.
const FAINTEST: f64 = 0.05;

/// Whether an element with this inline style is invisible with all that is in it: not displayed, transparent, clipped to nothing, without size, or outside the page.
pub(super) fn style_hides(style: &Style) -> bool {
    style.is("display", &["none"])
        || style.is("content-visibility", &["hidden"])
        || is_transparent(style)
        || is_clipped(style)
        || has_no_size(style)
        || is_outside(style)
}

/// Whether an inline style shows text or hides it, in elements that say nothing else; `None` if it says neither.
pub(super) fn style_shows(style: &Style) -> Option<bool> {
    match style.get("visibility")? {
        "hidden" | "collapse" => Some(false),
        "visible" => Some(true),
        _ => None,
    }
}

fn is_transparent(style: &Style) -> bool {
    let is_faint = |value: &str| number(value).is_some_and(|opacity| opacity < FAINTEST);
    // The color of letters; WebKit's property goes before the usual one.
    let color = style.get("-webkit-text-fill-color").or_else(|| style.get("color"));
    style.get("opacity").is_some_and(is_faint)
        || style
            .get("filter")
            .and_then(|filter| arguments(filter, "opacity"))
            .is_some_and(|all| all.iter().all(|one| is_faint(one)))
        || color.is_some_and(is_without_color)
}

/// `transparent`, `#0000`, `rgba(0, 0, 0, 0)` and `rgb(0 0 0 / 0%)`.
fn is_without_color(color: &str) -> bool {
    if let Some(digits) = color.strip_prefix('#') {
        return (digits.len() == 4 && digits.ends_with('0')) || (digits.len() == 8 && digits.ends_with("00"));
    }
    let has_alpha = color.starts_with("rgba(") || color.starts_with("hsla(") || color.contains('/');
    let last = color.trim_end_matches(')').rsplit([',', '/', ' ']).find(|value| !value.is_empty());
    color == "transparent" || (color.ends_with(')') && has_alpha && last.and_then(number) == Some(0.0))
}

fn is_clipped(style: &Style) -> bool {
    let is_lifted = style.is("position", &["absolute", "fixed"]);
    let clip = style.get("clip").and_then(|clip| arguments(clip, "rect")).filter(|_| is_lifted);
    let is_empty_rectangle = |sides: Vec<&str>| {
        let mut sides = sides.into_iter().map(number);
        sides.next().flatten().is_some_and(|first| sides.all(|side| side == Some(first)))
    };
    clip.is_some_and(is_empty_rectangle) || style.get("clip-path").is_some_and(clips_all)
}

/// Whether a shape has no area.
fn clips_all(shape: &str) -> bool {
    let zero = |value: Option<&&str>| value.and_then(|value| number(value)) == Some(0.0);
    if let Some(sides) = arguments(shape, "inset") {
        let sides: Vec<_> = sides.iter().take_while(|side| **side != "round").map(|side| percent(side)).collect();
        let side = |at: usize| match sides.len() {
            0 => 0.0,
            // Right is as top, bottom as top, and left as right, if they are missing.
            length if at < length => sides[at],
            length if at == 3 && length > 1 => sides[1],
            _ => sides[0],
        };
        return side(0) + side(2) >= 100.0 || side(1) + side(3) >= 100.0;
    }
    if let Some(radius) = arguments(shape, "circle") {
        return zero(radius.first());
    }
    if let Some(radii) = arguments(shape, "ellipse") {
        return zero(radii.first()) || zero(radii.get(1));
    }
    let Some(points) = arguments(shape, "polygon") else { return false };
    let points: Vec<_> = points.iter().filter_map(|point| any_number(point)).collect();
    let points: Vec<_> = points.chunks_exact(2).collect();
    let next = points.iter().cycle().skip(1);
    let area: f64 = points.iter().zip(next).map(|(one, other)| one[0] * other[1] - other[0] * one[1]).sum();
    !points.is_empty() && area == 0.0
}

fn has_no_size(style: &Style) -> bool {
    const OVERFLOWS: [&str; 5] = ["overflow", "overflow-x", "overflow-y", "overflow-block", "overflow-inline"];
    const SIZES: [&str; 8] = [
        "width",
        "height",
        "max-width",
        "max-height",
        "inline-size",
        "block-size",
        "max-inline-size",
        "max-block-size",
    ];
    let cuts = |property| {
        let values = style.get(property).unwrap_or_default();
        values.split_ascii_whitespace().any(|value| matches!(value, "hidden" | "clip"))
    };
    let is_nothing = |value: &str| number(value).is_some_and(|length| length.abs() <= 1.0);
    // `0/0 a`: the size before the height of lines.
    let is_empty_font = |font: &str| {
        let mut values = font.split_ascii_whitespace().filter_map(|value| value.split('/').next());
        values.any(|value| number(value) == Some(0.0))
    };
    let is_without_letters = match style.get("font-size") {
        Some(size) => is_nothing(size),
        None => style.get("font").is_some_and(is_empty_font),
    };
    let is_zero = |scale: &&str| number(scale) == Some(0.0);
    let is_shrunk = |transform: &str| {
        let scales = ["scale", "scalex", "scaley", "scale3d"].into_iter();
        scales.filter_map(|name| arguments(transform, name)).any(|scales| scales.iter().take(2).any(is_zero))
    };
    let is_scaled_away = |scales: &str| scales.split_ascii_whitespace().take(2).any(|scale| is_zero(&scale));
    is_without_letters
        || style.get("transform").is_some_and(is_shrunk)
        || style.get("scale").is_some_and(is_scaled_away)
        || (OVERFLOWS.into_iter().any(cuts) && SIZES.into_iter().any(|size| style.get(size).is_some_and(is_nothing)))
}

fn is_outside(style: &Style) -> bool {
    let has_far = |value: &str| value.split_ascii_whitespace().any(is_far);
    // Padding of the same length brings the text back.
    let is_padded = style.0.iter().any(|(property, value, _)| {
        let mut values = value.split_ascii_whitespace().filter_map(any_number);
        property.starts_with("padding") && values.any(|length| length >= -FAR_BEYOND)
    });
    let is_placed = style.get("position").is_some_and(|position| position != "static");
    let moved = [style.get("transform"), style.get("translate")].into_iter().flatten();
    let mut moved = moved.flat_map(|moved| moved.split(['(', ',', ' ', ')']));
    style.0.iter().any(|(property, ..)| {
        let moves = match &**property {
            "left" | "top" | "right" | "bottom" => is_placed,
            "text-indent" => true,
            property => (is_placed && property.starts_with("inset")) || (!is_padded && property.starts_with("margin")),
        };
        moves && style.get(property).is_some_and(has_far)
    }) || moved.any(is_far)
}

fn is_far(length: &str) -> bool {
    let is_of_window = ["vw", "vh", "vi", "vb", "vmax"].into_iter().any(|unit| length.ends_with(unit));
    any_number(length).is_some_and(|number| number <= FAR_BEYOND || (is_of_window && number <= BEYOND_WINDOW))
}

/// The declarations of an inline style, in small letters: property, value, and whether it is marked as important.
pub(super) struct Style(Vec<(String, String, bool)>);

impl Style {
    pub(super) fn of(style: &str) -> Self {
        let style = without_comments(style).to_ascii_lowercase();
        let declarations = style.split(';').filter_map(|declaration| declaration.split_once(':'));
        let declarations = declarations.map(|(property, value)| {
            let (value, mark) = value.split_once('!').unwrap_or((value, ""));
            (property.trim().to_owned(), value.trim().to_owned(), mark.trim() == "important")
        });
        Self(declarations.collect())
    }

    /// The last value of this property; an important one goes before others.
    pub(super) fn get(&self, property: &str) -> Option<&str> {
        let own = || self.0.iter().rev().filter(|(name, ..)| name == property);
        let (_, value, _) = own().find(|(.., is_important)| *is_important).or_else(|| own().next())?;
        Some(value)
    }

    pub(super) fn is(&self, property: &str, values: &[&str]) -> bool {
        self.get(property).is_some_and(|own| values.contains(&own))
    }
}

fn without_comments(style: &str) -> String {
    let mut pieces = style.split("/*");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |before, piece| before + piece.split_once("*/").map_or("", |(_, behind)| behind))
}

/// What is between the parentheses of a function in a value, without spaces and commas.
fn arguments<'value>(value: &'value str, function: &str) -> Option<Vec<&'value str>> {
    let mut from = 0;
    while let Some(at) = value[from..].find(function) {
        let behind = &value[from + at + function.len()..];
        let is_begun = !value[..from + at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
        if let Some(arguments) = behind.strip_prefix('(').filter(|_| is_begun) {
            let arguments = arguments.split_once(')').map_or(arguments, |(inner, _)| inner);
            return Some(arguments.split([',', ' ']).filter(|argument| !argument.is_empty()).collect());
        }
        from += at + function.len();
    }
    None
}

/// The number of a length, if its unit is the pixel, another unit in which zero is zero, or missing. Of a percentage, its part of one.
fn number(length: &str) -> Option<f64> {
    if let Some(percent) = length.strip_suffix('%') {
        return decimal(percent).map(|percent| percent / 100.0).filter(|part| *part == 0.0 || *part < FAINTEST);
    }
    let unit = length.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    any_number(length).filter(|number| *number == 0.0 || unit.is_empty() || unit == "px")
}

/// The number of a length in whatever unit.
fn any_number(length: &str) -> Option<f64> {
    let end = length.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-' | '+')).unwrap_or(length.len());
    decimal(&length[..end])
}

/// Zero if it is no percentage.
fn percent(length: &str) -> f64 {
    length.strip_suffix('%').and_then(decimal).unwrap_or(0.0)
}

/// A number as style sheets write it, without an exponent. The parser of std brings tables of 10 KB, which cannot be compressed, into the wasm.
fn decimal(text: &str) -> Option<f64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let sign = if text.starts_with('-') { -1.0 } else { 1.0 };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = digits.len() > usize::from(digits.contains('.'))
        && (whole.bytes().chain(part.bytes())).all(|c| c.is_ascii_digit());
    let value = |digits: &str| {
        digits.bytes().fold((0.0, 1.0), |(value, scale), c| (value * 10.0 + f64::from(c - b'0'), scale * 10.0))
    };
    let (part, scale) = value(part);
    is_number.then(|| sign * (value(whole).0 + part / scale))
}
