//! What is locked opens whole or not at all, with one passphrase only.

use std::io::Cursor;

use super::*;

/// What the chunks are made of in these tests.
fn text(length: usize) -> Vec<u8> {
    (0..length).map(|at| u8::try_from(at % 251).unwrap()).collect()
}

fn locked(plain: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut locking = Locking::begin("lagune", &[7; CHANCE], &mut out).unwrap();
    // In uneven pieces, as they come.
    plain.chunks(50_001).for_each(|piece| locking.write_all(piece).unwrap());
    locking.end().unwrap();
    out
}

fn opened(passphrase: &str, bytes: &[u8]) -> Result<Vec<u8>, BadLocked> {
    let mut plain = Vec::new();
    let read = Opening::begin(passphrase, Cursor::new(bytes)).and_then(|mut opening| {
        opening.read_to_end(&mut plain)?;
        // A second time it is the same.
        opening.rewind()?;
        let mut again = Vec::new();
        opening.read_to_end(&mut again)?;
        assert_eq!(again, plain);
        Ok(())
    });
    read.map(|()| plain).map_err(|error| BadLocked::of(&error).unwrap())
}

#[test]
fn any_length_opens_with_the_passphrase_and_with_no_other() {
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5] {
        let (plain, chunks) = (text(length), length.div_ceil(CHUNK).max(1));
        let bytes = locked(&plain);
        assert_eq!(bytes.len(), MAGIC.len() + CHANCE + length + chunks * TAG, "{length}");
        assert!(opened("lagune", &bytes) == Ok(plain), "{length}");
    }
    assert_eq!(opened("Lagune", &locked(b"Awa Diop")), Err(BadLocked::Passphrase));
    assert!(!locked(b"Awa Diop").windows(3).any(|part| part == b"Awa"));
}

#[test]
fn a_chunk_is_what_the_page_on_the_form_says() {
    let plain = text(CHUNK + 9);
    let cipher = kept::cipher("lagune", &[7; SALT], COST).unwrap();
    let lock = |count: u8, last: u8, part: &[u8]| {
        let nonce = XNonce::try_from([&[7; PREFIX][..], &[0, 0, 0, count, last]].concat().as_slice()).unwrap();
        cipher.encrypt(&nonce, part).unwrap()
    };
    let (full, rest) = plain.split_at(CHUNK);
    let by_hand = [&MAGIC[..], &[7; CHANCE], &lock(0, 0, full), &lock(1, 1, rest)].concat();
    assert!(locked(&plain) == by_hand);
}

#[test]
fn whatever_is_cut_changed_doubled_or_moved_is_refused() {
    let bytes = locked(&text(3 * CHUNK + 5));
    let (begin, step) = (MAGIC.len() + CHANCE, CHUNK + TAG);
    let chunk = |nth: usize| &bytes[begin + nth * step..(begin + (nth + 1) * step).min(bytes.len())];
    let of = |chunks: &[&[u8]]| [&bytes[..begin], &chunks.concat()].concat();
    assert!(opened("lagune", &of(&[chunk(0), chunk(1), chunk(2), chunk(3)])).is_ok());
    for (what, changed) in [
        ("cut between two chunks", of(&[chunk(0), chunk(1), chunk(2)])),
        ("cut in a chunk", bytes[..begin + step + 100].to_vec()),
        ("without its last byte", bytes[..bytes.len() - 1].to_vec()),
        ("one chunk missing", of(&[chunk(0), chunk(2), chunk(3)])),
        ("one chunk twice", of(&[chunk(0), chunk(1), chunk(1), chunk(2), chunk(3)])),
        ("two chunks in another order", of(&[chunk(0), chunk(2), chunk(1), chunk(3)])),
        ("more behind the end", of(&[chunk(0), chunk(1), chunk(2), chunk(3), chunk(3)])),
        ("another last byte", [&bytes[..bytes.len() - 1], &[bytes[bytes.len() - 1] ^ 1]].concat()),
    ] {
        assert_eq!(opened("lagune", &changed), Err(BadLocked::Changed), "{what}");
    }
    for cut in [begin, begin + 100] {
        assert_eq!(opened("lagune", &bytes[..cut]), Err(BadLocked::Passphrase), "{cut}");
    }
    for cut in [0, 5, begin - 1] {
        assert_eq!(opened("lagune", &bytes[..cut]), Err(BadLocked::Foreign), "{cut}");
    }
    let later = [b"rundown-locked 3\n", &bytes[MAGIC.len()..]].concat();
    assert_eq!(opened("lagune", &later), Err(BadLocked::Foreign));
}

#[test]
fn what_was_locked_in_one_piece_still_opens() {
    let plain = text(2 * CHUNK);
    let nonce = XNonce::try_from([9; NONCE].as_slice()).unwrap();
    let piece = kept::cipher("lagune", &[7; SALT], COST).unwrap().encrypt(&nonce, plain.as_slice()).unwrap();
    let old = [&OLD[..], &[7; SALT], &[9; NONCE], &piece].concat();
    assert!(opened("lagune", &old) == Ok(plain));
    assert_eq!(opened("lagune", &old[..old.len() - 1]), Err(BadLocked::Passphrase));
    assert_eq!(opened("Lagune", &old), Err(BadLocked::Passphrase));
}
