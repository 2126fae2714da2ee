//! The code that opens a test: a word that a trainer says aloud, and what of it may travel.
//!
//! Apart from the plan, which keeps locks as it keeps everything: here they are made and tried. However a code is
//! written down, typed or heard, capitals, accents, spaces and hyphens do not count.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use crate::id::{CohortId, TestId};
use crate::journal::planning::TestLock;
use crate::seal::word;

/// Sounds that are spoken and spelt alike in many languages.
const FIRST: &[u8; 13] = b"bdfgklmnprstv";
const SECOND: &[u8; 4] = b"aiou";
/// Sounds of a code, and after how many of them a hyphen stands.
const SOUNDS: usize = 6;
const BREAK: usize = 3;
/// The fewest letters that a trainer's own code may have.
pub const SHORTEST: usize = 4;

/// Makes a code that is easily said aloud, such as `badoru-kimafo`.
pub fn made_up(mut chance: u128) -> String {
    let mut code = String::new();
    let mut pick = |letters: &[u8]| {
        let count = letters.len() as u128;
        let at = usize::try_from(chance % count).unwrap_or(0);
        chance /= count;
        letters.get(at).map_or('a', |letter| char::from(*letter))
    };
    for sound in 0..SOUNDS {
        if sound == BREAK {
            code.push('-');
        }
        code.push(pick(FIRST));
        code.push(pick(SECOND));
    }
    code
}

/// Makes the lock of a code; none where the machine has too little memory.
pub fn lock(code: &str, chance: u128) -> Option<TestLock> {
    let (salt, hash) = word::keep(&heard(code), chance)?;
    Some(TestLock { salt, hash })
}

/// Returns whether a code has enough letters to be one.
pub fn is_long_enough(code: &str) -> bool {
    heard(code).chars().count() >= SHORTEST
}

/// Returns the first of some cohorts whose lock on a test a code opens.
pub fn opened<'a>(
    locks: impl IntoIterator<Item = (CohortId, &'a BTreeMap<TestId, TestLock>)>,
    test: &TestId,
    code: &str,
) -> Option<CohortId> {
    let code = heard(code);
    let mut wanted = locks.into_iter().filter_map(|(cohort, locks)| Some((cohort, locks.get(test)?)));
    // A machine that cannot try a code opens nothing.
    wanted.find(|(_, lock)| word::is_it(&code, &lock.salt, &lock.hash) == Some(true)).map(|(cohort, _)| cohort)
}

/// Returns what of a code counts.
fn heard(code: &str) -> String {
    code.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_up_code_can_be_said_and_each_is_another() {
        let codes: Vec<String> = (0..40_u128).map(|n| made_up(n.wrapping_mul(0x9E37_79B9_7F4A_7C15))).collect();
        assert_eq!(codes[0], "bababa-bababa");
        for code in &codes {
            assert!(code.len() == 13 && code.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{code}");
        }
        let different: std::collections::BTreeSet<&String> = codes.iter().collect();
        assert_eq!(different.len(), codes.len());
    }

    #[test]
    fn a_code_opens_however_it_is_written_and_only_its_own_test() {
        let test = |id: &str| TestId::new(id).unwrap();
        let locks: BTreeMap<_, _> = [(test("test/pre"), lock("Badöru-Kimafo", 1).unwrap())].into();
        let cohort = CohortId::from_bits(9);
        let tried = |id: &str, code: &str| opened([(cohort, &locks)], &test(id), code);
        for code in ["badoru-kimafo", "BADORU KIMAFO", " badorukimafo "] {
            assert_eq!(tried("test/pre", code), Some(cohort), "{code}");
        }
        assert_eq!(tried("test/pre", "badoru"), None);
        assert_eq!(tried("test/pre", ""), None);
        assert_eq!(tried("test/post", "badoru-kimafo"), None);
    }

    #[test]
    fn of_two_workshops_the_one_whose_code_it_is_opens_the_test() {
        let test = TestId::new("test/pre").unwrap();
        let locked = |code: &str| BTreeMap::from([(test.clone(), lock(code, 1).unwrap())]);
        let (one, other) = (locked("aaaa"), locked("bbbb"));
        let all = || [(CohortId::from_bits(1), &one), (CohortId::from_bits(2), &other)];
        assert_eq!(opened(all(), &test, "bbbb"), Some(CohortId::from_bits(2)));
        assert_eq!(opened(all(), &test, "cccc"), None);
    }

    #[test]
    fn a_code_of_three_letters_is_none() {
        assert!(!is_long_enough("a-b c") && is_long_enough("a-b cd") && is_long_enough("été 1"));
    }
}
