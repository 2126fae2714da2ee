//! One sort of row alone, for those who want a plain sheet: per lesson, per question, per attempt.
//!
//! Apart from formats because a sheet is a part of a report, and only CSV is written in parts.

use std::str::FromStr;

use super::{Report, Table, UnknownFormat};

/// Which rows a sheet has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sheet {
    /// A row a lesson.
    Lessons,
    /// A row a question that was answered.
    Questions,
    /// A row an attempt at a quiz, a test or a piece of desk work.
    Attempts,
}

impl Sheet {
    /// Returns the tables of a report that are on it.
    pub(super) fn tables(self, report: &Report) -> Vec<&Table> {
        let keys: &[&str] = match self {
            Self::Lessons => &["lessons"],
            Self::Questions => &["questions"],
            Self::Attempts => &["attempts", "work_attempts"],
        };
        report.tables.iter().filter(|table| keys.contains(&table.layout.key)).collect()
    }
}

impl FromStr for Sheet {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        match name {
            "lessons" => Ok(Self::Lessons),
            "questions" => Ok(Self::Questions),
            "attempts" => Ok(Self::Attempts),
            _ => Err(UnknownFormat::new(name, "`lessons`, `questions` or `attempts`")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_sheet_says_which_are_known() {
        let error = "answers".parse::<Sheet>().unwrap_err();
        assert_eq!(error.to_string(), "`answers` is unknown: use `lessons`, `questions` or `attempts`");
    }
}
