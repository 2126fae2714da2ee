//! What can be typed after `rundown`.
//!
//! Apart from what is done about it, so that the whole command line can be read on one page.

use std::path::PathBuf;

use crate::id::{Lang, LessonId};
use crate::report::{Delimiter, Sheet};
use clap::{Args, Parser, Subcommand, ValueEnum};

const EXAMPLES: &str = "\
Examples:
  rundown                               go on where you stopped
  rundown --learner \"Awa Diop\"          go on as one learner of this home
  rundown --learner Awa --with Issa     two at one machine, both credited
  rundown --open exchange/dopesheet     open one lesson
  rundown --open exchange/inbox         open one piece of desk work
  rundown --plain < answers.txt         sit a quiz by a script
  rundown --home /media/stick/data      keep everything on a stick

Exit status: 0 done; 1 what was checked is faulty; 2 wrong usage; 3 something could not be read or written.";

/// A training kit for TV newsrooms that exchange news.
#[derive(Debug, Parser)]
#[command(name = "rundown", version, after_help = EXAMPLES, subcommand_negates_reqs = true)]
pub(super) struct CommandLine {
    /// Everything line by line, for screen readers, simple terminals and scripts
    #[arg(long)]
    pub(super) plain: bool,
    /// Go on as this learner (a name or an id) without asking
    #[arg(long, value_name = "NAME")]
    pub(super) learner: Option<String>,
    /// Work as a pair with this learner of the same home: quizzes and desk work count for both
    #[arg(long, value_name = "NAME", requires = "learner")]
    pub(super) with: Option<String>,
    /// Colours: dark, light, high-contrast, 16, none
    #[arg(long, value_name = "NAME", value_parser = super::settings::theme_named)]
    pub(super) theme: Option<crate::tui::theme::ThemeName>,
    /// Signs: Unicode, or ASCII where the terminal has nothing else
    #[arg(long, value_enum, value_name = "SET")]
    pub(super) glyphs: Option<Glyphs>,
    /// Begin with this lesson, or with this piece of desk work
    #[arg(long, value_name = "LESSON|EXERCISE", value_parser = lesson)]
    pub(super) open: Option<LessonId>,
    /// Where things are
    #[command(flatten)]
    pub(super) place: Place,
    /// What else to do
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// Where things are, for every command.
#[derive(Debug, Clone, Args)]
pub(super) struct Place {
    /// The course's folder, the one that holds `lessons`; without it the built-in course
    #[arg(long, global = true, value_name = "PATH")]
    pub(super) course: Option<PathBuf>,
    /// The language, such as en or fr
    #[arg(long, global = true, value_name = "CODE", value_parser = Lang::new)]
    pub(super) lang: Option<Lang>,
    /// The folder for progress and settings; also `RUNDOWN_HOME`
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) home: Option<PathBuf>,
}

/// What else can be done.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check a course: every fault, with its place, and the proof of every answer key
    #[command(after_help = "Examples:\n  rundown check my-course --strict\n  rundown check my-course --counts")]
    Check(Check),
    /// Report on one learner
    #[command(
        after_help = "Examples:\n  rundown report --learner \"Awa Diop\" --format html -o awa.html\n  rundown report --format csv --table questions -o questions.csv"
    )]
    Report(Report),
    /// Print for the day the power fails: a hand-out, a quiz, an exercise, a sign-in sheet, the trainer's guide
    #[command(
        after_help = "Examples:\n  rundown print lesson dopesheet -o dopesheet.pdf\n  rundown print quiz dopesheet --key -o key.html\n  rundown print sign-in \"Day 1\" --half-days 4 -o sign-in.pdf\n  rundown print sign-in --cohort Dakar -o sign-in.pdf\n  rundown print guide --list"
    )]
    Print(super::print::Print),
    /// Type in answers that were given on paper, one row a learner; every row is shown back before it is saved
    #[command(
        after_help = "Examples:\n  rundown paper dopesheet answers.txt\n  rundown paper dopesheet --learner \"Awa Diop\" --answers 'a acf ebfda a \"2104-SANVILA\" accbab 19-26 88 d a'\n  echo 'Awa Diop: a bd - 12' | rundown paper test/pre - --yes"
    )]
    Paper(super::paper::Paper),
    /// Open a trainer's invitation and pick your name
    #[command(after_help = "Examples:\n  rundown join dakar.invite\n  rundown join dakar.invite --name \"Awa Diop\"")]
    Join(super::enter::Enter),
    /// The forms for real items: list them, open one, write out an item that was kept
    #[command(
        after_help = "Examples:\n  rundown tool\n  rundown tool dopesheet\n  rundown tool dopesheet --item 1 --format json -o dopesheet.json"
    )]
    Tool(Tool),
    /// Hand work over to a colleague by file, and take what a colleague sent
    #[command(
        after_help = "Examples:\n  rundown exercise send fill-dopesheet -o /media/stick\n  rundown exercise receive /media/stick/offer-lagune-tv-0f3a.swap"
    )]
    Exercise {
        /// Which of the two
        #[command(subcommand)]
        what: Swapping,
    },
    /// Certify that a learner completed the course: a page, a PDF, and an Open Badges credential beside them
    #[command(
        after_help = "Examples:\n  rundown certify --learner \"Awa Diop\" -o certificates\n  rundown certify --learner \"Awa Diop\" --supervised --hours 18 -o awa.html"
    )]
    Certify(super::certify::Certify),
    /// Check a certificate or a progress file, without internet: whose it is, and whether it is what was signed
    #[command(
        after_help = "Examples:\n  rundown verify awa.html\n  rundown verify awa-diop.rundown\n  rundown verify awa.json --issuer did:key:z6Mk…\n\nExit status: 0 valid, by an issuer who is known; 1 not valid; 2 wrong usage; 3 the file could not be read."
    )]
    Verify(super::verify::Verify),
    /// The trainer's key, and the issuers whose certificates this home believes
    #[command(after_help = "Example:\n  rundown trainer key new --name \"Lagune TV Academy\"")]
    Trainer {
        /// What to do
        #[command(subcommand)]
        what: super::trainer::Trainer,
    },
    /// Copy the journal while it is in use, to a file that was checked and read back
    #[command(after_help = "Examples:\n  rundown backup\n  rundown backup -o /media/stick\n  rundown backup --list")]
    Backup(super::backup::Args),
    /// Put a backup in the place of the journal; what stands there is kept as a backup first
    #[command(
        after_help = "Examples:\n  rundown restore /media/stick/rundown-2027-03-16T09-30-00Z-1.db\n  rundown restore --salvage"
    )]
    Restore(super::restore::Args),
    /// Carry progress between machines as files: on a stick, by mail, any way
    #[command(
        after_help = "Examples:\n  rundown progress export --learner \"Awa Diop\" -o /media/stick\n  rundown progress import /media/stick"
    )]
    Progress {
        /// Out or in
        #[command(subcommand)]
        what: super::progress::What,
    },
    /// A trainer's groups: found them, collect from sticks, tick attendance, correct keys, certify; alone it opens the screens
    #[command(
        after_help = "Examples:\n  rundown cohort\n  rundown cohort new \"Dakar, March\" --from 2027-03-16 --until 2027-03-20\n  rundown cohort collect /media/stick --add"
    )]
    Cohort {
        /// Which of these
        #[command(subcommand)]
        what: Option<super::cohort::What>,
    },
    /// List, add, show and delete the learners of this home
    #[command(after_help = "Example:\n  rundown learner add --name \"Awa Diop\" --member \"Lagune TV\" --lang fr")]
    Learner {
        /// Which of these
        #[command(subcommand)]
        what: Learner,
    },
}

/// `rundown check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The course's folder; without it --course, or the built-in course
    #[arg(value_name = "COURSE")]
    pub(super) folder: Option<PathBuf>,
    /// Warnings count as errors
    #[arg(long)]
    pub(super) strict: bool,
    /// Each lesson in figures instead of the faults: words, LIX, minutes, questions, exercise
    #[arg(long)]
    pub(super) counts: bool,
    /// How it is written
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(super) format: CheckFormat,
}

/// How a check is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    /// For people, with the faulty line
    Text,
    /// For programs
    Json,
}

/// `rundown report`.
#[derive(Debug, Args)]
pub(super) struct Report {
    /// Whom it is about: a name or an id; may be left out where the home has one learner
    #[arg(long, value_name = "NAME|ID")]
    pub(super) learner: Option<String>,
    /// How it is written: text, md, html, pdf, csv, json, or xapi: the history as statements, for a Learning Record Store
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub(super) format: String,
    /// Only these rows, as csv: lessons, questions or attempts
    #[arg(long, value_name = "TABLE")]
    pub(super) table: Option<Sheet>,
    /// What stands between the cells of csv: `,` `;` or tab; without it what spreadsheets of the language expect
    #[arg(long, value_name = "SIGN")]
    pub(super) delimiter: Option<Delimiter>,
    /// The file to write; `-` is standard output
    #[arg(short, long, default_value = "-", value_name = "FILE")]
    pub(super) output: PathBuf,
}

/// `rundown tool`.
#[derive(Debug, Args)]
pub(super) struct Tool {
    /// Which tool; without a name all are listed
    #[arg(value_name = "NAME")]
    pub(super) name: Option<String>,
    /// The item that was kept under this name; without it a blank form
    #[arg(long, value_name = "ITEM", requires = "name")]
    pub(super) item: Option<String>,
    /// Write the item out instead of opening it: text for people, JSON for programs
    #[arg(long, value_enum, requires = "item")]
    pub(super) format: Option<Form>,
    /// The file to write; `-` is standard output
    #[arg(short, long, default_value = "-", value_name = "FILE", requires = "format")]
    pub(super) output: PathBuf,
    /// Whose item it is: a name or an id; may be left out where the home has one learner
    #[arg(long, value_name = "NAME|ID")]
    pub(super) learner: Option<String>,
}

/// `rundown exercise`.
#[derive(Debug, Subcommand)]
pub(super) enum Swapping {
    /// Write the last form that was handed in, or the return note for a colleague's item
    #[command(
        after_help = "Examples:\n  rundown exercise send fill-dopesheet -o /media/stick\n  rundown exercise send --return 0f3a -o return.swap"
    )]
    Send(Send),
    /// Take a file that a colleague sent: an item into the queue, or a return note to one's own
    #[command(after_help = "Example:\n  rundown exercise receive /media/stick/offer-lagune-tv-0f3a.swap")]
    Receive(Receive),
}

/// `rundown exercise send`.
#[derive(Debug, Args)]
pub(super) struct Send {
    /// The exercise, by its id or the last part of it
    #[arg(value_name = "EXERCISE", required_unless_present = "back", conflicts_with = "back")]
    pub(super) exercise: Option<String>,
    /// The item of a colleague, by its id or the beginning of it
    #[arg(long = "return", value_name = "ITEM")]
    pub(super) back: Option<String>,
    /// The file or folder to write to; `-` is standard output
    #[arg(short, long, value_name = "FILE|DIR")]
    pub(super) output: PathBuf,
    /// Whose work it is: a name or an id; may be left out where the home has one learner
    #[arg(long, value_name = "NAME|ID")]
    pub(super) learner: Option<String>,
}

/// `rundown exercise receive`.
#[derive(Debug, Args)]
pub(super) struct Receive {
    /// The file
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// Who receives it: a name or an id; may be left out where the home has one learner
    #[arg(long, value_name = "NAME|ID")]
    pub(super) learner: Option<String>,
}

/// How an item is written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// For people
    Text,
    /// For programs
    Json,
}

/// `rundown learner`.
#[derive(Debug, Subcommand)]
pub(super) enum Learner {
    /// List the learners
    #[command(after_help = "Example:\n  rundown learner list")]
    List,
    /// Add a learner
    #[command(after_help = "Example:\n  rundown learner add --name \"Awa Diop\" --member \"Lagune TV\" --lang fr")]
    Add(NewLearner),
    /// Show one learner
    #[command(after_help = "Example:\n  rundown learner show \"Awa Diop\"")]
    Show {
        /// A name or an id
        #[arg(value_name = "NAME|ID")]
        learner: String,
    },
    /// Write everything of one learner to a folder: for another Rundown, for people, and for other programs
    #[command(after_help = "Example:\n  rundown learner export \"Awa Diop\" -o /media/stick")]
    Export(super::takeaway::Args),
    /// Delete everything of one learner: journal, drafts, files in this home, and what our backups hold
    #[command(
        after_help = "Examples:\n  rundown learner export \"Awa Diop\" -o /media/stick\n  rundown learner delete \"Awa Diop\""
    )]
    Delete(super::forget::Args),
    /// Say that two records are of one person: reports and screens of either show both
    #[command(after_help = "Example:\n  rundown learner join \"Awa Diop\" 0f3a0000000000000000000000000000")]
    Join(super::join::Two),
    /// Take back that two records are of one person; nothing of either is lost
    #[command(after_help = "Example:\n  rundown learner unjoin \"Awa Diop\" 0f3a0000000000000000000000000000")]
    Unjoin(super::join::Two),
}

/// `rundown learner add`; the language is the one of --lang.
#[derive(Debug, Args)]
pub(super) struct NewLearner {
    /// The name
    #[arg(long)]
    pub(super) name: String,
    /// The station they come from
    #[arg(long, value_name = "STATION", default_value = "")]
    pub(super) member: String,
}

/// The signs that are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Glyphs {
    /// Lines, arrows and ticks
    Unicode,
    /// Letters and signs that every terminal has
    Ascii,
}

fn lesson(text: &str) -> Result<LessonId, crate::id::BadId> {
    LessonId::new(text)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn every_help_has_an_example() {
        fn look(command: &clap::Command) {
            let example = command.get_after_help().is_some_and(|help| help.to_string().contains("Example"));
            assert!(example, "{}", command.get_name());
            command.get_subcommands().for_each(look);
        }
        look(&CommandLine::command());
    }
}
