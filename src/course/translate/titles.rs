//! The translations of the manifest, of a lesson's front matter and of the glossary.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{of_nothing, stamp, untranslated};
use crate::course::glossary::{Glossary, Term};
use crate::course::hash::ContentHash;
use crate::course::house::House;
use crate::course::manifest::{Manifest, Translated};
use crate::course::markdown::Document;
use crate::course::raw::{lesson, manifest, words};
use crate::course::sections::SectionFacts as Section;
use crate::course::source::Source;
use crate::course::validate::lesson::Front;
use crate::course::validate::words::term;
use crate::diagnostic::code;
use crate::id::{Lang, OutcomeId, TermId};

/// Adds the titles of one language to a manifest.
pub fn manifest(source: &Source<'_>, raw: &manifest::Translation, lang: &Lang, into: &mut Manifest) {
    title(source, &raw.course, lang, &mut into.title);
    let tracks = into.tracks.iter_mut().map(|t| (t.id.as_str().to_owned(), &mut t.title));
    titles(source, "track", &raw.tracks, lang, tracks.collect());
    let tests = into.tests.iter_mut().map(|t| (t.id.as_str().to_owned(), &mut t.title));
    titles(source, "test", &raw.tests, lang, tests.collect());
    let capstones = into.capstones.iter_mut().map(|c| (c.id.as_str().to_owned(), &mut c.title));
    titles(source, "capstone", &raw.capstones, lang, capstones.collect());
    let forms = into.questionnaires.iter_mut().map(|q| (q.id.as_str().to_owned(), &mut q.title));
    titles(source, "questionnaire", &raw.questionnaires, lang, forms.collect());
}

fn titles(
    source: &Source<'_>,
    what: &str,
    raw: &[manifest::TitleOf],
    lang: &Lang,
    mut originals: Vec<(String, &mut Translated)>,
) {
    let mut seen = BTreeSet::new();
    for entry in raw {
        let Some(id) = &entry.id else { continue };
        match originals.iter_mut().find(|(original, _)| original == id.get_ref()) {
            Some((original, translated)) => {
                seen.insert(original.clone());
                title(source, entry, lang, translated);
            }
            None => of_nothing(source, what, id),
        }
    }
    for (id, _) in originals.iter().filter(|(id, _)| !seen.contains(id)) {
        untranslated(source, what, id);
    }
}

fn title(source: &Source<'_>, raw: &manifest::TitleOf, lang: &Lang, into: &mut Translated) {
    stamp(source, &raw.span, raw.of.as_ref(), ContentHash::of([into.own.as_str()]));
    if let Some(text) = raw.title.as_ref().filter(|t| !t.get_ref().is_empty()) {
        into.others.insert(lang.clone(), text.get_ref().clone());
    } else {
        let hint = "learners see the course's own language here";
        source.warning(code::TRANSLATION_MISSING, raw.span.clone(), "`title` is not translated", hint);
    }
}

/// What a translated front matter says.
#[derive(Debug, Clone, Default)]
pub struct FrontWords {
    /// The title.
    pub title: Option<String>,
    /// The outcomes by id.
    pub outcomes: Vec<(OutcomeId, String)>,
}

/// Checks the translation of a front matter.
pub fn front(source: &Source<'_>, raw: &lesson::Front, original: &Front) -> FrontWords {
    stamp(source, &raw.span, raw.of.as_ref(), ContentHash::of(original.words()));
    refuse_keys(source, raw);
    let mut outcomes = Vec::new();
    for entry in &raw.outcomes {
        let (Some(id), Some(text)) = (&entry.id, &entry.text) else { continue };
        match original.outcomes.iter().find(|o| o.id.as_str() == id.get_ref()) {
            Some(outcome) => outcomes.push((outcome.id.clone(), text.get_ref().clone())),
            None => of_nothing(source, "outcome", id),
        }
    }
    for outcome in original.outcomes.iter().filter(|o| !outcomes.iter().any(|(id, _)| *id == o.id)) {
        untranslated(source, "outcome", &outcome.id);
    }
    if raw.title.is_none() {
        untranslated(source, "lesson's", "title");
    }
    FrontWords { title: raw.title.as_ref().map(|t| t.get_ref().clone()), outcomes }
}

fn refuse_keys(source: &Source<'_>, raw: &lesson::Front) {
    let texts = [("id", &raw.id), ("slug", &raw.slug), ("exercise", &raw.exercise)];
    let texts = texts.into_iter().filter_map(|(key, text)| Some((key, text.as_ref()?.span())));
    let lists = [("was", &raw.was), ("recall", &raw.recall), ("requires", &raw.requires)];
    let lists = lists.into_iter().filter_map(|(key, list)| Some((key, list.first()?.span())));
    let numbers = [("minutes", &raw.minutes), ("lix", &raw.lix), ("long_sentences", &raw.long_sentences)];
    let numbers = numbers.into_iter().filter_map(|(key, number)| Some((key, number.as_ref()?.span())));
    for (key, span) in texts.chain(lists).chain(numbers) {
        let message = format!("`{key}` stands once, in the original");
        source.error(code::NOT_TRANSLATABLE, span, message, "take it away: a translation holds words only");
    }
}

/// Returns a glossary in the words of a translation.
pub fn glossary(source: &Source<'_>, raw: &[words::Term], original: &Glossary) -> Glossary {
    let mut terms: Vec<Term> = original.terms().to_vec();
    let mut seen = BTreeSet::new();
    for entry in raw {
        let Some(id) = &entry.id else { continue };
        let known = TermId::new(id.get_ref()).ok();
        match known.and_then(|known| terms.iter_mut().find(|t| t.id == known)) {
            Some(found) if seen.insert(found.id.clone()) => {
                stamp(source, &entry.span, entry.of.as_ref(), term_hash(found));
                *found = term(entry, found.id.clone());
            }
            Some(_) => {
                let message = format!("the term `{}` is translated twice", id.get_ref());
                source.error(code::DUPLICATE_ID, id.span(), message, "keep one of them");
            }
            None => of_nothing(source, "term", id),
        }
    }
    for missing in original.terms().iter().filter(|t| !seen.contains(&t.id)) {
        untranslated(source, "term", &missing.id);
    }
    let mut translated = Glossary::new(terms);
    translated.also_found_by(original);
    translated
}

fn term_hash(term: &Term) -> ContentHash {
    ContentHash::of([term.term.as_str(), &term.text])
}

/// Returns a house in the words of a translation; values without words stay as they are.
pub fn house(source: &Source<'_>, raw: &words::House, original: &House) -> House {
    let mut translated = original.clone();
    for (path, text) in &raw.values {
        if let Some(value) = translated.values.get_mut(path) {
            value.clone_from(text.get_ref());
        } else {
            let message = format!("the original has no value `{path}`");
            source.error(code::TRANSLATION_OF_NOTHING, text.span(), message, "write the path as the original does");
        }
    }
    translated
}

/// Compares the sections of a translated lesson with the original's.
pub fn sections(
    source: &Source<'_>,
    raw: &lesson::Front,
    translated: &[Section],
    (original, document): (&[Section], &Document),
) {
    let there: HashMap<&str, &Section> = translated.iter().map(|s| (s.id.as_str(), s)).collect();
    let entries: HashMap<&str, &lesson::Section> = raw.sections.iter().map(|s| (s.id.get_ref().as_str(), s)).collect();
    for (at, section) in original.iter().enumerate() {
        let Some(there) = there.get(section.id.as_str()) else {
            untranslated(source, "section", &section.id);
            continue;
        };
        let entry = entries.get(section.id.as_str());
        let place = if section.title.is_empty() { raw.span.clone() } else { first_line(source, there) };
        if let Some(hash) = document.hash(at) {
            stamp(source, &place, entry.and_then(|s| s.of.as_ref()), hash);
        }
    }
    let known: HashSet<&str> = original.iter().map(|s| s.id.as_str()).collect();
    for extra in translated.iter().filter(|s| !known.contains(s.id.as_str())) {
        let message = format!("the original has no section `{}`", extra.id);
        let hint = "give the heading the id of the original's: `## … {#id}`";
        source.error(code::TRANSLATION_OF_NOTHING, first_line(source, extra), message, hint);
    }
    for entry in raw.sections.iter().filter(|s| !known.contains(s.id.get_ref().as_str())) {
        of_nothing(source, "section", &entry.id);
    }
}

fn first_line(source: &Source<'_>, section: &Section) -> std::ops::Range<usize> {
    let text = source.text.get(section.span.clone()).unwrap_or_default();
    section.span.start..section.span.start + text.lines().next().map_or(0, str::len)
}
