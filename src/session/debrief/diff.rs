//! What differs between two lists: words of two texts, cards in two orders, choices that were made.
//!
//! Apart because it knows nothing of work.

use std::hash::Hash;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The longest list that is compared piece by piece; longer ones differ as a whole.
const LONGEST: usize = 2_000;

/// A piece of one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether the other side does not have it there.
    pub differs: bool,
}

/// Both sides: the learner's and the model's.
pub(super) type Sides = (Vec<Piece>, Vec<Piece>);

/// Compares two texts word by word. Laid one after the other the pieces of a side are its text, space for space.
pub(super) fn texts(yours: &str, model: &str) -> Sides {
    let (yours, model) = (yours.trim(), model.trim());
    let words = |text| str::split_whitespace(text).collect::<Vec<_>>();
    let (in_yours, in_model) = marked(&words(yours), &words(model));
    (runs(yours, &in_yours), runs(model, &in_model))
}

/// Compares two values that are equal or not.
pub(super) fn values(yours: &str, model: &str) -> Sides {
    let differs = yours.trim() != model.trim();
    let side = |text: &str| piece(text, differs).into_iter().collect();
    (side(yours), side(model))
}

/// Compares two lists in their order.
pub(super) fn lists(yours: &[String], model: &[String]) -> Sides {
    let (in_yours, in_model) = marked(yours, model);
    let pieces = |list: &[String], differs: Vec<bool>| {
        list.iter().zip(differs).filter_map(|(text, differs)| piece(text, differs)).collect()
    };
    (pieces(yours, in_yours), pieces(model, in_model))
}

/// Compares two lists whose order says nothing.
pub(super) fn sets(yours: &[String], model: &[String]) -> Sides {
    let side =
        |list: &[String], other: &[String]| list.iter().filter_map(|text| piece(text, !other.contains(text))).collect();
    (side(yours, model), side(model, yours))
}

/// Makes a piece; none of nothing.
pub(super) fn piece(text: &str, differs: bool) -> Option<Piece> {
    let text = text.trim();
    (!text.is_empty()).then(|| Piece { text: text.to_owned(), differs })
}

/// Says of every element of both lists whether the other list lacks it there.
fn marked<T: Hash + Ord>(yours: &[T], model: &[T]) -> (Vec<bool>, Vec<bool>) {
    let mut differ = (vec![true; yours.len()], vec![true; model.len()]);
    if yours.len().max(model.len()) > LONGEST && yours != model {
        return differ;
    }
    for operation in capture_diff_slices(Algorithm::Myers, yours, model) {
        if let DiffOp::Equal { old_index, new_index, len } = operation {
            differ.0.iter_mut().skip(old_index).take(len).for_each(|differs| *differs = false);
            differ.1.iter_mut().skip(new_index).take(len).for_each(|differs| *differs = false);
        }
    }
    differ
}

/// Cuts a text where the marking of its words changes; space beside a word that does not differ belongs to that word.
fn runs(text: &str, differ: &[bool]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut gap = "";
    for (token, differs) in tokens(text, differ) {
        let Some(differs) = differs else {
            gap = token;
            continue;
        };
        match pieces.last_mut() {
            Some(last) if last.differs == differs => last.text.extend([gap, token]),
            Some(last) if differs => {
                last.text.push_str(gap);
                pieces.push(Piece { text: token.to_owned(), differs });
            }
            Some(_) | None => pieces.push(Piece { text: format!("{gap}{token}"), differs }),
        }
        gap = "";
    }
    pieces
}

/// Cuts a text into words, each with its mark, and the space between them, which has none.
fn tokens<'t>(text: &'t str, differ: &[bool]) -> Vec<(&'t str, Option<bool>)> {
    let mut tokens = Vec::new();
    let (mut rest, mut differ) = (text, differ.iter());
    while let Some(first) = rest.chars().next() {
        let is_space = first.is_whitespace();
        let end = rest.find(|c: char| c.is_whitespace() != is_space).unwrap_or(rest.len());
        let (token, after) = rest.split_at(end);
        let mark = if is_space { None } else { Some(differ.next().copied().unwrap_or(true)) };
        tokens.push((token, mark));
        rest = after;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(pieces: &[Piece]) -> String {
        let piece = |piece: &Piece| if piece.differs { format!("[{}]", piece.text) } else { piece.text.clone() };
        pieces.iter().map(piece).collect()
    }

    #[test]
    fn words_that_differ_are_marked_on_their_side() {
        let (yours, model) = texts("The bridge is closed  today", "The bridge is open");
        assert_eq!(
            (shown(&yours), shown(&model)),
            ("The bridge is [closed  today]".into(), "The bridge is [open]".into())
        );
    }

    #[test]
    fn space_around_what_differs_stands_once_and_unmarked() {
        let (yours, model) = texts("NO ACCESS Sol TV;NO ARCHIVE", "NO ACCESS  Sol TV; \nNO ARCHIVE");
        assert_eq!(shown(&yours), "NO ACCESS Sol [TV;NO] ARCHIVE");
        assert_eq!(shown(&model), "NO ACCESS  Sol [TV; \nNO] ARCHIVE");
    }

    #[test]
    fn order_counts_in_lists_and_not_in_sets() {
        let (one, two) = (["a".to_owned(), "b".to_owned()], ["b".to_owned(), "a".to_owned()]);
        assert!(lists(&one, &two).0.iter().any(|piece| piece.differs));
        assert!(!sets(&one, &two).0.iter().any(|piece| piece.differs));
    }

    #[test]
    fn very_long_texts_differ_as_a_whole() {
        let long = "word ".repeat(LONGEST + 1);
        assert!(texts(&long, "word").0.iter().all(|piece| piece.differs));
        assert!(!texts(&long, &long).0.iter().any(|piece| piece.differs));
    }

    proptest::proptest! {
        #[test]
        fn no_character_is_lost_on_either_side(yours in "[ab c\n]{0,40}", model in "[ab c\n]{0,40}") {
            let (in_yours, in_model) = texts(&yours, &model);
            let text = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.clone()).collect::<String>();
            proptest::prop_assert_eq!((text(&in_yours), text(&in_model)), (yours.trim().into(), model.trim().into()));
        }
    }
}
