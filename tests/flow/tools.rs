//! The forms for real items: opened blank, saved, opened again another day, had as files, deleted.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use rundown::course::{Course, ExerciseOutline};
use rundown::id::LessonId;
use rundown::session::bench::Purpose;
use rundown::store::Store;
use rundown::tui::app::Wanted;

use crate::stage::Stage;

static COURSE: LazyLock<Arc<Course>> =
    LazyLock::new(|| Arc::new(Course::folder(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()));

const PLAIN: (u16, u16) = (80, 24);

fn tools() -> Vec<&'static ExerciseOutline> {
    COURSE.exercises().iter().filter(|outline| outline.tool.is_some()).collect()
}

/// The list of desk work, at a tool by its place from the end of the list.
fn at_tool(store: &Arc<Store>, from_end: usize, known: bool) -> Stage {
    let mut stage = Stage::with(store, &COURSE, PLAIN);
    stage.keys(if known { "<enter>" } else { "Awa Diop<enter>Lagune TV<f10>" });
    stage.keys("x<end>");
    stage.keys(&"<up>".repeat(from_end));
    stage
}

#[track_caller]
fn says(stage: &Stage, words: &str) {
    assert!(stage.text().contains(words), "`{words}` is missing:\n{}", stage.text());
}

fn opened(stage: &Stage) -> (String, String) {
    let bench = stage.app.session().bench().expect("a form is open");
    let Purpose::Tool(name) = &bench.purpose else { panic!("{:?}", bench.purpose) };
    (bench.exercise.id.to_string(), name.clone())
}

/// What stands on the form, as it is kept.
fn written(stage: &Stage) -> String {
    serde_json::to_string(&stage.app.session().bench().unwrap().work).unwrap()
}

/// Fills the first field in: types, or chooses where nothing is typed.
fn fill(stage: &mut Stage) {
    stage.keys("<tab><s-tab>Kolombe 2104<tab>2104-SANVILA<tab>");
    stage.keys("<right><tab>");
}

#[test]
fn the_course_has_the_six_tools() {
    let names: Vec<&str> = tools().iter().filter_map(|outline| outline.tool.as_deref()).collect();
    for name in ["dopesheet", "shotlist", "risk-form", "restriction-line", "alert"] {
        assert!(names.contains(&name), "{name} is not in {names:?}");
    }
    assert!(names.len() >= 6, "{names:?}");
}

#[test]
fn every_tool_is_saved_opened_again_another_day_had_as_files_and_deleted() {
    let all = tools();
    for (from_end, outline) in all.iter().rev().enumerate() {
        let store = Arc::new(Store::memory().unwrap());
        let mut stage = at_tool(&store, from_end, false);
        stage.keys("<enter>");
        assert_eq!(opened(&stage), (outline.id.to_string(), "1".to_owned()), "{}", stage.text());
        fill(&mut stage);
        let made = written(&stage);
        stage.keys("<f10>");
        says(&stage, "Kept.");
        stage.keys("<esc>");
        says(&stage, "kept: 1");
        drop(stage);

        // Another day: the item stands under its tool.
        let mut again = at_tool(&store, from_end, true);
        again.keys("<enter>");
        assert_eq!(opened(&again), (outline.id.to_string(), "1".to_owned()), "{}", again.text());
        assert_eq!(written(&again), made, "{}", outline.id);
        again.keys("<f5>");
        says(&again, "reports/");
        let mimes: Vec<&str> = again.delivered.iter().map(|file| file.mime).collect();
        assert_eq!(mimes.len(), 2, "{}: {mimes:?}", outline.id);
        assert!(mimes.iter().any(|mime| mime.starts_with("text/plain")), "{mimes:?}");
        assert!(mimes.iter().any(|mime| mime.contains("json")), "{mimes:?}");
        for file in &again.delivered {
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            assert!(text.contains("Kolombe 2104") || text.contains("2104-SANVILA"), "{}: {text}", file.name);
        }
        again.keys("<esc>e");
        assert_eq!(again.delivered.len(), 4, "{}", outline.id);
        assert_eq!(again.delivered[0].bytes, again.delivered[2].bytes, "{}", outline.id);
        again.keys("<del>");
        assert!(!again.text().contains("kept: 1"), "{}", again.text());
    }
}

#[test]
fn desk_work_that_was_asked_for_by_its_id_is_opened_at_once_and_left_to_the_rundown() {
    let store = Arc::new(Store::memory().unwrap());
    let mut stage = Stage::with(&store, &COURSE, PLAIN);
    stage.app.begin_with(Wanted::Page(LessonId::new("exchange/inbox").unwrap()));
    stage.keys("Awa Diop<enter>Lagune TV<f10>");
    assert_eq!(stage.app.session().bench().unwrap().exercise.id.as_str(), "exchange/inbox", "{}", stage.text());
    stage.keys("<esc>");
    says(&stage, "NEWS GATHERING");
}
