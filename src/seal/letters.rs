//! Bytes as letters that a person can read out and type: Crockford's base 32.
//!
//! Apart because short codes and printed keys are written alike. Without I, L, O and U; when read, I and L are 1 and O
//! is 0. What is written, and how it is checked, is not known here.

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BITS: u32 = 5;

/// Writes bytes; bits that are left over stand at the front of a last letter.
pub fn encode(bytes: &[u8]) -> String {
    let (mut written, mut held, mut bits) = (String::new(), 0_u32, 0_u32);
    let letter = |value: u32| char::from(LETTERS.get((value & 31) as usize).copied().unwrap_or(b'0'));
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= BITS {
            bits -= BITS;
            written.push(letter(held >> bits));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        written.push(letter(held << (BITS - bits)));
    }
    written
}

/// Reads letters, large or small; bits that fill no byte are dropped. None where something else stands among them.
pub fn decode(letters: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0_u32);
    for letter in letters.chars() {
        held = (held << BITS | value(letter)?) & 0xffff;
        bits += BITS;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).ok()?);
        }
    }
    Some(bytes)
}

fn value(letter: char) -> Option<u32> {
    let plain = match letter.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    LETTERS.iter().position(|known| char::from(*known) == plain).and_then(|at| u32::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn bytes_are_read_as_they_were_written(bytes: Vec<u8>) {
            prop_assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }

        #[test]
        fn no_text_is_a_surprise(text: String) {
            drop(decode(&text));
        }
    }

    #[test]
    fn letters_that_look_alike_are_one() {
        assert_eq!(decode("oOiIlL"), decode("001111"));
        assert_eq!(decode("A-B"), None);
        assert_eq!(decode("U"), None);
    }
}
