use super::edition::{Attribution, Edition};
use super::element::{Element, isolated};

/// The name, then the role and the organization, which are never cut. `id` is that of the name.
pub(super) fn attribution(edition: &Edition, attribution: &Attribution<'_>, id: Option<String>) -> Element {
    let speaker = Element::classed("span", "speaker").set("part", "speaker").set_some("id", id.map(Into::into));
    let speaker = match attribution.name {
        Some(name) => speaker.set_some("lang", edition.language()).with(isolated(name)),
        None => speaker.text(edition.phrases().unattributed()),
    };
    with_role(edition, attribution, speaker)
}

/// What is said of a speaker, then the role and the organization, as far as they are known.
pub(super) fn with_role(edition: &Edition, attribution: &Attribution<'_>, speaker: Element) -> Element {
    let role = role(edition, attribution);
    // Text that arrives while the page loads must not move what is beside it: only a name alone stands in the middle of its portrait.
    let class = if role.is_some() { "attribution" } else { "attribution alone" };
    Element::classed("div", class).with(speaker).text(" ").with_some(role)
}

/// The role and the organization, as far as they are known. They are a block, which begins a new line where the style is refused and in
/// copied text, too.
fn role(edition: &Edition, attribution: &Attribution<'_>) -> Option<Element> {
    let place = || Element::classed("div", "role").set("part", "role").set_some("lang", edition.language());
    match (attribution.role, attribution.organization) {
        (Some(role), Some(organization)) => {
            Some(place().with(isolated(role)).text(edition.phrases().comma()).with(isolated(organization)))
        }
        (Some(only), None) | (None, Some(only)) => Some(place().with(isolated(only))),
        (None, None) => None,
    }
}
