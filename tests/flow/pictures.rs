//! Pictures of a lesson: as half-blocks where the terminal can, and always in words.

use std::io::Cursor;
use std::sync::Arc;

use image::{ImageFormat, Rgb, RgbImage};
use rundown::course::Course;
use rundown::course::files::Files;
use rundown::course::source::Found;
use rundown::store::Store;
use rundown::tui::theme::ThemeName;

use crate::stage::Stage;

const MANIFEST: &str = "format = 1\nid = \"c\"\ntitle = \"C\"\nversion = \"1\"\nlanguages = [\"en\"]\nlicence = \"CC0-1.0\"\n\
    words_per_minute = 150\n[pass]\nquiz = 80\ntest = 75\ncapstone = 70\n[[tracks]]\nid = \"t\"\nletter = \"A\"\n\
    title = \"T\"\nlessons = [\"t/l\"]\n";
const LESSON: &str = "+++\nid = \"t/l\"\nslug = \"L\"\ntitle = \"L\"\nminutes = 5\n[[outcomes]]\nid = \"a\"\ntext = \"A\"\n\
    [[outcomes]]\nid = \"b\"\ntext = \"B\"\n+++\n\nBefore.\n\n![The bridge at Kolombé](bridge.png)\n\nAfter.\n";

/// Sky over a river, 40 points wide and 20 high.
fn bridge() -> Vec<u8> {
    let point = |_, y| if y < 10 { Rgb([120, 160, 220]) } else { Rgb([90, 70, 40]) };
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_fn(40, 20, point).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn reading(picture: Vec<u8>) -> Stage {
    let files = [
        ("lessons/course.toml", MANIFEST.into()),
        ("lessons/house.toml", b"stand_in = true\n".to_vec()),
        ("lessons/glossary.toml", Vec::new()),
        ("lessons/t/l.md", LESSON.into()),
        ("lessons/t/bridge.png", picture),
    ];
    let files: Files = files.into_iter().map(|(path, bytes)| (path.to_owned(), bytes)).collect();
    let course = Course::from_files(files, Found::default(), "memory").unwrap();
    let mut stage = Stage::with(&Arc::new(Store::memory().unwrap()), &Arc::new(course), (80, 24));
    stage.keys("Awa<enter>Lagune<f10><enter>");
    stage
}

/// How many half-blocks are on the screen.
fn blocks(stage: &Stage) -> usize {
    stage.text().matches('▀').count()
}

#[test]
fn a_picture_is_shown_over_its_words() {
    let stage = reading(bridge());
    let text = stage.text();
    assert_eq!(blocks(&stage), 40 * 10, "{text}");
    assert!(stage.colours().contains("#78A0DC #78A0DC") && stage.colours().contains("#5A4628 #5A4628"));
    let picture = text.find('▀').unwrap();
    assert!(text.find("Before.").unwrap() < picture && picture < text.find("Picture: The bridge at Kolombé").unwrap());
}

#[test]
fn where_colours_or_signs_are_missing_there_are_words() {
    let mut stage = reading(bridge());
    for theme in ThemeName::ALL {
        assert_eq!(stage.app.appearance().0, theme);
        let shows = !matches!(theme, ThemeName::Sixteen | ThemeName::NoColour);
        assert_eq!(blocks(&stage) > 0, shows, "{theme:?}");
        assert!(stage.text().contains("Picture: The bridge at Kolombé"));
        stage.keys("<f9>");
    }
    stage.keys("<f8><down><down><right><esc>");
    assert!(!stage.app.appearance().1 && blocks(&stage) == 0);
}

#[test]
fn what_cannot_be_decoded_is_told_in_words() {
    let mut damaged = bridge();
    damaged.truncate(50);
    for bytes in [damaged, b"no picture".to_vec(), Vec::new()] {
        let stage = reading(bytes);
        assert!(blocks(&stage) == 0 && stage.text().contains("Picture: The bridge at Kolombé"), "{}", stage.text());
    }
}
