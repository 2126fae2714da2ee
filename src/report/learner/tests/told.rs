//! Answers in words, one of each kind.

use super::*;

fn told(question: &Question, response: Response) -> String {
    let mut answer = journal::answer(&format!("{LESSON}#{}", question.id), 0, false);
    answer.response = response;
    let truth = ["true".to_owned(), "false".to_owned()];
    response::told(question, &answer, &truth, &Known { suffix: String::new() }).answer
}

#[test]
fn an_answer_names_options_by_text_and_id() {
    let keys: Vec<String> = samples::all().iter().map(|q| told(q, assess::key_response(q))).collect();
    insta::assert_snapshot!(keys.join("\n"));
}

#[test]
fn cards_on_a_wrong_target_are_told_with_the_one_where_they_belong() {
    let misplaced = |question: &Question, response: Response| {
        let mut answer = journal::answer(&format!("{LESSON}#{}", question.id), 0, false);
        answer.response = response;
        response::told(question, &answer, &Default::default(), &Known { suffix: String::new() }).misplaced
    };
    for question in samples::all() {
        assert_eq!(misplaced(&question, assess::key_response(&question)), "", "{}", question.id);
    }
    let matching = samples::matching();
    let Response::Placed(mut pairs) = assess::key_response(&matching) else { panic!("no pairs") };
    let (first, second) = (pairs[0].1.clone(), pairs[1].1.clone());
    pairs[0].1 = second.clone();
    let told = misplaced(&matching, Response::Placed(pairs.clone()));
    assert!(told.contains(&format!("[{}] = ", pairs[0].0)) && !told.contains(';'), "{told}");
    assert!(told.contains(&format!("[{second}] (")) && told.ends_with(&format!("[{first}])")), "{told}");
}

#[test]
fn nothing_answered_is_nothing_said() {
    for question in samples::all() {
        let empty = assess::empty_response(&question);
        assert_eq!(told(&question, empty), "", "{}", question.id);
    }
}

#[test]
fn words_side_by_side_are_one_piece() {
    let question = samples::mark();
    assert_eq!(told(&question, Response::Marked(vec![0, 1, 3])).matches('…').count(), 1);
}

#[test]
fn an_option_that_is_gone_is_named_by_its_id() {
    assert_eq!(told(&samples::single(), Response::Chosen(Some(samples::id("gone")))), "[gone]");
}

#[test]
fn an_answer_to_a_question_that_nobody_kept_is_told_by_ids() {
    let mut answer = journal::answer(&format!("{LESSON}#lost"), 0, false);
    answer.response = Response::Placed(vec![(samples::id("a"), samples::id("x"))]);
    let told = response::untold(&answer);
    assert_eq!((told.question.as_str(), told.answer.as_str()), ("gathering/news-judgement#lost", "a=x"));
}
