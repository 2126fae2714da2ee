//! The statements of a credential, word for word as the two vocabularies spell them.
//!
//! Apart from the shape because the file speaks in short names and what is signed in whole addresses.

use super::shape::{Achievement, Credential, Outcome, Scale, Subject};
use crate::report::certificate::nquads::{NAMELESS, Object, Statements, TYPE};

use Object::{Node, Text, Typed};

const DATE_TIME: &str = "http://www.w3.org/2001/XMLSchema#dateTime";
const BOOLEAN: &str = "https://www.w3.org/2001/XMLSchema#boolean";
const ANY_URI: &str = "https://www.w3.org/2001/XMLSchema#anyURI";
const NAME: &str = "https://schema.org/name";

fn badges(term: &str) -> String {
    format!("https://purl.imsglobal.org/spec/vc/ob/vocab.html#{term}")
}

fn credentials(term: &str) -> String {
    format!("https://www.w3.org/2018/credentials#{term}")
}

fn security(term: &str) -> String {
    format!("https://w3id.org/security#{term}")
}

/// Returns the canonical form of everything but the proof.
pub(super) fn of_credential(credential: &Credential) -> String {
    let Credential { id, name, issuer, valid_from, credential_subject: subject, .. } = credential;
    let mut said = Statements::default();
    let key = issuer.id.to_string();
    said.say(id, TYPE, Node(&credentials("VerifiableCredential")));
    said.say(id, TYPE, Node(&badges("OpenBadgeCredential")));
    said.say(id, NAME, Text(name));
    said.say(id, &credentials("issuer"), Node(&key));
    said.say(id, &credentials("validFrom"), Typed(valid_from, DATE_TIME));
    said.say(id, &credentials("credentialSubject"), Node(&subject.id));
    said.say(&key, TYPE, Node(&badges("Profile")));
    said.say(&key, NAME, Text(&issuer.name));
    of_subject(&mut said, subject);
    said.canonical()
}

fn of_subject(said: &mut Statements, subject: &Subject) {
    let Subject { id, identifier: [named], narrative, achievement, result, .. } = subject;
    said.say(id, TYPE, Node(&badges("AchievementSubject")));
    said.say(id, &badges("identifier"), Node(NAMELESS));
    said.say(id, &badges("narrative"), Text(narrative));
    said.say(id, &badges("achievement"), Node(&achievement.id));
    said.say(NAMELESS, TYPE, Node(&badges("IdentityObject")));
    said.say(NAMELESS, &badges("hashed"), Typed("false", BOOLEAN));
    said.say(NAMELESS, &badges("identityHash"), Text(&named.identity_hash));
    said.say(NAMELESS, &badges("identityType"), Text(&named.identity_type));
    for Outcome { id: scored, value, result_description, .. } in result {
        said.say(id, &badges("result"), Node(scored));
        said.say(scored, TYPE, Node(&badges("Result")));
        said.say(scored, "https://schema.org/value", Text(value));
        said.say(scored, &badges("resultDescription"), Typed(result_description, ANY_URI));
    }
    of_achievement(said, achievement);
}

fn of_achievement(said: &mut Statements, achievement: &Achievement) {
    let Achievement { id, achievement_type, name, description, version, in_language, criteria, .. } = achievement;
    said.say(id, TYPE, Node(&badges("Achievement")));
    said.say(id, &badges("achievementType"), Text(achievement_type));
    said.say(id, NAME, Text(name));
    said.say(id, "https://schema.org/description", Text(description));
    said.say(id, &badges("version"), Text(version));
    said.say(id, "https://schema.org/inLanguage", Text(in_language));
    said.say(id, &badges("Criteria"), Node(&criteria.id));
    said.say(&criteria.id, &badges("narrative"), Text(&criteria.narrative));
    for Scale { id: scale, name, result_type, value_min, value_max, .. } in &achievement.result_description {
        said.say(id, &badges("resultDescription"), Node(scale));
        said.say(scale, TYPE, Node(&badges("ResultDescription")));
        said.say(scale, NAME, Text(name));
        said.say(scale, &badges("resultType"), Text(result_type));
        said.say(scale, &badges("valueMin"), Text(value_min));
        said.say(scale, &badges("valueMax"), Text(value_max));
    }
}

/// Returns the canonical form of the proof, without the signature.
pub(super) fn of_proof(credential: &Credential) -> String {
    let proof = &credential.proof;
    let mut said = Statements::default();
    said.say(NAMELESS, TYPE, Node(&security("DataIntegrityProof")));
    said.say(NAMELESS, "http://purl.org/dc/terms/created", Typed(&proof.created, DATE_TIME));
    said.say(NAMELESS, &security("cryptosuite"), Typed(&proof.cryptosuite, &security("cryptosuiteString")));
    said.say(NAMELESS, &security("proofPurpose"), Node(&security(&proof.proof_purpose)));
    said.say(NAMELESS, &security("verificationMethod"), Node(&proof.verification_method));
    said.canonical()
}
