"""A worker that stops at the step named on its command line, and says so: to be killed there, or to be let go on.

It works on the media folder that is named after the step.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import django


def hold(*args, **kwargs) -> None:
    """Until the file is there that GO_ON names; for ever, without it."""
    print("held", flush=True)
    while not Path(os.environ.get("GO_ON", "/nowhere")).exists():
        time.sleep(0.05)


def before(work: Callable) -> Callable:
    def held(*args, **kwargs):
        hold()
        return work(*args, **kwargs)

    return held


def after(work: Callable) -> Callable:
    def held(*args, **kwargs):
        done = work(*args, **kwargs)
        hold()
        return done

    return held


def hold_at(step: str) -> None:
    """Hold this process when it comes to a step: one that has a name here, or a function of `articles.publishing`."""
    from wagtail.signals import page_published

    from articles import outbox, publishing

    match step:
        case "row saved":
            page_published.connect(hold)
        case "line written":
            publishing.log = after(publishing.log)
        case "line followed":
            outbox.consumers["renditions"] = after(outbox.consumers["renditions"])
        case _:
            setattr(publishing, step, before(getattr(publishing, step)))


def main(step: str, media: str) -> None:
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from articles import outbox

    Path(settings.MEDIA_ROOT).rmdir()
    settings.MEDIA_ROOT = media
    hold_at(step)
    outbox.consumers = {"renditions": outbox.consumers["renditions"]}
    call_command("run_schedule", every=1)


if __name__ == "__main__":
    main(*sys.argv[1:])
