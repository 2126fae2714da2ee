//! Every sort of fault that a course can have, by its stable name.
//!
//! Apart so that the list in `docs/diagnostics.md` can be compared with it, and so that no two places invent one name
//! for two things. A code is never renamed: authors search for it.

use super::Code;

macro_rules! codes {
    ($($name:ident = $text:literal, $meaning:literal;)*) => {
        $(#[doc = $meaning] pub const $name: Code = Code($text);)*

        /// All codes and what they mean, as `docs/diagnostics.md` lists them.
        pub const ALL: &[(Code, &str)] = &[$(($name, $meaning)),*];
    };
}

codes! {
    NOT_UTF8 = "not-utf8", "The file is not UTF-8 text.";
    TOO_LARGE = "too-large", "The file is over 2 MiB, or an exercise over 64 KiB.";
    NOT_A_FILE = "not-a-file", "A link, a pipe or a device stands where a file should.";
    TOO_MANY_FAULTS = "too-many-faults", "The file has over 2,000 faults; the rest is left out.";
    SYNTAX = "syntax", "The file is not valid TOML at this place.";
    UNKNOWN_FIELD = "unknown-field", "No such field exists here.";
    MISSING_FIELD = "missing-field", "A field that is needed is not there.";
    WRONG_TYPE = "wrong-type", "The value is of another type than the field takes.";
    EMPTY_TEXT = "empty-text", "A text that is needed is empty.";
    BAD_ID = "bad-id", "The id has letters that ids do not have, or another shape.";
    BAD_VALUE = "bad-value", "The value is outside what the field allows.";
    DUPLICATE_ID = "duplicate-id", "Two things that must differ have one id.";
    NO_MANIFEST = "no-manifest", "`lessons/course.toml` is not there.";
    UNKNOWN_FORMAT = "unknown-format", "The course has a format number that this program does not know.";
    UNKNOWN_LESSON = "unknown-lesson", "A lesson is named that does not exist.";
    UNLISTED_LESSON = "unlisted-lesson", "A lesson stands in the folder but in no track.";
    LESSON_LISTED_TWICE = "lesson-listed-twice", "A lesson stands twice in the tracks.";
    UNKNOWN_TEST = "unknown-test", "A test is named that does not exist.";
    UNKNOWN_EXERCISE = "unknown-exercise", "The exercise has no file under `exercises/`.";
    UNKNOWN_QUESTION = "unknown-question", "A question is named that does not exist.";
    UNKNOWN_OUTCOME = "unknown-outcome", "The lesson has no such outcome.";
    UNKNOWN_SECTION = "unknown-section", "The lesson has no such section.";
    UNKNOWN_LANGUAGE = "unknown-language", "A translation is in a language that the manifest does not list.";
    STRAY_FILE = "stray-file", "A file that belongs to nothing.";
    NO_FRONT_MATTER = "no-front-matter", "The lesson does not begin with front matter between `+++` lines.";
    UNKNOWN_KIND = "unknown-kind", "The question is of none of the nine kinds.";
    FIELD_NOT_FOR_KIND = "field-not-for-kind", "The field says nothing in a question of this kind.";
    FIELD_OF_SLOT = "field-of-slot", "A variant takes this from its question.";
    NOT_TRANSLATABLE = "not-translatable", "A translation holds words only; this stands once, in the original.";
    TOO_MANY_PARTS = "too-many-parts", "A question has over 200 options, targets, traps, patterns or spans, or a pattern over 2,000 bytes; a list has more entries than it takes; or the patterns of an exercise have over 8 KiB together.";
    THIN_POOL = "thin-pool", "A test wants more questions than its pool has.";
    KEY_COUNT = "key-count", "The question has too few or too many right options.";
    TOO_FEW_OPTIONS = "too-few-options", "There are not enough options to choose from.";
    BAD_TRUE_FALSE = "bad-true-false", "The options of a statement are `true` and `false`, once each.";
    UNKNOWN_TARGET = "unknown-target", "An option names a target that the question does not have.";
    TARGET_TAKEN = "target-taken", "Two options of a `match` name one target.";
    BAD_SPAN = "bad-span", "The braces of a `mark` text do not form spans `{id: words}`.";
    SPAN_SPLITS_WORD = "span-splits-word", "A span of a `mark` text begins or ends inside a word.";
    UNKNOWN_SPAN = "unknown-span", "A span has no option, or an option has no span in the text.";
    RECALL_NOT_EARLIER = "recall-not-earlier", "A recall question comes from this lesson or a later one.";
    TOO_MANY_RECALLS = "too-many-recalls", "More than three questions are recalled.";
    OUTCOME_COUNT = "outcome-count", "A lesson has two to four outcomes.";
    AMBIGUOUS_TERM = "ambiguous-term", "Two terms of the glossary have one form.";
    TRANSLATION_MISSING = "translation-missing", "A text of the original has no translation here.";
    TRANSLATION_UNSTAMPED = "translation-unstamped", "A translation does not say which original it was made from.";
    TRANSLATION_STALE = "translation-stale", "The original has changed since it was translated.";
    TRANSLATION_SHAPE = "translation-shape", "A translation has another number of traps than the original.";
    TRANSLATION_OF_NOTHING = "translation-of-nothing", "The original has nothing with this id.";
    TOO_DEEP = "too-deep", "Quotations, lists or emphasis stand in each other over 100 levels deep.";
    TOO_LONG = "too-long", "Over 256 KiB stand without a heading or a paragraph at the left edge.";
    TOO_MANY_SECTIONS = "too-many-sections", "A lesson has over 5,000 sections.";
    TOO_MANY_CELLS = "too-many-cells", "A table has over 10,000 cells.";
    RAW_HTML = "raw-html", "Raw HTML is shown as text.";
    BAD_FIGURE = "bad-figure", "A `figure` block cannot be read.";
    BAD_QUESTION = "bad-question", "A `question` block stands where none can be.";
    UNKNOWN_TERM = "unknown-term", "The glossary has no such term.";
    UNKNOWN_VALUE = "unknown-value", "`house.toml` has no such value.";
    UNKNOWN_CALL_OUT = "unknown-call-out", "There is no call-out of this name.";
    TITLE_HEADING = "title-heading", "A lesson's text has a `#` heading; its title stands in the front matter.";
    OPEN_FENCE = "open-fence", "A fenced block is never closed.";
    UNUSED_FOOTNOTE = "unused-footnote", "Nothing refers to the footnote.";
    UNKNOWN_FOOTNOTE = "unknown-footnote", "The footnote has no text.";
    PICTURE_WITHOUT_TEXT = "picture-without-text", "A picture has no words for those who cannot see it.";
    UNKNOWN_PICTURE = "unknown-picture", "The picture is not in the course.";
    TOO_WIDE = "too-wide", "A table or code line is over 76 columns wide, or a figure over 72.";
    FIGURE_LETTERS = "figure-letters", "A drawing has letters that are neither ASCII nor box-drawing.";
    NO_QUIZ = "no-quiz", "The lesson has no quiz.";
    QUIZ_LENGTH = "quiz-length", "A quiz has fewer than 8 or more than 12 questions.";
    LESSON_SHAPE = "lesson-shape", "A lesson or its quiz has another shape than `[shape]` of the course asks for.";
    HARD_TO_READ = "hard-to-read", "The prose of a lesson has a higher LIX than it may have.";
    LONG_SENTENCES = "long-sentences", "Too many sentences of a lesson have over 20 words.";
    THIN_OUTCOME = "thin-outcome", "An outcome has fewer than two questions.";
    MISSING_FEEDBACK = "missing-feedback", "Nothing is said after an answer.";
    SAME_TEXT = "same-text", "Two options of a question have the same text.";
    OF_THE_ABOVE = "of-the-above", "An option says all or none of the above.";
    KEY_IS_LONGEST = "key-is-longest", "The right option is the longest one in more than half the questions.";
    LONG_KEY = "long-key", "The right option is over 1.3 times as long as the wrong ones.";
    KEY_PLACE = "key-place", "The right option stands in one place too often where options are not shuffled.";
    MINUTES_OFF = "minutes-off", "The minutes of a lesson are off by more than half.";
    GUIDE_MINUTES = "guide-minutes", "The minutes of a trainer's day do not add up, or are over 330.";
    UNUSED_TERM = "unused-term", "No lesson uses the term.";
    KEY_NOT_FULL = "key-not-full", "The answer key is not graded as fully right.";
    EMPTY_IS_RIGHT = "empty-is-right", "An empty answer is graded as right.";
    BAD_PATTERN = "bad-pattern", "The pattern of a `short` answer cannot be read.";
    ANSWER_NOT_ACCEPTED = "answer-not-accepted", "The model answer matches no pattern.";
    UNKNOWN_ENGINE = "unknown-engine", "The exercise is on none of the engines.";
    UNKNOWN_CHECK = "unknown-check", "A rule names a check that does not exist there.";
    UNKNOWN_NAME = "unknown-name", "A field, card, item, tool, label or part is named that does not exist.";
    UNREACHABLE = "unreachable", "A tool of a case can never be used.";
    MISPLACED = "misplaced", "The file of an exercise has another name than its id.";
    MODEL_FAILS = "model-fails", "The model work of an exercise breaks a rule or does not pass.";
    EMPTY_PASSES = "empty-passes", "An exercise is passed with nothing done.";
    TYPICAL_PASSES = "typical-passes", "The typical wrong work of an exercise passes.";
    TYPICAL_NOT_FOUND = "typical-not-found", "The typical wrong work does not break what it says.";
    UNUSED_EXERCISE = "unused-exercise", "No lesson, story or tool leads to the exercise.";
    TRAP_IS_RIGHT = "trap-is-right", "An expected wrong answer is graded as right.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_faults_share_a_code() {
        let mut seen = std::collections::BTreeSet::new();
        for (code, meaning) in ALL {
            assert!(seen.insert(code.0), "{code}");
            assert!(meaning.ends_with('.'), "{code}");
        }
    }
}
