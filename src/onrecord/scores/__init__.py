"""How right a reading is: what people marked and what was found in, precision, recall and F1 out.

`score` compares sources, cues and contents (needs scipy). `score_details` compares what else is said of
statements: whom a source stands for, to whom and when it was said, whether it was made, what stands within
it; and labels.
"""

from onrecord.scores.details import (
    FOUND,
    MISTAKES,
    SHARES,
    DetailScores,
    Judgement,
    has_details,
    judge,
    score_details,
)
from onrecord.scores.parts import (
    DEGREES,
    PARTS,
    Count,
    Marked,
    Scores,
    marked_in,
    need_scipy,
    right_ones,
    score,
)

__all__ = [
    "DEGREES",
    "FOUND",
    "MISTAKES",
    "PARTS",
    "SHARES",
    "Count",
    "DetailScores",
    "Judgement",
    "Marked",
    "Scores",
    "has_details",
    "judge",
    "marked_in",
    "need_scipy",
    "right_ones",
    "score",
    "score_details",
]
