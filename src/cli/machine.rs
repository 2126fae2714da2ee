//! The machine's clock and its random numbers.
//!
//! Apart because only the outermost layer may know them; everything else is given a clock and chance.

use std::time::{Duration, Instant};

use jiff::tz::TimeZone;

use crate::clock::{Chance, Clock, Timestamp};

/// The clock of this machine.
#[derive(Debug)]
pub(super) struct MachineClock {
    begun: Instant,
    zone: TimeZone,
}

impl MachineClock {
    /// Starts counting; the time zone is looked up once.
    pub(super) fn start() -> Self {
        Self { begun: Instant::now(), zone: zone() }
    }
}

/// Returns the time zone of the machine. Where its rules stand in the usual file they are read from there: asking for
/// the zone by its name would look through the folders of all zones, which takes longer than the rest of the start.
fn zone() -> TimeZone {
    let is_told = std::env::var_os("TZ").is_some_and(|zone| !zone.is_empty());
    let rules = if cfg!(unix) && !is_told { std::fs::read("/etc/localtime").ok() } else { None };
    rules.and_then(|rules| TimeZone::tzif("local", &rules).ok()).unwrap_or_else(TimeZone::system)
}

impl Clock for MachineClock {
    fn now(&self) -> Timestamp {
        Timestamp(jiff::Timestamp::now().as_millisecond())
    }

    fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }

    fn local_hhmm(&self) -> String {
        jiff::Timestamp::now().to_zoned(self.zone.clone()).strftime("%H:%M").to_string()
    }
}

/// The random numbers of this machine.
#[derive(Debug, Clone, Copy)]
pub(super) struct MachineChance;

impl MachineChance {
    /// Tries the source of random numbers once, so that it cannot fail in the middle of a session unnoticed.
    pub(super) fn new() -> Result<Self, getrandom::Error> {
        getrandom::fill(&mut [0; 16])?;
        Ok(Self)
    }
}

impl Chance for MachineChance {
    fn bits(&mut self) -> u128 {
        let mut bits = [0; 16];
        match getrandom::fill(&mut bits) {
            Ok(()) => u128::from_be_bytes(bits),
            // The source worked at the start and does not go away. Should it ever, the address space and the time
            // still tell two openings apart.
            Err(_) => fallback(),
        }
    }
}

fn fallback() -> u128 {
    use std::hash::{BuildHasher, RandomState};
    let half = |part: u8| u128::from(RandomState::new().hash_one((part, jiff::Timestamp::now())));
    (half(0) << 64) | half(1)
}
