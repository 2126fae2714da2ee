//! The message catalogue: every word of our own that a person reads, in English and French.
//!
//! Apart because screen, plain mode, reports and the command line say the same things. Course text is not in here,
//! and nothing in here depends on who reads it or where. Only the chosen language is parsed; English is parsed when
//! a message turns out to be missing.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::id::Lang;

pub use fluent_bundle::FluentValue as Value;

const ENGLISH: &str = include_str!("words/en.ftl");
const FRENCH: &str = include_str!("words/fr.ftl");

/// The languages the catalogue has, each with its name in itself.
pub const LANGUAGES: [(&str, &str); 2] = [("en", "English"), ("fr", "Français")];

mod fold;

pub use fold::fold;

type Bundle = FluentBundle<FluentResource>;

/// The catalogue in one language.
pub struct Words {
    code: &'static str,
    chosen: Bundle,
    english: OnceLock<Bundle>,
}

impl Words {
    /// Opens the catalogue in a language, or in English where the catalogue has no such language.
    pub fn new(lang: &Lang) -> Self {
        let code = LANGUAGES.iter().map(|(code, _)| *code).find(|code| *code == lang.as_str()).unwrap_or("en");
        Self { code, chosen: bundle(code, source(code)), english: OnceLock::new() }
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
        say(&self.chosen, key, &args)
            .or_else(|| say(self.english.get_or_init(|| bundle("en", ENGLISH)), key, &args))
            .unwrap_or_else(|| format!("⟨{key}⟩"))
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

fn bundle(code: &str, text: &'static str) -> Bundle {
    let tag: LanguageIdentifier = code.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // Isolating marks show as boxes in some terminals, and the final filter would take them out anyway.
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(whole_part, _)| whole_part);
    bundle.add_resource_overriding(resource);
    bundle
}

fn say(bundle: &Bundle, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut faults = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut faults);
    debug_assert!(faults.is_empty(), "{key}: {faults:?}");
    Some(Cow::into_owned(text))
}

#[cfg(test)]
mod tests;
