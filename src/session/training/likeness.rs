//! Names that look alike: perhaps one person with two records.
//!
//! Apart because it only says so. Records are joined by a trainer who knows the two, never by a program that saw two names.

use unicode_security::skeleton;

use crate::id::LearnerId;
use crate::words::fold;

/// A name without what hardly shows. Look-alikes differ between small letters and capitals (an I looks like an l, an i
/// does not), so a name has three shapes, as written, small and capital, and names look alike where one is the same.
struct Shape {
    written: String,
    small: String,
    capital: String,
}

impl Shape {
    fn of(name: &str) -> Self {
        let plain = fold(name).split_whitespace().collect::<Vec<_>>().join(" ");
        let written = fold(&skeleton(name).collect::<String>());
        Self { written, small: skeleton(&plain).collect(), capital: skeleton(&plain.to_uppercase()).collect() }
    }

    fn is_like(&self, other: &Self) -> bool {
        self.written == other.written || self.small == other.small || self.capital == other.capital
    }
}

/// Returns the groups of people whose names are the same after case, accents, spaces and letters that look alike, such
/// as the Cyrillic and the Latin a.
fn alike<'a>(people: impl IntoIterator<Item = (LearnerId, &'a str)>) -> Vec<Vec<(LearnerId, &'a str)>> {
    let mut groups: Vec<(Shape, Vec<(LearnerId, &str)>)> = Vec::new();
    for person in people {
        let shape = Shape::of(person.1);
        match groups.iter_mut().find(|(known, _)| known.is_like(&shape)) {
            Some((_, group)) => group.push(person),
            None => groups.push((shape, vec![person])),
        }
    }
    groups.into_iter().map(|(_, group)| group).filter(|group| group.len() > 1).collect()
}

/// Returns each two people whose names look alike, but those who are known to be two.
pub fn pairs<'a>(
    people: impl IntoIterator<Item = (LearnerId, &'a str)>,
    is_apart: impl Fn(LearnerId, LearnerId) -> bool,
) -> Vec<[(LearnerId, &'a str); 2]> {
    let mut pairs = Vec::new();
    for group in alike(people) {
        for (nth, one) in group.iter().enumerate() {
            let others = group.iter().skip(nth + 1).filter(|other| !is_apart(one.0, other.0));
            pairs.extend(others.map(|other| [*one, *other]));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_spaces_and_letters_that_look_alike_do_not_tell_people_apart() {
        for (one, other) in [
            ("Awa Diop", "AWA  DIOP"),
            ("José Ba", "Jose Ba"),
            ("Awa Diop", "\u{410}wa Diop"),
            ("Paolo", "P\u{430}olo"),
            ("Brahim", "\u{412}rahim"),
            ("ISSA", "lssa"),
        ] {
            assert!(Shape::of(one).is_like(&Shape::of(other)), "{one} and {other}");
        }
        for (one, other) in [("Awa Diop", "Awa Dion"), ("Issa Ba", "Issa Sow"), ("Ana", "Anna")] {
            assert!(!Shape::of(one).is_like(&Shape::of(other)), "{one} and {other}");
        }
    }

    #[test]
    fn only_who_looks_like_somebody_is_listed() {
        let id = LearnerId::from_bits;
        let groups = alike([(id(1), "Awa Diop"), (id(2), "Issa Ba"), (id(3), "awa diop")]);
        assert_eq!(groups, [vec![(id(1), "Awa Diop"), (id(3), "awa diop")]]);
    }

    #[test]
    fn of_three_namesakes_the_last_two_are_asked_about_when_the_first_is_known_to_be_another() {
        let id = LearnerId::from_bits;
        let [one, two, three] = [(id(1), "Awa Diop"), (id(2), "Awa Diop"), (id(3), "awa diop")];
        let all = pairs([one, two, three], |_, _| false);
        assert_eq!(all, [[one, two], [one, three], [two, three]]);
        let left = pairs([one, two, three], |first, _| first == id(1));
        assert_eq!(left, [[two, three]]);
    }
}
