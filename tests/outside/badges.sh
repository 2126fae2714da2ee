#!/usr/bin/env bash
# Lets a program that is not ours check our credentials: 1,000 as we sign them, and 100 with one character changed.
# openbadgeslib brings the vocabularies along, so that nothing is fetched while it checks.
set -euo pipefail
cd "$(dirname "$0")/../.."

venv=target/outside/badges
python=$venv/bin/python
"$python" -c 'import openbadgeslib, pyld' 2>/dev/null || {
    python3 -m venv "$venv"
    "$python" -m pip install --quiet --disable-pip-version-check 'openbadgeslib[ldp]==4.6.3' 'pyld==3.3.0'
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
RUNDOWN_BADGES=$work cargo test --quiet --test certificates credentials_for_another_program
"$python" tests/outside/badges.py "$work"
