//! A table for a list: columns of their own width, one that takes what is left, and some that go where it is narrow.
//!
//! Apart so that every list of figures drops its columns by one rule and lines its numbers up. It knows lines, not what
//! they are about; which row is picked is the screen's matter.

use ratatui::text::{Line, Span};

use super::ends::{cut, line_width};
use crate::tui::look::Look;
use crate::tui::width::{pad, pad_left, width};

/// Below this the column that takes what is left can't be read, and another one goes.
const LEAST: usize = 14;
/// Wider than this it would part its row from the numbers, unless there are words in it that need more.
const MOST: usize = 52;

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    name: String,
    /// Its cells; none for the one that takes what is left.
    cells: Option<usize>,
    is_number: bool,
    /// The higher, the earlier it goes.
    goes: u8,
}

impl Column {
    /// Makes the column that takes what is left.
    pub fn rest(name: String) -> Self {
        Self { name, cells: None, is_number: false, goes: 0 }
    }

    /// Makes a column of words; of several the one with the highest number goes first where it is narrow, 0 never.
    pub fn words(name: String, cells: usize, goes: u8) -> Self {
        Self { name, cells: Some(cells), is_number: false, goes }
    }

    /// Makes a column of numbers, set at its right end and no narrower than its name.
    pub fn number(name: String, cells: usize, goes: u8) -> Self {
        let cells = cells.max(width(&name));
        Self { name, cells: Some(cells), is_number: true, goes }
    }
}

/// The columns there is room for.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    columns: Vec<Column>,
    /// The places of the columns that stay, with their cells.
    stay: Vec<(usize, usize)>,
    /// The cells that are left over.
    spare: usize,
}

impl Grid {
    /// Fits columns into so many cells; two stand between neighbours, and two before all of them for the marker.
    pub fn fit(columns: Vec<Column>, cells: usize) -> Self {
        let mut stay: Vec<usize> = (0..columns.len()).collect();
        let taken = |stay: &[usize]| -> usize {
            stay.iter().map(|at| columns[*at].cells.map_or(0, |cells| cells + 2)).sum::<usize>() + 2
        };
        while taken(&stay) + LEAST > cells {
            let Some(first) =
                stay.iter().copied().filter(|at| columns[*at].goes > 0).max_by_key(|at| columns[*at].goes)
            else {
                break;
            };
            stay.retain(|at| *at != first);
        }
        let rest = cells.saturating_sub(taken(&stay));
        let stay = stay.into_iter().map(|at| (at, columns[at].cells.unwrap_or(rest.min(MOST)))).collect();
        Self { columns, stay, spare: rest.saturating_sub(MOST) }
    }

    /// Lets the column that takes what is left be as wide as what stands in it, where there is room for that.
    #[must_use]
    pub fn holding<'a>(mut self, rows: impl Iterator<Item = &'a [Line<'static>]>) -> Self {
        let rest = self.stay.iter_mut().find(|(at, _)| self.columns[*at].cells.is_none());
        if let Some((at, cells)) = rest.filter(|_| self.spare > 0) {
            let widest = rows.filter_map(|row| row.get(*at)).map(line_width).max().unwrap_or(0);
            *cells = widest.clamp(*cells, *cells + self.spare);
        }
        self
    }

    /// Returns the heading.
    pub fn heading(&self, look: &Look) -> Line<'static> {
        let names = self.stay.iter().map(|(at, cells)| {
            let column = &self.columns[*at];
            if column.is_number { pad_left(&column.name, *cells, "") } else { pad(&column.name, *cells, "") }
        });
        Line::styled(format!("  {}", names.collect::<Vec<_>>().join("  ")), look.theme.muted)
    }

    /// Returns a row of one line a column; a picked one wears the focus under its own colours.
    pub fn row(&self, cells: &[Line<'static>], picked: bool, look: &Look) -> Line<'static> {
        let marker = if picked { look.glyphs.here } else { " " };
        let mut spans = vec![Span::styled(format!("{marker} "), look.theme.focus)];
        if !picked {
            spans = vec![Span::raw("  ")];
        }
        for (place, (at, wide)) in self.stay.iter().enumerate() {
            if place > 0 {
                spans.push(Span::raw("  "));
            }
            let Some(line) = cells.get(*at) else { continue };
            let line = cut(line, *wide, look.glyphs.more);
            let air = Span::raw(" ".repeat(wide.saturating_sub(line_width(&line))));
            let is_number = self.columns[*at].is_number;
            spans.extend(is_number.then(|| air.clone()));
            spans.extend(line.spans);
            spans.extend((!is_number).then_some(air));
        }
        if picked {
            for span in &mut spans {
                span.style = look.theme.focus.patch(span.style);
            }
        }
        Line::from(spans)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testing;

    fn grid(cells: usize) -> Grid {
        let columns = vec![
            Column::rest("Name".to_owned()),
            Column::words("Station".to_owned(), 8, 2),
            Column::number("Done".to_owned(), 3, 1),
        ];
        Grid::fit(columns, cells)
    }

    fn drawn(cells: usize) -> [String; 2] {
        let look = testing::look("en");
        let row = [Line::raw("Awa Diop of the long name"), Line::raw("DNT"), Line::raw("7")];
        [grid(cells).heading(&look).to_string(), grid(cells).row(&row, true, &look).to_string()]
    }

    #[test]
    fn numbers_stand_at_the_right_and_one_column_takes_what_is_left() {
        assert_eq!(
            drawn(34),
            ["  Name              Station   Done", "▶ Awa Diop of the…  DNT          7"].map(String::from)
        );
    }

    #[test]
    fn long_words_take_the_cells_that_are_left_over() {
        let long = vec![Line::raw("x".repeat(70)), Line::raw("DNT"), Line::raw("7")];
        let look = testing::look("en");
        for (cells, shown) in [(76, 57), (88, 70), (120, 70)] {
            let grid = grid(cells).holding([long.as_slice()].into_iter());
            assert_eq!(grid.row(&long, false, &look).to_string().matches('x').count(), shown, "{cells}");
        }
        assert_eq!(grid(120).holding(std::iter::empty()).heading(&look), grid(120).heading(&look));
    }

    #[test]
    fn where_it_is_narrow_the_least_important_column_goes_first() {
        assert_eq!(drawn(24), ["  Name              Done", "▶ Awa Diop of the…     7"].map(String::from));
        assert_eq!(drawn(19)[0], "  Name             ");
        assert_eq!(drawn(0).map(|line| line.len() < 20), [true, true]);
    }
}
