"""How tests ask the API."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient


def asked(client: TestClient, address: str) -> dict[str, Any]:
    """What the API gives."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def through(client: TestClient, address: str) -> list[dict[str, Any]]:
    """All rows of a list, a page after the other."""
    page = asked(client, address)
    rows: list[dict[str, Any]] = page["items"]
    while page["next"]:
        page = asked(client, f"{address}&after={page['next']}")
        rows = [*rows, *page["items"]]
    return rows
