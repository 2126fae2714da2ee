//! The most memory that this process took, where the system tells.
//!
//! Apart so that benchmarks ask in one way.

use std::fs;

/// Forgets the most so far: what is asked afterwards is of what came since.
pub(crate) fn forget_peak() {
    // Where the system has no such file the peak is that of the whole run, which is never too little.
    fs::write("/proc/self/clear_refs", "5").unwrap_or_default();
}

/// Returns the most memory in MiB; none where the system does not tell.
pub(crate) fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(peak.split_whitespace().next()?.parse::<u64>().ok()? / 1024)
}
