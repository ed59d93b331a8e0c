"""A guard of the house, how it is taken out, and the tests that must fail then."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.utils.module_loading import import_string
from wagtail import hooks

from articles.models import Story
from articles.querysets import StoryQuerySet

type Removal = Callable[[pytest.MonkeyPatch], None]

NO_TRANSACTION = SimpleNamespace(atomic=nullcontext)


@dataclass(frozen=True)
class Guard:
    """A rule, in words. Without what keeps it, each of the tests fails: by its own assertion, or as `seen_as` says."""

    rule: str
    take_out: Removal
    tests: tuple[str, ...]
    seen_as: type[BaseException] = AssertionError

    @property
    def nodes(self) -> list[str]:
        return [f"tests/{test}" for test in self.tests]


def nothing(*args: Any, **kwargs: Any) -> None:
    """In the place of a function that does something."""


def yes(*args: Any, **kwargs: Any) -> bool:
    """In the place of a function that may say no."""
    return True


def no(*args: Any, **kwargs: Any) -> bool:
    """In the place of a function that may say yes."""
    return False


def unchanged(thing: Any, *args: Any, **kwargs: Any) -> Any:
    """In the place of a function that narrows or marks what it is given."""
    return thing


def replaced(target: str, by: Any) -> Removal:
    return lambda patch: patch.setattr(target, by)


def altogether(*removals: Removal) -> Removal:
    def take_out(patch: pytest.MonkeyPatch) -> None:
        for removal in removals:
            removal(patch)

    return take_out


def altered(table: str, change: str) -> Removal:
    """In the tests' own database, which is thrown away."""
    return lambda patch: connection.cursor().execute(f"ALTER TABLE {table} {change}")


def unhooked(hook: str, function: str) -> Removal:
    """Wagtail calls the function no more."""

    def take_out(patch: pytest.MonkeyPatch) -> None:
        hooks.search_for_hooks()
        left_out = import_string(function)
        kept = [registered for registered in hooks._hooks[hook] if registered[0] is not left_out]
        assert len(kept) < len(hooks._hooks[hook]), f"{function} is not called at {hook}"
        patch.setitem(hooks._hooks, hook, kept)

    return take_out


class Unlocked(QuerySet):
    """Holds no row, whatever is asked."""

    def select_for_update(self, **how: Any) -> Unlocked:
        return self


class OfAnyState(StoryQuerySet):
    """Stories of which nobody asks whether they are public."""

    def published(self, at: Any = None) -> OfAnyState:
        return self

    def listable(self) -> OfAnyState:
        return self


class AnyStory:
    """`Story`, for a module that is not to ask whether one is public."""

    def __getattr__(self, name: str) -> Any:
        return OfAnyState(Story) if name == "objects" else getattr(Story, name)


def any_story_in(module: str) -> Removal:
    """The module takes stories of any state for public ones."""
    return replaced(f"{module}.Story", AnyStory())
