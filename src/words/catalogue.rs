//! One language's messages, each parsed when it is first said.
//!
//! Apart from `Words`, which chooses between languages. Messages do not refer to each other, so that each can be read
//! by itself; a test parses both files whole.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, Pattern};
use unic_langid::LanguageIdentifier;

/// The messages of one language.
pub(super) struct Catalogue {
    /// The language's rules; it holds no message.
    rules: FluentBundle<FluentResource>,
    messages: HashMap<&'static str, Message>,
}

/// One message: as it is written, and once it was said, as it is read.
struct Message {
    text: &'static str,
    parsed: OnceLock<FluentResource>,
}

impl Catalogue {
    /// Opens the messages of a file.
    pub(super) fn open(code: &str, text: &'static str) -> Self {
        let tag: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut rules = FluentBundle::new_concurrent(vec![tag]);
        // Isolating marks show as boxes in some terminals, and the final filter would take them out anyway.
        rules.set_use_isolating(false);
        let messages = messages(text).map(|(key, text)| (key, Message { text, parsed: OnceLock::new() })).collect();
        Self { rules, messages }
    }

    /// Returns a message with its arguments filled in; none where nobody wrote it.
    pub(super) fn say(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.messages.get(key)?.pattern()?;
        let mut faults = Vec::new();
        let text = self.rules.format_pattern(pattern, Some(args), &mut faults);
        debug_assert!(faults.is_empty(), "{key}: {faults:?}");
        Some(Cow::into_owned(text))
    }
}

impl Message {
    fn pattern(&self) -> Option<&Pattern<&str>> {
        let whole_part = |text: &str| FluentResource::try_new(text.to_owned()).unwrap_or_else(|(part, _)| part);
        match self.parsed.get_or_init(|| whole_part(self.text)).get_entry(0)? {
            Entry::Message(message) => message.value.as_ref(),
            Entry::Term(_)
            | Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_)
            | Entry::Junk { .. } => None,
        }
    }
}

/// Cuts a file where a line begins with a key; returns each key with its whole message.
fn messages(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let begins = |line: &str| line.starts_with(|c: char| c.is_ascii_lowercase());
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let (mut length, mut is_message) = (0, false);
            for line in rest.split_inclusive('\n') {
                if length > 0 && (begins(line) || line.starts_with('#')) {
                    break;
                }
                is_message |= begins(line);
                length += line.len();
            }
            let (piece, after) = rest.split_at_checked(length).filter(|_| length > 0)?;
            rest = after;
            if let (true, Some((key, _))) = (is_message, piece.split_once(" =")) {
                return Some((key, piece));
            }
        }
    })
}
