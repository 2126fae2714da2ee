//! A trainer's day at the command line: sticks with good and bad files, names that look alike, a key that was wrong, who
//! was there, what goes home in the evening, and the end of a cohort.
//!
//! `RUNDOWN_MERGE="1000 1000 20" cargo test --release --test cohort -- --nocapture whatever` is the full run of files,
//! events and kills that CI makes small; it prints what it proved.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

#[path = "cohort/merge.rs"]
mod merge;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use rundown::assess::{Grade, Response, grade_response, key_response};
use rundown::clock::Timestamp;
use rundown::course::{Course, Question};
use rundown::id::{
    AttemptId, CohortId, EnrolmentId, Lang, LearnerId, LessonId, OptionId, QuestionRef, QuizId, SectionId, WriterId,
};
use rundown::journal::event::{Answer, EventId};
use rundown::journal::file::{Header, OfCourse, Person, Writer};
use rundown::journal::planning::{Half, HalfDay};
use rundown::journal::{AskedQuestion, Author, Body, Event, Stored, Via};

fn course_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/courses/small")
}

fn course() -> Course {
    Course::folder(&course_folder()).unwrap()
}

fn lesson() -> LessonId {
    LessonId::new("exchange/second-lesson").unwrap()
}

fn command(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rundown"));
    command.args(args).args(["--course", course_folder().to_str().unwrap(), "--lang", "en"]);
    command.env("RUNDOWN_HOME", home).env("LANG", "en_US.UTF-8").env_remove("LC_ALL").env_remove("RUNDOWN_PASSPHRASE");
    command
}

fn run(home: &Path, args: &[&str]) -> Output {
    command(home, args).stdin(Stdio::null()).output().unwrap()
}

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[track_caller]
fn expect(output: &Output, status: i32, said: &str) -> String {
    let told = told(output);
    assert_eq!(output.status.code(), Some(status), "{told}");
    assert!(told.contains(said), "no `{said}` in: {told}");
    told
}

/// The history of one learner of a made-up room: one whole try at one quiz, all right or all wrong.
struct Made {
    learner: LearnerId,
    name: String,
    events: Vec<Event>,
    asked: Vec<AskedQuestion>,
}

impl Made {
    fn new(number: u128, name: &str) -> Self {
        let mut made = Self {
            learner: LearnerId::from_bits(number),
            name: name.to_owned(),
            events: Vec::new(),
            asked: Vec::new(),
        };
        let (course, version) = (course().manifest().id.clone(), "1".to_owned());
        made.say(Body::Enrolled { course, version });
        made
    }

    fn say(&mut self, body: Body) {
        let lamport = self.events.len() as u64 + 1;
        self.events.push(Event {
            id: EventId { writer: WriterId::from_bits(self.learner.bits()), seq: lamport },
            lamport,
            subject: self.learner,
            author: Author::Learner,
            enrolment: EnrolmentId::from_bits(self.learner.bits()),
            via: Via::Screen,
            lang: Lang::english(),
            at: Timestamp(1_800_000_000_000 + i64::try_from(lamport).unwrap() * 60_000),
            pair: None,
            body,
        });
    }

    fn sits(mut self, knows: bool) -> Self {
        let quiz = course().quiz(&lesson(), &Lang::english()).unwrap();
        let attempt = AttemptId::from_bits(self.learner.bits());
        let questions: Vec<&Question> = quiz.slots.iter().map(rundown::course::question::Slot::first).collect();
        let at = |question: &Question| QuestionRef { lesson: lesson(), question: question.id.clone() };
        let drawn = questions.iter().map(|question| at(question)).collect();
        self.say(Body::AttemptStarted { attempt, quiz: QuizId::Lesson(lesson()), questions: drawn });
        let mut grades = Vec::new();
        for question in questions {
            let response = if knows { key_response(question) } else { wrong() };
            let grade = grade_response(question, &response).grade;
            grades.push(grade);
            let answer = Answer {
                question: at(question),
                slot: question.id.clone(),
                text_hash: question.text_hash(),
                key_hash: question.key_hash(),
                shown: Vec::new(),
                response,
                grade,
                critical: question.critical,
                hints: 0,
                millis: 4_000,
                confident: None,
            };
            self.say(Body::Answered { attempt, answer });
            let (key_hash, text_hash) = (question.key_hash(), question.text_hash());
            let question = question.clone();
            self.asked.push(AskedQuestion { key_hash, lang: Lang::english(), question, text_hash });
        }
        let (grade, passed) = (Grade::mean(grades), knows);
        self.say(Body::AttemptFinished { attempt, grade, critical_missed: Vec::new(), passed });
        self
    }

    fn reads(mut self, events: usize) -> Self {
        for count in 0..events {
            let section = SectionId::new(&format!("part-{}", count % 7)).unwrap();
            self.say(Body::SectionSeen { lesson: lesson(), section });
        }
        self
    }

    fn bytes(&self) -> Vec<u8> {
        let person = Person { lang: Lang::english(), member: "Lagune TV".to_owned(), name: self.name.clone() };
        let courses = vec![OfCourse { id: course().manifest().id.clone(), version: "1".to_owned() }];
        let mut bytes = Vec::new();
        let header = Header::new(self.learner, person, courses, Timestamp(1_800_000_000_000));
        let mut file = Writer::begin(&mut bytes, &header).unwrap();
        self.asked.iter().for_each(|asked| file.question(asked).unwrap());
        let stored = |event: &Event| Stored::new(event.clone()).unwrap();
        self.events.iter().for_each(|event| file.event(stored(event).bytes()).unwrap());
        file.end(None).unwrap();
        bytes
    }

    fn write(&self, path: &Path) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, self.bytes()).unwrap();
    }
}

fn wrong() -> Response {
    Response::Chosen(Some(OptionId::new("wrong").unwrap()))
}

/// A home with a cohort, and a stick with two good files.
fn room(folder: &Path) -> (PathBuf, PathBuf) {
    let (home, stick) = (folder.join("home"), folder.join("stick"));
    Made::new(1, "Awa Diop").sits(true).write(&stick.join("a/b/awa.rundown"));
    Made::new(2, "Issa Ba").sits(false).write(&stick.join("issa.rundown"));
    expect(&run(&home, &["cohort", "new", "Dakar", "--trainer", "Zoé Ba", "--from", "2027-03-16"]), 0, "Dakar");
    (home, stick)
}

fn collected(folder: &Path) -> PathBuf {
    let (home, stick) = room(folder);
    expect(&run(&home, &["cohort", "collect", stick.to_str().unwrap(), "--add"]), 0, "2 learners added");
    home
}

#[test]
fn a_stick_is_read_to_its_depth_and_what_is_bad_keeps_nothing_good_out() {
    let folder = tempfile::tempdir().unwrap();
    let (home, stick) = room(folder.path());
    let whole = Made::new(3, "Zoé Sow").sits(true).bytes();
    fs::write(stick.join("cut.rundown"), &whole[..whole.len() - 200]).unwrap();
    fs::write(stick.join("bad.rundown"), b"no file of ours\n").unwrap();
    fs::create_dir(stick.join(".trash")).unwrap();
    fs::write(stick.join(".trash/old.rundown"), b"hidden\n").unwrap();
    let said = expect(&run(&home, &["cohort", "collect", stick.to_str().unwrap()]), 1, "bad.rundown");
    for word in ["Awa Diop", "Issa Ba", "The file is cut", "Not in Dakar yet", "4 progress files", "rundown cohort add"]
    {
        assert!(said.contains(word), "{word}: {said}");
    }
    assert!(!said.contains(".trash"), "{said}");
    expect(&run(&home, &["cohort", "collect", stick.to_str().unwrap(), "--add"]), 1, "3 learners added");
    let again = expect(&run(&home, &["cohort", "collect", stick.to_str().unwrap()]), 1, "");
    assert!(!again.contains("Not in Dakar"), "{again}");
    let shown = expect(&run(&home, &["cohort", "show"]), 0, "Awa Diop");
    assert!(shown.contains("1 quiz passed") && shown.contains("0 quizzes passed"), "{shown}");
    expect(&run(&home, &["cohort", "remove", "Issa Ba"]), 0, "2 in all");
    expect(&run(&home, &["cohort", "add", "Issa Ba", "Awa Diop"]), 0, "1 learner added");
    expect(&run(&home, &["learner", "list"]), 0, "Issa Ba");
    assert!(!told(&run(&home, &["learner", "list"])).contains("Dakar"));
}

#[test]
fn names_that_look_alike_are_offered_for_joining_and_never_joined() {
    let folder = tempfile::tempdir().unwrap();
    let home = collected(folder.path());
    let other = folder.path().join("other/awa.rundown");
    Made::new(9, "\u{410}wa  DIOP").sits(true).write(&other);
    let said = expect(&run(&home, &["cohort", "collect", other.to_str().unwrap(), "--add"]), 0, "look alike");
    let join = format!("rundown learner join {} {}", LearnerId::from_bits(1), LearnerId::from_bits(9));
    assert!(said.contains(&join), "{said}");
    assert_eq!(told(&run(&home, &["cohort", "show"])).matches("wa ").count(), 2, "two people still");
    let ids = [1, 9].map(|number| LearnerId::from_bits(number).to_string());
    let apart = ["cohort", "apart", ids[1].as_str(), ids[0].as_str()];
    assert!(said.contains(&format!("rundown cohort apart {} {} --cohort", ids[0], ids[1])), "{said}");
    expect(&run(&home, &apart), 0, "are two people");
    expect(&run(&home, &["cohort", "show"]), 0, "Two people: Awa Diop");
    let again = ["cohort", "collect", other.to_str().unwrap()];
    assert!(!told(&run(&home, &again)).contains("look alike"), "what was said once is not asked again");
    expect(&run(&home, &[&apart[..], &["--undo"]].concat()), 0, "may be one person");
    expect(&run(&home, &again), 0, "look alike");
    expect(&run(&home, &["cohort", "apart", &ids[0], &ids[0]]), 2, "name two learners");
    expect(&run(&home, &apart), 0, "are two people");
    expect(&run(&home, &["learner", "join", &ids[0], &ids[1]]), 0, "");
    let shown = told(&run(&home, &["cohort", "show"]));
    assert!(!shown.contains("Two people:"), "who is joined later is one person: {shown}");
}

#[test]
fn a_wrong_key_is_corrected_for_all_and_for_who_comes_later_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let home = collected(folder.path());
    let quiz = course().quiz(&lesson(), &Lang::english()).unwrap();
    let first = quiz.slots[0].first().id.clone();
    let question = format!("{}#{first}", lesson());
    expect(&run(&home, &["cohort", "regrade", &question, "--key", "nothing"]), 2, "no option");
    expect(&run(&home, &["cohort", "regrade", "exchange/second-lesson#nothing", "--void"]), 2, "no question");
    let rest: Vec<String> = quiz.slots.iter().map(|slot| format!("{}#{}", lesson(), slot.first().id)).collect();
    for question in &rest {
        let args = ["cohort", "regrade", question, "--all-right", "--reason", "Both are right"];
        expect(&run(&home, &args), 0, "2 answers are worth");
    }
    let shown = expect(&run(&home, &["cohort", "show"]), 0, "Both are right");
    assert!(!shown.contains("0 quizzes passed"), "{shown}");
    let later = folder.path().join("later.rundown");
    Made::new(5, "Fatou Fall").sits(false).write(&later);
    let count = format!("{} answers are worth", rest.len());
    expect(&run(&home, &["cohort", "collect", later.to_str().unwrap(), "--add"]), 0, &count);
    let ids: Vec<&str> = shown.lines().filter_map(|line| line.rsplit_once('(')?.1.strip_suffix(')')).collect();
    assert_eq!(ids.len(), rest.len());
    for id in ids {
        expect(&run(&home, &["cohort", "regrade", "--undo", id]), 0, "3 answers are worth");
        expect(&run(&home, &["cohort", "regrade", "--undo", id]), 2, "taken back already");
    }
    expect(&run(&home, &["cohort", "show"]), 0, "0 quizzes passed");
}

#[test]
fn who_was_there_is_ticked_and_signed_and_makes_the_hours() {
    let folder = tempfile::tempdir().unwrap();
    let (home, stick) = room(folder.path());
    let cohort = told(&run(&home, &["cohort", "list"])).split_whitespace().next().unwrap().parse::<CohortId>().unwrap();
    let mut signed = Made::new(3, "Zoé Sow");
    let when = HalfDay { date: "2027-03-17".parse().unwrap(), half: Half::Morning };
    signed.say(Body::SignedIn { cohort, when });
    signed.write(&stick.join("zoe.rundown"));
    expect(&run(&home, &["cohort", "collect", stick.to_str().unwrap(), "--add"]), 0, "3 learners added");
    expect(&run(&home, &["cohort", "attend", "2027-03-16", "morning", "--all"]), 0, "3 learners were there");
    expect(&run(&home, &["cohort", "attend", "2027-03-16", "morning", "Issa Ba", "--absent"]), 0, "not there");
    let shown = told(&run(&home, &["cohort", "show"]));
    let hours = |name: &str| shown.lines().find(|line| line.contains(name)).unwrap().contains("6 h");
    assert!(hours("Zoé Sow") && !hours("Awa Diop"), "{shown}");
    assert!(shown.lines().any(|line| line.contains("Issa Ba") && line.contains("0 h")), "{shown}");
    expect(&run(&home, &["cohort", "attend", "2027-13-16", "morning", "--all"]), 2, "is no day");
}

#[test]
fn a_sign_in_sheet_has_the_cohorts_people_their_stations_and_its_half_days() {
    let folder = tempfile::tempdir().unwrap();
    let home = collected(folder.path());
    let sheet = |args: &[&str], file: &str| {
        let to = folder.path().join(file);
        let args = [&["print", "sign-in", "-o", to.to_str().unwrap()], args].concat();
        expect(&run(&home, &args), 0, "");
        fs::read(to).unwrap()
    };
    let page = String::from_utf8(sheet(&["--cohort", "dakar", "--rows", "2"], "sign.html")).unwrap();
    for word in ["Awa Diop", "Issa Ba", "Lagune TV", "2027-03-16 morning", "2027-03-16 afternoon", "Dakar"] {
        assert!(page.contains(word), "{word}: {page}");
    }
    assert!(page.find("Awa Diop") < page.find("Issa Ba") && !page.contains("2027-03-17"));
    if cfg!(feature = "pdf") {
        assert!(sheet(&["--cohort", "dakar", "Second day"], "sign.pdf").starts_with(b"%PDF"));
    } else {
        let pdf = folder.path().join("sign.pdf");
        expect(
            &run(&home, &["print", "sign-in", "--cohort", "dakar", "-o", pdf.to_str().unwrap()]),
            2,
            "writes no PDF",
        );
    }
    expect(&run(&home, &["print", "quiz", "--cohort", "dakar", "-o", "-", "--format", "html"]), 2, "sign-in sheet");
    expect(&run(&home, &["print", "sign-in", "--cohort", "Lomé", "-o", "-", "--format", "html"]), 2, "no cohort");
}

#[test]
fn a_report_is_written_as_the_name_of_its_file_ends_and_a_plan_loses_its_days() {
    let folder = tempfile::tempdir().unwrap();
    let home = collected(folder.path());
    let begins: [(&str, &[u8]); 2] = [("funder.html", b"<!"), ("funder.csv", b"\xef\xbb\xbf")];
    for (name, start) in begins {
        let to = folder.path().join(name);
        expect(&run(&home, &["cohort", "report", "--what", "funder", "-o", to.to_str().unwrap()]), 0, "");
        let written = fs::read(to).unwrap();
        assert!(written.starts_with(start), "{name}: {:?}", String::from_utf8_lossy(&written));
    }
    expect(&run(&home, &["cohort", "plan", "--no-days", "--from", "2027-03-16"]), 2, "--from");
    let told = run(&home, &["cohort", "plan", "--no-days"]);
    expect(&told, 0, "Dakar");
    assert!(!String::from_utf8_lossy(&told.stdout).contains("2027-03-16"));
}

#[test]
fn in_the_evening_everything_is_backed_up_locked_and_packed() {
    let folder = tempfile::tempdir().unwrap();
    let home = collected(folder.path());
    let (out, pass) = (folder.path().join("evening"), folder.path().join("pass"));
    fs::write(&pass, "lagune\n").unwrap();
    expect(&run(&home, &["trainer", "key", "new", "--name", "Lagune TV Academy"]), 0, "");
    let (out_text, pass_text) = (out.to_str().unwrap(), pass.to_str().unwrap());
    let args = ["cohort", "evening", "-o", out_text, "--passphrase-file", pass_text];
    expect(&run(&home, &args), 0, "Folders to take home: 2; certificates: 0");
    let packed: Vec<_> = fs::read_dir(out.join("take-home")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(packed.iter().all(|own| own.join("progress.rundown").exists() && own.join("report.html").exists()));
    assert_eq!((packed.len(), fs::read_dir(home.join("backups")).unwrap().count()), (2, 1));
    let locked = out.join("co-trainer.locked");
    let bytes = fs::read(&locked).unwrap();
    assert!(!bytes.windows(8).any(|part| part == b"Awa Diop"), "a name can be read in the locked copy");

    let other = folder.path().join("other");
    let open = ["cohort", "evening", "--open", locked.to_str().unwrap(), "--passphrase-file", pass_text];
    // What is refused is at the end; the cohort and Awa Diop stand before it.
    let changed = [&bytes[..bytes.len() - 1], &[bytes[bytes.len() - 1] ^ 1]].concat();
    for (wrong, status) in [(&bytes[..bytes.len() - 9], 2), (changed.as_slice(), 2), (&bytes[..20], 1)] {
        fs::write(&locked, wrong).unwrap();
        let refused = run(&other, &open);
        expect(&refused, status, if status == 2 { "nothing of it came in" } else { "no co-trainer's copy" });
        assert!(!told(&run(&other, &["learner", "list"])).contains("Awa"), "something came in");
    }
    fs::write(&locked, &bytes).unwrap();
    expect(&run(&other, &open), 0, "Awa Diop");
    assert_eq!(told(&run(&other, &["cohort", "show"])), told(&run(&home, &["cohort", "show"])));
    fs::write(&pass, "wrong\n").unwrap();
    expect(&run(&other, &open), 2, "passphrase is wrong");
    let certified = run(&home, &["cohort", "certify", "-o", folder.path().join("certificates").to_str().unwrap()]);
    expect(&certified, 0, "0 of 2 certified");
    expect(&certified, 0, "Awa Diop is not done");
}

/// Whether a text stands in a byte of any file below a folder.
fn holds(folder: &Path, text: &str) -> bool {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).any(|path| {
        if path.is_dir() {
            return holds(&path, text);
        }
        fs::read(&path).unwrap().windows(text.len()).any(|part| part == text.as_bytes())
    })
}

#[test]
fn at_the_end_nobody_is_left_and_totals_stay_if_the_trainer_wishes() {
    let folder = tempfile::tempdir().unwrap();
    let home = collected(folder.path());
    expect(&run(&home, &["learner", "add", "--name", "Somebody else"]), 0, "");
    expect(&run(&home, &["cohort", "attend", "2027-03-16", "morning", "--all"]), 0, "2 learners");
    assert!(holds(&home, "Awa Diop"), "the check can fail");
    expect(&run(&home, &["cohort", "delete", "--with-learners", "--keep-totals"]), 2, "--yes");
    let delete = ["cohort", "delete", "--with-learners", "--keep-totals", "--yes"];
    expect(&run(&home, &delete), 0, "Dakar is deleted");
    let listed = expect(&run(&home, &["cohort", "list"]), 0, "Dakar");
    assert!(listed.contains("0 learners") && listed.lines().count() == 1, "{listed}");
    let learners = told(&run(&home, &["learner", "list"]));
    assert!(learners.contains("Somebody else") && learners.lines().count() == 1, "{learners}");
    assert!(!holds(&home, "Awa Diop") && !holds(&home, "Issa Ba"));
    expect(&run(&home, &["cohort", "delete", "--yes"]), 0, "deleted");
    assert_eq!(told(&run(&home, &["cohort", "list"])), "");
}

#[test]
fn a_test_is_locked_with_a_code_that_this_home_alone_remembers() {
    let folder = tempfile::tempdir().unwrap();
    let (home, _) = room(folder.path());
    let lock = |more: &[&str]| run(&home, &[&["cohort", "lock"], more].concat());
    expect(&lock(&["test/none"]), 2, "\n  test/course");
    expect(&lock(&["course", "--code", "a b"]), 2, "at least 4 letters");
    let made = lock(&["course"]);
    expect(&made, 0, "test/course opens with this code for Dakar");
    let code = String::from_utf8(made.stdout).unwrap().trim().to_owned();
    assert_eq!(code.len(), "badoru-kimafo".len(), "{code}");
    expect(&run(&home, &["cohort", "show", "--codes"]), 0, &format!("test/course  {code}"));
    expect(&run(&home, &["cohort", "show"]), 0, "test/course");
    assert!(!told(&run(&home, &["cohort", "show"])).contains(&code), "only who asks for codes sees them");
    let codes = home.join("test-codes.json");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&codes).unwrap().permissions().mode() & 0o777, 0o600);
    }
    expect(&run(&home, &["backup", "-o", folder.path().join("backup.db").to_str().unwrap()]), 0, "");
    fs::remove_file(&codes).unwrap();
    assert!(!holds(folder.path(), &code), "the code stands nowhere else");
    expect(&run(&home, &["cohort", "show", "--codes"]), 0, "set a new one");
    expect(&lock(&["course", "--open"]), 0, "test/course is open for Dakar");
    assert_eq!(run(&home, &["cohort", "show", "--codes"]).stdout, b"");
}
