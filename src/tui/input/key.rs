//! A key as it was pressed, and how keys are written in the key table: `jk<tab><c-s>`.
//!
//! Apart because the table, user overrides, the help and the tests all write keys alike.

use std::fmt;

use crate::tui::glyphs::Glyphs;
use crate::words::Words;

/// Which key, without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are on the keys")]
pub enum Code {
    Char(char),
    F(u8),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
}

/// One key press. Printable characters carry no shift: `?` is `?`, wherever it is on the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The key.
    pub code: Code,
    /// Whether Ctrl was down.
    pub ctrl: bool,
    /// Whether Alt was down.
    pub alt: bool,
    /// Whether Shift was down; never with a character.
    pub shift: bool,
}

impl Key {
    /// Returns a key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// Returns the character that the key types, if it types one.
    pub fn text(self) -> Option<char> {
        let Code::Char(c) = self.code else { return None };
        (!self.ctrl && !self.alt).then_some(c)
    }

    /// Returns whether a field that has the focus takes the key before any shortcut.
    pub fn edits(self) -> bool {
        let moves =
            matches!(self.code, Code::Backspace | Code::Delete | Code::Left | Code::Right | Code::Home | Code::End);
        self.text().is_some() || (moves && !self.ctrl && !self.alt)
    }

    /// Returns the key as a terminal means it: shift dropped from characters, `AltGr` characters as text.
    #[must_use]
    pub fn normal(mut self) -> Self {
        if let Code::Char(_) = self.code {
            self.shift = false;
            // Windows reports AltGr as Ctrl and Alt together; what it types is text.
            if self.ctrl && self.alt {
                (self.ctrl, self.alt) = (false, false);
            }
        }
        if self.ctrl
            && let Code::Char(c) = self.code
        {
            self.code = Code::Char(c.to_ascii_lowercase());
        }
        self
    }

    /// Returns the key's name as it is shown, in the language of the catalogue: `Enter`, `Ctrl-S`, `↑`.
    pub fn name(self, words: &Words, glyphs: &Glyphs) -> String {
        let [up, down, left, right] = glyphs.arrows;
        let base = match (self.label(), self.code) {
            (Some(label), _) => words.get(label),
            (None, Code::F(n)) => format!("F{n}"),
            (None, Code::Char(c)) if self.ctrl || self.alt => c.to_uppercase().to_string(),
            (None, Code::Char(c)) => c.to_string(),
            (None, Code::Up) => up.to_owned(),
            (None, Code::Down) => down.to_owned(),
            (None, Code::Left) => left.to_owned(),
            (None, _) => right.to_owned(),
        };
        let held = [(self.ctrl, "keyname-ctrl"), (self.alt, "keyname-alt"), (self.shift, "keyname-shift")];
        let before: String = held.iter().filter(|(on, _)| *on).map(|(_, label)| words.get(label) + "-").collect();
        before + &base
    }

    /// Returns the catalogue key of the key's name; none for what names itself.
    fn label(self) -> Option<&'static str> {
        match self.code {
            Code::Enter => Some("keyname-enter"),
            Code::Esc => Some("keyname-esc"),
            Code::Tab => Some("keyname-tab"),
            Code::Backspace => Some("keyname-backspace"),
            Code::Delete => Some("keyname-delete"),
            Code::Insert => Some("keyname-insert"),
            Code::Home => Some("keyname-home"),
            Code::End => Some("keyname-end"),
            Code::PageUp => Some("keyname-page-up"),
            Code::PageDown => Some("keyname-page-down"),
            Code::Char(' ') => Some("keyname-space"),
            Code::Char(_) | Code::F(_) | Code::Up | Code::Down | Code::Left | Code::Right => None,
        }
    }
}

/// Says why a text is no list of keys.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a key: write a character, or a name such as <enter>, <c-s>, <f2>, <lt>")]
pub struct BadKey(pub String);

const NAMES: [(&str, Code); 17] = [
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("bs", Code::Backspace),
    ("del", Code::Delete),
    ("ins", Code::Insert),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("pageup", Code::PageUp),
    ("pagedown", Code::PageDown),
    ("space", Code::Char(' ')),
    ("lt", Code::Char('<')),
    ("gt", Code::Char('>')),
];

/// Reads keys written one after the other: characters as they are, others by name in angle brackets.
pub fn parse_keys(text: &str) -> Result<Vec<Key>, BadKey> {
    let mut keys = Vec::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '<' {
            keys.push(Key::plain(Code::Char(c)));
            continue;
        }
        let (name, after) = rest.as_str().split_once('>').ok_or_else(|| BadKey(text.to_owned()))?;
        keys.push(named(name).ok_or_else(|| BadKey(format!("<{name}>")))?);
        rest = after.chars();
    }
    Ok(keys)
}

fn named(name: &str) -> Option<Key> {
    let mut key = Key::plain(Code::Esc);
    let mut rest = name;
    while let Some((modifier, after)) = rest.split_once('-').filter(|(m, after)| m.len() == 1 && !after.is_empty()) {
        match modifier {
            "c" => key.ctrl = true,
            "a" => key.alt = true,
            "s" => key.shift = true,
            _ => return None,
        }
        rest = after;
    }
    key.code = code(rest)?;
    Some(key)
}

fn code(name: &str) -> Option<Code> {
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(*code);
    }
    let mut chars = name.chars();
    match (chars.next()?, chars.as_str()) {
        (c, "") => Some(Code::Char(c)),
        ('f', number) => number.parse().ok().filter(|n| (1..=12).contains(n)).map(Code::F),
        _ => None,
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = NAMES.iter().find(|(_, code)| *code == self.code).map(|(name, _)| (*name).to_owned());
        let base = match (self.code, name) {
            (_, Some(name)) => name,
            (Code::F(n), None) => format!("f{n}"),
            (Code::Char(c), None) if !self.ctrl && !self.alt => return write!(f, "{c}"),
            (Code::Char(c), None) => c.to_string(),
            (_, None) => String::new(),
        };
        let modifiers = [(self.ctrl, "c-"), (self.alt, "a-"), (self.shift, "s-")];
        let before: String = modifiers.iter().filter(|(on, _)| *on).map(|(_, text)| *text).collect();
        write!(f, "<{before}{base}>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        parse_keys(text).unwrap().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn keys_are_read_back_as_written() {
        for text in ["jk<tab><c-s>", "?", "é<lt><gt>", "<s-tab><f10><space>", "<c-a-x>", "<pageup><pagedown><bs>"] {
            assert_eq!(written(text), text);
        }
    }

    #[test]
    fn keys_are_named_in_the_language_of_the_reader() {
        let words = |code| Words::new(&crate::id::Lang::new(code).unwrap());
        let names = |code| {
            parse_keys("<c-s><s-tab><up>?<f2><esc>")
                .unwrap()
                .iter()
                .map(|k| k.name(&words(code), &Glyphs::UNICODE))
                .collect::<Vec<_>>()
        };
        assert_eq!(names("en"), ["Ctrl-S", "Shift-Tab", "↑", "?", "F2", "Esc"]);
        assert_eq!(names("fr"), ["Ctrl-S", "Maj-Tab", "↑", "?", "F2", "Échap"]);
    }

    #[test]
    fn what_is_no_key_is_named() {
        for (text, named) in
            [("<nokey>", "<nokey>"), ("a<x-b>", "<x-b>"), ("a<tab", "a<tab"), ("<f13>", "<f13>"), ("<>", "<>")]
        {
            assert_eq!(parse_keys(text), Err(BadKey(named.to_owned())), "{text}");
        }
    }

    #[test]
    fn altgr_types_text_and_shift_says_nothing_about_characters() {
        let raw = |code, ctrl, alt, shift| Key { code, ctrl, alt, shift }.normal();
        assert_eq!(raw(Code::Char('@'), true, true, false).text(), Some('@'));
        assert_eq!(raw(Code::Char('?'), false, false, true), Key::plain(Code::Char('?')));
        assert_eq!(raw(Code::Char('S'), true, false, true).to_string(), "<c-s>");
        assert_eq!(raw(Code::Tab, false, false, true).to_string(), "<s-tab>");
    }

    #[test]
    fn a_field_takes_text_and_movement_but_no_shortcut() {
        let edits = |text: &str| parse_keys(text).unwrap()[0].edits();
        assert!(edits("q") && edits("<left>") && edits("<bs>") && edits("€"));
        assert!(!edits("<enter>") && !edits("<c-s>") && !edits("<up>") && !edits("<f2>") && !edits("<tab>"));
    }
}
