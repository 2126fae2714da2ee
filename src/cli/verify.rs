//! `rundown verify`: whether a file is a certificate that somebody known signed, and what it states; or whether a
//! progress file is whole. Offline.
//!
//! Apart from the examination of the bytes, which is pure: here the file is read and the issuer looked up. A signature
//! that holds is not enough: by an issuer whom nobody here knows, a certificate is not valid.

mod progress;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::Failure;
use super::home::Home;
use super::output;
use super::trainer::issuers::{self, Known};
use crate::report::certificate::credential::{Credential, Subject};
use crate::report::certificate::verify::{Examined, LARGEST, NoCertificate, examine};
use crate::text::{one_line, pad_right, width};
use crate::words::Words;

/// `rundown verify`.
#[derive(Debug, Args)]
pub(super) struct Verify {
    /// A certificate (a page, a PDF, or the credential beside them), or a progress file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Believe this issuer and no other: a key, `did:key:z6Mk…`, or a file with keys, one a line
    #[arg(long, value_name = "KEY|FILE")]
    issuer: Option<String>,
}

/// Runs the command.
pub(super) fn run(wanted: &Verify, home: Option<&Home>, words: &Words) -> Result<(), Failure> {
    if progress::checked(wanted, home, words)? {
        return Ok(());
    }
    let bytes = read(&wanted.file)?;
    let examined = examine(&bytes).map_err(|why| Failure::Faulty(refusal(why, &wanted.file, words)))?;
    match issuers::known(examined.issuer(), wanted.issuer.as_deref(), home)? {
        Some(known) => output::result(card(&examined, &known, words).as_bytes()),
        None => Err(Failure::Faulty(unknown(&examined, wanted, words))),
    }
}

/// Reads the file, and no more of it than a certificate can have.
fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| Failure::at(path, &error))?;
    let read = file.take(LARGEST as u64 + 1).read_to_end(&mut bytes);
    read.map(|_| bytes).map_err(|error| Failure::at(path, &error))
}

fn refusal(why: NoCertificate, file: &Path, words: &Words) -> String {
    let key = match why {
        NoCertificate::Unsigned => "verify-unsigned",
        NoCertificate::Changed => "verify-changed",
        NoCertificate::TwoIssuers => "verify-two-issuers",
    };
    words.with(key, &[("file", shown(file).as_str().into())])
}

fn unknown(examined: &Examined, wanted: &Verify, words: &Words) -> String {
    let key = examined.issuer().to_string();
    let message = if wanted.issuer.is_some() { "verify-another" } else { "verify-unknown" };
    let name = examined.credential.issuer.name.as_str();
    words.with(
        message,
        &[("file", shown(&wanted.file).as_str().into()), ("key", key.as_str().into()), ("name", name.into())],
    )
}

fn shown(path: &Path) -> String {
    one_line(&path.display().to_string())
}

/// Writes who issued it and what it states, a line each.
fn card(examined: &Examined, known: &Known, words: &Words) -> String {
    let Examined { credential, code, .. } = examined;
    let Credential { name, issuer, valid_from, credential_subject: subject, .. } = credential;
    let Subject { identifier: [learner], narrative, achievement, .. } = subject;
    let rows = [
        ("verify-learner", learner.identity_hash.clone()),
        ("verify-certificate", name.clone()),
        ("verify-course", format!("{}, {}", achievement.name, achievement.version)),
        ("certificate-issued", valid_from.clone()),
        ("verify-states", narrative.clone()),
        ("certificate-scores", scores(subject)),
        ("certificate-code", code.to_string()),
        ("certificate-key", issuer.id.to_string()),
    ];
    let head = words.with("verify-valid", &[("name", issuer.name.as_str().into())]);
    let rows = rows.into_iter().map(|(label, text)| (words.get(label), text)).filter(|(_, text)| !text.is_empty());
    format!("{head}\n{}\n\n{}", who(known, words), columns(&rows.collect::<Vec<_>>()))
}

fn who(known: &Known, words: &Words) -> String {
    match known {
        Known::Own => words.get("verify-known-own"),
        Known::Trusted(name) => words.with("verify-known-trusted", &[("name", name.as_str().into())]),
        Known::Named => words.get("verify-known-named"),
    }
}

fn scores(subject: &Subject) -> String {
    let both = subject.achievement.result_description.iter().zip(&subject.result);
    both.map(|(scale, result)| format!("{} {} %", scale.name, result.value)).collect::<Vec<_>>().join(" · ")
}

fn columns(rows: &[(String, String)]) -> String {
    let widest = rows.iter().map(|(label, _)| width(label)).max().unwrap_or_default();
    let line = |(label, text): &(String, String)| format!("{}  {text}", pad_right(label, widest));
    rows.iter().map(line).collect::<Vec<_>>().join("\n") + "\n"
}
