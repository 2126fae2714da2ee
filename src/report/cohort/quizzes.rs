//! Quizzes and tests: each as a whole, each question, each option, what is odd, and which keys were corrected.

use super::{Maker, share, signed, why};
use crate::cohort::intervals::{Interval, SEED};
use crate::cohort::items::{self, Analysis, Item, Key, Keys};
use crate::cohort::reading::{self, Oddity, Reading};
use crate::cohort::stat::percent;
use crate::cohort::{Sitting, Stat, Which};
use crate::course::Question;
use crate::course::markdown::{inlines_of, plain_inlines};
use crate::course::question::Choice;
use crate::id::{OptionId, QuestionId, QuestionRef, QuizId};
use crate::report::Cell;
use crate::text::one_line;

/// The analysis of one quiz.
pub(super) struct Analysed<'a> {
    quiz: &'a QuizId,
    found: Analysis,
}

impl<'a> Maker<'a> {
    /// Analyses every quiz and test that somebody sat, by first attempts.
    pub(super) fn analysed(&self) -> Vec<Analysed<'a>> {
        let sat = self.sources.sittings.iter().filter(|(_, tries)| !tries.is_empty());
        sat.map(|(quiz, tries)| Analysed { quiz, found: Analysis::of(tries, &self.keys(tries), Which::First) })
            .collect()
    }

    /// Returns what the course says of the questions that were asked, with the keys that a trainer corrected.
    fn keys(&self, tries: &[Sitting]) -> Keys {
        let key = |at: QuestionRef| Some((at.clone(), Key::of(&self.question(&at)?)));
        let mut keys: Keys = items::asked(tries).into_iter().filter_map(key).collect();
        for ruled in self.sources.room.plan.standing() {
            if let (Some(key), Some(corrected)) = (keys.get_mut(&ruled.ruling.question), &ruled.ruling.corrected) {
                *key = Key::of(&corrected.question);
            }
        }
        keys
    }

    /// Returns a question as it is now; one of a lesson that cannot be opened now is named by its id.
    fn question(&self, at: &QuestionRef) -> Option<Question> {
        self.sources.course.question(at, self.sources.lang).ok().flatten()
    }

    fn prompt(&self, at: &QuestionRef) -> String {
        self.question(at).map_or_else(|| at.to_string(), |question| self.plain(&question.prompt))
    }

    fn plain(&self, markdown: &str) -> String {
        one_line(&plain_inlines(&inlines_of(markdown, &**self.sources.course.words(self.sources.lang))))
    }

    pub(super) fn quiz_rows(&self, analysed: &[Analysed<'_>]) -> Vec<Vec<Cell>> {
        let row = |one: &Analysed<'_>| {
            let whole = &one.found.whole;
            vec![
                Cell::text(&self.quiz_title(one.quiz)),
                Cell::text(&one.quiz.to_string()),
                Cell::count(one.found.sittings),
                share(whole.mean),
                share(whole.median),
                share(whole.deviation),
                signed(whole.alpha),
                Cell::count(whole.complete),
                why(whole.alpha),
                share(whole.standard_error),
            ]
        };
        analysed.iter().map(row).collect()
    }

    pub(super) fn item_rows(&self, analysed: &[Analysed<'_>]) -> Vec<Vec<Cell>> {
        let of_quiz = |one: &Analysed<'_>| -> Vec<Vec<Cell>> {
            one.found.items.iter().map(|item| self.item_row(one, item)).collect()
        };
        analysed.iter().flat_map(of_quiz).collect()
    }

    fn item_row(&self, one: &Analysed<'_>, item: &Item) -> Vec<Cell> {
        // A bootstrap costs thousands of correlations: it is made for tests, where there are enough answers.
        let is_test = matches!(one.quiz, QuizId::Test(_)) && item.discrimination.solid().is_some();
        let interval = is_test.then(|| item.bootstrap(SEED).finish()).flatten();
        let ends = |interval: Option<Interval>| [interval.map(|i| percent(i.low)), interval.map(|i| percent(i.high))];
        let [low, high] = ends(interval).map(|end| end.map_or_else(Cell::nothing, Cell::signed_percent));
        let [at_least, at_most] = ends(item.facility_interval).map(share_cell);
        vec![
            Cell::text(&one.quiz.to_string()),
            Cell::text(&item.slot.to_string()),
            Cell::text(&self.prompt(&item.slot)),
            Cell::count(item.asked),
            Cell::count(item.answers),
            Cell::count(item.right),
            share(item.facility),
            at_least,
            at_most,
            share(item.deviation),
            share(item.guess),
            share(item.effective_weight),
            signed(item.discrimination),
            low,
            high,
            why(item.discrimination),
            signed(item.efficiency),
            item.median_millis.map_or_else(Cell::nothing, |millis| Cell::count(millis / 1000)),
            Cell::count(item.texts),
            Cell::text(&keys_of(&reading::of(item, &one.found))),
        ]
    }

    /// Returns the questions of which something grave is to be said.
    pub(super) fn odd_rows(&self, analysed: &[Analysed<'_>]) -> Vec<Vec<Cell>> {
        let mut rows = Vec::new();
        for one in analysed {
            for item in &one.found.items {
                let readings = reading::of(item, &one.found);
                if readings.iter().any(|reading| reading.oddity.is_grave()) {
                    rows.push(self.odd_row(one, item, &readings));
                }
            }
        }
        rows
    }

    fn odd_row(&self, one: &Analysed<'_>, item: &Item, readings: &[Reading]) -> Vec<Cell> {
        let said: Vec<String> = readings.iter().map(|reading| self.said(item, reading)).collect();
        vec![
            Cell::text(&self.prompt(&item.slot)),
            Cell::text(&self.quiz_title(one.quiz)),
            Cell::text(&item.slot.to_string()),
            Cell::count(item.answers),
            share(item.facility),
            signed(item.discrimination),
            Cell::text(&said.join(" ")),
            Cell::text(&keys_of(readings)),
        ]
    }

    /// Says what is odd, in a sentence.
    fn said(&self, item: &Item, reading: &Reading) -> String {
        let key = words_of(&reading.oddity);
        let shown = |share: f64| signed(Stat::firm(share)).shown.to_string();
        match &reading.oddity {
            Oddity::KeySuspect { question, option, chosen, key_chosen, of } => {
                let option = self.option(&at(&item.slot, question), option);
                let counts = [("chosen", (*chosen).into()), ("key", (*key_chosen).into()), ("of", (*of).into())];
                self.words.with(key, &[&[("option", option.as_str().into())][..], &counts].concat())
            }
            Oddity::WeakDistractor { question, option, chosen, of } => {
                let option = self.option(&at(&item.slot, question), option);
                let counts = [("chosen", (*chosen).into()), ("of", (*of).into())];
                self.words.with(key, &[&[("option", option.as_str().into())][..], &counts].concat())
            }
            Oddity::Misplaced { question, card, target, belongs, chosen, of } => {
                let at = at(&item.slot, question);
                let [card, target, belongs] = [card, target, belongs].map(|option| self.option(&at, option));
                let texts = [("card", card.into()), ("target", target.into()), ("belongs", belongs.into())];
                self.words.with(key, &[&texts[..], &[("chosen", (*chosen).into()), ("of", (*of).into())]].concat())
            }
            Oddity::AgainstTest { discrimination: value }
            | Oddity::TellsLittle { discrimination: value }
            | Oddity::TooHard { facility: value }
            | Oddity::TooEasy { facility: value } => self.words.with(key, &[("value", shown(*value).as_str().into())]),
            Oddity::Slow { millis, others } => {
                self.words.with(key, &[("seconds", (millis / 1000).into()), ("others", (others / 1000).into())])
            }
        }
    }

    /// Returns what an option says; one that the course does not know by its id.
    fn option(&self, at: &QuestionRef, option: &OptionId) -> String {
        let text = |options: &[Choice]| options.iter().find(|choice| choice.id == *option).map(|c| c.text.clone());
        let of_target = |question: &Question| {
            let target = question.body.targets().iter().find(|target| target.id == *option);
            target.map(|target| target.text.clone())
        };
        let found = self.question(at);
        let found = found.and_then(|question| text(question.body.options()).or_else(|| of_target(&question)));
        found.filter(|text| !text.is_empty()).map_or_else(|| option.to_string(), |text| self.plain(&text))
    }

    pub(super) fn choice_rows(&self, analysed: &[Analysed<'_>]) -> Vec<Vec<Cell>> {
        let mut rows = Vec::new();
        for one in analysed {
            for item in &one.found.items {
                let all = item.choices.iter().chain(&item.placings);
                rows.extend(all.map(|choice| self.choice_row(one.quiz, item, choice)));
            }
        }
        rows
    }

    /// Returns the cards that many put on the same wrong target.
    pub(super) fn misplaced_rows(&self, analysed: &[Analysed<'_>]) -> Vec<Vec<Cell>> {
        let of_quiz = |one: &Analysed<'_>| -> Vec<Vec<Cell>> {
            let row = |item: &Item, oddity: Oddity| self.misplaced_row(one.quiz, item, oddity);
            let of_item = |item| reading::misplaced(item).into_iter().filter_map(move |odd| row(item, odd));
            one.found.items.iter().flat_map(of_item).collect()
        };
        analysed.iter().flat_map(of_quiz).collect()
    }

    fn misplaced_row(&self, quiz: &QuizId, item: &Item, oddity: Oddity) -> Option<Vec<Cell>> {
        let Oddity::Misplaced { question, card, target, belongs, chosen, of } = oddity else { return None };
        let at = at(&item.slot, &question);
        let option = |option: &OptionId| Cell::text(&self.option(&at, option));
        Some(vec![
            Cell::text(&self.prompt(&at)),
            option(&card),
            option(&target),
            option(&belongs),
            Cell::count(chosen),
            Cell::count(of),
            Cell::text(&quiz.to_string()),
            Cell::text(&item.slot.to_string()),
            Cell::text(question.as_str()),
            Cell::text(card.as_str()),
            Cell::text(target.as_str()),
        ])
    }

    fn choice_row(&self, quiz: &QuizId, item: &Item, choice: &crate::cohort::items::Choice) -> Vec<Cell> {
        let [upper_chosen, lower_chosen] = choice.halves.map(Cell::count);
        let [upper, lower] = choice.of_halves.map(Cell::count);
        vec![
            Cell::text(&quiz.to_string()),
            Cell::text(&item.slot.to_string()),
            Cell::text(choice.question.as_str()),
            Cell::text(choice.option.as_str()),
            choice.target.as_ref().map_or_else(Cell::nothing, |target| Cell::text(target.as_str())),
            choice.is_key.map_or_else(Cell::nothing, |is_key| self.yes_no(is_key)),
            Cell::count(choice.chosen),
            Cell::count(choice.of),
            upper_chosen,
            upper,
            lower_chosen,
            lower,
        ]
    }

    /// Returns each decision on a key, those that were taken back too.
    pub(super) fn corrected_rows(&self) -> Vec<Vec<Cell>> {
        let mut ruled: Vec<_> = self.sources.room.plan.regrades.values().collect();
        ruled.sort_by_key(|ruled| (ruled.at, ruled.ruling.regrade));
        let row = |ruled: &crate::cohort::plan::Ruled| {
            vec![
                Cell::worded(&ruled.ruling.question.to_string(), &self.prompt(&ruled.ruling.question)),
                Cell::text(&ruled.ruling.reason),
                Cell::time(ruled.at),
                self.yes_no(ruled.undone),
            ]
        };
        ruled.into_iter().map(row).collect()
    }
}

fn at(slot: &QuestionRef, question: &QuestionId) -> QuestionRef {
    QuestionRef { lesson: slot.lesson.clone(), question: question.clone() }
}

/// Returns the catalogue's key of what is odd.
fn words_of(oddity: &Oddity) -> &'static str {
    match oddity {
        Oddity::KeySuspect { .. } => "cohort-report-odd-key-suspect",
        Oddity::Misplaced { .. } => "cohort-report-odd-misplaced",
        Oddity::AgainstTest { .. } => "cohort-report-odd-against-test",
        Oddity::TellsLittle { .. } => "cohort-report-odd-tells-little",
        Oddity::TooHard { .. } => "cohort-report-odd-too-hard",
        Oddity::TooEasy { .. } => "cohort-report-odd-too-easy",
        Oddity::WeakDistractor { .. } => "cohort-report-odd-weak-distractor",
        Oddity::Slow { .. } => "cohort-report-odd-slow",
    }
}

fn keys_of(readings: &[Reading]) -> String {
    readings.iter().map(|reading| reading.oddity.key()).collect::<Vec<_>>().join(" ")
}

fn share_cell(percent: Option<i64>) -> Cell {
    percent.and_then(|percent| u16::try_from(percent).ok()).map_or_else(Cell::nothing, Cell::percent)
}
