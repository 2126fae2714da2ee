//! Small groups are merged: who is one of four from a country would be known by name.
//!
//! Apart because the funder's page and the data for research must merge alike.

use std::collections::BTreeMap;

use super::Maker;
use crate::cohort::Person;
use crate::cohort::matrix::Row;
use crate::cohort::stations::one;
use crate::journal::planning::Field;
use crate::report::Cell;
use crate::words::fold;

/// How many people a group needs to stand for itself.
const SMALLEST: usize = 5;

/// Returns for each value the group that it is told as: itself, or none for those that are merged.
///
/// The smallest are merged until what is merged is large enough too; if nothing is, all of it is one group.
pub(super) fn merged<'a>(values: impl IntoIterator<Item = &'a str>) -> BTreeMap<&'a str, Option<&'a str>> {
    merged_to(values, usize::MAX)
}

/// The same, where at most so many groups may stand for themselves: the smallest of more are merged too.
pub(super) fn merged_to<'a>(
    values: impl IntoIterator<Item = &'a str>,
    most: usize,
) -> BTreeMap<&'a str, Option<&'a str>> {
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for value in values {
        *sizes.entry(value).or_default() += 1;
    }
    let mut by_size: Vec<(usize, &str)> = sizes.iter().map(|(value, size)| (*size, *value)).collect();
    by_size.sort_unstable();
    let (mut together, too_many) = (0, by_size.len().saturating_sub(most));
    let is_merged = |(at, (size, value)): (usize, (usize, &'a str))| {
        let is_small = size < SMALLEST || (together > 0 && together < SMALLEST) || at < too_many;
        let joins = is_small || value.is_empty();
        together += if joins { size } else { 0 };
        (value, (!joins).then_some(value))
    };
    by_size.into_iter().enumerate().map(is_merged).collect()
}

impl Maker<'_> {
    /// Returns how many people gave each answer to the optional fields that the trainer asked for.
    pub(super) fn group_rows(&self, most: usize) -> Vec<Vec<Cell>> {
        self.sources.room.plan.asks.iter().flat_map(|field| self.rows_of(*field, most)).collect()
    }

    /// Returns the people of each station, where small ones, and the smallest of many, are one without a name.
    pub(super) fn merged_stations(&self, most: usize) -> Vec<(Option<String>, Vec<&Row>)> {
        let names: Vec<String> = self.matrix.rows.iter().map(|row| fold(&row.person.member)).collect();
        let groups = merged_to(names.iter().map(String::as_str), most);
        let mut by_group: BTreeMap<Option<&str>, Vec<&Row>> = BTreeMap::new();
        for (name, row) in names.iter().zip(&self.matrix.rows) {
            by_group.entry(groups.get(name.as_str()).copied().flatten()).or_default().push(row);
        }
        let mut stations = Vec::new();
        for (group, rows) in by_group {
            stations.push((group.map(|_| one(&self.matrix, &rows, &self.said).name), rows));
        }
        // Those without a name come last.
        stations.sort_by_key(|(name, _)| name.is_none());
        stations
    }

    fn rows_of(&self, field: Field, most: usize) -> Vec<Vec<Cell>> {
        let given: Vec<&str> = self.sources.room.people.iter().map(|person| of(person, field)).collect();
        let groups = merged_to(given.iter().copied(), most);
        let mut counts: BTreeMap<Option<&str>, usize> = BTreeMap::new();
        for value in given {
            *counts.entry(groups.get(value).copied().flatten()).or_default() += 1;
        }
        let (key, label) = match field {
            Field::Role => ("role", "cohort-report-role"),
            Field::Country => ("country", "cohort-report-country"),
            Field::Gender => ("gender", "cohort-report-gender"),
        };
        let row = |(group, people): (Option<&str>, usize)| {
            let group = group.map_or_else(|| self.other(), Cell::text);
            vec![Cell::worded(key, &self.words.get(label)), group, Cell::count(people)]
        };
        counts.into_iter().map(row).collect()
    }

    /// Returns the cell of what was merged.
    pub(super) fn other(&self) -> Cell {
        Cell::worded("other", &self.words.get("cohort-report-other"))
    }
}

fn of(person: &Person, field: Field) -> &str {
    match field {
        Field::Role => person.about.role.trim(),
        Field::Country => person.about.country.trim(),
        Field::Gender => person.about.gender.trim(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(sizes: &[(&'static str, usize)]) -> Vec<&'static str> {
        let values: Vec<&str> = sizes.iter().flat_map(|(name, size)| vec![*name; *size]).collect();
        merged(values).into_values().flatten().collect()
    }

    #[test]
    fn a_group_under_five_is_merged_and_so_is_the_next_until_what_is_merged_is_five() {
        assert_eq!(told(&[("a", 5), ("b", 9)]), ["a", "b"]);
        assert_eq!(told(&[("a", 4), ("b", 1), ("c", 7)]), ["c"]);
        assert_eq!(told(&[("a", 4), ("b", 6), ("c", 7)]), ["c"]);
        assert_eq!(told(&[("a", 2), ("b", 1)]), [""; 0]);
        assert_eq!(told(&[]), [""; 0]);
    }

    #[test]
    fn of_many_groups_the_smallest_are_merged_too() {
        let values: Vec<&str> = [("a", 5), ("b", 6), ("c", 7)].iter().flat_map(|(name, n)| vec![*name; *n]).collect();
        assert_eq!(merged_to(values.clone(), 2).into_values().flatten().collect::<Vec<_>>(), ["b", "c"]);
        assert_eq!(merged_to(values, 3).into_values().flatten().count(), 3);
    }

    #[test]
    fn those_who_gave_nothing_are_never_a_group_of_their_own() {
        assert_eq!(told(&[("", 9), ("a", 6)]), ["a"]);
    }
}
