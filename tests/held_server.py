"""The site, whose web process stops for good at the step that HOLD_AT names, and says so: to be killed there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from newsroom.wsgi import application as site

from .held_worker import hold, hold_at

STEP = os.environ["HOLD_AT"]
if STEP != "request served":
    hold_at(STEP)


def application(environ: dict[str, object], start_response: Callable) -> Iterable[bytes]:
    answer = site(environ, start_response)
    if STEP == "request served" and environ["REQUEST_METHOD"] == "POST":
        hold()
    return answer
