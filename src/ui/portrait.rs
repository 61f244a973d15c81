use yew::AttrValue;

use super::edition::Edition;
use super::element::{Element, digits, shared};
use document::model::{Speaker, SpeakerType};

/// The number of colours for speakers without a picture. Further speakers get the first colours again.
const COLOURS: usize = 6;

/// The speaker's picture over their initials, so that the initials are seen until the picture is loaded, or if it never is.
///
/// It says no more than the name beside it, so it is hidden from screen readers. The style sheet shows the initials, so that they are
/// not part of descriptions or of copied text.
pub(super) fn portrait(edition: &Edition, speaker: Option<&str>) -> Element {
    let place = Element::new("span").set("aria-hidden", "true");
    let known = speaker.and_then(|key| Some((edition.speaker(key)?, edition.number_of_speaker(key)?)));
    let Some((speaker, number)) = known else {
        return place.set("class", "portrait nameless");
    };
    let shape = match speaker.speaker_type {
        SpeakerType::Person => "person",
        SpeakerType::Organization => "organization",
        SpeakerType::Group => "group",
    };
    let image = speaker.image.clone().map(|image| {
        let image = Element::new("img").set("src", image).set("alt", "").set("loading", "lazy");
        let credit = speaker.image_credit.clone().map(AttrValue::from);
        image.set("data-initials", initials(speaker)).set_some("data-credit", credit)
    });
    place
        .set("class", shared(&format!("portrait {shape} colour-{}", number % COLOURS + 1)))
        .set("data-initials", initials(speaker))
        .set("data-speaker", digits(number))
        .with_some(image)
}

/// The first letters of the first and the last word of the name that begin with one.
fn initials(speaker: &Speaker) -> AttrValue {
    // This finds letters without a table of all letters in Unicode.
    let is_letter = |c: &char| !c.is_ascii_punctuation() && !c.is_ascii_digit();
    let mut letters = speaker.name.split_whitespace().filter_map(|word| word.chars().find(is_letter));
    let first = letters.next();
    shared(&first.into_iter().chain(letters.next_back()).collect::<String>())
}
