//! Whatever the order of the files, and however often the program is killed: the figures and the report are the same.
//!
//! Apart from a trainer's day because this is the long run: see `size`.

use super::*;

/// How many files, events in each, and kills: small in CI, as `RUNDOWN_MERGE` says in the full run.
#[expect(clippy::disallowed_methods, reason = "the full run is asked for from outside")]
fn size() -> [usize; 3] {
    let asked = std::env::var("RUNDOWN_MERGE").unwrap_or_else(|_| "6 40 4".to_owned());
    let numbers: Vec<usize> = asked.split_whitespace().map(|number| number.parse().unwrap()).collect();
    numbers.try_into().unwrap()
}

/// Collects again and again, killed ever later, and once to the end.
fn collect_with_kills(home: &Path, files: &[PathBuf], kills: usize) {
    let mut args = vec!["cohort", "collect", "--add", "--cohort", "Dakar"];
    args.extend(files.iter().map(|file| file.to_str().unwrap()));
    for kill in 1..=kills {
        let mut child = command(home, &args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        for _ in 0..kill * 4_000 {
            if child.try_wait().unwrap().is_some() {
                break;
            }
        }
        // One that is done already cannot be killed, and is as good as one that was not.
        drop(child.kill());
        child.wait().unwrap();
    }
    expect(&run(home, &args), 0, "");
}

#[test]
fn whatever_the_order_and_however_often_it_is_killed_the_figures_are_the_same_bytes() {
    let [files, events, kills] = size();
    let folder = tempfile::tempdir().unwrap();
    let path = |number: usize| folder.path().join(format!("stick/{number}.rundown"));
    for number in 0..files {
        let name = format!(
            "Learner {}",
            char::from(b'A' + u8::try_from(number % 26).unwrap()).to_string() + &number.to_string()
        );
        Made::new(number as u128 + 1, &name).sits(number % 3 > 0).reads(events).write(&path(number));
    }
    let forward: Vec<PathBuf> = (0..files).map(path).collect();
    let backward: Vec<PathBuf> = forward.iter().rev().cloned().collect();
    let (front, back) = forward.split_at(files / 2);
    let turned = [back, front, back].concat();
    let shown: Vec<[String; 2]> = [forward.clone(), backward, turned]
        .iter()
        .enumerate()
        .map(|(number, order)| {
            let home = folder.path().join(format!("home-{number}"));
            expect(&run(&home, &["cohort", "new", "Dakar"]), 0, "Dakar");
            // The order of the command line is that of the files' names: so each goes by itself.
            for file in order {
                collect_with_kills(&home, std::slice::from_ref(file), kills / files.max(1));
            }
            collect_with_kills(&home, order, kills);
            let shown = told(&run(&home, &["cohort", "show"]));
            let report = told(&run(&home, &["cohort", "report", "--format", "csv"]));
            // Two things are a home's own: the cohort's id, and the moment at which a report is made.
            let id = told(&run(&home, &["cohort", "list"])).split_whitespace().next().unwrap().to_owned();
            let made_at = report.lines().nth(1).unwrap().split('"').nth(3).unwrap().to_owned();
            assert!(made_at.starts_with("20"), "{made_at}");
            [shown, report].map(|text| text.replace(&id, "").replace(&made_at, ""))
        })
        .collect();
    let [first, report] = &shown[0];
    assert_eq!(first.matches("Learner").count(), files, "{first}");
    assert!(first.contains("1 quiz passed") && first.contains("0 quizzes passed"));
    assert!(shown[0] == shown[1] && shown[1] == shown[2]);
    println!(
        "{files} files of {events} events in three orders, {kills} kills in each: a report of {} bytes, alike",
        report.len()
    );
}
