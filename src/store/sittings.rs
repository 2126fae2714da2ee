//! The whole tries of a cohort's people: what statistics of questions are made of, for one quiz or for all of them.
//!
//! Apart from the room because there are hundreds of thousands of answers, read in the order in which they lie on the
//! disk. What stands in many of them is read once and shared.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rusqlite::Row;
use rusqlite::types::Value;

use super::attempt::via_of;
use super::cohorts::Quizzes;
use super::database::{Stop, Work};
use super::given::{self, Given};
use super::room::RUNS;
use super::value::Place;
use crate::clock::Timestamp;
use crate::cohort::{AskedItem, ItemAnswer, Picks, Sitting, fold};
use crate::id::{BadId, CohortId, LessonId, QuizId, TestId};

/// The columns of a row: a try and its answers.
const COLUMNS: &str = "run.learner, attempt, quiz, of_lesson, attempt.started, attempt.at, via, supervised, \
     coalesce(stands, grade), list";
const LIST: usize = 9;

/// The quizzes that tries are read of.
#[derive(Clone, Copy)]
enum At<'q> {
    One(&'q QuizId),
    Many(Quizzes),
}

impl<'q> At<'q> {
    /// Returns which rows that are; the third value of the query is the one quiz.
    fn filter(self) -> &'static str {
        match self {
            Self::One(_) => "quiz = ?3",
            Self::Many(Quizzes::Tests) => "quiz IS NOT NULL AND NOT of_lesson",
            Self::Many(Quizzes::All) => "quiz IS NOT NULL",
        }
    }

    fn quiz(self) -> Option<&'q QuizId> {
        if let Self::One(quiz) = self { Some(quiz) } else { None }
    }

    fn covers(self, quiz: &QuizId) -> bool {
        match self {
            Self::One(one) => quiz == one,
            Self::Many(Quizzes::Tests) => matches!(quiz, QuizId::Test(_)),
            Self::Many(Quizzes::All) => true,
        }
    }
}

impl Work<'_> {
    /// Returns every whole try of a cohort's people at one quiz.
    pub(super) fn sittings(&self, cohort: CohortId, quiz: &QuizId) -> Result<Vec<Sitting>, Stop> {
        Ok(self.sittings_at(cohort, At::One(quiz))?.remove(quiz).unwrap_or_default())
    }

    /// Returns every whole try of a cohort's people at many quizzes.
    pub(super) fn all_sittings(
        &self,
        cohort: CohortId,
        quizzes: Quizzes,
    ) -> Result<BTreeMap<QuizId, Vec<Sitting>>, Stop> {
        self.sittings_at(cohort, At::Many(quizzes))
    }

    fn sittings_at(&self, cohort: CohortId, wanted: At<'_>) -> Result<BTreeMap<QuizId, Vec<Sitting>>, Stop> {
        let Some(course) = self.plan(cohort)?.course.map(|of| of.id) else { return Ok(BTreeMap::new()) };
        let sql = format!(
            "{RUNS} SELECT {COLUMNS} FROM run JOIN learner ON id = run.learner \
             JOIN attempt USING (learner, enrolment) LEFT JOIN answers USING (learner, enrolment, attempt) \
             WHERE {} AND finished IS NOT NULL ORDER BY run.learner",
            wanted.filter()
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let mut values = vec![Value::Blob(cohort.bits().to_be_bytes().to_vec()), course.as_str().to_owned().into()];
        values.extend(wanted.quiz().map(|quiz| quiz.to_string().into()));
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
                if wanted.covers(&at) {
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

/// What was read so far.
#[derive(Default)]
struct Found {
    tries: BTreeMap<QuizId, Vec<(Option<Place>, Sitting)>>,
    asked: HashMap<Vec<u8>, Arc<AskedItem>>,
    picks: HashMap<String, Arc<Picks>>,
    /// The name of the question that is looked up.
    name: Vec<u8>,
}

impl Found {
    fn add(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let (quiz, mut sitting) = begin(row)?;
        let list = row.get_ref(LIST)?.as_blob_or_null().map_err(rusqlite::Error::from)?;
        let answers = list.map(given::read).transpose();
        for given in of(answers, LIST)?.unwrap_or_default() {
            sitting.items.push(of(self.answer(&given), LIST)?);
        }
        self.tries.entry(quiz).or_default().push((row.get(4)?, sitting));
        Ok(())
    }

    /// Returns all tries, those of one person one after the other and numbered.
    fn in_order(self) -> BTreeMap<QuizId, Vec<Sitting>> {
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

    fn answer(&mut self, given: &Given<'_>) -> Result<ItemAnswer, BadId> {
        let (asked, picks) = (self.asked(given)?, self.picks(&given.picks)?);
        Ok(ItemAnswer { asked, grade: given.stands, picks, millis: given.millis, confident: given.confident })
    }

    fn asked(&mut self, given: &Given<'_>) -> Result<Arc<AskedItem>, BadId> {
        given.name(&mut self.name);
        if let Some(known) = self.asked.get(&self.name) {
            return Ok(Arc::clone(known));
        }
        let new = Arc::new(given.asked()?);
        self.asked.insert(self.name.clone(), Arc::clone(&new));
        Ok(new)
    }

    fn picks(&mut self, written: &str) -> Result<Arc<Picks>, BadId> {
        if let Some(known) = self.picks.get(written) {
            return Ok(Arc::clone(known));
        }
        let new = Arc::new(given::picks(written)?);
        self.picks.insert(written.to_owned(), Arc::clone(&new));
        Ok(new)
    }
}

fn begin(row: &Row<'_>) -> rusqlite::Result<(QuizId, Sitting)> {
    let quiz = text(row, 2)?;
    let quiz = if row.get(3)? { LessonId::new(quiz).map(QuizId::Lesson) } else { TestId::new(quiz).map(QuizId::Test) };
    let sitting = Sitting {
        learner: row.get(0)?,
        attempt: row.get(1)?,
        nth: 0,
        at: Timestamp(row.get(5)?),
        via: via_of(row.get_ref(6)?.as_str_or_null().map_err(rusqlite::Error::from)?),
        supervised: row.get(7)?,
        grade: row.get(8)?,
        items: Vec::new(),
    };
    Ok((of(quiz, 2)?, sitting))
}

fn text<'r>(row: &'r Row<'_>, column: usize) -> rusqlite::Result<&'r str> {
    row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)
}

/// Returns what a column holds, or says that it does not hold it.
fn of<T, E: std::error::Error + Send + Sync + 'static>(read: Result<T, E>, column: usize) -> rusqlite::Result<T> {
    let bad = |error| rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error));
    read.map_err(bad)
}
