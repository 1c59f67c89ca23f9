"""How often somebody may try to sign in."""

from __future__ import annotations

import pytest

from onrecord.web.access.attempts import FIRST_WAIT, FREE, LONGEST_WAIT, WINDOW, Attempts
from tests.web.access.conftest import Clock

HERE = "192.0.2.7"


@pytest.fixture
def attempts(clock: Clock) -> Attempts:
    return Attempts(clock)


def fail(attempts: Attempts, times: int, name: str = "mira", address: str = HERE) -> None:
    for _ in range(times):
        assert attempts.begin(name, address) == 0


def test_five_are_free_then_waits_grow_up_to_a_limit(attempts: Attempts, clock: Clock) -> None:
    fail(attempts, FREE)
    waits = []
    for _ in range(8):
        waits.append(attempts.begin("mira", HERE))
        clock.now += waits[-1]
        assert attempts.begin("mira", HERE) == 0
    assert waits[:3] == [FIRST_WAIT, 2 * FIRST_WAIT, 4 * FIRST_WAIT]
    assert waits[-1] == waits[-2] == LONGEST_WAIT


def test_attempts_while_waiting_make_it_no_longer(attempts: Attempts, clock: Clock) -> None:
    fail(attempts, FREE)
    clock.now += FIRST_WAIT - 1
    assert attempts.begin("mira", HERE) == 1
    assert attempts.begin("mira", HERE) == 1


def test_a_name_waits_wherever_it_is_tried_from(attempts: Attempts) -> None:
    for number in range(FREE):
        fail(attempts, 1, address=f"192.0.2.{number}")
    assert attempts.begin("mira", "198.51.100.1") > 0
    assert attempts.begin("ana", "198.51.100.1") == 0


@pytest.mark.parametrize(
    ("first", "same", "other"),
    [
        (HERE, HERE, "192.0.2.8"),
        ("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", "2001:db8:0:2::1"),
        (HERE, f"::ffff:{HERE}", "::ffff:192.0.2.8"),
        ("no address", "no address", "none"),
    ],
)
def test_an_address_waits_whatever_name_is_tried(
    attempts: Attempts, first: str, same: str, other: str
) -> None:
    for number in range(FREE):
        fail(attempts, 1, name=f"name-{number}", address=first)
    assert attempts.begin("mira", same) > 0
    assert attempts.begin("mira", other) == 0


def test_all_is_forgotten_after_a_while_without_one(attempts: Attempts, clock: Clock) -> None:
    fail(attempts, FREE)
    clock.now += WINDOW + 1
    fail(attempts, FREE)


def test_success_frees_the_name_but_not_what_else_its_address_tried(attempts: Attempts) -> None:
    fail(attempts, FREE - 1)
    attempts.begin("mira", HERE)
    attempts.succeed("mira", HERE)
    assert attempts.begin("mira", "198.51.100.1") == 0
    fail(attempts, 1, name="ana")
    assert attempts.begin("ana", HERE) > 0


def test_the_table_does_not_grow_without_bound(clock: Clock) -> None:
    attempts = Attempts(clock, kept=10)
    for number in range(100):
        attempts.begin(f"name-{number}", f"192.0.2.{number}")
    assert len(attempts) == 10
