"""The API: the record for programs, as JSON under addresses with a version in them. It only reads.

The front door: `ROUTERS` for the application. What the answers hold is in `nouns`, how they are given in
`answers`, and `described` makes the OpenAPI document and the page for people of these same routes.
"""

from onrecord.web.api.described import API_ROUTERS, for_people

ROUTERS = (*API_ROUTERS, for_people)

__all__ = ["ROUTERS"]
