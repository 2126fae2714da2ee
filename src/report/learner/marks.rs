//! How somebody marked desk work by its rubric: who, how many points, and what was said.
//!
//! Apart from the grades because a marking changes none of them: the rules' score stands as it was recorded.

use super::Maker;
use crate::report::Clean;

impl Maker<'_> {
    /// Returns a note for each try that was marked, first to last.
    pub(super) fn mark_notes(&self) -> Vec<Clean> {
        let tries = self.run.desk_work.tries(|_| true);
        let marked = tries.iter().filter_map(|(id, done)| Some((done, self.run.desk_work.marking(*id)?)));
        marked
            .map(|(done, marked)| {
                let points: u32 = marked.points.values().map(|points| u32::from(*points)).sum();
                let title = self.exercise_title(&done.result.exercise);
                let args = [
                    ("title", title.into()),
                    ("by", marked.by.as_str().into()),
                    ("points", points.into()),
                    ("comment", marked.comment.as_str().into()),
                ];
                self.say("report-note-marked", &args)
            })
            .collect()
    }
}
