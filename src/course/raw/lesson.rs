//! The front matter of a lesson, original or translation.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use crate::course::fields::{Fields, Text};

/// What stands between the `+++` lines.
#[derive(Debug, Default)]
pub struct Front {
    /// Where it begins.
    pub span: Range<usize>,
    /// The id; not in translations.
    pub id: Option<Text>,
    /// Ids it had before.
    pub was: Vec<Text>,
    /// The name on the home screen.
    pub slug: Option<Text>,
    /// The title.
    pub title: Option<Text>,
    /// Reading, quiz and exercise together.
    pub minutes: Option<Spanned<i64>>,
    /// How hard it may be to read.
    pub lix: Option<Spanned<i64>>,
    /// How many of its sentences may be long, in percent.
    pub long_sentences: Option<Spanned<i64>>,
    /// Questions of earlier lessons.
    pub recall: Vec<Text>,
    /// Lessons that are better taken before.
    pub requires: Vec<Text>,
    /// The hands-on work.
    pub exercise: Option<Text>,
    /// What it teaches.
    pub outcomes: Vec<Outcome>,
    /// What is said of sections.
    pub sections: Vec<Section>,
    /// The hash of the front matter that a translation was made from.
    pub of: Option<Text>,
}

/// `[[outcomes]]`.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Where it begins.
    pub span: Range<usize>,
    /// The id.
    pub id: Option<Text>,
    /// Ids it had before.
    pub was: Vec<Text>,
    /// The words.
    pub text: Option<Text>,
}

/// One entry of `[sections]`: earlier ids in an original, a hash in a translation.
#[derive(Debug)]
pub struct Section {
    /// The section.
    pub id: Text,
    /// Ids it had before.
    pub was: Vec<Text>,
    /// The hash of the section that a translation was made from.
    pub of: Option<Text>,
}

impl Front {
    /// Reads the front matter.
    pub fn read(fields: &Fields<'_>) -> Self {
        Self {
            span: fields.span.clone(),
            id: fields.text("id"),
            was: fields.texts("was"),
            slug: fields.text("slug"),
            title: fields.text("title"),
            minutes: fields.whole("minutes"),
            lix: fields.whole("lix"),
            long_sentences: fields.whole("long_sentences"),
            recall: fields.texts("recall"),
            requires: fields.texts("requires"),
            exercise: fields.text("exercise"),
            outcomes: fields.tables("outcomes", "an outcome", Outcome::read),
            sections: fields.table("sections", "[sections]", read_sections).unwrap_or_default(),
            of: fields.text("of"),
        }
    }
}

impl Outcome {
    fn read(fields: &Fields<'_>) -> Self {
        Self {
            span: fields.span.clone(),
            id: fields.need_text("id"),
            was: fields.texts("was"),
            text: fields.need_text("text"),
        }
    }
}

fn read_sections(fields: &Fields<'_>) -> Vec<Section> {
    fields.every().filter_map(|(id, value, span)| read_section(fields, id, value, span)).collect()
}

fn read_section(fields: &Fields<'_>, id: Text, value: &DeValue<'_>, span: Range<usize>) -> Option<Section> {
    match (value.as_str(), value.as_array()) {
        (Some(hash), _) => Some(Section { id, was: Vec::new(), of: Some(Spanned::new(span, hash.trim().to_owned())) }),
        (_, Some(ids)) => {
            let text = |id: &Spanned<DeValue<'_>>| Some(Spanned::new(span.clone(), id.get_ref().as_str()?.to_owned()));
            Some(Section { was: ids.iter().filter_map(text).collect(), of: None, id })
        }
        _ => fields.wrong_type("sections", value, span, "a hash, or a list of earlier ids"),
    }
}
