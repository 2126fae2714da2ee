//! Entries that are not accepted, and texts that would act on a terminal.

use super::*;

#[test]
fn every_refused_entry_says_why_and_the_prompt_comes_again() {
    let first = "1\n1\n2\nx\n7\n1 2\n\n";
    let multiple = "1\n1 1\n9\n1 2\n";
    let rest = "1\n1 2\n3 3 2 1\n4 3 2 1\nb\n1 1\n4\n1\nb\n1 2\n1 1 2 1\n1 1 2\nmany\n75 km\n75\n\n=q\n99\n9-2\n2\n";
    let output = Home::with_learner().run(&format!("{first}{multiple}{rest}\nq\n"));
    insta::assert_snapshot!(output);
}

#[test]
fn an_answer_that_looks_like_a_command_can_be_given() {
    let to_the_words = "1\n1\n2\n1\n1\n1\n1 2 3 4\n1 2\n1 1 2\n75\n";
    for literal in ["=q", "=h", "= l", "=?x"] {
        let output = Home::with_learner().run(&format!("{to_the_words}{literal}\n"));
        assert!(output.contains("Question 9 of 9"), "{literal}: {output}");
    }
}

#[test]
fn nothing_typed_by_others_acts_on_the_terminal() {
    let mut home = Home::new();
    let hostile = "Awa\u{1b}[31m\u{202e}\u{9b}2J\u{0}Diop";
    let output = home.run(&format!("{hostile}\n{hostile}\n1\n{hostile}\ns\n{hostile}\n\np\n\nq\n"));
    let foreign: Vec<char> = output.chars().filter(|c| *c != '\n' && crate::text::is_foreign(*c)).collect();
    assert_eq!(foreign, []);
    assert!(output.contains("Hello, Awa[31m2JDiop."), "{output}");
}

/// A store that refuses to write after the first answers.
struct Refusing {
    inner: TestHost,
    left: usize,
}

impl Host for Refusing {
    fn carry_out(&mut self, effect: Effect) -> Vec<Message> {
        self.left = self.left.saturating_sub(1);
        match effect {
            Effect::Store(tag, _) if self.left == 0 => vec![Message::Store(tag, Err(StoreError::Full("disk".into())))],
            Effect::Store(..)
            | Effect::Deliver(..)
            | Effect::Carry(..)
            | Effect::Order(..)
            | Effect::Evening(..)
            | Effect::Door(..)
            | Effect::Forget(_)
            | Effect::Quit
            | Effect::Suspend => self.inner.carry_out(effect),
        }
    }
}

#[test]
fn what_is_not_saved_is_said_and_goodbye_is_not() {
    let mut home = Home::with_learner();
    let (session, effects, inner) = home.session(Via::Plain);
    let mut host = Refusing { inner, left: 4 };
    let (mut input, mut output) = (&b"1\n1\n2\n1\nq\nq\n"[..], Vec::new());
    let saving = run(Begin { session, effects, open: None }, &mut input, &mut output, &mut host).unwrap();
    let output = String::from_utf8(output).unwrap();
    assert!(matches!(saving, Saving::Failed(_)));
    assert_eq!(output.matches("NOT SAVED").count(), 1, "{output}");
    assert!(!output.contains("Goodbye"));
}

/// A pipe that breaks after some bytes.
struct Broken(usize);

impl Write for Broken {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_broken_pipe_ends_the_run_and_loses_nothing() {
    let mut home = Home::with_learner();
    let (session, effects, mut host) = home.session(Via::Plain);
    let mut input = &b"1\n1\n2\n1\n1\n1\n"[..];
    let error = run(Begin { session, effects, open: None }, &mut input, &mut Broken(1_800), &mut host).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    let (session, _) = home.enter(Via::Screen);
    let attempts = &session.learning().unwrap().run().unwrap().attempts;
    assert!(!attempts.values().next().unwrap().answers.is_empty());
}
