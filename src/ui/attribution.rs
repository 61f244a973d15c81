use super::edition::{Attribution, Edition};
use super::element::{Element, isolated, visually_hidden};

/// The name, then `tags`, then the role and the organization.
pub(super) fn attribution(
    edition: &Edition,
    attribution: &Attribution<'_>,
    tags: impl IntoIterator<Item = Element>,
) -> Element {
    let speaker = Element::classed("span", "speaker").set("part", "speaker");
    let speaker = match attribution.name {
        Some(name) => speaker.set_some("lang", edition.language()).with(isolated(name)),
        None => speaker.text(edition.phrases().unattributed()),
    };
    let role = match (attribution.role, attribution.organization) {
        (Some(role), Some(organization)) => {
            Some(place(edition).with(isolated(role)).text(edition.phrases().comma()).with(isolated(organization)))
        }
        (Some(only), None) | (None, Some(only)) => Some(place(edition).with(isolated(only))),
        (None, None) => None,
    };
    // Where the style is refused, or what is copied, keeps name and role apart.
    let apart = role.is_some().then(|| visually_hidden(edition.phrases().comma()));
    Element::classed("span", "attribution").with(speaker).text(" ").with_all(tags).with_some(apart).with_some(role)
}

fn place(edition: &Edition) -> Element {
    Element::classed("span", "role").set("part", "role").set_some("lang", edition.language())
}
