//! Helpers for tests that run natively and, as wasm, in a browser.
//!
//! `use testing::test;` replaces the built-in attribute `#[test]`. Each inner module needs it, too.

/// Marks a test.
#[cfg(not(target_arch = "wasm32"))]
pub use core::prelude::v1::test;
/// The time that this thread has spent computing, for tests that measure time: other programs on a busy machine add nothing to it.
#[cfg(not(target_arch = "wasm32"))]
pub use cpu_time::ThreadTime;
/// Marks a test.
#[cfg(target_arch = "wasm32")]
pub use wasm_bindgen_test::wasm_bindgen_test as test;
/// The current time, because browsers do not tell how long a thread has been computing.
#[cfg(target_arch = "wasm32")]
pub use web_time::Instant as ThreadTime;

/// Marks asynchronous tests. Natively, each is run until it ends.
///
/// ```
/// testing::async_tests! {
///     async fn one_and_one_is_two() {
///         assert_eq!(std::future::ready(1 + 1).await, 2);
///     }
/// }
/// ```
#[cfg(not(target_arch = "wasm32"))]
#[macro_export]
macro_rules! async_tests {
    ($($(#[$meta:meta])* async fn $name:ident() $body:block)*) => {
        $($(#[$meta])* #[test] fn $name() { $crate::block_on(async $body) })*
    };
}

/// Marks asynchronous tests.
#[cfg(target_arch = "wasm32")]
#[macro_export]
macro_rules! async_tests {
    ($($(#[$meta:meta])* async fn $name:ident() $body:block)*) => {
        $($(#[$meta])* #[$crate::test] async fn $name() $body)*
    };
}

#[cfg(not(target_arch = "wasm32"))]
pub use pollster::block_on;
