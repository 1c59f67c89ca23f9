#!/usr/bin/env bash
# Sets onrecord up in .venv, from the lock file and nothing else.
#
#   scripts/setup.sh demo     what `onrecord` needs to run
#   scripts/setup.sh test     that, and what the tests and checks need (the default)
#   scripts/setup.sh bench    that, and what `make bench` compares onrecord with
#
# Needs Python 3.11 or newer and the network, once. A second run does nothing until the lock file
# changes. As root on Debian or Ubuntu it installs python3-venv when it is missing, and for the tests
# postgresql and chromium; otherwise it prints the line to run. Choose another interpreter with PYTHON=/path/to/python3.
set -euo pipefail

UV_VERSION=0.13.9
# Debian's own python3 comes without venv; this brings pip for it, too, and the authorities' certificates.
APT_PACKAGE=python3-venv
# The tests run the record on a server of their own, and the site in a browser; nothing at run time needs them.
APT_SERVER=postgresql
APT_BROWSER=chromium

cd "$(dirname "$0")/.."

say() { printf 'setup: %s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

usage() { sed -n '2,10s/^# \{0,1\}//p' "$0"; }

# The first interpreter that is new enough; the one asked for, if one was.
find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

# What an unchanged set-up is known by. The folder is part of it: a moved .venv doesn't work.
fingerprint() {
    { pwd; "$python" --version; cat uv.lock pyproject.toml scripts/setup.sh; } | cksum
}

is_ready() {
    local kind
    for kind in "$@"; do
        [ "$(cat ".venv/.ready-$kind" 2>/dev/null)" = "$mark" ] && return 0
    done
    return 1
}

# Installs a package of Debian's as root; otherwise prints the line that does.
apt_install() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "installing $1 with apt-get"
        {
            apt-get update -qq &&
                DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends "$1"
        } >&2 || say "apt-get failed; see above"
    elif command -v apt-get >/dev/null; then
        say "to install it, run:  sudo apt-get update && sudo apt-get install -y $1"
    fi
}

install_venv() {
    say "$python has no venv."
    apt_install "$APT_PACKAGE"
}

# Debian keeps the server's programs in a folder for each version.
get_server() {
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null ||
        { say "there is no PostgreSQL; without it the tests of the record run on SQLite only." && apt_install "$APT_SERVER"; }
}

get_browser() {
    command -v chromium >/dev/null ||
        { say "there is no Chromium; without it the tests of the site in a browser are left out." && apt_install "$APT_BROWSER"; }
}

has_venv() { "$python" -c 'import venv, ensurepip' 2>/dev/null; }

make_venv() {
    if .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        return
    fi
    rm -rf .venv
    has_venv || install_venv
    if has_venv; then
        "$python" -m venv .venv || stop "'$python -m venv .venv' failed; see above."
    elif "$python" -m pip --version >/dev/null 2>&1; then
        say "going on with the pip that is installed"
        "$python" -m venv --without-pip .venv || stop "'$python -m venv' failed; see above."
    elif command -v uv >/dev/null; then
        say "going on with the uv that is installed"
        uv venv --quiet --python "$python" .venv || stop "'uv venv' failed; see above."
    else
        stop "can't go on without venv. Install $APT_PACKAGE, or uv, and run this again."
    fi
}

# A pinned uv, so that everybody reads the lock file in the same way.
get_uv() {
    if .venv/bin/uv --version 2>/dev/null | grep -qF "uv $UV_VERSION "; then
        return
    fi
    if .venv/bin/python -m pip --version >/dev/null 2>&1; then
        .venv/bin/python -m pip install --quiet --disable-pip-version-check "uv==$UV_VERSION"
    elif "$python" -m pip --version >/dev/null 2>&1; then
        "$python" -m pip --python .venv/bin/python install --quiet --disable-pip-version-check "uv==$UV_VERSION"
    else
        VIRTUAL_ENV=.venv uv pip install --quiet "uv==$UV_VERSION"
    fi || stop "could not install uv $UV_VERSION; see above. Is the network there?"
}

# --inexact keeps what another kind of set-up put there, and uv itself. All code is compiled once: without that every
# start takes a second more where Python is told to leave no compiled files behind.
sync() {
    local groups="--group dev"
    case "$kind" in
        demo) groups="--no-dev" ;;
        bench) groups="--group dev --group bench" ;;
    esac
    # The system's certificates where there are any, so that a network with its own authority works.
    [ ! -d /etc/ssl/certs ] || export UV_SYSTEM_CERTS=1
    # shellcheck disable=SC2086  # a list of words
    UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=.venv VIRTUAL_ENV='' \
        .venv/bin/uv sync --quiet --frozen --inexact --compile-bytecode $groups ||
        stop "'uv sync' failed; see above. Is the network there?"
    .venv/bin/python -m compileall -q src
}

kind=${1:-test}
case "$kind" in
    demo) enough="demo test bench" ;;
    test) enough="test bench" ;;
    bench) enough="bench" ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; stop "'$kind' is not a kind of set-up: give demo, test or bench." ;;
esac

if ! python=$(find_python); then
    found=$("${PYTHON:-python3}" --version 2>/dev/null) || found="not there"
    stop "Python 3.11 or newer is needed; ${PYTHON:-python3} is $found. Install it, or give PYTHON=/path/to/python3."
fi
mark=$(fingerprint)
# shellcheck disable=SC2086  # a list of words
if is_ready $enough; then
    exit 0
fi

say "setting up .venv for '$kind' (once; about a minute)"
make_venv
get_uv
sync
[ "$kind" = demo ] || get_server
[ "$kind" = demo ] || get_browser
# What was ready for the old lock file no longer is.
for old in .venv/.ready-*; do
    [ "$(cat "$old" 2>/dev/null)" = "$mark" ] || rm -f "$old"
done
printf '%s\n' "$mark" >".venv/.ready-$kind"
say "done"
