"""Long work, done side by side and to its end: what can't be read becomes an outcome, not an end.

The front door: `read_inputs` reads many documents, `add_inputs` puts them into a record, `Task` says how.
"""

from onrecord.jobs.adding import Added, add_inputs
from onrecord.jobs.reading import Task, read_inputs

__all__ = ["Added", "Task", "add_inputs", "read_inputs"]
