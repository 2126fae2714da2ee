//! Contrast and names of the themes, by the published formula and not by ours.
//!
//! Apart from the themes for its length.

use super::*;

/// The xterm values of the ANSI names that the themes use.
#[expect(clippy::wildcard_enum_match_arm, reason = "any other colour is a mistake")]
fn rgb(colour: Color) -> [u8; 3] {
    match colour {
        Color::Rgb(r, g, b) => [r, g, b],
        Color::Black => [0, 0, 0],
        Color::White => [255, 255, 255],
        Color::Gray => [229, 229, 229],
        Color::Yellow => [205, 205, 0],
        Color::Green => [0, 205, 0],
        Color::LightRed => [255, 85, 85],
        Color::LightYellow => [255, 255, 0],
        Color::Cyan => [0, 205, 205],
        Color::DarkGray => [127, 127, 127],
        other => panic!("{other:?} is not a colour of ours"),
    }
}

fn luminance(colour: Color) -> f64 {
    let [r, g, b] = rgb(colour).map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.03928 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_stands_out_seven_to_one_and_everything_readable_four_and_a_half() {
    for (name, palette) in [("dark", DARK), ("light", LIGHT), ("high", HIGH_CONTRAST), ("16", SIXTEEN)] {
        let colours = [palette.muted, palette.now, palette.right, palette.wrong, palette.warn, palette.accent];
        for ground in [palette.ground, palette.panel] {
            assert!(contrast(palette.text, ground) >= 7.0, "{name}: text on {ground:?}");
            for colour in colours {
                let found = contrast(colour, ground);
                assert!(found >= 4.5, "{name}: {colour:?} on {ground:?} is {found:.2}");
            }
        }
    }
}

#[test]
fn the_contrast_measure_can_fail() {
    assert!(contrast(hex(0x77_7777), hex(0xff_ffff)) < 4.5);
}

#[test]
fn no_colour_theme_names_no_colour_and_still_tells_right_from_wrong() {
    let theme = Theme::named(ThemeName::NoColour);
    for style in [theme.ground, theme.text, theme.now, theme.focus, theme.right, theme.wrong, theme.warn] {
        assert_eq!((style.fg, style.bg), (None, None));
    }
    assert_ne!(theme.right, theme.wrong);
    assert_ne!(theme.focus, theme.text);
}

#[test]
fn theme_names_are_read_back_as_written_and_go_round() {
    let mut name = ThemeName::Dark;
    for _ in ThemeName::ALL {
        assert_eq!(ThemeName::parse(name.as_str()), Some(name));
        name = name.next();
    }
    assert_eq!(name, ThemeName::Dark);
    assert_eq!(ThemeName::parse("plaid"), None);
}
