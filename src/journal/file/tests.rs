//! Files that are whole, cut, changed, replayed, relabelled, of another time, and of another program.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::line::{Lines, Root};
use super::*;
use crate::assess::shown::shuffle;
use crate::course::Course;
use crate::id::{EnrolmentId, LessonId, NoteId, SectionId};
use crate::journal::samples::{answered, enrolled, event, finished, seen, started};
use crate::journal::{AskedQuestion, Body, Event, EventSet, Stored};
use crate::seal::{SECRET, SecretKey};

fn key() -> SecretKey {
    SecretKey::from_bytes(&[7; SECRET])
}

fn header() -> Header {
    let profile = Person { lang: Lang::english(), member: "Lagune TV".to_owned(), name: "Awa Diop".to_owned() };
    let course = OfCourse { id: CourseId::new("course").unwrap(), version: "1".to_owned() };
    Header::new(LearnerId::from_bits(1), profile, vec![course], Timestamp(1_800_000_000_000))
}

static ASKED: LazyLock<AskedQuestion> = LazyLock::new(ask);

fn asked() -> AskedQuestion {
    ASKED.clone()
}

/// A question of the built-in course, as it is asked.
fn ask() -> AskedQuestion {
    let course = Course::embedded().unwrap();
    let lesson = LessonId::new("gathering/news-judgement").unwrap();
    let quiz = course.quiz(&lesson, &Lang::english()).unwrap();
    let question = quiz.slots[0].questions[0].clone();
    let (text_hash, key_hash) = (question.text_hash(), question.key_hash());
    AskedQuestion { key_hash, lang: Lang::english(), question, text_hash }
}

fn noted(seq: u64, length: usize) -> Body {
    let text = format!("{seq} ").repeat(length / 4);
    let (lesson, section) = (LessonId::new("a/one").unwrap(), SectionId::start());
    Body::Noted { note: NoteId::from_bits(seq.into()), lesson, section, block: 0, text }
}

fn events(notes: u64, length: usize) -> Vec<Stored> {
    let mut bodies = vec![enrolled(), seen("a/one", "start"), started(1, "a/one", &["q"])];
    bodies.extend([answered(1, "a/one#q", 10_000), finished(1, 10_000, true, &[])]);
    bodies.extend((1..=notes).map(|seq| noted(seq, length)));
    (1..).zip(bodies).map(|(seq, body)| Stored::new(event(9, seq, seq, body)).unwrap()).collect()
}

fn written(header: &Header, events: &[Stored], key: Option<&SecretKey>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut file = Writer::begin(&mut bytes, header).unwrap();
    file.question(&asked()).unwrap();
    for stored in events {
        file.event(stored.bytes()).unwrap();
    }
    file.end(key).unwrap();
    bytes
}

fn small() -> Vec<u8> {
    written(&header(), &events(3, 40), Some(&key()))
}

/// Reads a file as an import does: judged as a whole first, then line by line.
fn taken(bytes: &[u8]) -> Result<(State, Vec<Stored>, Vec<String>), BadFile> {
    let look = survey(&mut &bytes[..])?;
    let (mut events, mut refused) = (Vec::new(), Vec::new());
    let mut input = bytes;
    let mut reader = Reader::begin(&mut input)?;
    while let Some(item) = reader.read()? {
        match item {
            Item::Event { stored, .. } => events.push(stored),
            Item::Refused { line, why } => refused.push(format!("{line}: {why}")),
            Item::Question(question) => assert_eq!(*question, asked()),
        }
    }
    Ok((look.state, events, refused))
}

/// Returns the contents of the lines that are whole, without making anything of them.
fn whole(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut input = bytes;
    let mut lines = Lines::new(&mut input);
    let Some(Ok(first)) = lines.next().unwrap() else { return Vec::new() };
    let root = Root::of(first);
    let mut contents = Vec::new();
    while let Some(line) = lines.next().unwrap() {
        if let Ok((_, content)) = line.and_then(|line| root.open(line)) {
            contents.push(content.to_vec());
        }
    }
    contents
}

#[test]
fn what_is_written_is_read_with_every_byte_and_the_home_that_wrote_it() {
    let events = events(3, 40);
    let (state, found, refused) = taken(&written(&header(), &events, Some(&key()))).unwrap();
    assert_eq!((state, found, refused), (State::Whole(Seal::Home(key().public())), events, vec![]));
}

#[test]
fn an_unsigned_file_comes_in_and_is_marked() {
    let (state, found, _) = taken(&written(&header(), &events(1, 40), None)).unwrap();
    assert_eq!((state, found.len()), (State::Whole(Seal::Unsigned), 6));
}

/// What the bar asks for: 64 KiB, in few long lines, so that every byte can be tried.
fn large() -> Vec<u8> {
    let bytes = written(&header(), &events(40, 1_500), Some(&key()));
    assert!((60 << 10..72 << 10).contains(&bytes.len()), "{}", bytes.len());
    bytes
}

/// Whether a byte is one at which every line is looked at too, and not only judged as a whole.
fn is_looked_at(at: usize) -> bool {
    at.is_multiple_of(13)
}

/// Whether a byte is one at which the file is also read to the last event.
fn is_read(at: usize) -> bool {
    at.is_multiple_of(211)
}

fn is_reason(error: &BadFile) -> bool {
    matches!(error, BadFile::Foreign | BadFile::Newer(_) | BadFile::Head(_) | BadFile::Nothing | BadFile::Forged)
}

#[test]
fn a_file_cut_at_any_byte_comes_in_up_to_its_last_whole_line() {
    let bytes = large();
    let all = whole(&bytes);
    for at in 0..bytes.len() {
        let cut = &bytes[..at];
        let before = cut.split(|byte| *byte == b'\n').count().saturating_sub(2);
        match survey(&mut &cut[..]) {
            Ok(look) => assert_eq!(look.state, State::Cut, "cut at {at}"),
            Err(error) => assert!(is_reason(&error) && before == 0, "cut at {at}: {error}"),
        }
        if is_looked_at(at) {
            assert!(whole(cut) == all[..before.min(all.len())], "cut at {at}");
        }
        if is_read(at) && before > 0 {
            let (_, events, refused) = taken(cut).unwrap();
            assert_eq!((events.len(), refused.len()), (before - 1, usize::from(!cut.ends_with(b"\n"))), "cut at {at}");
        }
    }
}

#[test]
fn a_changed_byte_anywhere_is_seen_and_nothing_but_what_was_written_comes_in() {
    let bytes = large();
    let all: BTreeSet<_> = whole(&bytes).into_iter().collect();
    let mut changed = bytes.clone();
    for at in 0..bytes.len() {
        changed[at] ^= if bytes[at] == b'\n' { 0x40 } else { 1 << (at % 8) };
        match survey(&mut &changed[..]) {
            Ok(look) => assert!(matches!(look.state, State::Damaged | State::Cut), "byte {at}: {:?}", look.state),
            Err(error) => assert!(is_reason(&error), "byte {at}: {error}"),
        }
        let found = if is_looked_at(at) { whole(&changed) } else { Vec::new() };
        assert!(
            found.len() + 2 >= all.len() || found.is_empty(),
            "byte {at} takes {} lines away",
            all.len() - found.len()
        );
        assert!(found.iter().all(|content| all.contains(content)), "byte {at}");
        if is_read(at) {
            drop(taken(&changed));
        }
        changed[at] = bytes[at];
    }
    assert_eq!(changed, bytes);
}

/// Counts the events that a reader would take which trusts what it can read.
fn trusting(bytes: &[u8]) -> usize {
    let before = r#"{"check":"0123456789abcdef","event":"#.len();
    let contents = bytes.split(|byte| *byte == b'\n').filter_map(|line| line.get(before..)?.strip_suffix(b"}"));
    contents.filter(|content| Stored::parse(content).is_ok()).count()
}

#[test]
fn a_reader_without_checks_takes_changed_bytes_for_events() {
    let bytes = small();
    let at = bytes.windows(13).position(|part| part == br#""grade":10000"#).unwrap() + 8;
    let mut changed = bytes.clone();
    changed[at + 1] ^= 3;
    assert_eq!(trusting(&changed), trusting(&bytes));
    let (_, events, refused) = taken(&changed).unwrap();
    assert_eq!((events.len(), refused.len()), (trusting(&bytes) - 1, 1), "{refused:?}");
}

#[test]
fn a_file_replayed_changes_nothing() {
    let bytes = small();
    let mut set = EventSet::default();
    for _ in 0..3 {
        let (_, events, _) = taken(&bytes).unwrap();
        for stored in events {
            let _known_or_not = set.insert(stored);
        }
    }
    assert_eq!((set.len(), set.conflicts().count()), (8, 0));
}

#[test]
fn a_file_relabelled_to_another_learner_or_course_is_refused() {
    let text = String::from_utf8(small()).unwrap();
    for (from, to) in [("00000001\",\"made_with", "00000002\",\"made_with"), ("\"id\":\"course\"", "\"id\":\"corpse\"")]
    {
        let relabelled = text.replacen(from, to, 1);
        assert_ne!(relabelled, text);
        assert!(matches!(taken(relabelled.as_bytes()), Err(BadFile::Nothing)));
    }
}

#[test]
fn a_file_made_anew_for_another_learner_or_course_brings_nothing_in() {
    let other = Header { learner: LearnerId::from_bits(2), ..header() };
    let (_, events_found, refused) = taken(&written(&other, &events(1, 40), Some(&key()))).unwrap();
    assert_eq!((events_found.len(), refused.len()), (0, 6));
    assert!(refused[0].contains("learner"), "{}", refused[0]);
    let other = Header { courses: Vec::new(), ..header() };
    let (_, events_found, refused) = taken(&written(&other, &events(1, 40), None)).unwrap();
    assert_eq!((events_found.len(), refused.len()), (5, 1));
    assert!(refused[0].contains("`course`"), "{}", refused[0]);
}

#[test]
fn a_signature_of_another_content_is_refused_and_so_is_half_a_signature() {
    let (one, other) = (written(&header(), &events(1, 40), None), small());
    let end = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().lines().last().unwrap().to_owned();
    let (unsigned, signed) = (end(&one), end(&other));
    let home = signed.split("\"home\"").nth(1).unwrap();
    let forged = String::from_utf8(one.clone()).unwrap();
    let with = forged.replace(&unsigned, &format!("{},\"home\"{home}", unsigned.trim_end_matches("}}")));
    assert!(matches!(taken(with.as_bytes()), Err(BadFile::Forged)), "{with}");
    let half =
        forged.replace(&unsigned, &format!("{},\"home\":\"{}\"}}}}", unsigned.trim_end_matches("}}"), key().public()));
    assert!(matches!(taken(half.as_bytes()), Err(BadFile::Forged)), "{half}");
}

#[test]
fn a_file_of_a_newer_format_is_refused_with_what_to_do() {
    let text = String::from_utf8(small()).unwrap().replacen("\"format\":1", "\"format\":2", 1);
    let error = taken(text.as_bytes()).unwrap_err();
    assert!(matches!(error, BadFile::Newer(2)) && error.to_string().contains("newer"), "{error}");
}

#[test]
fn an_event_of_a_kind_of_tomorrow_is_kept_as_it_is() {
    let stored = &events(0, 0)[1];
    let text = String::from_utf8(stored.bytes().to_vec()).unwrap().replace("section_seen", "section_sung");
    let later = Stored::parse(text.as_bytes()).unwrap();
    let (_, found, refused) = taken(&written(&header(), std::slice::from_ref(&later), None)).unwrap();
    assert_eq!((found, refused), (vec![later], vec![]));
}

#[test]
fn lines_left_out_doubled_or_moved_are_seen_and_the_others_come_in() {
    let text = String::from_utf8(small()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let without: Vec<&str> = lines.iter().enumerate().filter(|(at, _)| *at != 4).map(|(_, line)| *line).collect();
    let mut doubled = lines.clone();
    doubled.insert(4, lines[4]);
    let mut moved = lines.clone();
    moved.swap(4, 5);
    for (changed, events) in [(without, 7), (doubled, 9), (moved, 8)] {
        let (state, found, _) = taken((changed.join("\n") + "\n").as_bytes()).unwrap();
        assert_eq!((state, found.len()), (State::Damaged, events));
    }
}

#[test]
fn what_stands_after_the_end_is_refused() {
    let mut bytes = small();
    bytes.extend(b"{}\n");
    let (state, events, refused) = taken(&bytes).unwrap();
    assert_eq!((state, events.len(), refused.len()), (State::Damaged, 8, 1));
}

#[test]
fn an_endless_line_takes_no_more_memory_than_a_long_one() {
    let mut bytes = small();
    let end = bytes.len();
    bytes.extend(std::iter::repeat_n(b'x', 3 * LONGEST_LINE));
    let (_, events, refused) = taken(&bytes).unwrap();
    assert_eq!((events.len(), refused.len()), (8, 1));
    let long = &bytes[end..];
    assert!(matches!(taken(long), Err(BadFile::Foreign)));
}

#[test]
fn a_question_that_is_not_the_one_its_hashes_name_is_refused() {
    let mut forged = asked();
    forged.question.prompt.push('!');
    let mut bytes = Vec::new();
    let mut file = Writer::begin(&mut bytes, &header()).unwrap();
    file.question(&forged).unwrap();
    file.end(None).unwrap();
    let (_, _, refused) = taken(&bytes).unwrap();
    assert!(refused[0].contains("hashes"), "{refused:?}");
}

#[test]
fn a_head_with_endless_names_is_refused() {
    let profile = Person { name: "é".repeat(201), ..header().profile };
    let cut = Header::new(LearnerId::from_bits(1), profile.clone(), header().courses, Timestamp(0));
    assert!(taken(&written(&cut, &events(0, 0), None)).is_ok());
    let long = Header { profile, ..header() };
    assert!(matches!(taken(&written(&long, &events(0, 0), None)), Err(BadFile::Head(_))));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn reading_never_panics(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 1..12),
        seed in any::<u64>(),
    ) {
        let mut bytes = small();
        for (at, byte, how) in edits {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => drop(bytes.remove(at)),
                _ => {
                    let mut lines: Vec<Vec<u8>> = bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
                    shuffle(&mut lines[1..], seed);
                    bytes = lines.join(&b'\n');
                }
            }
        }
        let honest: BTreeSet<Vec<u8>> = events(3, 40).iter().map(|stored| stored.bytes().to_vec()).collect();
        if let Ok((_, events, _)) = taken(&bytes) {
            prop_assert!(events.iter().all(|stored| honest.contains(stored.bytes())));
        }
    }

    #[test]
    fn bytes_of_anything_are_no_progress_file(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(taken(&bytes).is_err());
    }

    #[test]
    fn events_of_anybody_are_taken_by_their_own_file_only(learner in 1..4_u128, enrolment in any::<u128>()) {
        let subject = LearnerId::from_bits(learner);
        let told = Event { subject, enrolment: EnrolmentId::from_bits(enrolment), ..event(9, 1, 1, enrolled()) };
        let (_, found, _) = taken(&written(&header(), &[Stored::new(told).unwrap()], None)).unwrap();
        prop_assert_eq!(found.len(), usize::from(learner == 1));
    }
}

#[test]
fn a_head_says_what_a_cohort_is_and_what_somebody_said_of_themselves_only_where_there_is_something() {
    let plain = serde_json::to_string(&header()).unwrap();
    assert!(!plain.contains("cohort") && !plain.contains("about"), "{plain}");
    let about = crate::journal::About { role: "é".repeat(300), ..crate::journal::About::default() };
    let full = header().about(&about).of_cohort();
    let read = Header::parse(&serde_json::to_vec(&full).unwrap()).unwrap();
    assert_eq!((read.cohort, read.about.role.chars().count(), read.about.country.as_str()), (true, 200, ""));
}
