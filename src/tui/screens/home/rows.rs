//! The rows of the rundown: track headings with back-timing, and one row a lesson or test.
//!
//! Apart because they come in two widths, and because a click must find the row that was drawn.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::NARROW;
use crate::session::rundown::{Block, Row as Story, Rundown, Status};
use crate::tui::look::Look;
use crate::tui::page::Scene;
use crate::tui::screens::figures::{sign_style, status_sign, status_word, time};
use crate::tui::widgets::Pick;
use crate::tui::widgets::ends::{Ends, put};
use crate::tui::width::{pad, pad_left, width};

/// Cells of the columns of a wide row: marker and page, slug, minutes, status.
const PAGE: usize = 7;
const MINUTES: usize = 4;
const STATUS: usize = 10;
/// The slug column is never narrower than its name.
const SLUG_HEAD: usize = 6;

/// Returns the cells of the slug column: as wide as the widest needs.
fn slug_width(rundown: &Rundown) -> usize {
    rundown.rows().map(|row| width(&row.slug)).max().unwrap_or(0).max(SLUG_HEAD) + 2
}

/// One line of the list.
#[derive(Debug, Clone, Copy)]
pub(super) enum Row<'a> {
    /// The names of the columns.
    Columns,
    /// A track.
    Heading(&'a Block),
    /// A lesson or test, with its position among them all.
    Story(usize, &'a Story),
    /// Nothing.
    Gap,
}

impl Row<'_> {
    /// Returns which lesson or test it is.
    pub(super) fn index(&self) -> Option<usize> {
        match self {
            Self::Story(index, _) => Some(*index),
            Self::Columns | Self::Heading(_) | Self::Gap => None,
        }
    }
}

/// Returns the lines of the list for an area: gaps only where all fits with them.
pub(super) fn lines(rundown: &Rundown, area: Rect) -> Vec<Row<'_>> {
    let stories = rundown.rows().count();
    let wide = area.width >= NARROW;
    let least = usize::from(wide) + rundown.blocks.len() + stories;
    let airy = usize::from(area.height) >= least + rundown.blocks.len();
    let mut lines = Vec::with_capacity(least * 2);
    lines.extend(wide.then_some(Row::Columns));
    let mut index = 0;
    for (at, block) in rundown.blocks.iter().enumerate() {
        lines.extend((airy && (wide || at > 0)).then_some(Row::Gap));
        lines.push(Row::Heading(block));
        for story in &block.rows {
            lines.push(Row::Story(index, story));
            index += 1;
        }
    }
    lines
}

/// Returns the lines that must be in view for a story: its own, and for a first one its heading and what is above.
pub(super) fn place(lines: &[Row<'_>], story: usize) -> Range<usize> {
    let at = lines.iter().position(|line| line.index() == Some(story)).unwrap_or(0);
    let above = lines.iter().take(at).rev().take_while(|line| line.index().is_none()).count();
    at - above..at + 1
}

/// Draws the rows in view; returns where the picked one is.
pub(super) fn view(scene: Scene<'_>, rundown: &Rundown, pick: Pick, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let mut cursor = None;
    let slug = slug_width(rundown);
    for (line, row) in lines(rundown, area).into_iter().skip(pick.top()).zip(area.rows()) {
        let picked = line.index() == Some(pick.selected());
        if picked {
            cursor = Some(Position::new(row.x, row.y));
        }
        one(scene.look, &line, slug, picked, row, buf);
    }
    cursor
}

fn one(look: &Look, line: &Row<'_>, slug: usize, picked: bool, area: Rect, buf: &mut Buffer) {
    let wide = area.width >= NARROW;
    match line {
        Row::Gap => {}
        Row::Columns => columns(look, slug, area, buf),
        Row::Heading(block) => heading(look, block, wide, area, buf),
        Row::Story(_, story) if wide => wide_story(look, story, slug, picked, area, buf),
        Row::Story(_, story) => short_story(look, story, picked, area, buf),
    }
}

fn columns(look: &Look, slug: usize, area: Rect, buf: &mut Buffer) {
    let words = &look.words;
    let title = title_width(area, slug);
    let text = [
        pad(&format!(" {}", words.get("home-column-page")), PAGE, ""),
        pad(&words.get("home-column-slug"), slug, ""),
        pad(&words.get("home-column-story"), title, ""),
        pad_left(&words.get("home-column-minutes"), MINUTES, ""),
        format!("   {}", words.get("home-column-status")),
    ];
    put(&Line::styled(text.concat(), look.theme.muted), area, 0, buf);
}

fn heading(look: &Look, block: &Block, wide: bool, area: Rect, buf: &mut Buffer) {
    let (theme, words) = (&look.theme, &look.words);
    let title = block.heading(words).to_uppercase();
    let (done, all) = block.done();
    let left = if block.left() == 0 { words.get("home-nothing-left") } else { time(block.left(), look) };
    let (title, right) = if wide {
        let args = [("done", done.into()), ("all", all.into()), ("left", left.into())];
        let key = if block.left() == 0 { "home-track-done" } else { "home-track-left" };
        (format!(" {}  {title}", block.letter), words.with(key, &args))
    } else {
        (format!("{} {title}", block.letter), format!("{done}/{all}  {left}"))
    };
    Ends::new(Span::styled(title, theme.strong), Span::styled(right, theme.muted), look.glyphs.more).draw(area, buf);
}

fn title_width(area: Rect, slug: usize) -> usize {
    usize::from(area.width).saturating_sub(PAGE + slug + MINUTES + STATUS)
}

fn wide_story(look: &Look, story: &Story, slug: usize, picked: bool, area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let more = look.glyphs.more;
    let marker = if picked { look.glyphs.here } else { " " };
    let (text, quiet) = if picked { (theme.focus, theme.focus) } else { (theme.text, theme.muted) };
    let (title, status) = (title_width(area, slug), status_word(story.status, look));
    let spans = vec![
        Span::styled(pad(&format!("{marker} {}", story.number), PAGE, more), text),
        Span::styled(pad(&story.slug, slug - 1, more) + " ", quiet),
        Span::styled(pad(&story.title, title.saturating_sub(1), more) + " ", text),
        Span::styled(pad_left(&story.minutes.to_string(), MINUTES, more), quiet),
        Span::styled("   ", quiet),
        Span::styled(status_sign(story.status, look), sign_style(story.status, look, picked)),
        Span::styled(pad(&pad_left(&status, width(&status).max(5), ""), STATUS - 4, ""), quiet),
    ];
    put(&Line::from(spans), area, 0, buf);
}

fn short_story(look: &Look, story: &Story, picked: bool, area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let more = look.glyphs.more;
    let marker = if picked { look.glyphs.here } else { " " };
    let (text, quiet) = if picked { (theme.focus, theme.focus) } else { (theme.text, theme.muted) };
    let figure = match story.status {
        Status::Done(grade) | Status::Passed(grade) | Status::NotPassed(grade) => grade.to_string(),
        _ if !story.counts() => String::new(),
        Status::Untouched
        | Status::Reading(..)
        | Status::QuizNext
        | Status::QuizLeft(..)
        | Status::WorkNext(_)
        | Status::Begun
        | Status::Later(_)
        | Status::Due
        | Status::Replied => format!("{}'", story.left),
    };
    let title = usize::from(area.width).saturating_sub(6 + 6);
    let spans = vec![
        Span::styled(format!("{marker} {} ", pad(&story.number, 3, more)), text),
        Span::styled(pad(&story.title, title, more), text),
        Span::styled(" ", quiet),
        Span::styled(status_sign(story.status, look), sign_style(story.status, look, picked)),
        Span::styled(pad_left(&figure, 4, ""), quiet),
    ];
    put(&Line::from(spans), area, 0, buf);
}
