//! The fields of the engine `desk`.
//!
//! Apart so that an engine is found under its name.

use super::{Around, ids, refuse_unknown, rule, text, values};
use crate::course::exercise::Pick;
use crate::course::exercise::desk::{Code, Desk, Item, Order};
use crate::course::exercise::work::{Decided, Work};
use crate::course::fields::{Fields, Text};
use crate::diagnostic::code;

/// The most items.
const MOST_ITEMS: usize = 60;

/// Reads them.
pub(super) fn read(fields: &Fields<'_>, around: Around<'_>) -> Desk {
    let decisions: Vec<_> = fields.tables("decisions", "a decision", values::pick).into_iter().flatten().collect();
    let codes = codes(fields, &decisions, around);
    let items = fields.tables("items", "an item", |fields| item(fields, &decisions, &codes));
    let items: Vec<Item> = items.into_iter().flatten().collect();
    for (key, is_empty) in [("decisions", decisions.is_empty()), ("items", items.is_empty())] {
        if is_empty {
            fields.missing::<()>(key);
        }
    }
    let items = values::capped(fields, "items", items, MOST_ITEMS);
    let note_rules = fields.table("note", "the notes", |fields| text::rules(fields, around)).unwrap_or_default();
    let order = fields.table("order", "the order", |fields| order(fields, &items)).flatten();
    Desk { now: values::words(fields, "now"), decisions, codes, items, note_rules, order }
}

/// Reads the codes here, or takes those of the house that begin with a letter of a decision.
fn codes(fields: &Fields<'_>, decisions: &[Pick], around: Around<'_>) -> Vec<Code> {
    let code = |fields: &Fields<'_>| {
        let decision = fields.need_text("decision");
        if let Some(decision) = &decision {
            refuse_unknown(fields, "decision", decision, decisions.iter().map(|pick| pick.id.as_str()));
        }
        let pick = values::pick(fields);
        Some(Code { pick: pick?, decision: decision?.into_inner() })
    };
    let written: Vec<_> = fields.tables("codes", "a code", code).into_iter().flatten().collect();
    let Some(from) = fields.text("codes_from") else { return values::capped(fields, "codes", written, 100) };
    let table = values::house_table(around.house, from.get_ref());
    if table.is_empty() {
        values::unknown_in_house(fields, &from, around.house);
    }
    let letters = values::text_table(fields, "decides", "the letters of the codes");
    let decides = |id: &str| letters.iter().find(|(letter, _)| id.starts_with(letter.get_ref().as_str()));
    table.into_iter().filter_map(|pick| Some(Code { decision: decides(&pick.id)?.1.clone(), pick })).collect()
}

fn item(fields: &Fields<'_>, decisions: &[Pick], codes: &[Code]) -> Option<Item> {
    let id = values::option_id(fields, "id");
    let decision = fields.need_text("decision");
    if let Some(decision) = &decision {
        refuse_unknown(fields, "decision", decision, decisions.iter().map(|pick| pick.id.as_str()));
    }
    let code = fields.text("code");
    let also = fields.texts("also");
    for name in code.iter().chain(&also) {
        refuse_unknown(fields, "code", name, codes.iter().map(|code| code.pick.id.as_str()));
    }
    if code.is_none() && !codes.is_empty() {
        fields.missing::<()>("code");
    }
    Some(Item {
        from: values::need(fields, "from"),
        title: values::need(fields, "title"),
        text: values::need(fields, "text"),
        decision: decision.map(Text::into_inner).unwrap_or_default(),
        code: code.map(Text::into_inner),
        also: also.into_iter().map(Text::into_inner).collect(),
        critical: values::flag(fields, "critical"),
        note: values::flag(fields, "note"),
        why: values::need(fields, "why"),
        id: id?,
    })
}

fn order(fields: &Fields<'_>, items: &[Item]) -> Option<Order> {
    for name in &fields.texts("first") {
        refuse_unknown(fields, "item", name, ids(items.iter().map(|item| &item.id)));
    }
    Some(Order { first: values::option_ids(fields, "first"), fault: rule::fault(fields)? })
}

/// Reads a work.
pub(super) fn work(fields: &Fields<'_>, desk: &Desk) -> Work {
    let decided = |fields: &Fields<'_>| {
        let item = fields.need_text("item")?;
        refuse_unknown(fields, "item", &item, ids(desk.items.iter().map(|item| &item.id)));
        let decision = values::need(fields, "decision");
        let (code, note) = (values::words(fields, "code"), values::words(fields, "note"));
        Some(Decided { item: item.into_inner(), decision, code, note })
    };
    let decided: Vec<_> = fields.tables("decided", "a decision", decided).into_iter().flatten().collect();
    if decided.is_empty() {
        fields.source.error(code::MISSING_FIELD, fields.span.clone(), "a work has decisions", "add `[[….decided]]`");
    }
    Work::Desk { decided }
}
