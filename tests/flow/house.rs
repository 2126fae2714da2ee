//! The trainer's own exchange, filled in as a form: what is wrong is told beneath it, and lessons speak of it at once.

use std::sync::{Arc, OnceLock};

use rundown::course::Course;
use rundown::id::Lang;
use rundown::session::Carry;

use crate::cohort::Home;
use crate::stage::{Stage, snapshots};

const PLAIN: (u16, u16) = (80, 24);

/// The form on the built-in course, whose house has all there is.
fn form(size: (u16, u16)) -> Stage {
    static COURSE: OnceLock<Arc<Course>> = OnceLock::new();
    let course = COURSE.get_or_init(|| Arc::new(Course::embedded().unwrap()));
    let mut stage = Home::on(Arc::clone(course)).trainer(size);
    stage.keys("h");
    stage
}

fn cleared(letters: usize) -> String {
    "<bs>".repeat(letters)
}

/// The files that the host was to keep last.
fn kept(stage: &Stage) -> Option<Vec<(String, String)>> {
    stage
        .carried
        .iter()
        .rev()
        .find_map(|carry| if let Carry::House(files) = carry { Some(files.clone()) } else { None })
}

fn exchange(stage: &Stage, lang: &str) -> Option<String> {
    let course = stage.app.session().course();
    course.house(&Lang::new(lang).unwrap()).get("exchange").map(str::to_owned)
}

#[test]
fn the_form_shows_what_is_said_and_what_the_course_says() {
    snapshots!("form", form);
    snapshots!("form_typed", |size| {
        let mut stage = form(size);
        stage.keys(&cleared(22)).keys("Harbour Cities News Exchange<pagedown><pagedown>");
        stage
    });
}

#[test]
fn what_is_typed_is_kept_as_a_file_and_lessons_speak_of_it_at_once_in_every_language() {
    let mut stage = form(PLAIN);
    stage.keys(&cleared(22)).keys("Harbour \"Cities\" Exchange<f10>");
    assert!(stage.text().contains("house.toml"), "{}", stage.text());
    let files = kept(&stage).unwrap();
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].1, "stand_in = false\nexchange = \"Harbour \\\"Cities\\\" Exchange\"\n");
    for lang in ["en", "fr"] {
        assert_eq!(exchange(&stage, lang).unwrap(), "Harbour \"Cities\" Exchange");
    }
    assert!(stage.text().contains("In the course: Meridian Link Exchange"), "{}", stage.text());
    stage.keys(&cleared(25)).keys("<f10>");
    assert_eq!(kept(&stage).unwrap()[0].1, "stand_in = false\n");
    assert_eq!(exchange(&stage, "fr").unwrap(), "Meridian Link Exchange", "what is emptied is the course's again");
    assert!(stage.text().contains("Name                   Meridian Link Exchange"), "{}", stage.text());
    stage.keys("<esc>");
    assert!(stage.text().contains("COHORTS"), "what is kept is left without a question: {}", stage.text());
}

#[test]
fn what_another_language_says_otherwise_is_kept_in_the_language_it_was_typed_in() {
    let mut stage = form(PLAIN);
    stage.keys("<esc><f2>h<down><down><down>").keys(" franchement<up><up><up>").keys(&cleared(22)).keys("HCX<f10>");
    let files = kept(&stage).unwrap();
    assert_eq!(files[0], ("house.toml".to_owned(), "stand_in = false\nexchange = \"HCX\"\n".to_owned()));
    assert_eq!(files[1].0, "house.fr.toml");
    assert!(files[1].1.starts_with("promise = \"un sujet par jour") && files[1].1.contains("franchement"));
    assert_eq!(exchange(&stage, "en").unwrap(), "HCX", "a name is one in all languages");
}

#[test]
fn what_is_wrong_is_told_beneath_its_field_and_nothing_is_kept() {
    let notes = "<down>".repeat(7);
    snapshots!("fault", |size| {
        let mut stage = form(size);
        stage.keys(&notes).keys(", z9<up><up><up><f10>");
        stage
    });
    let mut stage = form(PLAIN);
    stage.keys(&notes).keys(", z9<f10>");
    assert!(stage.text().contains("There is no code z9."), "{}", stage.text());
    assert_eq!(kept(&stage), None);
    stage.keys(&cleared(4)).keys("<f10>");
    assert_eq!(kept(&stage), None, "nothing changed, nothing is written: {}", stage.text());
    assert!(stage.text().contains("COHORTS"), "{}", stage.text());
    stage.keys("h<esc>");
    assert!(stage.text().contains("COHORTS"), "{}", stage.text());
}

#[test]
fn what_was_typed_is_left_only_after_a_question() {
    snapshots!("leave", |size| {
        let mut stage = form(size);
        stage.keys(" and more<esc>");
        stage
    });
    let mut stage = form(PLAIN);
    stage.keys(" and more<esc>");
    assert!(stage.text().contains("Leave without saving?"), "{}", stage.text());
    stage.keys("<esc>");
    assert!(stage.text().contains("Meridian Link Exchange and more"), "{}", stage.text());
    stage.keys("<esc><right><enter>");
    assert!(stage.text().contains("COHORTS"), "{}", stage.text());
    assert_eq!(kept(&stage), None);
    stage.keys("h");
    assert!(!stage.text().contains("and more"), "{}", stage.text());
}

#[test]
fn a_house_that_could_not_be_written_counts_nowhere_and_stays_in_the_form() {
    let mut stage = form(PLAIN);
    stage.disk_full = true;
    stage.keys(&cleared(22)).keys("HCX<f10>");
    assert!(stage.text().contains("the disk is full") && stage.text().contains("HCX"), "{}", stage.text());
    assert_eq!(exchange(&stage, "en").unwrap(), "Meridian Link Exchange");
    stage.disk_full = false;
    stage.keys("<f10>");
    assert_eq!(exchange(&stage, "en").unwrap(), "HCX");
}
