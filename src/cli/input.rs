//! Turns the events of crossterm into inputs of a session.
//!
//! Apart because the screen knows nothing of crossterm, and because this is pure: it converts what was read and never
//! reads the terminal itself.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::tui::input::{Code, Input, Key};

/// Returns what the event means to a session; releases, unknown keys and mouse movements mean nothing.
pub fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(event) => key(event).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Mouse(event) => mouse(event),
        Event::Resize(columns, rows) => Some(Input::Resize(columns, rows)),
        Event::FocusGained => Some(Input::Focus(true)),
        Event::FocusLost => Some(Input::Focus(false)),
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    // Windows sends releases as well; holding a key down repeats it everywhere.
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let held = |modifier| event.modifiers.contains(modifier);
    let key = Key {
        code: code(event.code)?,
        ctrl: held(KeyModifiers::CONTROL),
        alt: held(KeyModifiers::ALT),
        shift: held(KeyModifiers::SHIFT) || event.code == KeyCode::BackTab,
    };
    Some(key.normal())
}

#[expect(clippy::wildcard_enum_match_arm, reason = "keys that we give no meaning are many and may become more")]
fn code(code: KeyCode) -> Option<Code> {
    Some(match code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::F(n) => Code::F(n),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab | KeyCode::BackTab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    })
}

fn mouse(event: MouseEvent) -> Option<Input> {
    let (column, row) = (event.column, event.row);
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Input::Click { column, row }),
        MouseEventKind::ScrollDown => Some(Input::Wheel { column, row, down: true }),
        MouseEventKind::ScrollUp => Some(Input::Wheel { column, row, down: false }),
        MouseEventKind::Down(_)
        | MouseEventKind::Up(_)
        | MouseEventKind::Drag(_)
        | MouseEventKind::Moved
        | MouseEventKind::ScrollLeft
        | MouseEventKind::ScrollRight => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> String {
        match input(Event::Key(KeyEvent::new(code, modifiers))) {
            Some(Input::Key(key)) => key.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn keys_come_through_as_the_table_writes_them() {
        let cases = [
            (KeyCode::Char('A'), KeyModifiers::SHIFT, "A"),
            (KeyCode::BackTab, KeyModifiers::NONE, "<s-tab>"),
            (KeyCode::Char('s'), KeyModifiers::CONTROL, "<c-s>"),
            (KeyCode::Char('€'), KeyModifiers::CONTROL | KeyModifiers::ALT, "€"),
            (KeyCode::F(10), KeyModifiers::NONE, "<f10>"),
            (KeyCode::CapsLock, KeyModifiers::NONE, "None"),
        ];
        for (code, modifiers, written) in cases {
            assert_eq!(pressed(code, modifiers), written);
        }
    }

    #[test]
    fn a_release_is_no_press() {
        let mut event = KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert_eq!(input(Event::Key(event)), None);
    }

    #[test]
    fn only_the_left_button_and_the_wheel_count() {
        let at = |kind| input(Event::Mouse(MouseEvent { kind, column: 3, row: 4, modifiers: KeyModifiers::NONE }));
        assert_eq!(at(MouseEventKind::Down(MouseButton::Left)), Some(Input::Click { column: 3, row: 4 }));
        assert_eq!(at(MouseEventKind::ScrollDown), Some(Input::Wheel { column: 3, row: 4, down: true }));
        assert_eq!(at(MouseEventKind::Moved), None);
    }
}
