//! What stands above and below desk work: the clock, how much the rules find, and one finding in words.
//!
//! Apart from the work because it is the same for every engine.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::assess::work::Finding;
use crate::course::exercise::rule::Weight;
use crate::session::Bench;
use crate::session::debrief::said;
use crate::text::wrap;
use crate::tui::page::Scene;
use crate::tui::widgets::ends::put;
use crate::tui::widgets::frame::rule;

/// Returns how many rows the foot takes.
pub(super) fn rows(area: Rect) -> u16 {
    match area.height {
        0..=9 => 0,
        10..=13 => 2,
        _ => 3,
    }
}

/// Returns the right end of the header: the clock, and how many errors and warnings there are.
pub(super) fn clock(scene: Scene<'_>, bench: &Bench, findings: &[Finding], cells: usize) -> Line<'static> {
    let look = scene.look;
    let mut spans = Vec::new();
    if bench.is_timed() {
        let seconds = bench.seconds(scene.session.clock().elapsed());
        let is_over = seconds > u32::from(bench.exercise.minutes) * 60;
        let style = if is_over { look.theme.warn } else { look.theme.now };
        spans.push(Span::styled(format!("{:02}:{:02}", seconds / 60, seconds % 60), style));
    }
    if !findings.is_empty() {
        let errors = findings.iter().filter(|finding| finding.weight > Weight::Warning).count();
        let args = [("errors", errors.into()), ("warnings", (findings.len() - errors).into())];
        let key = if cells < 60 { "work-findings-short" } else { "work-findings" };
        spans.push(Span::styled(format!("  {}", look.words.with(key, &args)), look.theme.muted));
    }
    Line::from(spans)
}

/// Draws a finding.
pub(super) fn view(scene: Scene<'_>, findings: &[Finding], at: Option<usize>, area: Rect, buf: &mut Buffer) {
    let mut rows = area.rows();
    if let Some(row) = rows.next() {
        rule(row, scene.look, buf);
    }
    let Some(finding) = at.and_then(|at| findings.get(at)) else { return };
    let look = scene.look;
    let cells = usize::from(area.width.saturating_sub(2)).max(1);
    let words = format!("{} {}", said(&finding.message, &look.words), finding.advice);
    let code = format!("{} ", finding.code);
    let style = if finding.weight == Weight::Warning { look.theme.warn } else { look.theme.wrong };
    for (at, (line, row)) in wrap(&format!("{code}{words}"), cells).into_iter().zip(rows).enumerate() {
        let rest = line.strip_prefix(code.trim_end()).filter(|_| at == 0);
        let spans = match rest {
            Some(rest) => {
                vec![Span::styled(code.trim_end().to_owned(), style), Span::styled(rest.to_owned(), look.theme.text)]
            }
            None => vec![Span::styled(line.clone(), look.theme.text)],
        };
        put(&Line::from(spans), Rect { x: row.x + 1, width: row.width.saturating_sub(1), ..row }, 0, buf);
    }
}
