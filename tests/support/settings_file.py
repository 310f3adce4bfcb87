# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings in a file, for tests that start the program with some and look at what it has kept."""

import contextlib
import os
import pathlib

from window_driver import opened

KEYFILE = {"GSETTINGS_BACKEND": "keyfile"}


@contextlib.contextmanager
def settings(**values):
    """Settings that the program finds and keeps; gives the file they are in."""
    path = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings", "keyfile")
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{key.replace('_', '-')}={value}" for key, value in values.items()]
    path.write_text("\n".join(["[org/lieudit/Lieudit]", *lines, ""]))
    try:
        yield path
    finally:
        path.unlink()


def opened_with_settings(program, *files, **environment):
    return opened(program, *files, environment={**KEYFILE, **environment})
