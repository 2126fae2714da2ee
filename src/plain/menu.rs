//! The running order of the course as a numbered menu, and what can be done from there.

use super::{Entry, Plain, Step, Stop};
use crate::id::{LessonId, QuizId};
use crate::session::Rundown;
use crate::session::rundown::{Page, Row, Status};

impl Plain<'_> {
    /// Shows the menu until the learner leaves; returns where another learner is to be chosen.
    pub(super) fn menu(&mut self) -> Step {
        loop {
            let Some(rundown) = self.session.rundown() else { return Ok(()) };
            self.write_rundown(&rundown)?;
            self.write_sign_in("sign-in-plain")?;
            let prompt = self.words.with("plain-ask-menu", &[("max", rundown.rows().count().into())]);
            let entry = self.choose(&prompt)?;
            let is_over = match &entry {
                Entry::Text(text) if text == "w" => {
                    let effects = self.session.change_learner();
                    self.act(effects)?;
                    true
                }
                Entry::Enter | Entry::Text(_) | Entry::Again => {
                    back(self.menu_choice(&rundown, &entry))?;
                    false
                }
            };
            if is_over {
                return Ok(());
            }
        }
    }

    fn menu_choice(&mut self, rundown: &Rundown, entry: &Entry) -> Step {
        let Entry::Text(text) = entry else {
            return if *entry == Entry::Enter { self.go_on(rundown) } else { Ok(()) };
        };
        match text.as_str() {
            "p" => self.progress(),
            "g" => self.glossary(),
            "s" => self.search(),
            "d" => self.all_work(),
            "n" => self.notes(),
            "a" => self.pair_or_part(),
            "b" => back(self.back_up()),
            "x" => self.forget_me(),
            "r" => self.review(),
            "i" if self.session.sign_in_due().is_some() => self.sign_in(),
            _ => match row(rundown, text) {
                Some(row) => self.open(&row.page),
                None => self.refuse_choice(text, rundown.rows().count()),
            },
        }
    }

    /// Says that a half-day is to be signed in for, where one is, or that it is done.
    fn write_sign_in(&mut self, key: &str) -> Step {
        let Some(due) = self.session.sign_in_due() else { return Ok(()) };
        let half = self.words.get(due.half());
        self.say_with(key, &[("half", half.into()), ("cohort", due.workshop.name.into())])
    }

    fn sign_in(&mut self) -> Step {
        self.write_sign_in("sign-in-done")?;
        let effects = self.session.sign_in();
        self.act(effects)
    }

    fn refuse_choice(&mut self, given: &str, max: usize) -> Step {
        self.say_with("plain-why-menu", &[("given", given.into()), ("max", max.into())])
    }

    /// Goes on where the learner stopped.
    fn go_on(&mut self, rundown: &Rundown) -> Step {
        let next = rundown.next.and_then(|(block, row)| rundown.blocks.get(block)?.rows.get(row));
        match next {
            Some(row) => match (&row.page, row.status) {
                (Page::Lesson(lesson), Status::QuizNext | Status::QuizLeft(..) | Status::NotPassed(_)) => {
                    self.sit(&QuizId::Lesson(lesson.clone()))
                }
                (Page::Lesson(lesson), Status::WorkNext(_)) => self.work_next(lesson),
                (Page::Lesson(lesson), _) => self.read_lesson(lesson, None),
                (page, _) => self.open(page),
            },
            None => self.say("plain-all-done"),
        }
    }

    /// Opens a lesson, or desk work, by its id.
    pub(super) fn open_by_id(&mut self, id: &LessonId) -> Step {
        match Page::named(self.session.course(), id) {
            work @ Page::Work(_) => self.open(&work),
            Page::Lesson(_) | Page::Test(_) | Page::Form(..) => self.read_lesson(id, None),
        }
    }

    fn open(&mut self, page: &Page) -> Step {
        match page {
            Page::Test(test) => self.open_test(&QuizId::Test(test.clone())),
            Page::Lesson(lesson) => self.open_page(lesson),
            Page::Form(form, day) => self.reply_to(form, *day),
            Page::Work(exercise) => {
                let course = std::sync::Arc::clone(self.session.course());
                course.exercise_outline(exercise).map_or(Ok(()), |outline| self.open_work(outline))
            }
        }
    }

    /// Sits a test; one that was answered to its end can be looked back on.
    fn open_test(&mut self, quiz: &QuizId) -> Step {
        while self.session.has_finished(quiz) {
            let prompt = self.words.get("plain-ask-test");
            match self.choose(&prompt)? {
                Entry::Enter => break,
                Entry::Text(text) if text == "d" => return self.look_back_on(quiz),
                Entry::Text(text) => self.say_with("plain-why-open-work", &[("given", text.into())])?,
                Entry::Again => {}
            }
        }
        self.sit(quiz)
    }

    /// Asks what of a lesson: the text, the quiz, or one of its pieces of desk work.
    fn open_page(&mut self, lesson: &LessonId) -> Step {
        let work = self.work_of(lesson);
        loop {
            for (number, outline) in (3..).zip(&work) {
                let line = self.work_line(number, outline);
                self.lines.write(&line)?;
            }
            let quiz = QuizId::Lesson(lesson.clone());
            if self.session.has_finished(&quiz) {
                self.say("plain-look-back")?;
            }
            let max = 2 + work.len();
            let key = if work.is_empty() { "plain-ask-lesson" } else { "plain-ask-lesson-work" };
            let prompt = self.words.with(key, &[("max", max.into())]);
            match self.choose(&prompt)? {
                Entry::Enter => return self.read_lesson(lesson, None),
                Entry::Again => {}
                Entry::Text(text) if text == "d" => return self.look_back_on(&quiz),
                Entry::Text(text) => match text.parse::<usize>() {
                    Ok(1) => return self.read_lesson(lesson, None),
                    Ok(2) => return self.sit(&quiz),
                    number => match number.ok().and_then(|number| work.get(number.checked_sub(3)?)) {
                        Some(outline) => return self.open_work(outline),
                        None => self.refuse_number(&text, max)?,
                    },
                },
            }
        }
    }

    /// Opens the desk work that a lesson asks for.
    pub(super) fn work_next(&mut self, lesson: &LessonId) -> Step {
        let course = std::sync::Arc::clone(self.session.course());
        let asked = course.outline(lesson).and_then(|outline| outline.exercise.as_ref());
        match asked.and_then(|exercise| course.exercise_outline(exercise)) {
            Some(outline) => self.open_work(outline),
            None => self.open_page(lesson),
        }
    }

    fn write_rundown(&mut self, rundown: &Rundown) -> Step {
        self.blank()?;
        let args = [("percent", rundown.percent().into()), ("left", rundown.left().into())];
        let head = self.words.with("plain-course-line", &args);
        self.lines.write(&format!("{}. {head}", rundown.title))?;
        self.tell_pair()?;
        self.tell_reviews()?;
        let mut number = 0;
        for block in &rundown.blocks {
            let title = block.heading(&self.words);
            self.lines.write(&format!("{}. {title}", block.letter))?;
            for row in &block.rows {
                number += 1;
                let line = self.row_line(number, row);
                self.lines.write(&line)?;
            }
        }
        Ok(())
    }

    fn row_line(&self, number: usize, row: &Row) -> String {
        let minutes = self.words.with("plain-minutes", &[("minutes", row.minutes.into())]);
        format!("  {number}. {} {} – {minutes} – {}", row.number, self.inline(&row.title), self.status(row.status))
    }

    fn status(&self, status: Status) -> String {
        let two =
            |key: &str, done: usize, all: usize| self.words.with(key, &[("done", done.into()), ("all", all.into())]);
        let grade =
            |key: &str, grade: crate::assess::Grade| self.words.with(key, &[("percent", grade.percent().into())]);
        match status {
            Status::Untouched => self.words.get("plain-status-untouched"),
            Status::Reading(seen, all) => two("plain-status-reading", seen, all),
            Status::QuizNext => self.words.get("plain-status-quiz-next"),
            Status::QuizLeft(at, all) => two("plain-status-quiz-left", at, all),
            Status::NotPassed(best) => grade("plain-status-not-passed", best),
            Status::WorkNext(best) => grade("plain-status-work-next", best),
            Status::Passed(best) => grade("plain-status-passed", best),
            Status::Done(best) => grade("plain-status-done", best),
            Status::Begun => self.words.get("plain-work-begun"),
            Status::Later(None) => self.words.get("plain-status-later"),
            Status::Later(Some(due)) => self.words.with("plain-status-due-from", &[("day", due.date().into())]),
            Status::Due => self.words.get("plain-status-due"),
            Status::Replied => self.words.get("plain-status-replied"),
        }
    }
}

/// Finds a row by its place in the list or by its page number.
fn row<'a>(rundown: &'a Rundown, text: &str) -> Option<&'a Row> {
    let by_place = || rundown.rows().nth(text.parse::<usize>().ok()?.checked_sub(1)?);
    rundown.rows().find(|row| row.number.to_lowercase() == text).or_else(by_place)
}

/// Lets a step that the learner left end as if it were done.
pub(super) fn back(step: Step) -> Step {
    match step {
        Err(Stop::Leave) => Ok(()),
        other => other,
    }
}
