//! A stage for flows: an app on a real store in memory, a terminal that only remembers, and a clock that stands.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ratatui::backend::{Backend as _, TestBackend};
use ratatui::buffer::Cell;
use ratatui::layout::Size;
use ratatui::style::{Color, Modifier, Style};

use rundown::clock::{Clock, SeededChance, Timestamp};
use rundown::course::Course;
use rundown::id::{Lang, LearnerId};
use rundown::journal::Via;
use rundown::journal::file::State;
use rundown::session::carrying::Taken;
use rundown::session::training::evening::{Evening, Progress, Step};
use rundown::session::training::inviting::{Codes, Door, Errand};
use rundown::session::training::office::{Order, Paper, Written};
use rundown::session::{Carry, Delivery, Effect, Effects, Message, Setup};
use rundown::store::{Answer, Handle, Principal, Profile, Store, StoreError, Tag};
use rundown::tui::app::{App, draw};
use rundown::tui::canvas::Canvas;
use rundown::tui::glyphs::Glyphs;
use rundown::tui::input::{Input, parse_keys};
use rundown::tui::keymap::Keymap;
use rundown::tui::look::Look;
use rundown::tui::theme::{Theme, ThemeName};

/// A phone, a plain terminal, a wide one.
pub(crate) const SIZES: [(u16, u16); 3] = [(40, 20), (80, 24), (120, 40)];

type Answered = (Tag, Result<Answer, StoreError>);

/// A clock that a test moves: the time that passes, the days, and the clock on the wall.
#[derive(Clone, Default)]
pub(crate) struct HandClock(Arc<AtomicU64>, Arc<AtomicI64>, Arc<AtomicI64>);

impl HandClock {
    /// Lets time pass.
    pub(crate) fn pass(&self, time: Duration) {
        self.0.fetch_add(u64::try_from(time.as_millis()).unwrap(), Ordering::SeqCst);
    }

    /// Moves the clock on the wall on, or back.
    pub(crate) fn seconds_pass(&self, seconds: i64) {
        self.2.fetch_add(seconds, Ordering::SeqCst);
    }

    /// Lets days go by without anybody there.
    pub(crate) fn days_pass(&self, days: i64) {
        self.1.fetch_add(days, Ordering::SeqCst);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        let (days, seconds) = (self.1.load(Ordering::SeqCst), self.2.load(Ordering::SeqCst));
        Timestamp(1_805_209_805_000 + days * 86_400_000 + seconds * 1_000)
    }
    fn elapsed(&self) -> Duration {
        Duration::from_millis(self.0.load(Ordering::SeqCst))
    }
    fn local_hhmm(&self) -> String {
        // Five seconds of the minute are over, as in `now`.
        let minute = (14 * 60 + 32 + (self.2.load(Ordering::SeqCst) + 5).div_euclid(60)).rem_euclid(24 * 60);
        format!("{:02}:{:02}", minute / 60, minute % 60)
    }
}

/// An app with its host.
pub(crate) struct Stage {
    pub(crate) app: App,
    pub(crate) clock: HandClock,
    pub(crate) delivered: Vec<Delivery>,
    /// Whose files were to be removed.
    pub(crate) forgotten: Vec<Profile>,
    pub(crate) carried: Vec<Carry>,
    /// What comes of files that are taken in, if it is not the usual; and how far their reading stays.
    pub(crate) taken: Vec<Result<Taken, String>>,
    /// Nothing can be written.
    pub(crate) disk_full: bool,
    pub(crate) reading: Option<(usize, usize)>,
    pub(crate) ordered: Vec<Order>,
    pub(crate) evenings: Vec<Evening>,
    /// What was to be done at the door, and the codes that the home knows.
    pub(crate) doors: Vec<Door>,
    pub(crate) codes: Codes,
    pub(crate) has_quit: bool,
    /// Once set, the store answers nothing but this.
    pub(crate) broken: Option<StoreError>,
    canvas: Canvas<TestBackend>,
    handle: Handle,
    answers: Receiver<Answered>,
    _store: Arc<Store>,
}

/// Opens a course of the tests.
pub(crate) fn course(name: &str) -> Arc<Course> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/courses").join(name);
    Arc::new(Course::folder(&folder).unwrap())
}

impl Stage {
    /// A new home on a new machine.
    pub(crate) fn new(size: (u16, u16)) -> Self {
        Self::with(&Arc::new(Store::memory().unwrap()), &course("small"), size)
    }

    /// A session on a store and a course that may be there already.
    pub(crate) fn with(store: &Arc<Store>, course: &Arc<Course>, size: (u16, u16)) -> Self {
        Self::another(store, course, size, 1)
    }

    /// The same, with other ids: whoever is added gets one that nobody has in a session of another number.
    pub(crate) fn another(store: &Arc<Store>, course: &Arc<Course>, (columns, rows): (u16, u16), number: u128) -> Self {
        let (sender, answers) = channel::<Answered>();
        let sender = Mutex::new(sender);
        let reply = move |tag, answer| sender.lock().unwrap().send((tag, answer)).unwrap_or_default();
        let handle = store.handle(Principal::Owner, Box::new(reply));
        let clock = HandClock::default();
        let setup = Setup {
            course: Arc::clone(course),
            principal: Principal::Owner,
            alone_goes_in: false,
            clock: Box::new(clock.clone()),
            chance: Box::new(SeededChance(number)),
            via: Via::Screen,
            lang: Lang::new("en").unwrap(),
        };
        let look = Look::new(&setup.lang, ThemeName::Dark, Glyphs::UNICODE, Keymap::defaults());
        let (app, effects) = App::new(setup, look);
        let canvas = Canvas::new(TestBackend::new(columns, rows), Size::new(columns, rows));
        let mut stage = Self {
            app,
            clock,
            delivered: Vec::new(),
            forgotten: Vec::new(),
            carried: Vec::new(),
            taken: Vec::new(),
            disk_full: false,
            reading: None,
            ordered: Vec::new(),
            evenings: Vec::new(),
            doors: Vec::new(),
            codes: Codes::new(),
            has_quit: false,
            broken: None,
            canvas,
            handle,
            answers,
            _store: Arc::clone(store),
        };
        stage.carry_out(effects);
        stage.draw();
        stage
    }

    /// A learner who has just come in.
    pub(crate) fn learner(size: (u16, u16)) -> Self {
        let mut stage = Self::new(size);
        stage.keys("Awa Diop<enter>Lagune TV<f10>");
        stage
    }

    /// Presses keys, drawing after each as a host does.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in parse_keys(keys).unwrap() {
            self.input(Input::Key(key));
        }
        self
    }

    /// Presses keys faster than they are drawn.
    pub(crate) fn keys_at_once(&mut self, keys: &str) -> &mut Self {
        for key in parse_keys(keys).unwrap() {
            let effects = self.app.handle(Input::Key(key));
            self.carry_out(effects);
        }
        self.draw();
        self
    }

    /// Lets something happen at the terminal.
    pub(crate) fn input(&mut self, input: Input) -> &mut Self {
        let effects = self.app.handle(input);
        self.carry_out(effects);
        self.draw();
        self
    }

    /// Lets the host say that time has passed; draws only what became another.
    pub(crate) fn tick(&mut self) -> &mut Self {
        let effects = self.app.receive(Message::Tick);
        self.carry_out(effects);
        if self.app.dirty() {
            self.draw();
        }
        self
    }

    /// Makes the terminal larger or smaller.
    pub(crate) fn resize(&mut self, (columns, rows): (u16, u16)) -> &mut Self {
        self.canvas.backend_mut().resize(columns, rows);
        self.input(Input::Resize(columns, rows))
    }

    fn carry_out(&mut self, effects: Effects) {
        let mut waiting = effects;
        while !waiting.is_empty() {
            waiting = std::mem::take(&mut waiting).into_iter().flat_map(|effect| self.one(effect)).collect();
        }
    }

    fn one(&mut self, effect: Effect) -> Effects {
        match effect {
            Effect::Store(tag, _) if self.broken.is_some() => {
                let error = self.broken.clone().unwrap();
                self.app.receive(Message::Store(tag, Err(error)))
            }
            Effect::Store(tag, request) => {
                self.handle.ask(tag, request);
                let (tag, answer) = self.answers.recv().unwrap();
                self.app.receive(Message::Store(tag, answer))
            }
            Effect::Deliver(tag, delivery) => {
                let place = format!("reports/{}", delivery.name);
                self.delivered.push(delivery);
                self.app.receive(Message::Delivered(tag, Ok(place)))
            }
            Effect::Forget(profile) => {
                self.forgotten.push(*profile);
                self.app.receive(Message::Forgotten(Ok(())))
            }
            Effect::Carry(tag, carry) => {
                let message = self.carried(tag, &carry);
                self.app.receive(message)
            }
            Effect::Order(tag, order) => {
                let message = self.written(tag, *order);
                self.app.receive(message)
            }
            Effect::Evening(tag, evening) => {
                let message = self.evening_of(tag, *evening);
                self.app.receive(message)
            }
            Effect::Door(tag, door) => {
                let message = self.at_the_door(tag, *door);
                self.app.receive(message)
            }
            Effect::Quit => {
                self.has_quit = true;
                Effects::new()
            }
            Effect::Suspend => Effects::new(),
        }
    }

    /// Answers as a host that has written what was ordered.
    fn written(&mut self, tag: Tag, order: Order) -> Message {
        let lacking = "Tesfa Bekele is not done: B1 Second lesson: the quiz is not passed".to_owned();
        let lines = match order.paper {
            Paper::Certificates => vec!["1 of 2 certified.".to_owned(), lacking],
            Paper::Full
            | Paper::Funder
            | Paper::Register
            | Paper::Gradebook
            | Paper::Anonymous
            | Paper::Each
            | Paper::Backup => Vec::new(),
        };
        self.ordered.push(order);
        Message::Ordered(tag, Ok(Written { place: "/media/zoe/STICK/nairobi-2027-03".to_owned(), lines }))
    }

    /// Answers as a host that has done what was to be done at the door.
    fn at_the_door(&mut self, tag: Tag, door: Door) -> Message {
        let cohort = door.cohort;
        let is_invitation = matches!(door.errand, Errand::Invite(_));
        self.doors.push(door);
        if !is_invitation {
            return Message::Codes(cohort, Ok(self.codes.clone()));
        }
        let lines = vec!["The invitation for 5 learners of “Nairobi 2027-03” is written.".to_owned()];
        Message::Ordered(tag, Ok(Written { place: "/media/zoe/STICK/nairobi-2027-03.invite".to_owned(), lines }))
    }

    /// Answers as a host that has done the evening, or is at it.
    fn evening_of(&mut self, tag: Tag, evening: Evening) -> Message {
        self.evenings.push(evening);
        if let Some((done, of)) = self.reading {
            return Message::EveningAt(tag, Progress { step: Step::Collect, done, of });
        }
        let lines = ["2 progress files were read.", "Folders to take home: 5; certificates: 1."];
        let lines = lines.map(str::to_owned).to_vec();
        Message::Ordered(tag, Ok(Written { place: "/media/zoe/STICK/evening".to_owned(), lines }))
    }

    /// Lets the host of an evening say something.
    pub(crate) fn told(&mut self, message: Message) -> &mut Self {
        let effects = self.app.receive(message);
        self.carry_out(effects);
        self.draw();
        self
    }

    /// Answers as a host with a stick: one file that is damaged, and one that is something else.
    fn carried(&mut self, tag: Tag, carry: &Carry) -> Message {
        self.carried.push(carry.clone());
        if *carry == Carry::Sticks {
            return Message::Sticks(tag, vec!["/media/zoe/BLUE".to_owned(), "/media/zoe/STICK".to_owned()]);
        }
        if let Some((done, of)) = self.reading {
            return Message::Reading(tag, done, of);
        }
        if !self.taken.is_empty() {
            return Message::TakenIn(tag, self.taken.clone());
        }
        if matches!(carry, Carry::Out { .. }) {
            return Message::Delivered(tag, Ok("reports/awa-diop.rundown".to_owned()));
        }
        if matches!(carry, Carry::House(_)) {
            let full = "the disk is full".to_owned();
            return Message::Delivered(tag, if self.disk_full { Err(full) } else { Ok("home/house.toml".to_owned()) });
        }
        if let Carry::BackUp { to } = carry {
            return Message::Delivered(tag, Ok(format!("{to}/rundown-2027-03-16.db")));
        }
        let damaged = Taken {
            file: "/media/stick/awa-diop.rundown".to_owned(),
            learner: LearnerId::from_bits(1),
            is_cohort: false,
            name: "Awa Diop".to_owned(),
            state: State::Damaged,
            added: false,
            new: 120,
            known: 1,
            conflicts: 1,
            refused: 1,
            reasons: vec![(7, "it was changed or damaged after it was written".to_owned())],
        };
        let other = "/media/stick/notes.rundown: this is no progress file: `rundown progress export` writes one";
        Message::TakenIn(tag, vec![Ok(damaged), Err(other.to_owned())])
    }

    /// Draws, whether something changed or not.
    pub(crate) fn draw(&mut self) {
        self.canvas.fit().unwrap();
        draw(&mut self.app, &mut self.canvas).unwrap();
    }

    /// The text on the screen.
    pub(crate) fn text(&self) -> String {
        let buffer = self.canvas.backend().buffer();
        let width = usize::from(buffer.area.width).max(1);
        let row = |cells: &[Cell]| line_of(cells).trim_end().to_owned();
        buffer.content.chunks(width).map(row).collect::<Vec<_>>().join("\n")
    }

    /// Puts another theme on; settings do the same.
    pub(crate) fn wear(&mut self, theme: ThemeName) {
        while self.app.appearance().0 != theme {
            self.keys("<f9>");
        }
    }

    /// The cells as they are drawn.
    pub(crate) fn buffer(&self) -> &ratatui::buffer::Buffer {
        self.canvas.backend().buffer()
    }

    /// The colours in use.
    pub(crate) fn colours(&self) -> BTreeSet<String> {
        self.canvas.backend().buffer().content.iter().map(|cell| format!("{} {}", cell.fg, cell.bg)).collect()
    }

    /// The text, the cursor, and the runs of style.
    pub(crate) fn screen(&mut self) -> String {
        let text = self.text();
        assert!(!text.contains('⟨'), "a message is missing:\n{text}");
        let cursor = self.canvas.backend_mut().get_cursor_position().unwrap();
        let buffer = self.canvas.backend().buffer();
        let width = usize::from(buffer.area.width).max(1);
        let theme = Theme::named(self.app.appearance().0);
        let runs = buffer.content.chunks(width).enumerate().filter_map(|(y, cells)| {
            let runs = runs_of(cells, &theme);
            (!runs.is_empty()).then(|| format!("{y}: {}", runs.join(", ")))
        });
        let runs: Vec<_> = runs.collect();
        format!("{text}\n--- cursor {},{}\n{}\n", cursor.x, cursor.y, runs.join("\n"))
    }
}

fn line_of(cells: &[Cell]) -> String {
    cells.iter().map(Cell::symbol).collect()
}

/// Runs of cells that do not look like plain text, by name.
fn runs_of(cells: &[Cell], theme: &Theme) -> Vec<String> {
    let mut runs: Vec<(usize, usize, String)> = Vec::new();
    for (x, cell) in cells.iter().enumerate() {
        let name = style_name(cell, theme);
        let is_gap = cell.symbol() == " " && !is_last_word(cells, x);
        if is_gap && runs.last().is_some_and(|(_, _, last)| last.contains("panel") == name.contains("panel")) {
            continue;
        }
        match runs.last_mut() {
            Some((_, end, last)) if *last == name => *end = x,
            _ => runs.push((x, x, name)),
        }
    }
    let shown = runs.into_iter().filter(|(_, _, name)| !name.is_empty());
    shown.map(|(from, to, name)| format!("{from}-{to} {name}")).collect()
}

/// Says whether nothing more is written after a cell.
fn is_last_word(cells: &[Cell], x: usize) -> bool {
    cells[x..].iter().all(|cell| cell.symbol() == " ")
}

fn style_name(cell: &Cell, theme: &Theme) -> String {
    let mut parts = Vec::new();
    let colours = [
        (theme.text, ""),
        (theme.muted, "muted"),
        (theme.now, "now"),
        (theme.right, "right"),
        (theme.wrong, "wrong"),
        (theme.warn, "warn"),
        (theme.rule, "rule"),
        (theme.accent, "accent"),
    ];
    let is = |style: &Style| style.fg == Some(cell.fg);
    let is_blank = cell.symbol() == " " && !cell.modifier.contains(Modifier::REVERSED);
    if let Some((_, name)) = colours.iter().find(|(style, _)| is(style)).filter(|_| !is_blank) {
        parts.push((*name).to_owned());
    } else if !is_blank && cell.fg != Color::Reset {
        parts.push(format!("{:?}", cell.fg));
    }
    if theme.panel.bg == Some(cell.bg) && theme.ground.bg != theme.panel.bg {
        parts.push("panel".to_owned());
    }
    if !is_blank {
        let modifiers =
            [(Modifier::BOLD, "bold"), (Modifier::UNDERLINED, "underlined"), (Modifier::REVERSED, "reversed")];
        parts.extend(modifiers.iter().filter(|(m, _)| cell.modifier.contains(*m)).map(|(_, name)| (*name).to_owned()));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("+")
}

/// Takes a snapshot of the same flow at every size.
macro_rules! snapshots {
    ($name:literal, $flow:expr) => {
        for size in crate::stage::SIZES {
            let mut stage = $flow(size);
            insta::assert_snapshot!(format!("{}_{}x{}", $name, size.0, size.1), stage.screen());
        }
    };
}
pub(crate) use snapshots;
