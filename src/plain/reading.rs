//! Reading a lesson section by section: Enter goes on, and a section counts as seen when the learner went on from it.

use std::sync::Arc;

use super::menu::back;
use super::{Entry, Plain, Step};
use crate::course::markdown::{Block, BlockKind, plain_lines};
use crate::course::{Faults, Lesson, Question};
use crate::id::{LessonId, QuizId, SectionId};
use crate::session::Place;

/// Where the learner goes from a section.
enum Turn {
    Next,
    Previous,
    To(usize),
    Again,
    Quiz,
}

impl Plain<'_> {
    /// Reads a lesson from a section, or from where the learner was; then comes the quiz.
    pub(super) fn read_lesson(&mut self, id: &LessonId, from: Option<&SectionId>) -> Step {
        let Some(mut lesson) = self.open_lesson(id)? else { return Ok(()) };
        if from.is_none() && self.session.is_recall_due(id) {
            back(self.recall(id))?;
        }
        self.write_head(&lesson)?;
        let start = from.cloned().or_else(|| self.session.place(id).map(|place| place.section));
        let mut at = start.and_then(|section| lesson.document.find(&section)).unwrap_or(0);
        while at < lesson.document.sections().len() {
            let turn = self.read_section(&lesson, at);
            if turn.is_err() {
                let effects = self.session.close_lesson();
                self.act(effects)?;
            }
            match turn? {
                Turn::Next => at += 1,
                Turn::Previous => at = at.saturating_sub(1),
                Turn::To(section) => at = section,
                Turn::Quiz => return self.close_and_sit(id),
                Turn::Again => {
                    let Some(opened) = self.open_lesson(id)? else { return Ok(()) };
                    lesson = opened;
                }
            }
        }
        self.end_lesson(id)
    }

    fn close_and_sit(&mut self, id: &LessonId) -> Step {
        let effects = self.session.close_lesson();
        self.act(effects)?;
        self.sit(&QuizId::Lesson(id.clone()))
    }

    fn open_lesson(&mut self, id: &LessonId) -> Step<Option<Arc<Lesson>>> {
        match self.session.open_lesson(id) {
            Ok((lesson, effects)) => {
                self.act(effects)?;
                Ok(Some(lesson))
            }
            Err(faults) => self.say_faults(&faults).map(|()| None),
        }
    }

    pub(super) fn say_faults(&mut self, faults: &Faults) -> Step {
        self.say("plain-faulty")?;
        Ok(self.lines.write(&faults.to_string())?)
    }

    fn write_head(&mut self, lesson: &Lesson) -> Step {
        self.blank()?;
        let title = self.inline(&lesson.title);
        self.lines.write(&title)?;
        self.say_with("plain-lesson-head", &[("minutes", lesson.minutes.into())])?;
        for outcome in &lesson.outcomes {
            let text = self.inline(&outcome.text);
            self.lines.write(&format!("- {text}"))?;
        }
        Ok(())
    }

    fn read_section(&mut self, lesson: &Lesson, at: usize) -> Step<Turn> {
        let Some(section) = lesson.document.sections().get(at) else { return Ok(Turn::Next) };
        let place = Place { section: section.id.clone(), ..Place::default() };
        let mut effects = self.session.keep_place(&lesson.id, &place);
        effects.extend(self.session.write_draft());
        self.act(effects)?;
        self.write_section(lesson, at)?;
        let turn = self.ask_turn(lesson, at)?;
        if matches!(turn, Turn::Next) {
            let effects = self.session.section_seen(&lesson.id, &section.id);
            self.act(effects)?;
        }
        Ok(turn)
    }

    fn write_section(&mut self, lesson: &Lesson, at: usize) -> Step {
        let document = &lesson.document;
        self.blank()?;
        let args = [("at", (at + 1).into()), ("all", document.sections().len().into())];
        self.say_with("plain-section", &args)?;
        for block in document.blocks(at) {
            self.write_block(lesson, &block)?;
        }
        for place in document.footnotes_of(at) {
            let labels = self.labels();
            let text = plain_lines(&document.footnote(place), &labels).join(" ");
            self.lines.write(&format!("[{}] {text}", place + 1))?;
        }
        document.sections().get(at).map_or(Ok(()), |section| self.write_notes_of(&lesson.id, &section.id))
    }

    fn write_block(&mut self, lesson: &Lesson, block: &Block) -> Step {
        if let BlockKind::Question(question) = &block.kind {
            self.blank()?;
            return back(self.ask_inside(&lesson.id, question));
        }
        let lines = plain_lines(std::slice::from_ref(block), &self.labels());
        if !lines.is_empty() {
            self.blank()?;
        }
        for line in lines {
            self.lines.write(&line)?;
        }
        Ok(())
    }

    /// Asks an ungraded question that stands in the lesson.
    fn ask_inside(&mut self, lesson: &LessonId, question: &Question) -> Step {
        self.say("plain-inside")?;
        self.session.sit_inside(lesson, question.clone());
        let asked = self.ask_one();
        let effects = self.session.leave_sitting();
        self.act(effects)?;
        asked
    }

    fn ask_turn(&mut self, lesson: &Lesson, at: usize) -> Step<Turn> {
        let is_last = at + 1 == lesson.document.sections().len();
        loop {
            self.blank()?;
            let prompt = self.words.get(if is_last { "plain-ask-last-section" } else { "plain-ask-section" });
            match self.choose(&prompt)? {
                Entry::Enter => return Ok(Turn::Next),
                Entry::Again => return Ok(Turn::Again),
                Entry::Text(text) => {
                    if let Some(turn) = self.turn(lesson, at, &text)? {
                        return Ok(turn);
                    }
                }
            }
        }
    }

    /// Does what a letter says beside the text; returns where it leads, if it leads away from the section.
    fn turn(&mut self, lesson: &Lesson, at: usize, text: &str) -> Step<Option<Turn>> {
        let Some(section) = lesson.document.sections().get(at) else { return Ok(Some(Turn::Next)) };
        match text {
            "b" => return Ok(Some(Turn::Previous)),
            "z" if self.has_quiz(&lesson.id) => return Ok(Some(Turn::Quiz)),
            "z" => self.say("plain-no-questions")?,
            "o" => self.write_outline(lesson)?,
            "n" => back(self.note_on(lesson, &section.id))?,
            "m" => self.bookmark(&lesson.id, &section.id)?,
            "g" => self.glossary()?,
            _ => return self.section_number(lesson, text).map(|number| number.map(Turn::To)),
        }
        Ok(None)
    }

    fn section_number(&mut self, lesson: &Lesson, text: &str) -> Step<Option<usize>> {
        let max = lesson.document.sections().len();
        let number = text.parse::<usize>().ok().filter(|number| (1..=max).contains(number));
        if number.is_none() {
            self.say_with("plain-why-section", &[("given", text.into()), ("max", max.into())])?;
        }
        Ok(number.map(|number| number - 1))
    }

    /// Lets a lesson be looked into from a question of its quiz.
    pub(super) fn look_into(&mut self, id: &LessonId) -> Step {
        let lesson = match self.session.course().lesson(id, self.session.lang()) {
            Ok(lesson) => lesson,
            Err(faults) => return self.say_faults(&faults),
        };
        loop {
            self.blank()?;
            self.write_outline(&lesson)?;
            let prompt = self.words.with("plain-ask-look-into", &[("max", lesson.document.sections().len().into())]);
            match self.choose(&prompt)? {
                Entry::Enter => return Ok(()),
                Entry::Again => return self.look_into(id),
                Entry::Text(text) => {
                    if let Some(at) = self.section_number(&lesson, &text)? {
                        self.write_passage(&lesson, at)?;
                    }
                }
            }
        }
    }

    /// Writes a section without the questions in it.
    fn write_passage(&mut self, lesson: &Lesson, at: usize) -> Step {
        let is_text = |block: &Block| !matches!(block.kind, BlockKind::Question(_));
        for block in lesson.document.blocks(at).iter().filter(|block| is_text(block)) {
            self.write_block(lesson, block)?;
        }
        Ok(())
    }

    fn has_quiz(&self, id: &LessonId) -> bool {
        self.session.course().outline(id).is_some_and(|outline| !outline.slots.is_empty())
    }

    fn write_outline(&mut self, lesson: &Lesson) -> Step {
        for at in 0..lesson.document.sections().len() {
            let (number, title) = (at + 1, lesson.document.title(at));
            let title = if title.is_empty() { self.words.get("plain-beginning") } else { title };
            self.lines.write(&format!("{number}. {title}"))?;
        }
        Ok(())
    }

    /// The lesson was read to its end: it begins at its beginning next time, and the quiz comes now.
    fn end_lesson(&mut self, id: &LessonId) -> Step {
        let mut effects = self.session.keep_place(id, &Place::default());
        effects.extend(self.session.close_lesson());
        self.act(effects)?;
        if self.has_quiz(id) {
            let prompt = self.words.get("plain-ask-quiz");
            self.blank()?;
            self.choose(&prompt)?;
            self.sit(&QuizId::Lesson(id.clone()))?;
        }
        self.offer_work(id)
    }

    /// Goes on to the desk work of a lesson that was read and whose quiz is passed.
    fn offer_work(&mut self, id: &LessonId) -> Step {
        let state = self.session.learning().and_then(|learning| learning.state().lesson(id));
        let is_next = state.is_some_and(|state| {
            state.is_read() && state.quiz.as_ref().is_none_or(|quiz| quiz.passed) && !state.exercise.is_done()
        });
        if !is_next {
            return Ok(());
        }
        self.blank()?;
        let prompt = self.words.get("plain-ask-work-next");
        self.choose(&prompt)?;
        self.work_next(id)
    }
}
