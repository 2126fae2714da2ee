//! The message catalogue: every word of our own that a person reads, in English and French.
//!
//! Apart because screen, plain mode, reports and the command line say the same things. Course text is not in here,
//! and nothing in here depends on who reads it or where. A message is parsed when it is first said, because a screen says
//! few of them; English is opened when one turns out to be missing.

use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::FluentArgs;

use crate::id::Lang;

pub use fluent_bundle::FluentValue as Value;

const ENGLISH: &str = include_str!("words/en.ftl");
const FRENCH: &str = include_str!("words/fr.ftl");

/// The languages the catalogue has, each with its name in itself.
pub const LANGUAGES: [(&str, &str); 2] = [("en", "English"), ("fr", "Français")];

mod catalogue;
mod fold;

use catalogue::Catalogue;
pub use fold::fold;

/// The catalogue in one language.
pub struct Words {
    code: &'static str,
    chosen: Catalogue,
    english: OnceLock<Catalogue>,
}

impl Words {
    /// Opens the catalogue in a language, or in English where the catalogue has no such language.
    pub fn new(lang: &Lang) -> Self {
        let code = LANGUAGES.iter().map(|(code, _)| *code).find(|code| *code == lang.as_str()).unwrap_or("en");
        Self { code, chosen: Catalogue::open(code, source(code)), english: OnceLock::new() }
    }

    /// Returns the code of the language that is spoken, `en` or `fr`.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Returns a message that takes no arguments.
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// Returns a message with its arguments filled in; a key that nobody wrote comes back as `⟨key⟩`.
    pub fn with(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let in_english = || self.english.get_or_init(|| Catalogue::open("en", ENGLISH)).say(key, &args);
        self.chosen.say(key, &args).or_else(in_english).unwrap_or_else(|| format!("⟨{key}⟩"))
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Words").field(&self.code).finish()
    }
}

/// Returns the next language of the catalogue, which the language key switches to.
pub fn next_language(code: &str) -> &'static str {
    let at = LANGUAGES.iter().position(|(known, _)| *known == code).unwrap_or(0);
    LANGUAGES.iter().cycle().nth(at + 1).map_or("en", |(code, _)| code)
}

/// Returns the name of a language in itself; an unknown one is named by its code.
pub fn language_name(code: &str) -> &str {
    LANGUAGES.iter().find(|(known, _)| *known == code).map_or(code, |(_, name)| name)
}

fn source(code: &str) -> &'static str {
    if code == "fr" { FRENCH } else { ENGLISH }
}

#[cfg(test)]
mod tests;
