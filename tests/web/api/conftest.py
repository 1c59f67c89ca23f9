"""Both engines for the tests that try the API with whatever can be asked."""

from tests.record.conftest import address, postgresql

__all__ = ["address", "postgresql"]
