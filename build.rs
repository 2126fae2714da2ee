//! Embeds the built-in course with its index, and the key table, so that starting parses no lesson, no quiz and no TOML.
//!
//! The course modules are the program's own: there is one reader of courses.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use src::{course, diagnostic, id, pattern};

#[allow(
    clippy::struct_field_names,
    dead_code,
    missing_docs,
    unfulfilled_lint_expectations,
    unreachable_pub,
    unused_imports,
    reason = "the build needs a part of what the program needs"
)]
mod src {
    pub mod course;
    pub mod diagnostic;
    pub mod id;
    pub mod pattern;
}

#[expect(clippy::print_stderr, reason = "cargo shows this to whoever builds")]
fn main() -> ExitCode {
    match embed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is how cargo speaks to a build script")]
fn embed() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    for name in ["lessons", "exercises"].into_iter().filter(|name| root.join(name).exists()) {
        println!("cargo:rerun-if-changed={name}");
    }
    println!("cargo:rustc-cfg=embedded_course");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let found = course::source::Found::default();
    let files = course::library::read_folder(&root, &found)?;
    fs::write(out.join("index.bin"), index(&files, found)?)?;
    fs::write(out.join("course.rs"), listing(&files, &root, &out)?)?;
    println!("cargo:rerun-if-changed={KEYS}");
    fs::write(out.join("keys.rs"), keys(&fs::read_to_string(root.join(KEYS))?)?)?;
    Ok(())
}

fn index(files: &course::files::Files, found: course::source::Found) -> Result<Vec<u8>, Box<dyn Error>> {
    let loaded = course::load::load(files, &found);
    let faults = course::Faults::new(found.into_sorted(), files);
    match course::library::Index::of(loaded) {
        Some(index) if !faults.has_errors() => Ok(postcard::to_allocvec(&index)?),
        _ => Err(format!("the built-in course has faults:\n{faults}").into()),
    }
}

fn listing(files: &course::files::Files, folder: &Path, out: &Path) -> Result<String, Box<dyn Error>> {
    let mut code = format!(
        "/// The index, written by `postcard`.\npub(super) const INDEX: &[u8] = include_bytes!({:?});\n",
        out.join("index.bin").to_string_lossy()
    );
    code.push_str("/// The files by path.\npub(super) const FILES: &[(&str, &[u8])] = &[\n");
    for path in files.paths() {
        writeln!(code, "    ({path:?}, include_bytes!({:?})),", folder.join(path).to_string_lossy())?;
    }
    code.push_str("];\n");
    Ok(code)
}

/// The key table.
const KEYS: &str = "src/tui/keys.toml";

/// One row of the key table.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    keys: String,
    action: String,
    label: String,
    footer: Option<u8>,
    #[serde(default)]
    when: Vec<String>,
}

/// Writes the key table as code, screen by screen.
fn keys(text: &str) -> Result<String, Box<dyn Error>> {
    let tables: BTreeMap<String, Vec<Row>> = toml::from_str(text).map_err(|fault| format!("{KEYS}: {fault}"))?;
    let mut code = "const DEFAULTS: &[(&str, &[Row])] = &[\n".to_owned();
    for (name, rows) in tables {
        writeln!(code, "    ({name:?}, &[")?;
        for Row { keys, action, label, footer, when } in rows {
            writeln!(
                code,
                "        Row {{ keys: {keys:?}, action: {action:?}, label: {label:?}, footer: {footer:?}, when: &{when:?} }},"
            )?;
        }
        code.push_str("    ]),\n");
    }
    code.push_str("];\n");
    Ok(code)
}
