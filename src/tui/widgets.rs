//! What screens are put together from: short-lived values built from borrowed data.
//!
//! Apart from the screens so that a header, a list or a field looks and behaves alike everywhere. A widget is given
//! an area and cuts it to the buffer first; it knows no session, no store and no clock.

pub mod bar;
pub mod dialog;
pub mod digits;
pub mod editor;
pub mod ends;
pub mod field;
pub mod footer;
pub mod frame;
pub mod grid;
pub mod list;
pub mod more;
pub mod paper;

pub use bar::Bar;
pub use dialog::Dialog;
pub use editor::Editor;
pub use ends::Ends;
pub use field::Field;
pub use footer::Footer;
pub use frame::Frame;
pub use grid::{Column, Grid};
pub use list::Pick;
pub use more::{more, rule_under};
