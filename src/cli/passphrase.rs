//! Where a passphrase comes from: a file, the surroundings, or a person who types it unseen.
//!
//! Apart because it must never be shown, neither while it is typed nor in a message. What it opens is not known here.

use std::fmt;
use std::path::Path;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use super::environment::Environment;
use super::failure::Failure;
use super::output;

/// A passphrase; never shown.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Passphrase(pub(super) String);

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// Returns what a script gave: the first line of a file, or `RUNDOWN_PASSPHRASE`.
pub(super) fn given(file: Option<&Path>, around: &Environment) -> Result<Option<Passphrase>, Failure> {
    let Some(path) = file else { return Ok(around.passphrase.clone()) };
    let text = std::fs::read_to_string(path).map_err(|error| Failure::at(path, &error))?;
    let line = text.lines().next().unwrap_or_default();
    if line.is_empty() {
        return Err(Failure::Usage(format!("{}: its first line is to be the passphrase", path.display())));
    }
    Ok(Some(Passphrase(line.to_owned())))
}

/// Asks whoever sits at the terminal; what they type is not shown.
pub(super) fn ask(question: &str, around: &Environment) -> Result<Passphrase, Failure> {
    if !around.can_ask {
        let how = "the key needs a passphrase: set RUNDOWN_PASSPHRASE, or name a file with --passphrase-file";
        return Err(Failure::Usage(how.to_owned()));
    }
    // Unseen before the question stands there: somebody may type at once.
    let begun = Unseen::begin().and_then(|unseen| output::prompt(question).map(|()| unseen));
    let typed = begun.and_then(Unseen::line);
    output::message("");
    typed
        .map_err(|error| Failure::System(format!("the terminal: {error}")))?
        .ok_or_else(|| Failure::Usage("no passphrase was given".to_owned()))
}

/// The terminal while it shows nothing of what is typed; dropping it puts the terminal right.
#[derive(Default)]
struct Unseen {
    line: String,
}

impl Unseen {
    fn begin() -> std::io::Result<Self> {
        enable_raw_mode().map(|()| Self::default())
    }

    /// Returns what was typed before Enter; none after Esc, Ctrl-C or Ctrl-D.
    #[expect(
        clippy::disallowed_methods,
        reason = "there is no screen yet: a line is read, and the terminal given back"
    )]
    fn line(mut self) -> std::io::Result<Option<Passphrase>> {
        loop {
            match typed(&crossterm::event::read()?) {
                Typed::Sign(sign) => self.line.push(sign),
                Typed::Back => drop(self.line.pop()),
                Typed::Enter => return Ok(Some(Passphrase(std::mem::take(&mut self.line)))),
                Typed::End => return Ok(None),
                Typed::Nothing => {}
            }
        }
    }
}

impl Drop for Unseen {
    fn drop(&mut self) {
        // A terminal that has gone away cannot be put right, and nobody could be told.
        drop(disable_raw_mode());
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Typed {
    Sign(char),
    Back,
    Enter,
    End,
    Nothing,
}

fn typed(event: &Event) -> Typed {
    let Event::Key(KeyEvent { code, modifiers, kind, .. }) = event else { return Typed::Nothing };
    let is_control = modifiers.contains(KeyModifiers::CONTROL) && !modifiers.contains(KeyModifiers::ALT);
    if *kind == KeyEventKind::Release {
        return Typed::Nothing;
    }
    if is_control {
        return if matches!(code, KeyCode::Char('c' | 'd')) { Typed::End } else { Typed::Nothing };
    }
    if let KeyCode::Char(sign) = code {
        return Typed::Sign(*sign);
    }
    let known = [(KeyCode::Backspace, Typed::Back), (KeyCode::Enter, Typed::Enter), (KeyCode::Esc, Typed::End)];
    known.into_iter().find(|(known, _)| known == code).map_or(Typed::Nothing, |(_, typed)| typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_with_alt_gr_are_typed_and_control_c_ends() {
        let key = |code, modifiers| typed(&Event::Key(KeyEvent::new(code, modifiers)));
        assert_eq!(key(KeyCode::Char('é'), KeyModifiers::NONE), Typed::Sign('é'));
        assert_eq!(key(KeyCode::Char('@'), KeyModifiers::CONTROL | KeyModifiers::ALT), Typed::Sign('@'));
        assert_eq!(key(KeyCode::Char('c'), KeyModifiers::CONTROL), Typed::End);
        assert_eq!(key(KeyCode::Char('x'), KeyModifiers::CONTROL), Typed::Nothing);
        assert_eq!(key(KeyCode::Enter, KeyModifiers::NONE), Typed::Enter);
    }

    #[test]
    fn a_passphrase_is_not_shown() {
        let around = Environment { passphrase: Some(Passphrase("lagune".to_owned())), ..Environment::default() };
        assert!(!format!("{around:?}").contains("lagune"));
    }

    #[test]
    fn a_file_beats_the_surroundings_and_is_not_empty() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("passphrase");
        let around = Environment { passphrase: Some(Passphrase("around".to_owned())), ..Environment::default() };
        std::fs::write(&path, "in the file\r\nmore\n").unwrap();
        assert_eq!(given(Some(&path), &around).unwrap(), Some(Passphrase("in the file".to_owned())));
        assert_eq!(given(None, &around).unwrap(), Some(Passphrase("around".to_owned())));
        std::fs::write(&path, "\n").unwrap();
        assert!(matches!(given(Some(&path), &around), Err(Failure::Usage(_))));
        assert!(matches!(given(Some(&path.join("x")), &around), Err(Failure::System(_))));
    }
}
