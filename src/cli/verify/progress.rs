//! A progress file, checked without taking it in: is it whole, and which home wrote it?
//!
//! Apart from certificates because the two say different things. A certificate is valid by who issued it; a progress
//! file is whole, and its seal says where it was written, never that the work was honest.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use super::{Verify, shown};
use crate::cli::failure::Failure;
use crate::cli::home::Home;
use crate::cli::output;
use crate::cli::trainer::issuers;
use crate::journal::file::{BadFile, Seal, State, Survey, survey};
use crate::seal::PublicKey;
use crate::text::one_line;
use crate::words::Words;

/// Checks a progress file; says whether it was one.
pub(super) fn checked(wanted: &Verify, home: Option<&Home>, words: &Words) -> Result<bool, Failure> {
    let path = &wanted.file;
    let file = File::open(path).map_err(|error| Failure::at(path, &error))?;
    let look = match survey(&mut BufReader::new(file)) {
        Ok(look) => look,
        Err(BadFile::Foreign) => return Ok(false),
        Err(BadFile::Io(error)) => return Err(Failure::at(path, &error)),
        Err(bad) => return Err(Failure::Faulty(format!("{}: {bad}", shown(path)))),
    };
    match look.state {
        State::Whole(Seal::Home(key)) => told(key, &look, wanted, home, words).map(|()| true),
        State::Whole(Seal::Unsigned) => Err(refused("verify-progress-unsigned", path, words)),
        State::Cut => Err(refused("verify-progress-cut", path, words)),
        State::Damaged => Err(refused("verify-progress-damaged", path, words)),
    }
}

fn refused(key: &str, path: &Path, words: &Words) -> Failure {
    Failure::Faulty(words.with(key, &[("file", shown(path).as_str().into())]))
}

/// Says whose progress it is and which home wrote it; where the call names a key, only that home's file is right.
fn told(key: PublicKey, look: &Survey, wanted: &Verify, home: Option<&Home>, words: &Words) -> Result<(), Failure> {
    let (written, key_text) = (look.header.at.rfc3339(), key.to_string());
    if wanted.issuer.is_some() && issuers::known(key, wanted.issuer.as_deref(), home)?.is_none() {
        let file = shown(&wanted.file);
        let args = [("file", file.as_str().into()), ("key", key_text.as_str().into())];
        return Err(Failure::Faulty(words.with("verify-progress-another", &args)));
    }
    let name = one_line(&look.header.profile.name);
    let args = [("name", name.as_str().into()), ("at", written.as_str().into()), ("key", key_text.as_str().into())];
    output::result(format!("{}\n", words.with("verify-progress-whole", &args)).as_bytes())
}
