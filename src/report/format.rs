//! The formats a report can be written in, by the names the command line knows.
//!
//! Apart from the writers so that the command line and the screen can offer them without writing.

use std::str::FromStr;

use crate::id::Lang;

/// What stands between the cells of a CSV file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`, which spreadsheets expect where the comma is for decimals.
    Semicolon,
    /// A tab.
    Tab,
}

impl Delimiter {
    /// Returns what spreadsheets expect in a language.
    pub fn of(lang: &Lang) -> Self {
        if lang.as_str() == "fr" { Self::Semicolon } else { Self::Comma }
    }

    /// Returns the byte.
    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// Says that a name names no format or delimiter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnknownFormat {
    /// Nobody knows the name.
    #[error("`{name}` is unknown: use {known}")]
    Name {
        /// The name.
        name: String,
        /// Those that are known.
        known: &'static str,
    },
    /// The program was built without it.
    #[error("this build of Rundown writes no PDF: use `html` and print it, or a build with the feature `pdf`")]
    NoPdf,
}

impl UnknownFormat {
    /// Says that a name is none of those that are known.
    pub(super) fn new(name: &str, known: &'static str) -> Self {
        Self::Name { name: name.to_owned(), known }
    }
}

impl FromStr for Delimiter {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        match name {
            "," | "comma" => Ok(Self::Comma),
            ";" | "semicolon" => Ok(Self::Semicolon),
            "\t" | "\\t" | "tab" => Ok(Self::Tab),
            _ => Err(UnknownFormat::new(name, "`,`, `;` or `tab`")),
        }
    }
}

const PDF: &str = "application/pdf";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Aligned text, at most 78 columns wide.
    Text,
    /// GitHub's Markdown.
    Markdown,
    /// One page that prints well.
    Html,
    /// One row a thing, for spreadsheets.
    Csv(Delimiter),
    /// For programs.
    Json,
    /// A workbook: a sheet a table.
    Xlsx,
    /// Pages to print and to keep.
    #[cfg(feature = "pdf")]
    Pdf,
}

impl Format {
    /// Finds a format by its name, with the delimiter that a language expects.
    pub fn named(name: &str, lang: &Lang) -> Result<Self, UnknownFormat> {
        match name {
            "text" | "txt" => Ok(Self::Text),
            "md" | "markdown" => Ok(Self::Markdown),
            "html" => Ok(Self::Html),
            "csv" => Ok(Self::Csv(Delimiter::of(lang))),
            "json" => Ok(Self::Json),
            "xlsx" => Ok(Self::Xlsx),
            #[cfg(feature = "pdf")]
            "pdf" => Ok(Self::Pdf),
            #[cfg(not(feature = "pdf"))]
            "pdf" => Err(UnknownFormat::NoPdf),
            _ => Err(UnknownFormat::new(name, "`text`, `md`, `html`, `pdf`, `csv`, `xlsx`, `json` or `xapi`")),
        }
    }

    /// Returns the formats that a learner is offered, with the delimiter that a language expects; a workbook is for those
    /// who count.
    pub fn all(lang: &Lang) -> Vec<Self> {
        vec![
            Self::Text,
            Self::Markdown,
            Self::Html,
            Self::Csv(Delimiter::of(lang)),
            Self::Json,
            #[cfg(feature = "pdf")]
            Self::Pdf,
        ]
    }

    /// Returns whether it is bytes that a terminal cannot show.
    pub fn is_binary(self) -> bool {
        matches!(self.mime(), PDF | XLSX)
    }

    /// Returns the ending of a file name, without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Csv(Delimiter::Tab) => "tsv",
            Self::Csv(Delimiter::Comma | Delimiter::Semicolon) => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
        }
    }

    /// Returns the media type.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Text => "text/plain; charset=utf-8",
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
            Self::Csv(Delimiter::Tab) => "text/tab-separated-values; charset=utf-8",
            Self::Csv(Delimiter::Comma | Delimiter::Semicolon) => "text/csv; charset=utf-8",
            Self::Json => "application/json",
            Self::Xlsx => XLSX,
            #[cfg(feature = "pdf")]
            Self::Pdf => PDF,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spreadsheets_in_french_expect_a_semicolon() {
        let named = |lang| Format::named("csv", &Lang::new(lang).unwrap()).unwrap();
        assert_eq!(named("fr"), Format::Csv(Delimiter::Semicolon));
        assert_eq!(named("en"), Format::Csv(Delimiter::Comma));
    }

    #[test]
    fn an_unknown_name_says_which_are_known() {
        let error = Format::named("docx", &Lang::new("en").unwrap()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "`docx` is unknown: use `text`, `md`, `html`, `pdf`, `csv`, `xlsx`, `json` or `xapi`"
        );
        assert_eq!("|".parse::<Delimiter>().unwrap_err().to_string(), "`|` is unknown: use `,`, `;` or `tab`");
        assert_eq!("\\t".parse(), Ok(Delimiter::Tab));
    }
}
