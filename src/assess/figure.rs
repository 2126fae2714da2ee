//! Reads a number as people type it, in English and in French, with or without its unit.
//!
//! Apart from grading because plain mode asks again when this fails. The rules, and what an ambiguous text means:
//! white space and apostrophes between groups of three are grouping (`1 240`); where `,` and `.` both occur, the last
//! is the decimal sign (`1,240.5`, `1.240,5`); a sign that occurs twice is grouping (`1,240,000`); a single `,` before
//! exactly three digits is grouping (`1,240` = 1240) unless the number is already grouped, begins with a zero or has
//! more than three digits before it (`1 240,500`, `0,125`, `1240,500`); any other single `,` or `.` is decimal (`1,5`, `1.240` = 1.24).

use unicode_normalization::UnicodeNormalization;

use crate::pattern::fold;

/// Why a text is not a number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadFigure {
    /// There is nothing.
    #[error("nothing is typed")]
    Empty,
    /// It is no number.
    #[error("this is not a number")]
    NotANumber,
    /// It is a number with another unit.
    #[error("the unit is not `{0}`")]
    OtherUnit(String),
}

/// Reads a number; the unit may stand after it, in singular or plural, or be left out.
pub fn parse(text: &str, unit: &str) -> Result<f64, BadFigure> {
    let text: String = text.nfkc().map(even_out).collect();
    let text = text.trim();
    if text.is_empty() {
        return Err(BadFigure::Empty);
    }
    let (negative, rest) = sign(text);
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\'' | ',' | '.');
    let (digits, given) = rest.find(|c| !is_part(c)).map_or((rest, ""), |at| rest.split_at(at));
    let figure = plain(digits.trim())?;
    check_unit(given.trim(), unit)?;
    Ok(if negative { -figure } else { figure })
}

/// Makes one sign of all white space, apostrophes and minus signs.
fn even_out(c: char) -> char {
    match c {
        '\u{2019}' | '\u{2bc}' | '`' | '\u{b4}' => '\'',
        '\u{2212}' | '\u{2010}'..='\u{2015}' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

fn sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text).trim_start()),
    }
}

/// Reads digits with grouping and decimal signs.
fn plain(text: &str) -> Result<f64, BadFigure> {
    let text = text.strip_suffix(['.', ',']).unwrap_or(text);
    let (whole, fraction) = match decimal_sign(text) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let fraction = fraction.get(1..).unwrap_or_default();
    let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !is_digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return Err(BadFigure::NotANumber);
    }
    format!("0{}.{fraction}0", ungrouped(whole)?).parse().map_err(|_| BadFigure::NotANumber)
}

/// Finds the decimal sign by the rules above.
fn decimal_sign(text: &str) -> Option<usize> {
    let last = text.rfind([',', '.'])?;
    let (whole, rest) = text.split_at(last);
    let sign = rest.chars().next()?;
    let is_repeated = whole.contains(sign);
    let is_grouped = whole.contains([',', '.', ' ', '\'']);
    let is_group = rest.len() == 4 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    let is_thousands = sign == ',' && is_group && !is_grouped;
    (!is_repeated && !is_thousands).then_some(last)
}

/// Joins groups of three that stand behind one sign.
fn ungrouped(whole: &str) -> Result<String, BadFigure> {
    let mut signs = whole.chars().filter(|c| !c.is_ascii_digit());
    let Some(sign) = signs.next() else { return Ok(whole.to_owned()) };
    if signs.any(|other| other != sign) {
        return Err(BadFigure::NotANumber);
    }
    let mut groups = whole.split(sign);
    let is_first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()));
    if is_first && groups.all(|group| group.len() == 3) {
        Ok(whole.split(sign).collect())
    } else {
        Err(BadFigure::NotANumber)
    }
}

/// Accepts the unit itself, or the two in singular and plural.
fn check_unit(given: &str, unit: &str) -> Result<(), BadFigure> {
    let (given_word, unit_word) = (fold(given), fold(unit));
    let is_plural = |a: &str, b: &str| a.strip_suffix('s') == Some(b);
    let is_same = if given_word.is_empty() { given == unit.trim() } else { given_word == unit_word };
    if given.is_empty() || is_same || is_plural(&given_word, &unit_word) || is_plural(&unit_word, &given_word) {
        return Ok(());
    }
    let has_word = !unit.is_empty() && !given.contains(|c: char| c.is_ascii_digit());
    Err(if has_word { BadFigure::OtherUnit(given.to_owned()) } else { BadFigure::NotANumber })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let cases = [
            ("75", 75.0),
            (" 75 ", 75.0),
            ("75,5", 75.5),
            ("75.5", 75.5),
            ("1 240", 1240.0),
            ("1\u{a0}240", 1240.0),
            ("1\u{202f}240", 1240.0),
            ("1\u{2009}240,5", 1240.5),
            ("1 240,500", 1240.5),
            ("1 240.5", 1240.5),
            ("1,240", 1240.0),
            ("1,5", 1.5),
            ("1,24", 1.24),
            ("1,2400", 1.24),
            ("1.240", 1.24),
            ("0,125", 0.125),
            ("1,240.5", 1240.5),
            ("1.240,5", 1240.5),
            ("1,240,000", 1_240_000.0),
            ("1.240.000", 1_240_000.0),
            ("1.240.000,25", 1_240_000.25),
            ("1'240", 1240.0),
            ("1\u{2019}240.50", 1240.5),
            ("12,500", 12_500.0),
            ("1234,567", 1234.567),
            (",5", 0.5),
            (".5", 0.5),
            ("75.", 75.0),
            ("75,", 75.0),
            ("-3", -3.0),
            ("\u{2212}3,5", -3.5),
            ("\u{2013} 3", -3.0),
            ("+3", 3.0),
            ("\u{ff17}\u{ff15}", 75.0),
            ("007", 7.0),
            ("75 words", 75.0),
            ("75words", 75.0),
            ("75 Word", 75.0),
            ("75 words.", 75.0),
        ];
        for (text, figure) in cases {
            assert_eq!(parse(text, "words"), Ok(figure), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused_with_a_reason() {
        let other = |unit: &str| BadFigure::OtherUnit(unit.to_owned());
        let cases = [
            ("", BadFigure::Empty),
            (" \u{a0}", BadFigure::Empty),
            ("words", BadFigure::NotANumber),
            ("-", BadFigure::NotANumber),
            (".", BadFigure::NotANumber),
            ("1 24", BadFigure::NotANumber),
            ("12 40", BadFigure::NotANumber),
            ("1,24,000", BadFigure::NotANumber),
            ("1 240'000", BadFigure::NotANumber),
            ("1..5", BadFigure::NotANumber),
            ("1e3", BadFigure::NotANumber),
            ("1:10", BadFigure::NotANumber),
            ("75 seconds", other("seconds")),
            ("75 %", other("%")),
            ("75 or 80", BadFigure::NotANumber),
            ("inf", BadFigure::NotANumber),
        ];
        for (text, reason) in cases {
            assert_eq!(parse(text, "words"), Err(reason), "{text:?}");
        }
    }

    #[test]
    fn units_are_compared_without_case_accents_and_plural() {
        for (text, unit) in
            [("3 %", "%"), ("3%", "%"), ("3 SECONDES", "secondes"), ("3 metre", "mètres"), ("3 km/h", "km/h")]
        {
            assert_eq!(parse(text, unit), Ok(3.0), "{text}");
        }
        assert_eq!(parse("3 x", ""), Err(BadFigure::NotANumber));
        assert_eq!(parse("3 €", "%"), Err(BadFigure::OtherUnit("€".into())));
    }
}
