//! A trainer's guide as it stands beside its track.
//!
//! Apart from lessons because it is for the trainer: its notes are printed, and it belongs to no index.

use super::blocks::Reader;
use super::part::{Part, Running};
use super::{Paper, Press};
use crate::course::Course;
use crate::course::markdown::{Block, BlockKind, blocks_of, plain_inlines};
use crate::id::Lang;

/// Returns the guides of a course: the name that each is asked for by, and its file, in a language where there is one.
pub fn guides(course: &Course, lang: &Lang) -> Vec<(String, String)> {
    let own = course.files_named("trainer");
    let own = own.into_iter().filter(|path| !is_translation(course, path));
    own.map(|path| (name(&path), translated(course, &path, lang).unwrap_or(path))).collect()
}

/// Returns `gathering` for `lessons/gathering/trainer.md`, and `half-day` for `…/trainer.half-day.md`.
fn name(path: &str) -> String {
    let mut parts = path.rsplit('/');
    let file = parts.next().unwrap_or_default();
    let middle = file.strip_prefix("trainer.").and_then(|rest| rest.strip_suffix(".md"));
    middle.or_else(|| parts.next()).unwrap_or_default().to_owned()
}

fn is_translation(course: &Course, path: &str) -> bool {
    course.manifest().languages.iter().any(|lang| path.ends_with(&format!(".{lang}.md")))
}

fn translated(course: &Course, path: &str, lang: &Lang) -> Option<String> {
    let path = format!("{}.{lang}.md", path.strip_suffix(".md")?);
    course.file(&path).map(|_| path)
}

/// Makes the paper of a guide by its name; none where the course has no such guide.
pub fn guide(press: &Press<'_>, wanted: &str) -> Option<Paper> {
    let (_, path) = guides(press.course, press.lang).into_iter().find(|(name, _)| name == wanted)?;
    let text = String::from_utf8_lossy(press.course.file(&path)?).into_owned();
    let blocks = blocks_of(&text, press.course.words(press.lang).as_ref());
    let (title, blocks) = split_title(&blocks).unwrap_or((wanted.to_owned(), &blocks));
    let mut parts = vec![Part::Hint(Running::plain(&press.words.get("paper-guide-hint")))];
    parts.extend(press.blocks(blocks, Reader::Trainer));
    Some(press.paper(&title, &press.words.get("paper-guide"), parts))
}

/// Takes the heading that a guide begins with as its title.
fn split_title(blocks: &[Block]) -> Option<(String, &[Block])> {
    let (first, rest) = blocks.split_first()?;
    let BlockKind::Heading(1, words) = &first.kind else { return None };
    Some((plain_inlines(words), rest))
}
