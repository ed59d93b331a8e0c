"""The tests' own database."""

from __future__ import annotations

import pytest
from wagtail.models import Page, Site


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_what_a_transactional_test_deletes_is_there_for_the_next(turn: int) -> None:
    assert Site.objects.count() == 1
    Site.objects.all().delete()
    Page.objects.filter(depth=1).delete()
