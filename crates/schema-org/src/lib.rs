//! Documents and [schema.org](https://schema.org): made from the `ClaimReview` of a page, and told to search engines as JSON-LD.
//!
//! ```
//! let page = r#"{ "@type": "ClaimReview", "claimReviewed": "The water is safe", "author": { "name": "Check Desk" },
//!                 "reviewRating": { "alternateName": "True" } }"#;
//! let decoded = schema_org::claim_reviews(page, "Is the water safe?").unwrap();
//! assert_eq!(decoded.document.claims[0].reviews[0].by, "Check Desk");
//! assert_eq!(schema_org::json_ld(&decoded.document)["headline"], "Is the water safe?");
//! ```

mod export;
mod import;

pub use export::json_ld;
pub use import::{Imported, claim_reviews, import_claim_reviews};
