#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the tests in the logs of `meson test` and prints "N passed, N failed" as the last line.

A test program that speaks the Test Anything Protocol counts as many tests as it reports; any other
counts as one. A program that ends badly without having reported a failure (a crash, a time-out)
counts as one that failed. A test that was skipped has not passed: it counts as failed too, since
everything that a test needs is installed. No test at all is a failure as well.
"""

import argparse
import json
import pathlib
import re
import sys

PLAN = re.compile(r"^1\.\.\d+", re.MULTILINE)
POINT = re.compile(r"^(not )?ok\b(.*)$", re.MULTILINE)
SKIP = re.compile(r"# *skip", re.IGNORECASE)


def count(run):
    """What one test program did: how many passed, and the names of those that did not."""
    output = run.get("stdout") or ""
    passed, failed = 0, []
    if PLAN.search(output):
        for bad, rest in POINT.findall(output):
            if bad or SKIP.search(rest):
                failed.append(f"{run['name']}: {rest.strip()}")
            else:
                passed += 1
    elif run["result"] == "OK":
        passed = 1
    if run["result"] != "OK" and not failed:
        failed.append(f"{run['name']}: {run['result']}")
    return passed, failed


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--status", type=int, default=0, help="how `meson test` ended")
    parser.add_argument("--failed", action="append", default=[], metavar="WHAT",
                        help="something else that failed and counts as one")
    parser.add_argument("logs", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()

    passed, failed = 0, list(arguments.failed)
    for log in arguments.logs:
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        if not lines:
            failed.append(f"{log}: no test was run")
        for line in lines:
            more, bad = count(json.loads(line))
            passed += more
            failed += bad
    if arguments.status and not failed:
        failed.append(f"meson test ended with status {arguments.status}")

    for what in failed:
        print(f"failed: {what}")
    print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
