"""The pages of the site, a module each: what is asked, and the context that a template is given."""

from onrecord.web.pages import (
    about,
    add,
    agreement,
    article,
    deciding,
    help,
    home,
    log,
    outlets,
    review,
    search,
    sign_in,
    speaker,
    speakers,
    statement,
    taking,
)

ROUTERS = (
    home.router,
    article.router,
    statement.router,
    search.router,
    add.router,
    help.router,
    sign_in.router,
    speakers.router,
    speaker.router,
    about.router,
    outlets.router,
    agreement.router,  # before the review, in whose addresses a statement stands at its place
    review.router,
    deciding.router,
    log.router,
    taking.router,
)
