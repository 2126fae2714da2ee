//! Desk work by keys: every exercise of the built-in course once right and once wrong, and how each engine looks.

#[path = "../support/hands.rs"]
mod hands;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use rundown::assess::work::{Assessment, Circumstances, assess};
use rundown::assess::{Response, key_response};
use rundown::course::exercise::{Engine, Exercise, Work};
use rundown::course::{Course, ExerciseOutline};
use rundown::id::Lang;
use rundown::store::Store;
use rundown::tui::input::Input;

use crate::stage::{SIZES, Stage};
use hands::{Touch, touches};

/// The course that is built in, read from its folder once.
pub(crate) fn course() -> &'static Arc<Course> {
    static COURSE: OnceLock<Arc<Course>> = OnceLock::new();
    COURSE.get_or_init(|| Arc::new(Course::folder(env!("CARGO_MANIFEST_DIR").as_ref()).unwrap()))
}

fn open(outline: &ExerciseOutline) -> Arc<Exercise> {
    course().exercise(&outline.id, &Lang::english()).unwrap()
}

/// Every exercise that has work of its own and is reached from the list.
fn exercises() -> impl Iterator<Item = Arc<Exercise>> {
    let own = |outline: &&ExerciseOutline| outline.of.is_none();
    course().exercises().iter().filter(own).map(open).filter(|exercise| !matches!(exercise.engine, Engine::Stages(_)))
}

/// A learner at desk work: at its brief.
struct Robot {
    stage: Stage,
}

impl Robot {
    fn at(exercise: &Exercise, size: (u16, u16)) -> Self {
        let mut stage = Stage::with(&Arc::new(Store::memory().unwrap()), course(), size);
        stage.keys("Awa Diop<enter>Lagune TV<f10>x");
        let title: String = exercise.title.chars().take(16).collect();
        for _ in 0..200 {
            if stage.text().lines().any(|line| line.trim_start().starts_with('▶') && line.contains(&title)) {
                break;
            }
            stage.keys("<down>");
        }
        stage.keys("<enter>");
        Self { stage }
    }

    fn paste(&mut self, text: &str) {
        self.stage.input(Input::Paste(text.to_owned()));
    }

    /// Makes a work by keys alone.
    fn make(&mut self, exercise: &Exercise, work: &Work) {
        self.stage.keys("<enter>");
        for touch in touches(exercise, work) {
            match touch {
                Touch::Keys(keys) => drop(self.stage.keys(&keys)),
                Touch::Paste(text) => self.paste(&text),
            }
        }
    }

    /// Hands in, answering the questions after the work by their keys.
    fn hand_in(&mut self) {
        self.stage.keys("<f10>");
        if self.stage.text().contains("Not finished") {
            self.stage.keys("<right><enter>");
        }
        for _ in 0..20 {
            let asked = self.stage.app.session().bench().and_then(|bench| bench.asked());
            let Some(item) = asked.cloned() else { break };
            let place = |ids: &[rundown::id::OptionId], id| ids.iter().position(|there| there == id).unwrap() + 1;
            match key_response(&item.question) {
                Response::Chosen(Some(id)) => {
                    self.stage.keys(&place(&item.shown, &id).to_string());
                }
                Response::Ticked(ids) => {
                    for id in &ids {
                        self.stage.keys(&place(&item.shown, id).to_string());
                    }
                }
                Response::Placed(pairs) => {
                    for option in &item.shown {
                        let target = pairs.iter().find(|(there, _)| there == option).map(|(_, target)| target).unwrap();
                        self.stage.keys(&place(&item.targets, target).to_string());
                    }
                }
                Response::Typed(text) => self.paste(&text),
                Response::Chosen(None) | Response::Ordered(_) | Response::Marked(_) => panic!("no robot for this kind"),
            }
            self.stage.keys("<f10>");
        }
    }

    /// What was handed in last, as the session knows it.
    fn assessment(&self) -> Assessment {
        self.stage.app.session().bench().and_then(|bench| bench.assessment.clone()).expect("the work is handed in")
    }
}

fn has_robot(exercise: &Exercise) -> bool {
    !matches!(exercise.engine, Engine::Form(_) | Engine::Write(_) | Engine::Stages(_))
}

/// What a work is worth without any screen.
fn worth(exercise: &Exercise, work: &Work) -> Assessment {
    let keys = exercise.questions.iter().map(|question| (question.id.clone(), key_response(question))).collect();
    assess(exercise, work, &keys, Circumstances::default())
}

#[test]
fn the_model_made_by_keys_passes_as_it_does_without_a_screen() {
    for exercise in exercises().filter(|exercise| has_robot(exercise)) {
        let model = exercise.model.as_ref().unwrap();
        let mut robot = Robot::at(&exercise, (80, 24));
        robot.make(&exercise, model);
        robot.hand_in();
        assert_eq!(robot.assessment(), worth(&exercise, model), "{}", exercise.id);
        assert!(robot.assessment().passed, "{}", exercise.id);
        assert!(robot.stage.text().contains("100 %: passed"), "{}\n{}", exercise.id, robot.stage.text());
    }
}

#[test]
fn the_typical_wrong_work_made_by_keys_fails_with_its_codes() {
    for exercise in exercises().filter(|exercise| has_robot(exercise)) {
        let typical = exercise.typical.as_ref().unwrap();
        let mut robot = Robot::at(&exercise, (80, 24));
        robot.make(&exercise, &typical.work);
        robot.hand_in();
        let judged = robot.assessment();
        assert!(!judged.passed, "{}", exercise.id);
        let codes: BTreeSet<&str> = judged.findings.iter().map(|finding| finding.code.as_str()).collect();
        assert!(typical.expect.iter().all(|code| codes.contains(code.as_str())), "{}: {codes:?}", exercise.id);
        insta::assert_snapshot!(format!("debrief_{}", exercise.id.to_string().replace('/', "_")), robot.stage.screen());
    }
}

#[test]
fn each_engine_is_laid_out_for_every_size() {
    for (name, id) in [
        ("arrange", "gathering/cut-down"),
        ("mark", "checking/claim-hunt"),
        ("desk", "exchange/inbox"),
        ("case", "checking/case-dam-video"),
        ("field", "gathering/record-the-place"),
    ] {
        let exercise = exercises().find(|exercise| exercise.id.as_str() == id).unwrap();
        for size in SIZES {
            let mut robot = Robot::at(&exercise, size);
            robot.make(&exercise, exercise.model.as_ref().unwrap());
            insta::assert_snapshot!(format!("work_{name}_{}x{}", size.0, size.1), robot.stage.screen());
        }
    }
}

#[test]
fn half_done_work_is_there_after_leaving_and_a_story_goes_on_at_its_stage() {
    let exercise = exercises().find(|exercise| exercise.id.as_str() == "exchange/inbox").unwrap();
    let mut robot = Robot::at(&exercise, (80, 24));
    robot.stage.keys("<enter><enter>1");
    robot.stage.keys("<esc><esc>");
    assert!(
        robot.stage.text().lines().any(|line| line.trim_start().starts_with('▶') && line.contains('◐')),
        "{}",
        robot.stage.text()
    );
    robot.stage.keys("<enter>");
    assert!(robot.stage.text().contains("1 of 10 decided"), "{}", robot.stage.text());
}

#[test]
fn several_sheets_are_counted_and_the_footer_says_how_to_turn_them() {
    let has_several = |exercise: &Arc<Exercise>| exercise.materials.len() > 1 && has_robot(exercise);
    let exercise = exercises().find(has_several).unwrap();
    for size in SIZES {
        let mut robot = Robot::at(&exercise, size);
        robot.stage.keys("<enter><f4>");
        for (words, keys) in [("next sheet", "<f2>"), ("feuille suivante", "<f2>")] {
            let (text, count) = (robot.stage.text(), format!("1/{}", exercise.materials.len()));
            assert!(text.contains(words) && text.contains(&count), "{size:?}\n{text}");
            robot.stage.keys(keys);
        }
        robot.stage.keys("<right>");
        assert!(robot.stage.text().contains(&format!("2/{}", exercise.materials.len())), "{}", robot.stage.text());
    }
}

#[test]
fn a_clock_is_offered_only_where_one_runs_and_counts() {
    for exercise in exercises().filter(|exercise| has_robot(exercise)) {
        let robot = Robot::at(&exercise, (80, 24));
        let has_clock = robot.stage.app.session().bench().unwrap().has_clock();
        let text = robot.stage.text();
        assert_eq!(text.contains("with the clock"), has_clock, "{}\n{text}", exercise.id);
        assert_eq!(text.contains("u clock"), has_clock, "{}\n{text}", exercise.id);
    }
    let of = |id: &str| exercises().find(|exercise| exercise.id.as_str() == id).unwrap();
    let clock = |id: &str| Robot::at(&of(id), (80, 24)).stage.text().contains("with the clock");
    assert!(clock("exchange/inbox"));
    assert!(!clock("gathering/consent-ladder") && !clock("checking/case-dam-video"));
}
