#!/bin/bash
# Every format says the same, to parsers of others: rdflib for all, serd for TriG; odd literals and names too.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1
for python in python3 /usr/bin/python3; do
  "$python" -c 'import rdflib' 2>/dev/null && PYTHON=$python
done
[ -n "${PYTHON-}" ] || skip_all "python3-rdflib is not installed"
folder=$ROOT/tests/conformance/formats

# same_data TITLE FILE FORMAT FILE FORMAT
same_data () {
  local title=$1
  shift
  run "$PYTHON" -W ignore "$folder/compare.py" "$@"
  is "$title" 0 "$status"
  [ "$status" -eq 0 ] || head -5 out err | sed 's/^/# /' >&2
}

for pair in turtle:turtle ntriples:nt nquads:nquads trig:trig rdfxml:xml jsonld:json-ld; do
  "$RELATA" query -f "${pair%:*}" -o "odd.${pair%:*}" "$folder/odd.ttl" 'CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }' || fail "odd things as $pair"
  same_data "odd things as ${pair%:*}" "$folder/odd.ttl" turtle "odd.${pair%:*}" "${pair#*:}"
done
(cat odd.ntriples; echo '<http://e/a> <http://e/x> "more" .') >more.nt
run "$PYTHON" -W ignore "$folder/compare.py" "$folder/odd.ttl" turtle more.nt nt
is "one triple more is noticed" 1 "$status"

for example in "$ROOT"/examples/[0-9]*/; do
  name=$(basename "$example")
  for format in ntriples nquads trig jsonld turtle12; do
    "$RELATA" build --quiet -f $format -o "$name.$format" "$example"*.txt
  done
  same_data "$name: JSON-LD and N-Triples" "$name.ntriples" nt "$name.jsonld" json-ld
  same_data "$name: TriG and N-Quads" "$name.nquads" nquads "$name.trig" trig
  if command -v serdi >/dev/null; then
    serdi -i trig -o nquads "$name.trig" 2>err | LC_ALL=C sort >found
    is "$name: serd reads TriG without complaint" "" "$(cat err)"
    LC_ALL=C sort "$name.nquads" >expected
    same "$name: serd reads the same from TriG" expected found
  fi
  is "$name: RDF 1.2 has a reifier for every fact" \
    "$(grep -c 'rdf-syntax-ns#Statement> \.$' "$name.ntriples")" "$(grep -c 'rdf:reifies <<( .* )>>' "$name.turtle12")"
  # RDF 1.2 back to RDF 1.1 by the text: the same graph
  sed -E -e '/^VERSION/d' \
    -e 's/rdf:reifies <<\( ([^ ]+) ([^ ]+) (.*) \)>>/a rdf:Statement ; rdf:subject \1 ; rdf:predicate \2 ; rdf:object \3/' "$name.turtle12" >"$name.back.ttl"
  same_data "$name: RDF 1.2 says the same" "$name.ntriples" nt "$name.back.ttl" turtle
done

done_testing
