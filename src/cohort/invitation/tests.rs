//! What goes out comes in, and hostile files do not.

use super::*;
use crate::id::CourseId;
use crate::seal::SECRET;

const AT: Timestamp = Timestamp(1_805_209_805_999);

fn key() -> SecretKey {
    SecretKey::from_bytes(&[7; SECRET])
}

fn seat(number: u128, name: &str) -> Seat {
    Seat { learner: LearnerId::from_bits(number), name: name.to_owned(), member: "Lagune TV".to_owned() }
}

fn house(path: &str, text: &str) -> OwnHouse {
    OwnHouse { values: [(path.to_owned(), text.to_owned())].into(), ..OwnHouse::default() }
}

fn invitation() -> Invitation {
    Invitation {
        cohort: CohortId::from_bits(9),
        name: "Dakar, March".to_owned(),
        place: "Dakar".to_owned(),
        from: "2027-03-16".parse().ok(),
        until: "2027-03-20".parse().ok(),
        course: OnCourse { id: CourseId::new("newsroom").unwrap(), version: "1".to_owned() },
        trainer: "Zoé Ba".to_owned(),
        asks: [Field::Country].into(),
        reason: "The funder counts countries.".to_owned(),
        agenda: Vec::new(),
        locks: BTreeMap::new(),
        house: None,
        roster: vec![seat(1, "Awa Diop"), seat(2, "Issa Traoré")],
    }
}

#[test]
fn what_goes_out_comes_in_with_the_key_that_signed_it() {
    let bytes = invitation().write(AT, &key());
    assert_eq!(Invitation::read(&bytes), Ok((invitation(), key().public())));
    assert!(invitation().without_names().roster.is_empty());
}

#[test]
fn a_changed_a_cut_and_a_foreign_file_are_told_apart() {
    let text = String::from_utf8(invitation().write(AT, &key())).unwrap();
    let read = |text: &str| Invitation::read(text.as_bytes()).unwrap_err();
    assert_eq!(read(&text.replacen("Dakar", "Lagos", 1)), BadInvitation::Changed);
    assert_eq!(read(text.lines().next().unwrap()), BadInvitation::Cut);
    assert_eq!(read(&text.replace("\"format\":1", "\"format\":7")), BadInvitation::Newer(7));
    for other in ["", "{}", "a,b\n", "\u{0}", &text.replace(TYPE, "rundown-swap")] {
        assert_eq!(read(other), BadInvitation::Foreign, "{other:?}");
    }
    assert_eq!(Invitation::read(&vec![b'{'; LONGEST + 1]), Err(BadInvitation::TooLong));
    for end in 0..text.len() {
        assert!(Invitation::read(&text.as_bytes()[..end.min(text.len() - 2)]).is_err(), "cut at {end}");
    }
}

#[test]
fn a_signature_does_not_make_a_hostile_file_good() {
    let refused = |change: &dyn Fn(&mut Invitation)| {
        let mut bad = invitation();
        change(&mut bad);
        let read = Invitation::read(&bad.write(AT, &key()));
        assert!(matches!(read, Err(BadInvitation::Unusable(_))), "{read:?}");
    };
    refused(&|bad| bad.name = "Dakar\u{1b}[2J".to_owned());
    refused(&|bad| bad.roster[0].name = "Awa\u{202e}".to_owned());
    refused(&|bad| bad.place = "x".repeat(LONG + 1));
    refused(&|bad| bad.name.clear());
    refused(&|bad| bad.roster[1].name.clear());
    refused(&|bad| bad.roster[1].learner = bad.roster[0].learner);
    refused(&|bad| bad.roster[1].name = "AWA DIOP".to_owned());
    refused(&|bad| bad.roster = (0..=MOST_SEATS as u128).map(|n| seat(n, &format!("Person {n}"))).collect());
    refused(&|bad| bad.house = Some(house("exchange", "Harbour\u{1b}[2J")));
    refused(&|bad| bad.house = Some(house("../exchange", "Harbour")));
    refused(&|bad| bad.house = Some(house("words.promo", "(grand")));
    refused(&|bad| std::mem::swap(&mut bad.from, &mut bad.until));
}

#[test]
fn the_days_between_the_first_and_the_last_belong_to_it() {
    let meets = |day: &str| invitation().meets_on(day.parse().unwrap());
    assert!(meets("2027-03-16") && meets("2027-03-20"));
    assert!(!meets("2027-03-15") && !meets("2027-03-21"));
    let open = Invitation { from: None, ..invitation() };
    assert!(!open.meets_on("2027-03-16".parse().unwrap()), "without dates nobody is asked to sign in");
}

#[test]
fn a_house_goes_with_it_under_the_signature_and_an_invitation_without_one_is_as_it_was() {
    let with = Invitation { house: Some(house("exchange", "Harbour Exchange")), ..invitation() };
    let bytes = with.write(AT, &key());
    assert_eq!(Invitation::read(&bytes).unwrap().0, with);
    let changed = String::from_utf8(bytes).unwrap().replace("Harbour", "Hostile");
    assert_eq!(Invitation::read(changed.as_bytes()), Err(BadInvitation::Changed));
    assert!(!String::from_utf8(invitation().write(AT, &key())).unwrap().contains("house"));
    assert_eq!(with.without_names().house, with.house, "the learner keeps it");
}
