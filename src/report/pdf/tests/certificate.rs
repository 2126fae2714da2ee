//! The certificate: one page, small, whole, with its credential byte for byte.

use super::super::{certificate, reader};
use crate::report::certificate::fixture;

const CREDENTIAL: &[u8] = br#"{"@context":["https://www.w3.org/ns/credentials/v2"],"id":"urn:uuid:1"}"#;

#[test]
fn it_is_one_small_page_that_says_everything() {
    for name in super::NAMES {
        let wanted = fixture::certificate("en", name);
        let pdf = certificate(&wanted, CREDENTIAL);
        let text = reader::text(&pdf).replace('\n', " ");
        let said =
            [&wanted.words.kind, &wanted.person.name, &wanted.course.title, &wanted.issuer.name, &wanted.words.code];
        for part in said.into_iter().chain(wanted.facts.iter().map(|fact| &fact.text)) {
            assert!(text.contains(part.as_str()), "{part} in {text}");
        }
        assert!(wanted.scores.iter().all(|scored| text.contains(&format!("{} %", scored.percent))));
        assert_eq!(reader::page_count(&pdf), 1);
        assert!(pdf.len() <= 60_000, "{}", pdf.len());
    }
}

#[test]
fn the_credential_lies_in_it_once_and_byte_for_byte() {
    let pdf = certificate(&fixture::certificate("en", "Awa Diop"), CREDENTIAL);
    assert_eq!(pdf.windows(CREDENTIAL.len()).filter(|bytes| *bytes == CREDENTIAL).count(), 1);
    assert_eq!(pdf.last(), Some(&b'\n'));
    let objects = reader::objects(&pdf);
    assert!(objects.contains("/AFRelationship/Data") && objects.contains("/EmbeddedFiles"), "{objects}");
}

#[test]
fn a_name_of_any_length_leaves_it_one_page() {
    let wanted = fixture::certificate("fr", &"Ọláwálé ".repeat(25));
    let pdf = certificate(&wanted, CREDENTIAL);
    assert_eq!(reader::page_count(&pdf), 1);
    assert!(reader::text(&pdf).contains(wanted.person.name.as_str()));
}

#[test]
fn the_same_certificate_is_the_same_bytes() {
    let wanted = fixture::certificate("en", "Awa Diop");
    assert_eq!(certificate(&wanted, CREDENTIAL), certificate(&wanted, CREDENTIAL));
}
