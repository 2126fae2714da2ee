//! `single` and `true_false`: one option is right, all others are wrong.

use super::{finding, stand};
use crate::assess::{Grade, Graded, NotYet, Response};
use crate::course::question::Choice;
use crate::id::OptionId;

/// Returns the option that stands for a statement's truth.
pub(super) fn truth(answer: bool) -> OptionId {
    OptionId::truth(answer)
}

/// Grades one chosen option.
pub(super) fn grade(options: &[Choice], key: &OptionId, response: &Response) -> Graded {
    let chosen = if let Response::Chosen(id) = response { id.as_ref() } else { None };
    let findings = options.iter().map(|o| finding(o, stand(chosen == Some(&o.id), o.id == *key))).collect();
    let grade = if chosen == Some(key) { Grade::FULL } else { Grade::ZERO };
    Graded { grade, findings }
}

/// Says whether an option is chosen, and one of these.
pub(super) fn check(options: &[Choice], chosen: Option<&OptionId>) -> Result<(), NotYet> {
    let chosen = chosen.ok_or(NotYet::NothingChosen)?;
    super::check_ids(options, [chosen])
}

#[cfg(test)]
mod tests {
    use crate::assess::samples::{chosen, single, true_false};
    use crate::assess::{Mark, grade_response};

    #[test]
    fn each_option_says_how_it_stands() {
        let question = single();
        let graded = grade_response(&question, &chosen("b"));
        let marks: Vec<_> = graded.findings.iter().map(|f| f.mark).collect();
        assert_eq!((graded.grade.number(), marks), (0, vec![Mark::Missed, Mark::Wrong, Mark::Open]));
        assert_eq!(graded.findings[1].feedback, "about b");
    }

    #[test]
    fn only_the_key_is_worth_something() {
        for (id, grade) in [("a", 10_000), ("b", 0), ("c", 0), ("zz", 0)] {
            assert_eq!(grade_response(&single(), &chosen(id)).grade.number(), grade, "{id}");
        }
        for (id, grade) in [("true", 0), ("false", 10_000)] {
            assert_eq!(grade_response(&true_false(false), &chosen(id)).grade.number(), grade, "{id}");
        }
    }
}
