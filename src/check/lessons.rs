//! Lesson by lesson: its text, its quiz, its minutes.
//!
//! Apart from the single rules: this says which rule is asked of which file, in which language.

use std::sync::Arc;

use super::items::{Item, items};
use super::markup::Around;
use super::measure::{Counts, measure};
use super::{markup, pictures, proof, shape, taste};
use crate::course::files::Files;
use crate::course::load::{Loaded, LoadedLesson, LoadedQuiz};
use crate::course::markdown::count_words;
use crate::course::source::{Found, Source};
use crate::course::words::{Words, inner_questions};
use crate::diagnostic::code;
use crate::id::Lang;

/// Checks every lesson with its quiz and translations; returns the figures of each.
pub(super) fn check(loaded: &Loaded, files: &Files, found: &Found) -> Vec<Counts> {
    let own = loaded.manifest.as_ref().and_then(|m| m.languages.first());
    let none = Arc::new(Words::default());
    let words = |lang: Option<&Lang>| lang.and_then(|l| loaded.words.get(l)).unwrap_or(&none);
    let wpm = loaded.manifest.as_ref().map_or(150, |m| m.words_per_minute);
    let shape = loaded.manifest.as_ref().map(|m| m.shape).unwrap_or_default();
    let mut counts = Vec::new();
    for lesson in &loaded.lessons {
        let measured = measure(lesson, wpm);
        let path = format!("{}.md", lesson.stem);
        let source = source(files, &path, found);
        let around = Around { words: words(own), originals: None };
        markup::document(&source, (&lesson.document, lesson.blocks()), around);
        pictures::check(&source, lesson.blocks(), files);
        let front = &lesson.text.front;
        let texts = front.outcomes.iter().filter_map(|o| o.text.as_ref()).chain(&front.title);
        texts.for_each(|text| markup::text(&source, text, words(own)));
        outcomes(&source, lesson);
        minutes(&source, lesson, usize::from(wpm));
        if let Some(measured) = &measured {
            shape::text(&source, lesson, measured, &shape);
        }
        let path = format!("{}.quiz.toml", lesson.stem);
        if let Some(original) = &lesson.quiz {
            let source = self::source(files, &path, found);
            let questions = quiz(&source, original, words(own));
            taste::quiz(&source, &questions, (original.raw.questions.len(), shape.quiz));
            if let Some(measured) = &measured {
                shape::quiz(&source, measured, &shape);
            }
        }
        counts.extend(measured.map(|measured| measured.counts));
        translations(lesson, files, &words, found);
    }
    counts
}

fn translations<'w>(
    lesson: &LoadedLesson,
    files: &Files,
    words: &dyn Fn(Option<&Lang>) -> &'w Arc<Words>,
    found: &Found,
) {
    for (lang, translation) in &lesson.translations {
        let path = format!("{}.{lang}.md", lesson.stem);
        let source = source(files, &path, found);
        let blocks = translation.document.all_blocks();
        let questions = inner_questions(lesson.blocks());
        let around = Around { words: words(Some(lang)), originals: Some(&questions) };
        markup::document(&source, (&translation.document, &blocks), around);
        markup::same_figures(&source, &blocks, lesson.blocks());
        pictures::check(&source, &blocks, files);
    }
    for (lang, translated) in &lesson.quizzes {
        let path = format!("{}.quiz.{lang}.toml", lesson.stem);
        quiz(&source(files, &path, found), translated, words(Some(lang)));
    }
}

/// Takes a file that was read before; what is not text was reported then.
fn source<'a>(files: &'a Files, path: &'a str, found: &'a Found) -> Source<'a> {
    let text = files.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok());
    Source::new(path, text.unwrap_or_default(), found)
}

/// Checks the questions of one file and returns them.
fn quiz<'q>(source: &Source<'_>, quiz: &'q LoadedQuiz, words: &Arc<Words>) -> Vec<Item<'q>> {
    let items = items(quiz);
    for item in &items {
        proof::prove(source, item.raw, item.question);
        taste::question(source, *item);
        markup::question(source, item.raw, words);
    }
    items
}

fn outcomes(source: &Source<'_>, lesson: &LoadedLesson) {
    let Some(quiz) = &lesson.quiz else {
        if lesson.text.front.id.is_none() {
            return; // not a lesson yet
        }
        let message = "the lesson has no quiz";
        source.warning(
            code::NO_QUIZ,
            lesson.text.front.span.clone(),
            message,
            format!("write {}.quiz.toml", lesson.stem),
        );
        return;
    };
    for outcome in &lesson.text.front.outcomes {
        let Some(id) = &outcome.id else { continue };
        let tests =
            |q: &&crate::course::raw::quiz::Question| q.outcome.as_ref().is_some_and(|o| o.get_ref() == id.get_ref());
        let count = quiz.raw.questions.iter().filter(tests).count();
        if count < 2 {
            let message = format!("the outcome `{}` has {count} of at least two questions", id.get_ref());
            source.warning(code::THIN_OUTCOME, id.span(), message, "an outcome is mastered by two questions or more");
        }
    }
}

/// Compares the minutes that a lesson promises with what there is to read and to answer.
fn minutes(source: &Source<'_>, lesson: &LoadedLesson, wpm: usize) {
    let (Some(front), Some(minutes)) = (&lesson.front, &lesson.text.front.minutes) else { return };
    let text = count_words(lesson.blocks());
    let slots = lesson.quiz.iter().flat_map(|q| &q.checked.quiz.slots).filter_map(|s| s.questions.first());
    let (count, asked) = slots.fold((0, 0), |(count, words), q| (count + 1, words + question_words(q)));
    let seconds = (text + asked) * 60 / wpm.max(1) + count * THINKING;
    let promised = usize::from(front.minutes) * 60;
    let too_short = seconds * 2 > promised * 3;
    let too_long = seconds * 2 < promised && front.exercise.is_none(); // an exercise takes what it takes
    if too_short || too_long {
        let message = format!("reading and quiz take about {} min, not {}", seconds.div_ceil(60), front.minutes);
        source.warning(code::MINUTES_OFF, minutes.span(), message, "learners plan with this number: write a true one");
    }
}

/// Seconds that somebody thinks about a question, beside reading it.
const THINKING: usize = 20;

fn question_words(question: &crate::course::Question) -> usize {
    let options = question.body.options().iter().flat_map(|o| [&o.text, &o.feedback]);
    let targets = question.body.targets().iter().map(|t| &t.text);
    let texts = [&question.prompt, &question.why].into_iter().chain(options).chain(targets);
    texts.map(|text| text.split_whitespace().count()).sum()
}
