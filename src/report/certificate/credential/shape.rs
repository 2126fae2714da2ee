//! What a credential holds, in the order in which it is written.
//!
//! Apart from how it is made and signed: these are the names of the standard, and nothing else may stand in the file.

use serde::{Deserialize, Serialize};

use crate::seal::PublicKey;

/// The credential.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Credential {
    /// The vocabularies.
    #[serde(rename = "@context")]
    pub context: [String; 2],
    /// The certificate's number, as a URN.
    pub id: String,
    /// That it is a credential and a badge.
    #[serde(rename = "type")]
    pub types: [String; 2],
    /// What it is called: kind and course.
    pub name: String,
    /// Who issued it.
    pub issuer: Profile,
    /// When it was issued, in RFC 3339.
    pub valid_from: String,
    /// Whom it is about, and what is stated.
    pub credential_subject: Subject,
    /// The signature.
    pub proof: Proof,
}

/// The issuer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The key.
    pub id: PublicKey,
    /// That it is a profile.
    #[serde(rename = "type")]
    pub types: [String; 1],
    /// The name that the issuer gave themselves.
    pub name: String,
}

/// Whom a credential is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// The learner's id, as a URN.
    pub id: String,
    /// That it is a subject.
    #[serde(rename = "type")]
    pub types: [String; 1],
    /// The name.
    pub identifier: [Named; 1],
    /// Station, hours, supervision, outcomes, period, in words.
    pub narrative: String,
    /// What was achieved.
    pub achievement: Achievement,
    /// With how many percent; left out where nothing was scored.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result: Vec<Outcome>,
}

/// The learner's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Named {
    /// That it is an identity.
    #[serde(rename = "type")]
    pub kind: String,
    /// That the name stands there as it is.
    pub hashed: bool,
    /// The name.
    pub identity_hash: String,
    /// That it is a name.
    pub identity_type: String,
}

/// The course that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Achievement {
    /// Issuer, course and version, as a URN.
    pub id: String,
    /// That it is an achievement.
    #[serde(rename = "type")]
    pub types: [String; 1],
    /// That it is a certificate of completion.
    pub achievement_type: String,
    /// The course's title.
    pub name: String,
    /// What completing it means.
    pub description: String,
    /// The course's version.
    pub version: String,
    /// The language of these words.
    pub in_language: String,
    /// What had to be done.
    pub criteria: Criteria,
    /// What was scored; left out where nothing was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result_description: Vec<Scale>,
}

/// What had to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criteria {
    /// The achievement's URN and `#criteria`.
    pub id: String,
    /// In words.
    pub narrative: String,
}

/// What was scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Scale {
    /// The achievement's URN and `#test-1`, `#test-2`, …
    pub id: String,
    /// That it describes a result.
    #[serde(rename = "type")]
    pub types: [String; 1],
    /// The title of the test or the desk work.
    pub name: String,
    /// That it counts percent.
    pub result_type: String,
    /// The lowest.
    pub value_min: String,
    /// The highest.
    pub value_max: String,
}

/// One score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Outcome {
    /// The certificate's URN and `#result-1`, `#result-2`, …
    pub id: String,
    /// That it is a result.
    #[serde(rename = "type")]
    pub types: [String; 1],
    /// The percent.
    pub value: String,
    /// What was scored.
    pub result_description: String,
}

/// The signature and what it is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Proof {
    /// That it is a proof.
    #[serde(rename = "type")]
    pub kind: String,
    /// How it is made.
    pub cryptosuite: String,
    /// When it was made: when the credential was issued.
    pub created: String,
    /// The key that checks it.
    pub verification_method: String,
    /// That the issuer asserts it.
    pub proof_purpose: String,
    /// The signature, in base58 after `z`.
    #[serde(rename = "proofValue")]
    pub value: String,
}

impl Credential {
    /// Returns every text that comes from outside.
    pub(super) fn texts(&self) -> Vec<&str> {
        let Subject { identifier: [named], narrative, achievement, .. } = &self.credential_subject;
        let Achievement { name, description, version, in_language, criteria, result_description, .. } = achievement;
        let mut texts: Vec<&str> =
            vec![&self.name, &self.issuer.name, &self.valid_from, &named.identity_hash, narrative];
        texts.extend([name, description, version, in_language, &criteria.narrative].map(String::as_str));
        texts.extend(result_description.iter().map(|scale| scale.name.as_str()));
        texts.extend(self.credential_subject.result.iter().map(|result| result.value.as_str()));
        texts
    }
}
