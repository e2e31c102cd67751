"""compare.py RELATA DATA LIST: runs the queries of LIST over DATA by relata and by rdflib; prints TAP."""
import csv
import io
import subprocess
import sys

import rdflib

PREFIXES = "PREFIX e: <http://e/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "


def ask_relata(relata, data, query):
    done = subprocess.run([relata, "query", "-f", "csv", data, query], capture_output=True, text=True)
    rows = list(csv.reader(io.StringIO(done.stdout)))
    return done.returncode, sorted(map(tuple, rows[1:])), done.stderr


def ask_rdflib(graph, query):
    rows = graph.query(PREFIXES + query)
    return sorted(tuple("" if value is None else str(value) for value in row) for row in rows)


def main(relata, data, queries):
    graph = rdflib.Graph().parse(data, format="turtle")
    lines = [line.strip() for line in open(queries, encoding="utf-8")]
    lines = [line for line in lines if line and not line.startswith("#")]
    for number, line in enumerate(lines, 1):
        refused = line.startswith("!")
        query = line.lstrip("! ")
        status, found, message = ask_relata(relata, data, query)
        expected = [] if refused else ask_rdflib(graph, query)
        good = status == 2 if refused else status == 0 and found == expected
        print(f"{'ok' if good else 'not ok'} {number} - {line}")
        if not good:
            print(f"# {line}\n# expected {expected[:5]}\n# found {found[:5]} {status} {message}", file=sys.stderr)
    print(f"1..{len(lines)}")


main(*sys.argv[1:])
