"""Lets ralph judge xAPI statements and keep them: `xapi.py FOLDER < STATEMENTS`.

`ralph validate` knows only the statements of its own profiles; the model it builds them on is the specification.
"""

import copy
import json
import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path(sys.argv[1])
HOME_PAGE = "https://rundown.invalid/"
os.environ.update(
    RALPH_APP_DIR=str(FOLDER),
    RALPH_AUTH_FILE=str(FOLDER / "auth.json"),
    RALPH_RUNSERVER_BACKEND="fs",
    RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH=str(FOLDER / "lrs"),
)

from fastapi.testclient import TestClient  # noqa: E402, what is imported reads the environment
from pydantic import ValidationError  # noqa: E402
from ralph.models.xapi.base.statements import BaseXapiStatement  # noqa: E402


def is_valid(statement):
    try:
        BaseXapiStatement(**statement)
    except ValidationError as error:
        return False, error
    return True, None


def spoilt(statement):
    """What a statement must not be: one fault in each."""
    changes = {
        "id": lambda s: s.update(id="1"),
        "actor": lambda s: s["actor"]["account"].pop("homePage"),
        "verb": lambda s: s["verb"].update(id="answered"),
        "object": lambda s: s["object"].update(id="a question"),
        "interaction": lambda s: s["object"]["definition"].update(interactionType="guess"),
        "score": lambda s: s["result"]["score"].update(scaled=1.2),
        "duration": lambda s: s["result"].update(duration="90 s"),
        "registration": lambda s: s["context"].update(registration="2"),
        "timestamp": lambda s: s.update(timestamp="yesterday"),
        "more": lambda s: s.update(mbox="mailto:awa@example.org"),
    }
    for name, change in changes.items():
        other = copy.deepcopy(statement)
        change(other)
        yield name, other


def judge(statements):
    for statement in statements:
        valid, error = is_valid(statement)
        assert valid, f"refused: {json.dumps(statement)}\n{error}"
    answered = next(s for s in statements if s["verb"]["id"].endswith("/answered") and "response" in s["result"])
    faults = list(spoilt(answered))
    for name, other in faults:
        assert not is_valid(other)[0], f"taken, although its {name} is spoilt"
    return len(faults)


def store():
    (FOLDER / "lrs").mkdir()
    ralph = Path(sys.executable).with_name("ralph")
    who = ["-u", "trainer", "-p", "secret", "-s", "all", "-N", "trainer", "-A", "trainer", HOME_PAGE]
    subprocess.run([ralph, "auth", *who, "-w"], check=True, capture_output=True)
    from ralph.api import app

    client = TestClient(app, headers={"X-Experience-API-Version": "1.0.3"})
    client.auth = ("trainer", "secret")
    return client


def keep(client, statements):
    refused = client.post("/xAPI/statements/", json=[dict(statements[0], id="1")])
    assert refused.status_code in (400, 422), refused.text
    first = client.post("/xAPI/statements/", json=statements)
    assert first.status_code == 200, first.text
    assert len(first.json()) == len(statements)
    again = client.post("/xAPI/statements/", json=statements)
    assert again.status_code == 204, again.text
    kept, more = [], "/xAPI/statements/?limit=100"
    while more:
        page = client.get(more).json()
        kept += page["statements"]
        more = page.get("more")
    assert {s["id"] for s in kept} == {s["id"] for s in statements}
    assert len(kept) == len(statements), f"{len(kept)} kept"


STATEMENTS = [json.loads(line) for line in sys.stdin]
FAULTS = judge(STATEMENTS)
keep(store(), STATEMENTS)
VERBS = sorted({s["verb"]["display"]["en"] for s in STATEMENTS})
print(f"ralph: {len(STATEMENTS)} statements valid and kept once ({', '.join(VERBS)}), {FAULTS} spoilt ones refused")
