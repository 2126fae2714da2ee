//! What trainers write is read with its times, and what no day can hold is refused with its line.

use std::path::Path;

use super::*;

fn pages() -> Pages {
    let id = |text| LessonId::new(text).unwrap();
    Pages([("A1".to_owned(), id("a/one")), ("B2".to_owned(), id("b/two")), ("B3".to_owned(), id("b/three"))].into())
}

fn shown(agenda: &[AgendaItem]) -> Vec<String> {
    let line = |item: &AgendaItem| {
        let lessons: String = item.lessons.iter().flat_map(|lesson| [" ", lesson.as_str()]).collect();
        let pause = if item.pause { " (break)" } else { "" };
        format!("{} {} {}' {}{lessons}{pause}", item.day, hhmm(item.at), item.minutes, item.title)
    };
    agenda.iter().map(line).collect()
}

const WRITTEN: [&str; 4] =
    ["1 08:30 10' Opening", "1 08:40 50' Sheets b/two b/three", "1 09:30 20' Break (break)", "2 10:00 30' Pitch a/one"];

#[test]
fn toml_and_tables_say_the_same_and_leave_out_what_follows() {
    let toml = "start = \"08:30\"\n[[box]]\nminutes = 10\ntitle = \"Opening\"\n\n\
        [[box]]\nminutes = 50\ntitle = \"Sheets\"\nlessons = [\"B2\", \"b/three\"]\n\n\
        [[box]]\nminutes = 20\ntitle = \"Break\"\nbreak = true\n\n\
        [[box]]\nday = 2\nat = \"10:00\"\nminutes = 30\ntitle = \"Pitch\"\nlessons = [\"a1\"]\n";
    assert_eq!(shown(&from_toml(toml, &pages()).unwrap()), WRITTEN);
    let english = "day,at,minutes,title,lessons,break\n1,8:30,10,Opening,,\n,,50,Sheets,\"B2, b/three\",no\n,,20,Break,,x\n2,10:00,30,Pitch,A1,\n";
    let french = "\u{feff}Jour;Heure;Durée;Titre;Leçons;Pause\r\n1;8h30;10;Opening;;non\r\n\r\n;;50;Sheets;B2 B3;\r\n;;20;Break;;oui\r\n2;10h;30;Pitch;A1;\r\n";
    for table in [english, french] {
        assert_eq!(shown(&from_csv(table.as_bytes(), &pages()).unwrap()), WRITTEN, "{table}");
    }
}

#[test]
fn what_is_written_is_read_back_as_it_was() {
    let text = "[[box]]\nminutes = 10\ntitle = \"“Quotes”, \\\"marks\\\" and \\\\ too\"\n[[box]]\nminutes = 50\ntitle = \"x\"\nlessons = [\"B2\"]\n[[box]]\nminutes = 5\ntitle = \"y\"\nbreak = true";
    let agenda = from_toml(text, &pages()).unwrap();
    assert_eq!(from_toml(&to_toml(&agenda, &pages()), &pages()).unwrap(), agenda);
}

#[test]
fn every_fault_names_its_line_and_what_to_do() {
    let boxed = |rest: &str| format!("[[box]]\nminutes = 10\ntitle = \"One\"\n\n[[box]]\n{rest}\n");
    let cases = [
        (String::new(), "line 1: there is no box"),
        (boxed("minutes = 5"), "line 5: it cannot be read: missing field `title`"),
        (boxed("minutes = 5\ntitle = \"x\"\nlesson = 1"), "line 8: it cannot be read: unknown field `lesson`"),
        (boxed("minutes = 5\ntitle = \"x\"\nat = \"9.75\""), "line 8: `9.75` is no time"),
        (boxed("minutes = 0\ntitle = \"x\""), "line 5: `0` is no number of minutes"),
        (boxed("minutes = 5\ntitle = \" \""), "line 5: the title is empty"),
        (boxed("minutes = 5\ntitle = \"x\"\nday = 0"), "line 5: `0` is no day"),
        (boxed("minutes = 5\ntitle = \"x\"\nlessons = [\"Z9\"]"), "line 5: the course has no lesson `Z9`"),
        (boxed("minutes = 5\ntitle = \"x\"\nat = \"09:05\""), "line 5: it begins at 09:05, before “One” ends at 09:10"),
        (boxed("minutes = 90\ntitle = \"x\"\nat = \"23:00\""), "line 5: it ends after midnight"),
        ("[[box]\n".to_owned(), "line 1: it cannot be read"),
        ("[[box]]\nminutes = 1\ntitle = \"x\"\n".repeat(MOST + 1), "box 500 and one more"),
    ];
    for (text, expected) in cases {
        let said = from_toml(&text, &pages()).unwrap_err().to_string();
        assert!(said.contains(expected), "{said}\n{text}");
    }
    let tables = [
        ("day,title\n1,x", "line 1: there is no column `minutes`"),
        ("minutes,title\n5,x\nfive,y", "line 3: `five` is no number of minutes"),
        ("minutes,title,day\n5,x,Monday", "line 2: `Monday` is no day"),
        ("minutes,title,at\n5,x,noon", "line 2: `noon` is no time"),
        ("minutes,title", "line 1: there is no box"),
        ("PK\u{3}\u{4}", "save it as CSV"),
    ];
    for (text, expected) in tables {
        let said = from_csv(text.as_bytes(), &pages()).unwrap_err().to_string();
        assert!(said.contains(expected), "{said}\n{text}");
    }
}

#[test]
fn times_are_read_as_people_write_them() {
    let cases = [("09:30", Some(570)), ("9h", Some(540)), ("9.05", Some(545)), ("24:00", None), ("0930", None)];
    for (text, expected) in cases {
        assert_eq!(minute(text), expected, "{text}");
    }
}

#[test]
fn the_guides_of_the_course_become_days_with_breaks() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let course = Course::folder(root).unwrap();
    let pages = Pages::of(&course);
    let words = course.words(&crate::id::Lang::english());
    let read = |file: &str| {
        let text = String::from_utf8(course.file(file).unwrap().to_vec()).unwrap();
        from_guide(&text, words.as_ref(), &pages, START)
    };
    let three = read("lessons/workshops/trainer.three-days.md").unwrap();
    let ends = |day| three.iter().filter(|item| item.day == day).map(|item| hhmm(item.at + item.minutes)).next_back();
    assert_eq!([1, 2, 3].map(ends), ["16:00", "16:00", "16:00"].map(|end| Some(end.to_owned())));
    let lunch = three.iter().find(|item| item.title == "Lunch").unwrap();
    assert_eq!((lunch.day, lunch.pause, lunch.minutes), (1, true, 60));
    let swap = three.iter().find(|item| item.title.contains("swap")).unwrap();
    assert_eq!((swap.title.as_str(), swap.lessons.len()), ("B2 and B3 Dopesheet, shotlist, swap", 2));
    let half = read("lessons/workshops/trainer.half-day.md").unwrap();
    assert_eq!(
        half.iter().find(|item| item.pause).map(|item| (item.title.as_str(), item.minutes)),
        Some(("Break", 20))
    );
    assert!(read("lessons/workshops/trainer.six-weeks.md").is_none());
    for track in ["gathering", "exchange", "checking"] {
        assert!(read(&format!("lessons/{track}/trainer.md")).is_some(), "{track}");
    }
}
