//! The ways out of the program: the screen at five sizes, and lines.

use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};

use ratatui::backend::CrosstermBackend;
use ratatui::layout::Size;
use rundown::clock::SeededChance;
use rundown::course::Course;
use rundown::id::Lang;
use rundown::journal::Via;
use rundown::plain::{self, Begin, Host};
use rundown::session::{Effect, Message, Session, Setup};
use rundown::store::{Answer, Handle, Principal, Store, StoreError, Tag};
use rundown::tui::app::{App, draw};
use rundown::tui::canvas::Canvas;

use crate::oracle::{Sink, assert_fit};
use crate::stage::{HandClock, Stage};

/// From below the least to a wall.
pub(crate) const SIZES: [(u16, u16); 5] = [(20, 6), (40, 20), (80, 24), (120, 40), (300, 60)];

/// Draws an app as the real backend would, on a terminal of a size, and returns the bytes.
pub(crate) fn drawn(app: &mut App, (columns, rows): (u16, u16)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut canvas = Canvas::new(CrosstermBackend::new(&mut bytes), Size::new(columns, rows));
    draw(app, &mut canvas).unwrap();
    drop(canvas);
    bytes
}

/// Looks at what is on the stage, at every size.
pub(crate) fn look(stage: &mut Stage, of: &str) {
    for size in SIZES {
        assert_fit(&drawn(&mut stage.app, size), Sink::Screen, of);
    }
}

/// Reads the only lesson of a course, on the screen and by lines.
pub(crate) fn read(course: &Arc<Course>, of: &str) {
    let store = Arc::new(Store::memory().unwrap());
    let mut stage = Stage::with(&store, course, (80, 24));
    stage.keys("Awa<enter>Lagune<f10><enter>");
    look(&mut stage, of);
    if !stage.text().contains("100 %") {
        stage.keys("<end>");
        look(&mut stage, of);
    }
    drop(stage);
    let written = lines(&store, course, "1\n1\n\n\n\n\n\n\n\n\n");
    assert_fit(&written, Sink::Lines, of);
}

/// An error as the command line tells it.
pub(crate) fn complain(why: &str, of: &str) {
    assert_fit(rundown::text::lines(why).as_bytes(), Sink::Lines, of);
}

type Answered = (Tag, Result<Answer, StoreError>);

struct LineHost {
    handle: Handle,
    answers: Receiver<Answered>,
}

impl Host for LineHost {
    fn carry_out(&mut self, effect: Effect) -> Vec<Message> {
        match effect {
            Effect::Store(tag, request) => {
                self.handle.ask(tag, request);
                let (tag, answer) = self.answers.recv().unwrap();
                vec![Message::Store(tag, answer)]
            }
            Effect::Deliver(tag, delivery) => vec![Message::Delivered(tag, Ok(delivery.name))],
            Effect::Forget(_) => vec![Message::Forgotten(Ok(()))],
            Effect::Carry(tag, carry) => vec![Message::Delivered(tag, Ok(format!("{carry:?}")))],
            Effect::Order(..) | Effect::Evening(..) | Effect::Door(..) | Effect::Quit | Effect::Suspend => Vec::new(),
        }
    }
}

/// Runs a script in plain mode to the end of its lines, and returns the bytes.
pub(crate) fn lines(store: &Store, course: &Arc<Course>, script: &str) -> Vec<u8> {
    let (sender, answers) = channel::<Answered>();
    let sender = Mutex::new(sender);
    let reply = move |tag, answer| sender.lock().unwrap().send((tag, answer)).unwrap_or_default();
    let mut host = LineHost { handle: store.handle(Principal::Owner, Box::new(reply)), answers };
    let (session, effects) = Session::new(Setup {
        course: Arc::clone(course),
        principal: Principal::Owner,
        alone_goes_in: false,
        clock: Box::new(HandClock::default()),
        chance: Box::new(SeededChance(9_000)),
        via: Via::Plain,
        lang: Lang::new("en").unwrap(),
    });
    let (mut input, mut output) = (script.as_bytes(), Vec::new());
    let begin = Begin { session, effects, open: None };
    plain::run(begin, &mut input, &mut output, &mut host).unwrap();
    output
}
