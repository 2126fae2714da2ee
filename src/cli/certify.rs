//! `rundown certify`: a certificate for a learner who completed the course, signed with the key of this home.
//!
//! Apart from the certificate itself, which is a value: here the journal is asked, the key unlocked, and files are
//! written. Who is not done gets none, and is told what is missing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::args::Place;
use super::environment::Environment;
use super::failure::Failure;
use super::home::{self, Desk, Home, meant};
use super::machine::{MachineChance, MachineClock};
use super::output;
use super::trainer::key;
use crate::clock::{Chance, Clock};
use crate::course::Course;
use crate::id::{Lang, TestId};
use crate::journal::Progress;
use crate::report::certificate::trailer::{self, Form};
use crate::report::certificate::{self, Award, Certificate, Issuer, Refused, ShortCode, Sources, credential, html};
use crate::seal::SecretKey;
use crate::store::{Answer, Principal, Profile, Request, StoreError};
use crate::text::one_line;
use crate::words::Words;

/// `rundown certify`.
#[derive(Debug, Args)]
pub(super) struct Certify {
    /// Whom: a name or an id; may be left out where the home has one learner
    #[arg(long, value_name = "NAME|ID")]
    learner: Option<String>,
    /// The file to write, with the credential beside it, or the folder for all of them; `-` is standard output
    #[arg(short, long, value_name = "FILE|DIR")]
    output: PathBuf,
    /// How it is written; without it the file's name says it, and a folder gets every kind
    #[arg(long, value_enum)]
    format: Option<Kind>,
    /// A trainer was there and supervised the work
    #[arg(long)]
    supervised: bool,
    /// Hours attended, as you state them; without it the active time of the record is stated
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=2000))]
    hours: Option<u16>,
    /// The name as it is to be printed, where it differs from the learner's here
    #[arg(long, value_name = "NAME")]
    name_as: Option<String>,
    /// A file whose first line is the passphrase of the key; also `RUNDOWN_PASSPHRASE`
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

/// How a certificate is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// A page for the screen and the printer
    Html,
    /// A page to print and to send
    #[cfg(feature = "pdf")]
    Pdf,
    /// The Open Badges 3.0 credential alone
    Json,
}

impl Kind {
    const ALL: &[Self] = &[
        Self::Html,
        #[cfg(feature = "pdf")]
        Self::Pdf,
        Self::Json,
    ];

    fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
            Self::Json => "json",
        }
    }

    fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.iter().copied().find(|kind| kind.extension() == extension)
    }
}

/// Runs the command.
pub(super) fn run(wanted: &Certify, place: &Place, home: &Home, around: &Environment) -> Result<(), Failure> {
    let files = Files::of(wanted)?;
    let course = home::course(place)?;
    let store = home.look()?;
    let desk = Desk::new(&store, Principal::Owner);
    let mut profile = meant(&desk.learners()?, wanted.learner.as_deref())?;
    let lang = place.lang.clone().unwrap_or_else(|| profile.lang.clone());
    let words = Words::new(&lang);
    profile.name = one_line(wanted.name_as.as_deref().unwrap_or(&profile.name));
    let (kept, secret) = key::unlocked(home, wanted.passphrase_file.as_deref(), around, &words)?;
    let issuer = Issuer { key: secret.public(), name: kept.name.as_str().into() };
    let made = made(&desk, &course, &profile, &lang, &award(wanted, issuer)?)?;
    let certificate = made.map_err(|refused| refusal(&profile, &refused, &words))?;
    let credential = credential::sign(&certificate, &secret);
    for file in files.write(&certificate, &credential, &secret, &words)? {
        output::result(format!("{}\n", one_line(&file.display().to_string())).as_bytes())?;
    }
    let (name, issuer) = (certificate.person.name.as_str(), certificate.issuer.name.as_str());
    let code = ShortCode::of(&credential).to_string();
    let said = [("name", name.into()), ("issuer", issuer.into()), ("code", code.as_str().into())];
    output::message(&words.with("certify-done", &said));
    Ok(())
}

/// The key of this home and what is stated of everybody who is certified with it in one run.
pub(super) struct Signing {
    issuer: Issuer,
    secret: SecretKey,
    supervised: bool,
    locked: BTreeSet<TestId>,
    /// The language of all of them; without it that of each learner.
    lang: Option<Lang>,
}

impl Signing {
    /// Unlocks the key.
    pub(super) fn new(
        home: &Home,
        passphrase_file: Option<&Path>,
        around: &Environment,
        words: &Words,
        (supervised, lang): (bool, Option<Lang>),
    ) -> Result<Self, Failure> {
        let (kept, secret) = key::unlocked(home, passphrase_file, around, words)?;
        let issuer = Issuer { key: secret.public(), name: kept.name.as_str().into() };
        Ok(Self { issuer, secret, supervised, locked: BTreeSet::new(), lang })
    }

    /// The same, for those whose tests open with a code.
    pub(super) fn of_locked(self, tests: impl IntoIterator<Item = TestId>) -> Self {
        Self { locked: tests.into_iter().collect(), ..self }
    }

    /// Returns whether it was to be said that the trainer was there, and cannot be said of this one.
    pub(super) fn is_denied(&self, supervised: bool) -> bool {
        self.supervised && !supervised
    }
}

/// Certifies one learner of many into a folder, or says what is missing; nothing is printed. Returns whether it says
/// that they were supervised, and the files.
pub(super) fn into_folder(
    desk: &Desk,
    course: &Course,
    profile: &Profile,
    hours: Option<u16>,
    signing: &Signing,
    folder: &Path,
) -> Result<Result<(bool, Vec<PathBuf>), Refused>, Failure> {
    let lang = signing.lang.clone().unwrap_or_else(|| profile.lang.clone());
    let mut chance = MachineChance::new().map_err(|error| Failure::System(error.to_string()))?;
    let (id, at) = (chance.bits(), MachineClock::start().now());
    let (issuer, locked) = (signing.issuer.clone(), signing.locked.clone());
    let award = Award { id, issuer, at, supervised: signing.supervised, locked, hours };
    let certificate = match made(desk, course, profile, &lang, &award)? {
        Ok(certificate) => certificate,
        Err(refused) => return Ok(Err(refused)),
    };
    let credential = credential::sign(&certificate, &signing.secret);
    let files = Files::Folder(folder.to_owned(), Kind::ALL.to_vec());
    let files = files.write(&certificate, &credential, &signing.secret, &Words::new(&lang))?;
    Ok(Ok((certificate.supervised, files)))
}

fn award(wanted: &Certify, issuer: Issuer) -> Result<Award, Failure> {
    let mut chance = MachineChance::new().map_err(|error| Failure::System(error.to_string()))?;
    let at = MachineClock::start().now();
    let (supervised, locked) = (wanted.supervised, BTreeSet::new());
    Ok(Award { id: chance.bits(), issuer, at, supervised, locked, hours: wanted.hours })
}

fn made(
    desk: &Desk,
    course: &Course,
    profile: &Profile,
    lang: &Lang,
    award: &Award,
) -> Result<Result<Certificate, Refused>, StoreError> {
    let (learner, manifest) = (profile.learner, course.manifest());
    let opened = desk.ask(Request::Open { learner, course: manifest.id.clone() })?;
    let Answer::Opened(record) = opened else { return Err(StoreError::Closed) };
    let progress = Progress::of_events(&record.events);
    let sources = Sources {
        learner,
        name: &profile.name,
        station: &profile.member,
        progress: &progress,
        manifest,
        outlines: course.outlines(),
        exercises: course.exercises(),
        lang,
    };
    Ok(certificate::certificate(&sources, award))
}

fn refusal(profile: &Profile, Refused(missing): &Refused, words: &Words) -> Failure {
    let head = words.with("certify-refused", &[("name", profile.name.as_str().into())]);
    let lines = missing.iter().map(|line| format!("\n  {line}"));
    Failure::Faulty(head + &lines.collect::<String>())
}

/// Where which kinds are written.
#[derive(Debug)]
enum Files {
    /// Into a folder, under a name of their own.
    Folder(PathBuf, Vec<Kind>),
    /// Under this name, with the credential beside it.
    Beside(PathBuf, Kind),
    /// One kind to standard output.
    Output(Kind),
}

impl Files {
    fn of(wanted: &Certify) -> Result<Self, Failure> {
        let (path, asked) = (wanted.output.clone(), wanted.format);
        let kinds = |asked: Option<Kind>| asked.map_or(Kind::ALL.to_vec(), |kind| vec![kind]);
        let how = if cfg!(feature = "pdf") {
            "say which kind with --format, or by the end of the file's name: .html, .pdf or .json"
        } else {
            "this build of Rundown writes no PDF: name a file that ends in .html or .json, or use --format"
        };
        match asked.or_else(|| Kind::of(&path)) {
            _ if path.is_dir() => Ok(Self::Folder(path, kinds(asked))),
            #[cfg(feature = "pdf")]
            Some(Kind::Pdf) if output::is_shown(&path) => {
                Err(Failure::Usage("a terminal cannot show a PDF: name a file with `-o FILE`".to_owned()))
            }
            Some(kind) if path == Path::new("-") => Ok(Self::Output(kind)),
            Some(kind) => Ok(Self::Beside(path, kind)),
            None if path == Path::new("-") || path.extension().is_some() => Err(Failure::Usage(how.to_owned())),
            None => Ok(Self::Folder(path, kinds(asked))),
        }
    }

    fn write(
        &self,
        certificate: &Certificate,
        credential: &[u8],
        key: &SecretKey,
        words: &Words,
    ) -> Result<Vec<PathBuf>, Failure> {
        let bytes = |kind| bytes(kind, certificate, credential, key, words);
        match self {
            Self::Output(kind) => output::result(&bytes(*kind)?).map(|()| Vec::new()),
            Self::Beside(path, kind) => {
                let mut files = vec![written(path.clone(), &bytes(*kind)?)?];
                if *kind != Kind::Json {
                    files.push(written(path.with_extension("json"), credential)?);
                }
                Ok(files)
            }
            Self::Folder(folder, kinds) => {
                std::fs::create_dir_all(folder).map_err(|error| Failure::at(folder, &error))?;
                let stem = free(folder, &certificate.file_stem());
                let file = |kind: &Kind| folder.join(format!("{stem}.{}", kind.extension()));
                kinds.iter().map(|kind| written(file(kind), &bytes(*kind)?)).collect()
            }
        }
    }
}

/// Returns a name under which the folder has no certificate yet.
fn free(folder: &Path, stem: &str) -> String {
    let is_taken =
        |stem: &str| Kind::ALL.iter().any(|kind| folder.join(format!("{stem}.{}", kind.extension())).exists());
    let numbered = (2..).map(|count: usize| format!("{stem}-{count}"));
    std::iter::once(stem.to_owned()).chain(numbered).find(|stem| !is_taken(stem)).unwrap_or_default()
}

/// Writes a file, and returns where.
fn written(path: PathBuf, bytes: &[u8]) -> Result<PathBuf, Failure> {
    output::result_to(&path, bytes).map(|()| path)
}

fn bytes(
    kind: Kind,
    certificate: &Certificate,
    credential: &[u8],
    key: &SecretKey,
    words: &Words,
) -> Result<Vec<u8>, Failure> {
    let (form, content) = match kind {
        Kind::Json => return Ok(credential.to_vec()),
        #[cfg(feature = "pdf")]
        Kind::Pdf => (Form::Pdf, crate::report::pdf::certificate(certificate, credential)),
        Kind::Html => (Form::Html, html::write(certificate, credential).into_bytes()),
    };
    let sealed = trailer::seal(form, &content, credential, key);
    sealed.ok_or_else(|| Failure::System(words.get("certify-not-sealed")))
}
