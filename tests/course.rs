//! The numbers of the built-in course, computed again from what the texts give: percentages, durations, sizes, shadows.
//!
//! Apart from `check`, which knows no arithmetic. Each case names a text by words that hold its inputs, so that a changed
//! number on either side fails here.

#![expect(clippy::unwrap_used, reason = "a test stops where the course cannot be read")]
#![expect(clippy::eq_op, clippy::too_many_lines, reason = "each number stands as the text gives it, case by case")]

use rundown::course::{Course, Question, QuestionBody};
use rundown::id::Lang;

fn course() -> Course {
    Course::embedded().unwrap()
}

/// Every question of the course that asks for a number, with its lesson.
fn numbers(course: &Course) -> Vec<(String, Question)> {
    let en = Lang::new("en").unwrap();
    let mut found = Vec::new();
    for outline in course.outlines() {
        let quiz = course.quiz(&outline.id, &en).unwrap();
        let all = quiz.slots.iter().flat_map(|slot| &slot.questions);
        let asks = all.filter(|question| matches!(question.body, QuestionBody::Number { .. }));
        found.extend(asks.map(|question| (outline.id.to_string(), question.clone())));
    }
    found
}

fn percent(part: f64, whole: f64) -> f64 {
    part / whole * 100.0
}

fn change(old: f64, new: f64) -> f64 {
    percent(new - old, old)
}

/// The length of a shadow: the height over the tangent of the sun's height.
fn shadow(height: f64, degrees: f64) -> f64 {
    height / degrees.to_radians().tan()
}

/// Minutes that a file takes on the part of a line that carries it.
fn minutes(megabytes: f64, line: f64, usable: f64) -> f64 {
    megabytes * 8.0 / (line * usable) / 60.0
}

fn frames(seconds: f64, frames: f64) -> f64 {
    seconds * 25.0 + frames
}

/// Minutes after midnight.
fn clock(hour: f64, minute: f64) -> f64 {
    hour * 60.0 + minute
}

/// What each question asks, by words of its prompt, and the answer computed from them.
fn asked() -> Vec<(&'static str, f64)> {
    vec![
        ("posted at 15:52. Moussa saved it at 13:04 UTC", clock(13.0, 4.0) - clock(15.0 - 3.0, 52.0)),
        (
            "shows 09:47 in its own capital (UTC+2). Inès saved it at 08:15 UTC",
            clock(8.0, 15.0) - clock(9.0 - 2.0, 47.0),
        ),
        ("A pole of 2 metres stands on flat ground. Its shadow is 2 metres long", (2.0_f64 / 2.0).atan().to_degrees()),
        ("A mast of 3 metres has a shadow of 5.2 metres", (3.0_f64 / 5.2).atan().to_degrees()),
        (
            "32° above the horizon (tan 32° is about 0.625). How long is the shadow of a person of 1.6",
            shadow(1.6, 32.0),
        ),
        (
            "50° above the horizon (tan 50° is about 1.19). How long is the shadow of a gate post of 2.5",
            shadow(2.5, 50.0),
        ),
        ("500 clips. 25 of them are fake. The detector raises an alarm on 8 of 100", (500.0 - 25.0) * 8.0 / 100.0),
        (
            "200 voice notes. 10 of them are fake. The detector raises an alarm on 10 of 100",
            (200.0 - 10.0) * 10.0 / 100.0,
        ),
        ("2.14 metres. Today the gauge shows 5.35", change(2.14, 5.35)),
        ("cost 16,000 last year. Today it costs 20,000", change(16_000.0, 20_000.0)),
        ("without clean water fell from 25 to 20 per cent", -change(25.0, 20.0)),
        ("from 8 to 10 per cent", change(8.0, 10.0)),
        ("2,400,000 people reports 84 cases", 84.0 / 2_400_000.0 * 100_000.0),
        ("450,000 people counts 27 deaths", 27.0 / 450_000.0 * 100_000.0),
        ("31 members and over 16,000 stories a year", 16_000.0 / 31.0 / 365.0),
        ("24 members. In a month of 30 days they sent 540 items", 540.0 / 24.0 / 30.0),
        ("12, 9, 15, 21, 14 and 17 seconds", 12.0 + 9.0 + 15.0 + 21.0 + 14.0 + 17.0),
        ("18, 11, 16, 9 and 24 seconds", 18.0 + 11.0 + 16.0 + 9.0 + 24.0),
        ("00:01:10:05 to 00:01:18:20", frames(78.0, 20.0) - frames(70.0, 5.0)),
        ("00:00:13:10 to 00:00:27:05", frames(27.0, 5.0) - frames(13.0, 10.0)),
        ("7 s 12 f, 9 s 20 f and 12 s 18 f", (frames(7.0, 12.0) + frames(9.0, 20.0) + frames(12.0, 18.0)) / 25.0),
        ("6 s 15 f, 8 s 15 f and 10 s 20 f", (frames(6.0, 15.0) + frames(8.0, 15.0) + frames(10.0, 20.0)) / 25.0),
        ("NO ARCHIVE AFTER 30 DAYS was published on 16 March", 16.0 + 30.0 - 31.0),
        ("NO ARCHIVE AFTER 14 DAYS was published on 22 April", 22.0 + 14.0 - 30.0),
        ("It is 14:50 UTC. The embargo ends at 18:30 in Dunara", clock(18.0 - 3.0, 30.0) - clock(14.0, 50.0)),
        ("2027-03-16T18:00Z. An editor in Dunara, three hours ahead", clock(18.0, 0.0) - clock(18.0 - 3.0, 0.0)),
        ("5 per cent away from each edge. How many pixels is that on the left of a picture 1920", 1920.0 * 0.05),
        ("5 per cent away from each edge. How many pixels is that at the top of a picture 1080", 1080.0 * 0.05),
        ("two frames late, at 25 frames a second", 2.0 / 25.0 * 1000.0),
        ("three frames early, at 25 frames a second", 3.0 / 25.0 * 1000.0),
        ("120 seconds is encoded at 50 Mb/s", 120.0 * 50.0 / 8.0),
        ("100 seconds is encoded at 12 Mb/s", 100.0 * 12.0 / 8.0),
        ("300 MB goes over a line of 4 Mb/s. Count on 80 per cent", minutes(300.0, 4.0, 0.8)),
        ("180 MB goes over a line of 2 Mb/s. Count on 80 per cent", minutes(180.0, 2.0, 0.8)),
        ("measures −18.5 LUFS. The target of the house is −23.0", -18.5 - -23.0),
        ("measures −29.5 LUFS. The target of the house is −23.0", -23.0 - -29.5),
        ("12 foreign items. 9 of them", percent(9.0, 12.0)),
        ("40 foreign items. 26 of them", percent(26.0, 40.0)),
        ("uploaded 24 items. 18 were accepted first time", percent(18.0, 24.0)),
        ("25 were accepted in the end, and 16 of these were picked up", percent(16.0, 25.0)),
        (
            "29 members of the Africa Link Union and more than 2,000 member items in a year. Take 2,000",
            2000.0 / (29.0 * 365.0),
        ),
        ("24 members received 540 items in a month of 30 days", 540.0 / (24.0 * 30.0)),
        ("12 of the 16 pairs of scores are equal", percent(12.0, 16.0)),
        ("score five items on four criteria. 9 of the pairs", percent(9.0, 5.0 * 4.0)),
        ("likelihood 4 and severity 4", 4.0 * 4.0),
        ("likelihood 3, the crew gives severity 5", 3.0 * 5.0),
        ("four sequences. Each has five shots, and she holds each shot for 10 seconds", 4.0 * 5.0 * 10.0),
        ("three sequences of five shots and two cutaways more. Every shot is held for 10", (3.0 * 5.0 + 2.0) * 10.0),
        ("42 words in a transcript. At three words a second", 42.0 / 3.0),
        ("27 words in a transcript. At three words a second", 27.0 / 3.0),
        ("25 seconds of pictures. At three words a second", 25.0 * 3.0),
        ("40 seconds of pictures, all under voice-over. At three words a second", 40.0 * 3.0),
        ("a text of 54 words. At three words a second", 54.0 / 3.0),
        ("text has 84 words. At three words a second", 84.0 / 3.0),
        ("1 minute 30. It holds two soundbites, 14 and 12 seconds, and 4 seconds", (90.0 - 14.0 - 12.0 - 4.0) * 3.0),
        ("50 seconds. It holds one soundbite of 15 seconds and 5 seconds", (50.0 - 15.0 - 5.0) * 3.0),
        ("38 of the 52 villages", percent(38.0, 52.0)),
        ("33 of 44 islands", percent(33.0, 44.0)),
        ("9:16 picture out of a wide one of 1920 × 1080", 1080.0 * 9.0 / 16.0),
        ("608 of its 1920 pixels", percent(608.0, 1920.0)),
        ("stands for 4 seconds. By the kit's rule of three words a second", 4.0 * 3.0),
        ("A caption has 9 words. By the kit's rule of three words a second", 9.0 / 3.0),
        (
            "name search: 1 minute\n- register of addresses: 2 minutes\n- call to the local station: 4",
            8.0 - 1.0 - 2.0 - 4.0,
        ),
        ("Two tabs have used 1 and 3 minutes", 10.0 - 1.0 - 3.0 - 4.0 - 2.0),
    ]
}

/// Questions whose number is counted in a story, not computed.
const COUNTED: [&str; 6] = [
    "how-many-today",
    "how-many-after-radio",
    "count-road",
    "count-strike",
    "Six foreign items: TMV's own pictures",
    "Five items on the by-election: DNT's own pictures",
];

#[test]
fn every_number_that_a_quiz_asks_for_follows_from_its_prompt() {
    let questions = numbers(&course());
    for (words, computed) in asked() {
        let holding: Vec<_> = questions.iter().filter(|(_, question)| question.prompt.contains(words)).collect();
        assert_eq!(holding.len(), 1, "questions with “{words}”");
        for (lesson, question) in holding {
            let QuestionBody::Number { value, tolerance, .. } = question.body else { continue };
            let off = (computed - value).abs();
            assert!(off <= tolerance + 1e-9, "{lesson}#{}: {value}, computed {computed}", question.id);
        }
    }
}

#[test]
fn no_number_of_a_quiz_is_left_out_here() {
    let asked = asked();
    let is_known = |question: &Question| {
        let counted = |name: &&str| question.id.as_str() == *name || question.prompt.contains(*name);
        asked.iter().any(|(words, _)| question.prompt.contains(words)) || COUNTED.iter().any(counted)
    };
    let questions = numbers(&course());
    let missing: Vec<_> = questions.iter().filter(|(_, question)| !is_known(question)).collect();
    let named: Vec<_> = missing.iter().map(|(lesson, question)| format!("{lesson}#{}", question.id)).collect();
    assert!(named.is_empty(), "write a case for {named:?}");
}

fn text(path: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap()
}

/// Rounds as the texts do.
fn to(places: usize, number: f64) -> String {
    let text = format!("{number:.places$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// What the lessons say, written with numbers that are computed here.
fn said() -> Vec<(&'static str, String)> {
    let size = |rate: f64, seconds: f64| rate * seconds / 8.0;
    let slow = |rate, seconds| to(1, minutes(size(rate, seconds), 2.0, 0.8));
    vec![
        ("lessons/exchange/06-metadata-transfer.md", format!("50 × 90 ÷ 8 = {} MB", to(1, size(50.0, 90.0)))),
        ("lessons/exchange/06-metadata-transfer.md", format!("At 10 Mb/s: {} MB", to(1, size(10.0, 90.0)))),
        (
            "lessons/exchange/06-metadata-transfer.md",
            format!(
                "On a line of 2 Mb/s the first needs {} minutes, the second {}.",
                to(1, minutes(562.5, 2.0, 1.0)),
                to(1, minutes(112.5, 2.0, 1.0))
            ),
        ),
        (
            "lessons/exchange/06-metadata-transfer.md",
            format!(
                "Then 2 Mb/s become {}, and the times become {} and {} minutes.",
                to(1, 2.0 * 0.8),
                slow(50.0, 90.0),
                slow(10.0, 90.0)
            ),
        ),
        (
            "lessons/exchange/06-metadata-transfer.md",
            format!("| 1    | 90      | {}  | {}     |", to(2, size(1.0, 90.0)), slow(1.0, 90.0)),
        ),
        (
            "lessons/exchange/06-metadata-transfer.md",
            format!("| 10   | 20      | {}     | {}     |", to(1, size(10.0, 20.0)), slow(10.0, 20.0)),
        ),
        ("lessons/exchange/06-metadata-transfer.md", format!("8 × 60 ÷ 8       = {} MB", to(1, size(8.0, 60.0)))),
        ("lessons/exchange/06-metadata-transfer.md", format!("1.25 × 80 ÷ 100  = {} Mb/s", to(2, 1.25 * 0.8))),
        (
            "lessons/exchange/09-quality-coordination.md",
            format!(
                "29 × 365 = {} items. 2,000 ÷ 10,585 = {}.",
                to(3, 29.0 * 365.0 / 1000.0).replace('.', ","),
                to(2, 2000.0 / (29.0 * 365.0))
            ),
        ),
        ("lessons/exchange/03-shotlist-soundbites.md", format!("15 ÷ 25 = {} seconds", to(1, 15.0 / 25.0))),
        (
            "lessons/exchange/05-delivery-qc.md",
            format!(
                "5 per cent on each side for graphics, by the common reading of the EBU's R 95. Of 1920 pixels that is {}.",
                to(0, 1920.0 * 0.05)
            ),
        ),
        (
            "lessons/exchange/05-delivery-qc.md",
            format!("23.0 − 16.8 = {}, so {} LU", to(1, 23.0 - 16.8), to(1, 23.0 - 16.8)),
        ),
        (
            "lessons/exchange/08-using-exchange-material.md",
            format!("five of six: {} per cent", to(0, percent(5.0, 6.0))),
        ),
        (
            "lessons/gathering/06-script-to-pictures.md",
            format!("leaves {} seconds: {} words", to(0, 60.0 - 15.0 - 5.0), to(0, 40.0 * 3.0)),
        ),
        ("lessons/gathering/06-script-to-pictures.md", format!("15 × 3 = **{} words**", to(0, 15.0 * 3.0))),
        ("lessons/gathering/06-script-to-pictures.md", format!("has 57, which is {} seconds", to(0, 57.0 / 3.0))),
        (
            "lessons/gathering/08-vertical-short.md",
            format!(
                "keep {} per cent of its width: {} ÷ {} = {}.",
                to(0, percent(9.0 / 16.0, 16.0 / 9.0)),
                to(4, 9.0 / 16.0),
                to(3, 16.0 / 9.0),
                to(3, (9.0 / 16.0) / (16.0 / 9.0))
            ),
        ),
        ("lessons/checking/06-where-when.md", format!("|<-- {} m -->|", to(2, shadow(1.6, 32.0)))),
        ("lessons/checking/06-where-when.md", format!("{} m = 1.6 ÷ tan 63°", to(1, shadow(1.6, 63.0)))),
        ("lessons/checking/06-where-when.md", format!("4 × 0.67 = {} m", to(1, 4.0 * 0.67))),
        ("lessons/checking/06-where-when.md", format!("1.5 ÷ 1.6 = {}.", to(2, 1.5 / 1.6))),
        ("lessons/checking/07-synthetic-media.md", format!("13.6 ÷ 17 = {}.", to(1, 13.6 / 17.0))),
        (
            "lessons/checking/08-numbers-quotes.md",
            format!("(6.42 − 2.14) ÷ 2.14 × 100 = {}.", to(0, change(2.14, 6.42))),
        ),
        ("lessons/checking/08-numbers-quotes.md", format!("**{} per cent** down (5 ÷ 20)", to(0, -change(20.0, 15.0)))),
        (
            "lessons/checking/08-numbers-quotes.md",
            format!("{} per cent (17 × 1.30) or {} per cent (17 + 30)", to(1, 17.0 * 1.3), to(0, 17.0 + 30.0)),
        ),
        (
            "lessons/checking/08-numbers-quotes.md",
            format!("80,000 ÷ 400,000 = {} per cent", to(0, percent(80.0, 400.0))),
        ),
        (
            "lessons/checking/08-numbers-quotes.md",
            format!("84,000 ÷ 560,000 = {} per cent", to(0, percent(84.0, 560.0))),
        ),
        ("lessons/checking/08-numbers-quotes.md", format!("4,000 ÷ 80,000 = {} per cent", to(0, percent(4.0, 80.0)))),
        ("lessons/checking/08-numbers-quotes.md", format!("| (6 − 2) ÷ 2 × 100 | up {} ", to(0, change(2.0, 6.0)))),
        (
            "lessons/checking/08-numbers-quotes.md",
            format!("38 ÷ 52 = {}, so {} per cent", to(2, 38.0 / 52.0), to(0, percent(38.0, 52.0))),
        ),
    ]
}

#[test]
fn every_number_that_a_lesson_works_out_follows_from_its_inputs() {
    let missing: Vec<_> = said().into_iter().filter(|(path, words)| !text(path).contains(words.as_str())).collect();
    assert!(missing.is_empty(), "not in the text: {missing:#?}");
}

#[test]
fn every_track_test_draws_from_forty_questions_or_more_and_each_form_finds_its_eight() {
    let course = course();
    let slots = |track: &rundown::course::Track, with_sister: bool| -> usize {
        let of_track = course.outlines().iter().filter(|outline| track.lessons.contains(&outline.id));
        of_track.flat_map(|outline| &outline.slots).filter(|slot| !with_sister || slot.questions.len() > 1).count()
    };
    for track in &course.manifest().tracks {
        assert!(slots(track, false) >= 40, "{}", track.id);
        assert!(slots(track, true) >= 8, "{}", track.id);
    }
}
