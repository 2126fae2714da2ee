//! How things look to this one person: words, theme, glyphs and keys together.
//!
//! Apart so that widgets take one argument for it, and so that one session's look is never another's.

use super::glyphs::Glyphs;
use super::keymap::Keymap;
use super::theme::{Theme, ThemeName};
use crate::id::Lang;
use crate::words::Words;

/// The look of one session.
#[derive(Debug)]
pub struct Look {
    /// The message catalogue in the session's language.
    pub words: Words,
    /// Which theme.
    pub theme_name: ThemeName,
    /// Its styles.
    pub theme: Theme,
    /// The signs.
    pub glyphs: Glyphs,
    /// The keys.
    pub keymap: Keymap,
}

impl Look {
    /// Puts a look together.
    pub fn new(lang: &Lang, theme: ThemeName, glyphs: Glyphs, keymap: Keymap) -> Self {
        Self { words: Words::new(lang), theme_name: theme, theme: Theme::named(theme), glyphs, keymap }
    }

    /// Changes the theme.
    pub fn wear(&mut self, theme: ThemeName) {
        self.theme_name = theme;
        self.theme = Theme::named(theme);
    }

    /// Speaks a language, if it is another than now.
    pub fn speak(&mut self, lang: &Lang) {
        if self.words.code() != lang.as_str() {
            self.words = Words::new(lang);
        }
    }
}
