//! Controls that must fail: what the judge has to see when a filter is missing.

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{TerminalOptions, Viewport};

use crate::fields::hostile;
use crate::oracle::{Sink, faults};

/// Sends cells to the real backend without the last filter.
fn unfiltered(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, 20, 1)) };
    let mut terminal = Terminal::with_options(CrosstermBackend::new(&mut bytes), options).unwrap();
    let plant = |frame: &mut ratatui::Frame<'_>| {
        frame.buffer_mut().content[0].set_symbol(text);
    };
    terminal.draw(plant).unwrap();
    drop(terminal);
    bytes
}

#[test]
fn an_escape_planted_in_a_cell_is_seen() {
    assert_eq!(faults(&unfiltered("a"), Sink::Screen), [].into());
    for planted in ["\u{1b}[2J", "\u{1b}[31m", "\u{1b}[H", "\u{1b}]0;t\u{7}", "\u{202e}a", "\u{1b}Px", &marks(9)] {
        assert!(!faults(&unfiltered(planted), Sink::Screen).is_empty(), "{planted:?}");
    }
    assert_eq!(faults(&unfiltered(&marks(8)), Sink::Screen), [].into());
}

fn marks(count: usize) -> String {
    format!("a{}", "\u{301}".repeat(count))
}

#[test]
fn an_escape_planted_in_a_line_is_seen() {
    assert_eq!(faults("Awa, l'été, 漢字, 👩‍🌾\n".as_bytes(), Sink::Lines), [].into());
    for planted in ["\u{1b}[31mred", "a\rb", "a\u{8}", "\u{1b}", "\u{85}", "\u{2066}x", "\u{1b}[0m", &marks(9)] {
        assert!(!faults(planted.as_bytes(), Sink::Lines).is_empty(), "{planted:?}");
    }
    assert!(!faults(b"\xff", Sink::Lines).is_empty());
}

#[test]
fn every_hostile_text_that_is_raw_is_hostile() {
    for text in hostile().iter().filter(|text| !text.starts_with(['&', '<', '\u{feff}']) && !text.contains("&#")) {
        assert!(!faults(text.as_bytes(), Sink::Lines).is_empty(), "{text:?}");
    }
}
