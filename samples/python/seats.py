"""Seats of Chile's Chamber in 2021 under its law and under another, from Python: python3 seats.py [urna]"""
import csv
import io
import json
import subprocess
import sys

URNA = sys.argv[1:] or ["urna"]


def urna(*args):
    """What a command answers. Exit code 1 is an answer that is bad news (a tie is open, a claim is contradicted); 2 and above is no answer."""
    run = subprocess.run([*URNA, *args], capture_output=True, text=True, encoding="utf-8")
    if run.returncode > 1:
        raise SystemExit(run.stderr)
    return run.stdout


seats = json.loads(urna("seats", "cl-2021", "--contest", "deputies", "--format", "json"))
for name, held in sorted(seats["totals"]["lists"].items(), key=lambda item: -item[1]):
    print(f"{held:4}  {name}")

rows = list(csv.DictReader(io.StringIO(urna("count", "cl-2021", "--contest", "president-2", "--by", "region", "--format", "csv"))))
print(f"{len(rows)} rows by region; the first: {rows[0]}")
