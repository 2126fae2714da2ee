//! `rundown trainer`: the key that signs certificates, and the issuers whose certificates this home believes.
//!
//! Apart from certificates because a key is made once and kept for years. Every command says where the key lies and what
//! to do with it; no command writes over a key.

mod backup;
pub(super) mod issuers;
pub(super) mod key;

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::environment::Environment;
use super::failure::Failure;
use super::home::Home;
use super::machine::{MachineChance, MachineClock};
use super::output;
use crate::clock::{Chance, Clock};
use crate::seal::PublicKey;
use crate::seal::backup as sheet;
use crate::text::one_line;
use crate::words::Words;

/// `rundown trainer`.
#[derive(Debug, Subcommand)]
pub(super) enum Trainer {
    /// The key that signs certificates: make it, show it, print it, read it in again
    #[command(after_help = "Example:\n  rundown trainer key new --name \"Lagune TV Academy\"")]
    Key {
        /// Which of the four
        #[command(subcommand)]
        what: KeyCommand,
    },
    /// Believe the certificates of another issuer, whose key you had from themselves
    #[command(after_help = "Example:\n  rundown trainer trust did:key:z6Mk… --name \"Radio Delta\"")]
    Trust {
        /// Their key, `did:key:z6Mk…`
        #[arg(value_name = "KEY")]
        key: PublicKey,
        /// Who they are
        #[arg(long)]
        name: String,
    },
}

/// `rundown trainer key`.
#[derive(Debug, Subcommand)]
pub(super) enum KeyCommand {
    /// Make the key of this home; never in place of one that is there
    #[command(
        after_help = "Examples:\n  rundown trainer key new --name \"Lagune TV Academy\" --passphrase\n  rundown trainer key new --name \"Lagune TV Academy\" --passphrase-file passphrase.txt"
    )]
    New(NewKey),
    /// Show who issues here, and the key that checks
    #[command(after_help = "Example:\n  rundown trainer key show")]
    Show,
    /// Write the secret key as a page to print and lock away
    #[command(
        after_help = "Examples:\n  rundown trainer key backup\n  rundown trainer key backup -o /media/stick/key.html"
    )]
    Backup(Backup),
    /// Read a printed key in again: from a file that you typed, or from standard input
    #[command(after_help = "Example:\n  rundown trainer key restore typed.txt --name \"Lagune TV Academy\"")]
    Restore(Restore),
}

/// `rundown trainer key new`.
#[derive(Debug, Args)]
pub(super) struct NewKey {
    /// The name of the trainer or the organisation, as it is to stand on certificates
    #[arg(long)]
    pub(super) name: String,
    /// Ask for a passphrase that locks the key
    #[arg(long)]
    pub(super) passphrase: bool,
    /// A file whose first line is the passphrase; also `RUNDOWN_PASSPHRASE`
    #[arg(long, value_name = "FILE")]
    pub(super) passphrase_file: Option<PathBuf>,
}

/// `rundown trainer key backup`.
#[derive(Debug, Args)]
pub(super) struct Backup {
    /// The file to write, a web page where its name ends in `.html`; `-` is standard output
    #[arg(short, long, default_value = "-", value_name = "FILE")]
    pub(super) output: PathBuf,
    /// A file whose first line is the passphrase; also `RUNDOWN_PASSPHRASE`
    #[arg(long, value_name = "FILE")]
    pub(super) passphrase_file: Option<PathBuf>,
}

/// `rundown trainer key restore`.
#[derive(Debug, Args)]
pub(super) struct Restore {
    /// The file with the rows; `-` is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(super) file: PathBuf,
    /// How the key is kept
    #[command(flatten)]
    pub(super) kept: NewKey,
}

/// Runs the command.
pub(super) fn run(what: &Trainer, home: &Home, around: &Environment, words: &Words) -> Result<(), Failure> {
    match what {
        Trainer::Trust { key, name } => trust(home, *key, name, words),
        Trainer::Key { what: KeyCommand::New(new) } => {
            let mut chance = MachineChance::new().map_err(|error| Failure::System(error.to_string()))?;
            let secret = key::random(&mut chance);
            make(home, around, new, &secret, &mut chance, words)
        }
        Trainer::Key { what: KeyCommand::Show } => show(home, words),
        Trainer::Key { what: KeyCommand::Backup(wanted) } => {
            let (kept, secret) = key::unlocked(home, wanted.passphrase_file.as_deref(), around, words)?;
            let day = MachineClock::start().now().date();
            backup::write(&wanted.output, &kept, &sheet::rows(&secret), &day, words)
        }
        Trainer::Key { what: KeyCommand::Restore(wanted) } => {
            let typed = output::read_from(&wanted.file)?;
            let secret = sheet::read(&typed).map_err(|error| Failure::Faulty(error.to_string()))?;
            let mut chance = MachineChance::new().map_err(|error| Failure::System(error.to_string()))?;
            make(home, around, &wanted.kept, &secret, &mut chance, words)
        }
    }
}

fn make(
    home: &Home,
    around: &Environment,
    new: &NewKey,
    secret: &crate::seal::SecretKey,
    chance: &mut dyn Chance,
    words: &Words,
) -> Result<(), Failure> {
    key::keep(home, around, new, secret, chance, words)?;
    output::message(&words.get("trainer-key-made"));
    show(home, words)
}

fn show(home: &Home, words: &Words) -> Result<(), Failure> {
    let kept = key::kept(home)?.ok_or_else(key::none)?;
    let lock = words.get(if kept.is_locked() { "trainer-key-locked" } else { "trainer-key-open" });
    let path = key::path(home).display().to_string();
    let line = |label: &str, text: &str| format!("{}\n  {text}\n", words.get(label));
    let card = [
        line("certificate-issued-by", &one_line(&kept.name)),
        line("certificate-key", &kept.public.to_string()),
        line("trainer-key-file", &format!("{path}, {lock}")),
    ];
    output::result(card.concat().as_bytes())
}

fn trust(home: &Home, key: PublicKey, name: &str, words: &Words) -> Result<(), Failure> {
    let name = one_line(name);
    if name.is_empty() {
        return Err(Failure::Usage("an issuer needs a name: --name \"Radio Delta\"".to_owned()));
    }
    issuers::trust(home, key, &name)?;
    output::message(&words.with("trainer-trusted", &[("name", name.as_str().into())]));
    Ok(())
}
