//! Whole paths through the program.

use super::*;
use crate::id::QuizId;

#[test]
fn a_first_start_asks_for_name_station_and_language() {
    insta::assert_snapshot!(Home::new().run("\nAwa Diop\nLagune TV\n7\n1\nq\n"));
}

#[test]
fn a_lesson_is_read_section_by_section() {
    insta::assert_snapshot!(Home::with_learner().run("1\n1\n\no\n\nq\n\n1\nq\n"));
}

#[test]
fn the_language_switches_everywhere() {
    insta::assert_snapshot!(Home::with_learner().run("1\nl\n1\n2\n?\nq\nq\n"));
}

#[test]
fn progress_is_shown_and_the_report_written_in_every_format() {
    let mut home = Home::with_learner();
    insta::assert_snapshot!(home.run("1\np\n9\n1\n2\n3\n4\n5\n\nq\n"));
    let names: Vec<&str> = home.files.iter().map(|file| file.name.as_str()).collect();
    let endings = ["txt", "md", "html", "csv", "json"].map(|ending| format!("rundown-awa-diop-2027-03-16.{ending}"));
    assert_eq!(names, endings);
}

#[test]
fn terms_and_places_are_found() {
    insta::assert_snapshot!(Home::with_learner().run("1\ng\n1\nangle\nnothing\n\ns\nkamera\ncamera\n1\nq\n\n\nq\n"));
}

#[test]
fn another_learner_is_chosen_or_added() {
    let mut home = Home::with_learner();
    let output = home.run("1\nw\nn\nTesfa\nDNT\n2\nw\n2\nq\n");
    assert!(output.contains("Bonjour, Tesfa.") && output.ends_with("Tout est enregistré. Au revoir.\n"), "{output}");
}

/// The places of all prompts of a path: each is where the input could end.
fn ends(script: &str) -> impl Iterator<Item = String> {
    let lines: Vec<&str> = script.split_inclusive('\n').collect();
    (0..=lines.len()).map(move |count| lines.iter().take(count).copied().collect())
}

const LONG_PATH: &str = "Awa\nLagune\n1\n1\n1\n\n\n1\n\n\n1\n1 2\nh\n2\n4 3 2 1\n1 2\n1 1 2\n75\nthe desk\n2 8-9\n\n\
    p\n1\n\ng\n1\n\ns\ncamera\n1\nq\n\n\n2\n1\n\nT1\n1\n";

#[test]
fn the_input_may_end_at_every_prompt() {
    for script in ends(LONG_PATH) {
        let output = Home::new().run(&script);
        assert!(output.starts_with("Rundown. Small course."), "{script:?}");
        let is_known = script.lines().count() >= 3;
        assert_eq!(output.ends_with("Everything is saved. Goodbye.\n"), is_known, "{script:?}\n{output}");
    }
}

#[test]
fn a_path_in_pieces_leads_as_far_as_a_path_in_one() {
    let mut home = Home::with_learner();
    let quiz = "2 1 2 3 4\n";
    home.run(&format!("1\n1\n2\n{quiz}"));
    let (mut session, mut host) = home.enter(Via::Screen);
    let lesson = home.course.outlines()[0].id.clone();
    let effects = session.sit(&QuizId::Lesson(lesson)).unwrap();
    carry_out(&mut session, &mut host, effects);
    assert_eq!(session.sitting().unwrap().answered(), 0, "the entry names several and is refused");
    assert!(home.run("1\nq\n").contains("Quiz left at question 1 of 9"));
}

#[test]
fn what_is_half_placed_is_gone_on_with() {
    let mut home = Home::with_learner();
    let to_the_match = "1\n1\n2\n1\n1\n1\n1 2 3 4\n";
    home.run(&format!("{to_the_match}3\nq\nq\n"));
    let second = home.run("1\n1\n2\n");
    assert!(second.contains("Question 5 of 9"), "{second}");
    assert!(second.contains("What belongs to “Forty thousand homes have no water”?"), "{second}");
}

#[test]
fn a_lesson_can_be_opened_at_once() {
    let mut home = Home::with_learner();
    let (session, effects, mut host) = home.session(Via::Plain);
    let open = Some(home.course.outlines()[1].id.clone());
    let (mut input, mut output) = (&b"1\nq\nq\n"[..], Vec::new());
    run(Begin { session, effects, open }, &mut input, &mut output, &mut host).unwrap();
    let output = String::from_utf8(output).unwrap();
    let (hello, lesson, menu) = (output.find("Hello"), output.find("Section 1 of 2"), output.find("0 % done"));
    assert!(hello < lesson && lesson < menu && lesson.is_some(), "{output}");
}

#[test]
fn a_place_is_kept_at_once() {
    let mut home = Home::with_learner();
    let (session, effects, mut host) = home.session(Via::Plain);
    let begin = Begin { session, effects, open: None };
    let mut lines: &[u8] = b"1\n1\n1\n\n";
    let mut output = Vec::new();
    // The last line reads section 2; then the process dies.
    let mut input = Dying(&mut lines);
    let dies = std::panic::AssertUnwindSafe(|| run(begin, &mut input, &mut output, &mut host));
    assert!(std::panic::catch_unwind(dies).is_err());
    assert!(home.run("1\n\n").contains("Section 2 of 3"));
}

/// An input that never comes back after its last line.
struct Dying<'a>(&'a mut &'static [u8]);

impl io::Read for Dying<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.0.read(bytes)
    }
}

impl BufRead for Dying<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        assert!(!self.0.is_empty(), "killed");
        Ok(self.0)
    }
    fn consume(&mut self, bytes: usize) {
        self.0.consume(bytes);
    }
}

#[test]
fn two_at_one_machine_answer_together_and_part_again() {
    let mut home = Home::with_learner();
    home.run("n\nTesfa Bekele\nDNT\n1\n");
    let said = home.run("1\na\n1\nq\n");
    assert!(said.contains("1. Tesfa Bekele, DNT"), "{said}");
    assert!(said.contains("You and Tesfa Bekele work as a pair"), "{said}");
    let said = home.run("1\na\n1\na\nq\n");
    assert!(said.contains("You go on alone."), "{said}");
    let said = home.run("1\na\n7\nq\nq\n");
    assert!(!said.contains("work as a pair with"), "{said}");
}

#[test]
fn one_who_is_alone_on_the_machine_is_told_how_to_add_somebody() {
    let said = Home::with_learner().run("1\na\nq\n");
    assert!(said.contains("Nobody else is known on this machine."), "{said}");
}
