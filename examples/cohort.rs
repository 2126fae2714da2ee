//! Writes the progress files of a cohort that never was, for trying out a trainer's screens and for measuring.
//!
//! ```text
//! cargo run --example cohort -- --seed 1 --learners 40 -o made-up
//! rundown --home trainer cohort collect made-up --add
//! ```

#![allow(clippy::print_stdout, reason = "an example says what it did")]

#[path = "../tests/support/cohort.rs"]
mod cohort;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::Parser as _;
use rundown::clock::Timestamp;
use rundown::course::Course;
use serde_json::{Value, json};

/// Writes the progress files of a cohort that never was.
#[derive(Debug, clap::Parser)]
struct Args {
    /// Everything follows from it
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many people
    #[arg(long, default_value_t = 40)]
    learners: usize,
    /// When the last files are written, in seconds since 1970
    #[arg(long, default_value_t = 1_805_209_805)]
    end: i64,
    /// Leaves out the copied file and the bad ones
    #[arg(long)]
    clean: bool,
    /// The folder
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
}

fn main() -> Result<()> {
    let args = Args::parse();
    let end = Timestamp(args.end * 1000);
    let plan = cohort::Plan { seed: args.seed, learners: args.learners, end, with_bad_files: !args.clean };
    let made = cohort::make(&plan, &Course::embedded()?)?;
    for file in &made.files {
        write(&args.output.join(&file.path), &file.bytes)?;
    }
    let planted = serde_json::to_vec_pretty(&planted(&made))?;
    write(&args.output.join("planted.json"), &planted)?;
    println!("{} files in {}", made.files.len(), args.output.display());
    Ok(())
}

/// What is to be found, for tests and for curious people.
fn planted(made: &cohort::Cohort) -> Value {
    let with = |role| -> Vec<&str> {
        made.people.iter().filter(|person| person.role == role).map(|person| person.name.as_str()).collect()
    };
    let silent = [with(cohort::Role::Gone), with(cohort::Role::GoneEarly)].concat();
    json!({
        "wrong_key": { "question": made.planted.wrong_key.0.to_string(), "chosen": made.planted.wrong_key.1 },
        "bad_item": made.planted.bad_item.to_string(),
        "completed": with(cohort::Role::Thorough),
        "stuck": with(cohort::Role::Stuck),
        "failing": with(cohort::Role::Failing),
        "silent": silent,
        "people": made.people.iter().map(|person| &person.name).collect::<Vec<_>>(),
        "copied": made.copied,
        "bad": made.bad,
    })
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("no folder {}", folder.display()))?;
    }
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
