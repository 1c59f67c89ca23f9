"""What is kept small comes back as it was, for as long as the record lives."""

from __future__ import annotations

import hashlib
import zlib

import pytest

from onrecord.record.schema.packing import Sort, frequent, pack, unpack


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("data", [b"", b"\xff\x00", "“We held,” she said.\n".encode() * 50])
def test_bytes_come_back(sort: Sort, data: bytes) -> None:
    assert unpack(pack(data, sort), sort) == data


def test_what_was_packed_before_can_be_unpacked_only_with_the_same_files() -> None:
    digests = {sort: hashlib.sha256(frequent(sort)).hexdigest()[:12] for sort in Sort}
    assert digests == {Sort.ARTICLE: "2c644c6a9aab", Sort.READING: "38fde6cfc364"}


def test_damage_is_found() -> None:
    packed = pack(b"Nobody said a thing.", Sort.ARTICLE)
    for damaged in (packed[:-3], packed[:8] + b"?" + packed[9:], zlib.compress(b"other")[:5]):
        with pytest.raises(zlib.error):
            unpack(damaged, Sort.ARTICLE)
