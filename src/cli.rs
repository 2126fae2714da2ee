//! The command line: arguments, settings, one subcommand a file, and the local terminal.
//!
//! Apart because only here may the program print, read the environment, or touch the machine's terminal and folders.

pub mod input;
