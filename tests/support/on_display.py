# SPDX-License-Identifier: GPL-3.0-or-later
"""Run a command on a display, a session bus and an accessibility bus of its own: what has windows, and is not driven.

    on_display.py COMMAND [ARGUMENT...]
"""
import subprocess
import sys

from driver import Session

with Session(size="2600x900x24") as session:
    status = subprocess.run(sys.argv[1:], env=session.env).returncode
sys.exit(status)
