//! What it costs to write a certificate and the report of a full course, as PDF and as a web page.
//!
//! Figures in milliseconds, the best of several runs, beside the bars: a certificate of one page in 30 ms and 60 KB, a
//! report of a full course in 200 ms. Each run opens its fonts anew: nothing is kept from one file to the next.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use rundown::clock::Timestamp;
use rundown::id::{CourseId, Lang, LearnerId};
use rundown::report::certificate::{Certificate, Issuer, Scored, Wording, credential, html};
use rundown::report::{
    Cell, Clean, Column, Fact, Figure, Form, Format, Layout, Person, Report, Studied, Subject, Table,
};
use rundown::seal::{SECRET, SecretKey};

const RUNS: usize = 10;
const MOMENT: Timestamp = Timestamp(1_805_209_805_999);
/// Rows of the tables of somebody who did the whole course twice: lessons, outcomes, attempts, answers.
const ROWS: [usize; 4] = [26, 90, 60, 700];
const PROMPT: &str = "Two shots of the same size and angle stand next to each other. What will the viewer see?";

static ANSWERS: Layout = Layout {
    key: "answers",
    row: "answer",
    title: "report-answers",
    columns: &[
        Column::shown("text", "report-question", Form::Text),
        Column::shown("answer", "report-answer", Form::Text),
        Column::shown("title", "report-quiz", Form::Text),
        Column::shown("attempt", "report-try", Form::Number),
        Column::shown("at", "report-started", Form::Time),
        Column::shown("grade", "report-grade", Form::Number),
    ],
};

fn table(rows: usize) -> Table {
    let row = |at: usize| {
        let answer = format!("A jump cut; put a cutaway between them, number {at}.");
        let cells = [Cell::text(PROMPT), Cell::text(&answer), Cell::text("Shoot so it can be cut")];
        cells.into_iter().chain([Cell::count(at % 3 + 1), Cell::time(MOMENT), Cell::percent(75)]).collect()
    };
    let labels = ["Question", "Answer", "Quiz", "Try", "Began", "Grade"].map(Clean::from).to_vec();
    Table { layout: &ANSWERS, title: Clean::from("Answers"), labels, rows: (0..rows).map(row).collect() }
}

fn person(name: &str) -> Person {
    Person { id: LearnerId::from_bits(7), name: Clean::from(name), station: Clean::from("Lagune TV") }
}

fn studied() -> Option<Studied> {
    let id = CourseId::new("newsroom-exchange").ok()?;
    Some(Studied { id, title: Clean::from("Newsroom exchange course"), version: Clean::from("2026.11") })
}

fn report(name: &str) -> Option<Report> {
    let figure =
        |at: u32| Figure { key: "lessons_done", label: "Lessons done".into(), cell: Cell::count(at), of: None };
    Some(Report {
        kind: "learner",
        lang: Lang::english(),
        made_at: MOMENT,
        title: Clean::from(format!("Report on {name}")),
        subject: Subject::Person(person(name)),
        course: studied()?,
        facts: vec![Fact { label: "Learner".into(), text: name.into() }],
        summary: "In short".into(),
        figures: (0..11).map(figure).collect(),
        charts: Vec::new(),
        tables: ROWS.map(table).into(),
        notes: vec!["Made from the progress on one computer. It is not a certificate.".into()],
    })
}

fn certificate(name: &str, key: &SecretKey) -> Option<Certificate> {
    let scored = |at: usize| Scored { title: Clean::from(format!("Test of track {at}")), percent: 92 };
    let fact = |at: usize| Fact { label: "Supervision".into(), text: format!("A trainer was there, day {at}").into() };
    Some(Certificate {
        id: 7,
        lang: Lang::english(),
        issued_at: MOMENT,
        issuer: Issuer { key: key.public(), name: "Lagune TV Academy".into() },
        person: person(name),
        course: studied()?,
        scores: (0..5).map(scored).collect(),
        facts: (0..5).map(fact).collect(),
        supervised: true,
        words: Wording {
            kind: "Certificate of completion".into(),
            intro: "This certifies that".into(),
            station: "of Lagune TV".into(),
            completed: "has completed the course".into(),
            version: "version 2026.11".into(),
            criteria: PROMPT.into(),
            scores: "Passed".into(),
            issued_by: "Issued by".into(),
            code: "Check code".into(),
            key: "Issuer’s key".into(),
            how_to_check: PROMPT.into(),
            no_accreditation: PROMPT.into(),
            credential: "Credential".into(),
        },
    })
}

/// Returns the shortest of several runs, and how many bytes came out.
fn best(write: impl Fn() -> Vec<u8>) -> (Duration, usize) {
    let time = || {
        let started = Instant::now();
        let bytes = black_box(write()).len();
        (started.elapsed(), bytes)
    };
    (0..RUNS).map(|_| time()).min().unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "files are some kilobytes")]
fn show(what: &str, (took, bytes): (Duration, usize), bar: &str) {
    println!("  {what:<40} {:>8.2} ms {:>8.1} KB   {bar}", took.as_secs_f64() * 1e3, bytes as f64 / 1e3);
}

fn main() {
    let key = SecretKey::from_bytes(&[7; SECRET]);
    for name in ["Awa Diop", "Ọláwálé Ñandú", "محمد الأمين", "አበበ ቢቂላ"] {
        println!("{name}");
        let (Some(certificate), Some(report)) = (certificate(name, &key), report(name)) else { continue };
        let credential = credential::sign(&certificate, &key);
        #[cfg(feature = "pdf")]
        {
            let certificate = || rundown::report::pdf::certificate(&certificate, &credential);
            show("certificate, PDF", best(certificate), "bar: 30 ms, 60 KB");
            show("report of a full course, PDF", best(|| report.write(Format::Pdf)), "bar: 200 ms");
        }
        show("certificate, web page", best(|| html::write(&certificate, &credential).into_bytes()), "");
        show("report of a full course, web page", best(|| report.write(Format::Html)), "");
    }
}
