#!/bin/bash
# The ontology that is shipped: sound by the rules of OWL 2 DL, rich enough, and ready in time.
. "$(dirname "$0")/../tap.sh"
scratch
HERE=$(cd "$(dirname "$0")" && pwd)
ONTOLOGY=${RELATA_ONTOLOGY:-$HERE/../../ontology}

PYTHON=
for python in python3 /usr/bin/python3; do
  "$python" -c 'import rdflib' 2>/dev/null && PYTHON=$python
done
if [ -n "$PYTHON" ]; then
  "$PYTHON" "$HERE/ontology.py" "$ONTOLOGY" >"$T/report" 2>"$T/err"
  is "rdflib reads every file without complaint" "" "$(cat "$T/err")"
  is "nothing is undefined, contradictory or said twice" "" "$(sed '$d' "$T/report" | head -5)"
  reached=$(sed -n '$s/.* \([0-9]*\) properties reached/\1/p' "$T/report")
  is "wordings reach at least 300 properties" "yes" "$([ "${reached:-0}" -ge 300 ] && echo yes || echo "$reached")"

  # The checks find what they are for.
  mkdir "$T/broken"
  cat >"$T/broken/a.ttl" <<'TURTLE'
@prefix rel: <https://w3id.org/relata/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
rel:a a owl:ObjectProperty ; owl:inverseOf rel:b ; rdfs:range rel:C ; rdfs:subPropertyOf rel:b .
rel:b a owl:ObjectProperty, owl:DatatypeProperty ; rdfs:label "b"@en ; rdfs:subPropertyOf rel:a .
TURTLE
  "$PYTHON" "$HERE/ontology.py" "$T/broken" >"$T/report" 2>&1
  for finding in 'rel:C is used, but not defined' 'rel:a has no label' 'rel:b is a property of things and of something else' \
    'rel:a has the end rel:C, which is no class' 'rel:a is inverse of rel:b, but not the other way round' 'rel:a is above itself'; do
    like "a broken ontology: $finding" "$finding" "$(cat "$T/report")"
  done
else
  skip "the ontology is sound" "python3-rdflib is not installed"
fi
done_testing
