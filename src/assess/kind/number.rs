//! `number`: right within its tolerance, however the number is written.

use super::typed;
use crate::assess::figure::{self, BadFigure};
use crate::assess::{Graded, NotYet, Response};
use crate::course::question::QuestionBody;

/// Grades a typed number: right, or the first trap that it falls into, or plainly wrong.
pub(super) fn grade(body: &QuestionBody, response: &Response) -> Graded {
    let QuestionBody::Number { value, tolerance, unit, right_feedback, otherwise, traps } = body else {
        return typed(false, false, "");
    };
    let text = if let Response::Typed(text) = response { text.as_str() } else { "" };
    let Ok(figure) = figure::parse(text, unit) else {
        return typed(false, !text.trim().is_empty(), otherwise);
    };
    if is_within(figure, *value, *tolerance) {
        return typed(true, true, right_feedback);
    }
    let trap = traps.iter().find(|t| is_within(figure, t.value, t.tolerance));
    typed(false, true, trap.map_or(otherwise, |t| &t.feedback))
}

/// Compares with room for what binary fractions lose: 0.1 + 0.2 is 0.3.
fn is_within(figure: f64, value: f64, tolerance: f64) -> bool {
    let room = 1e-9 * value.abs().max(tolerance.abs()).max(1.0);
    (figure - value).abs() <= tolerance.abs() + room
}

/// Says whether a number is typed, with the unit asked for or none.
pub(super) fn check(text: &str, unit: &str) -> Result<(), NotYet> {
    super::short::check_length(text)?;
    match figure::parse(text, unit) {
        Ok(_) => Ok(()),
        Err(BadFigure::Empty) => Err(NotYet::NothingTyped),
        Err(BadFigure::NotANumber) => Err(NotYet::NotANumber(text.trim().to_owned())),
        Err(BadFigure::OtherUnit(other)) => Err(NotYet::OtherUnit(other)),
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::samples::{number, typed};
    use crate::assess::{Mark, NotYet, check_response, grade_response};

    #[test]
    fn the_tolerance_belongs_to_the_right_answer() {
        // 75 words, give or take 3; a trap at 225.
        for (text, grade, said) in [
            ("75", 10_000, "right"),
            ("78", 10_000, "right"),
            ("72 words", 10_000, "right"),
            ("72,0", 10_000, "right"),
            ("78.1", 0, "otherwise"),
            ("225", 0, "trap"),
            ("-75", 0, "otherwise"),
            ("seventy", 0, "otherwise"),
            ("75 seconds", 0, "otherwise"),
        ] {
            let graded = grade_response(&number(75.0, 3.0), &typed(text));
            assert_eq!((graded.grade.number(), graded.findings[0].feedback.as_str()), (grade, said), "{text}");
        }
    }

    #[test]
    fn nothing_typed_is_missed_and_not_wrong() {
        assert_eq!(grade_response(&number(0.0, 0.0), &typed("  ")).findings[0].mark, Mark::Missed);
        assert_eq!(grade_response(&number(0.0, 0.0), &typed("")).grade.number(), 0);
    }

    #[test]
    fn fractions_are_compared_as_people_do() {
        assert!(grade_response(&number(75.0, 0.3), &typed("75,3")).grade.is_full());
        assert!(grade_response(&number(0.3, 0.0), &typed("0.30")).grade.is_full());
        assert!(!grade_response(&number(0.3, 0.0), &typed("0.301")).grade.is_full());
    }

    #[test]
    fn an_entry_that_cannot_be_a_number_is_sent_back() {
        let question = number(75.0, 3.0);
        let cases = [
            ("75", Ok(())),
            ("", Err(NotYet::NothingTyped)),
            ("seven", Err(NotYet::NotANumber("seven".into()))),
            ("75 km", Err(NotYet::OtherUnit("km".into()))),
        ];
        for (text, said) in cases {
            assert_eq!(check_response(&question, &typed(text)), said, "{text}");
        }
    }
}
