#!/usr/bin/env bash
# Lets a program that is not ours judge our xAPI statements: ralph, which is a Learning Record Store.
# It judges each against the specification, refuses those that were spoilt, takes all, and takes none of them twice.
set -euo pipefail
cd "$(dirname "$0")/../.."

venv=target/outside/xapi
python=$venv/bin/python
"$python" -c 'import ralph.api, requests, httpx' 2>/dev/null || {
    python3 -m venv "$venv"
    "$python" -m pip install --quiet --disable-pip-version-check \
        'ralph-malph[cli,lrs]==5.1.0' 'requests==2.34.2' 'httpx==0.28.1'
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export RUNDOWN_STATEMENTS=$work
cargo test --quiet --lib statements_for_another_program
cargo test --quiet --test plain statements_for_another_program
cat "$work"/*.jsonl >"$work/statements"
"$python" tests/outside/xapi.py "$work" <"$work/statements"
