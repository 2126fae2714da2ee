//! The screens of desk work in all themes and both sets of glyphs: what they mean is never said by colour alone.

use ratatui::style::{Color, Modifier};

use rundown::tui::theme::{Theme, ThemeName};

use crate::forms::at_work;
use crate::stage::Stage;

const PLAIN: (u16, u16) = (80, 24);

/// One screen of each sort, with something right, something wrong and something open on it.
fn screens() -> Vec<(&'static str, Stage)> {
    let desk = |title: &str, keys: &str| {
        let mut stage = at_work(title, PLAIN);
        stage.keys(keys);
        stage
    };
    vec![
        ("list", desk("The inbox at", "<enter>1<esc><esc>")),
        ("form", desk("Fill the dopesheet", "2104<tab>SANVILA<tab>Heroic volunteers<tab>Port-Sanvi")),
        ("rows", desk("Repair a shotlist", "<tab><down><down>")),
        ("write", desk("Cut to twenty", "Heroic words. ")),
        ("arrange", desk("Forty upright", "<enter><down><enter>")),
        ("mark", desk("Claim hunt", "<enter><down><enter>")),
        ("desk", desk("The inbox at", "<enter>1<down><enter>2")),
        ("case", desk("The dam clip", "<enter><down><enter>")),
        ("field", desk("Record a place", "<enter><down>")),
        ("material", desk("The inbox at", "<f4>")),
        ("debrief", desk("Fill the dopesheet", "2104<tab>SANVILA<f10><right><enter>")),
        ("compared", desk("Fill the dopesheet", "2104<tab>SANVILA<f10><right><enter><end>")),
        ("story", desk("The night desk", "<esc>")),
        ("quiz", {
            let mut stage = crate::quiz::at(1, PLAIN);
            stage.keys("a<f10>");
            stage
        }),
        ("result", crate::quiz::finished(PLAIN)),
    ]
}

/// Signs that say what a colour says too.
const SIGNS: [char; 12] = ['✓', '✗', '!', '◐', '·', '●', '○', '▶', '▸', '◆', '☐', '☑'];

#[test]
fn no_theme_changes_a_word_and_the_one_without_colour_has_none() {
    for (name, mut stage) in screens() {
        let words = stage.text();
        for theme in ThemeName::ALL {
            stage.wear(theme);
            assert_eq!(stage.text(), words, "{name} in {theme:?}");
        }
        assert!(stage.buffer().content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset), "{name}");
    }
}

/// The rows in which a colour means right, wrong or beware.
fn judged(stage: &Stage, theme: &Theme) -> Vec<(usize, Vec<usize>)> {
    let colours = [theme.right.fg, theme.wrong.fg, theme.warn.fg];
    let width = usize::from(stage.buffer().area.width);
    let of_row = |cells: &[ratatui::buffer::Cell]| {
        let is_judged = |cell: &ratatui::buffer::Cell| cell.symbol() != " " && colours.contains(&Some(cell.fg));
        cells.iter().enumerate().filter(|(_, cell)| is_judged(cell)).map(|(x, _)| x).collect::<Vec<_>>()
    };
    let rows = stage.buffer().content.chunks(width).map(of_row).enumerate();
    rows.filter(|(_, cells)| !cells.is_empty()).collect()
}

#[test]
fn what_a_colour_means_stands_there_as_a_sign_or_in_weight_too() {
    for (name, mut stage) in screens() {
        stage.wear(ThemeName::Dark);
        let rows = judged(&stage, &Theme::named(ThemeName::Dark));
        stage.wear(ThemeName::NoColour);
        let width = usize::from(PLAIN.0);
        for (y, cells) in rows {
            let line = &stage.buffer().content[y * width..(y + 1) * width];
            let says = line.iter().any(|cell| SIGNS.iter().any(|sign| cell.symbol().starts_with(*sign)));
            let has_weight = |x: &usize| line[*x].modifier != Modifier::empty();
            assert!(says || cells.iter().all(has_weight), "{name}, row {y}:\n{}", stage.text());
        }
    }
}

#[test]
fn what_has_the_focus_is_seen_without_colour() {
    for (name, mut stage) in screens() {
        stage.wear(ThemeName::NoColour);
        let has_weight = stage.buffer().content.iter().any(|cell| cell.modifier.contains(Modifier::REVERSED));
        assert!(
            has_weight
                || stage.text().contains('▶')
                || matches!(name, "write" | "material" | "debrief" | "compared" | "story" | "quiz"),
            "{name}:\n{}",
            stage.text()
        );
    }
}

#[test]
fn every_sort_of_screen_stands_in_ascii_without_colour() {
    for (name, mut stage) in screens() {
        stage.wear(ThemeName::NoColour);
        stage.keys("<f8><down><down><right><esc>");
        let foreign: Vec<char> = stage.text().chars().filter(|c| "─│▶✓✗◐●○·…▕█░↑↓".contains(*c)).collect();
        assert_eq!(foreign, [], "{name}:\n{}", stage.text());
        insta::assert_snapshot!(format!("ascii_{name}_80x24"), stage.screen());
    }
}

#[test]
fn forms_and_debriefs_are_snapped_in_every_theme() {
    for (name, mut stage) in screens().into_iter().filter(|(name, _)| ["form", "debrief", "case"].contains(name)) {
        for theme in [ThemeName::Light, ThemeName::HighContrast, ThemeName::Sixteen] {
            stage.wear(theme);
            insta::assert_snapshot!(format!("{}_{name}_80x24", theme.as_str()), stage.screen());
        }
    }
}
