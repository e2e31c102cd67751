"""compare.py FILE FORMAT FILE FORMAT: whether rdflib reads the same data set from both files; prints what differs."""
import sys

import rdflib


def read(path, syntax):
    data = rdflib.ConjunctiveGraph()
    data.parse(path, format=syntax)
    quads = set()
    for s, p, o, g in data.quads((None, None, None, None)):
        name = getattr(g, "identifier", g)
        quads.add((s, p, o, name if isinstance(name, rdflib.URIRef) and not str(name).startswith("file:") else None))
    return quads


one, two = read(*sys.argv[1:3]), read(*sys.argv[3:5])
print(f"{len(one)} quads")
for sign, extra in (("<", one - two), (">", two - one)):
    for quad in list(extra)[:5]:
        print(sign, *(None if part is None else part.n3() for part in quad))
sys.exit(one != two)
