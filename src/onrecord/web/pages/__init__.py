"""The pages of the site, a module each: what is asked, and the context that a template is given."""

from onrecord.web.pages import add, article, help, home, search, statement

ROUTERS = (home.router, article.router, statement.router, search.router, add.router, help.router)
