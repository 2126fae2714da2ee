//! Marking a text: by the number of a sentence, or by quoting words; with a label's number before it where there are
//! several.

use super::{Plain, Step, Typed, command, literal};
use crate::course::exercise::Work;
use crate::course::exercise::marking::{Marking, Unit};
use crate::course::exercise::work::Marked;
use crate::plain::entry::{self, Why};
use crate::words::fold;

/// Why words were not found.
enum NotFound {
    Nowhere,
    Several(usize),
}

impl Plain<'_> {
    pub(super) fn do_marks(&mut self, marking: &Marking) -> Step {
        self.write_marking(marking)?;
        loop {
            let by_sentence = marking.unit == Unit::Sentences;
            let mut prompt = self.words.get(if by_sentence { "plain-ask-sentences" } else { "plain-ask-quote" });
            if marking.labels.len() > 1 {
                let label = self.words.with("plain-ask-label-first", &[("max", marking.labels.len().into())]);
                prompt = format!("{label} {prompt}");
            }
            match self.ask_work(&prompt)? {
                Typed::HandIn => return Ok(()),
                Typed::Enter => self.write_marking(marking)?,
                Typed::Shown => {}
                Typed::Text(text) => self.mark_line(marking, &text)?,
            }
        }
    }

    fn marks(&self) -> Vec<Marked> {
        match self.made() {
            Some(Work::Mark { marks }) => marks,
            _ => Vec::new(),
        }
    }

    fn mark_line(&mut self, marking: &Marking, text: &str) -> Step {
        if let Some(number) = command(text, "d") {
            return self.unmark(marking, number);
        }
        let Some((label, rest)) = self.label_of_line(marking, text)? else { return Ok(()) };
        let found = match marking.unit {
            Unit::Sentences => sentences(marking, &rest).map_err(|why| self.reason(&why)),
            Unit::Words => quoted(marking, &rest).map(|found| vec![found]).map_err(|why| match why {
                NotFound::Nowhere => self.words.with("plain-why-no-words", &[("given", rest.as_str().into())]),
                NotFound::Several(count) => self.words.with("plain-why-many-words", &[("count", count.into())]),
            }),
        };
        match found {
            Err(why) => Ok(self.lines.write(&why)?),
            Ok(found) => {
                let mut marks = self.marks();
                for (from, to) in found {
                    marks = cut(marks, from, to);
                    marks.push(Marked { label: label.clone(), from, to });
                }
                marks.sort_by_key(|mark| mark.from);
                self.change(Work::Mark { marks })?;
                self.write_marks(marking)
            }
        }
    }

    /// Reads the label before a line, as `2:`; where there is only one, none need stand there.
    fn label_of_line(&mut self, marking: &Marking, text: &str) -> Step<Option<(String, String)>> {
        if let [only] = marking.labels.as_slice() {
            let rest = text.strip_prefix("1:").unwrap_or(text).trim();
            return Ok(Some((only.id.clone(), literal(rest).to_owned())));
        }
        let Some((number, rest)) = text.split_once(':') else {
            return self.say_with("plain-why-label", &[("max", marking.labels.len().into())]).map(|()| None);
        };
        match super::pick(&marking.labels, number.trim()) {
            Some(label) => Ok(Some((label.id.clone(), rest.trim().to_owned()))),
            None => self.refuse_number(number.trim(), marking.labels.len()).map(|()| None),
        }
    }

    fn unmark(&mut self, marking: &Marking, number: &str) -> Step {
        let mut marks = self.marks();
        match number.parse::<usize>().ok().filter(|number| (1..=marks.len()).contains(number)) {
            None => self.refuse_number(number, marks.len()),
            Some(number) => {
                marks.remove(number - 1);
                self.change(Work::Mark { marks })?;
                self.write_marks(marking)
            }
        }
    }

    fn write_marking(&mut self, marking: &Marking) -> Step {
        self.blank()?;
        if marking.labels.len() > 1 {
            self.say("plain-labels")?;
        }
        self.write_numbered(marking.labels.iter().map(|label| label.text.clone()))?;
        self.blank()?;
        match marking.unit {
            Unit::Sentences => {
                for (number, (from, to)) in (1..).zip(spans(marking)) {
                    self.lines.write(&format!("  {number}. {}", words(marking, from, to)))?;
                }
            }
            Unit::Words => {
                for paragraph in marking.words.split_inclusive(|word| word.ends_paragraph) {
                    let text: Vec<&str> = paragraph.iter().map(|word| word.text.trim()).collect();
                    self.lines.write(&format!("> {}", text.join(" ")))?;
                }
            }
        }
        self.write_marks(marking)
    }

    fn write_marks(&mut self, marking: &Marking) -> Step {
        let marks = self.marks();
        if marks.is_empty() {
            return self.say("plain-nothing-marked");
        }
        self.say("plain-marked")?;
        for (number, mark) in (1..).zip(&marks) {
            let label = marking.labels.iter().find(|label| label.id == mark.label);
            let label = label.map_or_else(|| mark.label.clone(), |label| self.inline(&label.text));
            self.lines.write(&format!("  {number}. {label}: {}", words(marking, mark.from, mark.to)))?;
        }
        Ok(())
    }
}

fn words(marking: &Marking, from: usize, to: usize) -> String {
    let words = marking.words.iter().take(to).skip(from).map(|word| word.text.trim());
    words.collect::<Vec<_>>().join(" ")
}

/// Returns where the sentences that can be marked begin and end.
fn spans(marking: &Marking) -> Vec<(usize, usize)> {
    let range = |span: &crate::course::exercise::marking::Span| {
        let is_in = |word: &crate::course::question::Word| word.span.as_ref() == Some(&span.id);
        let from = marking.words.iter().position(is_in)?;
        let length = marking.words.iter().skip(from).take_while(|word| is_in(word)).count();
        Some((from, from + length))
    };
    let mut spans: Vec<_> = marking.spans.iter().filter_map(range).collect();
    spans.sort_unstable();
    spans
}

fn sentences(marking: &Marking, text: &str) -> Result<Vec<(usize, usize)>, Why> {
    let spans = spans(marking);
    let numbers = entry::different(text, spans.len())?;
    Ok(numbers.iter().filter_map(|number| spans.get(number - 1)).copied().collect())
}

/// Finds words in the text, whatever their capitals, accents and punctuation.
fn quoted(marking: &Marking, text: &str) -> Result<(usize, usize), NotFound> {
    let even = |word: &str| fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let wanted: Vec<String> = text.split_whitespace().map(even).filter(|word| !word.is_empty()).collect();
    let all: Vec<String> = marking.words.iter().map(|word| even(&word.text)).collect();
    if wanted.is_empty() {
        return Err(NotFound::Nowhere);
    }
    let starts = all.windows(wanted.len()).enumerate().filter(|(_, words)| *words == wanted.as_slice());
    let starts: Vec<usize> = starts.map(|(at, _)| at).collect();
    match starts.as_slice() {
        [from] => Ok((*from, from + wanted.len())),
        [] => Err(NotFound::Nowhere),
        several => Err(NotFound::Several(several.len())),
    }
}

/// Takes words out of marks that have them.
fn cut(marks: Vec<Marked>, from: usize, to: usize) -> Vec<Marked> {
    let around = |mark: Marked| {
        let before = Marked { to: mark.to.min(from), ..mark.clone() };
        let after = Marked { from: mark.from.max(to), ..mark };
        [before, after].into_iter().filter(|mark| mark.from < mark.to)
    };
    marks.into_iter().flat_map(around).collect()
}
