# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the test functions of a script and reports them in the Test Anything Protocol."""

import traceback


def run(tests):
    """Runs TESTS, a list of functions, each named by the first line of its docstring."""
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        name = test.__doc__.splitlines()[0].rstrip(".")
        try:
            test()
            print(f"ok {number} {name}", flush=True)
        except Exception:  # whatever went wrong, the other tests still run
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
            print(f"not ok {number} {name}", flush=True)
