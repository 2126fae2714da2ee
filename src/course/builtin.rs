//! The course that is built into the program: its files and its index, made by `build.rs`.

include!(concat!(env!("OUT_DIR"), "/course.rs"));
