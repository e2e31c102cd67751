"""ask.py URL QUERY.rq ANSWER.tsv: asks a SPARQL endpoint, and compares its answer with the rows of ANSWER.tsv, as relata query
writes them; the order of rows that nothing orders does not matter. Prints what differs; exit status 1 when anything does."""
import json
import re
import sys
import urllib.parse
import urllib.request

TERM = re.compile(r'^"(.*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?$', re.S)
XSD = "http://www.w3.org/2001/XMLSchema#"


def unescape(text):
    return re.sub(r"\\(.)", lambda m: {"t": "\t", "n": "\n", "r": "\r"}.get(m[1], m[1]), text)


def normal(kind, value, language, datatype):
    """Stores keep numbers by value: 0.80 and 0.8 are the same to them."""
    if datatype and re.match(r"^[-+]?[0-9.]+$", value) and not datatype.startswith(XSD + "g"):
        return ("number", float(value))
    return (kind, value, (language or "").lower(), "" if datatype == XSD + "string" else datatype or "")


def parse_term(text):
    if text == "":
        return None
    if text.startswith("<"):
        return normal("uri", text[1:-1], None, None)
    literal = TERM.match(text)
    return normal("literal", unescape(literal[1]), literal[2], literal[3])


def read_answer(path):
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    names = [name.lstrip("?") for name in rows[0]]
    return names, [tuple(parse_term(cell) for cell in row) for row in rows[1:]]


def ask(url, query, names):
    body = urllib.parse.urlencode({"query": query}).encode()
    request = urllib.request.Request(url, body, {"Accept": "application/sparql-results+json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        bindings = json.load(answer)["results"]["bindings"]
    rows = []
    for binding in bindings:
        cells = [binding.get(name) for name in names]
        rows.append(tuple(
            None if cell is None else
            normal("uri" if cell["type"] == "uri" else "literal", cell["value"], cell.get("xml:lang"), cell.get("datatype"))
            for cell in cells))
    return rows


def main(url, query_path, answer_path):
    names, expected = read_answer(answer_path)
    with open(query_path, encoding="utf-8") as query:
        found = ask(url, query.read(), names)
    missing = [row for row in expected if row not in found]
    extra = [row for row in found if row not in expected]
    for row in missing[:5]:
        print("missing", row)
    for row in extra[:5]:
        print("extra", row)
    if len(found) != len(expected):
        print(len(found), "rows,", len(expected), "expected")
    sys.exit(bool(missing or extra or len(found) != len(expected)))


main(*sys.argv[1:])
