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

/// Compares two texts word by word.
pub(super) fn texts(yours: &str, model: &str) -> Sides {
    let (yours, model): (Vec<&str>, Vec<&str>) =
        (yours.split_whitespace().collect(), model.split_whitespace().collect());
    let (in_yours, in_model) = marked(&yours, &model);
    (runs(&yours, &in_yours), runs(&model, &in_model))
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

/// Joins neighbouring words that are marked alike.
fn runs(words: &[&str], differ: &[bool]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (word, differs) in words.iter().zip(differ) {
        match pieces.last_mut().filter(|last| last.differs == *differs) {
            Some(last) => {
                last.text.push(' ');
                last.text.push_str(word);
            }
            None => pieces.push(Piece { text: (*word).to_owned(), differs: *differs }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(pieces: &[Piece]) -> String {
        let piece = |piece: &Piece| if piece.differs { format!("[{}]", piece.text) } else { piece.text.clone() };
        pieces.iter().map(piece).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_that_differ_are_marked_on_their_side() {
        let (yours, model) = texts("The bridge is closed  today", "The bridge is open");
        assert_eq!(
            (shown(&yours), shown(&model)),
            ("The bridge is [closed today]".into(), "The bridge is [open]".into())
        );
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
        fn no_word_is_lost_on_either_side(yours in "[ab c]{0,40}", model in "[ab c]{0,40}") {
            let (in_yours, in_model) = texts(&yours, &model);
            let words = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.clone()).collect::<Vec<_>>().join(" ");
            let evened = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            proptest::prop_assert_eq!((words(&in_yours), words(&in_model)), (evened(&yours), evened(&model)));
        }
    }
}
