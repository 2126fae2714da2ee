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
use crate::tui::look::Look;
use crate::tui::page::Scene;
use crate::tui::widgets::ends::put;
use crate::tui::widgets::frame::rule;

/// Returns how many rows the foot takes: a rule and two lines, and more where what is told needs them.
pub(super) fn rows(look: &Look, told: Option<&Finding>, area: Rect) -> u16 {
    let usual = match area.height {
        0..=9 => return 0,
        10..=13 => 2,
        _ => 3,
    };
    let lines = told.map_or(0, |finding| wrap(&words(look, finding), cells(area)).len());
    let wanted = u16::try_from(lines + 1).unwrap_or(u16::MAX);
    wanted.clamp(usual, usual.max(area.height * 2 / 5))
}

/// Returns the code of a finding, what it says, and what to do.
fn words(look: &Look, finding: &Finding) -> String {
    format!("{} {} {}", finding.code, said(&finding.message, &look.words), finding.advice)
}

fn cells(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(2)).max(1)
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
        let (wrong, warn) = (look.glyphs.wrong, look.glyphs.warn);
        let mut args = vec![("errors", errors.into()), ("warnings", (findings.len() - errors).into())];
        let told = if cells < 60 {
            args.extend([("wrong", wrong.into()), ("warn", warn.into())]);
            look.words.with("work-findings-short", &args)
        } else {
            look.words.with("work-findings", &args)
        };
        spans.push(Span::styled(format!("  {told}"), look.theme.muted));
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
    let style = if finding.weight == Weight::Warning { look.theme.warn } else { look.theme.wrong };
    let lines = wrap(&words(look, finding), cells(area));
    let room = usize::from(area.height.saturating_sub(1));
    let last = room.checked_sub(1).filter(|_| lines.len() > room);
    for (at, (line, row)) in lines.into_iter().zip(rows).enumerate() {
        let more = if Some(at) == last { look.glyphs.more } else { "" };
        let rest = line.strip_prefix(finding.code.as_str()).filter(|_| at == 0);
        let code = rest.map(|_| Span::styled(finding.code.clone(), style));
        let text = Span::styled(rest.unwrap_or(&line).to_owned(), look.theme.text);
        let line: Line<'_> = code.into_iter().chain([text, Span::styled(more, look.theme.now)]).collect();
        put(&line, Rect { x: row.x + 1, width: row.width.saturating_sub(1), ..row }, 0, buf);
    }
}
