//! The numbers of ratings, which a card shows as “2 out of 5”.

use super::{Fault, Remark};
use document::model::{Document, Number};

pub(super) fn check(document: &Document, remarks: &mut Vec<Remark>) {
    for (index, claim) in document.claims.iter().enumerate() {
        for (number, review) in claim.reviews.iter().enumerate() {
            let is_on_scale = |value: &Number| value.is_on_scale(review.worst.as_ref(), review.best.as_ref());
            if review.value.as_ref().is_some_and(|value| !is_on_scale(value)) {
                remarks.push(Remark::warning(Fault::Scale, format!("claims[{index}].reviews[{number}].value")));
            }
        }
    }
}
