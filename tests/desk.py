"""Fills the editors' forms as a browser does: what a form shows comes back, with an editor's changes on top."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, querydict_from_html, rich_text, streamfield

from articles.blocks.text import INLINE

FORM = "page-edit-form"
BLANK: dict[str, QueryDict] = {}
"""The forms for new pages, by model: they are the same wherever and by whomever they are opened."""


def paragraphs(*html: str) -> dict:
    """A body of running text, as Draftail and the stream field send it."""
    return streamfield([("paragraph", rich_text(f"<p>{text}</p>", features=INLINE)) for text in html])


def signed(*people: Any) -> dict:
    """The rows of the panel for bylines."""
    return inline_formset([{"person": str(person.pk), "role": "author"} for person in people])


class Desk:
    """Someone who may do everything, at work on pages."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def create(self, model: type[Page], parent: Page, action: str = "save", **fields: Any) -> HttpResponse:
        """Fill in the form for a new page and press a button, `save` or `publish`."""
        return self._send(add_url(model, parent), action, fields)

    def change(self, page: Page, action: str = "save", **fields: Any) -> HttpResponse:
        """Change fields in the form of a page that exists and press a button."""
        return self._send(reverse("wagtailadmin_pages:edit", args=(page.pk,)), action, fields)

    def restore(self, page: Page, revision_id: int, action: str = "publish") -> HttpResponse:
        """Open an old revision, change nothing, press a button."""
        shown = reverse("wagtailadmin_pages:revisions_revert", args=(page.pk, revision_id))
        data = self.filled(shown, {}) | {f"action-{action}": "yes"}
        return self.client.post(reverse("wagtailadmin_pages:edit", args=(page.pk,)), data)

    def do(self, verb: str, page: Page, *args: int, **said: Any) -> HttpResponse:
        """Confirm what a menu offers: `unpublish` (for a reason), `delete`, `move_confirm` (to the page with a key)."""
        return self.client.post(reverse(f"wagtailadmin_pages:{verb}", args=(page.pk, *args)), said)

    def preview(self, address: str, **fields: Any) -> HttpResponse:
        """What the preview beside the form shows, with these fields changed."""
        data = self.filled(address, fields)
        preview = f"{address}preview/"
        told = self.client.post(preview, data).json()
        assert told == {"is_valid": True, "is_available": True}
        return self.client.get(preview)

    def filled(self, address: str, fields: dict[str, Any]) -> QueryDict:
        """The data of the form at an address, with these fields changed; a stream field is empty unless given."""
        model = address.rstrip("/").rpartition("/")[0]
        blank = BLANK.get(model) if "/pages/add/" in address else None
        data = (blank or self._shown(address)).copy()
        if "/pages/add/" in address:
            BLANK.setdefault(model, data.copy())
        for name, value in nested_form_data(fields).items():
            data[name] = value
        return data

    def _shown(self, address: str) -> QueryDict:
        shown = self.client.get(address)
        assert shown.status_code == 200, f"{address}: {shown.status_code}"
        data = querydict_from_html(shown.text, form_id=FORM)
        for name in [name for name in data if "__prefix__" in name]:
            del data[name]
        for stream in BeautifulSoup(shown.text, "html.parser").select(f"#{FORM} [data-block]"):
            data[f"{stream['id']}-count"] = "0"
        return data

    def _send(self, address: str, action: str, fields: dict[str, Any]) -> HttpResponse:
        data = self.filled(address, fields)
        if action != "save":
            data[f"action-{action}"] = "yes"
        return self.client.post(address, data)


def add_url(model: type[Page], parent: Page) -> str:
    return reverse("wagtailadmin_pages:add", args=("articles", model._meta.model_name, parent.pk))


def errors(response: HttpResponse) -> dict[str, list[str]]:
    """What the form that came back complains of: field (or panel of rows) to messages, tags stripped."""
    assert response.status_code == 200, f"The form was taken: {response.status_code}"
    form = response.context["form"]
    found = {name: [str(message) for message in messages] for name, messages in form.errors.items()}
    for panel, rows in form.formsets.items():
        if not rows.is_valid():
            found[panel] = [*map(str, rows.non_form_errors()), *(str(row.errors) for row in rows if row.errors)]
    return found
