use serde::{Serialize, Serializer};

/// Words from the article: one text, or an array of several texts if words between them are left out. The card puts
/// `[…]` between these.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "crate::schema::OneOrSeveral"))]
pub struct Words(
    // There is at least one span, and no span is blank.
    Vec<String>,
);

impl Words {
    /// `None` if there is no span, or if one is blank.
    pub fn new(spans: Vec<String>) -> Option<Self> {
        let sound = !spans.is_empty() && spans.iter().all(|span| !span.trim().is_empty());
        sound.then_some(Self(spans))
    }

    pub fn spans(&self) -> &[String] {
        &self.0
    }
}

impl Serialize for Words {
    /// Writes one span as a string, several as an array.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [span] => span.serialize(serializer),
            spans => spans.serialize(serializer),
        }
    }
}
