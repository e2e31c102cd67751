#!/bin/bash
# What relata writes, read by parsers of others: raptor, serd, and rdflib where it is installed. All formats say the same.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1
command -v rapper >/dev/null || skip_all "rapper (raptor2-utils) is not installed"

cat >one.txt <<'TEXT'
SEOUL, Jan. 19 -- President Lee Jae Myung met Italian Prime Minister Giorgia Meloni on Monday.
South Korea and Italy signed a memorandum of understanding on semiconductors in Seoul.
"We will build a café in São Paulo," Meloni said. Lee did not visit the factory.
TEXT
cat >two.txt <<'TEXT'
The company bought a factory in Hungary for $2.5 million in 2019. Trade grew 12.5 percent between 2012 and 2024.
Yonhap News reported that the summit in 서울 may end on Friday.
TEXT
for format in turtle ntriples nquads rdfxml; do
  "$RELATA" build -f $format one.txt two.txt >graph.$format 2>err || fail "build -f $format" "$(cat err)"
done
BASE=http://example.org/base/

# as_ntriples PARSER FORMAT: sorted N-Triples, language tags as they are; nothing where the parser complains
as_ntriples () {
  rapper -q -i "$1" -o ntriples "$2" "$BASE" 2>err | LC_ALL=C sort -u
  [ -s err ] && sed 's/^/# /' err
}

as_ntriples ntriples graph.ntriples >expected
like "N-Triples: there are triples" '^[1-9][0-9]{2,}$' "$(wc -l <expected)"
as_ntriples turtle graph.turtle >found
same "raptor reads the same from Turtle" expected found
as_ntriples rdfxml graph.rdfxml >found
same "raptor reads the same from RDF/XML" expected found
rapper -q -i nquads -o ntriples graph.nquads "$BASE" 2>err | LC_ALL=C sort -u >found
LC_ALL=C comm -13 expected found >more
is "raptor reads N-Quads without complaint" "" "$(cat err)"
# By document a fact has the confidence, the names and the forms that this document gives; all else is the same.
is "N-Quads state nothing else, but for what is counted by document" "" "$(grep -vE 'confidence|altLabel|#label' more | head -5)"

if command -v serdi >/dev/null; then
  serdi -i turtle -o ntriples graph.turtle 2>err | LC_ALL=C sort -u >found
  is "serd: Turtle without complaint" "" "$(cat err)"
  serdi -i ntriples -o ntriples graph.ntriples | LC_ALL=C sort -u >expected.serd
  same "serd reads the same from Turtle" expected.serd found
  serdi -i nquads -o nquads graph.nquads 2>err >found
  is "serd: N-Quads without complaint" "" "$(cat err)"
  is "serd finds a quad in every line" "$(wc -l <graph.nquads)" "$(wc -l <found)"
else
  skip "serd reads what we write" "serdi is not installed"
fi

PYTHON=
for python in python3 /usr/bin/python3; do
  "$python" -c 'import rdflib' 2>/dev/null && PYTHON=$python
done
if [ -n "$PYTHON" ]; then
  for format in turtle:turtle ntriples:nt rdfxml:xml; do
    "$PYTHON" - "graph.${format%:*}" "${format#*:}" <<'PYTHON' | LC_ALL=C sort -u >"rdflib.${format%:*}" 2>err
import sys, rdflib
graph = rdflib.Graph()
graph.parse(sys.argv[1], format=sys.argv[2])
for s, p, o in graph:
    print(s.n3(), p.n3(), o.n3())
PYTHON
    like "rdflib reads ${format%:*}" '^[1-9]' "$(wc -l <"rdflib.${format%:*}")"
  done
  same "rdflib: Turtle and N-Triples are the same graph" rdflib.turtle rdflib.ntriples
  same "rdflib: RDF/XML and N-Triples are the same graph" rdflib.rdfxml rdflib.ntriples
else
  skip "rdflib reads what we write" "python3-rdflib is not installed"
fi

like "UTF-8 stays UTF-8 in N-Triples" 'São Paulo' "$(cat graph.ntriples)"
unlike "no escapes for what UTF-8 can say" '\\u' "$(cat graph.ntriples graph.nquads graph.turtle)"
is "no blank nodes" "" "$(grep -E '(^| )_:' graph.ntriples | head -3)"
is "N-Quads: every line names its document" "" "$(grep -vE '<[^> ]+> \.$' graph.nquads | head -3)"
is "N-Quads: lines that end in a document" "2" "$(sed 's/.* <\([^> ]*\)> \.$/\1/' graph.nquads | LC_ALL=C sort -u | wc -l)"
is "Turtle: no line has two objects" "" "$(grep -nE '(>|[A-Za-z0-9_-]) , *[^ ]' graph.turtle | grep -v '"' | head -3)"
is "Turtle: only prefixes that are used" "" "$(sed -n 's/^@prefix \([^ ]*\):.*/\1/p' graph.turtle | while read -r prefix; do
  grep -qE "(^|[[:space:]]|\^\^)$prefix:[A-Za-z]" graph.turtle || echo "$prefix"
done)"
if command -v xmllint >/dev/null; then
  ends "RDF/XML is well formed" 0 '' xmllint --noout graph.rdfxml
fi

if command -v roqet >/dev/null; then
  cat >query.rq <<'SPARQL'
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rel: <https://w3id.org/relata/ns#>
SELECT ?s WHERE { ?s a rdf:Statement ; rdf:subject ?subject ; rdf:predicate ?predicate ; rel:confidence ?c }
SPARQL
  facts=$(grep -c '^<[^>]*> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement> ' graph.ntriples)
  is "a SPARQL query finds every fact" "$facts" "$(roqet -q -r csv -D graph.ntriples query.rq 2>/dev/null | tail -n +2 | wc -l)"
fi

# The table: as many columns in every row, and no fact without its words
"$RELATA" build -f tsv one.txt two.txt >facts.tsv
is "TSV: 19 columns in every row" "19" "$(awk -F'\t' '{ print NF }' facts.tsv | sort -u)"
is "TSV: asserted is true or false" "" "$(tail -n +2 facts.tsv | cut -f10 | grep -vE '^(true|false)$' | head -3)"
is "TSV: what is asserted is positive" "" "$(tail -n +2 facts.tsv | awk -F'\t' '$10 == "true" && $11 != "positive"' | head -3)"
is "TSV: one header line for two documents" "1" "$(grep -c '^document	' facts.tsv)"
is "TSV: both documents" "one two" "$(tail -n +2 facts.tsv | cut -f1 | sort -u | paste -sd ' ')"
done_testing
