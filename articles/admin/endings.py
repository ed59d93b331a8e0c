"""Who unpublishes a story says why: one at a time, many at once, or all that stand below a page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from functools import partial
from itertools import batched
from urllib.parse import unquote, urlsplit

from django import forms
from django.contrib import messages
from django.core.validators import URLValidator
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.test import RequestFactory
from django.urls import Resolver404, resolve
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction
from wagtail.admin.views.pages.unpublish import UnpublishView
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminPageChooser
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from articles import endings
from articles.characters import printable
from articles.models import Ending, Person, Show, Story, Topic, User
from articles.models.reading import Reading

ASKED = (
    (Ending.MISTAKE, _("It was published by mistake. Its address says that there is no such page.")),
    (Ending.RETRACTED, _("It is retracted. Its address shows a notice, which is kept for good.")),
    (Ending.MOVED, _("It has moved. Who asks for it is sent to another page.")),
    (Ending.EXPIRED, _("It is out of date. Its address says that it has run out.")),
)
ASKED_FOR = {"notice": Ending.RETRACTED, "moved_page": Ending.MOVED, "moved_url": Ending.MOVED}
"""What else is asked, and by which reason."""
AT_ONCE = 20
"""How many pages are unpublished while the editor waits, and in each task of a worker."""
LISTS = frozenset({"topics", "people", "shows", "corrections", "feeds", "search"})
SUBJECTS = {"topic": Topic.objects.listed, "person": Person.objects.all, "show": Show.objects.listed}
"""Pages for readers that stand in no tree, by the names of their addresses; of subjects, which have one."""
LONGEST_LINK = Redirect._meta.get_field("redirect_link").max_length


class WebAddressField(forms.URLField):
    default_validators = [URLValidator(schemes=["http", "https"])]


def is_read(path: str) -> bool:
    """Whether readers find a page at a path, with or without its last slash, that stands in no tree."""
    try:
        match = resolve(f"{path}/")
    except Resolver404:
        return False
    if match.view_name in SUBJECTS:
        return SUBJECTS[match.view_name]().filter(slug=match.kwargs["slug"]).exists()
    return match.view_name in LISTS


class EndingForm(forms.Form):
    """Why stories end, and what that reason needs. What belongs to another reason may be anything."""

    include_descendants = forms.BooleanField(label=_("Unpublish all that stands below, too"), required=False)
    ending = forms.ChoiceField(
        label=_("Why does it end?"),
        choices=ASKED,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of the reasons.")},
    )
    notice = forms.CharField(
        label=_("Notice for readers"),
        required=False,
        widget=AdminAutoHeightTextInput,
        help_text=_(
            "What was wrong, without repeating it. It is listed among the corrections, too, and kept for good."
        ),
    )
    moved_page = forms.ModelChoiceField(
        label=_("Where to: a page of ours"), queryset=Page.objects.filter(depth__gt=1), required=False
    )
    moved_url = WebAddressField(
        label=_("Or an address elsewhere"),
        required=False,
        max_length=LONGEST_LINK,
        assume_scheme="https",
        error_messages={"invalid": _("Give a whole address, such as https://example.org/story.")},
    )

    def __init__(self, *args, pages: Iterable[Page], request: HttpRequest, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.pages = [page.specific for page in pages]
        below = Q()
        for page in self.pages:
            below |= Q(path__startswith=page.path, depth__gt=page.depth)
        self.below = Page.objects.filter(below, live=True) if self.pages else Page.objects.none()
        self.fields["moved_page"].widget = AdminPageChooser()
        if not self.below.exists():
            del self.fields["include_descendants"]
        if not self.stories and not Story.objects.filter(pk__in=self.below.values("pk")).exists():
            for name in ("ending", *ASKED_FOR):
                del self.fields[name]
        elif not self.stories:
            self.fields["ending"].label = _("Why do the stories below it end?")

    @cached_property
    def stories(self) -> list[Story]:
        """Those among the pages themselves."""
        return [page for page in self.pages if isinstance(page, Story)]

    def clean(self) -> dict:
        cleaned = super().clean()
        ending = cleaned.get("ending")
        for name, reason in ASKED_FOR.items():
            if ending != reason:
                self.errors.pop(name, None)
                cleaned[name] = ""
        if "ending" not in self.fields or "ending" in self.errors:
            return cleaned
        if not ending and (self.stories or cleaned.get("include_descendants")):
            self.add_error("ending", _("Say why: it decides what readers find in its place."))
        if ending == Ending.RETRACTED:
            cleaned["notice"] = printable(cleaned.get("notice", "")).strip()
            if not cleaned["notice"]:
                self.add_error("notice", _("Readers need to be told what was wrong."))
        if ending == Ending.MOVED and not self.errors:
            self.check_target(cleaned.get("moved_page"), cleaned.get("moved_url"))
        return cleaned

    def check_target(self, page: Page | None, url: str | None) -> None:
        """One target that readers can open, and that does not lead back."""
        if not page and not url:
            self.add_error("moved_page", _("Say where it has moved to: choose a page, or give an address."))
        elif page and url:
            self.add_error("moved_url", _("Choose a page or give an address, not both."))
        elif page:
            self.check_page("moved_page", page)
        elif place := self.place_of_ours(url):
            self.check_place(*place)

    def check_page(self, name: str, page: Page) -> None:
        if self.ends(page):
            self.add_error(name, _("This is what is being unpublished. Choose another page."))
        elif not self.is_readable(page.specific):
            self.add_error(name, _("Readers cannot open this page. Choose one that is published."))

    def check_place(self, host: str, path: str) -> None:
        """What stands at a path of ours, by which no redirect is followed: that could lead back."""
        request = RequestFactory().get("/", headers={"host": host})
        if page := Page.find_for_request(request, path.removesuffix(".md")):  # or its text as Markdown
            self.check_page("moved_url", page)
        elif not is_read(path):
            self.add_error("moved_url", _("Readers find no page at this address of ours, or are sent on from it."))

    def is_readable(self, page: Page) -> bool:
        """Whether everybody may open it, and not only the editor who asks."""
        is_over = isinstance(page, Story) and page.ended
        if not page.live or is_over or not isinstance(page, Reading):
            return False
        return not page.get_view_restrictions().exists() and page.is_open_to(self.request)

    def ends(self, page: Page) -> bool:
        return page.pk in {each.pk for each in self.pages} or (
            bool(self.cleaned_data.get("include_descendants")) and self.below.filter(pk=page.pk).exists()
        )

    def place_of_ours(self, url: str) -> tuple[str, str] | None:
        """The host and the path of an address of ours, as the site sees them; None for one elsewhere."""
        asked, parts = split_domain_port(self.request.get_host()), urlsplit(url.replace("\\", "/"))
        hosts = {asked[0], *(name.lower() for name in Site.objects.values_list("hostname", flat=True))}
        host = (parts.hostname or "").removesuffix(".")
        if host not in hosts:
            return None
        path = unquote(parts.path).replace("\0", "\N{REPLACEMENT CHARACTER}")  # as for any byte that is no letter
        return host, posixpath.normpath(f"/{path.lstrip('/')}")

    @transaction.atomic
    def unpublish(self, by: User) -> int:
        """Unpublish the pages, how many; of very many, and of all below if that is wanted, a worker does the rest.

        Who publishes anything waits for this transaction.
        """
        said = self.cleaned_data
        target = said.get("moved_page") or said.get("moved_url") or ""
        for page in self.pages[:AT_ONCE]:
            if isinstance(page, Story):
                endings.end(page, Ending(said["ending"]), notice=said["notice"], target=target, by=by)
            else:
                endings.end_page(page, by=by)
        left = [page.pk for page in self.pages[AT_ONCE:]]
        if said.get("include_descendants"):
            left += self.below.values_list("pk", flat=True)
        if left:
            messages.info(self.request, _("What is left to be unpublished follows one by one. This may take a while."))
        reason = (said.get("ending", ""), said.get("notice", ""), target.pk if isinstance(target, Page) else target)
        for batch in batched(left, AT_ONCE, strict=False):
            transaction.on_commit(partial(endings.end_all.enqueue, list(batch), *reason, by.pk))
        return len(self.pages)


class Unpublish(UnpublishView):
    template_name = "articles/admin/unpublish.html"

    @cached_property
    def form(self) -> EndingForm:
        data = self.request.POST if self.request.method == "POST" else None
        initial = {}
        if isinstance(self.object, Story):
            initial["notice"] = self.object.get_latest_revision_as_object().retraction_notice
        return EndingForm(data, initial=initial, pages=self.objects_to_unpublish, request=self.request)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return super().post(request, *args, **kwargs) if self.form.is_valid() else self.get(request, *args, **kwargs)

    def unpublish(self) -> HttpResponse | None:
        if response := self.run_hook("before_unpublish_page", self.request, self.object):
            return response
        self.form.unpublish(self.request.user)
        return self.run_hook("after_unpublish_page", self.request, self.object)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"form": self.form}


class UnpublishMany(UnpublishBulkAction):
    template_name = "articles/admin/unpublish_many.html"
    form_class = EndingForm

    def get_form_kwargs(self) -> dict:
        pages, _without_access = self.get_actionable_objects()
        return super().get_form_kwargs() | {"pages": pages, "request": self.request}

    def get_execution_context(self) -> dict:
        return {"form": self.cleaned_form, "user": self.request.user}

    @classmethod
    def execute_action(cls, objects: list[Page], form: EndingForm, user: User, **kwargs) -> tuple[int, int]:
        return form.unpublish(user), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        self.cleaned_form.cleaned_data.setdefault("include_descendants", False)
        return super().get_success_message(num_parent_objects, num_child_objects)
