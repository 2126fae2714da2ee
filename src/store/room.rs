//! A cohort as its trainer opens it: read from rows, whatever happened to a thousand people.
//!
//! Apart from the streams, which are read whole. Who has two records is the exception: their rows are counted from their
//! events, for what two records come to together cannot be kept one by one.

use std::collections::{BTreeMap, BTreeSet};

use super::database::{Stop, Work};
use crate::clock::Timestamp;
use crate::cohort::fold::Rows;
use crate::cohort::{LessonRow, Person, Plan, Room, SignIns, TestRow, Tried};
use crate::id::{BadId, CohortId, CourseId, ExerciseId, LearnerId, LessonId, QuizId, TestId};
use crate::journal::planning::HalfDay;

/// The current run of each record of a cohort; `?1` the cohort, `?2` the course.
pub(super) const RUNS: &str = "WITH run AS (SELECT learner, (SELECT enrolment FROM enrolment AS of \
     WHERE of.learner = cohort_learner.learner AND course = ?2 ORDER BY place DESC LIMIT 1) AS enrolment \
     FROM cohort_learner WHERE cohort = ?1)";

/// The records of each person who has several; the first is the person's id.
type Several = BTreeMap<LearnerId, Vec<LearnerId>>;

/// Ids of lessons that stand in many rows, read once.
#[derive(Default)]
struct Lessons(BTreeMap<String, LessonId>);

impl Lessons {
    fn get(&mut self, text: &str) -> Result<LessonId, BadId> {
        if let Some(known) = self.0.get(text) {
            return Ok(known.clone());
        }
        let new = LessonId::new(text)?;
        self.0.insert(text.to_owned(), new.clone());
        Ok(new)
    }
}

impl Work<'_> {
    /// Returns a cohort with its people.
    pub(super) fn room(&self, cohort: CohortId) -> Result<Room, Stop> {
        let plan = self.plan(cohort)?;
        let records = self.several(cohort)?;
        let Some(course) = plan.course.as_ref().map(|of| of.id.clone()) else {
            let people = self.people(cohort, "")?;
            return self.united(Room { people, lessons: Vec::new(), ..self.empty(plan, records)? }, None);
        };
        let people = self.people(cohort, course.as_str())?;
        let (lessons, tests) = (self.lesson_rows(cohort, &course)?, self.test_rows(cohort, &course)?);
        self.united(Room { people, lessons, tests, ..self.empty(plan, records)? }, Some(&course))
    }

    fn empty(&self, plan: Plan, records: Several) -> Result<Room, Stop> {
        let sign_ins = self.sign_ins(plan.id)?;
        Ok(Room { plan, people: Vec::new(), lessons: Vec::new(), tests: Vec::new(), sign_ins, records })
    }

    /// Puts the records of one person together.
    fn united(&self, mut room: Room, course: Option<&CourseId>) -> Result<Room, Stop> {
        for (person, records) in room.records.clone() {
            let is_theirs = |learner: LearnerId| records.contains(&learner);
            let written =
                room.people.iter().filter(|one| is_theirs(one.learner)).filter_map(|one| one.written_at).max();
            room.people.retain(|one| one.learner == person || !is_theirs(one.learner));
            room.lessons.retain(|row| !is_theirs(row.learner));
            room.tests.retain(|row| !is_theirs(row.learner));
            room.people.iter_mut().filter(|one| one.learner == person).for_each(|one| one.written_at = written);
            let Some(course) = course else { continue };
            let rows = Rows::of(person, &self.events_of_person(person, course)?, course);
            for one in room.people.iter_mut().filter(|one| one.learner == person) {
                (one.last_at, one.active_seconds) = (rows.last_at, rows.active_seconds);
            }
            room.lessons.extend(rows.lessons);
            room.tests.extend(rows.tests);
        }
        if !room.records.is_empty() {
            room.lessons.sort_by(|a, b| (a.learner, &a.lesson).cmp(&(b.learner, &b.lesson)));
            room.tests.sort_by(|a, b| (a.learner, &a.what).cmp(&(b.learner, &b.what)));
        }
        Ok(room)
    }

    /// Finds who of a cohort has several records.
    pub(super) fn several(&self, cohort: CohortId) -> Result<Several, Stop> {
        let links = self.links()?;
        let mut several = Several::new();
        if links.is_empty() {
            return Ok(several);
        }
        let mut seen = BTreeSet::new();
        for learner in self.records_in(cohort)? {
            let records = connected(learner, &links);
            if records.len() > 1 && !records.iter().any(|record| seen.contains(record)) {
                seen.extend(records.iter().copied());
                several.insert(learner, records);
            }
        }
        Ok(several)
    }

    /// Returns every record that belongs to a cohort, or is of a person who does.
    pub(super) fn records_of(&self, cohort: CohortId) -> Result<BTreeSet<LearnerId>, Stop> {
        let links = self.links()?;
        Ok(self.records_in(cohort)?.into_iter().flat_map(|learner| connected(learner, &links)).collect())
    }

    fn records_in(&self, cohort: CohortId) -> Result<Vec<LearnerId>, Stop> {
        let sql = "SELECT learner FROM cohort_learner JOIN learner ON id = learner WHERE cohort = ?1 ORDER BY learner";
        let mut query = self.connection.prepare_cached(sql)?;
        let found = query.query_map([cohort], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(found)
    }

    /// Returns the joins that both records say and neither took back.
    fn links(&self) -> Result<Vec<(LearnerId, LearnerId)>, Stop> {
        let sql = "SELECT one.learner, one.other FROM joined AS one JOIN joined AS two \
                   ON two.learner = one.other AND two.joining = one.joining AND two.other = one.learner \
                   WHERE NOT EXISTS (SELECT 1 FROM parted WHERE joining = one.joining \
                   AND learner IN (one.learner, one.other)) AND EXISTS (SELECT 1 FROM learner WHERE id = one.other)";
        let mut query = self.connection.prepare_cached(sql)?;
        let found = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        Ok(found)
    }

    fn people(&self, cohort: CohortId, course: &str) -> Result<Vec<Person>, Stop> {
        let sql = format!(
            "{RUNS} SELECT id, name, member, lang, about, last_at, coalesce(seconds, 0), written_at FROM run \
             JOIN learner ON id = run.learner LEFT JOIN presence USING (learner, enrolment) ORDER BY id"
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let mut rows = query.query((cohort, course))?;
        let mut people = Vec::new();
        while let Some(row) = rows.next()? {
            let about: String = row.get(4)?;
            people.push(Person {
                learner: row.get(0)?,
                name: row.get(1)?,
                member: row.get(2)?,
                lang: row.get(3)?,
                about: self.read_about(&about)?,
                last_at: row.get::<_, Option<i64>>(5)?.map(Timestamp),
                active_seconds: row.get(6)?,
                written_at: row.get::<_, Option<i64>>(7)?.map(Timestamp),
            });
        }
        Ok(people)
    }

    fn lesson_rows(&self, cohort: CohortId, course: &CourseId) -> Result<Vec<LessonRow>, Stop> {
        let sql = format!(
            "{RUNS} SELECT learner, lesson, sections, attempts, first, best, critical, passed, failed, seconds, last_at \
             FROM run JOIN learner ON id = run.learner JOIN lesson_state USING (learner, enrolment) \
             ORDER BY learner, lesson"
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let mut rows = query.query((cohort, course.as_str()))?;
        let (mut found, mut lessons) = (Vec::new(), Lessons::default());
        while let Some(row) = rows.next()? {
            let lesson = lessons.get(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?);
            found.push(LessonRow {
                learner: row.get(0)?,
                lesson: lesson.map_err(|error| self.damaged(&error.to_string()))?,
                sections: row.get(2)?,
                attempts: row.get(3)?,
                first: row.get(4)?,
                best: row.get(5)?,
                critical_missed: row.get::<_, Option<usize>>(6)?.unwrap_or_default(),
                passed: row.get(7)?,
                failed_in_a_row: row.get(8)?,
                seconds: row.get(9)?,
                last_at: Timestamp(row.get(10)?),
            });
        }
        Ok(found)
    }

    fn test_rows(&self, cohort: CohortId, course: &CourseId) -> Result<Vec<TestRow>, Stop> {
        let sql = format!(
            "{RUNS} SELECT learner, work, what, attempts, first, best, critical, passed, failed, last_at \
             FROM run JOIN learner ON id = run.learner JOIN tried_state USING (learner, enrolment) \
             ORDER BY learner, work, what"
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let mut rows = query.query((cohort, course.as_str()))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let what: String = row.get(2)?;
            found.push(TestRow {
                learner: row.get(0)?,
                what: tried(row.get(1)?, &what).map_err(|error| self.damaged(&error.to_string()))?,
                attempts: row.get(3)?,
                first: row.get(4)?,
                best: row.get(5)?,
                critical_missed: row.get(6)?,
                passed: row.get(7)?,
                failed_in_a_row: row.get(8)?,
                last_at: Timestamp(row.get(9)?),
            });
        }
        Ok(found)
    }

    fn sign_ins(&self, cohort: CohortId) -> Result<SignIns, Stop> {
        let sql = "SELECT learner, date, half FROM signed_in WHERE cohort = ?1";
        let mut query = self.connection.prepare_cached(sql)?;
        let mut rows = query.query([cohort])?;
        let mut found = SignIns::new();
        while let Some(row) = rows.next()? {
            let when = HalfDay { date: row.get(1)?, half: row.get(2)? };
            found.entry(row.get(0)?).or_default().insert(when);
        }
        Ok(found)
    }
}

/// Returns a record with all that are connected to it by links; it comes first.
fn connected(learner: LearnerId, links: &[(LearnerId, LearnerId)]) -> Vec<LearnerId> {
    let mut records = vec![learner];
    let mut at = 0;
    while let Some(from) = records.get(at).copied() {
        for (_, to) in links.iter().filter(|(one, _)| *one == from) {
            if !records.contains(to) {
                records.push(*to);
            }
        }
        at += 1;
    }
    records
}

fn tried(is_work: bool, what: &str) -> Result<Tried, BadId> {
    if is_work {
        ExerciseId::new(what).map(Tried::Work)
    } else {
        TestId::new(what).map(|test| Tried::Quiz(QuizId::Test(test)))
    }
}
