//! The certificate as one web page that prints on one sheet of A4, holds its credential, and runs nothing.
//!
//! Apart because the page is a template in which every value is escaped. The credential alone is put in as it is: its
//! spelling holds nothing that means something in HTML, and byte for byte it must lie there.

use askama::Template;

use super::{Certificate, Check};

const STYLE: &str = include_str!("../../../templates/certificate.css");
/// The SHA-256 of the `style` element's content; a test tells the new one when the sheet changes.
const STYLE_HASH: &str = "sha256-Ic/ky6+82CZlcwxwRXBX8vwppgZmckAtFs8XaDK3EOM=";
/// Modules of margin that readers of the square want.
const QUIET: usize = 4;

#[derive(Template)]
#[template(path = "certificate.html")]
struct Page<'a> {
    certificate: &'a Certificate,
    credential: &'a str,
    check: &'a Check,
    square: String,
    canvas: usize,
    style: &'static str,
    style_hash: &'static str,
}

/// Draws the page around a credential.
pub fn write(certificate: &Certificate, credential: &[u8]) -> String {
    let check = Check::new(&certificate.issuer, credential);
    let credential = String::from_utf8_lossy(credential);
    let (square, canvas) = (path(&check), check.side + 2 * QUIET);
    let (style, style_hash) = (STYLE, STYLE_HASH);
    let page = Page { certificate, credential: &credential, check: &check, square, canvas, style, style_hash }.render();
    debug_assert!(page.is_ok(), "a string takes every text");
    page.unwrap_or_default() + "\n"
}

/// Returns the dark modules as the outline of an SVG path.
fn path(check: &Check) -> String {
    let one = |(x, y, length): (usize, usize, usize)| format!("M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET);
    check.stretches().into_iter().map(one).collect()
}

#[cfg(test)]
mod tests;
