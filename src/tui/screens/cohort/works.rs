//! The desk work that can be marked by a rubric: whose, how good by the rules, and who has marked it.
//!
//! Apart from marking a piece, which is a screen of its own.

use std::sync::Arc;

use ratatui::text::{Line, Span};

use super::board::{About, Row, Sheet};
use crate::course::exercise::Exercise;
use crate::id::ExerciseId;
use crate::session::training::marking::Piece;
use crate::session::training::{OpenCohort, Training};
use crate::tui::page::Scene;
use crate::tui::widgets::Column;

/// Returns the exercise as it is now, if it has a rubric.
pub(super) fn with_rubric(scene: Scene<'_>, exercise: &ExerciseId) -> Option<Arc<Exercise>> {
    // An exercise at fault says so where it is opened; here its work cannot be marked.
    let exercise = scene.session.course().exercise(exercise, scene.session.lang()).ok()?;
    (!exercise.rubric.is_empty()).then_some(exercise)
}

/// Returns what the board shows.
pub(super) fn sheet(scene: Scene<'_>) -> Sheet {
    let word = |key| scene.look.words.get(key);
    let columns = vec![
        Column::words(String::new(), 1, 0),
        Column::rest(word("works-exercise")),
        Column::words(word("matrix-name"), 18, 0),
        Column::number(word("works-rules"), 6, 2),
        Column::number(word("works-points"), 7, 1),
    ];
    let Some((training, room)) = super::open(scene) else { return Sheet { columns, ..Sheet::default() } };
    let empty = if training.pieces().is_some() { "works-empty" } else { "answers-loading" };
    let row = |piece: &Piece| row(scene, training, room, piece);
    let mut rows: Vec<(String, Row)> = training.pieces().unwrap_or_default().iter().filter_map(row).collect();
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    Sheet { columns, rows: rows.into_iter().map(|(_, row)| row).collect(), empty }
}

/// Returns the row of a piece, and what it is sorted by.
fn row(scene: Scene<'_>, training: &Training, room: &OpenCohort, piece: &Piece) -> Option<(String, Row)> {
    let (look, exercise) = (scene.look, with_rubric(scene, &piece.exercise)?);
    let theme = &look.theme;
    let place = room.matrix.place(piece.learner)?;
    let person = room.matrix.rows.get(place)?;
    let (sign, style) =
        if piece.given.is_empty() { (look.glyphs.dot, theme.muted) } else { (look.glyphs.right, theme.right) };
    let most: u32 = exercise.rubric.iter().map(|line| u32::from(line.points)).sum();
    let sum = |points: &mut dyn Iterator<Item = &u8>| points.map(|points| u32::from(*points)).sum::<u32>();
    let points = piece.given.values().map(|given| sum(&mut given.points.values()).to_string()).collect::<Vec<_>>();
    let points = if points.is_empty() { look.glyphs.dot.to_owned() } else { format!("{}/{most}", points.join("+")) };
    let cells = vec![
        Line::styled(sign, style),
        Line::styled(exercise.title.clone(), theme.text),
        Line::styled(training.name(person), theme.text),
        Line::from(Span::styled(piece.grade.to_string(), theme.muted)),
        Line::styled(points, theme.text),
    ];
    let mut words = vec![(exercise.title.clone(), theme.strong)];
    let given = piece.given.iter().map(|(by, given)| {
        let args = [
            ("by", by.as_str().into()),
            ("points", sum(&mut given.points.values()).into()),
            ("most", most.into()),
            ("comment", given.comment.as_str().into()),
        ];
        (look.words.with("works-given", &args), theme.text)
    });
    words.extend(given);
    if let Some(agreement) = training.agreement(&piece.exercise) {
        let kappa = agreement.quadratic.percent().map_or(look.glyphs.dot.to_owned(), |kappa| kappa.to_string());
        let args = [("same", agreement.same.into()), ("both", agreement.both.into()), ("kappa", kappa.into())];
        words.push((look.words.with("works-agreement", &args), theme.muted));
    }
    let opens = Some(About::Mark(piece.learner, piece.attempt));
    Some((format!("{} {place:06}", piece.exercise), Row { cells, words, opens, ..Row::default() }))
}
