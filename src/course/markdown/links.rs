//! Link reference definitions, `[label]: target`, of the whole lesson.
//!
//! Apart from parsing because a chunk is parsed without the others and may refer to any of them.

use std::collections::HashMap;

/// Targets by label; the first definition of a label counts.
#[derive(Debug, Default)]
pub(super) struct Links {
    targets: HashMap<String, String>,
}

impl Links {
    /// Finds the definitions: lines that begin with a label and a colon, in quotes and lists too.
    pub(super) fn gather(source: &str) -> Self {
        let mut links = Self::default();
        let mut next_line = 0;
        for (at, _) in source.match_indices(']') {
            if at >= next_line && source.as_bytes().get(at + 1) == Some(&b':') {
                links.take(source, next_line, at);
                next_line = source.get(at..).and_then(|rest| rest.find('\n')).map_or(source.len(), |end| at + end + 1);
            }
        }
        links
    }

    /// Takes a definition whose label ends at `close`; nothing before `from` is looked at.
    fn take(&mut self, source: &str, from: usize, close: usize) {
        let before = source.get(from..close).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let label = line.trim_start_matches([' ', '\t', '>', '-', '*', '+']).strip_prefix('[');
        let Some(label) = label.filter(|l| is_label(l)) else { return };
        if let Some(target) = source.get(close + 2..).and_then(target) {
            self.targets.entry(key(label)).or_insert(target);
        }
    }

    /// Finds the target of a label.
    pub(super) fn get(&self, label: &str) -> Option<&str> {
        if self.targets.is_empty() {
            return None;
        }
        self.targets.get(&key(label)).map(String::as_str)
    }
}

fn is_label(label: &str) -> bool {
    let plain = !label.contains('[') && !label.contains(']');
    plain && !label.starts_with('^') && !label.trim().is_empty() && label.len() < 1000
}

/// Reads what follows the colon, on that line or the next.
fn target(after: &str) -> Option<String> {
    let mut lines = after.lines();
    let here = lines.next().unwrap_or_default().trim();
    let text = if here.is_empty() { lines.next().unwrap_or_default().trim() } else { here };
    let target = match text.strip_prefix('<') {
        Some(inner) => inner.split_once('>')?.0,
        None => text.split_whitespace().next()?,
    };
    Some(target.to_owned())
}

fn key(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_are_found_wherever_a_line_begins_with_one() {
        let source = "[a]: /one\n> [B  c]: </t wo>\n[d]:\n  /three 'title'\n[a]: /late\n[^n]: note\nx [e]: /no\n[f]:\n";
        let links = Links::gather(source);
        let cases = [
            ("A", Some("/one")),
            ("b C", Some("/t wo")),
            ("d", Some("/three")),
            ("^n", None),
            ("e", None),
            ("f", None),
        ];
        for (label, wanted) in cases {
            assert_eq!(links.get(label), wanted, "{label}");
        }
    }
}
