"""What a revision may still bring back: people, sponsors and files can be deleted while a draft names them."""

from __future__ import annotations

from django.db.models import PROTECT, ForeignKey, Model
from modelcluster.models import get_all_child_relations


def without_what_is_gone(model: type[Model], data: dict) -> dict:
    """The data of a revision without protected references to rows that no longer exist.

    A reference of the page's own becomes empty, a row of a panel that needs one is left out. The database protects
    what the public page names, but not what only a draft does, and modelcluster fails on those (2026: "can't
    currently handle on_delete types other than CASCADE, SET_NULL and DO_NOTHING").
    """
    data = dict(data)
    for name in _gone(model, [data]):
        data[name] = None
    for relation in get_all_child_relations(model):
        accessor = relation.get_accessor_name()
        if rows := data.get(accessor):
            gone = _gone(relation.related_model, rows)
            data[accessor] = [row for row in rows if not any(row.get(name) in keys for name, keys in gone.items())]
    return data


def _gone(model: type[Model], rows: list[dict]) -> dict[str, set[int]]:
    """Of each protected reference, the keys in the rows that lead nowhere."""
    found = {}
    for field in model._meta.get_fields():
        if isinstance(field, ForeignKey) and field.remote_field.on_delete is PROTECT:
            named = {row[field.name] for row in rows if row.get(field.name) is not None}
            if named:
                there = field.related_model._default_manager.filter(pk__in=named).values_list("pk", flat=True)
                found[field.name] = named.difference(there)
    return {name: keys for name, keys in found.items() if keys}
