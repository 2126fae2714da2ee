//! The whole learner's path line by line: for screen readers, dumb terminals and scripts.
//!
//! Apart from `tui` because it has no cells, and on the same sessions because there is one logic. It reads lines and
//! writes lines; it never moves the cursor.
