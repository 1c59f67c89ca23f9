"""Long work, done side by side and to its end: what can't be read becomes an outcome, not an end.

The front door: `read_inputs` reads many documents, `Task` says how.
"""

from onrecord.jobs.reading import Task, read_inputs

__all__ = ["Task", "read_inputs"]
