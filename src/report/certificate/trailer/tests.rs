//! Seals that were cut, doubled, swapped, or written by somebody else.

use proptest::prelude::*;

use super::*;
use crate::seal::SECRET;

const CREDENTIAL: &[u8] = b"{\"badge\":1}\n";

fn key(seed: u8) -> SecretKey {
    SecretKey::from_bytes(&[seed; SECRET])
}

fn sealed(form: Form, words: &str) -> Vec<u8> {
    let content = [words.as_bytes(), CREDENTIAL, b"the end\n"].concat();
    seal(form, &content, CREDENTIAL, &key(7)).unwrap()
}

#[test]
fn a_sealed_file_opens_and_shows_its_credential() {
    for form in [Form::Html, Form::Pdf] {
        let bytes = sealed(form, "Awa\n");
        assert_eq!(open(&bytes), Ok(Sealed { form, key: key(7).public(), credential: CREDENTIAL }));
    }
}

#[test]
fn every_byte_counts() {
    for form in [Form::Html, Form::Pdf] {
        let bytes = sealed(form, "Awa\n");
        for at in 0..bytes.len() {
            for flip in [1, 0x20, 0x80] {
                let mut other = bytes.clone();
                other[at] ^= flip;
                assert!(open(&other).is_err(), "byte {at} of {form:?}");
            }
            assert!(open(&bytes[..at]).is_err(), "cut at {at} of {form:?}");
            assert!(open(&bytes[at + 1..]).is_err(), "begun after {at} of {form:?}");
        }
    }
}

#[test]
fn nothing_can_be_added() {
    let bytes = sealed(Form::Html, "Awa\n");
    for more in ["\n", " ", "x", "<!-- -->\n", "<p>and more</p>\n"] {
        assert_eq!(open(&[&bytes, more.as_bytes()].concat()), Err(Broken::Changed), "{more:?} at the end");
        assert_eq!(open(&[more.as_bytes(), &bytes].concat()), Err(Broken::Changed), "{more:?} at the front");
    }
}

#[test]
fn the_seal_of_one_file_fits_no_other_and_no_file_has_two() {
    let (awa, eve) = (sealed(Form::Html, "Awa\n"), sealed(Form::Html, "Eve\n"));
    let cut = |bytes: &[u8]| places(bytes, b"<!--").next().unwrap();
    let swapped = [&awa[..cut(&awa)], &eve[cut(&eve)..]].concat();
    assert_eq!(open(&swapped), Err(Broken::Changed));
    assert_eq!(open(&[&awa[..], &awa[cut(&awa)..]].concat()), Err(Broken::Changed));
    assert_eq!(seal(Form::Html, &awa, CREDENTIAL, &key(8)), None, "what is sealed is not sealed again");
}

#[test]
fn a_credential_that_lies_there_twice_or_not_at_all_is_not_sealed() {
    assert_eq!(seal(Form::Pdf, b"nothing\n", CREDENTIAL, &key(7)), None);
    assert_eq!(seal(Form::Pdf, &[CREDENTIAL, CREDENTIAL].concat(), CREDENTIAL, &key(7)), None);
    assert_eq!(seal(Form::Pdf, b"", b"", &key(7)), None);
}

#[test]
fn what_was_never_sealed_is_told_from_what_was_changed() {
    for plain in ["", "\n", "<!doctype html>\n", "%PDF-1.7\n%%EOF\n"] {
        assert_eq!(open(plain.as_bytes()), Err(Broken::None), "{plain:?}");
    }
    for broken in ["<!-- rundown-seal", "% rundown-seal 1 pdf 1 1 1 did:key:z z\n", "rundown-seal\n"] {
        assert_eq!(open(broken.as_bytes()), Err(Broken::Changed), "{broken:?}");
    }
}

#[test]
fn numbers_that_lie_do_no_harm() {
    let signature = key(7).sign(b"x");
    let most = usize::MAX;
    for credential in [(most, most), (0, most), (most, 1), (2, 3)] {
        let header = Header { form: Form::Pdf, content: 2, credential, key: key(7).public() };
        let signed = key(7).sign(&header.signed(b"a\n"));
        for signature in [signature, signed] {
            let bytes = [b"a\n", header.line(&signature).as_bytes()].concat();
            assert_eq!(open(&bytes), Err(Broken::Changed), "{credential:?}");
        }
    }
}

proptest! {
    #[test]
    fn arbitrary_bytes_open_nothing(bytes: Vec<u8>) {
        prop_assert!(open(&bytes).is_err());
    }

    #[test]
    fn arbitrary_words_after_the_mark_open_nothing(before in "[ -~\n]{0,80}", words in "[ -~]{0,300}") {
        let bytes = format!("{before}\n<!-- rundown-seal 1 {words} -->\n");
        prop_assert_eq!(open(bytes.as_bytes()), Err(Broken::Changed));
    }
}
