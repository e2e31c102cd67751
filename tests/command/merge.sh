#!/bin/bash
# merge: the same whatever the order and however often; things, statements, confidences and labels joined; rules and report.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

printf 'Anna Weber met Karl Braun in Zurich. The company bought a factory in 2019.\n' >one.txt
printf 'Karl Braun is a Swiss engineer. Anna Weber met Karl Braun in Zurich.\n' >two.txt
for name in one two; do "$RELATA" build -o $name.ttl $name.txt; "$RELATA" build -o $name.nq $name.txt; done
ends "two graphs" 0 '' "$RELATA" merge -o first.ttl one.ttl two.ttl
"$RELATA" merge -o second.ttl two.ttl one.ttl
same "the order of the files does not matter" first.ttl second.ttl
"$RELATA" merge -o again.ttl first.ttl first.ttl
same "a graph merged with itself stays as it is" first.ttl again.ttl
ends "what comes out satisfies the shapes" 0 '' "$RELATA" check -t one.txt -t two.txt first.ttl
"$RELATA" merge -o quads.ttl one.nq two.nq
same "N-Quads to Turtle: one graph" <(grep -v '^@prefix' first.ttl | tr -d '\t' | sort) <(grep -v '^@prefix' <("$RELATA" merge one.ttl two.ttl) | tr -d '\t' | sort)
ends "N-Quads from N-Quads" 0 '' "$RELATA" merge -f nquads one.nq two.nq
is "N-Quads: both documents are still there" 2 "$(sed 's/.* <\([^> ]*\)> \.$/\1/' out | sort -u | wc -l)"
is "Turtle from N-Quads: as many statements" "$(grep -c 'a rdf:Statement' first.ttl)" "$("$RELATA" query -f csv quads.ttl 'SELECT (COUNT(*) AS ?n) { ?f a rdf:Statement }' | tail -1 | tr -d '\r')"

cat >head.ttl <<'RDF'
@prefix x: <http://example.org/> .
@prefix rel: <https://w3id.org/relata/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
RDF
graph () { cat head.ttl - >"$1"; }
# merged PATTERN-TITLE PATTERN FILE...: the merged N-Triples
merged () {
  local title=$1 pattern=$2
  shift 2
  ends "$title" 0 '' "$RELATA" merge -f ntriples --report report.tsv "$@"
  like "$title: what comes out" "$pattern" "$(cat out)"
}

graph a.ttl <<<'x:Keldan-1 a schema:Organization ; rdfs:label "Keldan"@en ; x:in x:Oslo .'
graph b.ttl <<<'x:Keldan-2 a rel:Abstract ; rdfs:label "Keldan"@en ; x:makes x:sensors .'
graph c.ttl <<<'x:Keldan-3 a schema:Person ; rdfs:label "Keldan"@en .'
merged "one name, one class" '<http://example.org/Keldan-1> <http://example.org/makes>' a.ttl b.ttl
is "one name, one class: the report" $'http://example.org/Keldan-1\thttp://example.org/Keldan-2\tboth are called “Keldan”, one has no class' "$(cat report.tsv)"
unlike "one name, one class: nothing is left of the other" 'Keldan-2|Abstract' "$(cat out)"
merged "one name, two classes: apart" '<http://example.org/Keldan-2> <http://example.org/makes>' a.ttl b.ttl c.ttl
is "one name, two classes: an empty report" "" "$(cat report.tsv)"
graph never.ttl <<<'x:Keldan-1 owl:differentFrom x:Keldan-2 .'
merged "never" '<http://example.org/Keldan-2> <http://example.org/makes>' --rules never.ttl a.ttl b.ttl
graph always.ttl <<<'x:Keldan-3 owl:sameAs x:Keldan-1 .'
merged "always" '<http://example.org/Keldan-1> <[^>]*type> <https://schema.org/Person>' --rules always.ttl a.ttl c.ttl
graph d.ttl <<<'x:Rome skos:exactMatch <http://www.wikidata.org/entity/Q220> ; a schema:City ; rdfs:label "Rome"@en ; x:p 1 .'
graph e.ttl <<<'x:Roma skos:exactMatch <http://www.wikidata.org/entity/Q220> ; a schema:City ; rdfs:label "City of Rome"@en .'
merged "one identity outside" '<http://example.org/Rome> <[^>]*#label> "City of Rome"@en' d.ttl e.ttl
like "one identity outside: the other name is an alias" '<http://example.org/Rome> <[^>]*#altLabel> "Rome"@en' "$(cat out)"

# fact NAME CONFIDENCE SENTENCE
fact () { graph "$1.ttl" <<<"x:f-$1 a rdf:Statement ; rdf:subject x:a ; rdf:predicate x:p ; rdf:object x:b ; rel:confidence $2 ; prov:wasDerivedFrom x:$3 ."; }
fact g 0.80 s1
fact h 0.50 s2
fact i 0.60 s1
merged "one fact, two sentences: more sure" '"0\.90"\^\^' g.ttl h.ttl
is "one fact, two sentences: one statement" 1 "$(grep -c '#Statement' out)"
is "one fact, two sentences: both are cited" 2 "$(grep -c 'wasDerivedFrom' out)"
merged "one fact, one sentence, read twice: the better" '"0\.80"\^\^' g.ttl i.ttl
graph j.ttl <<<'x:f-j a rdf:Statement ; rdf:subject x:a ; rdf:predicate x:p ; rdf:object x:b ; rel:confidence 0.7 ; rel:modality rel:Planned .'
merged "said and planned are two facts" 'Planned' g.ttl j.ttl
is "said and planned are two facts: statements" 2 "$(grep -c '#Statement' out)"

ends "a format that is none" 2 'klingon' "$RELATA" merge -f klingon a.ttl
ends "a picture" 2 'svg' "$RELATA" merge -f svg a.ttl
ends "a missing file" 3 '^relata: missing\.ttl: ' "$RELATA" merge a.ttl missing.ttl
ends "missing rules" 3 '^relata: missing\.ttl: ' "$RELATA" merge --rules missing.ttl a.ttl
ends "a report that cannot be written" 3 'nowhere' "$RELATA" merge --report nowhere/r.tsv -o z.ttl a.ttl
"$RELATA" merge a.ttl >/dev/full 2>err
is "a full disk: status" 3 $?

done_testing
