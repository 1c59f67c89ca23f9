"""The first tables: documents, readings, statements, entities, judgements."""

from alembic import op

from onrecord.record.asking.searching import search_for
from onrecord.record.schema.tables import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes all tables, and the index of words."""
    metadata.create_all(op.get_bind())
    search_for(op.get_bind().dialect.name).create(op.get_bind())
