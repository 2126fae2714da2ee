//! `short`: right when the whole answer matches an accepted pattern.

use super::typed;
use crate::assess::{Graded, NotYet, Response};
use crate::course::question::QuestionBody;
use crate::pattern::{Pattern, is_blank};

/// How many characters an answer can have.
pub const LONGEST: usize = 1000;

/// Grades typed words: right, or the first trap that they fall into, or plainly wrong.
pub(super) fn grade(body: &QuestionBody, response: &Response) -> Graded {
    let QuestionBody::Short { accept, right_feedback, otherwise, traps, .. } = body else {
        return typed(false, false, "");
    };
    let text = if let Response::Typed(text) = response { text.as_str() } else { "" };
    if is_blank(text) {
        return typed(false, false, otherwise);
    }
    if matches_any(accept, text) {
        return typed(true, true, right_feedback);
    }
    let trap = traps.iter().find(|t| matches_any(&t.accept, text));
    typed(false, true, trap.map_or(otherwise, |t| &t.feedback))
}

/// A pattern that cannot be read matches nothing; the course check reports it.
fn matches_any(patterns: &[String], text: &str) -> bool {
    patterns.iter().any(|p| Pattern::parse(p).is_ok_and(|pattern| pattern.matches(text)))
}

/// Says whether there are words.
pub(super) fn check(text: &str) -> Result<(), NotYet> {
    check_length(text)?;
    if is_blank(text) { Err(NotYet::NothingTyped) } else { Ok(()) }
}

/// Says whether what is typed is short enough to be an answer.
pub(super) fn check_length(text: &str) -> Result<(), NotYet> {
    if text.chars().nth(LONGEST).is_some() { Err(NotYet::TooLong(LONGEST)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use crate::assess::samples::{short, typed};
    use crate::assess::{Mark, NotYet, check_response, grade_response};

    #[test]
    fn any_pattern_makes_it_right_and_a_trap_says_why_not() {
        for (text, grade, said) in [
            ("Télé  Sanvila!", 10_000, "right"),
            ("the agency", 0, "trap"),
            ("L’agence", 0, "trap"),
            ("somebody", 0, "otherwise"),
            ("?!", 0, "otherwise"),
        ] {
            let graded = grade_response(&short(), &typed(text));
            assert_eq!((graded.grade.number(), graded.findings[0].feedback.as_str()), (grade, said), "{text}");
        }
        assert_eq!(grade_response(&short(), &typed("...")).findings[0].mark, Mark::Missed);
    }

    #[test]
    fn an_entry_without_words_is_sent_back() {
        assert_eq!(check_response(&short(), &typed(" ?! ")), Err(NotYet::NothingTyped));
        assert_eq!(check_response(&short(), &typed(&"é".repeat(1000))), Ok(()));
        assert_eq!(check_response(&short(), &typed(&"é".repeat(1001))), Err(NotYet::TooLong(1000)));
    }
}
