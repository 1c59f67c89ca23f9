"""Long work, done side by side and to its end: what can't be read becomes an outcome, not an end.

The front door: `read_inputs` reads many documents, `add_inputs` puts them into a record, `follow_feeds` adds
what is new in feeds. `Task` says how to read, `Plan` what to follow. `suggesting` is asked for by itself: it
loads the store.
"""

from onrecord.jobs.adding import Added, add_inputs
from onrecord.jobs.feeds_file import FeedsFile
from onrecord.jobs.following import Plan, follow_feeds
from onrecord.jobs.looks import Look, Stop
from onrecord.jobs.reading import Task, read_inputs

__all__ = [
    "Added",
    "FeedsFile",
    "Look",
    "Plan",
    "Stop",
    "Task",
    "add_inputs",
    "follow_feeds",
    "read_inputs",
]
