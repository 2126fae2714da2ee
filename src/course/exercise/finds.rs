//! Patterns that a rule looks for: as an author wrote them, and ready to look with.
//!
//! Apart from the rules because five engines have such lists. Work is judged at every key, so a pattern is compiled
//! once, when it is first looked for; a course that is only listed compiles none.

use std::sync::OnceLock;

use crate::pattern::Pattern;

/// A list of patterns. One that cannot be read finds nothing; `check` reports it.
#[derive(Debug, Clone, Default)]
pub struct Finds {
    written: Vec<String>,
    ready: OnceLock<Vec<Option<Pattern>>>,
}

impl Finds {
    /// Returns the patterns as written.
    pub fn written(&self) -> &[String] {
        &self.written
    }

    /// Returns the patterns that can be read, each as written and ready.
    pub fn ready(&self) -> impl Iterator<Item = (&str, &Pattern)> {
        let ready = self.ready.get_or_init(|| self.written.iter().map(|source| Pattern::parse(source).ok()).collect());
        self.written.iter().zip(ready).filter_map(|(source, pattern)| Some((source.as_str(), pattern.as_ref()?)))
    }

    /// Returns the patterns that can be read, ready.
    pub fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        self.ready().map(|(_, pattern)| pattern)
    }
}

impl From<Vec<String>> for Finds {
    fn from(written: Vec<String>) -> Self {
        Self { written, ready: OnceLock::new() }
    }
}

impl PartialEq for Finds {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_that_cannot_be_read_finds_nothing_and_stays_written() {
        let finds = Finds::from(["flood", "(open", "no deaths"].map(str::to_owned).to_vec());
        assert_eq!(finds.ready().map(|(source, _)| source).collect::<Vec<_>>(), ["flood", "no deaths"]);
        assert_eq!(finds.written().len(), 3);
        assert_eq!(finds, Finds::from(finds.written().to_vec()), "compiled or not");
    }
}
