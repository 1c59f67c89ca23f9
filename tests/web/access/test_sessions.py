"""Sessions: whose a token is, and when it ends."""

from __future__ import annotations

import pytest

from onrecord.web.access.guard import Role, Visitor
from onrecord.web.access.password_guard import PasswordGuard, TooOften
from onrecord.web.access.sessions import IDLE, LONGEST, Sessions
from onrecord.web.access.users import UsersFile
from tests.web.access.conftest import PASSWORD, Clock


def entered(guard: PasswordGuard, name: str = "Mira") -> str:
    token = guard.sign_in(name, PASSWORD, "192.0.2.7")
    assert token
    return token


def test_a_token_is_of_who_signed_in_and_no_two_are_alike(guard: PasswordGuard) -> None:
    first, second = entered(guard), entered(guard, "ANA")
    assert guard.visitor(first) == Visitor("Mira", Role.REVIEWER)
    assert guard.visitor(second) == Visitor("Ana", Role.ADMIN)
    assert len(first) >= 43  # 32 bytes of chance


@pytest.mark.parametrize("token", [None, "", "made-up", "\udcff"])
def test_any_other_token_is_nobodys(guard: PasswordGuard, token: str | None) -> None:
    entered(guard)
    assert guard.visitor(token) is None


def test_tokens_are_not_kept_as_they_are(users: UsersFile) -> None:
    sessions = Sessions()
    token = sessions.begin(users.named("Mira"))
    assert token not in repr(vars(sessions))


def test_a_session_ends_when_it_is_not_used_but_lasts_while_it_is(guard: PasswordGuard, clock: Clock) -> None:
    used, idle = entered(guard), entered(guard)
    clock.now += IDLE - 1
    assert guard.visitor(used)
    clock.now += 2
    assert guard.visitor(used)
    assert guard.visitor(idle) is None


def test_a_session_ends_after_a_week_in_any_case(guard: PasswordGuard, clock: Clock) -> None:
    token, began = entered(guard), clock.now
    while clock.now < began + LONGEST:
        assert guard.visitor(token)
        clock.now += IDLE / 2
    clock.now += 1
    assert guard.visitor(token) is None


def test_sessions_that_are_over_are_forgotten(users: UsersFile, clock: Clock) -> None:
    sessions = Sessions(clock)
    for _ in range(5):
        sessions.begin(users.named("Mira"))
        clock.now += IDLE + 1
    assert len(sessions) == 1


def test_signing_out_ends_that_session_alone(guard: PasswordGuard) -> None:
    one, other = entered(guard), entered(guard)
    guard.sign_out(one)
    guard.sign_out(None)
    assert guard.visitor(one) is None
    assert guard.visitor(other)


def test_another_password_ends_all_sessions_of_that_user(guard: PasswordGuard, users: UsersFile) -> None:
    mira, ana = entered(guard), entered(guard, "Ana")
    users.set_password("Mira", "another password")
    assert guard.visitor(mira) is None
    assert guard.visitor(ana)
    assert guard.sign_in("Mira", PASSWORD, "192.0.2.8") is None
    assert guard.sign_in("Mira", "another password", "192.0.2.8")


def test_a_user_who_is_removed_is_out_and_stays_out_when_the_name_returns(
    guard: PasswordGuard, users: UsersFile
) -> None:
    token = entered(guard)
    users.remove("Mira")
    assert guard.visitor(token) is None
    users.add("Mira", Role.ADMIN, PASSWORD)
    assert guard.visitor(token) is None


def test_a_session_survives_what_is_changed_of_others(guard: PasswordGuard, users: UsersFile) -> None:
    token = entered(guard)
    users.remove("Rea")
    assert guard.visitor(token)


def test_a_file_that_was_spoiled_lets_nobody_in(
    guard: PasswordGuard, users: UsersFile, caplog: pytest.LogCaptureFixture
) -> None:
    token, kept = entered(guard), users.path.read_bytes()
    users.path.write_text("{")
    assert guard.visitor(token) is None
    assert "nobody can sign in" in caplog.text
    users.path.write_bytes(kept)
    assert guard.sign_in("Mira", PASSWORD, "192.0.2.7")


def test_a_name_that_there_is_not_costs_a_password(
    guard: PasswordGuard, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[bytes] = []
    from onrecord.web.access import passwords

    real = passwords._made_of

    def counted(password: str, salt: bytes, effort: passwords.Effort) -> bytes:
        made.append(salt)
        return real(password, salt, effort)

    monkeypatch.setattr(passwords, "_made_of", counted)
    for name, password in (("Mira", PASSWORD), ("Mira", "wrong"), ("Nobody", "wrong"), ("Nobody", "")):
        before = len(made)
        guard.sign_in(name, password, "192.0.2.7")
        assert len(made) == before + 1
    assert guard.sign_in("Nobody", "", "192.0.2.8") is None


def test_after_five_failures_nobody_is_looked_at(guard: PasswordGuard) -> None:
    for _ in range(5):
        assert guard.sign_in("Mira", "wrong wrong wrong", "192.0.2.7") is None
    with pytest.raises(TooOften):
        guard.sign_in("Mira", PASSWORD, "192.0.2.7")
