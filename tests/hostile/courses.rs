//! Courses in memory around one hostile text.

use std::path::Path;
use std::sync::Arc;

use rundown::course::Course;
use rundown::course::files::Files;
use rundown::course::source::Found;

/// Takes files from memory; says why where they are no course.
pub(crate) fn course(files: Vec<(String, Vec<u8>)>) -> Result<Arc<Course>, String> {
    let files: Files = files.into_iter().collect();
    Course::from_files(files, Found::default(), "memory").map(Arc::new).map_err(|error| error.to_string())
}

/// A course of one lesson with a text.
pub(crate) fn of_lesson(text: &str) -> Result<Arc<Course>, String> {
    let manifest = "format = 1\nid = \"hostile\"\ntitle = \"Hostile\"\nversion = \"1\"\nlanguages = [\"en\"]\n\
        licence = \"CC0-1.0\"\nwords_per_minute = 150\n\n[pass]\nquiz = 80\ntest = 75\ncapstone = 70\n\n[[tracks]]\n\
        id = \"t\"\nletter = \"A\"\ntitle = \"T\"\nlessons = [\"t/l\"]\n";
    let lesson = format!(
        "+++\nid = \"t/l\"\nslug = \"L\"\ntitle = \"L\"\nminutes = 5\n\n[[outcomes]]\nid = \"a\"\ntext = \"A\"\n\n\
         [[outcomes]]\nid = \"b\"\ntext = \"B\"\n+++\n\n{text}"
    );
    course(vec![
        ("lessons/course.toml".to_owned(), manifest.into()),
        ("lessons/house.toml".to_owned(), b"stand_in = true\n".to_vec()),
        ("lessons/glossary.toml".to_owned(), Vec::new()),
        ("lessons/t/l.md".to_owned(), lesson.into_bytes()),
    ])
}

/// The small course in its first language, with a text after the words of every field that people read.
pub(crate) fn spoilt(hostile: &str) -> Arc<Course> {
    let spoilt = files("small").into_iter().map(|(path, text)| {
        let text =
            if path.strip_suffix(".md").is_some() { spoil_lesson(&text, hostile) } else { spoil_toml(&text, hostile) };
        (path, text.into_bytes())
    });
    course(spoilt.collect()).unwrap_or_else(|why| panic!("{hostile:?}: {why}"))
}

/// The files of a course of the tests, without its translations.
fn files(name: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/courses").join(name);
    let (mut files, mut folders) = (Vec::new(), vec![root.join("lessons")]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let relative = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
            if path.is_dir() {
                folders.push(path);
            } else if !relative.contains(".fr.") {
                files.push((relative, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files
}

/// What people read, and nothing that a rule reads.
const READ: [&str; 16] = [
    "title",
    "text",
    "term",
    "prompt",
    "why",
    "feedback",
    "right_feedback",
    "otherwise",
    "hints",
    "unit",
    "caption",
    "alt",
    "exchange",
    "contact",
    "answer",
    "licence",
];

fn spoil_toml(text: &str, hostile: &str) -> String {
    let mut table: toml::Table = text.parse().unwrap();
    if table.contains_key("languages") {
        table.insert("languages".to_owned(), vec!["en"].into());
    }
    spoil_table(&mut table, hostile);
    table.to_string()
}

fn spoil_table(table: &mut toml::Table, hostile: &str) {
    // Its texts hold the marks of the key.
    let is_mark = table.get("kind").and_then(toml::Value::as_str) == Some("mark");
    for (key, value) in table.iter_mut() {
        let is_read = READ.contains(&key.as_str()) && !(is_mark && key == "text");
        spoil_value(value, is_read, hostile);
    }
}

fn spoil_value(value: &mut toml::Value, is_read: bool, hostile: &str) {
    match value {
        toml::Value::String(text) if is_read => *text = format!("{text} {hostile} zzz"),
        toml::Value::Array(all) => all.iter_mut().for_each(|value| spoil_value(value, is_read, hostile)),
        toml::Value::Table(table) => spoil_table(table, hostile),
        toml::Value::String(_)
        | toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_) => {}
    }
}

/// Spoils the front matter, the blocks that hold TOML, and the lines of every other construct.
fn spoil_lesson(text: &str, hostile: &str) -> String {
    let mut parts = text.splitn(3, "+++\n");
    let (_, front, body) = (parts.next(), parts.next().unwrap(), parts.next().unwrap());
    let inside = hostile.replace(['\n', '\r'], " ");
    let mut spoilt = Vec::new();
    let mut toml: Option<Vec<&str>> = None;
    for line in body.lines() {
        match &mut toml {
            Some(block) if line == "```" || line == "---" => {
                spoilt.push(spoil_toml(&block.join("\n"), hostile).trim_end().to_owned());
                spoilt.push(line.to_owned());
                toml = None;
            }
            Some(block) => block.push(line),
            None if line == "```question" || line == "```figure" => {
                spoilt.push(line.to_owned());
                toml = Some(Vec::new());
            }
            None if line.is_empty() || line.contains(['`', '{']) || line.starts_with("|-") => {
                spoilt.push(line.to_owned());
            }
            None => spoilt.push(format!("{} {inside} zzz", line.trim_end_matches('|'))),
        }
    }
    let spoilt = spoilt.join("\n");
    format!("+++\n{}+++\n{spoilt}", spoil_toml(front, hostile))
}
