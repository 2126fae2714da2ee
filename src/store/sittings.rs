//! The whole tries of a cohort's people: what statistics of questions are made of, for one quiz or for all of them.
//!
//! Apart from the room because there are hundreds of thousands of answers, read in the order in which they lie on the
//! disk and put in order afterwards. What stands in many of them is read once and shared.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rusqlite::Row;
use rusqlite::types::Value;

use super::attempt::via_of;
use super::database::{Stop, Work};
use super::room::RUNS;
use super::value::Place;
use crate::clock::Timestamp;
use crate::cohort::{AskedItem, ItemAnswer, Picks, Sitting, fold};
use crate::course::hash::ContentHash;
use crate::id::{AttemptId, CohortId, LearnerId, LessonId, OptionId, QuestionRef, QuizId, TestId};

/// The columns of a row: a try, and one answer of it.
const COLUMNS: &str = "run.learner, attempt, quiz, of_lesson, attempt.started, attempt.at, via, supervised, \
     coalesce(attempt.stands, attempt.grade), slot, question, text_hash, key_hash, answered.stands, options, millis, \
     confident, place";

impl Work<'_> {
    /// Returns every whole try of a cohort's people at one quiz.
    pub(super) fn sittings(&self, cohort: CohortId, quiz: &QuizId) -> Result<Vec<Sitting>, Stop> {
        Ok(self.sittings_at(cohort, Some(quiz))?.remove(quiz).unwrap_or_default())
    }

    /// Returns every whole try of a cohort's people at every quiz and test.
    pub(super) fn all_sittings(&self, cohort: CohortId) -> Result<BTreeMap<QuizId, Vec<Sitting>>, Stop> {
        self.sittings_at(cohort, None)
    }

    fn sittings_at(&self, cohort: CohortId, quiz: Option<&QuizId>) -> Result<BTreeMap<QuizId, Vec<Sitting>>, Stop> {
        let Some(course) = self.plan(cohort)?.course.map(|of| of.id) else { return Ok(BTreeMap::new()) };
        let filter = if quiz.is_some() { "quiz = ?3" } else { "quiz IS NOT NULL" };
        let sql = format!(
            "{RUNS} SELECT {COLUMNS} FROM run JOIN learner ON id = run.learner \
             JOIN attempt USING (learner, enrolment) LEFT JOIN answered USING (learner, enrolment, attempt) \
             WHERE {filter} AND finished IS NOT NULL ORDER BY run.learner"
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let mut values = vec![Value::Blob(cohort.bits().to_be_bytes().to_vec()), course.as_str().to_owned().into()];
        values.extend(quiz.map(|quiz| quiz.to_string().into()));
        let mut rows = query.query(rusqlite::params_from_iter(values))?;
        let mut found = Found::default();
        while let Some(row) = rows.next()? {
            found.add(row).map_err(|error| self.unreadable(error))?;
        }
        let mut sittings = found.in_order();
        for (person, records) in self.several(cohort)? {
            for tries in sittings.values_mut() {
                tries.retain(|sitting| !records.contains(&sitting.learner));
            }
            let events = self.events_of_person(person, &course)?;
            for (at, tries) in fold::sittings(person, &events, &course) {
                if quiz.is_none_or(|quiz| at == *quiz) {
                    sittings.entry(at).or_default().extend(tries);
                }
            }
        }
        sittings.retain(|_, tries| !tries.is_empty());
        for tries in sittings.values_mut() {
            tries.sort_by_key(|sitting| (sitting.learner, sitting.nth));
        }
        Ok(sittings)
    }

    /// Returns what a row comes to that does not hold what this program wrote.
    fn unreadable(&self, error: rusqlite::Error) -> Stop {
        if matches!(error, rusqlite::Error::FromSqlConversionFailure(..)) {
            self.damaged(&error.to_string())
        } else {
            error.into()
        }
    }
}

/// A try while its answers come in.
struct Open {
    quiz: QuizId,
    started: Option<Place>,
    sitting: Sitting,
    answers: Vec<(Place, ItemAnswer)>,
}

/// What was read so far.
#[derive(Default)]
struct Found {
    open: Option<Open>,
    tries: BTreeMap<QuizId, Vec<(Option<Place>, Sitting)>>,
    asked: HashMap<String, Arc<AskedItem>>,
    picks: HashMap<String, Arc<Picks>>,
    /// The names of one question, put together to look it up.
    names: String,
}

impl Found {
    fn add(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let at: (LearnerId, AttemptId) = (row.get(0)?, row.get(1)?);
        if self.open.as_ref().is_none_or(|open| (open.sitting.learner, open.sitting.attempt) != at) {
            self.close();
            self.open = Some(begin(at, row)?);
        }
        let place: Option<Place> = row.get(17)?;
        let answer = place.map(|place| Ok::<_, rusqlite::Error>((place, self.answer(row)?))).transpose()?;
        if let Some(open) = &mut self.open {
            open.answers.extend(answer);
        }
        Ok(())
    }

    /// Puts the answers of the last try in order, as they were given.
    fn close(&mut self) {
        if let Some(mut open) = self.open.take() {
            open.answers.sort_unstable_by_key(|(place, _)| *place);
            open.sitting.items = open.answers.into_iter().map(|(_, answer)| answer).collect();
            self.tries.entry(open.quiz).or_default().push((open.started, open.sitting));
        }
    }

    /// Returns all tries, those of one person one after the other and numbered.
    fn in_order(mut self) -> BTreeMap<QuizId, Vec<Sitting>> {
        self.close();
        let numbered = |mut tries: Vec<(Option<Place>, Sitting)>| {
            tries.sort_by_key(|(started, sitting)| (sitting.learner, *started));
            let mut sittings: Vec<Sitting> = tries.into_iter().map(|(_, sitting)| sitting).collect();
            for of_one in sittings.chunk_by_mut(|one, next| one.learner == next.learner) {
                of_one.iter_mut().enumerate().for_each(|(nth, sitting)| sitting.nth = nth);
            }
            sittings
        };
        self.tries.into_iter().map(|(quiz, tries)| (quiz, numbered(tries))).collect()
    }

    fn answer(&mut self, row: &Row<'_>) -> rusqlite::Result<ItemAnswer> {
        Ok(ItemAnswer {
            asked: self.asked(row)?,
            grade: row.get(13)?,
            picks: self.picks(text(row, 14)?),
            millis: row.get(15)?,
            confident: row.get(16)?,
        })
    }

    fn asked(&mut self, row: &Row<'_>) -> rusqlite::Result<Arc<AskedItem>> {
        self.names.clear();
        for column in 9..=12 {
            self.names.push_str(text(row, column)?);
            self.names.push('\n');
        }
        if let Some(known) = self.asked.get(&self.names) {
            return Ok(Arc::clone(known));
        }
        let slot = of(QuestionRef::parse(text(row, 9)?), 9)?;
        let question = of(QuestionRef::parse(text(row, 10)?), 10)?.question;
        let (text_hash, key_hash): (ContentHash, ContentHash) = (row.get(11)?, row.get(12)?);
        let new = Arc::new(AskedItem { slot, question, text_hash, key_hash });
        self.asked.insert(self.names.clone(), Arc::clone(&new));
        Ok(new)
    }

    fn picks(&mut self, json: &str) -> Arc<Picks> {
        if let Some(known) = self.picks.get(json) {
            return Arc::clone(known);
        }
        let new = Arc::new(read_picks(json));
        self.picks.insert(json.to_owned(), Arc::clone(&new));
        new
    }
}

fn begin((learner, attempt): (LearnerId, AttemptId), row: &Row<'_>) -> rusqlite::Result<Open> {
    let quiz = text(row, 2)?;
    let quiz = if row.get(3)? { LessonId::new(quiz).map(QuizId::Lesson) } else { TestId::new(quiz).map(QuizId::Test) };
    let sitting = Sitting {
        learner,
        attempt,
        nth: 0,
        at: Timestamp(row.get(5)?),
        via: via_of(row.get_ref(6)?.as_str_or_null().map_err(rusqlite::Error::from)?),
        supervised: row.get(7)?,
        grade: row.get(8)?,
        items: Vec::new(),
    };
    Ok(Open { quiz: of(quiz, 2)?, started: row.get(4)?, sitting, answers: Vec::new() })
}

fn text<'r>(row: &'r Row<'_>, column: usize) -> rusqlite::Result<&'r str> {
    row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)
}

/// Returns what a column holds, or says that it does not hold it.
fn of<T, E: std::error::Error + Send + Sync + 'static>(read: Result<T, E>, column: usize) -> rusqlite::Result<T> {
    let bad = |error| rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error));
    read.map_err(bad)
}

/// Reads the list of what was chosen, placed and marked, as it was written beside the answer.
fn read_picks(json: &str) -> Picks {
    let mut picks = Picks::default();
    for text in serde_json::from_str::<Vec<String>>(json).unwrap_or_default() {
        let pair = text.split_once('=').map(|(card, target)| (OptionId::new(card), OptionId::new(target)));
        match (pair, text.parse(), OptionId::new(&text)) {
            (Some((Ok(card), Ok(target))), _, _) => picks.placed.pairs.push((card, target)),
            (_, Ok(word), _) => picks.placed.words.push(word),
            (_, _, Ok(option)) => picks.chosen.push(option),
            (_, _, Err(_)) => {}
        }
    }
    picks
}
