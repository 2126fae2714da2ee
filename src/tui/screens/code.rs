//! The trainer's code that opens a test, asked in a box over the screen.
//!
//! Apart from the quiz because nothing of the test may be seen before. A wrong code leaves what was typed, so that one
//! letter can be put right.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::id::{QuizId, TestId};
use crate::text::wrap;
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::{Dialog, Ends, Field};

/// The words are set no wider than this.
const MEASURE: u16 = 52;

/// The question for a code, with what was typed so far.
#[derive(Debug)]
pub struct Code {
    test: TestId,
    code: Field,
}

impl Code {
    /// Asks for the code of a test.
    pub fn new(test: TestId) -> Self {
        Self { test, code: Field::default() }
    }

    fn lines(&self, scene: Scene<'_>, cells: usize) -> Vec<Line<'static>> {
        let look = scene.look;
        let session = scene.session;
        let title = session.course().test(&self.test).map_or("", |test| test.title.get(session.lang()));
        let set = |text: &str, style| wrap(text, cells).into_iter().map(move |line| Line::styled(line, style));
        let mut lines: Vec<Line<'static>> = set(title, look.theme.strong).collect();
        lines.extend(set(&look.words.get("code-told"), look.theme.text));
        lines.extend([Line::default(), Line::styled(look.words.get("code-ask"), look.theme.muted), Line::default()]);
        lines
    }

    fn give(&self, work: &mut Work<'_>) -> Reply {
        let quiz = QuizId::Test(self.test.clone());
        if work.session.give_code(&quiz, self.code.text()) {
            Reply::go(Go::Quiz(quiz))
        } else {
            Reply::go(Go::Refuse(work.look.words.get("code-wrong")))
        }
    }
}

impl Page for Code {
    fn table(&self) -> Table {
        Table::Code
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::of(&[Fact::Typing])
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::rundown(scene, cells)
    }

    fn is_overlay(&self) -> bool {
        true
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let width = Dialog::inner_width(area, MEASURE);
        let lines = self.lines(scene, usize::from(width));
        let title = Line::styled(look.words.get("code-title"), look.theme.strong);
        let inside = Dialog::new(look, title, lines, width).render(area, buf);
        let field = Rect { y: inside.bottom().saturating_sub(1), height: 1, ..inside }.intersection(inside);
        self.code.render(look.theme.field(), field, buf)
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(Action::HandIn, _) => return self.give(work),
            Event::Act(Action::Back, _) => return Reply::go(Go::Back),
            Event::Act(_, key) | Event::Type(key) => drop(self.code.press(key)),
            Event::Paste(pasted) => self.code.paste(&pasted),
            _ => {}
        }
        Reply::stay()
    }
}
