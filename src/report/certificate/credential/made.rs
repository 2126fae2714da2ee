//! A credential made of a certificate, and what in every credential is the same.
//!
//! Apart from the shape because ids hang together and words are put in their places here.

use sha2::{Digest, Sha256};

use super::shape::{Achievement, Credential, Criteria, Named, Outcome, Profile, Proof, Scale, Subject};
use crate::report::Clean;
use crate::report::certificate::Certificate;
use crate::seal::PublicKey;
use crate::words::Words;

const CONTEXTS: [&str; 2] =
    ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];

/// Makes the credential, without its signature.
pub(super) fn credential(certificate: &Certificate, key: &PublicKey) -> Credential {
    let Certificate { issuer, course, words, .. } = certificate;
    let bare = Credential {
        context: CONTEXTS.map(str::to_owned),
        id: urn(uuid(certificate.id)),
        types: [String::new(), String::new()],
        name: labelled(certificate, &words.kind, &course.title),
        issuer: Profile { id: *key, types: [String::new()], name: issuer.name.to_string() },
        valid_from: certificate.issued_at.rfc3339(),
        credential_subject: subject(certificate, key),
        proof: Proof {
            kind: String::new(),
            cryptosuite: String::new(),
            created: String::new(),
            verification_method: String::new(),
            proof_purpose: String::new(),
            value: String::new(),
        },
    };
    fixed(&bare)
}

fn subject(certificate: &Certificate, key: &PublicKey) -> Subject {
    let named = Named {
        kind: String::new(),
        hashed: false,
        identity_hash: certificate.person.name.to_string(),
        identity_type: String::new(),
    };
    let result = |scored: &crate::report::certificate::Scored| Outcome {
        id: String::new(),
        types: [String::new()],
        value: scored.percent.to_string(),
        result_description: String::new(),
    };
    Subject {
        id: urn(derived(&["learner", &certificate.person.id.to_string()])),
        types: [String::new()],
        identifier: [named],
        narrative: narrative(certificate),
        achievement: achievement(certificate, key),
        result: certificate.scores.iter().map(result).collect(),
    }
}

/// Returns station and facts as one text, as the page shows them.
fn narrative(certificate: &Certificate) -> String {
    let Certificate { person, facts, words, .. } = certificate;
    let station = Some(format!("{} {}", person.name, words.station)).filter(|_| !words.station.as_str().is_empty());
    let facts = facts.iter().map(|fact| labelled(certificate, &fact.label, &fact.text));
    station.into_iter().chain(facts).collect::<Vec<_>>().join(" · ")
}

/// Returns a label and what it is of, with the colon that its language writes.
fn labelled(certificate: &Certificate, label: &Clean, text: &Clean) -> String {
    let said = [("label", label.as_str().into()), ("text", text.as_str().into())];
    Clean::new(&Words::new(&certificate.lang).with("certificate-labelled", &said)).to_string()
}

fn achievement(certificate: &Certificate, key: &PublicKey) -> Achievement {
    let Certificate { course, words, lang, scores, .. } = certificate;
    let scale = |title: &Clean| Scale {
        id: String::new(),
        types: [String::new()],
        name: title.to_string(),
        result_type: String::new(),
        value_min: String::new(),
        value_max: String::new(),
    };
    Achievement {
        id: urn(derived(&["course", &key.to_string(), course.id.as_str(), course.version.as_str()])),
        types: [String::new()],
        achievement_type: String::new(),
        name: course.title.to_string(),
        description: words.no_accreditation.to_string(),
        version: course.version.to_string(),
        in_language: lang.to_string(),
        criteria: Criteria { id: String::new(), narrative: words.criteria.to_string() },
        result_description: scores.iter().map(|scored| scale(&scored.title)).collect(),
    }
}

/// Returns a credential with all that can have only one value put in: the words of the standard, and ids that follow
/// from others.
pub(super) fn fixed(credential: &Credential) -> Credential {
    let mut fixed = credential.clone();
    let key = credential.issuer.id;
    fixed.context = CONTEXTS.map(str::to_owned);
    fixed.types = ["VerifiableCredential", "OpenBadgeCredential"].map(str::to_owned);
    fixed.issuer.types = ["Profile".to_owned()];
    fixed.id = urn_like(&credential.id);
    fixed.credential_subject = fixed_subject(&credential.credential_subject, &fixed.id);
    fixed.proof = Proof {
        kind: "DataIntegrityProof".to_owned(),
        cryptosuite: "eddsa-rdfc-2022".to_owned(),
        created: credential.valid_from.clone(),
        verification_method: format!("{key}#{}", key.multibase()),
        proof_purpose: "assertionMethod".to_owned(),
        value: credential.proof.value.clone(),
    };
    fixed
}

fn fixed_subject(subject: &Subject, id: &str) -> Subject {
    let mut fixed = subject.clone();
    let [named] = &mut fixed.identifier;
    *named = Named {
        kind: "IdentityObject".to_owned(),
        hashed: false,
        identity_hash: std::mem::take(&mut named.identity_hash),
        identity_type: "name".to_owned(),
    };
    fixed.id = urn_like(&subject.id);
    fixed.types = ["AchievementSubject".to_owned()];
    let course = urn_like(&subject.achievement.id);
    for (at, result) in (1..).zip(&mut fixed.result) {
        result.id = format!("{id}#result-{at}");
        result.types = ["Result".to_owned()];
        result.result_description = format!("{course}#test-{at}");
    }
    fixed.result.truncate(subject.achievement.result_description.len());
    fixed.achievement = fixed_achievement(&subject.achievement, course);
    fixed.achievement.result_description.truncate(subject.result.len());
    fixed
}

fn fixed_achievement(achievement: &Achievement, id: String) -> Achievement {
    let mut fixed = achievement.clone();
    fixed.types = ["Achievement".to_owned()];
    "CertificateOfCompletion".clone_into(&mut fixed.achievement_type);
    fixed.criteria.id = format!("{id}#criteria");
    for (at, scale) in (1..).zip(&mut fixed.result_description) {
        scale.id = format!("{id}#test-{at}");
        scale.types = ["ResultDescription".to_owned()];
        "Percent".clone_into(&mut scale.result_type);
        (scale.value_min, scale.value_max) = ("0".to_owned(), "100".to_owned());
    }
    fixed.id = id;
    fixed
}

/// Returns a number as a URN.
fn urn(bits: u128) -> String {
    let hex = format!("{bits:032x}");
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!("urn:uuid:{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

/// Returns the URN that a text writes; of another text, one that it cannot be equal to.
fn urn_like(text: &str) -> String {
    let hex: String = text.strip_prefix("urn:uuid:").unwrap_or_default().chars().filter(|c| *c != '-').collect();
    u128::from_str_radix(&hex, 16).map(urn).unwrap_or_default()
}

/// Returns a number that follows from words: the same words, the same number, as a UUID of version 8.
fn derived(words: &[&str]) -> u128 {
    let hash = Sha256::digest(words.join("\n"));
    let bits = hash.iter().take(16).fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
    uuid(bits)
}

/// Returns bits with version and variant of a UUID of version 8 put in.
fn uuid(bits: u128) -> u128 {
    bits & !(0xf << 76) & !(0x3 << 62) | 0x8 << 76 | 0x2 << 62
}
