"""Films at providers: recognised by address alone, so that neither editing nor reading contacts anyone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

FRAME_HOSTS = ("https://www.youtube-nocookie.com", "https://player.vimeo.com")
"""Where a player may be loaded from after a click; the content security policy allows these and no other."""


@dataclass(frozen=True)
class Player:
    """A film at a provider: its name for people, its page, and the address of its player."""

    provider: str
    page_url: str
    embed_url: str


def player(url: str) -> Player:
    """The player for a film's address. ValidationError when it is no film's address at a known provider."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError as error:
        raise ValidationError(_("This is not an address.")) from error
    if parts.scheme not in {"http", "https"}:
        raise ValidationError(_("An address starts with https://."))
    if host in {"youtube.com", "youtu.be", "youtube-nocookie.com"}:
        return _youtube(host, parts.path, parts.query)
    if host in {"vimeo.com", "player.vimeo.com"}:
        return _vimeo(parts.path)
    raise ValidationError(_("Only films at YouTube and Vimeo can be embedded."))


def validate(url: str) -> None:
    """A model validator: ValidationError unless `player` accepts the address."""
    player(url)


def _youtube(host: str, path: str, query: str) -> Player:
    if host == "youtu.be":
        found = re.fullmatch(r"/([\w-]{11})/?", path)
        film = found[1] if found else ""
    elif found := re.fullmatch(r"/(?:embed|shorts|live)/([\w-]{11})/?", path):
        film = found[1]
    else:
        film = parse_qs(query).get("v", [""])[0] if path.rstrip("/") == "/watch" else ""
    if not re.fullmatch(r"[\w-]{11}", film, re.ASCII):
        raise ValidationError(_("This YouTube address names no film."))
    return Player("YouTube", f"https://www.youtube.com/watch?v={film}", f"{FRAME_HOSTS[0]}/embed/{film}?autoplay=1")


def _vimeo(path: str) -> Player:
    found = re.fullmatch(r"(?:/video)?/([0-9]{5,12})/?", path)
    if not found:
        raise ValidationError(_("This Vimeo address names no film."))
    return Player("Vimeo", f"https://vimeo.com/{found[1]}", f"{FRAME_HOSTS[1]}/video/{found[1]}?autoplay=1&dnt=1")
