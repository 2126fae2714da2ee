//! What this home likes: theme, signs, language, keys. Two files, `settings.toml` and `keys.toml`.
//!
//! Apart because the command line, the files and the surroundings all have a say, in this order. A fault in a file is
//! told with everything else that is wrong with it, and the rest goes on with what is usual.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::args::{CommandLine, Glyphs};
use super::environment::Environment;
use super::keep;
use crate::id::Lang;
use crate::tui::keymap::Keymap;
use crate::tui::theme::ThemeName;

/// What `settings.toml` may say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    glyphs: Option<Glyphs>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<Lang>,
}

/// What is in force.
#[derive(Debug)]
pub(super) struct Settings {
    /// The theme.
    pub(super) theme: ThemeName,
    /// Whether signs are Unicode.
    pub(super) unicode: bool,
    /// The language before a learner is known.
    pub(super) lang: Lang,
    /// The keys.
    pub(super) keymap: Keymap,
    /// What is wrong with the files, each in a sentence.
    pub(super) faults: Vec<String>,
    written: Written,
    path: PathBuf,
    is_readable: bool,
}

impl Settings {
    /// Finds out what is in force: the command line, then the files of the home, then the surroundings.
    pub(super) fn find(line: &CommandLine, around: &Environment, home: &Path) -> Self {
        let mut faults = Vec::new();
        let path = home.join("settings.toml");
        let found = read(&path, &mut faults, |text| toml::from_str::<Written>(text).map_err(|e| vec![e.to_string()]));
        let is_readable = faults.is_empty();
        let written = found.unwrap_or_default();
        let keymap = read(&home.join("keys.toml"), &mut faults, |text| {
            Keymap::defaults().with_user(text).map_err(|all| all.iter().map(ToString::to_string).collect())
        });
        let named = written.theme.as_deref().and_then(|name| theme_named(name).map_err(|e| faults.push(e)).ok());
        let glyphs = line.glyphs.or(written.glyphs).map(|glyphs| glyphs == Glyphs::Unicode);
        Self {
            theme: line.theme.or(named.filter(|_| !around.no_color)).unwrap_or_else(|| around.theme()),
            unicode: glyphs.unwrap_or_else(|| around.unicode()),
            lang: lang(line, &written, around),
            keymap: keymap.unwrap_or_else(Keymap::defaults),
            faults,
            written,
            path,
            is_readable,
        }
    }

    /// Keeps what was changed on the screen. A file with faults is its writer's to put right, and stays.
    pub(super) fn keep(&self, (theme, unicode): (ThemeName, bool)) -> io::Result<()> {
        let mut written = self.written.clone();
        if theme != self.theme {
            written.theme = Some(theme.as_str().to_owned());
        }
        if unicode != self.unicode {
            written.glyphs = Some(if unicode { Glyphs::Unicode } else { Glyphs::Ascii });
        }
        if written == self.written || !self.is_readable {
            return Ok(());
        }
        let text = toml::to_string(&written).map_err(io::Error::other)?;
        keep::in_file(&self.path, text.as_bytes())
    }
}

fn lang(line: &CommandLine, written: &Written, around: &Environment) -> Lang {
    let asked = line.place.lang.clone().or_else(|| written.language.clone());
    asked.or_else(|| around.lang()).unwrap_or_else(Lang::english)
}

/// Reads a file of the home; one that is not there says nothing.
fn read<T>(path: &Path, faults: &mut Vec<String>, parse: impl FnOnce(&str) -> Result<T, Vec<String>>) -> Option<T> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if is_absent(&error) => return None,
        Err(error) => {
            faults.push(format!("{}: {error}", path.display()));
            return None;
        }
    };
    match parse(&text) {
        Ok(value) => Some(value),
        Err(all) => {
            faults.extend(all.iter().map(|fault| format!("{}: {}", path.display(), fault.trim_end())));
            None
        }
    }
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// Finds a theme by its name, or says which there are.
pub(super) fn theme_named(name: &str) -> Result<ThemeName, String> {
    ThemeName::parse(name).ok_or_else(|| {
        let known = ThemeName::ALL.map(ThemeName::as_str).join(", ");
        format!("there is no theme `{name}`: use one of {known}")
    })
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    fn find(home: &Path, args: &[&str], around: &Environment) -> Settings {
        let line = CommandLine::parse_from(["rundown"].iter().chain(args));
        Settings::find(&line, around, home)
    }

    fn home(settings: &str, keys: &str) -> tempfile::TempDir {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("settings.toml"), settings).unwrap();
        fs::write(home.path().join("keys.toml"), keys).unwrap();
        home
    }

    #[test]
    fn the_command_line_wins_over_the_file_and_the_file_over_the_surroundings() {
        let home = home("theme = \"light\"\nglyphs = \"ascii\"\nlanguage = \"fr\"\n", "");
        let around = Environment::default();
        let found = find(home.path(), &[], &around);
        assert_eq!((found.theme, found.unicode, found.lang.as_str()), (ThemeName::Light, false, "fr"));
        let found = find(home.path(), &["--theme", "16", "--glyphs", "unicode", "--lang", "en"], &around);
        assert_eq!((found.theme, found.unicode, found.lang.as_str()), (ThemeName::Sixteen, true, "en"));
        let nowhere = find(&home.path().join("nothing"), &[], &Environment { no_color: true, ..around });
        assert_eq!((nowhere.theme, nowhere.lang.as_str()), (ThemeName::NoColour, "en"));
        assert_eq!(nowhere.faults, Vec::<String>::new());
    }

    #[test]
    fn no_color_is_honoured_unless_a_theme_is_asked_for() {
        let home = home("theme = \"light\"", "");
        let around = Environment { no_color: true, ..Environment::default() };
        assert_eq!(find(home.path(), &[], &around).theme, ThemeName::NoColour);
        assert_eq!(find(home.path(), &["--theme", "dark"], &around).theme, ThemeName::Dark);
    }

    #[test]
    fn every_fault_is_told_and_the_rest_is_as_usual() {
        let home = home("theme = \"pink\"", "[home]\nnonsense = \"x\"\n[nowhere]\nopen = \"x\"\n");
        let found = find(home.path(), &[], &Environment::default());
        assert_eq!(found.faults.len(), 3, "{:?}", found.faults);
        assert_eq!(found.keymap, Keymap::defaults());
    }

    #[test]
    fn what_changed_on_the_screen_is_kept_and_nothing_else() {
        let home = home("language = \"fr\"", "");
        let path = home.path().join("settings.toml");
        let found = find(home.path(), &[], &Environment::default());
        found.keep((found.theme, found.unicode)).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "language = \"fr\"");
        found.keep((ThemeName::HighContrast, found.unicode)).unwrap();
        let again = find(home.path(), &[], &Environment::default());
        assert_eq!((again.theme, again.lang.as_str()), (ThemeName::HighContrast, "fr"));
    }

    #[test]
    fn a_faulty_file_is_not_written_over() {
        let home = home("themes = 1", "");
        let found = find(home.path(), &[], &Environment::default());
        found.keep((ThemeName::Light, true)).unwrap();
        assert_eq!(fs::read_to_string(home.path().join("settings.toml")).unwrap(), "themes = 1");
    }
}
