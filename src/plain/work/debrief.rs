//! A debrief in lines: the score, what was found, the work beside the model, and back to the lesson.

use super::{Entry, Plain, Step, pick};
use crate::course::exercise::Engine;
use crate::course::exercise::rule::Weight;
use crate::id::ExerciseId;
use crate::session::Debrief;
use crate::session::debrief::{Compared, Passage, Piece, Told};
use crate::text::one_line;

/// What can be done after a debrief.
enum After {
    /// Read where the lesson says more.
    Read,
    /// Have the work as files.
    Files,
    /// Hand it to a colleague.
    Send,
}

impl Plain<'_> {
    /// Writes the debrief of what was handed in just now.
    pub(super) fn write_bench_debrief(&mut self) -> Step {
        let Some(bench) = self.session.bench() else { return Ok(()) };
        let Some(assessment) = &bench.assessment else { return Ok(()) };
        let exercise = bench.exercise.id.clone();
        let debrief = Debrief::new(&bench.exercise, &bench.work, &bench.answers(), assessment, &self.words);
        self.write_debrief(&exercise, &debrief)
    }

    /// Writes the debrief of the last try.
    pub(super) fn look_back_at(&mut self, exercise: &ExerciseId) -> Step {
        match self.session.look_back(exercise) {
            Err(faults) => self.say_faults(&faults),
            Ok(None) => self.say("plain-no-debrief"),
            Ok(Some(looked)) if matches!(looked.exercise.engine, Engine::Stages(_)) => {
                self.write_story_result(&looked.done.result, looked.exercise.pass)?;
                self.write_lessons_of(&looked.exercise.debrief.text, &looked.exercise.debrief.expert)
            }
            Ok(Some(looked)) => {
                let debrief = Debrief::of(&looked, &self.words);
                self.write_debrief(exercise, &debrief)
            }
        }
    }

    fn write_debrief(&mut self, exercise: &ExerciseId, debrief: &Debrief) -> Step {
        self.blank()?;
        let title = self.inline(&debrief.title);
        self.say_with("plain-debrief", &[("title", title.into())])?;
        self.write_score(debrief)?;
        self.write_findings(debrief)?;
        self.write_answers(debrief)?;
        self.write_beside(&debrief.compared)?;
        self.write_lessons_of(&debrief.shows, &debrief.expert)?;
        self.write_returned(exercise)?;
        self.offer_after(exercise, debrief.passage.as_ref())
    }

    /// Writes what a colleague's desk decided on this work, where a return note came.
    fn write_returned(&mut self, exercise: &ExerciseId) -> Step {
        let Some((from, verdict)) = self.session.returned(exercise) else { return Ok(()) };
        let station = if from.station.is_empty() { &from.name } else { &from.station };
        let told = [station, &verdict.code, &verdict.note].map(|text| one_line(text));
        let told = told.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
        self.blank()?;
        self.say_with("plain-returned", &[("told", told.into())])
    }

    /// Writes what work shows, and what an expert would have done.
    pub(super) fn write_lessons_of(&mut self, shows: &str, expert: &str) -> Step {
        for (key, text) in [("plain-shows", shows), ("plain-expert", expert)] {
            if !text.is_empty() {
                self.blank()?;
                self.say(key)?;
                self.write_markdown(text)?;
            }
        }
        Ok(())
    }

    fn write_score(&mut self, debrief: &Debrief) -> Step {
        let args = [("percent", debrief.grade.percent().into()), ("pass", debrief.pass.percent().into())];
        self.say_with("plain-work-result", &args)?;
        let is_critical = debrief.findings.iter().any(|told| told.weight == Weight::Critical);
        self.say(match (debrief.passed, is_critical) {
            (true, _) => "plain-passed",
            (false, true) => "plain-work-critical",
            (false, false) => "plain-not-passed",
        })?;
        for part in &debrief.parts {
            self.lines.write(&format!("- {}: {} %", part.name, part.score.grade.percent()))?;
        }
        if let Some(marked) = &debrief.marked {
            self.lines.write(marked)?;
        }
        if debrief.waits { self.say("plain-rubric-waits") } else { Ok(()) }
    }

    fn write_findings(&mut self, debrief: &Debrief) -> Step {
        self.blank()?;
        if debrief.findings.is_empty() {
            return self.say("plain-nothing-found");
        }
        self.say("plain-found")?;
        self.write_told(&debrief.findings)
    }

    /// Writes findings, each with its place, its reason and what to do.
    pub(super) fn write_told(&mut self, all: &[Told]) -> Step {
        for told in all {
            let weight = match told.weight {
                Weight::Warning => self.words.get("plain-is-warning"),
                Weight::Critical => self.words.get("plain-is-critical"),
                Weight::Error => String::new(),
            };
            let (at, says, advice) = (self.inline(&told.at), self.inline(&told.says), self.inline(&told.advice));
            let at = if at.is_empty() { at } else { format!("{at}:") };
            let parts = [weight, at, says, advice].into_iter().filter(|part| !part.is_empty());
            let text = parts.collect::<Vec<_>>().join(" ");
            self.lines.write(&format!("- {}. {text}", told.code))?;
        }
        Ok(())
    }

    fn write_answers(&mut self, debrief: &Debrief) -> Step {
        for item in &debrief.items {
            self.blank()?;
            self.write_markdown(&item.question.prompt)?;
            self.write_feedback(item)?;
        }
        Ok(())
    }

    fn write_beside(&mut self, compared: &[Compared]) -> Step {
        if compared.is_empty() {
            return Ok(());
        }
        self.blank()?;
        self.say("plain-beside")?;
        for compared in compared {
            let what = self.inline(&compared.what);
            if compared.is_same() {
                let text = self.shown_pieces(compared, &compared.yours);
                self.say_with("plain-beside-same", &[("what", what.into()), ("text", text.into())])?;
                continue;
            }
            self.lines.write(&format!("- {what}"))?;
            let (yours, model) =
                (self.shown_pieces(compared, &compared.yours), self.shown_pieces(compared, &compared.model));
            self.say_with("plain-beside-yours", &[("text", yours.into())])?;
            self.say_with("plain-beside-model", &[("text", model.into())])?;
        }
        Ok(())
    }

    /// Returns pieces as a line; those that differ stand in brackets.
    fn shown_pieces(&self, compared: &Compared, pieces: &[Piece]) -> String {
        if pieces.is_empty() {
            return self.words.get("plain-empty");
        }
        let shown = |piece: &Piece| if piece.differs { format!("[{}]", piece.text) } else { piece.text.clone() };
        let shown: Vec<String> = pieces.iter().map(shown).collect();
        if compared.is_text { one_line(&shown.concat()) } else { shown.join("; ") }
    }

    /// Offers what can be done with a debrief: to read where the lesson says more, and to have the work as files.
    fn offer_after(&mut self, exercise: &ExerciseId, passage: Option<&Passage>) -> Step {
        let offers = [
            (After::Read, passage.is_some(), "plain-after-read"),
            (After::Files, self.session.can_export(exercise), "plain-after-files"),
            (After::Send, self.session.can_send(exercise), "plain-after-send"),
        ];
        let offers: Vec<_> = offers.into_iter().filter(|(_, is_there, _)| *is_there).collect();
        while !offers.is_empty() {
            self.blank()?;
            let texts: Vec<String> = offers.iter().map(|(.., key)| self.words.get(key)).collect();
            self.write_numbered(texts)?;
            let prompt = self.words.with("plain-ask-after", &[("max", offers.len().into())]);
            match self.choose(&prompt)? {
                Entry::Enter => break,
                Entry::Again => {}
                Entry::Text(text) => match (pick(&offers, &text), passage) {
                    (Some((After::Read, ..)), Some(passage)) => {
                        return self.read_lesson(&passage.lesson, Some(&passage.section));
                    }
                    (Some((After::Files, ..)), _) => {
                        let effects = self.session.export_made(exercise);
                        self.act(effects)?;
                    }
                    (Some((After::Send, ..)), _) => self.send(exercise)?,
                    (Some((After::Read, ..)) | None, _) => self.refuse_number(&text, offers.len())?,
                },
            }
        }
        Ok(())
    }

    fn send(&mut self, exercise: &ExerciseId) -> Step {
        match self.session.send(exercise) {
            Some(effects) => self.act(effects),
            None => self.say("send-too-long"),
        }
    }
}
