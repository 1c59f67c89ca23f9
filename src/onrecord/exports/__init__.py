"""Readings as other formats. Each module takes nouns and gives bytes or text; none opens a file.

`FORMATS` names every format with what writes it. A writer takes readings and an open binary file, and holds
one document at a time (Parquet some thousands of rows), so that a record of any size can be handed on. It
writes what it is given: who wants asserted statements only filters first (`onrecord.exports.filter`). What
a format needs beyond onrecord itself is loaded when it is written, never before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import BinaryIO

from onrecord.model import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format to export: its name, how its files end, what it is for, and what writes it.

    Without the package's `extra`, if one is named, `write` raises `MissingExtra`.
    """

    name: str
    suffix: str
    media_type: str
    about: str
    write: Callable[[Iterable[Reading], BinaryIO], None]
    extra: str | None = None


def _jsonl(readings: Iterable[Reading], output: BinaryIO) -> None:
    from onrecord.exports.jsonl import json_line

    output.writelines(json_line(reading) for reading in readings)


def _csv(readings: Iterable[Reading], output: BinaryIO) -> None:
    from onrecord.exports.csv import csv_header, csv_rows

    output.write(csv_header())
    output.writelines(csv_rows(reading) for reading in readings)


def _parquet(readings: Iterable[Reading], output: BinaryIO) -> None:
    from onrecord.exports.parquet import write_parquet

    write_parquet(readings, output)


def _web_annotation(readings: Iterable[Reading], output: BinaryIO) -> None:
    from onrecord.exports.web_annotation import web_annotation_lines

    output.writelines(web_annotation_lines(readings))


def _schema_org(readings: Iterable[Reading], output: BinaryIO) -> None:
    from onrecord.exports.schema_org import schema_org_lines

    output.writelines(schema_org_lines(readings))


def _tei(readings: Iterable[Reading], output: BinaryIO) -> None:
    from onrecord.exports.tei import tei_parts

    output.writelines(tei_parts(readings))


def _follow_the_money(readings: Iterable[Reading], output: BinaryIO) -> None:
    from onrecord.exports.follow_the_money import follow_the_money_lines

    output.writelines(follow_the_money_lines(readings))


def _brat(readings: Iterable[Reading], output: BinaryIO) -> None:
    from onrecord.exports.brat import write_brat

    write_brat(readings, output)


def _inception(readings: Iterable[Reading], output: BinaryIO) -> None:
    from onrecord.exports.inception import write_inception

    write_inception(readings, output)


_JSON_LINES = "application/x-ndjson"

_ALL = (
    Format(
        name="jsonl",
        suffix=".jsonl",
        media_type=_JSON_LINES,
        about="everything, one document a line; onrecord reads it again",
        write=_jsonl,
    ),
    Format(
        name="csv",
        suffix=".csv",
        media_type="text/csv; charset=utf-8",
        about="a table for spreadsheets, one statement a row",
        write=_csv,
    ),
    Format(
        name="parquet",
        suffix=".parquet",
        media_type="application/vnd.apache.parquet",
        about="a table with column types for statistics, one statement a row",
        write=_parquet,
        extra="parquet",
    ),
    Format(
        name="web-annotation",
        suffix=".anno.jsonld",
        media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        about="W3C Web Annotations, which find the words in the page again",
        write=_web_annotation,
    ),
    Format(
        name="schema-org",
        suffix=".schema.jsonld",
        media_type="application/ld+json",
        about="schema.org quotations for web pages and search engines",
        write=_schema_org,
    ),
    Format(
        name="tei",
        suffix=".tei.xml",
        media_type="application/tei+xml",
        about="TEI P5, the texts with their statements marked",
        write=_tei,
    ),
    Format(
        name="follow-the-money",
        suffix=".ftm.json",
        media_type=_JSON_LINES,
        about="FollowTheMoney entities for Aleph and its relatives",
        write=_follow_the_money,
    ),
    Format(
        name="brat",
        suffix=".brat.zip",
        media_type="application/zip",
        about="texts and standoff annotations for brat, to correct by hand",
        write=_brat,
    ),
    Format(
        name="inception",
        suffix=".inception.zip",
        media_type="application/zip",
        about="UIMA CAS XMI for INCEpTION, to correct by hand",
        write=_inception,
        extra="inception",
    ),
)

FORMATS = {format.name: format for format in _ALL}
