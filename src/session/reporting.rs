//! The learner's report, made in the session and handed to the host to keep.
//!
//! Apart because it takes two steps: the store is asked for the questions as they were asked, then the report is made.

use std::collections::BTreeMap;

use super::{Delivery, Effect, Effects, Session, own_folder};
use crate::course::Question;
use crate::report::learner::{AskedAs, Learner, asked_in, report_on_course};
use crate::report::{Format, Report};
use crate::store::Request;
use crate::store::api::AskedQuestion;

impl Session {
    /// Returns the learner's report, with questions as they are now; none before a learner is here.
    pub fn report(&self) -> Option<Report> {
        self.report_with(BTreeMap::new())
    }

    fn report_with(&self, asked: BTreeMap<AskedAs, Question>) -> Option<Report> {
        let learning = self.learning()?;
        let profile = &learning.profile;
        let others = self.known().iter().map(|known| (known.learner, known.name.clone())).collect();
        let learner = Learner { id: profile.learner, name: &profile.name, station: &profile.member, others: &others };
        let now = self.clock.now();
        Some(report_on_course(&self.course, learner, learning.progress(), asked, &self.lang, now))
    }

    /// Makes the learner's report, with questions as they were asked, and hands it to the host, which answers with
    /// `Message::Delivered`.
    pub fn deliver_report(&mut self, format: Format) -> Effects {
        let Some(learning) = self.learning() else { return Effects::new() };
        let learner = learning.profile.learner;
        let hashes = asked_in(learning.progress(), &self.course.manifest().id);
        self.reporting = Some(format);
        self.outbox.send(Request::Asked { learner, hashes })
    }

    /// Takes the questions as they were asked; where a report waits for them, it is made.
    pub(super) fn asked(&mut self, found: Vec<AskedQuestion>) -> Effects {
        let Some(format) = self.reporting.take() else { return Effects::new() };
        let asked = found.into_iter().map(|asked| ((asked.text_hash, asked.key_hash), asked.question)).collect();
        let Some(report) = self.report_with(asked) else { return Effects::new() };
        let Some(folder) = self.learning().map(|learning| own_folder(&learning.profile)) else { return Effects::new() };
        let delivery =
            Delivery { folder, name: report.file_name(format), mime: format.mime(), bytes: report.write(format) };
        vec![Effect::Deliver(self.outbox.next_tag(), delivery)]
    }
}
