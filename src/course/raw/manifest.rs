//! `course.toml`, original or translation.

use std::ops::Range;

use toml::Spanned;

use super::shape::Shape;
use crate::course::fields::{Fields, Text};

/// The file.
#[derive(Debug, Default)]
pub struct Manifest {
    /// The format number.
    pub format: Option<Spanned<i64>>,
    /// The id.
    pub id: Option<Text>,
    /// The title.
    pub title: Option<Text>,
    /// The version.
    pub version: Option<Text>,
    /// The languages, the course's own first.
    pub languages: Vec<Text>,
    /// The licence.
    pub licence: Option<Text>,
    /// Reading speed.
    pub words_per_minute: Option<Spanned<i64>>,
    /// Speed of reading aloud, by language.
    pub read_aloud: Vec<(Text, Spanned<i64>)>,
    /// Pass marks in percent.
    pub pass: Option<Pass>,
    /// The tracks.
    pub tracks: Vec<Track>,
    /// The tests.
    pub tests: Vec<Test>,
    /// Desk work with a row of its own.
    pub capstones: Vec<Extra>,
    /// Forms that nobody judges.
    pub questionnaires: Vec<Extra>,
    /// What completes the course.
    pub completion: Option<Completion>,
    /// What every lesson should look like.
    pub shape: Option<Shape>,
}

/// `[pass]`.
#[derive(Debug, Default)]
pub struct Pass {
    /// Of a quiz.
    pub quiz: Option<Spanned<i64>>,
    /// Of a test.
    pub test: Option<Spanned<i64>>,
    /// Of the capstone.
    pub capstone: Option<Spanned<i64>>,
}

/// `[[tracks]]`.
#[derive(Debug, Default)]
pub struct Track {
    /// Where it begins.
    pub span: Range<usize>,
    /// The id.
    pub id: Option<Text>,
    /// The page letter.
    pub letter: Option<Text>,
    /// The title.
    pub title: Option<Text>,
    /// Ids of lessons.
    pub lessons: Vec<Text>,
}

/// `[[tests]]`.
#[derive(Debug, Default)]
pub struct Test {
    /// Where it begins.
    pub span: Range<usize>,
    /// The id.
    pub id: Option<Text>,
    /// The name on the home screen.
    pub slug: Option<Text>,
    /// The title.
    pub title: Option<Text>,
    /// Minutes it takes.
    pub minutes: Option<Spanned<i64>>,
    /// What it is for.
    pub kind: Option<Text>,
    /// Lessons and tracks whose quizzes are the pool.
    pub pools: Option<Listed>,
    /// Questions drawn for each outcome.
    pub per_outcome: Option<Spanned<i64>>,
    /// Questions drawn for each track.
    pub per_track: Option<Spanned<i64>>,
    /// Questions drawn in all.
    pub items: Option<Spanned<i64>>,
    /// `a` or `b`.
    pub form: Option<Text>,
    /// Whether learners say how sure they are.
    pub confidence: Option<Spanned<bool>>,
    /// `cohort` or `learner`.
    pub draw: Option<Text>,
    /// A pass mark of its own.
    pub pass: Option<Spanned<i64>>,
}

/// `[[capstones]]` and `[[questionnaires]]`.
#[derive(Debug, Default)]
pub struct Extra {
    /// Where it begins.
    pub span: Range<usize>,
    /// The id of the exercise.
    pub id: Option<Text>,
    /// The name on the home screen.
    pub slug: Option<Text>,
    /// The title.
    pub title: Option<Text>,
    /// Minutes it takes.
    pub minutes: Option<Spanned<i64>>,
    /// How many questions a questionnaire has.
    pub questions: Option<Spanned<i64>>,
    /// After how many days it is due.
    pub days: Vec<Spanned<i64>>,
}

/// `[completion]`.
#[derive(Debug, Default)]
pub struct Completion {
    /// `"all"` or ids; none where nothing is said.
    pub lessons: Option<Listed>,
    /// The same of tests.
    pub tests: Option<Listed>,
    /// Ids of exercises.
    pub exercises: Vec<Text>,
}

/// All of something, or some by id.
#[derive(Debug)]
pub enum Listed {
    /// `"all"`.
    All,
    /// A list of ids.
    Some(Vec<Text>),
}

/// The translation of a title.
#[derive(Debug, Default)]
pub struct TitleOf {
    /// Where it begins.
    pub span: Range<usize>,
    /// What it translates; none for the course itself.
    pub id: Option<Text>,
    /// The hash of the original.
    pub of: Option<Text>,
    /// The words.
    pub title: Option<Text>,
}

/// `course.fr.toml`.
#[derive(Debug, Default)]
pub struct Translation {
    /// Of the course.
    pub course: TitleOf,
    /// Of tracks.
    pub tracks: Vec<TitleOf>,
    /// Of tests.
    pub tests: Vec<TitleOf>,
    /// Of desk work with a row of its own.
    pub capstones: Vec<TitleOf>,
    /// Of forms that nobody judges.
    pub questionnaires: Vec<TitleOf>,
}

impl Manifest {
    /// Reads the file.
    pub fn read(fields: &Fields<'_>) -> Self {
        let format = fields.whole("format");
        if !fields.has("format") {
            fields.missing::<()>("format");
        }
        Self {
            format,
            id: fields.need_text("id"),
            title: fields.need_text("title"),
            version: fields.need_text("version"),
            languages: fields.texts("languages"),
            licence: fields.text("licence"),
            words_per_minute: fields.whole("words_per_minute"),
            read_aloud: fields.table("read_aloud", "[read_aloud]", every_whole).unwrap_or_default(),
            pass: fields.table("pass", "[pass]", Pass::read),
            tracks: fields.tables("tracks", "a track", Track::read),
            tests: fields.tables("tests", "a test", Test::read),
            capstones: fields.tables("capstones", "a capstone", Extra::capstone),
            questionnaires: fields.tables("questionnaires", "a questionnaire", Extra::questionnaire),
            completion: fields.table("completion", "[completion]", Completion::read),
            shape: fields.table("shape", "[shape]", Shape::read),
        }
    }
}

fn every_whole(fields: &Fields<'_>) -> Vec<(Text, Spanned<i64>)> {
    fields.every_whole()
}

impl Pass {
    fn read(fields: &Fields<'_>) -> Self {
        Self { quiz: fields.whole("quiz"), test: fields.whole("test"), capstone: fields.whole("capstone") }
    }
}

impl Track {
    fn read(fields: &Fields<'_>) -> Self {
        Self {
            span: fields.span.clone(),
            id: fields.need_text("id"),
            letter: fields.need_text("letter"),
            title: fields.need_text("title"),
            lessons: fields.texts("lessons"),
        }
    }
}

impl Test {
    fn read(fields: &Fields<'_>) -> Self {
        Self {
            span: fields.span.clone(),
            id: fields.need_text("id"),
            slug: fields.need_text("slug"),
            title: fields.need_text("title"),
            minutes: fields.whole("minutes"),
            kind: fields.text("kind"),
            pools: read_listed(fields, "pools"),
            per_outcome: fields.whole("per_outcome"),
            per_track: fields.whole("per_track"),
            items: fields.whole("items"),
            form: fields.text("form"),
            confidence: fields.flag("confidence"),
            draw: fields.text("draw"),
            pass: fields.whole("pass"),
        }
    }
}

impl Extra {
    fn capstone(fields: &Fields<'_>) -> Self {
        Self {
            span: fields.span.clone(),
            id: fields.need_text("id"),
            slug: fields.need_text("slug"),
            title: fields.need_text("title"),
            minutes: fields.whole("minutes"),
            questions: None,
            days: Vec::new(),
        }
    }

    fn questionnaire(fields: &Fields<'_>) -> Self {
        Self { questions: fields.whole("questions"), days: fields.wholes("days"), ..Self::capstone(fields) }
    }
}

impl Completion {
    fn read(fields: &Fields<'_>) -> Self {
        Self {
            lessons: read_listed(fields, "lessons"),
            tests: read_listed(fields, "tests"),
            exercises: fields.texts("exercises"),
        }
    }
}

fn read_listed(fields: &Fields<'_>, key: &'static str) -> Option<Listed> {
    let (value, span) = fields.any(key)?;
    match (value.as_str(), value.as_array()) {
        (Some("all"), _) => Some(Listed::All),
        (_, Some(_)) => Some(Listed::Some(fields.texts(key))),
        _ => fields.wrong_type(key, value, span, "\"all\" or a list of ids"),
    }
}

impl Translation {
    /// Reads the file.
    pub fn read(fields: &Fields<'_>) -> Self {
        let course =
            TitleOf { span: fields.span.clone(), id: None, of: fields.text("of"), title: fields.text("title") };
        let read = TitleOf::read;
        Self {
            course,
            tracks: fields.tables("tracks", "a track", read),
            tests: fields.tables("tests", "a test", read),
            capstones: fields.tables("capstones", "a capstone", read),
            questionnaires: fields.tables("questionnaires", "a questionnaire", read),
        }
    }
}

impl TitleOf {
    fn read(fields: &Fields<'_>) -> Self {
        Self {
            span: fields.span.clone(),
            id: fields.need_text("id"),
            of: fields.text("of"),
            title: fields.text("title"),
        }
    }
}
