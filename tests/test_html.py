"""Every kind of page is sound HTML, as the Nu HTML checker sees it. https://validator.github.io/validator/"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from django.test import Client
from django.views.defaults import server_error

from .npm import packaged
from .page_kinds import one_of_each

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def checker() -> list[str]:
    jar = packaged("vnu-jar/build/dist/vnu.jar")
    if not (java := shutil.which("java")):
        pytest.skip("Java, which runs the Nu HTML checker, is not here: apt-get install default-jre-headless")
    return [java, "-Xmx512m", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always"]


@pytest.fixture(scope="module")
def folder(newspaper, tmp_path_factory) -> Path:
    """A file for each kind of page."""
    from django.test import RequestFactory

    folder = tmp_path_factory.mktemp("pages")
    client = Client()
    pages = {kind: client.get(path) for kind, path in one_of_each().items()}
    pages["500"] = server_error(RequestFactory().get("/"))
    for kind, response in pages.items():
        assert response.status_code == (int(kind) if kind.isdigit() else 200), kind
        (folder / f"{kind.replace(' ', '-')}.html").write_bytes(response.content)
    return folder


def test_every_kind_of_page_is_sound_html(checker, folder):
    files = sorted(folder.glob("*.html"))
    outcome = subprocess.run([*checker, *map(str, files)], capture_output=True, text=True, timeout=300, check=True)
    messages = json.loads(outcome.stdout)["messages"]
    told = [
        f"{Path(message['url']).name}:{message.get('lastLine', 0)} {message['message']}\n    {message.get('extract')}"
        for message in messages
    ]
    assert len(files) >= 25
    assert not told, "\n" + "\n".join(told)
