//! Reports as values, and one pure writer a format.
//!
//! Apart because screen, command line and files must agree to the digit: figures are computed and rounded once, here.
