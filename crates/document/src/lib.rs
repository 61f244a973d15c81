//! The document of fact cards, version 1: what was said in an article, by whom, in which role and in which words.
//!
//! ```
//! let json = r#"{
//!     "version": 1,
//!     "article": { "headline": "Is the water safe?" },
//!     "speakers": { "ada": { "name": "Ada Low" } },
//!     "claims": [
//!         { "id": "safe", "text": "The water is safe", "statements": [{ "speaker": "ada", "quote": "It is" }] },
//!         { "id": "cheap", "statements": [] }
//!     ]
//! }"#;
//! let decoded = document::decode::decode(json).unwrap();
//! assert_eq!(decoded.document.claims.len(), 1);
//! assert_eq!(decoded.problems[0].to_string(), "claims[1].text: missing; add it");
//! ```

pub mod model;

pub mod decode;
pub mod problem;

pub mod json;
pub mod portraits;
#[cfg(feature = "schema")]
pub mod schema;
pub mod web_url;
