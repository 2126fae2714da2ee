//! The message catalogue: every word of our own that a person reads, in English and French.
//!
//! Apart because screen, plain mode, reports and the command line say the same things. Course text is not in here.
