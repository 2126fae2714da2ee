//! The pictures of a lesson: each is in the course.
//!
//! Apart because it is the one rule that looks at files beside the lesson.

use crate::course::files::{Files, resolve};
use crate::course::markdown::{Block, BlockKind, visit_blocks};
use crate::course::source::Source;
use crate::diagnostic::code;

/// Checks that every picture of a lesson is there.
pub(super) fn check(source: &Source<'_>, blocks: &[Block], files: &Files) {
    visit_blocks(blocks, &mut |block| {
        let BlockKind::Picture(path, _) = &block.kind else { return };
        if resolve(source.file, path).is_none_or(|path| files.get(&path).is_none()) {
            let message = format!("the course has no picture `{path}`");
            let hint = "write its path from this lesson's folder; it must be inside the course";
            source.error(code::UNKNOWN_PICTURE, block.span.clone(), message, hint);
        }
    });
}
