#!/usr/bin/env python3
"""Why this file exists: a second verifier of exported audit trails, in another language and in one page, for whoever trusts no program of ours.

Verifies a file made by `twinladder audit-export` with the signed heads of `audit-heads.jsonl`; needs the standard library alone. The signatures
are checked when the package `cryptography` is installed; without it the program says that they were not. Formats: docs/audit-trail.md.

    python3 scripts/verify_audit.py --export acme.trail --heads audit-heads.jsonl --key heads.pub
"""
import argparse
import base64
import hashlib
import json
import re
import sys

LINE = re.compile(rb'^\{"event":(\{.*\}),"hash":"([0-9a-f]{64})","prevHash":"([0-9a-f]{64})"\}$', re.DOTALL)


def stop(text):
    print(text, file=sys.stderr)
    sys.exit(1)


def canonical(head):
    """Canonical JSON of a head: it holds ASCII texts and whole numbers only, so that sorting its members is enough."""
    return json.dumps(head, sort_keys=True, separators=(",", ":")).encode()


def read_heads(path, key_path):
    """Returns the heads by organisation, each a list of (seq, hash) in order, after checking every signature."""
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives import serialization
    except ImportError:
        print("The package cryptography is missing: signatures are NOT checked, the heads are taken as they are.", file=sys.stderr)
        key = None
    else:
        with open(key_path, "rb") as file:
            key = serialization.load_pem_public_key(file.read())
    heads = {}
    with open(path, "rb") as file:
        for number, line in enumerate(file, 1):
            head = json.loads(line)
            signature = base64.b64decode(head.pop("signature"))
            if key is not None:
                try:
                    key.verify(signature, canonical(head))
                except InvalidSignature:
                    stop(f"Line {number} of {path} was changed after it was signed, or signed with another key.")
            heads.setdefault(head["organisationId"], []).append((head["seq"], head["hash"]))
    return {organisation: sorted(of) for organisation, of in heads.items()}


def verify(path, heads):
    """Walks the trail. Returns its name, how many events it has, and the first fault in words or None."""
    with open(path, "rb") as file:
        header = json.loads(file.readline())
        if header.get("format") != "twinladder-audit-trail/1":
            stop(f"{path} is not an exported trail.")
        organisation, slug = header["organisationId"], header["slug"]
        waiting = list(heads.get(organisation, []))
        if not waiting:
            stop(f"{slug}: there is no signed head of this organisation.")
        seq, previous, before, vouched = 0, "0" * 64, "", 0
        while waiting and waiting[0][0] == 0:
            waiting.pop(0)
        for line in file:
            match = LINE.match(line.rstrip(b"\n"))
            expected = seq + 1
            if match is None:
                return slug, seq, f"{expected} (FORM)"
            text, own, link = match[1], match[2].decode(), match[3].decode()
            event = json.loads(text)
            if event["seq"] != expected:
                return slug, seq, f"{expected} (GAP)"
            if link != previous:
                return slug, seq, f"{expected} (LINK)"
            if hashlib.sha256(link.encode() + b"\n" + text).hexdigest() != own:
                return slug, seq, f"{expected} (HASH)"
            if event["organisationId"] != organisation:
                return slug, seq, f"{expected} (LINK)"
            if event["at"] < before:
                return slug, seq, f"{expected} (TIME)"
            seq, previous, before = expected, own, event["at"]
            while waiting and waiting[0][0] == seq:
                if waiting.pop(0)[1] != own:
                    return slug, seq, f"{vouched + 1} (HEAD): rewritten between there and event {seq}"
                vouched = seq
        if waiting:
            return slug, seq, f"{min(vouched + 1, waiting[0][0])} (HEAD): there is a signed head of event {waiting[0][0]}"
        return slug, seq, None


def main():
    parser = argparse.ArgumentParser(description="Verifies an exported audit trail with signed heads, offline.")
    for name in ("--export", "--heads", "--key"):
        parser.add_argument(name, required=True)
    options = parser.parse_args()
    slug, events, fault = verify(options.export, read_heads(options.heads, options.key))
    if fault is not None:
        stop(f"{slug}: broken at event {fault}")
    print(f"{slug}: {events} events, intact")


main()
