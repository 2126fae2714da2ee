//! Where the parts of the desk work's screen stand.
//!
//! Apart so that sizes are decided in one place.

use ratatui::layout::Rect;

/// From this width on the materials stand beside the work.
const WITH_MATERIALS: u16 = 96;

/// Cuts the body into the work's part and that of the materials, which may be empty.
pub(super) fn split(area: Rect, with_materials: bool) -> (Rect, Rect) {
    if area.width < WITH_MATERIALS || !with_materials {
        return (area, Rect::ZERO);
    }
    let side = area.width * 2 / 5;
    let left = Rect { width: area.width - side - 1, ..area };
    (left, Rect { x: left.right() + 1, width: side, ..area })
}

/// A margin where there is room for one.
pub(super) fn inset(area: Rect) -> Rect {
    let margin = u16::from(area.width >= 60) * 2;
    let measure = (area.width - margin).min(92);
    Rect { x: area.x + margin, width: measure, ..area }
}
