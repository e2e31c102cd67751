#!/bin/bash
# The user's own ontology: facts under its names, by its labels, by what its properties are the same as, by learned frames.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

cat >mine.ttl <<'TTL'
@prefix m: <http://example.org/mine#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
m:bp a owl:ObjectProperty ; rdfs:label "Birth place"@en ; rdfs:domain schema:Person ; rdfs:range schema:Place .
m:boss a owl:ObjectProperty ; rdfs:label "mayor"@en ; rdfs:range schema:Person .
m:maker a owl:ObjectProperty ; skos:prefLabel "founded by"@en .
m:wed a owl:ObjectProperty ; rdfs:label "Ehepartner"@de ; owl:equivalentProperty schema:spouse .
m:voice a owl:ObjectProperty ; rdfs:label "voice type"@en .
TTL
cat >report.txt <<'TEXT'
Anna Berger was born in Vienna. Paul Novak is the mayor of Prague. Maria Lopez founded Acme Corporation in 1999.
Anna Berger is married to Paul Novak. The weather was fine.
TEXT
facts () { tail -n +2 "$1" | cut -f3,6,8 | tr '\t' '|' | LC_ALL=C sort -u; }

ends "build --ontology" 0 '' "$RELATA" build --ontology mine.ttl --only-ontology -f tsv -o facts.tsv report.txt
like "a property of ours with the same name" '^Anna Berger\|Birth place\|Vienna$' "$(facts facts.tsv)"
like "a role is a property the other way round" '^Prague\|mayor\|Paul Novak$' "$(facts facts.tsv)"
like "a property of the passive" '^Acme Corporation\|founded by\|Maria Lopez$' "$(facts facts.tsv)"
like "a property that says what it is the same as" '^Anna Berger\|Ehepartner\|Paul Novak$' "$(facts facts.tsv)"
unlike "--only-ontology: nothing else" 'weather' "$(facts facts.tsv)"
is "predicates have the IRIs of the ontology" "http://example.org/mine#" \
  "$(tail -n +2 facts.tsv | cut -f5 | sed 's/#.*/#/' | sort -u)"
"$RELATA" build --ontology mine.ttl -f tsv -o all.tsv report.txt
like "without it, the rest is there" 'weather' "$(facts all.tsv)"
"$RELATA" build --only-ontology -f ntriples -o ours.nt report.txt
like "without an ontology, ours is meant" 'predicate/bornIn>' "$(cat ours.nt)"
unlike "and other words are left out" 'weather' "$(cat ours.nt)"

# An end that does not fit
sed 's/rdfs:range schema:Place/rdfs:range schema:Event/' mine.ttl >narrow.ttl
"$RELATA" build --ontology narrow.ttl --only-ontology -f tsv -o narrow.tsv report.txt
unlike "a range that does not fit: no such fact" 'Birth place' "$(facts narrow.tsv)"

# Learning
for name in "Ada Lane:soprano" "Eva Stone:tenor" "Rita Wood:soprano" "Tom Hill:tenor" "Lisa Brook:alto"; do
  printf '{"text": "%s is a famous %s from Norway.", "triples": [{"subject": "%s", "property": "voice type", "object": "%s"}]}\n' \
    "${name%:*}" "${name#*:}" "${name%:*}" "${name#*:}"
done >examples.jsonl
ends "learn" 0 '' "$RELATA" learn --ontology mine.ttl -o lexicon.ttl examples.jsonl
like "frames of the property" 'ontolex:denotes <http://example.org/mine#voice>' "$(cat lexicon.ttl)"
"$RELATA" learn --ontology mine.ttl -o again.ttl examples.jsonl
same "the same bytes again" lexicon.ttl again.ttl
echo 'Sarah Reed is a famous soprano from Iceland. Sarah Reed did not leave Iceland.' >singer.txt
"$RELATA" build --ontology mine.ttl --ontology lexicon.ttl --only-ontology -f tsv -o singer.tsv singer.txt
like "build finds what was learned" '^Sarah Reed\|voice type\|soprano$' "$(facts singer.tsv)"
echo 'Sarah Reed is not a famous soprano from Iceland.' >denied.txt
"$RELATA" build --ontology mine.ttl --ontology lexicon.ttl --only-ontology -f tsv -o denied.tsv denied.txt
unlike "what is denied is not asserted" '	true	' "$(tail -n +2 denied.tsv | grep soprano)"

# What goes wrong
printf '@prefix m: <http://example.org/> .\nm:a a\n' >broken.ttl
ends "a broken ontology: file and line" 3 'broken\.ttl:[23]' "$RELATA" build --ontology broken.ttl report.txt
ends "learn: a broken ontology" 3 'broken\.ttl:[23]' "$RELATA" learn --ontology broken.ttl -o x.ttl examples.jsonl
ends "learn without ontology" 2 'needs --ontology' "$RELATA" learn examples.jsonl
ends "learn without examples" 2 'EXAMPLES' "$RELATA" learn --ontology mine.ttl
{ cat examples.jsonl; echo '{"text": 7'; echo '[1]'; echo '{"sent": "No triples."}'; } >half.jsonl
ends "learn: bad lines are named, the rest is learned" 1 'half\.jsonl:6: ' "$RELATA" learn --ontology mine.ttl -o half.ttl half.jsonl
same "the rest is learned" lexicon.ttl half.ttl
ends "learn: nothing but bad lines" 3 'no examples' "$RELATA" learn --ontology mine.ttl -o none.ttl broken.ttl
is "learn: no file then" "no" "$([ -e none.ttl ] && echo yes || echo no)"
echo '{"text": "Ada met Eva.", "triples": [{"subject": "Ada", "property": "shoe size", "object": "Eva"}]}' >foreign.jsonl
ends "learn: a property that the ontology does not have" 0 "no property 'shoe size'" "$RELATA" learn --ontology mine.ttl -o x.ttl foreign.jsonl
ends "the scorer of such facts tests itself" 0 '' python3 "$ROOT/tests/accuracy/score_text2kg.py" self-test
done_testing
