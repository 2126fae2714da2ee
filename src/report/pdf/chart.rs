//! A chart as a figure: what is reached is dark, what is not is white with an edge, so that no colour is needed.
//!
//! Apart from the flow because here something is placed across a page. Whoever does not see the figure gets its words.

use super::block::{Block, Side};
use super::flow::{Flow, RULE_GREY, Span};
use super::fonts::Weight;
use super::setting::Style;
use super::sheet::{INK, Sheet};
use super::tags::{Role, Tags};
use crate::report::chart::{Bar, Chart, Moment, Points, Share};

const LABEL: Style = Style { weight: Weight::Regular, size: 8.5, grey: 0.0 };
/// How high a row of a chart is.
const ROW: f32 = 16.0;
const BAR: f32 = 8.0;
const VALUES: f32 = 42.0;
/// Fields of fewer are as wide as if there were so many, so that they can be compared from row to row.
const FEWEST_FIELDS: u64 = 8;
const PLOT: f32 = 110.0;

/// What a row of a chart is shared out between: labels, lengths, values.
#[derive(Debug, Clone, Copy)]
struct Lane {
    /// How wide labels are.
    labels: f32,
    /// Where lengths begin.
    from: f32,
    /// How long the longest is.
    longest: f32,
}

impl Lane {
    fn of(span: Span) -> Self {
        let labels = span.width * 0.4;
        Self { labels, from: span.x + labels + 10.0, longest: span.width - labels - VALUES - 10.0 }
    }

    fn along(self, percent: u64) -> f32 {
        self.from + self.longest * share_of(percent)
    }
}

/// Writes a chart below its heading.
pub(super) fn write(flow: &mut Flow<'_>, chart: &Chart) {
    // What follows stays with its heading: three rows, or the whole of a plot.
    let beginning = if matches!(chart.points, Points::Moments(_)) { PLOT + 100.0 } else { 100.0 };
    flow.heading(chart.title.as_str(), beginning);
    flow.paragraph(chart.about.as_str());
    legend(flow, chart);
    let lane = Lane::of(flow.span);
    match &chart.points {
        Points::Bars { bars, pass, .. } => {
            let pass = pass.as_ref().and_then(|(_, at)| at.percents());
            rows(
                flow,
                bars,
                |bar| row_words(bar.label.as_str(), bar.value.shown.as_str(), chart, bar.is_reached),
                |sheet, bar, y| {
                    draw_bar(sheet, bar, (pass, lane), y);
                },
            );
        }
        Points::Shares(shares) => {
            rows(
                flow,
                shares,
                |share| [share.label.to_string(), share.shown(), String::new()],
                |sheet, share, y| draw_share(sheet, share, lane, y),
            );
        }
        Points::Moments(moments) => plot(flow, chart, moments),
    }
}

fn row_words(label: &str, value: &str, chart: &Chart, is_reached: bool) -> [String; 3] {
    [label.to_owned(), value.to_owned(), if is_reached { &chart.filled } else { &chart.hollow }.to_string()]
}

/// Writes what dark and white mean, and the marks.
fn legend(flow: &mut Flow<'_>, chart: &Chart) {
    let mut entries = vec![(Sign::Dark, chart.filled.to_string()), (Sign::White, chart.hollow.to_string())];
    if let Points::Bars { first, pass, .. } = &chart.points {
        if !first.as_str().is_empty() {
            entries.push((Sign::Mark, first.to_string()));
        }
        entries.extend(pass.iter().map(|(name, at)| (Sign::Dots, format!("{name} {}", at.shown))));
    }
    let tag = flow.document.tags.put(Tags::ROOT, Role::Paragraph);
    flow.y += 3.0;
    flow.need(ROW * 3.0);
    let (Span { mut x, width: whole }, mut top) = (flow.span, flow.y);
    let right = x + whole;
    for (sign, words) in entries {
        let block = flow.document.block(&format!("{words} "), LABEL, x + 16.0, whole);
        let width = block.lines.iter().map(|line| line.width).fold(0.0, f32::max);
        if x + 16.0 + width > right && x > flow.span.x {
            (x, top) = (flow.span.x, top + ROW - 2.0);
        }
        let block = Block { x: x + 16.0, ..block };
        flow.document.decorate(|sheet| sign.draw(sheet, [x, top + 1.5]));
        flow.document.mark(tag, |sheet| Block { side: Side::Left, ..block }.draw(sheet, top));
        x += width + 32.0;
    }
    flow.y = top + ROW + 2.0;
}

/// What stands before a word of the legend.
#[derive(Debug, Clone, Copy)]
enum Sign {
    Dark,
    White,
    Mark,
    Dots,
}

impl Sign {
    fn draw(self, sheet: &mut Sheet, [x, y]: [f32; 2]) {
        match self {
            Self::Dark => sheet.fill([[x, y, 11.0, BAR]], INK),
            Self::White => sheet.frame([x + 0.5, y + 0.5, 10.0, BAR - 1.0], 1.0, INK),
            Self::Mark => mark(sheet, x + 6.0, y - 1.0),
            Self::Dots => sheet.dots([x + 6.0, y - 2.0], [x + 6.0, y + BAR + 2.0], 1.0),
        }
    }
}

fn mark(sheet: &mut Sheet, x: f32, y: f32) {
    sheet.rule([x, y], [x, y + BAR + 2.0], 4.5, 1.0);
    sheet.rule([x, y], [x, y + BAR + 2.0], 1.8, 0.0);
}

/// Writes a row a thing, as many figures as it takes pages.
fn rows<T>(flow: &mut Flow<'_>, things: &[T], words: impl Fn(&T) -> [String; 3], draw: impl Fn(&mut Sheet, &T, f32)) {
    let Span { x, width } = flow.span;
    let mut rest = things;
    while !rest.is_empty() {
        flow.need(ROW);
        let fitting = rows_in(flow.room()).clamp(1, rest.len());
        let (now, later) = rest.split_at_checked(fitting).unwrap_or((rest, &[]));
        let said: Vec<[String; 3]> = now.iter().map(&words).collect();
        let labels: Vec<[Block; 2]> = said.iter().map(|words| labels(flow, words)).collect();
        let top = flow.y;
        let height = ROW * count(now.len());
        flow.document.picture(&told(&said), [x, top, width, height], |sheet| {
            for ((thing, labels), at) in now.iter().zip(&labels).zip(0..) {
                let y = top + ROW * count(at);
                draw(sheet, thing, y + (ROW - BAR) / 2.0);
                for label in labels {
                    label.draw(sheet, y + 1.5);
                }
            }
        });
        flow.y += height;
        rest = later;
    }
}

/// Sets what a row is called, on one line, and how much it is.
fn labels(flow: &mut Flow<'_>, [label, value, _]: &[String; 3]) -> [Block; 2] {
    let Span { x, width } = flow.span;
    let name = flow.document.block(label, LABEL, x, Lane::of(flow.span).labels).first_line();
    let value = flow.document.block(value, LABEL, x, width);
    [name, Block { side: Side::Right, ..value }]
}

/// Returns the words for a figure: each row with its value and what that means.
fn told(rows: &[[String; 3]]) -> String {
    let told = |[label, value, meaning]: &[String; 3]| match meaning.as_str() {
        "" => format!("{label}: {value}"),
        meaning => format!("{label}: {value}, {meaning}"),
    };
    rows.iter().map(told).collect::<Vec<_>>().join("; ")
}

fn draw_bar(sheet: &mut Sheet, bar: &Bar, (pass, lane): (Option<u64>, Lane), y: f32) {
    let from = lane.from;
    sheet.rule([from, y + BAR / 2.0], [from + lane.longest, y + BAR / 2.0], 0.4, RULE_GREY);
    if let Some(at) = pass {
        sheet.dots([lane.along(at), y - 4.0], [lane.along(at), y + BAR + 4.0], 1.0);
    }
    let Some(value) = bar.value.percents() else { return };
    let width = lane.along(value) - from;
    if bar.is_reached {
        sheet.fill([[from, y, width, BAR]], INK);
    } else if width > 1.0 {
        sheet.frame([from + 0.5, y + 0.5, width - 1.0, BAR - 1.0], 1.0, INK);
    }
    if let Some(at) = bar.first.percents() {
        mark(sheet, lane.along(at), y - 1.0);
    }
}

fn draw_share(sheet: &mut Sheet, share: &Share, lane: Lane, y: f32) {
    let step = lane.longest / count(usize::try_from(share.of.max(FEWEST_FIELDS)).unwrap_or(usize::MAX));
    for at in 0..share.of {
        let x = lane.from + step * count(usize::try_from(at).unwrap_or(0));
        if at < share.part {
            sheet.fill([[x, y, step * 0.8, BAR]], INK);
        } else {
            sheet.frame([x + 0.5, y + 0.5, step * 0.8 - 1.0, BAR - 1.0], 1.0, INK);
        }
    }
}

/// Writes points in time: height is the score, from the earliest on the left to the latest on the right.
fn plot(flow: &mut Flow<'_>, chart: &Chart, moments: &[Moment]) {
    flow.need(PLOT + 2.0 * ROW);
    let Span { x: left, width } = flow.span;
    let top = flow.y + 8.0;
    let scale: Vec<Block> =
        ["100 %", "50 %", "0 %"].iter().map(|mark| flow.document.block(mark, LABEL, left, 30.0)).collect();
    let ends = ends(flow, moments);
    let words: Vec<[String; 3]> = moments
        .iter()
        .map(|moment| row_words(moment.label.as_str(), moment.value.shown.as_str(), chart, moment.is_reached))
        .collect();
    flow.document.picture(&told(&words), [left, top - 8.0, width, PLOT + 8.0 + ROW], |sheet| {
        for (block, at) in scale.into_iter().zip(0..) {
            let y = top + PLOT * count(at) / 2.0;
            sheet.rule([left + 36.0, y], [left + width, y], 0.4, RULE_GREY);
            Block { side: Side::Right, ..block }.draw(sheet, y - 6.0);
        }
        for (moment, at) in moments.iter().zip(0..) {
            let x = left + 36.0 + (width - 36.0) * (count(at) + 0.5) / count(moments.len());
            let y = top + PLOT * (1.0 - share_of(moment.value.percents().unwrap_or(0)));
            sheet.rule([x, y], [x, top + PLOT], 0.5, RULE_GREY);
            sheet.dot([x, y], 3.6, moment.is_reached);
        }
        for end in &ends {
            end.draw(sheet, top + PLOT + 6.0);
        }
    });
    flow.y = top + PLOT + ROW + 6.0;
}

/// Sets when the first point was, and the last.
fn ends(flow: &mut Flow<'_>, moments: &[Moment]) -> Vec<Block> {
    let Span { x, width } = flow.span;
    let mut end = |moment: &Moment, side| {
        let block = flow.document.block(moment.at.shown.as_str(), LABEL, x + 36.0, width - 36.0);
        Block { side, ..block }
    };
    match moments {
        [] => Vec::new(),
        [only] => vec![end(only, Side::Left)],
        [first, .., last] => vec![end(first, Side::Left), end(last, Side::Right)],
    }
}

fn share_of(percent: u64) -> f32 {
    f32::from(u8::try_from(percent.min(100)).unwrap_or(100)) / 100.0
}

#[expect(clippy::cast_precision_loss, reason = "a page has some dozens of rows")]
fn count(number: usize) -> f32 {
    number as f32
}

#[expect(clippy::cast_sign_loss, reason = "a room is never less than nothing")]
fn rows_in(room: f32) -> usize {
    (room / ROW).max(0.0) as usize
}
