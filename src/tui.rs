//! The full screen: keys in, cells out.
//!
//! Apart from the session, which knows what can be done; this folder knows how it looks and which key does it. It
//! assumes neither the local terminal, nor one user, nor one process, and does no I/O.

pub mod action;
pub mod app;
mod ascii;
pub mod canvas;
pub mod glyphs;
pub mod input;
pub mod keymap;
pub mod look;
pub mod markdown;
pub mod masthead;
pub mod page;
pub mod raster;
pub mod sanitise;
pub mod screens;
#[cfg(test)]
mod testing;
pub mod theme;
pub mod widgets;
pub mod width;
