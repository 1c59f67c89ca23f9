"""How a record is laid out: engines, tables, migrations, and values kept in few bytes."""
