//! The command: `fact-cards --help` says what it does.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    fact_cards::command::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
