# What one does here all day. `just ci` is what the build server runs.

run *args:
    cargo run --release -- {{args}}

test *args:
    cargo test {{args}}

# Formatting, lints, the built-in course, the dependency policy.
check:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings
    cargo run --quiet -- check --strict
    cargo deny check licenses bans sources

# The build without PDF: its lints, and the tests of reports.
lean:
    cargo clippy --no-default-features --all-targets -- -D warnings
    cargo test --no-default-features --lib report

# Prints ratios against baselines run beside it.
bench:
    cargo bench

# Every screen at the three sizes, as text, from the flow snapshots.
shots:
    cargo insta test --accept --unreferenced delete -- screens

ci:
    bash .ci/run
