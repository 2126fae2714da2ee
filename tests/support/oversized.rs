//! Exercises that a careless or hostile author may write: far too large, going in circles, with patterns made to be
//! slow. Each with the code it must be refused with.
//!
//! Shared by the test that looks for the refusal and the benchmark that prints how long it takes.
#![allow(dead_code, unreachable_pub, reason = "each program uses a part of it")]

use std::fmt::Write as _;

use rundown::course::files::Files;

/// A course with one exercise that must be refused.
pub struct Oversized {
    /// What is wrong with it.
    pub name: &'static str,
    /// The code of a diagnostic that must come.
    pub code: &'static str,
    /// The course.
    pub files: Files,
}

const MANIFEST: &str = "format = 1\nid = \"hostile\"\ntitle = \"Hostile\"\nversion = \"1\"\nlanguages = [\"en\"]\n\
    licence = \"CC0-1.0\"\nwords_per_minute = 150\n\n[pass]\nquiz = 80\ntest = 75\ncapstone = 70\n\n[[tracks]]\n\
    id = \"t\"\nletter = \"A\"\ntitle = \"T\"\nlessons = [\"t/l\"]\n";
const LESSON: &str = "+++\nid = \"t/l\"\nslug = \"L\"\ntitle = \"L\"\nminutes = 5\n\n[[outcomes]]\nid = \"a\"\n\
    text = \"A\"\n\n[[outcomes]]\nid = \"b\"\ntext = \"B\"\n+++\n\nText.\n";

const DEBRIEF: &str = "\n[debrief]\ntext = \"T\"\nexpert = \"E\"\n";

fn course(exercises: Vec<(&str, String)>) -> Files {
    let mut files = vec![
        ("lessons/course.toml".to_owned(), MANIFEST.as_bytes().to_vec()),
        ("lessons/house.toml".to_owned(), b"stand_in = true\n".to_vec()),
        ("lessons/glossary.toml".to_owned(), Vec::new()),
        ("lessons/t/l.md".to_owned(), LESSON.as_bytes().to_vec()),
    ];
    files.extend(exercises.into_iter().map(|(name, text)| (format!("exercises/t/{name}.toml"), text.into_bytes())));
    files.into_iter().collect()
}

fn one(name: &'static str, code: &'static str, exercise: String) -> Oversized {
    Oversized { name, code, files: course(vec![("x", exercise + DEBRIEF)]) }
}

fn head(name: &str, engine: &str) -> String {
    format!("id = \"t/{name}\"\nengine = \"{engine}\"\nlesson = \"t/l\"\ntitle = \"X\"\nminutes = 5\nbrief = \"B\"\n")
}

/// A text to be written, with rules.
fn writing(rules: &str, model: &str) -> String {
    let work = format!("[model]\ntext = \"{model}\"\n[typical]\nexpect = [\"C\"]\ntext = \"x\"\n");
    head("x", "write") + rules + &work
}

fn rule(check: &str) -> String {
    format!("[[rules]]\ncode = \"C\"\n{check}\nmessage = \"m\"\nadvice = \"a\"\n")
}

fn many(count: usize, write: impl FnMut(usize) -> String) -> String {
    (0..count).map(write).collect()
}

fn cards() -> String {
    head("x", "arrange") + "choose = [1, 2]\n" + &many(100_000, |_| "[[cards]]\nid=\"c\"\n".to_owned())
}

fn fields(count: usize) -> String {
    head("x", "form") + &many(count, |_| "[[fields]]\n".to_owned())
}

fn items() -> String {
    head("x", "desk") + &many(5_000, |_| "[[items]]\n".to_owned())
}

fn rules() -> String {
    writing(&many(800, |_| rule("check = \"words\"\nmax = 9")), "a")
}

/// The slowest that still fits: as many patterns as an exercise may have, over a text as long as its file may be.
fn slow() -> String {
    let pattern = "(a|b) * ".repeat(12) + "c";
    let list = format!("check = \"has\"\nfind = [{}]", format!("\"{pattern}\",").repeat(8));
    writing(&many(9, |_| rule(&list)), &"a b ".repeat(13_000))
}

/// More patterns than that.
fn patterns() -> String {
    let pattern = "(a|b) * ".repeat(12);
    let list = format!("check = \"has\"\nfind = [{}]", format!("\"{pattern}\",").repeat(8));
    writing(&many(45, |_| rule(&list)), &"a b ".repeat(2_000))
}

fn expressions() -> String {
    let nested = |regex: &str| rule(&format!("check = \"pattern\"\nregex = '{regex}'"));
    writing(&(nested("((((a{1,90}){1,90}){1,90}){1,90}){1,90}") + &nested(&"(".repeat(240))), "a")
}

/// Tools of which each waits for the next, and the last for the first.
fn waiting_tools() -> String {
    let tool = |at: usize| {
        let next = (at + 1) % 30;
        format!("[[tools]]\nid=\"t{at}\"\ntext=\"T\"\ncost=1\nresult=\"R\"\nneeds=[\"t{next}\"]\nstrength=\"weak\"\n")
    };
    head("x", "case") + "budget = 9\n" + &many(30, tool)
}

/// Stories whose stages are each other.
fn circle() -> Files {
    let story = |name: &str, stage: &str| {
        let head = head(name, "stages").replace("lesson = \"t/l\"\n", &format!("of = \"t/{stage}\"\n"));
        format!("{head}[[stages]]\nexercise = \"t/{stage}\"\nat = \"15:05\"\ntext = \"T\"\n")
    };
    course(vec![("x", story("x", "y")), ("y", story("y", "x")), ("z", story("z", "z"))])
}

fn nested_tables() -> String {
    let mut text = head("x", "form") + "[fields";
    text.push_str(&".a".repeat(10_000));
    text.push_str("]\nb = ");
    text.push_str(&"{a = ".repeat(3_000));
    text.push_str(&"[".repeat(20_000));
    text
}

fn nested_dots() -> String {
    let mut text = head("x", "form");
    for at in 0..350 {
        writeln!(text, "a{at}{} = 1", ".b".repeat(70)).unwrap_or_default(); // writing to a string cannot fail
    }
    text
}

fn rows() -> String {
    let row = "[\"1\", \"00:00:00:00\"],".repeat(2_500);
    head("x", "form")
        + &format!(
            "[[fields]]\nid=\"s\"\nlabel=\"S\"\nkind=\"rows\"\nrows=[1, 9]\ncode=\"C\"\ngiven_rows=[{row}]\n\
             [[fields.columns]]\nid=\"no\"\nlabel=\"N\"\nkind=\"number\"\n"
        )
}

fn marked_words() -> String {
    head("x", "mark") + &format!("unit = \"words\"\ntext = \"{}\"\n", "word ".repeat(10_000))
}

/// Returns all of them.
pub fn all() -> Vec<Oversized> {
    vec![
        one("100,000 cards", "too-large", cards()),
        one("10,000 fields", "too-large", fields(10_000)),
        one("3,000 fields", "too-many-parts", fields(3_000)),
        one("5,000 items", "too-many-parts", items()),
        one("800 rules", "too-many-parts", rules()),
        one("2,500 rows", "too-many-parts", rows()),
        one("10,000 words to mark", "too-many-parts", marked_words()),
        one("360 patterns over a long text", "too-many-parts", patterns()),
        one("72 patterns over a long text", "model-fails", slow()),
        one("expressions that grow without end", "bad-pattern", expressions()),
        one("tools that wait for each other", "unreachable", waiting_tools()),
        Oversized { name: "stages that are each other", code: "unknown-exercise", files: circle() },
        one("10,000 nested tables", "syntax", nested_tables()),
        one("350 dotted names of 70 parts", "unknown-field", nested_dots()),
        one("over 2 MiB", "too-large", head("x", "write") + &"#".repeat(2 << 20)),
    ]
}
