"""Tasks that are done at once, where there is no worker."""

from __future__ import annotations

from contextlib import nullcontext

from django.db import transaction
from django.tasks.backends.immediate import ImmediateBackend
from django.tasks.base import TaskResult, TaskResultStatus


class Backend(ImmediateBackend):
    """A task that fails takes back what it wrote itself, and nothing of what whoever enqueued it is writing.

    Django logs its error and goes on; but after an error PostgreSQL would store nothing of the whole transaction.
    """

    def _execute_task(self, task_result: TaskResult) -> None:
        is_within = transaction.get_connection().in_atomic_block
        with transaction.atomic() if is_within else nullcontext():
            super()._execute_task(task_result)
            if is_within and task_result.status == TaskResultStatus.FAILED:
                transaction.set_rollback(True)
