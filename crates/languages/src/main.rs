//! `languages FROM TO`: checks the files in the folder FROM and writes the compiled files to the folder TO.

use std::path::Path;
use std::process::ExitCode;
use std::{env, io};

fn main() -> ExitCode {
    let given: Vec<_> = env::args_os().skip(1).collect();
    let [from, to] = given.as_slice() else {
        eprintln!("languages: give two folders, the one with the files and the one to write to");
        return ExitCode::from(2);
    };
    match run(Path::new(from), Path::new(to)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("languages: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(from: &Path, to: &Path) -> io::Result<ExitCode> {
    match languages::compile(&languages::read(from)?) {
        Ok(languages) => languages::write(&languages, to).map(|()| ExitCode::SUCCESS),
        Err(faults) => {
            faults.iter().for_each(|fault| eprintln!("{}", fault.in_folder(from)));
            Ok(ExitCode::FAILURE)
        }
    }
}
