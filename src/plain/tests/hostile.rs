//! A course full of what would act on a terminal, read from its beginning to its end.

use super::*;

/// Copies the small course and puts a text into lesson, quiz, glossary and manifest.
fn spoilt_course(hostile: &str) -> Course {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/courses/small");
    let folder = tempfile::tempdir().unwrap();
    copy(&from, folder.path(), hostile);
    Course::folder(folder.path()).unwrap_or_else(|error| panic!("{error}"))
}

fn copy(from: &Path, to: &Path, hostile: &str) {
    for entry in std::fs::read_dir(from).unwrap() {
        let (path, name) = (entry.as_ref().unwrap().path(), entry.unwrap().file_name());
        if path.is_dir() {
            std::fs::create_dir(to.join(&name)).unwrap();
            copy(&path, &to.join(&name), hostile);
        } else {
            let text = std::fs::read_to_string(&path).unwrap();
            std::fs::write(to.join(&name), spoil(&text, hostile)).unwrap();
        }
    }
}

/// Puts the text after words that stand in lessons, options, feedback, terms and titles.
fn spoil(text: &str, hostile: &str) -> String {
    ["An angle asks one", "A field", "Small course", "The written sheet", "a person who will", "opens on"]
        .iter()
        .fold(text.to_owned(), |text, words| text.replace(words, &format!("{words} {hostile}")))
}

const EVERYWHERE: &str =
    "1\n1\n1\n\n\n2\n\n\n1\n1 2\n1\n1 2 3 4\n1 2\n1 1 2\n75\nx\n1\n\ng\n1\n\ns\nangle\n1\nq\n\n\np\n1\n\nq\n";

#[test]
fn nothing_in_a_course_acts_on_the_terminal() {
    let references = "&#27;[31m &#x202e;x &#155;2J &#0; &#7; &#x200f; &lrm; `&#27;`";
    let markup = "<script>x</script> <!-- y --> ![z](http://example.org/z.png) [a](javascript:b)";
    let raw = "\u{202e}x\u{2066}y\u{200f}z\u{feff}";
    for hostile in [references, markup, raw] {
        let mut home = Home::new();
        home.course = Arc::new(spoilt_course(&format!("{hostile} zzz")));
        home.run("Awa\nLagune\n1\n");
        let output = home.run(EVERYWHERE);
        let foreign: Vec<char> = output.chars().filter(|c| *c != '\n' && crate::text::is_foreign(*c)).collect();
        assert_eq!(foreign, [], "{hostile}");
        assert!(output.matches("zzz").count() > 5, "{output}");
        assert!(output.contains("Question 9 of 9") && output.lines().all(|l| crate::text::width(l) <= 76), "{output}");
    }
}
