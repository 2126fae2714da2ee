"""Checks credentials with openbadgeslib: every one in good/ must hold, every one in bad/ must not.

Run by badges.sh. The key is the issuer's did:key, as any verifier resolves it.
"""

import pathlib
import sys

from openbadgeslib.ob3.ldp import OB3LdpVerifier
from openbadgeslib.ob3.verifier import OB3VerificationError


def holds(path):
    """Returns whether the credential holds, and why not."""
    try:
        OB3LdpVerifier().verify(path.read_bytes())
    except OB3VerificationError as error:
        return False, str(error)
    return True, ""


def main(folder):
    wrong = []
    counts = {"good": 0, "bad": 0}
    reasons = {}
    for kind in counts:
        for path in sorted((folder / kind).iterdir()):
            counts[kind] += 1
            held, why = holds(path)
            if held != (kind == "good"):
                wrong.append(f"{kind}/{path.name}: {why or 'held'}")
            if not held:
                reasons[why] = reasons.get(why, 0) + 1
    print(f"openbadgeslib: {counts['good']} credentials as signed, {counts['bad']} changed, {len(wrong)} judged otherwise")
    for why, count in sorted(reasons.items()):
        print(f"  {count} refused: {why[:160]}")
    print("\n".join(wrong[:20]))
    return 1 if wrong or counts["good"] < 1000 or counts["bad"] < 100 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
