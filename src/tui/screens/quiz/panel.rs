//! Beside a question on a wide screen: all questions of the quiz with how they stand.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::course::markdown::{inlines_of, plain_inlines};
use crate::session::Sitting;
use crate::session::item::Item;
use crate::tui::look::Look;
use crate::tui::page::Scene;
use crate::tui::widgets::ends::{cut, put};
use crate::tui::widgets::frame::rule_down;

/// From this width on there is a panel.
const WITH_PANEL: u16 = 110;

/// Cuts a body into the question's part and the panel's, which may be empty.
pub(super) fn split(area: Rect) -> (Rect, Rect) {
    if area.width < WITH_PANEL {
        return (area, Rect::default());
    }
    let panel = area.width / 3;
    let left = Rect { width: area.width - panel, ..area };
    (left, Rect { x: left.right(), width: panel, ..area })
}

/// Draws the panel.
pub(super) fn view(scene: Scene<'_>, sitting: &Sitting, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    rule_down(area, scene.look, buf);
    let inside = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
    let title = Line::styled(scene.look.words.get("quiz-questions"), scene.look.theme.muted);
    let title = std::iter::once(title);
    let rows = sitting.items.iter().enumerate().map(|(at, item)| row(scene, sitting, at, item));
    for (line, place) in title.chain(rows).zip(inside.rows()) {
        put(&cut(&line, usize::from(place.width), scene.look.glyphs.more), place, 0, buf);
    }
}

fn row(scene: Scene<'_>, sitting: &Sitting, at: usize, item: &Item) -> Line<'static> {
    let look = scene.look;
    let is_here = at == sitting.position();
    let (sign, style) = sign(look, sitting, item);
    let words = scene.session.course().words(scene.session.lang());
    // What comes is not given away before its turn.
    let is_known = is_here || item.graded.is_some();
    let text = if is_known { plain_inlines(&inlines_of(&item.question.prompt, words.as_ref())) } else { String::new() };
    let text_style = if is_here { look.theme.now } else { look.theme.muted };
    let marker = super::signs::marker(look, is_here);
    Line::from_iter([
        marker,
        Span::styled(format!("{sign} "), style),
        Span::styled(format!("{:>2}  ", at + 1), text_style),
        Span::styled(text, text_style),
    ])
}

fn sign(look: &Look, sitting: &Sitting, item: &Item) -> (&'static str, ratatui::style::Style) {
    match &item.graded {
        Some(graded) if sitting.shows_grades() && graded.grade.is_full() => (look.glyphs.right, look.theme.right),
        Some(graded) if sitting.shows_grades() && graded.grade.number() == 0 => (look.glyphs.wrong, look.theme.wrong),
        Some(_) if sitting.shows_grades() => (look.glyphs.half, look.theme.warn),
        Some(_) => (look.glyphs.steps[0], look.theme.text),
        None => (look.glyphs.dot, look.theme.muted),
    }
}
