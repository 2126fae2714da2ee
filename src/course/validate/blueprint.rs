//! The blueprints of tests: what each is for, which lessons it draws from, and how many questions.
//!
//! Apart from the rest of the manifest because these fields depend on each other. What is drawn is decided elsewhere.

use super::values::{self, Unique};
use crate::course::fields::Text;
use crate::course::manifest::{Draw, Form, Share, Test, TestKind, Track, Translated};
use crate::course::raw::manifest as raw;
use crate::course::source::{Source, suggest};
use crate::diagnostic::code;
use crate::id::{LessonId, TestId, TrackId};

/// Checks all tests; `pass` is the mark of those that name none.
pub fn tests(source: &Source<'_>, raw: &raw::Manifest, tracks: &[Track], pass: u16) -> Vec<Test> {
    let mut unique = Unique::new("test");
    let mut tests = Vec::new();
    for test in &raw.tests {
        if let Some((text, id)) = test.id.as_ref().and_then(|t| Some((t, values::id(source, t, TestId::new)?))) {
            unique.see(source, &id, text.span());
            tests.push(one(source, test, id, (tracks, pass)));
        }
    }
    tests
}

fn one(source: &Source<'_>, raw: &raw::Test, id: TestId, (tracks, pass): (&[Track], u16)) -> Test {
    let minutes = values::need(source, &raw.span, "minutes", raw.minutes.as_ref());
    let minutes = minutes.and_then(|m| values::between(source, "minutes", m, (1, 600)));
    let kind = kind(source, raw);
    let pools = pools(source, raw, tracks);
    let form = form(source, raw);
    Test {
        id,
        slug: raw.slug.as_ref().map(|text| values::slug(source, text)).unwrap_or_default(),
        title: Translated { own: values::words(raw.title.as_ref()), ..Translated::default() },
        minutes: minutes.unwrap_or(1),
        kind,
        track: if kind == TestKind::Track { track_of(source, raw, &pools, tracks) } else { None },
        share: share(source, raw, &pools, tracks),
        pools,
        form,
        confidence: raw.confidence.as_ref().is_some_and(|c| *c.get_ref()),
        draw: draw(source, raw, form),
        pass: values::pass(source, raw.pass.as_ref(), pass),
    }
}

/// Returns what a word stands for; reports one that stands for nothing.
fn one_of<T: Copy>(source: &Source<'_>, text: &Text, what: &str, known: &[(&str, T)]) -> Option<T> {
    let found = known.iter().find(|(word, _)| word == text.get_ref()).map(|(_, value)| *value);
    if found.is_none() {
        let hint = suggest(text.get_ref(), known.iter().map(|(word, _)| *word));
        source.error(code::BAD_VALUE, text.span(), format!("`{}` is no {what}", text.get_ref()), hint);
    }
    found
}

fn kind(source: &Source<'_>, raw: &raw::Test) -> TestKind {
    let known =
        [("pre", TestKind::Pre), ("post", TestKind::Post), ("track", TestKind::Track), ("course", TestKind::Course)];
    let kind = raw.kind.as_ref().and_then(|text| one_of(source, text, "kind of test", &known));
    kind.unwrap_or(TestKind::Course)
}

fn form(source: &Source<'_>, raw: &raw::Test) -> Option<Form> {
    one_of(source, raw.form.as_ref()?, "form of a test", &[("a", Form::A), ("b", Form::B)])
}

fn draw(source: &Source<'_>, raw: &raw::Test, form: Option<Form>) -> Draw {
    if form.is_some() {
        if let Some(text) = raw.draw.as_ref().filter(|text| text.get_ref() != "cohort") {
            let message = "parallel forms are drawn once for everybody";
            source.error(code::BAD_VALUE, text.span(), message, "take `draw` away, or write `draw = \"cohort\"`");
        }
        return Draw::Cohort;
    }
    let Some(text) = values::need(source, &raw.span, "draw", raw.draw.as_ref()) else { return Draw::Learner };
    let known = [("cohort", Draw::Cohort), ("learner", Draw::Learner)];
    one_of(source, text, "way to draw a test", &known).unwrap_or(Draw::Learner)
}

/// Spells out the pool: `"all"`, tracks and lessons, each lesson once.
fn pools(source: &Source<'_>, raw: &raw::Test, tracks: &[Track]) -> Vec<LessonId> {
    let all = || tracks.iter().flat_map(|track| track.lessons.clone()).collect();
    let mut lessons = Vec::new();
    match &raw.pools {
        Some(raw::Listed::All) => return all(),
        Some(raw::Listed::Some(listed)) => {
            for text in listed {
                lessons.extend(pool(source, text, tracks));
            }
        }
        None => {}
    }
    if lessons.is_empty() && !source.broken.get() {
        let hint = "add `pools = [\"track/lesson\"]`, `pools = [\"track\"]` or `pools = \"all\"`";
        source.error(code::MISSING_FIELD, raw.span.clone(), "`pools` is missing here", hint);
    }
    let mut seen = std::collections::HashSet::new();
    lessons.retain(|lesson| seen.insert(lesson.clone()));
    lessons
}

fn pool(source: &Source<'_>, text: &Text, tracks: &[Track]) -> Vec<LessonId> {
    if text.get_ref().contains('/') {
        return values::id(source, text, LessonId::new).into_iter().collect();
    }
    let Some(id) = values::id(source, text, TrackId::new) else { return Vec::new() };
    if let Some(track) = tracks.iter().find(|track| track.id == id) {
        return track.lessons.clone();
    }
    let hint = suggest(id.as_str(), tracks.iter().map(|track| track.id.as_str()));
    source.error(code::BAD_VALUE, text.span(), format!("there is no track `{id}`"), hint);
    Vec::new()
}

/// Returns the tracks that a pool draws from.
pub fn tracks_of<'t>(pools: &[LessonId], tracks: &'t [Track]) -> Vec<&'t Track> {
    tracks.iter().filter(|track| track.lessons.iter().any(|lesson| pools.contains(lesson))).collect()
}

/// Returns the track that a track test ends: the only one it draws from.
fn track_of(source: &Source<'_>, raw: &raw::Test, pools: &[LessonId], tracks: &[Track]) -> Option<TrackId> {
    if let [track] = tracks_of(pools, tracks).as_slice() {
        return Some(track.id.clone());
    }
    let message = "the pools of a track test are lessons of one track";
    source.error(code::BAD_VALUE, raw.span.clone(), message, "write `pools = [\"track\"]`, or `kind = \"course\"`");
    None
}

fn share(source: &Source<'_>, raw: &raw::Test, pools: &[LessonId], tracks: &[Track]) -> Share {
    let number = |name, value: &Option<_>| value.as_ref().and_then(|n| values::between(source, name, n, (1, 200)));
    let per_outcome = raw.per_outcome.as_ref().and_then(|n| values::between(source, "per_outcome", n, (1, 20)));
    let (items, per_track) = (number("items", &raw.items), number("per_track", &raw.per_track));
    match (per_outcome, per_track, items) {
        (Some(n), None, None) => Share::Outcome(n),
        (None, Some(n), None) => Share::Track(n),
        (None, None, Some(n)) => Share::All(n),
        (None, Some(n), Some(items)) => {
            sum_fits(source, raw, usize::from(n) * tracks_of(pools, tracks).len(), items);
            Share::Track(n)
        }
        (Some(n), _, _) => {
            let message = "a test draws by outcome or by number, not by both";
            source.error(
                code::BAD_VALUE,
                raw.span.clone(),
                message,
                "take away `per_outcome`, or `items` and `per_track`",
            );
            Share::Outcome(n)
        }
        (None, None, None) => {
            let said = raw.per_outcome.is_some() || raw.items.is_some() || raw.per_track.is_some();
            if !said && !source.broken.get() {
                let message = "the test does not say how many questions it draws";
                source.error(code::MISSING_FIELD, raw.span.clone(), message, "add `items = …` or `per_outcome = …`");
            }
            Share::Outcome(1)
        }
    }
}

fn sum_fits(source: &Source<'_>, raw: &raw::Test, sum: usize, items: u16) {
    if sum != usize::from(items) && !source.broken.get() {
        let message = format!("`per_track` makes {sum} questions, `items` says {items}");
        let span = raw.items.as_ref().map_or(raw.span.clone(), toml::Spanned::span);
        source.error(code::BAD_VALUE, span, message, "mend one of them, or take `items` away");
    }
}
