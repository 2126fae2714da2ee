//! The page on which a secret key stands, to be printed and locked away.
//!
//! Apart from the rows, which are made and read elsewhere: here are the words around them.

use std::path::Path;

use askama::Template;

use crate::cli::failure::Failure;
use crate::cli::output;
use crate::seal::kept::KeptKey;
use crate::text::one_line;
use crate::words::Words;

#[derive(Template)]
#[template(path = "key.html")]
struct Page<'a> {
    lang: &'a str,
    title: String,
    name: String,
    key: String,
    day: &'a str,
    how: [String; 3],
    rows: &'a [String],
}

impl Page<'_> {
    fn text(&self) -> String {
        let numbered = |(at, row): (usize, &String)| format!("    {at}  {row}");
        let rows = (1..).zip(self.rows).map(numbered).collect::<Vec<_>>().join("\n");
        let how = self.how.join("\n");
        format!("{}\n\n{}\n{}\n{}\n\n{rows}\n\n{how}\n", self.title, self.name, self.key, self.day)
    }
}

/// Writes the page, as a web page where the file's name says so.
pub(super) fn write(path: &Path, kept: &KeptKey, rows: &[String], day: &str, words: &Words) -> Result<(), Failure> {
    let how = ["trainer-backup-secret", "trainer-backup-keep", "trainer-backup-restore"].map(|key| words.get(key));
    let (title, name, key) = (words.get("trainer-backup-title"), one_line(&kept.name), kept.public.to_string());
    let page = Page { lang: words.code(), title, name, key, day, how, rows };
    let is_page = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("html"));
    let written =
        if is_page { page.render().map_err(|error| Failure::System(error.to_string()))? } else { page.text() };
    output::result_to(path, written.as_bytes())
}
