//! Item analysis: each question of a quiz or test with what its figures say about it, the odd ones told in plain words.
//!
//! Apart from the figures, which `cohort::items` computes and `cohort::reading` judges: here they are only laid out. What
//! too few answers stand behind is grey, and the reason stands below.

use std::collections::BTreeMap;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::board::{About, Row, Sheet};
use crate::cohort::Which;
use crate::cohort::items::{Analysis, Choice, Item};
use crate::cohort::reading::{self, Oddity, Reading};
use crate::cohort::stat::{ENOUGH, Stat, percent};
use crate::id::{OptionId, QuestionId, QuestionRef};
use crate::tui::look::Look;
use crate::tui::masthead;
use crate::tui::page::Scene;
use crate::tui::widgets::{Column, Ends};

/// Returns what the board shows of the questions of a column.
pub(super) fn sheet(scene: Scene<'_>, at: usize) -> Sheet {
    let word = |key| scene.look.words.get(key);
    let columns = vec![
        Column::words(String::new(), 1, 0),
        Column::rest(word("answers-question")),
        Column::number(word("items-right"), 7, 0),
        Column::number(word("items-facility"), 6, 2),
        Column::number(word("items-discrimination"), 6, 1),
        Column::number(word("items-efficiency"), 6, 4),
        Column::number(word("answers-seconds"), 5, 3),
    ];
    let analysis = super::open(scene).and_then(|(training, _)| training.analysis(at));
    let empty = if analysis.is_some() { "items-empty" } else { "answers-loading" };
    let rows = analysis.map(|analysis| analysis.items.iter().map(|item| row(scene, at, analysis, item)).collect());
    Sheet { columns, rows: rows.unwrap_or_default(), empty }
}

/// Returns the header: which quiz or test, and which attempts the figures are made of.
pub(super) fn header(scene: Scene<'_>, at: usize, cells: usize) -> Ends {
    let words = &scene.look.words;
    let named = super::open(scene).and_then(|(training, room)| {
        let column = room.matrix.columns.get(at)?;
        let which = words.get(which(training.which()));
        Some(format!("{} {} {} {which}", column.number, column.title.get(scene.session.lang()), scene.look.glyphs.dot))
    });
    masthead::named(scene, cells, &words.get("items-title"), &named.unwrap_or_default())
}

fn which(which: Which) -> &'static str {
    match which {
        Which::First => "items-first",
        Which::Best => "items-best",
        Which::Last => "items-last",
        Which::All => "items-all",
    }
}

/// The texts of options.
type Texts = BTreeMap<OptionId, String>;

/// Returns a question and its options, as the course has them now; its id alone where the course has lost it.
fn asked(scene: Scene<'_>, item: &Item) -> (String, Texts) {
    super::question(scene, &item.slot).unwrap_or_else(|| (item.slot.to_string(), Texts::new()))
}

fn row(scene: Scene<'_>, at: usize, analysis: &Analysis, item: &Item) -> Row {
    let look = scene.look;
    let theme = &look.theme;
    let readings = reading::of(item, analysis);
    let grave = readings.iter().any(|reading| reading.oddity.is_grave());
    let (sign, style) = match (grave, readings.is_empty()) {
        (true, _) => (look.glyphs.warn, theme.warn),
        (false, false) => (look.glyphs.half, theme.now),
        (false, true) => (look.glyphs.dot, theme.muted),
    };
    let (prompt, texts) = asked(scene, item);
    let time = item.median_millis.map_or(look.glyphs.dot.to_owned(), |millis| format!("{}″", millis / 1000));
    let cells = vec![
        Line::styled(sign, style),
        Line::styled(prompt.clone(), theme.text),
        Line::styled(format!("{}/{}", item.right, item.answers), theme.text),
        figure(item.facility, look),
        figure(item.discrimination, look),
        figure(item.efficiency, look),
        Line::styled(time, theme.muted),
    ];
    // What is odd stands first: on a phone there is room for little more.
    let mut words: Vec<_> = readings.iter().map(|reading| (told(reading, &texts, look), theme.text)).collect();
    if item.answers < ENOUGH {
        let args = [("answers", item.answers.into()), ("enough", ENOUGH.into())];
        words.push((look.words.with("items-few", &args), theme.muted));
    } else if readings.is_empty() {
        words.push((look.words.get("items-nothing-odd"), theme.muted));
    }
    words.extend([(prompt, theme.strong), (whole(analysis, look), theme.muted)]);
    let of_slot = |question: &QuestionId| QuestionRef { question: question.clone(), ..item.slot.clone() };
    let asks = item.questions.iter().next().map(of_slot);
    Row { cells, words, opens: Some(About::Item(at, item.slot.clone())), asks }
}

fn percents(stat: Stat, look: &Look) -> String {
    stat.percent().map_or(look.glyphs.dot.to_owned(), |percent| percent.to_string())
}

/// Says how the test did as a whole.
fn whole(analysis: &Analysis, look: &Look) -> String {
    let whole = &analysis.whole;
    let args = [
        ("sittings", analysis.sittings.into()),
        ("mean", percents(whole.mean, look).into()),
        ("deviation", percents(whole.deviation, look).into()),
        ("alpha", percents(whole.alpha, look).into()),
        ("error", percents(whole.standard_error, look).into()),
    ];
    look.words.with("items-whole", &args)
}

/// Says what the figures of one question are.
fn figures(item: &Item, look: &Look) -> String {
    let end = |end: Option<f64>| end.map_or(look.glyphs.dot.to_owned(), |share| percent(share).to_string());
    let args = [
        ("facility", percents(item.facility, look).into()),
        ("low", end(item.facility_interval.map(|interval| interval.low)).into()),
        ("high", end(item.facility_interval.map(|interval| interval.high)).into()),
        ("guess", percents(item.guess, look).into()),
        ("deviation", percents(item.deviation, look).into()),
        ("discrimination", percents(item.discrimination, look).into()),
        ("efficiency", percents(item.efficiency, look).into()),
    ];
    look.words.with("items-figures", &args)
}

/// Returns a statistic in percent: grey where something speaks against it, a dot where there is none.
fn figure(stat: Stat, look: &Look) -> Line<'static> {
    let style = if stat.why().is_some() { look.theme.muted } else { look.theme.text };
    let shown = stat.percent().map_or(look.glyphs.dot.to_owned(), |percent| percent.to_string());
    match stat.why() {
        Some(_) if stat.value().is_some() => Line::styled(format!("({shown})"), style),
        Some(_) | None => Line::styled(shown, style),
    }
}

/// Returns what is odd in plain words.
fn told(reading: &Reading, texts: &Texts, look: &Look) -> String {
    let words = &look.words;
    let named = |option: &OptionId| texts.get(option).map_or(option.as_str(), String::as_str).to_owned();
    let told = match &reading.oddity {
        Oddity::KeySuspect { option, chosen, key_chosen, of, .. } => {
            let args = [
                ("option", named(option).into()),
                ("chosen", (*chosen).into()),
                ("right", (*key_chosen).into()),
                ("of", (*of).into()),
            ];
            words.with("oddity-key-suspect", &args)
        }
        Oddity::Misplaced { card, target, belongs, chosen, of, .. } => {
            let [card, target, belongs] = [card, target, belongs].map(named);
            let texts = [("card", card.into()), ("target", target.into()), ("belongs", belongs.into())];
            words
                .with("oddity-misplaced", &[&texts[..], &[("chosen", (*chosen).into()), ("of", (*of).into())]].concat())
        }
        Oddity::AgainstTest { .. } => words.get("oddity-against-test"),
        Oddity::TellsLittle { .. } => words.get("oddity-tells-little"),
        Oddity::TooHard { facility } => words.with("oddity-too-hard", &[("percent", percent(*facility).into())]),
        Oddity::TooEasy { facility } => words.with("oddity-too-easy", &[("percent", percent(*facility).into())]),
        Oddity::WeakDistractor { option, chosen, of, .. } => {
            let args = [("option", named(option).into()), ("chosen", (*chosen).into()), ("of", (*of).into())];
            words.with("oddity-weak-distractor", &args)
        }
        Oddity::Slow { millis, others } => {
            let args = [("seconds", (millis / 1000).into()), ("others", (others / 1000).into())];
            words.with("oddity-slow", &args)
        }
    };
    if reading.is_sure { told } else { words.with("oddity-unsure", &[("told", told.into())]) }
}

/// Returns what the board shows of one question: its options by halves, with the key marked.
pub(super) fn options(scene: Scene<'_>, at: usize, slot: &QuestionRef) -> Sheet {
    let word = |key| scene.look.words.get(key);
    let columns = vec![
        Column::words(String::new(), 1, 0),
        Column::rest(word("items-option")),
        Column::number(word("items-chosen"), 6, 0),
        Column::number("%".to_owned(), 4, 0),
        Column::number(word("items-upper"), 6, 1),
        Column::number(word("items-lower"), 6, 1),
    ];
    let found = super::open(scene).and_then(|(training, _)| {
        let analysis = training.analysis(at)?;
        Some((analysis, analysis.items.iter().find(|item| item.slot == *slot)?))
    });
    let rows = found.map(|(analysis, item)| rows_of(scene, analysis, item)).unwrap_or_default();
    Sheet { columns, rows, empty: "items-no-options" }
}

fn rows_of(scene: Scene<'_>, analysis: &Analysis, item: &Item) -> Vec<Row> {
    let look = scene.look;
    let theme = &look.theme;
    let (prompt, texts) = asked(scene, item);
    let readings: Vec<(String, Style)> =
        reading::of(item, analysis).iter().map(|reading| (told(reading, &texts, look), theme.text)).collect();
    let row = |choice: &Choice| {
        let named = |option: &OptionId| texts.get(option).cloned().unwrap_or_else(|| option.to_string());
        let (sign, style) = match choice.is_key {
            Some(true) => (look.glyphs.right, theme.right),
            Some(false) => (look.glyphs.dot, theme.muted),
            None => ("?", theme.muted),
        };
        let target = choice.target.as_ref().map(|target| format!(" {} {}", look.glyphs.arrows[3], named(target)));
        let text = named(&choice.option) + &target.unwrap_or_default();
        let share = choice.share().map_or(look.glyphs.dot.to_owned(), |s| percent(s).to_string());
        let cells = vec![
            Line::styled(sign, style),
            Line::from(vec![
                Span::styled(format!("{text} "), theme.text),
                Span::styled(format!("[{}]", choice.option), theme.muted),
            ]),
            Line::styled(format!("{}/{}", choice.chosen, choice.of), theme.text),
            Line::styled(share, theme.text),
            Line::styled(format!("{}/{}", choice.halves[0], choice.of_halves[0]), theme.muted),
            Line::styled(format!("{}/{}", choice.halves[1], choice.of_halves[1]), theme.muted),
        ];
        let mut words = vec![(text, theme.text)];
        words.extend(readings.iter().cloned());
        words.extend([(prompt.clone(), theme.strong), (figures(item, look), theme.muted)]);
        let asks = Some(QuestionRef { question: choice.question.clone(), ..item.slot.clone() });
        Row { cells, words, opens: None, asks }
    };
    item.choices.iter().chain(&item.placings).map(row).collect()
}
