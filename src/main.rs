//! The program: reads the command line and does one command of it.

use std::process::ExitCode;

fn main() -> ExitCode {
    saksi::cli::run()
}
