//! How wide the columns of a table are.
//!
//! Apart because it is arithmetic and knows no text: each column needs its longest word and would like its longest
//! line.

use crate::tui::width::width;

/// A column narrower than this is no column.
const LEAST: usize = 4;
/// A word longer than this may be broken to save the columns.
const LONGEST_WORD: usize = 16;

/// What a column needs and what it would like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Need {
    pub(super) least: usize,
    pub(super) most: usize,
}

impl Need {
    /// Adds a cell.
    pub(super) fn with(self, text: &str) -> Self {
        let word = text.split([' ', '\n']).map(width).max().unwrap_or(0).min(LONGEST_WORD);
        let line = text.split('\n').map(width).max().unwrap_or(0);
        Self { least: self.least.max(word), most: self.most.max(line) }
    }
}

/// Gives each column its cells; none where the columns do not fit side by side.
pub(super) fn fit(needs: &[Need], room: usize) -> Option<Vec<usize>> {
    let most: usize = needs.iter().map(|need| need.most).sum();
    if most <= room {
        return Some(needs.iter().map(|need| need.most.max(1)).collect());
    }
    let least = |need: &Need| need.least.max(LEAST).min(need.most.max(1));
    let mut widths: Vec<usize> = needs.iter().map(least).collect();
    let mut free = room.checked_sub(widths.iter().sum())?;
    while free > 0 {
        free = share(needs, &mut widths, free);
    }
    Some(widths)
}

/// Gives each column that wants more an equal share of what is free; returns what is left, none when all have enough.
fn share(needs: &[Need], widths: &mut [usize], free: usize) -> usize {
    let wanting = needs.iter().zip(widths.iter()).filter(|(need, cells)| need.most > **cells).count();
    if wanting == 0 {
        return 0;
    }
    let each = (free / wanting).max(1);
    let mut left = free;
    for (need, cells) in needs.iter().zip(widths) {
        let more = each.min(need.most.saturating_sub(*cells)).min(left);
        *cells += more;
        left -= more;
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    type Case<'a> = (&'a [Need], usize, Option<&'a [usize]>);

    #[test]
    fn columns_get_what_they_need_and_share_the_rest() {
        let need = |least, most| Need { least, most };
        let cases: [Case<'_>; 6] = [
            (&[need(3, 5), need(3, 5)], 10, Some(&[5, 5])),
            (&[need(3, 5), need(3, 50)], 30, Some(&[5, 25])),
            (&[need(5, 40), need(5, 40)], 30, Some(&[15, 15])),
            (&[need(9, 40), need(9, 40)], 17, None),
            (&[need(0, 0), need(2, 90)], 10, Some(&[1, 9])),
            (&[], 10, Some(&[])),
        ];
        for (needs, room, wanted) in cases {
            assert_eq!(fit(needs, room).as_deref(), wanted, "{needs:?} in {room}");
        }
    }

    #[test]
    fn a_cell_is_measured_by_its_words_and_lines() {
        assert_eq!(Need::default().with("日本 abc\nlonger line"), Need { least: 6, most: 11 });
    }
}
