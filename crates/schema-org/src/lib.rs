//! Converts between documents and [schema.org](https://schema.org): imports `ClaimReview`, and exports JSON-LD.
//!
//! ```
//! use document::model::Article;
//!
//! let page = r#"{ "@type": "ClaimReview", "claimReviewed": "The water is safe", "author": { "name": "Check Desk" },
//!                 "reviewRating": { "alternateName": "True" } }"#;
//! let article = Article { headline: "Is the water safe?".to_owned(), ..Article::default() };
//! let imported = schema_org::import_page(&[page], article).unwrap();
//! assert_eq!(imported.document.claims[0].reviews[0].by, "Check Desk");
//! assert_eq!(schema_org::json_ld(&imported.document)["headline"], "Is the water safe?");
//! ```

mod export;
mod import;
mod remark;

pub use export::{claim_reviews, json_ld};
pub use import::{
    Imported, Notes, encoded, import_claim_reviews, import_google, import_page, import_pages, kebab, mended, unread,
};
pub use remark::{Fault, Remark, Repair, RepairKind};
