"""Across documents: versions of one article, and speakers who may be one. Rows are handed in.

The front door: `step_between` tells what became of the statements of a version in the next one, `suggest`
which speakers may be one.
"""

from onrecord.compare.speakers import Reason, Suggestion, suggest
from onrecord.compare.versions import Changed, Piece, Step, step_between

__all__ = ["Changed", "Piece", "Reason", "Step", "Suggestion", "step_between", "suggest"]
