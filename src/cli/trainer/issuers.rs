//! The issuers that this home believes, and those that a call names.
//!
//! Apart from checking a file because a signature says which key made it, and never whose key that is: this only a person
//! knows, who had the key from somebody they know.

use std::io;
use std::path::{Path, PathBuf};

use super::key;
use crate::cli::failure::Failure;
use crate::cli::home::Home;
use crate::cli::keep;
use crate::seal::PublicKey;
use crate::text::one_line;

/// No list of issuers is longer.
const LARGEST: u64 = 1024 * 1024;

/// Why an issuer is believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) enum Known {
    /// It is the key of this home.
    Own,
    /// It was trusted, under this name.
    Trusted(String),
    /// The call names it.
    Named,
}

/// Returns the list of this home: a key a line, and a name.
fn list(home: &Home) -> PathBuf {
    home.folder().join("trusted-issuers.txt")
}

/// Adds an issuer to the list of this home.
pub(super) fn trust(home: &Home, key: PublicKey, name: &str) -> Result<(), Failure> {
    let path = list(home);
    let others = read(&path)?.unwrap_or_default();
    let line = format!("{key} {name}");
    let others = others.lines().filter(|line| key_of(line) != Some(key));
    let all = others.chain([line.as_str()]).collect::<Vec<_>>().join(
        "
",
    ) + "
";
    let written = keep::private_folder(home.folder()).and_then(|()| keep::in_file(&path, all.as_bytes()));
    written.map_err(|error| Failure::at(&path, &error))
}

/// Returns why an issuer is believed, if it is. Where the call names issuers, only these are.
pub(in crate::cli) fn known(
    issuer: PublicKey,
    named: Option<&str>,
    home: Option<&Home>,
) -> Result<Option<Known>, Failure> {
    if let Some(named) = named {
        return Ok(keys_named(named)?.contains(&issuer).then_some(Known::Named));
    }
    let Some(home) = home else { return Ok(None) };
    if key::kept(home)?.is_some_and(|kept| kept.public == issuer) {
        return Ok(Some(Known::Own));
    }
    let listed = read(&list(home))?.unwrap_or_default();
    Ok(listed.lines().find(|line| key_of(line) == Some(issuer)).map(|line| Known::Trusted(name_of(line))))
}

/// Returns the keys that a call names: one key, or a file in which keys stand.
fn keys_named(named: &str) -> Result<Vec<PublicKey>, Failure> {
    if let Ok(key) = named.parse() {
        return Ok(vec![key]);
    }
    let path = Path::new(named);
    let missing = || Failure::Usage(format!("`{named}` is neither a key, which begins with did:key:z6Mk, nor a file"));
    let keys: Vec<PublicKey> = read(path)?.ok_or_else(missing)?.lines().filter_map(key_of).collect();
    if keys.is_empty() { Err(Failure::Usage(format!("{named}: no key stands in this file"))) } else { Ok(keys) }
}

fn read(path: &Path) -> Result<Option<String>, Failure> {
    match std::fs::metadata(path) {
        Ok(about) if about.len() > LARGEST => Err(Failure::System(format!("{}: this is too long", path.display()))),
        Ok(_) => {
            let bytes = std::fs::read(path).map_err(|error| Failure::at(path, &error))?;
            Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::at(path, &error)),
    }
}

/// Returns the key that a line begins with; lines that begin with anything else are remarks.
fn key_of(line: &str) -> Option<PublicKey> {
    line.split_whitespace().next()?.parse().ok()
}

fn name_of(line: &str) -> String {
    one_line(line.trim_start().split_once(char::is_whitespace).map_or("", |(_, name)| name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::{SECRET, SecretKey};

    #[test]
    fn a_line_is_a_key_and_a_name_or_a_remark() {
        let key = SecretKey::from_bytes(&[7; SECRET]).public();
        let line = format!("  {key}  Radio\u{1b} Delta ");
        assert_eq!((key_of(&line), name_of(&line)), (Some(key), "Radio Delta".to_owned()));
        for remark in ["", "# keys", "Radio Delta", &format!("# {key}")] {
            assert_eq!(key_of(remark), None, "{remark}");
        }
    }
}
