//! Reads tables, converts rows with headings such as claim, speaker, role, quote and source to documents, and documents to such rows.
//!
//! ```
//! use tables::{Columns, Grouping};
//!
//! let columns = Columns::of(&["Statement", "Speaker", "Quote"], None).unwrap();
//! let mut grouping = Grouping::new(&columns, "Is the water safe?");
//! grouping.add(&["The water is safe", "Ada Low", "It is safe"], 2);
//! let imported = grouping.finish().unwrap();
//! assert_eq!(imported.document.claims[0].statements[0].speaker.as_deref(), Some("Ada Low"));
//! ```

mod cells;
mod columns;
mod fault;
mod rows;
mod written;

pub use cells::{Rows, Text};
pub use columns::{Columns, Field, TableFault, headings};
pub use fault::RowFault;
pub use rows::Grouping;
pub use written::rows;
