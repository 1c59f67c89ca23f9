"""The only wiring: settings in, a reader with its weights loaded out."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from onrecord.analysis.reader import Reader
from onrecord.model.reading import ReaderInfo
from onrecord.neural.model import StatementFinder
from onrecord.neural.weights import find_weights
from onrecord.settings import Settings


def load(settings: Settings | None = None) -> Reader:
    """Loads the model and gives a reader. Takes about a second.

    Raises `StopRun` if the weights are missing or damaged.
    """
    settings = settings or Settings.from_environment()
    weights = find_weights(settings.weights)
    finder = StatementFinder.load(weights, threads=settings.threads)
    info = ReaderInfo("onrecord", program_version(), weights.name, weights.digest)
    return Reader(finder, info)


def program_version() -> str:
    """The installed version of onrecord."""
    try:
        return version("onrecord")
    except PackageNotFoundError:
        return "0+unknown"
