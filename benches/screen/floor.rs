//! The floor: a bare ratatui program that shows a file as unrendered text.
//!
//! Apart because it stands for the least that any program of this library must do, and nothing of ours may slip in.

use std::path::Path;

use anyhow::Result;
use ratatui::crossterm::event::{Event, KeyCode, read};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

/// Shows a file until `q`; `j` and `k` scroll.
#[expect(clippy::disallowed_methods, reason = "the floor is a program of its own with a loop of its own")]
pub(super) fn show(file: &Path) -> Result<()> {
    let text = std::fs::read_to_string(file)?;
    let lines: Vec<&str> = text.lines().collect();
    let mut terminal = ratatui::init();
    let mut top = 0_usize;
    loop {
        terminal.draw(|frame| {
            let height = usize::from(frame.area().height);
            let seen: Vec<Line> = lines.iter().skip(top).take(height).map(|line| Line::raw(*line)).collect();
            frame.render_widget(Paragraph::new(seen), frame.area());
        })?;
        let Event::Key(key) = read()? else { continue };
        if key.code == KeyCode::Char('q') {
            break;
        } else if key.code == KeyCode::Char('j') {
            top = (top + 1).min(lines.len());
        } else if key.code == KeyCode::Char('k') {
            top = top.saturating_sub(1);
        }
    }
    ratatui::restore();
    Ok(())
}
