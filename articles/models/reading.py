"""How a page of the site may be asked for: it is read, and nothing is sent to it."""

from __future__ import annotations

from http import HTTPMethod

READING = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
