//! The index: lessons in the order of the tracks, each seen from outside.
//!
//! Apart from reading because the order is the manifest's and a lesson does not know it.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Loaded, LoadedLesson, MANIFEST};
use crate::course::manifest::Translated;
use crate::course::outline::{LessonOutline, OutcomeOutline, SectionOutline, SlotOutline};
use crate::course::question::Slot;
use crate::course::sections::SectionFacts;
use crate::course::source::{Found, Source, suggest};
use crate::course::validate::lesson::Front;
use crate::diagnostic::code;
use crate::id::{Lang, LessonId, SectionId};

/// Puts the lessons in track order, reports what is missing or in no track, and makes the index.
pub fn put_in_order(loaded: &mut Loaded, found: &Found) {
    let places = places(loaded, found);
    let mut order: HashMap<String, usize> = HashMap::new();
    for id in listed(loaded, &places, found) {
        let next = order.len();
        order.entry(id).or_insert(next);
    }
    report_unlisted(loaded, &order, found);
    let place = |l: &LoadedLesson| l.front.as_ref().and_then(|f| order.get(f.id.as_str())).copied();
    loaded.lessons.sort_by_key(|l| place(l).unwrap_or(usize::MAX));
    let languages = loaded.manifest.as_ref().map(|m| m.languages.clone()).unwrap_or_default();
    let in_track = loaded.lessons.iter().filter(|l| place(l).is_some());
    loaded.outlines = in_track.filter_map(|l| outline(l, &languages)).collect();
}

/// Finds the lessons by id; reports ids that come twice, former ones included.
fn places(loaded: &Loaded, found: &Found) -> HashMap<String, String> {
    let mut places: HashMap<String, String> = HashMap::new();
    for lesson in &loaded.lessons {
        let path = format!("{}.md", lesson.stem);
        let source = Source::new(&path, "", found);
        for text in lesson.text.front.id.iter().chain(&lesson.text.front.was) {
            if let Some(other) = places.get(text.get_ref()) {
                let message = format!("the lesson `{}` is also in {other}", text.get_ref());
                source.error(code::DUPLICATE_ID, text.span(), message, "give one of them another id");
            } else {
                places.insert(text.get_ref().clone(), path.clone());
            }
        }
    }
    places
}

/// Returns the ids that the tracks list; reports those without a file and those listed twice.
fn listed(loaded: &Loaded, places: &HashMap<String, String>, found: &Found) -> Vec<String> {
    let source = Source::new(MANIFEST, "", found);
    let mut listed: Vec<String> = Vec::new();
    let mut seen = HashSet::new();
    for text in loaded.raw_manifest.tracks.iter().flat_map(|t| &t.lessons) {
        let id = text.get_ref();
        if !seen.insert(id) {
            let message = format!("the lesson `{id}` stands in the tracks twice");
            source.error(code::LESSON_LISTED_TWICE, text.span(), message, "keep it in one place");
        } else if !places.contains_key(id) && LessonId::new(id).is_ok() {
            let hint = suggest(id, places.keys().map(String::as_str));
            source.error(code::UNKNOWN_LESSON, text.span(), format!("no file has the lesson `{id}`"), hint);
        } else {
            listed.push(id.clone());
        }
    }
    listed
}

fn report_unlisted(loaded: &Loaded, order: &HashMap<String, usize>, found: &Found) {
    for lesson in &loaded.lessons {
        let Some(id) = lesson.text.front.id.as_ref().filter(|id| !order.contains_key(id.get_ref())) else { continue };
        let path = format!("{}.md", lesson.stem);
        let message = format!("the lesson `{}` is in no track", id.get_ref());
        let hint = "list it in `lessons/course.toml`, or take the file away";
        Source::new(&path, "", found).warning(code::UNLISTED_LESSON, id.span(), message, hint);
    }
}

fn outline(lesson: &LoadedLesson, languages: &[Lang]) -> Option<LessonOutline> {
    let front = lesson.front.as_ref()?;
    let translated = languages.iter().filter(|l| lesson.translations.contains_key(*l));
    let quiz = lesson.quiz.as_ref().map(|q| &q.checked.quiz);
    Some(LessonOutline {
        id: front.id.clone(),
        was: front.was.clone(),
        stem: lesson.stem.clone(),
        slug: front.slug.clone(),
        title: title(lesson, front),
        minutes: front.minutes,
        outcomes: outcomes(lesson, front),
        sections: sections(lesson, front),
        slots: quiz.iter().flat_map(|q| &q.slots).filter_map(slot).collect(),
        pass: quiz.map_or(0, |q| q.pass),
        recall: front.recall.clone(),
        requires: front.requires.clone(),
        exercise: front.exercise.clone(),
        languages: languages.iter().take(1).chain(translated).cloned().collect(),
    })
}

fn title(lesson: &LoadedLesson, front: &Front) -> Translated {
    let others = lesson.translations.iter().filter_map(|(lang, t)| Some((lang.clone(), t.words.title.clone()?)));
    Translated { own: front.title.clone(), others: others.collect() }
}

fn outcomes(lesson: &LoadedLesson, front: &Front) -> Vec<OutcomeOutline> {
    let make = |outcome: &crate::course::validate::lesson::Outcome| {
        let others = lesson.translations.iter().filter_map(|(lang, t)| {
            let (_, text) = t.words.outcomes.iter().find(|(id, _)| *id == outcome.id)?;
            Some((lang.clone(), text.clone()))
        });
        let text = Translated { own: outcome.text.clone(), others: others.collect() };
        OutcomeOutline { id: outcome.id.clone(), was: outcome.was.clone(), text }
    };
    front.outcomes.iter().map(make).collect()
}

fn sections(lesson: &LoadedLesson, front: &Front) -> Vec<SectionOutline> {
    let mut titles: HashMap<&SectionId, BTreeMap<Lang, String>> = HashMap::new();
    for (lang, translation) in &lesson.translations {
        for section in &translation.sections {
            titles.entry(&section.id).or_default().insert(lang.clone(), section.title.clone());
        }
    }
    let make = |section: &SectionFacts| {
        let others = titles.get(&section.id).cloned().unwrap_or_default();
        let title = Translated { own: section.title.clone(), others };
        let was = front.sections.iter().find(|(id, _)| *id == section.id).map(|(_, was)| was.clone());
        SectionOutline { id: section.id.clone(), was: was.unwrap_or_default(), title, words: section.words }
    };
    lesson.sections.iter().map(make).collect()
}

fn slot(slot: &Slot) -> Option<SlotOutline> {
    let first = slot.questions.first()?;
    Some(SlotOutline {
        questions: slot.questions.iter().map(|q| (q.id.clone(), q.was.clone())).collect(),
        outcome: first.outcome.clone()?,
        critical: first.critical,
    })
}
