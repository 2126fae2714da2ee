//! Lines: nothing is lost, nothing is too wide, right to left stays in the order in which it is read.

use proptest::prelude::*;

use super::super::fonts::{Fonts, Weight};
use super::super::setting::{Line, Style, set};

const STYLE: Style = Style { weight: Weight::Regular, size: 10.0, grey: 0.0 };

fn lines(text: &str, width: f32) -> Vec<Line> {
    set(&mut Fonts::default(), text, STYLE, width)
}

#[test]
fn words_go_to_the_next_line_where_there_is_no_room() {
    assert_eq!(lines("one two three", 500.0).len(), 1);
    assert_eq!(lines("one two three", 50.0).len(), 2);
    assert!(lines("gathering/news-judgement", 90.0).len() > 1);
    assert_eq!(lines("", 60.0).len(), 1);
}

#[test]
fn arabic_begins_on_the_right_and_numbers_in_it_do_not_turn_round() {
    let line = lines("محمد 12 الأمين", 500.0).remove(0);
    assert!(line.is_rtl);
    let places: Vec<f32> = line.pieces.iter().map(|(place, _)| *place).collect();
    let (first, last) = (places[0], places[places.len() - 1]);
    assert!(first > last, "{places:?}");
    assert!(lines("Awa محمد", 500.0).iter().all(|line| !line.is_rtl));
}

#[test]
fn arabic_letters_are_joined() {
    let width = |text: &str| lines(text, 500.0)[0].width;
    let apart: f32 = ["م", "ح", "م", "د"].into_iter().map(width).sum();
    assert!((width("محمد") - apart).abs() > 1.0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_line_is_wider_than_it_may_be(text in "[a-zé/ -]{0,30}[محد ]{0,12}[ab中 -]{0,20}", width in 60.0f32..300.0) {
        let text = crate::text::one_line(&text);
        for line in lines(&text, width) {
            prop_assert!(line.width <= width + 0.1, "{} > {width}", line.width);
        }
    }
}
