//! Data for research: codes instead of names, small groups merged, no free text, no moment that tells who it was.
//!
//! Apart so that what leaves without names is seen on one page. A code is drawn from the person and the moment of the
//! report: it is the same in all tables of one report and another in the next, and nobody finds a person from it.

use std::collections::BTreeMap;

use super::groups::merged;
use super::{Maker, layouts};
use crate::cohort::ItemAnswer;
use crate::course::hash::ContentHash;
use crate::id::LearnerId;
use crate::report::{Cell, Table};

impl Maker<'_> {
    pub(super) fn anonymous_tables(&self) -> Vec<Table> {
        let analysed = self.analysed();
        vec![
            self.table(&layouts::PEOPLE, self.coded_people()),
            self.table(&layouts::LESSONS, self.page_rows()),
            self.table(&layouts::OUTCOMES, self.outcome_rows()),
            self.table(&layouts::GROUPS, self.group_rows(usize::MAX)),
            self.table(&layouts::QUIZZES, self.quiz_rows(&analysed)),
            self.table(&layouts::REACTION, self.reaction_rows()),
            self.table(&layouts::ITEMS, self.item_rows(&analysed)),
            self.table(&layouts::CHOICES, self.choice_rows(&analysed)),
            self.table(&layouts::ANSWERS, self.coded_answers()),
        ]
    }

    /// Returns the code of each person, in an order that tells nothing.
    fn codes(&self) -> BTreeMap<LearnerId, String> {
        let moment = self.sources.now.0.to_string();
        let cohort = self.sources.room.plan.id.to_string();
        let of = |learner: LearnerId| (ContentHash::of([cohort.as_str(), &moment, &learner.to_string()]), learner);
        let mut drawn: Vec<_> = self.matrix.rows.iter().map(|row| of(row.person.learner)).collect();
        drawn.sort_unstable();
        drawn.into_iter().zip(1..).map(|((_, learner), at)| (learner, format!("P{at:02}"))).collect()
    }

    fn coded_people(&self) -> Vec<Vec<Cell>> {
        let codes = self.codes();
        let groups = merged(self.matrix.rows.iter().map(|row| row.person.member.as_str()));
        let mut rows = Vec::new();
        for row in &self.matrix.rows {
            let person = &row.person;
            let group = groups.get(person.member.as_str()).copied().flatten();
            let attendance = self.sources.room.attendance(person.learner);
            let mut cells = vec![Cell::text(&code(&codes, person.learner)), Cell::nothing()];
            cells.push(group.map_or_else(|| self.other(), Cell::text));
            cells.extend([Cell::count(row.done), Cell::count(row.cells.len())]);
            cells.extend(self.gain_cells(person.learner));
            cells.extend([Cell::count(attendance.there.len()), Cell::count(attendance.hours(&self.sources.room.plan))]);
            cells.extend([Cell::count(person.active_seconds / 60), Cell::nothing()]);
            cells.push(self.supervised_tests(person.learner));
            rows.push((code(&codes, person.learner), cells));
        }
        rows.sort_by(|(one, _), (other, _)| one.cmp(other));
        rows.into_iter().map(|(_, cells)| cells).collect()
    }

    fn coded_answers(&self) -> Vec<Vec<Cell>> {
        let codes = self.codes();
        let mut rows = Vec::new();
        for (quiz, tries) in self.sources.sittings {
            for sitting in tries {
                let start = [
                    Cell::text(&code(&codes, sitting.learner)),
                    Cell::text(&quiz.to_string()),
                    Cell::count(sitting.nth + 1),
                    self.yes_no(sitting.supervised),
                ];
                rows.extend(sitting.items.iter().map(|item| [start.to_vec(), self.answer_cells(item)].concat()));
            }
        }
        let code_of = |row: &Vec<Cell>| row.first().map(|cell| cell.shown.to_string());
        rows.sort_by_cached_key(code_of);
        rows
    }

    fn answer_cells(&self, item: &ItemAnswer) -> Vec<Cell> {
        let chosen: Vec<&str> = item.picks.chosen.iter().map(crate::id::OptionId::as_str).collect();
        vec![
            Cell::text(&item.asked.slot.to_string()),
            Cell::text(item.asked.question.as_str()),
            super::grade(item.grade),
            Cell::text(&chosen.join(" ")),
            Cell::count(item.millis),
            item.confident.map_or_else(Cell::nothing, |sure| self.yes_no(sure)),
        ]
    }
}

fn code(codes: &BTreeMap<LearnerId, String>, learner: LearnerId) -> String {
    codes.get(&learner).cloned().unwrap_or_default()
}
