//! The header row that most screens share: the product or the screen's name, the course, who is here, the time.
//!
//! Apart because it must look the same everywhere, and because what falls away where it is narrow is decided once.

use ratatui::text::{Line, Span};

use super::look::Look;
use super::page::Scene;
use super::widgets::Ends;
use super::width::truncate;

/// Below this only the screen's name, the learner and the time are left.
const NARROW: usize = 60;
/// A name is cut to this where it is narrow.
const SHORT_NAME: usize = 16;

/// Returns the masthead of the rundown: product and course.
pub fn rundown(scene: Scene<'_>, cells: usize) -> Ends {
    let title = scene.session.course().manifest().title.get(scene.session.lang());
    titled(scene, cells, "RUNDOWN", title)
}

/// Returns the masthead of another screen, named from the catalogue, with something beside the name.
pub fn named(scene: Scene<'_>, cells: usize, name: &str, beside: &str) -> Ends {
    titled(scene, cells, &name.to_uppercase(), beside)
}

fn titled(scene: Scene<'_>, cells: usize, name: &str, beside: &str) -> Ends {
    let theme = &scene.look.theme;
    let mut left = vec![Span::styled(name.to_owned(), theme.strong)];
    if cells >= NARROW && !beside.is_empty() {
        left.push(Span::styled(format!("   {beside}"), theme.muted));
    }
    Ends::new(left, who_and_when(scene, cells < NARROW), scene.look.glyphs.more)
}

/// Who is here, and the time.
fn who_and_when(scene: Scene<'_>, short: bool) -> Line<'static> {
    let Look { theme, glyphs, .. } = scene.look;
    let mut spans = Vec::new();
    if let Some(learning) = scene.session.learning() {
        let profile = &learning.profile;
        let name = if short { truncate(&profile.name, SHORT_NAME, glyphs.more) } else { profile.name.clone() };
        spans.push(Span::styled(name, theme.text));
        if !short && !profile.member.is_empty() {
            spans.push(Span::styled(format!(" {} {}", glyphs.dot, profile.member), theme.muted));
        }
        spans.push(Span::raw("   "));
    }
    spans.push(Span::styled(scene.session.clock().local_hhmm(), theme.now));
    Line::from(spans)
}
