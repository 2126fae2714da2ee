//! Desk work by keys: every exercise of the built-in course once right and once wrong, and how each engine looks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use rundown::assess::work::{Assessment, Circumstances, assess};
use rundown::assess::{Response, key_response};
use rundown::course::exercise::marking::Unit;
use rundown::course::exercise::work::{Decided, Marked};
use rundown::course::exercise::{Arranging, Case, Criterion, Desk, Engine, Exercise, FieldTask, Marking, Work};
use rundown::course::{Course, ExerciseOutline};
use rundown::id::Lang;
use rundown::store::Store;
use rundown::tui::input::Input;

use crate::stage::{SIZES, Stage};

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

/// Texts by id.
type Texts = BTreeMap<String, String>;

/// A learner at desk work: at its brief.
struct Robot {
    stage: Stage,
    /// The control that has the focus.
    focus: usize,
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
        Self { stage, focus: 0 }
    }

    /// Moves the focus to a control.
    fn go(&mut self, control: usize) {
        let key = if control > self.focus { "<down>" } else { "<up>" };
        for _ in 0..control.abs_diff(self.focus) {
            self.stage.keys(key);
        }
        self.focus = control;
    }

    fn paste(&mut self, text: &str) {
        self.stage.input(Input::Paste(text.to_owned()));
    }

    /// Makes a work by keys alone.
    fn make(&mut self, exercise: &Exercise, work: &Work) {
        self.stage.keys("<enter>");
        match (&exercise.engine, work) {
            (Engine::Arrange(of), Work::Arrange { cards, labels, captions }) => self.lay(of, cards, labels, captions),
            (Engine::Mark(of), Work::Mark { marks }) => self.mark(of, marks),
            (Engine::Desk(of), Work::Desk { decided }) => decided.iter().for_each(|given| self.decide(of, given)),
            (Engine::Case(of), Work::Case { used, cited, concluded, .. }) => {
                self.inquire(of, used.iter().chain(cited), concluded);
            }
            (Engine::Field(of), Work::Field { done, file, ticked }) => {
                self.tick(of, done, file);
                self.give_points(of, &exercise.rubric, ticked);
            }
            (engine, _) => panic!("no robot for {:?}", engine.kind()),
        }
    }

    fn lay(&mut self, of: &Arranging, cards: &[String], labels: &Texts, captions: &Texts) {
        let each = 1 + usize::from(of.captions.is_some());
        let mut left: Vec<&str> = of.cards.iter().map(|card| card.id.as_str()).collect();
        for (at, card) in cards.iter().enumerate() {
            let place = left.iter().position(|id| id == card).unwrap();
            self.go(at * each + place);
            self.stage.keys("<enter>");
            left.remove(place);
            self.focus += each;
        }
        for (at, card) in cards.iter().enumerate() {
            let place = |id: &String| of.labels.as_ref()?.options.iter().position(|pick| pick.id == *id);
            if let Some(place) = labels.get(card).and_then(place) {
                self.go(at * each);
                self.stage.keys(&"<right>".repeat(place + 1));
            }
            if let Some(caption) = captions.get(card) {
                self.go(at * each + 1);
                self.paste(caption);
            }
        }
    }

    fn mark(&mut self, of: &Marking, marks: &[Marked]) {
        self.go(of.labels.len());
        let mut at = 0;
        for mark in marks {
            while at < mark.from {
                self.stage.keys("<right>");
                at = unit_end(of, at);
            }
            let label = of.labels.iter().position(|label| label.id == mark.label).unwrap();
            self.stage.keys(&(label + 1).to_string());
            let more = if of.unit == Unit::Words { mark.to.saturating_sub(at + 1) } else { 0 };
            self.stage.keys(&"<right><space>".repeat(more));
            at += more;
        }
    }

    fn decide(&mut self, of: &Desk, given: &Decided) {
        self.go(of.items.iter().position(|item| item.id.as_str() == given.item).unwrap());
        let back = self.focus;
        let decision = of.decisions.iter().position(|pick| pick.id == given.decision).unwrap();
        self.stage.keys(&format!("<enter>{}", decision + 1));
        self.focus = decision;
        let codes: Vec<_> = of.codes.iter().filter(|code| code.decision == given.decision).collect();
        if let Some(code) = codes.iter().position(|code| code.pick.id == given.code) {
            self.go(of.decisions.len() + code);
            self.stage.keys("<enter>");
        }
        if !given.note.is_empty() {
            self.go(of.decisions.len() + codes.len());
            self.paste(&given.note);
        }
        self.stage.keys("<esc>");
        self.focus = back;
    }

    fn inquire<'a>(&mut self, of: &Case, tools: impl Iterator<Item = &'a String>, concluded: &Texts) {
        for name in tools {
            self.go(of.tools.iter().position(|tool| tool.id.as_str() == name).unwrap());
            self.stage.keys("<enter>");
        }
        let mut before = of.tools.len() + 1;
        for conclusion in &of.conclusions {
            let given = concluded.get(conclusion.id.as_str());
            if let Some(at) = conclusion.options.iter().position(|(pick, _)| Some(&pick.id) == given) {
                self.go(before + at);
                self.stage.keys("<enter>");
            }
            before += conclusion.options.len();
        }
    }

    fn tick(&mut self, of: &FieldTask, done: &[String], file: &str) {
        for (at, step) in of.steps.iter().enumerate() {
            if done.iter().any(|name| name == step.id.as_str()) {
                self.go(at);
                self.stage.keys("<space>");
            }
        }
        if of.file {
            self.go(of.steps.len());
            self.paste(file);
        }
    }

    fn give_points(&mut self, of: &FieldTask, rubric: &[Criterion], ticked: &BTreeMap<String, u8>) {
        for (at, line) in rubric.iter().enumerate() {
            if let Some(points) = ticked.get(line.id.as_str()) {
                self.go(of.steps.len() + usize::from(of.file) + at);
                let keys = if *points == 0 { "<left>".to_owned() } else { "<right>".repeat((*points).into()) };
                self.stage.keys(&keys);
            }
        }
    }

    /// Hands in, answering the questions after the work by their keys.
    fn hand_in(&mut self) {
        self.stage.keys("<f10>");
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

fn unit_end(of: &Marking, at: usize) -> usize {
    let span = of.words[at].span.as_ref();
    if of.unit == Unit::Words || span.is_none() {
        return at + 1;
    }
    at + of.words[at..].iter().take_while(|word| word.span.as_ref() == span).count()
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
