"""The only wiring: settings in, a reader with its weights loaded out."""

from __future__ import annotations

import gzip
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from onrecord.analysis.details import Tables
from onrecord.analysis.people.first_names import FirstNames
from onrecord.analysis.people.offices import Leaders
from onrecord.analysis.reader import Reader
from onrecord.model.reading import ReaderInfo
from onrecord.neural.model import StatementFinder
from onrecord.neural.weights import Weights, find_weights
from onrecord.settings import Settings


def load(settings: Settings | None = None) -> Reader:
    """Loads the model and gives a reader. Takes about a second.

    Raises `StopRun` if the weights are missing or damaged.
    """
    settings = settings or Settings.from_environment()
    weights = find_weights(settings.weights)
    finder = StatementFinder.load(weights, threads=settings.threads)
    return Reader(finder, _info(weights), load_tables())


def reader_info(settings: Settings) -> ReaderInfo:
    """Which reader `load` would give, without loading it.

    Raises `StopRun` if the weights are missing or damaged.
    """
    return _info(find_weights(settings.weights))


def _info(weights: Weights) -> ReaderInfo:
    return ReaderInfo("onrecord", program_version(), weights.name, weights.digest)


def load_tables() -> Tables:
    """Loads what is known without any text: first names, and who led a state when."""
    return Tables(load_first_names(), load_leaders())


def load_first_names() -> FirstNames:
    """Loads the bundled table of first names, some 19,000 rows."""
    table = files("onrecord.analysis.people").joinpath("tables/first_names.txt.gz").read_bytes()
    return FirstNames.from_text(gzip.decompress(table).decode("utf-8"))


def load_leaders() -> Leaders:
    """Loads the bundled table of who led which state when, some 2,500 rows."""
    table = files("onrecord.analysis.people").joinpath("tables/leaders.csv.gz").read_bytes()
    return Leaders.from_csv(gzip.decompress(table).decode("utf-8"))


def program_version() -> str:
    """The installed version of onrecord."""
    try:
        return version("onrecord")
    except PackageNotFoundError:
        return "0+unknown"
