//! The cells of the matrix that are in view: a frozen row of page numbers, a frozen column of names, and what fits.
//!
//! Apart from the screen so that drawing and the mouse find a cell at the same place.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::cohort::columns::Column;
use crate::cohort::matrix::{Cell, Matrix, Row, State};
use crate::session::training::{OpenCohort, Training};
use crate::tui::look::Look;
use crate::tui::page::Scene;
use crate::tui::screens::cohort::{NARROW, ago, reason, sign, sign_style};
use crate::tui::widgets::Pick;
use crate::tui::widgets::ends::put;
use crate::tui::width::{pad, pad_left, truncate, width};

/// Cells of one column at the least: a percentage and a sign.
const CELL: u16 = 4;
/// Where all columns fit and room is left, they grow so wide, and say what they are called from a width on.
const WIDEST_CELL: u16 = 18;
const WITH_SLUG: u16 = 9;
/// Cells of the gap before another block, with its rule.
const GAP: u16 = 2;
/// Names and stations take no less than their heading.
const LEAST_HEAD: u16 = 9;
/// Names take no more than this, however much room there is.
const WIDEST_NAME: u16 = 32;
/// From this width on the stations stand beside the names.
const WITH_STATION: u16 = 90;
/// From this width on the reasons to look at somebody stand at the right.
const WITH_REASON: u16 = 110;

/// Where the columns in view stand.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    area: Rect,
    /// Cells of the names, of the stations, of when somebody was last seen, of why to look at them.
    widths: [u16; 4],
    /// Cells of a column.
    cell: u16,
    /// The columns in view, each with the place of its first cell.
    columns: Vec<(usize, u16)>,
    is_cut: [bool; 2],
}

/// Returns the widths: nothing is wider than what stands in it; names get what the columns leave, up to a point, and
/// reasons what the names leave.
fn widths(area: Rect, matrix: &Matrix, why: usize) -> [u16; 4] {
    let [name, station, seen, reason] = least(area);
    let longest = |of: fn(&Row) -> &str| cells(matrix.rows.iter().map(|row| width(of(row))).max().unwrap_or(0) + 1);
    let station = station.min(longest(|row| &row.person.member).max(LEAST_HEAD));
    let reason = reason.min(cells(why));
    let taken = 2 + station + seen + reason + matrix_width(matrix, CELL);
    let names = longest(|row| &row.person.name).clamp(LEAST_HEAD, WIDEST_NAME);
    let name = name.max(area.width.saturating_sub(taken)).min(names);
    let spare = area.width.saturating_sub(taken + name);
    let reason = if reason > 0 { reason.saturating_add(spare).min(cells(why)) } else { 0 };
    [name, station, seen, reason]
}

fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

fn gaps(matrix: &Matrix) -> u16 {
    let blocks = matrix.columns.chunk_by(|one, other| one.letter == other.letter).count();
    cells(blocks.saturating_sub(1)).saturating_mul(GAP)
}

/// Returns the cells that all columns take.
fn matrix_width(matrix: &Matrix, cell: u16) -> u16 {
    cells(matrix.columns.len()).saturating_mul(cell).saturating_add(gaps(matrix))
}

/// Returns how wide a column can be so that all of them are in view; the least where they cannot.
fn cell(area: Rect, matrix: &Matrix, widths: [u16; 4]) -> u16 {
    let room = area.width.saturating_sub(2 + widths.iter().sum::<u16>() + gaps(matrix));
    let wide = room.checked_div(cells(matrix.columns.len())).unwrap_or(CELL);
    let slugs = matrix.columns.iter().map(|column| width(&column.number) + 1 + width(&column.slug));
    wide.min(cells(slugs.max().unwrap_or(0) + 2)).clamp(CELL, WIDEST_CELL)
}

fn least(area: Rect) -> [u16; 4] {
    match area.width {
        0..NARROW => [(area.width / 3).clamp(8, 14), 0, 0, 0],
        NARROW..WITH_STATION => [18, 0, 6, 0],
        WITH_STATION..WITH_REASON => [20, 12, 7, 0],
        _ => [22, 12, 7, 20],
    }
}

impl Sheet {
    /// Finds out which columns are in view so that one of them is; returns the first of them too.
    pub(super) fn showing(matrix: &Matrix, area: Rect, (left, column): (usize, usize), why: usize) -> (Self, usize) {
        let widths = widths(area, matrix, why);
        let cell = cell(area, matrix, widths);
        let fits = 2 + widths.iter().sum::<u16>() + matrix_width(matrix, cell) <= area.width;
        // Where all are seen, none is left of them.
        let mut left = if fits { 0 } else { left.min(column) };
        // Else there is a cell for the sign that says that there are more: before what stands at the right, or kept.
        let kept = u16::from(!fits && widths[2] == 0);
        let end = area.right().saturating_sub(widths[2] + widths[3] + kept);
        loop {
            let sheet = Self::from(matrix, (area, end), left, (widths, cell));
            let is_seen = sheet.columns.iter().any(|(at, _)| *at == column);
            if is_seen || left >= column {
                return (sheet, left);
            }
            left += 1;
        }
    }

    /// Puts columns from one on as far as to a place.
    fn from(matrix: &Matrix, (area, end): (Rect, u16), left: usize, (widths, cell): ([u16; 4], u16)) -> Self {
        let start = area.x + 2 + widths[0] + widths[1];
        let mut columns = Vec::new();
        let mut x = start;
        let mut letter = matrix.columns.get(left).map(|column| column.letter);
        for (at, column) in matrix.columns.iter().enumerate().skip(left) {
            if letter.replace(column.letter) != Some(column.letter) {
                x += GAP;
            }
            if x + cell > end {
                break;
            }
            columns.push((at, x));
            x += cell;
        }
        let last = columns.last().map_or(left, |(at, _)| at + 1);
        Self { area, widths, cell, columns, is_cut: [left > 0, last < matrix.columns.len()] }
    }

    /// Returns the columns in view, each with the place of its first cell.
    pub(super) fn columns(&self) -> &[(usize, u16)] {
        &self.columns
    }

    /// Returns how many rows of learners there is room for.
    pub(super) fn rows(&self) -> u16 {
        self.area.height.saturating_sub(1)
    }

    /// Returns the cells of a column.
    pub(super) fn cell(&self) -> u16 {
        self.cell
    }

    /// Returns the column at a place.
    pub(super) fn column_at(&self, at: Position) -> Option<usize> {
        let found = self.columns.iter().find(|(_, x)| (*x..*x + self.cell).contains(&at.x))?;
        self.area.contains(at).then_some(found.0)
    }

    /// Returns the row at a place.
    pub(super) fn row_at(&self, at: Position, top: usize) -> Option<usize> {
        let line = at.y.checked_sub(self.area.y + 1)?;
        self.area.contains(at).then_some(usize::from(line) + top)
    }

    /// Draws the heading and the rows in view; returns where the picked cell is.
    pub(super) fn view(
        &self,
        scene: Scene<'_>,
        (training, room): (&Training, &OpenCohort),
        (pick, column): (Pick, usize),
        buf: &mut Buffer,
    ) -> Option<Position> {
        let ink = Ink { sheet: self, scene, training, room };
        let mut places = self.area.rows();
        ink.heading(column, places.next()?, buf);
        let mut cursor = None;
        for ((at, row), place) in room.matrix.rows.iter().enumerate().skip(pick.top()).zip(places) {
            let picked = (at == pick.selected()).then_some(column);
            ink.name(row, picked.is_some(), place, buf);
            ink.cells(row, picked, place, buf);
            ink.seen(row, picked.is_some(), place, buf);
            if picked.is_some() {
                let x = self.columns.iter().find(|(at, _)| *at == column).map_or(place.x, |(_, x)| *x);
                cursor = Some(Position::new(x, place.y));
            }
        }
        cursor
    }

    /// Returns where the rest of a row stands: at the right edge, or beside the columns where these leave room.
    fn right(&self, place: Rect) -> Rect {
        let width = (self.widths[2] + self.widths[3]).min(place.width);
        let edge = place.right().saturating_sub(width);
        let beside = self.columns.last().map_or(edge, |(_, x)| x + self.cell);
        let x = if self.is_cut[1] { edge } else { beside.min(edge) };
        Rect { x, width, ..place }
    }
}

/// What the rows of a sheet are drawn from.
struct Ink<'a> {
    sheet: &'a Sheet,
    scene: Scene<'a>,
    training: &'a Training,
    room: &'a OpenCohort,
}

impl Ink<'_> {
    /// Returns the style of what is said, and of what is secondary.
    fn styles(&self, picked: bool) -> (Style, Style) {
        let theme = &self.scene.look.theme;
        if picked { (theme.focus, theme.focus) } else { (theme.text, theme.muted) }
    }

    fn heading(&self, picked: usize, place: Rect, buf: &mut Buffer) {
        let (look, [name, station, seen, _]) = (self.scene.look, self.sheet.widths.map(usize::from));
        let word = |key, cells| if cells > 0 { pad(&look.words.get(key), cells, "") } else { String::new() };
        let head = format!("  {}{}", word("matrix-name", name), word("matrix-station", station));
        put(&Line::styled(head, look.theme.muted), place, 0, buf);
        for (at, x) in &self.sheet.columns {
            let Some(column) = self.room.matrix.columns.get(*at) else { continue };
            let style = if *at == picked { look.theme.focus } else { look.theme.muted };
            let wide = usize::from(self.sheet.cell);
            let name = Line::styled(pad_left(&self.head(column, wide - 1), wide, ""), style);
            put(&name, Rect { x: *x, width: self.sheet.cell, ..place }, 0, buf);
        }
        self.rules(place, buf);
        let seen = if seen > 0 { pad_left(&look.words.get("matrix-seen"), seen, "") } else { String::new() };
        put(&Line::styled(seen, look.theme.muted), self.sheet.right(place), 0, buf);
        self.cuts(place, buf);
    }

    /// Returns what stands above a column: its page number, and where there is room its short name.
    fn head(&self, column: &Column, cells: usize) -> String {
        if self.sheet.cell < WITH_SLUG || column.slug.is_empty() {
            return column.number.clone();
        }
        truncate(&format!("{} {}", column.number, column.slug), cells, self.scene.look.glyphs.more)
    }

    /// Says in the heading that there are more columns at the left or at the right.
    fn cuts(&self, place: Rect, buf: &mut Buffer) {
        let [_, _, back, on] = self.scene.look.glyphs.arrows;
        let first = self.sheet.columns.first().map(|(_, x)| *x).filter(|_| self.sheet.is_cut[0]);
        let last = self
            .sheet
            .columns
            .last()
            .map(|(_, x)| x + self.sheet.cell)
            .filter(|x| self.sheet.is_cut[1] && *x < place.right());
        for (sign, x) in [(back, first), (on, last)] {
            if let Some(x) = x {
                buf.set_string(x, place.y, sign, self.scene.look.theme.now);
            }
        }
    }

    /// Draws the thin rules between blocks.
    fn rules(&self, place: Rect, buf: &mut Buffer) {
        let look = self.scene.look;
        let letter = |at: usize| self.room.matrix.columns.get(at).map(|column| column.letter);
        for pair in self.sheet.columns.windows(2) {
            if letter(pair[0].0) != letter(pair[1].0) {
                buf.set_string(pair[1].1 - 1, place.y, look.glyphs.rule[1], look.theme.rule);
            }
        }
    }

    fn name(&self, row: &Row, picked: bool, place: Rect, buf: &mut Buffer) {
        let look = self.scene.look;
        let (text, quiet) = self.styles(picked);
        let alarm = self.room.alarm(row.person.learner).map_or(" ", |_| look.glyphs.warn);
        let [name, station, ..] = self.sheet.widths.map(usize::from);
        let fitted = |words: &str, cells: usize| pad(words, cells.saturating_sub(1), look.glyphs.more);
        let spans = vec![
            Span::styled(if picked { look.glyphs.here } else { " " }, text),
            Span::styled(alarm, text.patch(look.theme.warn)),
            Span::styled(fitted(&self.training.name(row), name) + " ", text),
            Span::styled(fitted(self.training.station(row), station), quiet),
        ];
        put(&Line::from(spans), place, 0, buf);
    }

    fn cells(&self, row: &Row, picked: Option<usize>, place: Rect, buf: &mut Buffer) {
        let look = self.scene.look;
        for (at, x) in &self.sheet.columns {
            let Some(cell) = row.cells.get(*at) else { continue };
            let base = (picked == Some(*at)).then_some(look.theme.focus);
            let wide = self.sheet.cell;
            put(&cell_line(cell, look, base, wide), Rect { x: *x, width: wide, ..place }, 0, buf);
        }
        self.rules(place, buf);
    }

    /// Says when somebody was last seen, and why to look at them.
    fn seen(&self, row: &Row, picked: bool, place: Rect, buf: &mut Buffer) {
        let look = self.scene.look;
        let [_, _, seen, why] = self.sheet.widths.map(usize::from);
        if seen == 0 {
            return;
        }
        let when = ago(row.person.last_at, self.scene.session.clock().now(), look);
        let mut spans = vec![Span::styled(pad_left(&when, seen, look.glyphs.more), self.styles(picked).1)];
        if let Some(alarm) = self.room.alarm(row.person.learner).filter(|_| why > 2) {
            let reason = pad(&reason(alarm.reason, self.room, look), why - 2, look.glyphs.more);
            spans.push(Span::styled(format!("  {reason}"), look.theme.warn));
        }
        put(&Line::from(spans), self.sheet.right(place), 0, buf);
    }
}

/// Returns a cell: its best grade and its sign, under the focus where it is picked.
fn cell_line(cell: &Cell, look: &Look, focus: Option<Style>, wide: u16) -> Line<'static> {
    let number = match (cell.state, cell.best) {
        (State::Open, _) | (_, None) => String::new(),
        (_, Some(best)) => best.to_string(),
    };
    let style = focus.unwrap_or_default().patch(sign_style(cell.state, look));
    let number =
        Span::styled(pad_left(&number, usize::from(wide).saturating_sub(1), ""), focus.unwrap_or(look.theme.text));
    Line::from(vec![number, Span::styled(sign(cell.state, look), style)])
}
