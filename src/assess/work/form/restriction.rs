//! The grammar of restriction lines: `NO ACCESS Dunara; MUST COURTESY "Lagune TV"`.
//!
//! Apart because it is a small language of its own, which the desk's rules and a trainee's line are both written in.
//! `NONE` stands alone; everything else is joined by `;`. Key words are in capitals, names and quotations are free.

use super::value::date_time;

/// One limit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Restriction {
    /// No limit at all.
    None,
    /// A country or channel may not use it.
    NoAccess(String),
    /// Not online, not on mobile.
    BroadcastOnly,
    /// This credit must be shown.
    MustCourtesy(String),
    /// Not after so many days.
    NoArchiveAfter(u32),
    /// Not before a time in UTC.
    Embargo(String),
    /// Not to be sold on.
    NoResale,
    /// Not for partners.
    MembersOnly,
    /// Soundbites as they were sent, or not at all.
    NoReEdit,
    /// A limit on some shots: the first and the last.
    Part(u32, u32, Box<Restriction>),
}

/// A part of a line that is none of these.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{part}` is no restriction")]
pub struct BadRestriction {
    /// The part, as it was typed.
    pub part: String,
}

/// Reads a line.
pub fn parse(line: &str) -> Result<Vec<Restriction>, BadRestriction> {
    let bad = |part: &str| BadRestriction { part: part.trim().to_owned() };
    let all: Vec<Restriction> =
        split(line).into_iter().map(|part| one(part).ok_or_else(|| bad(part))).collect::<Result<_, _>>()?;
    if all.len() > 1 && all.contains(&Restriction::None) {
        return Err(bad("NONE"));
    }
    Ok(all)
}

/// Returns whether two lines say the same, in any order; a line that cannot be read says nothing.
pub fn say_the_same(one: &str, other: &str) -> bool {
    let sorted = |line| {
        parse(line).ok().map(|mut all| {
            all.iter_mut().for_each(even_out);
            all.sort();
            all.dedup();
            all
        })
    };
    matches!((sorted(one), sorted(other)), (Some(one), Some(other)) if one == other)
}

/// Evens out what does not count in names and quotations.
fn even_out(restriction: &mut Restriction) {
    match restriction {
        Restriction::NoAccess(text) | Restriction::MustCourtesy(text) => *text = crate::pattern::fold(text),
        Restriction::Part(_, _, inner) => even_out(inner),
        Restriction::None
        | Restriction::BroadcastOnly
        | Restriction::NoArchiveAfter(_)
        | Restriction::Embargo(_)
        | Restriction::NoResale
        | Restriction::MembersOnly
        | Restriction::NoReEdit => {}
    }
}

/// Cuts a line at its semicolons, those inside quotation marks left alone.
fn split(line: &str) -> Vec<&str> {
    let mut is_quoted = false;
    line.split(|c| {
        if matches!(c, '"' | '“' | '”' | '«' | '»') {
            is_quoted = !is_quoted;
        }
        c == ';' && !is_quoted
    })
    .collect()
}

fn one(part: &str) -> Option<Restriction> {
    let part = part.trim();
    match part {
        "NONE" => return Some(Restriction::None),
        "BROADCAST ONLY" => return Some(Restriction::BroadcastOnly),
        "NO RESALE" => return Some(Restriction::NoResale),
        "MEMBERS ONLY" => return Some(Restriction::MembersOnly),
        "NO RE-EDIT OF SOUNDBITES" => return Some(Restriction::NoReEdit),
        _ => {}
    }
    if let Some(whom) = part.strip_prefix("NO ACCESS ") {
        return named(whom).map(Restriction::NoAccess);
    }
    if let Some(words) = part.strip_prefix("MUST COURTESY ") {
        return quoted(words).map(Restriction::MustCourtesy);
    }
    if let Some(days) = part.strip_prefix("NO ARCHIVE AFTER ") {
        let days = days.strip_suffix(" DAYS").or_else(|| days.strip_suffix(" DAY"))?;
        return days.trim().parse().ok().map(Restriction::NoArchiveAfter);
    }
    if let Some(time) = part.strip_prefix("EMBARGO ") {
        return date_time(time).map(|_| Restriction::Embargo(time.trim().to_owned()));
    }
    part.strip_prefix("PART ").and_then(of_shots)
}

fn named(text: &str) -> Option<String> {
    let text = text.trim();
    let is_name = text.chars().any(char::is_alphabetic) && !text.contains(['"', '“', '”', ':']);
    is_name.then(|| text.to_owned())
}

fn quoted(text: &str) -> Option<String> {
    let text = text.trim();
    let inside = [('"', '"'), ('“', '”'), ('«', '»')]
        .iter()
        .find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close))?;
    let is_plain = !inside.contains(['"', '“', '”', '«', '»']);
    Some(inside.trim().to_owned()).filter(|inside| is_plain && !inside.is_empty())
}

/// Reads `shot 3-4: BROADCAST ONLY`, or `shot 3: …`.
fn of_shots(text: &str) -> Option<Restriction> {
    let (shots, inner) = text.split_once(':')?;
    let shots = shots.trim();
    let shots = shots.strip_prefix("shots ").or_else(|| shots.strip_prefix("shot "))?;
    let (first, last) = shots.split_once(['-', '–']).unwrap_or((shots, shots));
    let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    let inner = one(inner)?;
    let is_plain = !matches!(inner, Restriction::None | Restriction::Part(..));
    (is_plain && 0 < first && first <= last).then(|| Restriction::Part(first, last, Box::new(inner)))
}

impl std::fmt::Display for Restriction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::None => f.write_str("NONE"),
            Self::NoAccess(whom) => write!(f, "NO ACCESS {whom}"),
            Self::BroadcastOnly => f.write_str("BROADCAST ONLY"),
            Self::MustCourtesy(words) => write!(f, "MUST COURTESY \"{words}\""),
            Self::NoArchiveAfter(days) => write!(f, "NO ARCHIVE AFTER {days} DAYS"),
            Self::Embargo(time) => write!(f, "EMBARGO {time}"),
            Self::NoResale => f.write_str("NO RESALE"),
            Self::MembersOnly => f.write_str("MEMBERS ONLY"),
            Self::NoReEdit => f.write_str("NO RE-EDIT OF SOUNDBITES"),
            Self::Part(first, last, inner) => write!(f, "PART shot {first}-{last}: {inner}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_are_read_as_the_grammar_says() {
        for line in [
            "NONE",
            "NO ACCESS Télé Deux-Rives; MUST COURTESY \"Lagune TV\"",
            "MUST COURTESY “Video: R. Sena; all rights”; NO ARCHIVE AFTER 14 DAYS",
            "EMBARGO 2027-03-17T15:30Z; MEMBERS ONLY",
            "PART shot 3-4: BROADCAST ONLY; NO RESALE",
            "NO RE-EDIT OF SOUNDBITES",
        ] {
            assert!(parse(line).is_ok(), "{line}");
        }
    }

    #[test]
    fn what_is_no_restriction_is_named() {
        for (line, part) in [
            ("", ""),
            ("none", "none"),
            ("NONE; NO RESALE", "NONE"),
            ("NO RESALE; TV only", "TV only"),
            ("MUST COURTESY Lagune TV", "MUST COURTESY Lagune TV"),
            ("EMBARGO 18:30", "EMBARGO 18:30"),
            ("NO ACCESS ", "NO ACCESS"),
            ("PART shot 4-3: NO RESALE", "PART shot 4-3: NO RESALE"),
            ("PART shot 1: NONE", "PART shot 1: NONE"),
        ] {
            assert_eq!(parse(line), Err(BadRestriction { part: part.to_owned() }), "{line}");
        }
    }

    #[test]
    fn order_accents_and_quotation_marks_do_not_count() {
        let key = "NO ACCESS Télé Deux-Rives; MUST COURTESY \"Lagune TV\"";
        assert!(say_the_same(key, "MUST COURTESY «Lagune TV»; NO ACCESS Tele Deux Rives"));
        assert!(!say_the_same(key, "MUST COURTESY \"Lagune TV\""));
        assert!(!say_the_same("nothing", "nothing"));
    }

    fn plain() -> impl Strategy<Value = Restriction> {
        prop_oneof![
            "[A-Z][a-z]{1,8}( [A-Z][a-z]{1,8})?".prop_map(Restriction::NoAccess),
            Just(Restriction::BroadcastOnly),
            "[A-Z][a-z:;. ]{0,12}[a-z]".prop_map(Restriction::MustCourtesy),
            (0_u32..999).prop_map(Restriction::NoArchiveAfter),
            (0_u32..24).prop_map(|hour| Restriction::Embargo(format!("2027-03-16T{hour:02}:30Z"))),
            Just(Restriction::NoResale),
            Just(Restriction::MembersOnly),
            Just(Restriction::NoReEdit),
        ]
    }

    fn any() -> impl Strategy<Value = Restriction> {
        let part = (1_u32..9, 0_u32..9, plain()).prop_map(|(n, m, inner)| Restriction::Part(n, n + m, Box::new(inner)));
        prop_oneof![4 => plain(), 1 => part]
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(all in prop::collection::vec(any(), 1..5)) {
            let line = all.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
            prop_assert_eq!(parse(&line), Ok(all));
        }

        #[test]
        fn no_line_breaks_the_reader(line in ".{0,80}") {
            let _total = parse(&line);
        }
    }
}
