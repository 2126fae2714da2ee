//! Whole certificates: a thousand that hold, and ten thousand that were touched and do not.

use proptest::prelude::*;

use super::*;
use crate::clock::{Chance, SeededChance};
use crate::report::certificate::fixture::{certificate, key};
use crate::report::certificate::{Certificate, html};
use crate::report::{Format, fixture};
use crate::seal::{SECRET, SecretKey};

fn page(certificate: &Certificate, key: &SecretKey) -> Vec<u8> {
    let credential = credential::sign(certificate, key);
    let page = html::write(certificate, &credential);
    trailer::seal(Form::Html, page.as_bytes(), &credential, key).unwrap()
}

#[test]
fn page_and_credential_state_the_same_and_have_one_code() {
    let certificate = certificate("en", "Awa Diop");
    let by_itself = credential::sign(&certificate, &key());
    let (file, alone) = (examine(&page(&certificate, &key())).unwrap(), examine(&by_itself).unwrap());
    assert_eq!((file.form, alone.form), (Some(Form::Html), None));
    assert_eq!((&file.credential, &file.code), (&alone.credential, &alone.code));
    assert!(String::from_utf8(page(&certificate, &key())).unwrap().contains(&alone.code.to_string()));
}

#[test]
fn a_plain_report_is_no_certificate() {
    for format in Format::all(&crate::id::Lang::english()) {
        let report = fixture::report("en", "Awa").write(format);
        assert_eq!(examine(&report), Err(NoCertificate::Unsigned), "{format:?}");
    }
    for other in ["", "{}", "{\"a\":1}", "hello"] {
        assert_eq!(examine(other.as_bytes()), Err(NoCertificate::Unsigned), "{other}");
    }
}

#[test]
fn a_page_sealed_by_another_key_than_its_credential_is_refused() {
    let certificate = certificate("en", "Awa Diop");
    let credential = credential::sign(&certificate, &key());
    let page = html::write(&certificate, &credential);
    let eve = SecretKey::from_bytes(&[8; SECRET]);
    let bytes = trailer::seal(Form::Html, page.as_bytes(), &credential, &eve).unwrap();
    assert_eq!(examine(&bytes), Err(NoCertificate::TwoIssuers));
}

#[test]
fn every_byte_of_a_credential_counts_and_so_does_each_cut() {
    let bytes = credential::sign(&certificate("en", "Awa Diop"), &key());
    for at in 0..bytes.len() {
        for flip in [1, 0x20, 0x80] {
            let mut other = bytes.clone();
            other[at] ^= flip;
            assert!(examine(&other).is_err(), "byte {at}, {flip}");
        }
        assert!(examine(&bytes[..at]).is_err(), "cut at {at}");
    }
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_holds_and_is_refused_wherever_it_is_touched() {
    let certificate = certificate("en", "عائشة Diop");
    let credential = credential::sign(&certificate, &key());
    let pdf = crate::report::pdf::certificate(&certificate, &credential);
    let bytes = trailer::seal(Form::Pdf, &pdf, &credential, &key()).unwrap();
    let examined = examine(&bytes).unwrap();
    assert_eq!((examined.form, examined.issuer()), (Some(Form::Pdf), key().public()));
    assert!(bytes.starts_with(&pdf), "the content is as it was drawn");
    assert_eq!(examine(&pdf), Err(NoCertificate::Unsigned), "what was not sealed is no certificate");
    let inside = (0..pdf.len()).step_by(83);
    for at in inside.chain(pdf.len()..bytes.len()) {
        let mut other = bytes.clone();
        other[at] ^= 1;
        assert!(examine(&other).is_err(), "byte {at}");
        assert!(examine(&bytes[..at]).is_err(), "cut at {at}");
    }
}

#[test]
fn a_thousand_certificates_hold_and_ten_mutants_of_each_do_not() {
    let mut chance = SeededChance(4);
    for number in 0..1_000 {
        let mut certificate = certificate("fr", &format!("Awa {number} \"é\" ع"));
        certificate.id = chance.bits();
        let bytes = page(&certificate, &key());
        assert!(examine(&bytes).is_ok(), "{number}");
        for _ in 0..10 {
            let other = mutant(&bytes, chance.bits());
            assert!(examine(&other).is_err(), "{number}");
        }
    }
}

/// A byte changed, taken away, doubled, or a piece of the file cut out.
fn mutant(bytes: &[u8], bits: u128) -> Vec<u8> {
    let at = usize::try_from(bits >> 64).unwrap() % bytes.len();
    let mut other = bytes.to_vec();
    match bits % 4 {
        0 => other[at] ^= 1 << (bits >> 8 & 7),
        1 => drop(other.remove(at)),
        2 => other.insert(at, other[at] ^ 1),
        _ => other.truncate(at),
    }
    other
}

proptest! {
    #[test]
    fn no_bytes_are_a_surprise(bytes: Vec<u8>, text in "\\PC{0,200}") {
        let braced = format!("{{{text}");
        prop_assert!(examine(&bytes).is_err());
        prop_assert!(examine(braced.as_bytes()).is_err());
    }
}
