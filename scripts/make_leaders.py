#!/usr/bin/env python3
"""Makes the table of states' leaders that ships with onrecord, from REIGN's leaders.csv.

python scripts/make_leaders.py LEADERS.csv

Only what `analysis.offices` needs is kept: state, name, first day and last month. Names stay as REIGN has
them, but for remarks in brackets and for those in MENDED. Source: REIGN (OEF Research), MIT.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from onrecord.analysis.people.states import STATES

TABLE = Path(__file__).parents[1] / "src" / "onrecord" / "analysis" / "people" / "tables" / "leaders.csv.gz"
HEADS = ("state", "name", "since", "until")

# Misprints, and names cut to a part that nobody would know them by; by state, then as REIGN has it.
MENDED = {
    "AZE": {"Ilhma Aliyev": "Ilham Aliyev"},
    "BFO": {"Campaore": "Compaore"},
    "BLZ": {"D.Barrow": "D. Barrow"},
    "BUL": {"Saksgoburggotski": "Sakskoburggotski"},
    "BRA": {"Sarnay": "Sarney", "Mello": "Collor de Mello"},
    "CEN": {"Djotidia": "Djotodia"},
    "COL": {
        "Arango": "Pastrana Arango",
        "Pizano": "Samper Pizano",
        "Trujillo": "Gaviria Trujillo",
        "Vargas": "Barco Vargas",
    },
    "COS": {"Miranda": "Chinchilla Miranda"},
    "DRC": {"Felix Tschisekedi": "Felix Tshisekedi"},
    "ETM": {"araujo": "Araujo"},
    "FIN": {"Marthi Ahtisaari": "Martti Ahtisaari"},
    "FRN": {"Mitterand": "Mitterrand"},
    "GAB": {"Ondimba": "Bongo Ondimba"},
    "GNB": {"Raimundo Perreira": "Raimundo Pereira"},
    "GUY": {"Jagan Cheddi": "Cheddi Jagan"},
    "GUA": {"Maldanado": "Maldonado", "Molina": "Perez Molina"},
    "HAI": {"Duvalier, Jean-": "Jean-Claude Duvalier"},
    "KUW": {"Jabir Ahmad Al Sabah": "Sabah Al-Ahmad Al-Sabah"},
    "MAC": {"Spasovksi": "Spasovski"},
    "PAK": {"Bhutto Benazir": "Benazir Bhutto"},
    "PAN": {"Balladares": "Perez Balladares"},
    "PAR": {"Benitez": "Abdo Benitez"},
    "QAT": {"Amad Al Thani": "Hamad Al Thani", "Khalifah Al Thani": "Tamim Al Thani"},
    "ROM": {"Vacariou": "Vacaroiu"},
    "SAF": {"deKlerk": "de Klerk"},
    "SYR": {"Al-Assad H.": "Hafez al-Assad"},
    "TUN": {"Essebi": "Essebsi"},
    "URU": {"Luis Pou": "Luis Lacalle Pou"},
}


def rows(text: str) -> Iterator[tuple[str, str, str, str]]:
    """The table's rows from REIGN's, in its order; states of which no office is known are left out."""
    known = {state.code for state in STATES if state.terms}
    for row in csv.DictReader(io.StringIO(text)):
        if row["stateabb"] in known:
            since = f"{int(row['syear']):04}-{int(row['smonth']):02}-{int(row['sdate']):02}"
            until = f"{int(row['eyear']):04}-{int(row['emonth']):02}" if row["eyear"] else ""
            yield row["stateabb"], name(row["stateabb"], row["leader"]), since, until


def name(state: str, printed: str) -> str:
    """A name without remarks, its parts in order: "Franco, Itamar (acting)" is "Itamar Franco"."""
    plain = " ".join(re.sub(r"\([^)]*\)", " ", printed).split())
    mended = MENDED.get(state, {}).get(plain, plain)
    turned = re.fullmatch(r"(.+?), ?(.+)|(.+) ([A-Z]\.)", mended)
    return " ".join(filter(None, (turned[2], turned[4], turned[1], turned[3]))) if turned else mended


def table(text: str) -> bytes:
    """The compressed table; the same bytes each time."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([HEADS, *rows(text)])
    return gzip.compress(out.getvalue().encode(), 9, mtime=0)


def main() -> int:
    """Write the table."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_bytes(table(Path(sys.argv[1]).read_text(encoding="utf-8")))
    print(f"{TABLE}: {TABLE.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
