"""Reads JSON-LD with pyld, which gets the two contexts that we use from files beside it, and no others.

The files hold the terms of W3C's and schema.org's contexts that our exports use, with the same meanings. A
term that is not in them is dropped by pyld, so that what was lost shows.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pyld import jsonld  # type: ignore[import-untyped]

CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": "anno.jsonld",
    "https://schema.org": "schema.jsonld",
}


def _load(url: str, options: dict[str, Any]) -> dict[str, Any]:
    path = Path(__file__).parent / "contexts" / CONTEXTS[url]
    return {
        "contextUrl": None,
        "documentUrl": url,
        "contentType": "application/ld+json",
        "document": json.loads(path.read_text(encoding="utf-8")),
    }


def expanded(data: bytes) -> list[dict[str, Any]]:
    """The nodes of a JSON-LD document with full names."""
    found: list[dict[str, Any]] = jsonld.expand(json.loads(data), {"documentLoader": _load})
    return found


def values(node: Any) -> int:
    """How many numbers, words and names a document holds below its context, in whatever form."""
    if isinstance(node, dict):
        return sum(values(value) for key, value in node.items() if key != "@context")
    return sum(map(values, node)) if isinstance(node, list) else 1


def kept_values(node: Any) -> int:
    """The same of an expanded document, whose values tell their types too."""
    if isinstance(node, dict) and "@value" in node:
        return 1
    if isinstance(node, dict):
        return sum(kept_values(value) for value in node.values())
    return sum(map(kept_values, node)) if isinstance(node, list) else 1
