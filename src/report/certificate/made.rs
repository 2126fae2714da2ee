//! The certificate of a learner's latest run through a course, or the list of what is missing for one.
//!
//! Apart from the value because here progress is held against the completion rules and figures are taken and rounded.
//! Nothing is stated that is in neither the record nor the award.

use std::collections::BTreeSet;

use super::{Certificate, Issuer, Scored, Wording};
use crate::assess::Grade;
use crate::clock::Timestamp;
use crate::course::Manifest;
use crate::course::exercise::ExerciseOutline;
use crate::course::outline::LessonOutline;
use crate::id::{ExerciseId, Lang, LearnerId, LessonId, TestId};
use crate::journal::completion::Missing;
use crate::journal::{CourseState, Progress, Run};
use crate::report::{Clean, Fact, Person, Studied};
use crate::words::{Value, Words};

/// What a certificate is taken from.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// The learner.
    pub learner: LearnerId,
    /// Their name, as it is to be printed.
    pub name: &'a str,
    /// The station they come from.
    pub station: &'a str,
    /// What happened.
    pub progress: &'a Progress,
    /// The course.
    pub manifest: &'a Manifest,
    /// Its lessons.
    pub outlines: &'a [LessonOutline],
    /// Its desk work.
    pub exercises: &'a [ExerciseOutline],
    /// The language it is to be in.
    pub lang: &'a Lang,
}

/// What whoever awards it adds to the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Award {
    /// A number that nothing else has.
    pub id: u128,
    /// Who awards it.
    pub issuer: Issuer,
    /// When.
    pub at: Timestamp,
    /// Whether the trainer was there.
    pub supervised: bool,
    /// The tests that opened with the trainer's code: who took their best try at one without it worked unsupervised.
    pub locked: BTreeSet<TestId>,
    /// The hours attended, as the trainer states them; without it the active time of the record is stated.
    pub hours: Option<u16>,
}

/// Why there is no certificate: what is missing, a line each, in the language asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(pub Vec<String>);

/// Makes the certificate, if the course is done by its own rules.
pub fn certificate(sources: &Sources<'_>, award: &Award) -> Result<Certificate, Refused> {
    let words = Words::new(sources.lang);
    let empty = Run::default();
    let run = sources.progress.current(&sources.manifest.id).map_or(&empty, |(_, run)| run);
    let state = CourseState::new(run, sources.manifest, sources.outlines);
    let maker = Maker { sources, award, words: &words, run, state: &state };
    let missing = state.missing(sources.manifest, &sources.outlines.iter());
    if missing.is_empty() { Ok(maker.certificate()) } else { Err(maker.refused(&missing)) }
}

struct Maker<'a> {
    sources: &'a Sources<'a>,
    award: &'a Award,
    words: &'a Words,
    run: &'a Run,
    state: &'a CourseState,
}

impl Maker<'_> {
    fn certificate(&self) -> Certificate {
        let Sources { learner, name, station, manifest, lang, .. } = *self.sources;
        Certificate {
            id: self.award.id,
            lang: lang.clone(),
            issued_at: self.award.at,
            issuer: self.award.issuer.clone(),
            person: Person { id: learner, name: Clean::new(name), station: Clean::new(station) },
            course: Studied {
                id: manifest.id.clone(),
                title: Clean::new(manifest.title.get(lang)),
                version: Clean::new(&manifest.version),
            },
            supervised: self.is_supervised(),
            scores: self.scores(),
            facts: self.facts(),
            words: self.wording(),
        }
    }

    fn scores(&self) -> Vec<Scored> {
        let needed = &self.sources.manifest.completion;
        let tests = needed.tests.iter().filter_map(|id| self.state.test(id));
        let passed = tests.filter(|test| !test.kind.only_measures());
        let tests = passed.map(|test| (self.test_title(&test.test), test.quiz.best));
        let best = |id: &ExerciseId| self.state.exercises.iter().find(|work| work.exercise == *id)?.best;
        let work = needed.exercises.iter().map(|id| (self.work_title(id), best(id)));
        let scored = |(title, best): (Clean, Option<Grade>)| Some(Scored { title, percent: best?.percent() });
        tests.chain(work).filter_map(scored).collect()
    }

    /// What the trainer says, where the record does not speak against it.
    fn is_supervised(&self) -> bool {
        let without = |test: &TestId| {
            self.state.test(test).is_some_and(|test| test.quiz.best.is_some() && !test.quiz.best_supervised)
        };
        self.award.supervised && !self.award.locked.iter().any(without)
    }

    fn facts(&self) -> Vec<Fact> {
        let fact = |label, text| Fact { label: self.label(label), text };
        let supervised = if self.is_supervised() { "certificate-supervised" } else { "certificate-unsupervised" };
        let period = |from: Timestamp| {
            let to = self.run.last_at().unwrap_or(from).date();
            self.say("certificate-from-to", &[("from", from.date().into()), ("to", to.into())])
        };
        let mut facts = vec![
            fact("certificate-hours", self.hours()),
            fact("certificate-supervision", self.label(supervised)),
            fact("certificate-outcomes", self.outcomes()),
        ];
        facts.extend(self.run.enrolled().map(|begun| fact("certificate-period", period(begun.at))));
        facts.push(fact("certificate-issued", Clean::new(&self.award.at.date())));
        facts
    }

    /// Hours attended are somebody's word, hours active are counted: the certificate says which of the two it states.
    fn hours(&self) -> Clean {
        let minutes = self.state.active_seconds / 60;
        let (hours, rest) = (Value::from(minutes / 60), Value::from(minutes % 60));
        match self.award.hours {
            Some(hours) => self.say("certificate-hours-attended", &[("hours", hours.into())]),
            None => self.say("certificate-hours-active", &[("hours", hours), ("minutes", rest)]),
        }
    }

    fn outcomes(&self) -> Clean {
        let all = || self.state.lessons.iter().flat_map(|lesson| &lesson.outcomes);
        let mastered = all().filter(|outcome| outcome.mastered).count();
        self.say("certificate-outcomes-of", &[("done", mastered.into()), ("all", all().count().into())])
    }

    fn wording(&self) -> Wording {
        let Sources { station, manifest, .. } = *self.sources;
        let station = Clean::new(station);
        let of_station = |name: &str| self.say("certificate-of-station", &[("station", name.into())]);
        let version = self.say("certificate-version", &[("version", manifest.version.as_str().into())]);
        Wording {
            kind: self.label("certificate-kind"),
            intro: self.label("certificate-intro"),
            station: if station.as_str().is_empty() { station } else { of_station(station.as_str()) },
            completed: self.label("certificate-completed"),
            version,
            criteria: self.criteria(),
            scores: self.label("certificate-scores"),
            issued_by: self.label("certificate-issued-by"),
            code: self.label("certificate-code"),
            key: self.label("certificate-key"),
            how_to_check: self.label("certificate-how-to-check"),
            no_accreditation: self.label("certificate-no-accreditation"),
            credential: self.label("certificate-credential"),
        }
    }

    fn criteria(&self) -> Clean {
        let needed = &self.sources.manifest.completion;
        let (lessons, tests, work) = (needed.lessons.len(), needed.tests.len(), needed.exercises.len());
        let counts = [("lessons", lessons.into()), ("tests", tests.into()), ("work", work.into())];
        self.say("certificate-criteria", &counts)
    }

    fn refused(&self, missing: &[Missing]) -> Refused {
        let line = |missing: &Missing| match missing {
            Missing::Lesson(id) => self.say("certificate-missing-lesson", &[("title", self.lesson_title(id).into())]),
            Missing::Test(id) => {
                self.say("certificate-missing-test", &[("title", self.test_title(id).as_str().into())])
            }
            Missing::Work(id) => {
                self.say("certificate-missing-work", &[("title", self.work_title(id).as_str().into())])
            }
            Missing::Rules => self.label("certificate-missing-rules"),
        };
        Refused(missing.iter().map(|missing| line(missing).to_string()).collect())
    }

    /// Returns the title of a lesson; of one that is gone, its id.
    fn lesson_title(&self, id: &LessonId) -> String {
        let outline = self.sources.outlines.iter().find(|outline| outline.id == *id);
        outline.map_or(id.as_str(), |outline| outline.title.get(self.sources.lang)).to_owned()
    }

    fn test_title(&self, id: &TestId) -> Clean {
        let test = self.sources.manifest.tests.iter().find(|test| test.id == *id);
        Clean::new(test.map_or(id.as_str(), |test| test.title.get(self.sources.lang)))
    }

    fn work_title(&self, id: &ExerciseId) -> Clean {
        let Sources { manifest, exercises, lang, .. } = *self.sources;
        let row = manifest.capstones.iter().find(|capstone| capstone.id == *id).map(|row| row.title.get(lang));
        let outline = || exercises.iter().find(|outline| outline.id == *id).map(|outline| outline.title.as_str());
        Clean::new(row.or_else(outline).unwrap_or(id.as_str()))
    }

    fn label(&self, key: &str) -> Clean {
        Clean::new(&self.words.get(key))
    }

    fn say(&self, key: &str, args: &[(&str, Value<'_>)]) -> Clean {
        Clean::new(&self.words.with(key, args))
    }
}
