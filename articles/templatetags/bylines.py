"""Who signs a story, as printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django import template
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from articles.models import Byline, Person

register = template.Library()


@dataclass
class Signature:
    """The people who sign in one role, in printed order: “By” Ines Falk and David Acheson."""

    role: str
    people: list[Person]

    @property
    def names(self) -> str:
        return get_text_list([person.name for person in self.people], _("and"))


@register.filter
def by_role(bylines: Iterable[Byline]) -> list[Signature]:
    """Bylines gathered by role; roles stand in the order in which they first appear."""
    signatures: dict[str, Signature] = {}
    for byline in bylines:
        signature = signatures.setdefault(byline.role, Signature(byline.get_role_display(), []))
        signature.people.append(byline.person)
    return list(signatures.values())
