"""Addresses that must not be fetched, given and led to by a redirect; and redirects that lead nowhere."""

from __future__ import annotations

from functools import partial

from tests.hostile.ground import Ground
from tests.hostile.table import REFUSED, Table

given, led = Table("Addresses, given and led to"), Table("Redirects")

# {port} is the canary's, on which it would answer.
HERE = {
    "this machine": "http://127.0.0.1:{port}/",
    "this machine by name": "http://localhost:{port}/",
    "this machine by name, with a dot": "http://LOCALHOST.:{port}/",
    "this machine as one number": "http://2130706433:{port}/",
    "this machine in hexadecimal": "http://0x7f000001:{port}/",
    "this machine in hexadecimal parts": "http://0x7f.0x0.0x0.0x1:{port}/",
    "this machine in octal": "http://017700000001:{port}/",
    "this machine in octal parts": "http://0177.0.0.01:{port}/",
    "this machine, shortened": "http://127.1:{port}/",
    "this machine by another of its numbers": "http://127.8.8.8:{port}/",
    "no machine (0.0.0.0)": "http://0.0.0.0:{port}/",
    "no machine (0)": "http://0:{port}/",
    "this machine by version 6": "http://[::1]:{port}/",
    "no machine by version 6": "http://[::]:{port}/",
    "this machine in a number of version 6": "http://[::ffff:127.0.0.1]:{port}/",
    "the same in hexadecimal": "http://[::ffff:7f00:1]:{port}/",
    "the same, the old way": "http://[::127.0.0.1]:{port}/",
    "the same, all of it written out": "http://[0000:0000:0000:0000:0000:ffff:7f00:0001]:{port}/",
    "this machine translated (NAT64)": "http://[64:ff9b::7f00:1]:{port}/",
    "this machine in a tunnel (6to4)": "http://[2002:7f00:1::]:{port}/",
    "this machine with a zone": "http://[fe80::1%25lo]:{port}/",
    "this machine in circled digits": "http://①②⑦.⓪.⓪.①:{port}/",
    "this machine in wide digits": "http://１２７.０.０.１:{port}/",
    "this machine with wide dots": "http://127。0。0。1:{port}/",
    "this machine with a dot at the end": "http://127.0.0.1.:{port}/",
    "this machine in percent signs": "http://%31%32%37.0.0.1:{port}/",
    "a name that leads to this machine": "http://inside.example:{port}/",
    "a name that leads to this machine by version 6": "http://inside6.example:{port}/",
    "a name that leads to this machine in a number of version 6": "http://mapped.example:{port}/",
    "a name that leads to this machine and another": "http://both.example:{port}/",
    "a name of five thousand numbers, one of them of the network": "http://many.example/",
    "a machine of the network": "http://192.168.1.1/",
    "a name that leads to a machine of the network": "http://lan.example/",
    "the service that tells secrets": "http://169.254.169.254/latest/meta-data/",
    "the service that tells secrets, as one number": "http://2852039166/latest/meta-data/",
    "the service that tells secrets, by version 6": "http://[fd00:ec2::254]/latest/meta-data/",
    "a name that leads to the service that tells secrets": "http://metadata.example/latest/meta-data/",
    "the way to everybody at once": "http://255.255.255.255/",
    "a group of machines": "http://224.0.0.1/",
    "a user that looks like a machine": "http://open.example@127.0.0.1:{port}/",
    "a user and a password": "http://lee:secret@open.example/",
    "a stroke that some read as another": "http://127.0.0.1:{port}\\@open.example/",
    "a number sign that some read as an end": "http://127.0.0.1:{port}#@open.example/",
    "a port of mail": "http://open.example:25/",
    "a port that there is not": "http://open.example:99999/",
    "no machine at all": "http:///etc/passwd",
    "a bracket that does not end": "http://[::1",
    "a tab and a line break in the machine's name": "http://127.0.0.1\t\n:{port}/",
    "headers in the address": "http://open.example/\r\nHost: inside.example\r\n\r\n",
    "five thousand characters": "http://open.example/" + "a" * 5000,
    "a name that there is not": "http://none.example/",
    "a name of three hundred letters": "http://" + "a" * 300 + ".example/",
}
# What is no web address, so a file when it is given, and refused when a page leads there.
ELSEWHERE = {
    "a file": "file:///etc/passwd",
    "a file of this machine by name": "file://localhost/etc/passwd",
    "another protocol (ftp)": "ftp://open.example/",
    "another protocol (gopher)": "gopher://127.0.0.1:{port}/_GET%20/",
    "another protocol (ldap)": "ldap://127.0.0.1:{port}/",
    "another protocol (a socket)": "http+unix://%2Fvar%2Frun%2Fdocker.sock/",
    "a script": "javascript:alert(1)",
    "data": "data:text/plain,Lee said: no",
    "an archive in the web": "jar:http://127.0.0.1:{port}/a.jar!/",
}


def both(ground: Ground, address: str) -> list[str]:
    """The address as it is given, and a page of the open web that leads to it."""
    address = address.replace("{port}", ground.port)
    if {"\r", "\n"} & set(address):  # can't be sent as a header; the servers try
        return [address]
    sent = address.encode("utf-8").decode("latin-1")  # headers are bytes
    return [address, ground.page("/a", status=302, location=sent)]


for tries, address in (HERE | ELSEWHERE).items():
    given.add(tries, partial(both, address=address), ends=REFUSED)


def rebinding(ground: Ground) -> list[str]:
    """The name leads to the open web when it is looked up first, and to this machine a moment later."""
    ground.page("/robots.txt", status=404)
    return [f"http://rebind.example:{ground.port}/", "http://rebind.example/"]


given.add("a name that leads elsewhere a moment later (DNS rebinding)", rebinding, ends=REFUSED)
given.add("a name that is never looked up to its end", lambda ground: ["http://slow.example/"], ends=REFUSED)


def circle(ground: Ground) -> list[str]:
    ground.page("/b", status=302, location="/a")
    return [ground.page("/a", status=302, location="/b")]


def on_and_on(ground: Ground) -> list[str]:
    for number in range(20):
        ground.page(f"/{number}", status=302, location=f"/{number + 1}")
    return ["http://open.example/0"]


def nowhere(ground: Ground) -> list[str]:
    return [ground.page("/a", status=302), ground.page("/b", status=302, location="")]


def rules(ground: Ground) -> list[str]:
    ground.page("/robots.txt", status=302, location=f"http://127.0.0.1:{ground.port}/robots.txt")
    return [ground.page("/a", "Lee said: no", content_type="text/plain")]


led.add("in a circle", circle, ends=REFUSED)
led.add("on and on", on_and_on, ends=REFUSED)
led.add("to nowhere", nowhere, ends=REFUSED)
led.add("of robots.txt to this machine", rules, ends=REFUSED)
