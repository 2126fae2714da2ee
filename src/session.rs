//! What a learner can do, without saying how it looks: the one logic behind the screen and plain mode.
//!
//! Apart from `tui` and `plain` so that there is no second copy. A session is a state that takes commands and
//! messages and returns effects; it does no I/O, names no path, and assumes neither a terminal nor one user.

mod activity;
pub mod effect;
pub mod item;
mod outbox;
pub mod rundown;
pub mod sitting;

pub use effect::{Delivery, Effect, Effects, Message};
pub use outbox::Saving;
pub use rundown::Rundown;
pub use sitting::Sitting;
