//! The header row that most screens share: the product or the screen's name, the course, who is here, the time.
//!
//! Apart because it must look the same everywhere, and because what falls away where it is narrow is decided once.

use ratatui::text::{Line, Span};

use super::look::Look;
use super::page::Scene;
use super::widgets::Ends;
use super::width::truncate;
use crate::store::Profile;

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

/// Two who sit here together, each by as much of the name as there is room for.
fn pair(scene: Scene<'_>, one: &Profile, other: &Profile, short: bool) -> String {
    let most = if short { SHORT_NAME / 2 } else { SHORT_NAME };
    let [one, other] = [one, other].map(|profile| truncate(&profile.name, most, scene.look.glyphs.more));
    scene.look.words.with("pair-names", &[("one", one.into()), ("other", other.into())])
}

/// Returns who sits here too, for headers that name nobody else; empty where nobody does.
pub fn with_partner(scene: Scene<'_>, cells: usize) -> Vec<Span<'static>> {
    let Some(partner) = scene.session.partner() else { return Vec::new() };
    let most = if cells < NARROW { SHORT_NAME / 2 } else { SHORT_NAME };
    let name = truncate(&partner.name, most, scene.look.glyphs.more);
    let words = scene.look.words.with("pair-with", &[("name", name.into())]);
    vec![Span::styled(format!(" {} {words}", scene.look.glyphs.dot), scene.look.theme.muted)]
}

/// Who is here, and the time.
fn who_and_when(scene: Scene<'_>, short: bool) -> Line<'static> {
    let Look { theme, glyphs, .. } = scene.look;
    let mut spans = Vec::new();
    if let Some(learning) = scene.session.learning() {
        let profile = &learning.profile;
        let name = if short { truncate(&profile.name, SHORT_NAME, glyphs.more) } else { profile.name.clone() };
        let partner = scene.session.partner();
        spans.push(Span::styled(partner.map_or(name, |partner| pair(scene, profile, partner, short)), theme.text));
        if !short && partner.is_none() && !profile.member.is_empty() {
            spans.push(Span::styled(format!(" {} {}", glyphs.dot, profile.member), theme.muted));
        }
        spans.push(Span::raw("   "));
    }
    spans.push(Span::styled(scene.session.clock().local_hhmm(), theme.now));
    Line::from(spans)
}
