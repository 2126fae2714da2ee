//! The numbers of the built-in exercises, computed again from what the texts give: durations, sums, percentages, file
//! sizes, read times, shadows, budgets, hours.
//!
//! Apart from the numbers of lessons and quizzes (`course.rs`) because a result here often stands on a card, in a rule or
//! in a model work, which are taken from the checked exercise and not from its text. Each case ties inputs that are named
//! to the result that is named, so that a change on either side fails.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops where the course cannot be read")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rundown::course::exercise::arrange::Value;
use rundown::course::exercise::work::Entry;
use rundown::course::exercise::{Case, Engine, Exercise, Work};
use rundown::course::{Course, QuestionBody};
use rundown::id::{ExerciseId, Lang};

fn course() -> Course {
    Course::embedded().unwrap()
}

fn exercise(id: &str) -> Arc<Exercise> {
    course().exercise(&ExerciseId::new(id).unwrap(), &Lang::new("en").unwrap()).unwrap()
}

fn text(exercise: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("exercises").join(exercise).with_extension("toml");
    std::fs::read_to_string(path).unwrap()
}

/// Rounds as the texts do.
fn to(places: usize, number: f64) -> String {
    let text = format!("{number:.places$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

fn percent(part: f64, whole: f64) -> f64 {
    part / whole * 100.0
}

/// Minutes after midnight.
fn clock(hour: i32, minute: i32) -> i32 {
    hour * 60 + minute
}

fn hhmm(minutes: i32) -> String {
    format!("{:02}:{:02}", minutes.div_euclid(60) % 24, minutes.rem_euclid(60))
}

fn count(words: &str) -> usize {
    words.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

/// Seconds of a text that is read aloud, at three words a second.
fn read(words: usize) -> f64 {
    number(words) / 3.0
}

/// Frames of a timecode at 25 frames a second.
fn frames(timecode: &str) -> u32 {
    let parts: Vec<u32> = timecode.split(':').map(|part| part.parse().unwrap()).collect();
    let [hours, minutes, seconds, frames] = parts[..] else { panic!("{timecode}") };
    ((hours * 60 + minutes) * 60 + seconds) * 25 + frames
}

fn mmss(seconds: u32) -> String {
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}

/// Says which of these words are not in the text of an exercise.
fn missing(exercise: &str, words: &[String]) -> Vec<String> {
    let text = text(exercise);
    words.iter().filter(|words| !text.contains(words.as_str())).cloned().collect()
}

#[track_caller]
fn says(exercise: &str, words: &[String]) {
    assert_eq!(missing(exercise, words), [""; 0], "{exercise}");
}

/// The seconds that a card of an arrangement counts under a name.
fn counted(exercise: &Exercise, name: &str) -> BTreeMap<String, f64> {
    let Engine::Arrange(arranging) = &exercise.engine else { panic!("{}", exercise.id) };
    let of = |card: &rundown::course::exercise::arrange::Card| match card.with.get(name)? {
        Value::Number(number) => Some((card.id.to_string(), f64::from(i32::try_from(*number).unwrap()))),
        Value::Text(_) => None,
    };
    arranging.cards.iter().filter_map(of).collect()
}

/// Seconds of a file on the usable part of a line of 2 Mb/s; a begun second is a second.
fn on_the_line(rate: f64, seconds: f64) -> f64 {
    (rate * seconds / (2.0 * 0.8)).ceil()
}

#[test]
fn the_seconds_on_the_line_follow_from_rate_and_length_of_each_file() {
    let id = "exchange/beat-the-line";
    let cards = counted(&exercise(id), "seconds on the line");
    let minutes = |minutes: f64| minutes * 60.0;
    let cases = [
        ("sheet", "(text, 0.02 MB)", (0.02_f64 * 8.0 / 1.6).ceil()),
        ("proxy", "PROXY.mp4, 90 s at 1 Mb/s", on_the_line(1.0, 90.0)),
        ("edit-full", "V1.mxf, 90 s at 50 Mb/s", on_the_line(50.0, 90.0)),
        ("edit-thin", "BRIDGE-20270316-V1.mp4, 90 s, H.264 at 10 Mb/s", on_the_line(10.0, 90.0)),
        ("edit-unnamed", "final_final2 Kolombé.mp4, 90 s, H.264 at 10 Mb/s", on_the_line(10.0, 90.0)),
        ("edit-small", "BRIDGE-20270316-V1.mp4, 90 s, H.264 at 4 Mb/s", on_the_line(4.0, 90.0)),
        ("bite", "V1.mp4, 20 s, H.264 at 10 Mb/s", on_the_line(10.0, 20.0)),
        ("extra", "V1.mp4, 300 s, H.264 at 10 Mb/s", on_the_line(10.0, 300.0)),
        ("rushes", "22 minutes at 50 Mb/s", on_the_line(50.0, minutes(22.0))),
        ("compare", "has compared them (2 minutes)", minutes(2.0)),
        ("zip", "before sending (4 minutes)", minutes(4.0)),
        ("cdn", "to speed up the upload (10 minutes)", minutes(10.0)),
    ];
    assert_eq!(cases.len(), cards.len());
    for (card, words, computed) in cases {
        says(id, &[words.to_owned()]);
        assert!((cards[card] - computed).abs() < 0.01, "{card}: {} and not {computed}", cards[card]);
    }
    let budget = (clock(16, 0) - clock(15, 15)) * 60;
    says(
        id,
        &[
            format!("you count on 80 per cent of it: {} Mb/s", to(1, 2.0 * 0.8)),
            format!("open a bulletin at 16:00, so you have **{} minutes**", budget / 60),
            format!("Second 1,{} of your plan is 15:45", (clock(15, 45) - clock(15, 15)) * 60 - 1000),
            format!("max = {budget}"),
            format!("max = {}", budget - 600),
            format!("It needs {} seconds", on_the_line(10.0, 20.0)),
            format!("50 × 90 ÷ 1.6 = 2,{} seconds, and ÷ 60 = {} minutes", to(1, 812.5), to(1, 2812.5 / 60.0)),
            format!("value = {}", to(1, 50.0 * 90.0 / 1.6 / 60.0)),
            format!("value = {}", to(1, 50.0 * 90.0 / 2.0 / 60.0)),
            format!("value = {}", to(2, 50.0 * 90.0 / 8.0 / 1.6 / 60.0)),
        ],
    );
}

#[test]
fn the_audit_of_numbers_is_right_about_each_number() {
    let (coast, upper) = (45.0 / 900_000.0 * 1e5, 36.0 / 400_000.0 * 1e5);
    says(
        "checking/number-audit",
        &[
            "cost 20,000 a year ago and costs 26,000 today".to_owned(),
            format!("6,000 more on 20,000 is {} per cent", to(0, percent(26.0 - 20.0, 20.0))),
            format!("6,000 ÷ 26,000 = {} per cent", to(0, percent(6.0, 26.0))),
            format!("increase of {} per cent", to(0, percent(6.0, 26.0))),
            "12 per cent of clinics had no clean water in 2024, 18 per cent in 2026".to_owned(),
            format!("From 12 to 18 per cent is {} points, or {} per cent", 18 - 12, to(0, percent(6.0, 12.0))),
            format!("value = {}\n  tolerance = 0.4", to(1, percent(6.0, 18.0))),
            format!("45 in 900,000 are {} per 100,000. 36 in 400,000 are {}.", to(1, coast), to(1, upper)),
            format!("“{} cases per 100,000 in the upper province, {} on the coast”", to(1, upper), to(1, coast)),
            format!("value = {}\n  tolerance = 0.9", to(0, upper * 10.0)),
            format!("310 ÷ 1,240 = {} per cent", to(0, percent(310.0, 1240.0))),
        ],
    );
}

#[test]
fn every_question_of_an_exercise_that_asks_for_a_number_has_the_right_one() {
    let asked = [
        ("90 seconds at 50 Mb/s, with 1.6 Mb/s usable", 50.0 * 90.0 / 1.6 / 60.0),
        ("Maize, 20,000 to 26,000: by how many per cent", percent(26.0 - 20.0, 20.0)),
        ("12 to 18 per cent: by how many per cent is the share up", percent(18.0 - 12.0, 12.0)),
        ("36 cases in 400,000 people: how many cases per 100,000", 36.0 / 400_000.0 * 100_000.0),
    ];
    let course = course();
    let mut seen = 0;
    for outline in course.exercises() {
        let exercise = exercise(outline.id.as_str());
        for question in &exercise.questions {
            let QuestionBody::Number { value, tolerance, .. } = question.body else { continue };
            let case = asked.iter().find(|(words, _)| question.prompt.contains(words));
            let Some((_, computed)) = case else { panic!("write a case for {}#{}", exercise.id, question.id) };
            assert!((computed - value).abs() <= tolerance, "{}#{}: {value}, {computed}", exercise.id, question.id);
            seen += 1;
        }
    }
    assert_eq!(seen, asked.len());
}

#[test]
fn the_sun_table_holds_shadows_of_its_heights() {
    let text = text("checking/pin-and-clock");
    let shadow = |degrees: f64| 1.7 / degrees.to_radians().tan();
    let mut rows = 0;
    for line in text.lines().filter(|line| line.starts_with("| ") && line.contains('°')) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let height: f64 = cells[2].trim_end_matches('°').parse().unwrap();
        let length: f64 = cells[4].trim_end_matches(" m").parse().unwrap();
        let (shortest, longest) = (shadow(height + 0.5), shadow(height - 0.5));
        assert!((shortest - 0.005..=longest + 0.005).contains(&length), "{line}: {shortest} to {longest}");
        rows += 1;
    }
    assert_eq!(rows, 11);
    let degrees = (1.7_f64 / 2.5).atan().to_degrees();
    says(
        "checking/pin-and-clock",
        &[
            "A man of about 1.7 metres".to_owned(),
            "His shadow is about 2.5 metres long".to_owned(),
            format!(
                "2.5 ÷ 1.7 = {} metres of shadow for each metre of height: a sun of about {} degrees",
                to(2, 2.5 / 1.7),
                to(0, degrees)
            ),
            format!("Shadow 2.5 ÷ 1.7 = {}, towards the bridge", to(2, 2.5 / 1.7)),
            "the table has 2.60 at 16:00, 33° high. At 12:00 it would be 0.29 metres".to_owned(),
        ],
    );
}

fn case(exercise: &Exercise) -> &Case {
    if let Engine::Case(case) = &exercise.engine { case } else { panic!("{}", exercise.id) }
}

/// What some tools of a case cost together.
fn cost(case: &Case, tools: &[String]) -> u16 {
    let cost = |id: &String| case.tools.iter().find(|tool| tool.id.as_str() == id).unwrap().cost;
    tools.iter().map(cost).sum()
}

#[test]
fn what_an_expert_spends_on_a_case_is_the_sum_of_its_tools_and_within_the_budget() {
    let cases = [
        ("checking/case-dam-video", "Preserve 2, post 2, keyframes 2, flip 2, operator 5, colleague 3: **"),
        ("checking/voice-note", "Preserve 2, chain 2, longer copy 4, office 5, published notices 3, colleague 3: **"),
        ("checking/pin-and-clock", "Save 2, list 3, bridge 3, line 3, shadow 3, sun 5, weather 3, colleague 3: **"),
        ("capstone/night-clip", "Preserve 1, keyframes 1, place 1, traders 2, police 2, colleague 1: **"),
        ("capstone/night-fever", "Preserve 1, Northgate 1, River Hands 2, hospital 2, colleague 1: **"),
    ];
    for (id, words) in cases {
        let exercise = exercise(id);
        let case = case(&exercise);
        let Some(Work::Case { used, .. }) = &exercise.model else { panic!("{id}") };
        let sum = cost(case, used);
        says(id, &[format!("{words}{sum} minutes**")]);
        let named: Vec<u16> = words.split([' ', ',', ':']).filter_map(|word| word.parse().ok()).collect();
        let costs: Vec<u16> = used.iter().map(|id| cost(case, std::slice::from_ref(id))).collect();
        let sorted = |mut all: Vec<u16>| {
            all.sort_unstable();
            all
        };
        assert_eq!((named.iter().sum::<u16>(), sorted(named)), (sum, sorted(costs)), "{id}");
        assert!(sum <= case.budget, "{id}");
    }
    let clip = exercise("capstone/night-clip");
    let Some(Work::Case { used, .. }) = &clip.model else { panic!("no model") };
    let with_book = cost(case(&clip), used) + cost(case(&clip), &["school".to_owned()]);
    says("capstone/night-clip", &[format!("With the store book it takes {with_book} and has three")]);
    let tabs = exercise("checking/tab-budget");
    let three = cost(case(&tabs), &["name-search".to_owned(), "office".to_owned()]);
    let six = three + cost(case(&tabs), &["call-oryx".to_owned()]);
    assert_eq!((three, six), (3, 6));
    says("checking/tab-budget", &["could stop after three minutes".to_owned(), "Six minutes are us".to_owned()]);
}

#[test]
fn the_shares_in_the_coordinators_note_follow_from_the_log() {
    let rows = [
        ("| Lagune TV       | 36       | 27         | 7     | 2        | 21        |", [36.0, 27.0, 7.0, 2.0, 21.0]),
        ("| DNT             | 30       | 24         | 4     | 2        | 16        |", [30.0, 24.0, 4.0, 2.0, 16.0]),
        ("| Sol TV          | 45       | 36         | 6     | 3        | 21        |", [45.0, 36.0, 6.0, 3.0, 21.0]),
        ("| Canal Oryx      | 15       | 12         | 3     | 0        | 12        |", [15.0, 12.0, 3.0, 0.0, 12.0]),
        ("| Télé Deux-Rives | 20       | 8          | 9     | 3        | 7         |", [20.0, 8.0, 9.0, 3.0, 7.0]),
    ];
    let sum = |column: usize| rows.iter().map(|(_, row)| row[column]).sum::<f64>();
    for (line, [uploaded, first, later, rejected, _]) in rows {
        says("exchange/coordinator-note", &[line.to_owned()]);
        assert!((uploaded - first - later - rejected).abs() < 0.01, "{line}");
    }
    let mean = rows.iter().map(|(_, row)| percent(row[1], row[0])).sum::<f64>() / 5.0;
    let (all, accepted) = (percent(sum(1), sum(0)), 8.0 + 9.0);
    says(
        "exchange/coordinator-note",
        &[
            "The log for April (30 days)".to_owned(),
            format!("key = \"{}\"", to(1, percent(20.0, 30.0))),
            format!("key = \"{}\"", to(1, percent(8.0, 20.0))),
            format!("key = \"{}\"", to(1, percent(7.0, accepted))),
            format!("key = \"{}\"", to(1, all)),
            format!("Accepted are 8 + 9 = {} items. 7 ÷ {} × 100.", to(0, accepted), to(0, accepted)),
            format!("{} accepted first time ÷ {} uploads × 100", to(0, sum(1)), to(0, sum(0))),
            format!("would be another number, {mean:.1}"),
            "Of the 9 returns, 6 were R2".to_owned(),
            format!("({}|66 7) per cent", to(0, percent(6.0, 9.0))),
        ],
    );
}

#[test]
fn the_judges_agree_in_as_many_pairs_as_the_award_says() {
    let text = text("exchange/award-jury");
    let scores = |cell: &str| cell.split_whitespace().map(|n| n.parse::<i32>().unwrap()).collect::<Vec<_>>();
    let is_row =
        |line: &&str| ["| Boat", "| Night at", "| New st", "| Market"].iter().any(|name| line.starts_with(name));
    let rows: Vec<Vec<&str>> =
        text.lines().filter(is_row).map(|line| line.split('|').map(str::trim).collect()).collect();
    let pairs: Vec<(i32, i32)> = rows.iter().flat_map(|row| scores(row[2]).into_iter().zip(scores(row[3]))).collect();
    let equal = pairs.iter().filter(|(a, b)| a == b).count();
    let apart = pairs.iter().filter(|(a, b)| (a - b).abs() >= 2).count();
    let share = to(2, percent(number(equal), number(pairs.len())));
    assert_eq!(apart, 2, "the key names two gaps");
    says(
        "exchange/award-jury",
        &[
            format!("There are {} pairs, and {equal} of them are equal", pairs.len()),
            format!("key = \"{share}\""),
            format!("agree in {equal} of {} pairs, {share} per cent", pairs.len()),
        ],
    );
    let Some(Work::Form { fields }) = &exercise("exchange/award-jury").model else { panic!("no model") };
    let Some(Entry::Rows(model)) = fields.get("scores") else { panic!("no scores") };
    let sum = |row: &Vec<String>| row[1..5].iter().map(|score| score.parse::<i32>().unwrap()).sum::<i32>();
    let best = model.iter().max_by_key(|row| sum(row)).unwrap();
    assert_eq!(best[0], "Boat school", "the key says that the boat school leads");
    let lists = model.iter().map(|row| format!("{} {}", row[0], row[1..5].join(" ")));
    says("exchange/award-jury", &lists.collect::<Vec<_>>());
}

/// The shots of a model's form: in and out.
fn shots(id: &str) -> Vec<(u32, u32)> {
    let Some(Work::Form { fields }) = &exercise(id).model else { panic!("{id}") };
    let Some(Entry::Rows(rows)) = fields.get("shots") else { panic!("{id}") };
    let is_time = |cell: &&String| cell.matches(':').count() == 3 && cell.len() == 11;
    let pair = |row: &Vec<String>| {
        let times: Vec<u32> = row.iter().filter(is_time).map(|time| frames(time)).collect();
        (times[0], times[1])
    };
    rows.iter().map(pair).collect()
}

#[test]
fn durations_are_the_sums_of_their_shots() {
    let sum = |id: &str| shots(id).iter().map(|(from, to)| to - from).sum::<u32>();
    let seconds = sum("exchange/fill-dopesheet") / 25;
    says(
        "exchange/fill-dopesheet",
        &[
            format!("the seven shots last {seconds} seconds: {}", mmss(seconds)),
            format!("the duration falls from {} to {}", mmss(seconds + 6), mmss(seconds)),
            format!("duration = \"{}\"", mmss(seconds)),
        ],
    );
    assert_eq!(shots("exchange/fill-dopesheet").len(), 7);
    says("capstone/night-sheet", &[format!("duration = \"{}\"", mmss(sum("capstone/night-sheet") / 25))]);
    says("exchange/repair-shotlist", &[format!("given = \"{}\"", mmss(sum("exchange/repair-shotlist") / 25))]);
    let bite = shots("exchange/repair-shotlist")[2];
    assert_eq!(bite, (13 * 25 + 10, 27 * 25 + 10), "from thirteen seconds and ten frames, fourteen seconds");
    says("exchange/repair-shotlist", &["at thirteen seconds and ten frames. Her bite is exactly fourteen".to_owned()]);
}

/// What stands between the first two of a mark after some words.
fn quoted(exercise: &str, after: &str, mark: &str) -> String {
    let text = text(exercise);
    let rest = text.split_once(after).unwrap_or_else(|| panic!("{exercise}: {after}")).1;
    rest.split(mark).nth(1).unwrap().to_owned()
}

#[test]
fn words_and_read_times_are_those_of_the_texts_they_speak_of() {
    let given = |id: &str| {
        let exercise = exercise(id);
        let Engine::Write(writing) = &exercise.engine else { panic!("{id}") };
        writing.given.clone()
    };
    let draft = count(&given("gathering/cut-to-time"));
    let model = count(&quoted("gathering/cut-to-time", "A model with", "*"));
    let night = count(&quoted("capstone/night-text", "A model with", "*"));
    let bite = quoted("gathering/pick-the-bite", "almost 14 seconds:", "*");
    let first_two = bite.split_inclusive('.').take(2).collect::<String>();
    assert_eq!(to(0, read(count(&bite))), "14");
    says(
        "gathering/cut-to-time",
        &[
            format!("It has {draft} words, which is {} seconds", to(0, read(draft))),
            format!("A model with {model} words, {} seconds", to(0, read(model))),
            format!("**Cut it to {}–{} words.**", 19 * 3, 21 * 3),
        ],
    );
    says(
        "capstone/night-text",
        &[
            format!("A model with {night} words, {} seconds", to(0, read(night))),
            format!("**{}–{} words**, about 20 seconds", 19 * 3, 21 * 3),
            "the gauge at Kolombé shows 6.18 metres. At 06:00 it was 6.42".to_owned(),
            format!("6.18 metres at 20:00, {} centimetres less", to(0, (6.42 - 6.18) * 100.0)),
        ],
    );
    says(
        "gathering/pick-the-bite",
        &[
            format!("The best bite has {} words", count(&bite)),
            format!("{} words, {} seconds", count(&first_two), to(0, read(count(&first_two)))),
            format!("8 to 18 seconds are {} to {} words", 8 * 3, 18 * 3),
            format!("min = {}\nmax = {}", 8 * 3, 18 * 3),
        ],
    );
    says(
        "checking/debunk-500",
        &[format!(
            "45 to 60 words: at three words a second that is {} to {} seconds",
            to(0, read(45)),
            to(0, read(60))
        )],
    );
    says("gathering/cut-down", &[format!("Three words a second: a card of five seconds holds {}", 5 * 3)]);
    says(
        "exchange/de-promo",
        &[
            "Rewrite the text in **50 words or fewer**".to_owned(),
            format!("has about {} seconds for it", read(50).floor()),
        ],
    );
}

#[test]
fn a_script_without_its_praise_is_as_much_shorter_as_its_debrief_says() {
    let audit = text("gathering/solution-audit");
    let sentence = |id: &str| {
        let (_, rest) = audit.split_once(&format!("{{{id}: ")).unwrap();
        rest.split_once('}').unwrap().0.to_owned()
    };
    let praise = ["historic", "proud"].map(|id| count(&sentence(id)));
    says("gathering/solution-audit", &[format!("{} words shorter", praise.iter().sum::<usize>())]);
}

#[test]
fn seconds_of_cards_add_up_to_what_the_debrief_says() {
    let id = "gathering/cut-down";
    let exercise = exercise(id);
    let cards = counted(&exercise, "seconds");
    let Some(Work::Arrange { cards: chosen, .. }) = &exercise.model else { panic!("{id}") };
    let seconds: Vec<String> = chosen.iter().map(|card| to(0, cards[card])).collect();
    let names = ["barrier", "gauge", "queue", "yard", "blankets", "Paul Oreni with his *but*", "roof"];
    let list = names.iter().zip(&seconds).map(|(name, seconds)| format!("{name} {seconds}")).collect::<Vec<_>>();
    let sum: f64 = chosen.iter().map(|card| cards[card]).sum();
    says(id, &[format!("{}. Together {} seconds.", list.join(", "), to(0, sum))]);
    let water = counted(&self::exercise("gathering/sequence-builder"), "usable seconds")["water"];
    assert_eq!(to(0, water), "7");
    says("gathering/sequence-builder", &["lets the water run for its full seven seconds".to_owned()]);
    says(
        "exchange/build-the-bulletin",
        &[
            format!("between 4:45 and 5:00, so {} to {} seconds", 4 * 60 + 45, 5 * 60),
            format!("Between {} and {}.", 285, 300),
        ],
    );
}

#[test]
fn levels_hours_and_remainders_follow_from_what_is_given() {
    let dunara = |hour: i32, minute: i32| hhmm(clock(hour, minute) - 3 * 60);
    says(
        "exchange/qc-report",
        &[
            "Loudness −23.0 LUFS, 1 LU either way".to_owned(),
            "\"-24.6 LUFS\"".to_owned(),
            format!("24.6 − 23.0 = {} LU too quiet", to(1, 24.6 - 23.0)),
            format!("level up by {} LU", to(1, 24.6 - 23.0)),
        ],
    );
    says(
        "exchange/inbox",
        &[
            "1080i50, clean, −17.5 LUFS".to_owned(),
            format!("{} units above the target", to(1, -17.5 - -23.0)),
            format!("−17.5 LUFS, {} LU above the target", to(1, -17.5 - -23.0)),
        ],
    );
    says(
        "checking/voice-note",
        &[
            "a voice note of 22 seconds".to_owned(),
            format!("A trader sends a copy of 41 seconds. The other {} seconds", 41 - 22),
        ],
    );
    says("checking/case-dam-video", &[format!("Posted 14:52 in Dunara (UTC+3), which is {} UTC", dunara(14, 52))]);
    says("exchange/restriction-line", &[format!("18:30 in Dunara is {} UTC", dunara(18, 30))]);
    says(
        "exchange/write-a-request",
        &[
            format!("19:00 in Dunara is {} UTC; thirty minutes before is {} UTC", dunara(19, 0), dunara(18, 30)),
            format!("19:00 in Dunara, {} UTC, less thirty minutes, {} UTC", dunara(19, 0), dunara(18, 30)),
        ],
    );
    says(
        "exchange/joint-planning",
        &[
            "on Friday 16 April at **19:00 in Dunara**".to_owned(),
            format!("2027-04-16T{}Z", dunara(19, 0)),
            "by Monday 12 April at **12:00 in Dunara**".to_owned(),
            format!("2027-04-12T{}Z", dunara(12, 0)),
        ],
    );
    says("capstone/night-kill", &["out of the list for 22:00".to_owned(), "It is 21:47 UTC".to_owned()]);
    assert_eq!(clock(22, 0) - clock(21, 47), 13, "as the title of the kill says");
    says("exchange/working-group", &[format!("from 09:00 to 09:{} UTC", 45), "a meeting of 45".to_owned()]);
}

#[test]
fn the_scores_of_the_risk_form_are_products_and_its_bands_hold_all_of_them() {
    let Some(Work::Form { fields }) = &exercise("gathering/risk-form").model else { panic!("no model") };
    let Some(Entry::Rows(hazards)) = fields.get("hazards") else { panic!("no hazards") };
    for row in hazards {
        let number = |at: usize| row[at].parse::<u32>().unwrap();
        assert_eq!(number(2) * number(3), number(4), "{row:?}");
        assert!(number(7) <= number(4), "{row:?}");
    }
    says("gathering/risk-form", &["Bands of this kit: 1–6 low, 8–12 medium, 15–25 stop or redesign".to_owned()]);
    let products: std::collections::BTreeSet<u32> = (1..=5).flat_map(|l| (1..=5).map(move |s| l * s)).collect();
    let is_in_a_band = |score: &u32| (1..=6).contains(score) || (8..=12).contains(score) || (15..=25).contains(score);
    assert!(products.iter().all(is_in_a_band), "{products:?}");
}
