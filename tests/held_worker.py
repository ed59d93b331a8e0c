"""A worker that stops for good at the step named on its command line, and says so: to be killed there.

It works on the media folder that is named after the step.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import django


def hold(*args, **kwargs) -> None:
    print("held", flush=True)
    time.sleep(600)


def hold_at(step: str) -> None:
    """Hold this process when it comes to a step: one that has a name here, or a function of `articles.publishing`."""
    from wagtail.signals import page_published

    from articles import outbox, publishing

    write_line, follow = publishing.log, outbox.consumers["renditions"]

    def write_line_and_hold(*args) -> None:
        write_line(*args)
        hold()

    def follow_and_hold(lines) -> None:
        follow(lines)
        hold()

    match step:
        case "row saved":
            page_published.connect(hold)
        case "line written":
            publishing.log = write_line_and_hold
        case "line followed":
            outbox.consumers["renditions"] = follow_and_hold
        case _:
            setattr(publishing, step, hold)


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
