//! `multiple`: right ticks less wrong ticks, over the number of keys, and not below nothing.

use super::{finding, stand};
use crate::assess::{Grade, Graded, NotYet, Response};
use crate::course::question::Choice;
use crate::id::OptionId;

/// Grades ticks; an option ticked twice is ticked once.
pub(super) fn grade(options: &[Choice], keys: &[OptionId], response: &Response) -> Graded {
    let ticked: &[OptionId] = if let Response::Ticked(ids) = response { ids } else { &[] };
    let is_given = |o: &Choice| ticked.contains(&o.id);
    let is_right = |o: &Choice| keys.contains(&o.id);
    let right = options.iter().filter(|o| is_given(o) && is_right(o)).count();
    let wrong = options.iter().filter(|o| is_given(o) && !is_right(o)).count();
    let findings = options.iter().map(|o| finding(o, stand(is_given(o), is_right(o)))).collect();
    Graded { grade: Grade::share(right.saturating_sub(wrong), keys.len()), findings }
}

/// Says whether anything is ticked, and only options of this question.
pub(super) fn check(options: &[Choice], ticked: &[OptionId]) -> Result<(), NotYet> {
    if ticked.is_empty() {
        return Err(NotYet::NothingTicked);
    }
    super::check_ids(options, ticked)
}

#[cfg(test)]
mod tests {
    use crate::assess::samples::{multiple, ticked};
    use crate::assess::{Mark, grade_response};

    #[test]
    fn wrong_ticks_take_right_ones_away() {
        // The keys are a, b and c; d and e are wrong.
        let cases: [(&[&str], u16); 9] = [
            (&["a", "b", "c"], 10_000),
            (&["a", "b"], 6666),
            (&["a"], 3333),
            (&[], 0),
            (&["a", "b", "c", "d"], 6666),
            (&["a", "d"], 0),
            (&["a", "d", "e"], 0),
            (&["a", "b", "c", "d", "e"], 3333),
            (&["a", "a", "a"], 3333),
        ];
        for (ids, grade) in cases {
            assert_eq!(grade_response(&multiple(), &ticked(ids)).grade.number(), grade, "{ids:?}");
        }
    }

    #[test]
    fn a_key_without_its_tick_is_missed() {
        let graded = grade_response(&multiple(), &ticked(&["a", "d"]));
        let marks: Vec<_> = graded.findings.iter().map(|f| f.mark).collect();
        assert_eq!(marks, [Mark::Right, Mark::Missed, Mark::Missed, Mark::Wrong, Mark::Open]);
    }
}
