//! What the surroundings say: variables and the place of the program, read once.
//!
//! Apart so that everything decided from them is a pure function, tried with made-up surroundings.

use std::ffi::OsString;
use std::io::{IsTerminal, stderr, stdin, stdout};
use std::path::PathBuf;

use etcetera::BaseStrategy;

use super::passphrase::Passphrase;
use crate::id::Lang;
use crate::tui::theme::ThemeName;

/// The folder beside the program that makes it portable.
const PORTABLE: &str = "rundown-data";

/// The surroundings of the program.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Environment {
    /// `RUNDOWN_HOME`.
    pub(super) home: Option<PathBuf>,
    /// `rundown-data` beside the program, where it exists.
    pub(super) portable: Option<PathBuf>,
    /// The platform's folder for data.
    pub(super) platform: Option<PathBuf>,
    /// Whether `NO_COLOR` is set.
    pub(super) no_color: bool,
    /// Whether the terminal says that it shows 24-bit colours.
    pub(super) true_color: bool,
    /// `TERM`.
    pub(super) term: Option<String>,
    /// The locale, as `LC_ALL`, `LC_CTYPE` or `LANG` say.
    pub(super) locale: Option<String>,
    /// The language of the machine, `fr-BE`.
    pub(super) language: Option<String>,
    /// Whether input and output are a terminal.
    pub(super) is_terminal: bool,
    /// Whether standard output shows colours: a terminal, and nobody said no.
    pub(super) shows_colour: bool,
    /// `RUNDOWN_PASSPHRASE`, which unlocks the trainer's key.
    pub(super) passphrase: Option<Passphrase>,
    /// Whether a question can be put to somebody: input and messages are a terminal.
    pub(super) can_ask: bool,
}

impl Environment {
    /// Looks around.
    pub(super) fn read() -> Self {
        let text = |name: &str| variable(name).and_then(|value| value.into_string().ok());
        let is_24_bit = |value: String| value == "truecolor" || value == "24bit";
        Self {
            home: variable("RUNDOWN_HOME").map(PathBuf::from),
            portable: portable(),
            platform: platform(),
            no_color: variable("NO_COLOR").is_some(),
            true_color: text("COLORTERM").is_some_and(is_24_bit) || cfg!(windows),
            term: text("TERM"),
            locale: ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(text),
            language: sys_locale::get_locale(),
            is_terminal: stdin().is_terminal() && stdout().is_terminal(),
            shows_colour: stdout().is_terminal() && variable("NO_COLOR").is_none(),
            passphrase: text("RUNDOWN_PASSPHRASE").map(Passphrase),
            can_ask: stdin().is_terminal() && stderr().is_terminal(),
        }
    }

    /// Returns the folder for data: what was asked for, the variable, the folder beside the program, the platform's.
    pub(super) fn home(&self, asked: Option<PathBuf>) -> Option<PathBuf> {
        asked.or_else(|| self.home.clone()).or_else(|| self.portable.clone()).or_else(|| self.platform.clone())
    }

    /// Returns the theme that the terminal can show.
    pub(super) fn theme(&self) -> ThemeName {
        match self.no_color {
            true => ThemeName::NoColour,
            false if self.true_color => ThemeName::Dark,
            false => ThemeName::Sixteen,
        }
    }

    /// Returns whether the terminal can show more than ASCII.
    pub(super) fn unicode(&self) -> bool {
        let locale = self.locale.as_deref().unwrap_or_default().to_ascii_lowercase();
        let is_utf8 = locale.contains("utf-8") || locale.contains("utf8");
        // The console of a bare Linux has too few signs in its font.
        (is_utf8 || cfg!(windows) || cfg!(target_os = "macos")) && self.term.as_deref() != Some("linux")
    }

    /// Returns the language of the machine, or English.
    pub(super) fn lang(&self) -> Option<Lang> {
        let locale = self.language.as_deref()?;
        let code: String = locale.chars().take_while(char::is_ascii_alphabetic).collect();
        Lang::new(&code.to_ascii_lowercase()).ok()
    }

    /// Returns whether the terminal cannot move its cursor, so that only lines are left.
    pub(super) fn is_dumb(&self) -> bool {
        self.term.as_deref() == Some("dumb")
    }
}

/// Reads a variable; an empty one is none.
fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

fn portable() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let folder = program.parent()?.join(PORTABLE);
    folder.is_dir().then_some(folder)
}

fn platform() -> Option<PathBuf> {
    Some(etcetera::base_strategy::choose_native_strategy().ok()?.data_dir().join("rundown"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn somewhere(locale: &str, term: &str) -> Environment {
        Environment { locale: Some(locale.to_owned()), term: Some(term.to_owned()), ..Environment::default() }
    }

    #[test]
    fn the_nearest_home_wins() {
        let path = |name: &str| Some(PathBuf::from(name));
        let mut around = Environment { platform: path("platform"), ..Environment::default() };
        assert_eq!(around.home(None), path("platform"));
        around.portable = path("portable");
        assert_eq!(around.home(None), path("portable"));
        around.home = path("variable");
        assert_eq!(around.home(None), path("variable"));
        assert_eq!(around.home(path("asked")), path("asked"));
        assert_eq!(Environment::default().home(None), None);
    }

    #[test]
    fn a_terminal_gets_the_colours_it_can_show() {
        let cases = [
            ((true, true), ThemeName::NoColour),
            ((false, true), ThemeName::Dark),
            ((false, false), ThemeName::Sixteen),
        ];
        for ((no_color, true_color), theme) in cases {
            assert_eq!(Environment { no_color, true_color, ..Environment::default() }.theme(), theme);
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn signs_are_ascii_where_the_terminal_has_nothing_else() {
        let cases = [
            ("fr_FR.UTF-8", "xterm", true),
            ("C.utf8", "screen", true),
            ("C", "xterm", false),
            ("fr_FR.UTF-8", "linux", false),
        ];
        for (locale, term, unicode) in cases {
            assert_eq!(somewhere(locale, term).unicode(), unicode, "{locale} {term}");
        }
    }

    #[test]
    fn the_language_is_the_first_part_of_the_locale() {
        for (locale, lang) in [("fr-BE", Some("fr")), ("EN_us.UTF-8", Some("en")), ("C", None), ("", None)] {
            let around = Environment { language: Some(locale.to_owned()), ..Environment::default() };
            assert_eq!(around.lang().as_ref().map(Lang::as_str), lang, "{locale}");
        }
    }
}
