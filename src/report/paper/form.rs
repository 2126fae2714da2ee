//! Things to fill in by hand that several papers have.
//!
//! Apart because a quiz and an exercise sheet ask for the same name in the same place.

use super::Press;
use super::part::Part;

/// Sets the line for name, station and date.
pub(super) fn who(press: &Press<'_>) -> Part {
    let keys = [("setup-name", 5), ("setup-station", 4), ("paper-date", 2)];
    Part::Blanks(keys.into_iter().map(|(key, share)| (press.say(key), share)).collect())
}
