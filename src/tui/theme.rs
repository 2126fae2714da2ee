//! The tokens of the look (ground, text, muted, now, …) as styles, in five themes.
//!
//! Apart so that widgets name a meaning and never a colour. Meaning is never carried by colour alone: signs and
//! weight say it too, which the theme without colour proves.

use ratatui::style::{Color, Modifier, Style};

/// Which theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ThemeName {
    /// Near-black ground, warm white text.
    #[default]
    Dark,
    /// Paper.
    Light,
    /// Black, white and yellow.
    HighContrast,
    /// The sixteen ANSI colours.
    Sixteen,
    /// Bold, underline and reverse only.
    NoColour,
}

impl ThemeName {
    /// All themes, in the order in which the theme key goes through them.
    pub const ALL: [Self; 5] = [Self::Dark, Self::Light, Self::HighContrast, Self::Sixteen, Self::NoColour];

    /// Returns the name that settings write.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Sixteen => "16",
            Self::NoColour => "none",
        }
    }

    /// Finds a theme by the name that settings write.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.as_str() == text)
    }

    /// Returns the next theme.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|name| *name == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// Returns the key of its name in the catalogue.
    pub fn label(self) -> &'static str {
        match self {
            Self::Dark => "theme-dark",
            Self::Light => "theme-light",
            Self::HighContrast => "theme-high-contrast",
            Self::Sixteen => "theme-sixteen",
            Self::NoColour => "theme-none",
        }
    }
}

/// One style for each token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// The page: what everything else is patched onto.
    pub ground: Style,
    /// Body text.
    pub text: Style,
    /// Headings and what counts: body text with weight.
    pub strong: Style,
    /// What is secondary.
    pub muted: Style,
    /// What is now: the current row's sign, the clock, links.
    pub now: Style,
    /// The row or field that has the focus.
    pub focus: Style,
    /// Right.
    pub right: Style,
    /// Wrong.
    pub wrong: Style,
    /// To be looked at.
    pub warn: Style,
    /// Side panels and code: only a ground.
    pub panel: Style,
    /// Thin rules.
    pub rule: Style,
    /// Glossary terms, sources, a second series.
    pub accent: Style,
}

impl Theme {
    /// Returns a theme.
    pub fn named(name: ThemeName) -> Self {
        match name {
            ThemeName::Dark => Self::coloured(&DARK),
            ThemeName::Light => Self::coloured(&LIGHT),
            ThemeName::HighContrast => Self::coloured(&HIGH_CONTRAST),
            ThemeName::Sixteen => Self::coloured(&SIXTEEN),
            ThemeName::NoColour => Self::colourless(),
        }
    }

    /// Returns whether any colour can be shown beside those of the theme, as pictures need.
    pub fn shows_any_colour(&self) -> bool {
        matches!(self.text.fg, Some(Color::Rgb(..)))
    }

    /// Returns the style of a place to type in: a panel, or a line where there is no colour.
    pub fn field(&self) -> Style {
        let style = self.text.patch(self.panel);
        if self.panel.bg.is_some() && self.panel.bg != self.ground.bg {
            style
        } else {
            style.add_modifier(Modifier::UNDERLINED)
        }
    }

    fn coloured(palette: &Palette) -> Self {
        let on = |colour: Color| Style::new().fg(colour);
        Self {
            ground: on(palette.text).bg(palette.ground),
            text: on(palette.text),
            strong: on(palette.text).add_modifier(Modifier::BOLD),
            muted: on(palette.muted),
            now: on(palette.now),
            focus: on(palette.now).bg(palette.panel).add_modifier(Modifier::BOLD),
            right: on(palette.right),
            wrong: on(palette.wrong),
            warn: on(palette.warn),
            panel: Style::new().bg(palette.panel),
            rule: on(palette.rule),
            accent: on(palette.accent),
        }
    }

    fn colourless() -> Self {
        let plain = Style::new();
        Self {
            ground: plain,
            text: plain,
            strong: plain.add_modifier(Modifier::BOLD),
            muted: plain,
            now: plain.add_modifier(Modifier::BOLD),
            focus: plain.add_modifier(Modifier::REVERSED),
            right: plain.add_modifier(Modifier::BOLD),
            wrong: plain.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
            warn: plain.add_modifier(Modifier::UNDERLINED),
            panel: plain,
            rule: plain,
            accent: plain.add_modifier(Modifier::UNDERLINED),
        }
    }
}

struct Palette {
    ground: Color,
    text: Color,
    muted: Color,
    now: Color,
    right: Color,
    wrong: Color,
    warn: Color,
    panel: Color,
    rule: Color,
    accent: Color,
}

const fn hex(rgb: u32) -> Color {
    Color::from_u32(rgb)
}

const DARK: Palette = Palette {
    ground: hex(0x14_161a),
    text: hex(0xe6_e1d6),
    muted: hex(0x8a_8f98),
    now: hex(0xff_b347),
    right: hex(0x7f_c98f),
    wrong: hex(0xef_7f7f),
    warn: hex(0xe5_c07b),
    panel: hex(0x1c_1f25),
    rule: hex(0x34_3a44),
    accent: hex(0x7f_c4c9),
};

// A shade darker than paper alone would need, so that they can be read on a panel too.
const LIGHT: Palette = Palette {
    ground: hex(0xfa_f8f3),
    text: hex(0x1d_2026),
    muted: hex(0x62_6770),
    now: hex(0x9c_4f00),
    right: hex(0x1b_6e34),
    wrong: hex(0xb3_261e),
    warn: hex(0x7d_5700),
    panel: hex(0xf0_ece2),
    rule: hex(0xcf_c9bb),
    accent: hex(0x0b_666d),
};

const HIGH_CONTRAST: Palette = Palette {
    ground: hex(0x00_0000),
    text: hex(0xff_ffff),
    muted: hex(0xff_ffff),
    now: hex(0xff_ff00),
    right: hex(0xff_ffff),
    wrong: hex(0xff_ff00),
    warn: hex(0xff_ff00),
    panel: hex(0x00_0000),
    rule: hex(0xff_ffff),
    accent: hex(0xff_ff00),
};

const SIXTEEN: Palette = Palette {
    ground: Color::Black,
    text: Color::White,
    muted: Color::Gray,
    now: Color::Yellow,
    right: Color::Green,
    wrong: Color::LightRed,
    warn: Color::LightYellow,
    panel: Color::Black,
    rule: Color::DarkGray,
    accent: Color::Cyan,
};

#[cfg(test)]
mod tests;
