//! What is said of an answer: of each option where it stands, of the whole before them, and why after them.

use ratatui::style::Style;
use ratatui::text::Span;

use super::kind::Asked;
use super::signs;
use crate::assess::{Finding, Graded, Mark};
use crate::id::OptionId;
use crate::tui::widgets::paper::{Lead, Writer};

/// Writes what is said of a card, under it: whether it lies right.
pub(super) fn of_card(asked: Asked<'_>, id: &OptionId, writer: &mut Writer<'_>) {
    if let Some(finding) = finding_of(asked, id) {
        let (sign, style) = signs::of_mark(writer.look, finding.mark);
        say(sign, style, &finding.feedback, writer);
    }
}

/// Writes what is said of an option that could be chosen, under it: whether it is right, whoever chose it.
pub(super) fn of_option(asked: Asked<'_>, id: &OptionId, writer: &mut Writer<'_>) {
    let Some(finding) = finding_of(asked, id) else { return };
    let (glyphs, theme) = (&writer.look.glyphs, &writer.look.theme);
    let (sign, style) = match finding.mark {
        Mark::Right | Mark::Missed => (glyphs.right, theme.right),
        Mark::Wrong => (glyphs.wrong, theme.wrong),
        Mark::Open => (glyphs.wrong, theme.muted),
    };
    say(sign, style, &finding.feedback, writer);
}

/// Finds what is said of an option or card.
pub(super) fn finding_of<'a>(asked: Asked<'a>, id: &OptionId) -> Option<&'a Finding> {
    asked.grades?.findings.iter().find(|finding| finding.option.as_ref() == Some(id))
}

/// Writes what is said of a typed answer, or of words outside every span.
pub(super) fn of_the_rest(asked: Asked<'_>, indent: usize, writer: &mut Writer<'_>) {
    let findings = asked.grades.map_or(&[][..], |graded| &graded.findings);
    for finding in findings.iter().filter(|finding| finding.option.is_none()) {
        let (sign, style) = signs::of_mark(writer.look, finding.mark);
        let lead = [Span::raw(" ".repeat(indent)), Span::styled(format!("{sign} "), style)];
        writer.markdown(Lead::of(lead), &finding.feedback, style);
    }
}

/// Writes the course's words behind a sign.
pub(super) fn say(sign: &str, style: Style, feedback: &str, writer: &mut Writer<'_>) {
    let indent = if writer.is_narrow() { 4 } else { 7 };
    let lead = [Span::raw(" ".repeat(indent)), Span::styled(format!("{sign} "), style)];
    writer.markdown(Lead::of(lead), feedback, style);
}

/// Writes what the answer was worth.
pub(super) fn verdict(asked: Asked<'_>, graded: &Graded, writer: &mut Writer<'_>) {
    let (glyphs, theme, words) = (&writer.look.glyphs, &writer.look.theme, &writer.look.words);
    let (sign, style, text) = match graded.grade.percent() {
        _ if graded.grade.is_full() => (glyphs.right, theme.right, words.get("verdict-right")),
        0 => (glyphs.wrong, theme.wrong, words.get("verdict-wrong")),
        grade => (glyphs.half, theme.warn, words.with("verdict-partly", &[("grade", i64::from(grade).into())])),
    };
    let is_fatal = asked.item.question.critical && !graded.grade.is_full();
    let more = if is_fatal { format!(" {}", words.get("verdict-critical")) } else { String::new() };
    writer.words(Lead::of([Span::styled(format!("{sign} "), style)]), &format!("{text}{more}"), style);
}

/// Writes why, as the course says it.
pub(super) fn why(asked: Asked<'_>, writer: &mut Writer<'_>) {
    let label = writer.look.words.get("quiz-why");
    writer.markdown(Lead::default(), &format!("**{label}** {}", asked.item.question.why), writer.look.theme.text);
}

/// Writes the hints that were looked at.
pub(super) fn hints(asked: Asked<'_>, writer: &mut Writer<'_>) {
    let all = asked.item.question.hints.len();
    for (at, hint) in asked.item.question.hints.iter().take(usize::from(asked.item.hints)).enumerate() {
        writer.space();
        let label = writer.look.words.with("quiz-hint", &[("at", (at + 1).into()), ("of", all.into())]);
        let lead = [Span::styled(format!("{} ", writer.look.glyphs.bar), writer.look.theme.accent)];
        writer.markdown(Lead::of(lead), &format!("**{label}** {hint}"), writer.look.theme.text);
    }
}
