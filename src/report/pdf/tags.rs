//! The structure of a PDF: what is a heading, a table, a cell, in the order in which it is read.
//!
//! Apart from how pages look, because this is what screen readers, searches and copies go by.

use pdf_writer::types::{StructRole, TableHeaderScope};
use pdf_writer::writers::{StructChildren, StructElement};
use pdf_writer::{Chunk, Finish, Name, Ref, TextStr};

/// An element of the structure, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag(usize);

impl Tag {
    /// Returns its number.
    pub(super) fn index(self) -> usize {
        self.0
    }
}

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The whole.
    Document,
    /// The title.
    Title,
    /// The heading of a part.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A list of names and what they name.
    List,
    /// One of them.
    Item,
    /// Its name.
    Label,
    /// What it names.
    Body,
    /// A table.
    Table,
    /// A row of it.
    Row,
    /// The name of a column.
    ColumnName,
    /// The name of a row.
    RowName,
    /// A cell.
    Cell,
    /// A picture.
    Figure,
}

impl Role {
    /// Returns the name by which pages call it.
    pub(super) fn name(self) -> &'static [u8] {
        match self {
            Self::Document => b"Document",
            Self::Title => b"H1",
            Self::Heading => b"H2",
            Self::Paragraph => b"P",
            Self::List => b"L",
            Self::Item => b"LI",
            Self::Label => b"Lbl",
            Self::Body => b"LBody",
            Self::Table => b"Table",
            Self::Row => b"TR",
            Self::ColumnName | Self::RowName => b"TH",
            Self::Cell => b"TD",
            Self::Figure => b"Figure",
        }
    }

    fn kind(self) -> StructRole {
        match self {
            Self::Document => StructRole::Document,
            Self::Title => StructRole::H1,
            Self::Heading => StructRole::H2,
            Self::Paragraph => StructRole::P,
            Self::List => StructRole::L,
            Self::Item => StructRole::LI,
            Self::Label => StructRole::Lbl,
            Self::Body => StructRole::LBody,
            Self::Table => StructRole::Table,
            Self::Row => StructRole::TR,
            Self::ColumnName | Self::RowName => StructRole::TH,
            Self::Cell => StructRole::TD,
            Self::Figure => StructRole::Figure,
        }
    }
}

/// What stands within an element.
enum Kid {
    Element(Tag),
    /// A marked part of a page.
    Part {
        page: usize,
        number: i32,
    },
}

struct Element {
    role: Role,
    parent: Option<Tag>,
    kids: Vec<Kid>,
    /// The words for a picture, and where it is.
    alt: Option<(String, [f32; 4])>,
}

impl Element {
    /// Returns the page on which it begins, where it has parts of its own.
    fn page(&self) -> Option<usize> {
        self.kids.iter().find_map(|kid| if let Kid::Part { page, .. } = kid { Some(*page) } else { None })
    }
}

/// All elements.
pub(super) struct Tags(Vec<Element>);

impl Tags {
    /// The whole.
    pub(super) const ROOT: Tag = Tag(0);

    /// Returns a structure that holds nothing yet.
    pub(super) fn new() -> Self {
        Self(vec![Element { role: Role::Document, parent: None, kids: Vec::new(), alt: None }])
    }

    /// Puts an element at the end of another.
    pub(super) fn put(&mut self, parent: Tag, role: Role) -> Tag {
        let tag = Tag(self.0.len());
        self.0.push(Element { role, parent: Some(parent), kids: Vec::new(), alt: None });
        self.hold(parent, Kid::Element(tag));
        tag
    }

    /// Says in words what a picture shows, and where it stands from the bottom left corner.
    pub(super) fn describe(&mut self, tag: Tag, words: &str, bounds: [f32; 4]) {
        if let Some(element) = self.0.get_mut(tag.0) {
            element.alt = Some((words.to_owned(), bounds));
        }
    }

    /// Lets an element hold a marked part of a page.
    pub(super) fn hold_part(&mut self, tag: Tag, page: usize, number: i32) {
        self.hold(tag, Kid::Part { page, number });
    }

    /// Returns what an element is.
    pub(super) fn role(&self, tag: Tag) -> Role {
        self.0.get(tag.0).map_or(Role::Paragraph, |element| element.role)
    }

    fn hold(&mut self, tag: Tag, kid: Kid) {
        if let Some(element) = self.0.get_mut(tag.0) {
            element.kids.push(kid);
        }
    }

    /// Returns how many elements there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Writes all elements: the root of the structure, the number of each element by `of`, and the pages.
    pub(super) fn write(&self, chunk: &mut Chunk, root: Ref, of: impl Fn(Tag) -> Ref, pages: &[Ref]) {
        for (index, element) in self.0.iter().enumerate() {
            let mut written = chunk.struct_element(of(Tag(index)));
            written.kind(element.role.kind()).parent(element.parent.map_or(root, &of));
            let own = element.page();
            if let Some(page) = own.and_then(|page| pages.get(page)) {
                written.page(*page);
            }
            let mut kids = written.children();
            for kid in &element.kids {
                match *kid {
                    Kid::Element(tag) => drop(kids.struct_element(of(tag))),
                    Kid::Part { page, number } if Some(page) == own => drop(kids.marked_content_id(number)),
                    Kid::Part { page, number } => elsewhere(&mut kids, pages.get(page), number),
                }
            }
            kids.finish();
            attributes(&mut written, element);
        }
    }
}

/// Writes a part that stands on another page than its element begins on.
fn elsewhere(kids: &mut StructChildren<'_>, page: Option<&Ref>, number: i32) {
    if let Some(page) = page {
        kids.marked_content_ref().page(*page).marked_content_id(number);
    }
}

fn attributes(written: &mut StructElement<'_>, element: &Element) {
    let scope = match element.role {
        Role::ColumnName => TableHeaderScope::Column,
        Role::RowName => TableHeaderScope::Row,
        Role::Figure => return figure(written, element),
        Role::Document
        | Role::Title
        | Role::Heading
        | Role::Paragraph
        | Role::List
        | Role::Item
        | Role::Label
        | Role::Body
        | Role::Table
        | Role::Row
        | Role::Cell => return,
    };
    written.attributes().push().table().scope(scope);
}

fn figure(written: &mut StructElement<'_>, element: &Element) {
    if let Some((words, [left, bottom, right, top])) = &element.alt {
        written.alt(TextStr(words));
        written.attributes().push().layout().insert(Name(b"BBox")).array().items([*left, *bottom, *right, *top]);
    }
}
