//! One chunk of source to blocks: the parser's events, one after the other, into the builder.
//!
//! Apart from the builder because the parser's names for things end here.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag};

use super::block::{Align, Block, Inline, Refusal};
use super::builder::Builder;
use super::fault::{Fault, FaultKind};
use super::footnotes::Footnotes;
use super::frame::Open;
use super::links::Links;
use super::references::References;

/// What a chunk is parsed with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) source: &'a str,
    pub(super) links: &'a Links,
    pub(super) footnotes: &'a Footnotes,
    pub(super) references: &'a dyn References,
}

/// What became of a chunk.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    pub(super) blocks: Vec<Block>,
    pub(super) faults: Vec<Fault>,
    /// Texts of the footnotes that stood in it.
    pub(super) footnotes: Vec<Vec<Block>>,
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS
}

/// Parses the bytes of `range`; spans count from the start of the source.
pub(super) fn parse(context: &Context<'_>, range: Range<usize>) -> Parsed {
    let mut builder = Builder::new(*context);
    if is_too_long(&range) {
        builder.refuse(range, FaultKind::TooLong, Refusal::TooLong);
        return builder.finish();
    }
    for (event, span) in events(context, range.clone()) {
        take(&mut builder, event, span.start + range.start..span.end + range.start);
    }
    builder.finish()
}

/// The parser keeps a tree of what it is given, many times as large as the text.
fn is_too_long(range: &Range<usize>) -> bool {
    range.len() > Block::LONGEST
}

/// Counts the blocks that `parse` would return.
pub(super) fn count(context: &Context<'_>, range: Range<usize>) -> usize {
    if is_too_long(&range) {
        return 1;
    }
    let mut depth = 0_usize;
    let mut blocks = 0;
    for (event, _) in events(context, range) {
        blocks += usize::from(depth == 0 && matches!(event, Event::Rule));
        if let Event::Start(tag) = event {
            blocks += usize::from(depth == 0 && !matches!(tag, Tag::FootnoteDefinition(_)));
            depth += 1;
        } else if let Event::End(_) = event {
            depth = depth.saturating_sub(1);
        }
    }
    blocks
}

fn events<'a>(context: &Context<'a>, range: Range<usize>) -> impl Iterator<Item = (Event<'a>, Range<usize>)> {
    let text = context.source.get(range).unwrap_or_default();
    let links = context.links;
    let known = move |link: BrokenLink<'_>| links.get(&link.reference).map(|url| (CowStr::from(url), CowStr::from("")));
    Parser::new_with_broken_link_callback(text, options(), Some(known)).into_offset_iter()
}

fn take(builder: &mut Builder<'_>, event: Event<'_>, span: Range<usize>) {
    match event {
        Event::Start(tag) => builder.open(opened(tag, builder.links()), span),
        Event::End(_) => builder.close(),
        Event::Text(text) | Event::Html(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
            builder.text(&text, span);
        }
        Event::Code(code) => builder.inline(Inline::Code(code.into_string()), span),
        Event::InlineHtml(html) => builder.html(&html, span),
        Event::FootnoteReference(label) => builder.footnote(&label, span),
        Event::SoftBreak => builder.text(" ", span),
        Event::HardBreak => builder.inline(Inline::Break, span),
        Event::Rule => builder.rule(span),
        Event::TaskListMarker(done) => builder.task(done),
    }
}

fn opened(tag: Tag<'_>, links: &Links) -> Open {
    match tag {
        Tag::Paragraph | Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => Open::Paragraph,
        Tag::Heading { level, .. } => Open::Heading(level as u8),
        Tag::BlockQuote(_) => Open::Quote,
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => Open::Code(info.into_string()),
        Tag::CodeBlock(CodeBlockKind::Indented) => Open::Code(String::new()),
        Tag::HtmlBlock => Open::Html,
        Tag::List(first) => Open::List(first),
        Tag::Item => Open::Item,
        Tag::FootnoteDefinition(_) => Open::Footnote,
        Tag::DefinitionList => Open::Definitions,
        Tag::DefinitionListTitle => Open::Title,
        Tag::DefinitionListDefinition => Open::Meaning,
        Tag::Table(align) => Open::Table(align.into_iter().map(aligned).collect()),
        Tag::TableHead => Open::Head,
        Tag::TableRow => Open::Row,
        Tag::TableCell => Open::Cell,
        Tag::Emphasis => Open::Emphasis,
        Tag::Strong => Open::Strong,
        Tag::Strikethrough => Open::Strike,
        Tag::Link { link_type: LinkType::WikiLink { .. }, dest_url, .. } => Open::Term(dest_url.into_string()),
        Tag::Link { link_type, dest_url, id, .. } => Open::Link(target(link_type, dest_url, &id, links)),
        Tag::Image { link_type, dest_url, id, .. } => Open::Picture(target(link_type, dest_url, &id, links)),
    }
}

/// The lesson's first definition of a label counts, not the chunk's.
fn target(link_type: LinkType, dest: CowStr<'_>, id: &str, links: &Links) -> String {
    let by_label = matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut);
    let first = by_label.then(|| links.get(id)).flatten().map(str::to_owned);
    first.unwrap_or_else(|| dest.into_string())
}

fn aligned(align: pulldown_cmark::Alignment) -> Align {
    match align {
        pulldown_cmark::Alignment::Left | pulldown_cmark::Alignment::None => Align::Left,
        pulldown_cmark::Alignment::Center => Align::Centre,
        pulldown_cmark::Alignment::Right => Align::Right,
    }
}
