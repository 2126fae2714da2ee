//! One statement: its id, who, what, in which context, when.
//!
//! Apart from what is said because this is the same for all events.

use serde_json::{Map, Value, json};

use super::iri::{ADL, BASE, course};
use super::said::Said;
use crate::id::LearnerId;
use crate::journal::Event;
use crate::report::Clean;
use crate::report::learner::Sources;
use crate::report::uuid::{Layout, bits_of, uuid};

/// Puts a statement together; the version is that of the course when the run began.
pub(super) fn statement(sources: &Sources<'_>, event: &Event, version: &str, said: &Said) -> Value {
    let word = said.verb.word();
    let mut statement = json!({
        "id": id(event, said),
        "actor": actor(sources, event.subject),
        "verb": { "id": format!("{ADL}verbs/{word}"), "display": { "en": word } },
        "object": said.object,
        "context": context(sources, event, version, said),
        "timestamp": event.at.rfc3339(),
    });
    if let (false, Some(fields)) = (said.result.is_empty(), statement.as_object_mut()) {
        fields.insert("result".to_owned(), said.result.clone().into());
    }
    statement
}

/// Derives the statement's id from the event's identity, and from what is said of it where that is more than one thing.
pub(super) fn id(event: &Event, said: &Said) -> String {
    let object = said.object.get("id").and_then(Value::as_str).unwrap_or_default();
    let salt = [said.salt.as_str()];
    let salt = if said.salt.is_empty() { &[][..] } else { &salt };
    id_of(event, &[&[said.verb.word(), object], salt].concat())
}

fn id_of(event: &Event, rest: &[&str]) -> String {
    let (writer, seq) = (event.id.writer.to_string(), event.id.seq.to_string());
    uuid(bits_of(&[&["xapi", writer.as_str(), seq.as_str()], rest].concat()), Layout::Random)
}

/// Says that a statement no longer holds. Who said so is a trainer; which one is nobody else's business.
pub(super) fn voiding(sources: &Sources<'_>, event: &Event, voided: &str) -> Value {
    let trainer = json!({ "homePage": BASE, "name": "trainer" });
    json!({
        "id": id_of(event, &["voided", voided]),
        "actor": { "objectType": "Agent", "account": trainer },
        "verb": { "id": format!("{ADL}verbs/voided"), "display": { "en": "voided" } },
        "object": { "objectType": "StatementRef", "id": voided },
        "context": {
            "registration": uuid(event.enrolment.bits(), Layout::Random),
            "language": event.lang.as_str(),
            "contextActivities": { "grouping": [{ "objectType": "Activity", "id": course(&sources.manifest.id) }] },
        },
        "timestamp": event.at.rfc3339(),
    })
}

fn account(learner: LearnerId) -> Value {
    json!({ "homePage": BASE, "name": learner.to_string() })
}

fn actor(sources: &Sources<'_>, learner: LearnerId) -> Value {
    let mut actor = json!({ "objectType": "Agent", "account": account(learner) });
    let name = Clean::new(sources.learner.name).to_string();
    if let (false, Some(fields)) = (name.is_empty(), actor.as_object_mut()) {
        fields.insert("name".to_owned(), name.into());
    }
    actor
}

fn context(sources: &Sources<'_>, event: &Event, version: &str, said: &Said) -> Value {
    let Said { extensions, .. } = said;
    let mut context = Map::new();
    context.insert("registration".to_owned(), uuid(event.enrolment.bits(), Layout::Random).into());
    context.insert("contextActivities".to_owned(), around(sources, said));
    context.insert("language".to_owned(), event.lang.as_str().into());
    context.insert("platform".to_owned(), "Rundown".into());
    context.insert("revision".to_owned(), Clean::new(version).to_string().into());
    if let Some(other) = event.pair {
        let member = json!({ "objectType": "Agent", "account": account(other) });
        context.insert("team".to_owned(), json!({ "objectType": "Group", "member": [member] }));
    }
    if !extensions.is_empty() {
        context.insert("extensions".to_owned(), extensions.clone().into());
    }
    context.into()
}

/// Returns the activities around what was done: what it is a part of, and the course.
fn around(sources: &Sources<'_>, said: &Said) -> Value {
    let activity = |id: String| json!([{ "objectType": "Activity", "id": id }]);
    let mut around = Map::new();
    around.insert("grouping".to_owned(), activity(course(&sources.manifest.id)));
    if let Some(parent) = &said.parent {
        around.insert("parent".to_owned(), activity(parent.clone()));
    }
    if said.is_practice {
        around.insert("category".to_owned(), activity(format!("{BASE}practice")));
    }
    around.into()
}
