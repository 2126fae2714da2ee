//! Turns the command line's result into an exit status.

fn main() -> std::process::ExitCode {
    rundown::cli::run()
}
