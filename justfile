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

# Prints ratios against baselines run beside it.
bench:
    cargo bench

# Every screen at the three sizes, as text, from the flow snapshots.
shots:
    cargo insta test --accept --unreferenced delete -- screens

ci:
    bash .ci/run
