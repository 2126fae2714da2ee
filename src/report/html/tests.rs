//! What a report page allows a browser: its own style sheet and nothing else.
//!
//! Apart from `report::tests`, which look at the words of all formats; the hash is from another crate than ours.

use sha2::{Digest, Sha256};

use super::*;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Writes bytes as a content security policy does.
pub(in crate::report) fn base64(bytes: &[u8]) -> String {
    let group = |chunk: &[u8]| {
        let bits = chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        let letter = |at: usize| char::from(LETTERS[(bits >> (18 - 6 * at) & 63) as usize]);
        (0..4).map(|at| if at <= chunk.len() { letter(at) } else { '=' }).collect::<String>()
    };
    bytes.chunks(3).map(group).collect()
}

#[test]
fn the_page_allows_its_own_style_sheet_and_no_other() {
    let page = write(&super::super::fixture::report("en", "Awa"));
    let (_, rest) = page.split_once("<style>").unwrap();
    let (style, _) = rest.split_once("</style>").unwrap();
    let hash = format!("sha256-{}", base64(&Sha256::digest(style)));
    assert_eq!(STYLE_HASH, hash, "put this hash into html.rs");
}
