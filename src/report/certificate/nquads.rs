//! The statements that an Open Badges credential signs, as canonical N-Quads.
//!
//! Apart because signature and check hash the same lines. Our credential has one shape, with one node without a name, so
//! that its canonical form is its sorted lines; no general RDF is in here. Texts hold no controls, which leaves two
//! characters to escape.

use std::collections::BTreeSet;

/// What a node is.
pub(super) const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
/// The one node without a name, as the canonical form calls it.
pub(super) const NAMELESS: &str = "_:c14n0";

/// What a statement says of its subject.
#[derive(Debug, Clone, Copy)]
pub(super) enum Object<'a> {
    /// A node.
    Node(&'a str),
    /// A text.
    Text(&'a str),
    /// A text of a data type.
    Typed(&'a str, &'a str),
}

/// A set of statements.
#[derive(Debug, Clone, Default)]
pub(super) struct Statements(BTreeSet<String>);

impl Statements {
    /// Adds a statement.
    pub(super) fn say(&mut self, subject: &str, predicate: &str, object: Object<'_>) {
        let object = match object {
            Object::Node(node) => written(node),
            Object::Text(text) => quoted(text),
            Object::Typed(text, of) => format!("{}^^<{of}>", quoted(text)),
        };
        self.0.insert(format!("{} <{predicate}> {object} .\n", written(subject)));
    }

    /// Returns the canonical form: every line once, in the order of its characters.
    pub(super) fn canonical(&self) -> String {
        self.0.iter().map(String::as_str).collect()
    }
}

fn written(node: &str) -> String {
    if node == NAMELESS { node.to_owned() } else { format!("<{node}>") }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
