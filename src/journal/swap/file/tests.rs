//! A swap is read as it was written, or refused with a word.

use super::*;
use crate::id::AttemptId;

fn offer() -> Swap {
    let fields = [
        ("slug", Entry::One("2104-FLOOD/\u{1b}[2J".into())),
        ("warnings", Entry::Several(vec!["FLASH".into()])),
        ("shots", Entry::Rows(vec![vec!["1".into(), String::new()]])),
    ];
    Swap {
        item: AttemptId::from_bits(7),
        from: Sender { name: "Awa".into(), station: "Lagune TV".into() },
        course: CourseId::new("course").unwrap(),
        exercise: ExerciseId::new("exchange/fill-dopesheet").unwrap(),
        lang: Lang::english(),
        at: Timestamp(1_800_000_000_000),
        what: Handed::Offer(fields.map(|(id, entry)| (id.to_owned(), entry)).into()),
    }
}

fn returned() -> Swap {
    let verdict = Verdict { decision: "R".into(), code: "R2".into(), note: "Line, 15:10".into() };
    Swap { what: Handed::Return(verdict), ..offer() }
}

/// Writes a first line with its right hash.
fn sealed(line: &str) -> Vec<u8> {
    format!("{line}\n{{\"hash\":\"{}\"}}\n", hash(line.as_bytes())).into_bytes()
}

fn first_line(swap: &Swap) -> String {
    let bytes = write(swap).unwrap();
    String::from_utf8(bytes).unwrap().lines().next().unwrap().to_owned()
}

#[test]
fn a_swap_is_read_as_it_was_written() {
    for swap in [offer(), returned()] {
        assert_eq!(read(&write(&swap).unwrap()), Ok(swap));
    }
}

#[test]
fn a_file_that_is_cut_anywhere_is_refused() {
    let whole = write(&offer()).unwrap();
    for end in 0..whole.len() {
        let cut = read(&whole[..end]).unwrap_err();
        assert!(matches!(cut, BadSwap::Cut | BadSwap::Foreign), "{end}: {cut}");
    }
}

#[test]
fn a_file_that_was_changed_anywhere_is_refused() {
    let whole = write(&returned()).unwrap();
    for at in 0..whole.len() {
        for bit in [1, 0x20] {
            let mut changed = whole.clone();
            changed[at] ^= bit;
            assert!(read(&changed).is_err(), "{at}");
        }
    }
    let mut longer = whole;
    longer.extend(b"{}\n");
    assert_eq!(read(&longer), Err(BadSwap::Cut));
}

#[test]
fn what_is_no_swap_is_refused_with_a_word() {
    let line = first_line(&offer());
    let relabelled = line.replace("\"kind\":\"offer\"", "\"kind\":\"return\"");
    let cases = [
        (b"PK\x03\x04".to_vec(), "no file of"),
        (sealed("{\"type\":\"rundown-progress\",\"format\":1}"), "no file of"),
        (sealed(&line.replace("\"format\":1", "\"format\":2")), "format 2"),
        (sealed(&relabelled), "a return has a `verdict`"),
        (sealed(&line.replace("\"lang\":\"en\"", "\"lang\":\"en\",\"more\":1")), "unknown field"),
        (sealed(&line.replace("exchange/fill-dopesheet", "../../etc")), "cannot be read"),
        (sealed(&line.replace("Awa", &"A".repeat(300))), "`from` is too long"),
        (sealed(&line.replace("FLASH", &"A".repeat(300))), "`fields` is too long"),
        (vec![b'{'; LONGEST + 1], "longer than"),
    ];
    for (bytes, word) in cases {
        let refused = read(&bytes).unwrap_err().to_string();
        assert!(refused.contains(word), "{word}: {refused}");
    }
    let deep = sealed(&format!("{{\"at\":{}1{}", "[".repeat(5000), "]".repeat(5000)));
    assert!(read(&deep).is_err());
}

#[test]
fn what_nobody_could_read_again_is_not_written() {
    let long = Verdict { note: "x".repeat(LONG + 1), ..Verdict::default() };
    assert!(write(&Swap { what: Handed::Return(long), ..offer() }).is_err());
}
