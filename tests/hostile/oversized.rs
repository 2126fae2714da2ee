//! Exercises that are far too large, go in circles, or have patterns made to be slow: refused, each with its reason.
//!
//! How long that takes is printed by `cargo bench --bench check`; here only the outcome counts, and that it comes.

#[path = "../support/oversized.rs"]
mod made;

use rundown::check;
use rundown::course::source::Found;

#[test]
fn every_oversized_exercise_is_refused_with_its_reason_and_a_bounded_report() {
    for made in made::all() {
        let checked = check::files_of(&made.files, Found::default());
        let codes: std::collections::BTreeSet<String> =
            checked.faults.diagnostics.iter().map(|fault| fault.code.to_string()).collect();
        assert!(codes.contains(made.code), "{}: {codes:?}", made.name);
        assert!(!checked.passes(false), "{}", made.name);
        assert!(checked.faults.diagnostics.len() <= 2_100, "{}: {}", made.name, checked.faults.diagnostics.len());
    }
}
