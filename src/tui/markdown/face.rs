//! How a piece of a row looks, as a meaning; a theme makes a style of it when it is drawn.
//!
//! Apart from the theme so that rows outlive a change of theme.

use ratatui::style::{Modifier, Style};

use crate::tui::theme::Theme;

/// A token of the theme that a text uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "named like the theme's tokens")]
pub enum Token {
    #[default]
    Text,
    Strong,
    Muted,
    Now,
    Right,
    Wrong,
    Warn,
    Rule,
    Accent,
}

/// How a piece looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Face {
    /// The colour's meaning.
    pub token: Token,
    /// Weight, slant, lines.
    pub more: Modifier,
    /// Whether it stands on the panel's ground.
    pub panel: bool,
}

impl Face {
    /// Returns the face of a token.
    pub const fn of(token: Token) -> Self {
        Self { token, more: Modifier::empty(), panel: false }
    }

    /// Returns the face with something more.
    #[must_use]
    pub const fn and(mut self, more: Modifier) -> Self {
        self.more = self.more.union(more);
        self
    }

    /// Returns the face in another colour.
    #[must_use]
    pub const fn in_token(mut self, token: Token) -> Self {
        self.token = token;
        self
    }

    /// Returns the face on the panel's ground.
    #[must_use]
    pub const fn on_panel(mut self) -> Self {
        self.panel = true;
        self
    }

    /// Returns its style in a theme.
    pub fn style(self, theme: &Theme) -> Style {
        let style = match self.token {
            Token::Text => theme.text,
            Token::Strong => theme.strong,
            Token::Muted => theme.muted,
            Token::Now => theme.now,
            Token::Right => theme.right,
            Token::Wrong => theme.wrong,
            Token::Warn => theme.warn,
            Token::Rule => theme.rule,
            Token::Accent => theme.accent,
        };
        let style = style.add_modifier(self.more);
        if self.panel { style.patch(theme.panel) } else { style }
    }
}
