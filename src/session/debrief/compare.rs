//! A work beside the model answer, engine by engine.
//!
//! Apart from the judging: what differs from the model is not wrong by that. Work that is not of the exercise's engine,
//! because the exercise has changed since, is shown as nothing made.

use std::collections::BTreeMap;

use super::diff::{self, Piece, Sides};
use super::{Compared, form};
use crate::assess::work;
use crate::course::exercise::desk::Item;
use crate::course::exercise::marking::Marking;
use crate::course::exercise::work::{Decided, Marked};
use crate::course::exercise::{Arranging, Case, Desk, Engine, Exercise, FieldTask, Pick, Work};
use crate::id::OptionId;
use crate::words::Words;

type Texts = BTreeMap<String, String>;

/// Compares a work with the model of its exercise.
pub(super) fn all(exercise: &Exercise, made: &Work, words: &Words) -> Vec<Compared> {
    let Some(model) = &exercise.model else { return Vec::new() };
    pair(exercise, made, model, words)
        .or_else(|| pair(exercise, &work::start(exercise), model, words))
        .unwrap_or_default()
}

fn pair(exercise: &Exercise, yours: &Work, model: &Work, words: &Words) -> Option<Vec<Compared>> {
    Some(match (&exercise.engine, yours, model) {
        (Engine::Form(form), Work::Form { fields: yours }, Work::Form { fields: model }) => {
            form::compared(form, yours, model, words)
        }
        (Engine::Write(_), Work::Write { text: yours }, Work::Write { text: model }) => {
            vec![text(words.get("beside-text"), (yours, model))]
        }
        (
            Engine::Arrange(arranging),
            Work::Arrange { cards, labels, captions },
            Work::Arrange { cards: model, labels: model_labels, captions: model_captions },
        ) => {
            let mut all = vec![order(exercise, cards, model, words.get("beside-cards"))];
            all.extend(labelled(arranging, exercise, (cards, labels), (model, model_labels), words));
            all.extend(captioned(exercise, captions, model_captions, words));
            all
        }
        (Engine::Mark(marking), Work::Mark { marks: yours }, Work::Mark { marks: model }) => {
            marking.labels.iter().map(|label| marked(marking, label, yours, model)).collect()
        }
        (Engine::Desk(desk), Work::Desk { decided: yours }, Work::Desk { decided: model }) => {
            queue(desk, exercise, yours, model, words)
        }
        (Engine::Case(case), yours @ Work::Case { .. }, model @ Work::Case { .. }) => {
            inquiry(case, exercise, yours, model, words)
        }
        (Engine::Field(task), Work::Field { done, file, .. }, Work::Field { done: model, file: model_file, .. }) => {
            sheet(task, exercise, (done, file), (model, model_file), words)
        }
        _ => return None,
    })
}

fn compared(what: String, (yours, model): Sides) -> Compared {
    Compared { what, is_text: false, yours, model }
}

fn text(what: String, (yours, model): (&str, &str)) -> Compared {
    let (yours, model) = diff::texts(yours, model);
    Compared { what, is_text: true, yours, model }
}

/// Returns the words of what has an id; an id that cannot be one stands for itself.
fn name(exercise: &Exercise, id: &str) -> String {
    OptionId::new(id).map_or_else(|_| id.to_owned(), |id| super::place::named(exercise, &id))
}

fn names(exercise: &Exercise, ids: &[String]) -> Vec<String> {
    ids.iter().map(|id| name(exercise, id)).collect()
}

fn order(exercise: &Exercise, yours: &[String], model: &[String], what: String) -> Compared {
    compared(what, diff::lists(&names(exercise, yours), &names(exercise, model)))
}

/// Compares the labels of cards that either side chose.
fn labelled(
    arranging: &Arranging,
    exercise: &Exercise,
    (cards, labels): (&[String], &Texts),
    (model, model_labels): (&[String], &Texts),
    words: &Words,
) -> Vec<Compared> {
    let Some(known) = &arranging.labels else { return Vec::new() };
    let of =
        |labels: &Texts, card: &str| labels.get(card).map_or_else(String::new, |id| form::picked(&known.options, id));
    let both = cards.iter().chain(model.iter().filter(|card| !cards.contains(*card)));
    both.map(|card| {
        let what = words.with("beside-label", &[("card", name(exercise, card).into())]);
        // A card that the model leaves out has its right label all the same.
        let right = arranging.cards.iter().find(|there| there.id.as_str() == card);
        let right = right.and_then(|card| card.with.get(&known.key)).map(ToString::to_string);
        let wanted = model_labels.get(card).cloned().or(right).unwrap_or_default();
        compared(what, diff::values(&of(labels, card), &form::picked(&known.options, &wanted)))
    })
    .collect()
}

fn captioned(exercise: &Exercise, yours: &Texts, model: &Texts, words: &Words) -> Vec<Compared> {
    let of = |all: &'_ Texts, card: &str| all.get(card).cloned().unwrap_or_default();
    let both = yours.keys().chain(model.keys().filter(|card| !yours.contains_key(*card)));
    both.map(|card| {
        let what = words.with("beside-caption", &[("card", name(exercise, card).into())]);
        text(what, (&of(yours, card), &of(model, card)))
    })
    .collect()
}

/// Compares which words stand under a label.
fn marked(marking: &Marking, label: &Pick, yours: &[Marked], model: &[Marked]) -> Compared {
    let count = marking.words.len();
    let under = |marks: &[Marked]| -> Vec<bool> {
        let mut under = vec![false; count];
        for mark in marks {
            under.iter_mut().take(mark.to).skip(mark.from).for_each(|word| *word = mark.label == label.id);
        }
        under
    };
    let (yours, model) = (under(yours), under(model));
    compared(label.text.clone(), (runs(marking, &yours, &model), runs(marking, &model, &yours)))
}

/// Joins neighbouring words of one side; where the other side has them too, and where not, are two pieces.
fn runs(marking: &Marking, side: &[bool], other: &[bool]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut is_open = false;
    for ((word, is_marked), is_there) in marking.words.iter().zip(side).zip(other) {
        if !is_marked {
            is_open = false;
            continue;
        }
        let differs = !is_there;
        match pieces.last_mut().filter(|last| is_open && last.differs == differs) {
            Some(last) => {
                last.text.push(' ');
                last.text.push_str(word.text.trim());
            }
            None => pieces.extend(diff::piece(&word.text, differs)),
        }
        is_open = true;
    }
    pieces
}

fn queue(desk: &Desk, exercise: &Exercise, yours: &[Decided], model: &[Decided], words: &Words) -> Vec<Compared> {
    let last = |all: &[Decided], id: &OptionId| all.iter().rev().find(|given| given.item == id.as_str()).cloned();
    let mut all = Vec::new();
    for item in &desk.items {
        let (yours, model) = (last(yours, &item.id), last(model, &item.id));
        let sides = decision(desk, item, yours.as_ref(), model.as_ref());
        all.push(compared(item.title.clone(), sides));
        if item.note {
            let what = words.with("beside-note", &[("item", item.title.as_str().into())]);
            let note = |given: Option<Decided>| given.map(|given| given.note).unwrap_or_default();
            all.push(text(what, (&note(yours), &note(model))));
        }
    }
    if desk.order.is_some() {
        let ids = |all: &[Decided]| all.iter().map(|given| given.item.clone()).collect::<Vec<_>>();
        all.push(order(exercise, &ids(yours), &ids(model), words.get("beside-order")));
    }
    all
}

/// Compares a decision with its code; a code that is as good as the key does not differ.
fn decision(desk: &Desk, item: &Item, yours: Option<&Decided>, model: Option<&Decided>) -> Sides {
    let decision =
        |given: Option<&Decided>| given.map(|given| form::picked(&desk.decisions, &given.decision)).unwrap_or_default();
    let code = |given: Option<&Decided>| given.map(|given| given.code.clone()).unwrap_or_default();
    let mut sides = diff::values(&decision(yours), &decision(model));
    let (code, key) = (code(yours), code(model));
    let differs = code != key && !item.also.contains(&code);
    sides.0.extend(diff::piece(&code, differs));
    sides.1.extend(diff::piece(&key, differs));
    sides
}

fn inquiry(case: &Case, exercise: &Exercise, yours: &Work, model: &Work, words: &Words) -> Vec<Compared> {
    let (
        Work::Case { used, cited, concluded, .. },
        Work::Case { used: model_used, cited: model_cited, concluded: model_concluded, .. },
    ) = (yours, model)
    else {
        return Vec::new();
    };
    let conclusion = |conclusion: &crate::course::exercise::case::Conclusion| {
        let id = conclusion.id.as_str();
        let chosen = |all: &Texts| {
            let given = all.get(id).map_or("", String::as_str);
            let found = conclusion.options.iter().find(|(pick, _)| pick.id == given);
            found.map_or_else(|| given.to_owned(), |(pick, _)| pick.text.clone())
        };
        compared(conclusion.text.clone(), diff::values(&chosen(concluded), &chosen(model_concluded)))
    };
    let mut all: Vec<Compared> = case.conclusions.iter().map(conclusion).collect();
    let cited = diff::sets(&names(exercise, cited), &names(exercise, model_cited));
    all.push(compared(words.get("beside-cited"), cited));
    all.push(order(exercise, used, model_used, words.get("beside-used")));
    all
}

fn sheet(
    task: &FieldTask,
    exercise: &Exercise,
    (done, file): (&[String], &str),
    (model, model_file): (&[String], &str),
    words: &Words,
) -> Vec<Compared> {
    let steps = diff::sets(&names(exercise, done), &names(exercise, model));
    let mut all = vec![compared(words.get("beside-steps"), steps)];
    if task.file {
        all.push(compared(words.get("beside-file"), diff::values(file, model_file)));
    }
    all
}
