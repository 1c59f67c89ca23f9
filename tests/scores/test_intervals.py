"""Error bars: numbers worked out by hand, and a reader whose mistakes are known."""

from __future__ import annotations

import random

import pytest

from onrecord.scores.intervals import Case, estimate, wilson

NAMED, UNNAMED = frozenset({"named"}), frozenset({"unnamed"})


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        # Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilsons_interval_is_as_published(hits: int, of: int, low: float, high: float) -> None:
    found = wilson(hits, of)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)
    turned = wilson(of - hits, of)
    assert (turned.low, turned.high) == pytest.approx((1 - high, 1 - low), abs=5e-5)


def test_a_surer_interval_is_wider() -> None:
    assert wilson(5, 10, level=0.99).low < wilson(5, 10).low < wilson(5, 10, level=0.8).low
    with pytest.raises(ValueError, match="nothing"):
        wilson(0, 0)


def cases(count: int, read: frozenset[str] | None, true: frozenset[str] | None) -> list[Case]:
    return [Case(str(i), read, true) for i in range(count)]


def test_estimates_are_as_worked_out_by_hand() -> None:
    # Read: 10 unnamed, 30 named, of which 4 wrongly. True: these 36, and 12 unnamed that were missed.
    found = [
        *cases(10, UNNAMED, UNNAMED),
        *cases(26, NAMED, NAMED),
        *cases(4, NAMED, None),
        *cases(12, None, UNNAMED),
    ]
    made = estimate(found, map(str, range(26)), {"unnamed": 200, "named": 800}, 1000)
    assert made.precision is not None
    assert made.recall is not None
    assert made.count is not None
    assert (made.precision.value, made.recall.value) == (36 / 40, 36 / 48)
    assert made.count.value == pytest.approx(1000 * 48 / 40)
    share = made.shares["unnamed"]
    assert share is not None
    # In the sample 22 of 48 are unnamed; but it held 10 unnamed of 40 where the whole holds 8.
    assert share.value == pytest.approx((22 + 8 - 10) / 48)
    assert share.low < share.value < share.high
    other = made.shares["named"]
    assert other is not None
    assert share.value + other.value == pytest.approx(1)


def test_the_same_seed_gives_the_same_bars() -> None:
    found = [*cases(20, UNNAMED, UNNAMED), *cases(15, NAMED, NAMED), *cases(12, None, UNNAMED)]
    read = {"unnamed": 50, "named": 50}
    one, same, other = (estimate(found, map(str, range(20)), read, 100, seed=seed) for seed in (0, 0, 1))
    assert one == same != other


def test_a_reader_without_a_mistake_seen_is_not_taken_to_make_none() -> None:
    found = [*cases(30, UNNAMED, UNNAMED), *cases(30, NAMED, NAMED)]
    made = estimate(found, map(str, range(30)), {"unnamed": 500, "named": 500}, 1000)
    assert made.count is not None
    # Wilson's upper bound of none of 60 is 0.060.
    assert (made.count.low, made.count.high) == pytest.approx((940, 1060), abs=1)
    share = made.shares["unnamed"]
    assert share is not None
    assert share.low < 0.46
    assert share.high > 0.54


def test_of_too_few_nothing_is_said() -> None:
    found = [*cases(4, UNNAMED, UNNAMED), *cases(40, NAMED, NAMED)]
    made = estimate(found, map(str, range(40)), {"unnamed": 10, "named": 90}, 100)
    assert made.shares == {"unnamed": None, "named": None}
    nothing = estimate([], ["a"], {"named": 1}, 1)
    assert (nothing.precision, nothing.count, nothing.shares) == (None, None, {"named": None})


def world(rng: random.Random) -> list[tuple[str, list[Case]]]:
    """Paragraphs of documents that differ, read by one who misses more of the unnamed."""
    made = []
    for document in map(str, range(200)):
        unnamed = 0.1 + 0.3 * rng.random()
        for _ in range(rng.randint(3, 12)):
            found = [Case(document, NAMED, None)] if rng.random() < 0.1 else []
            for _ in range(rng.choice((0, 0, 1, 1, 2, 3))):
                true = UNNAMED if rng.random() < unnamed else NAMED
                missed = rng.random() < (0.3 if true is UNNAMED else 0.12)
                found.append(Case(document, None if missed else true, true))
            made.append((document, found))
    return made


def test_bars_hold_the_truth_about_as_often_as_they_say() -> None:
    rng = random.Random(1)
    runs, held = 120, {"count": 0, "share": 0}
    for _ in range(runs):
        paragraphs = world(rng)
        every = [case for _, found in paragraphs for case in found]
        read = {kind: sum(kind in (case.read or ()) for case in every) for kind in ("unnamed", "named")}
        true = sum(case.true is not None for case in every)
        share = sum("unnamed" in (case.true or ()) for case in every) / true
        drawn = rng.sample(paragraphs, 80)
        sample = [case for _, found in drawn for case in found]
        made = estimate(sample, [doc for doc, _ in drawn], read, sum(read.values()), resamples=300)
        for name, interval, truth in (("count", made.count, true), ("share", made.shares["unnamed"], share)):
            assert interval is not None
            held[name] += interval.low <= truth <= interval.high
    # 95 in 100 are meant; of 120 runs fewer than 108 would be a chance of one in a hundred.
    assert all(count >= 108 for count in held.values()), held
    assert min(held.values()) < runs
