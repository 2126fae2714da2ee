//! Sticks and disks that are put into this machine, where a trainer need not know what their folders are called.
//!
//! Apart from reading what lies on them: only places are named here, and nothing on them is opened.

use std::path::{Path, PathBuf};

/// Where systems hang sticks: directly below, or below the name of whoever sits there.
#[cfg(unix)]
const ROOTS: [&str; 3] = ["/media", "/run/media", "/Volumes"];

/// Returns the folders of everything that is put in, by name.
#[cfg(unix)]
pub(super) fn found() -> Vec<String> {
    let roots = ROOTS.iter().map(PathBuf::from);
    told(roots.flat_map(|root| mounted(&root, 2, &is_mounted)).collect())
}

/// Returns every drive but that of the system.
#[cfg(not(unix))]
pub(super) fn found() -> Vec<String> {
    told(('D'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\"))).filter(|drive| drive.is_dir()).collect())
}

fn told(mut places: Vec<PathBuf>) -> Vec<String> {
    places.sort();
    places.dedup();
    places.into_iter().map(|place| place.display().to_string()).collect()
}

/// Looks so deep below a folder for others that something is mounted on; what cannot be read is passed over.
#[cfg(unix)]
fn mounted(below: &Path, deep: usize, is_mounted: &dyn Fn(&Path) -> bool) -> Vec<PathBuf> {
    let Some(deeper) = deep.checked_sub(1) else { return Vec::new() };
    let entries = std::fs::read_dir(below).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|of| of.is_dir())).map(|entry| entry.path());
    let place = |folder: PathBuf| if is_mounted(&folder) { vec![folder] } else { mounted(&folder, deeper, is_mounted) };
    folders.flat_map(place).collect()
}

#[cfg(unix)]
fn is_mounted(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| path.metadata().ok().map(|of| of.dev());
    let above = folder.parent().and_then(device);
    device(folder).is_some_and(|own| above.is_some_and(|above| own != above))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_stick_is_found_directly_below_or_below_a_name_and_not_inside_another() {
        let root = tempfile::tempdir().unwrap();
        for folder in ["STICK/inside", "zoe/RED", "zoe/not", "zoe/deep/deeper"] {
            std::fs::create_dir_all(root.path().join(folder)).unwrap();
        }
        let ends = |folder: &Path| ["STICK", "RED", "inside", "deeper"].iter().any(|name| folder.ends_with(name));
        let mut found = mounted(root.path(), 2, &ends);
        found.sort();
        assert_eq!(found, [root.path().join("STICK"), root.path().join("zoe/RED")]);
        assert!(!is_mounted(&root.path().join("zoe")) && mounted(Path::new("/nowhere"), 2, &ends).is_empty());
    }
}
