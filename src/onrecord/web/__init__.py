"""The site: the record in a browser, on the user's own machine, with no request to anybody else.

The front door: `make_app` makes the site of a `Site`, which names the record and what else it is handed.
"""

from onrecord.web.app import make_app
from onrecord.web.site import Offered, Site

__all__ = ["Offered", "Site", "make_app"]
