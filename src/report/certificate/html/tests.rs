//! What a certificate's page allows a browser: its own style sheet and nothing else.

use sha2::{Digest, Sha256};

use super::*;
use crate::report::certificate::credential;
use crate::report::certificate::fixture::{certificate, key};
use crate::report::html::tests::base64;

fn page(name: &str) -> String {
    let certificate = certificate("en", name);
    write(&certificate, &credential::sign(&certificate, &key()))
}

#[test]
fn the_page_allows_its_own_style_sheet_and_no_other() {
    let page = page("Awa Diop");
    let (_, rest) = page.split_once("<style>").unwrap();
    let (style, _) = rest.split_once("</style>").unwrap();
    let hash = format!("sha256-{}", base64(&Sha256::digest(style)));
    assert_eq!(STYLE_HASH, hash, "put this hash into html.rs");
}

fn tags(page: &str) -> Vec<String> {
    let token = |token: Result<html5gum::Token, std::convert::Infallible>| match token.unwrap() {
        html5gum::Token::StartTag(tag) => Some(String::from_utf8(tag.name.0.clone()).unwrap()),
        html5gum::Token::Error(error) => panic!("not well formed: {error:?}"),
        html5gum::Token::Comment(comment) => panic!("a comment: {comment:?}"),
        html5gum::Token::String(_) | html5gum::Token::EndTag(_) | html5gum::Token::Doctype(_) => None,
    };
    html5gum::Tokenizer::new(page).filter_map(token).collect()
}

#[test]
fn a_name_adds_no_tag_and_nothing_runs_or_loads() {
    let plain = tags(&page("Awa Diop"));
    for hostile in ["<script>alert(1)</script>", "</pre><iframe src=x>", "\"><img src=x>", "--> <!-- rundown-seal 1"] {
        assert_eq!(tags(&page(hostile)), plain, "{hostile}");
    }
    for forbidden in ["script", "link", "img", "iframe", "object", "a", "form", "base"] {
        assert!(!plain.iter().any(|tag| tag == forbidden), "{forbidden}");
    }
}
