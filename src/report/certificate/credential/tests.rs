//! The credential held against the standard's own hashing, and against every other spelling of itself.

use super::*;
use crate::report::certificate::fixture::{certificate, key};

#[test]
fn what_was_signed_is_read_and_says_what_the_certificate_says() {
    for name in ["Awa Diop", "عائشة \"ديوب\"", "a\\b & <c>", "漢字 👩‍🌾", "'"] {
        let bytes = sign(&certificate("fr", name), &key());
        let read = read(&bytes).unwrap();
        assert_eq!(read.credential_subject.identifier[0].identity_hash, name);
        assert_eq!(read.issuer.id, key().public());
        assert!(!bytes.iter().any(|byte| matches!(byte, b'<' | b'>' | b'&')), "{name}");
    }
}

#[test]
fn another_spelling_of_the_same_is_refused() {
    let text = String::from_utf8(sign(&certificate("en", "Awa"), &key())).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let spelled = [
        serde_json::to_string_pretty(&value).unwrap(),
        text.trim_end().to_owned(),
        format!("{text}\n"),
        text.replace("Awa", "\\u0041wa"),
        text.replace("\"hashed\":false", "\"hashed\":true"),
        text.replace("\"hashed\":false,", ""),
        text.replacen("\"name\"", "\"name\":\"x\",\"name\"", 1),
        text.replacen('{', "{\"extra\":1,", 1),
        text.replace("assertionMethod", "authentication"),
    ];
    for other in spelled {
        assert_ne!(other, text);
        assert_eq!(read(other.as_bytes()), Err(BadCredential::Shape), "{other}");
    }
}

#[test]
fn another_name_or_another_key_does_not_fit_the_signature() {
    let text = String::from_utf8(sign(&certificate("en", "Awa"), &key())).unwrap();
    let renamed = text.replace("\"identityHash\":\"Awa\"", "\"identityHash\":\"Eve\"");
    assert_eq!(read(renamed.as_bytes()), Err(BadCredential::Signature));
    let other = SecretKey::from_bytes(&[8; crate::seal::SECRET]).public();
    let (ours, theirs) = (key().public().multibase(), other.multibase());
    assert_eq!(read(text.replace(&ours, &theirs).as_bytes()), Err(BadCredential::Signature));
}

#[test]
fn what_is_signed_is_what_an_independent_program_makes_of_it() {
    let credential = read(&sign(&certificate("en", "Zoë \"Z\" \\ ع"), &key())).unwrap();
    insta::assert_snapshot!(statements::of_credential(&credential) + "\n" + &statements::of_proof(&credential));
}
