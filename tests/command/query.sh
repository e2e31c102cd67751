#!/bin/bash
# query: rows, truth and triples in every format; graphs of files; wrong queries and hostile files.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

cat >good.ttl <<'RDF'
@prefix x: <http://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
x:lee rdfs:label "Lee \"the boss\", 李"@en ; x:age 61 ; x:met x:meloni .
x:meloni rdfs:label "Meloni"@en ; x:met x:macron .
RDF
cat >graphs.trig <<'RDF'
@prefix x: <http://example.org/> .
x:one { x:a x:p x:b . x:b x:p x:c }
x:two { x:a x:p x:b }
RDF
printf '# who?\nSELECT ?who\n{ ?who x:met x:macron }\n' >who.rq

ends "a table" 0 '' "$RELATA" query good.ttl 'SELECT ?who ?age { ?who x:met ?y OPTIONAL { ?who x:age ?age } } ORDER BY ?who'
is "a table: prefixes, columns, an empty cell" "who       age
────────  ───
x:lee     61
x:meloni  " "$(cat out)"
ends "CSV" 0 '' "$RELATA" query -f csv good.ttl 'SELECT ?l { x:lee rdfs:label ?l }'
is "CSV: what it prints" $'l\r\n"Lee ""the boss"", 李"\r' "$(cat out)"
ends "TSV" 0 '' "$RELATA" query -f tsv good.ttl 'SELECT ?l ?a { x:lee rdfs:label ?l ; x:age ?a }'
is "TSV: what it prints" $'?l\t?a\n"Lee \\"the boss\\", 李"@en\t"61"^^<http://www.w3.org/2001/XMLSchema#integer>' "$(cat out)"
ends "JSON" 0 '' "$RELATA" query -f json good.ttl 'SELECT ?l ?x { ?x rdfs:label ?l ; x:age ?a }'
is "JSON: a program reads it" 'Lee "the boss", 李 http://example.org/lee en' \
  "$(python3 -c 'import json, sys; r = json.load(sys.stdin)["results"]["bindings"][0]; print(r["l"]["value"], r["x"]["value"], r["l"]["xml:lang"])' <out)"
ends "XML" 0 '' "$RELATA" query -f xml good.ttl 'SELECT ?l { x:lee rdfs:label ?l }'
like "XML: what it prints" '<literal xml:lang="en">Lee &quot;the boss&quot;, 李</literal>' "$(cat out)"
cp out rows.xml
ends "XML: well formed" 0 '' xmllint --noout rows.xml

for pair in macron:true lee:false; do
  for format in table csv tsv json xml; do
    ends "ASK as $format" 0 '' "$RELATA" query -f $format good.ttl "ASK { ?x x:met x:${pair%:*} }"
    like "ASK as $format: ${pair#*:}" "${pair#*:}" "$(cat out)"
  done
done
ends "CONSTRUCT" 0 '' "$RELATA" query good.ttl 'CONSTRUCT { ?y x:metBy ?x } { ?x x:met ?y }'
like "CONSTRUCT: Turtle with prefixes" '^	x:metBy x:lee \.' "$(cat out)"
ends "CONSTRUCT as N-Triples" 0 '' "$RELATA" query -f ntriples good.ttl 'CONSTRUCT { ?y x:age ?a } { ?y x:age ?a }'
is "CONSTRUCT: literals keep their types" '<http://example.org/lee> <http://example.org/age> "61"^^<http://www.w3.org/2001/XMLSchema#integer> .' "$(cat out)"
ends "CONSTRUCT as a table" 2 'csv' "$RELATA" query -f csv good.ttl 'CONSTRUCT { ?y x:age ?a } { ?y x:age ?a }'
ends "rows as Turtle" 2 'CONSTRUCT' "$RELATA" query -f turtle good.ttl 'SELECT ?y { ?y x:age ?a }'

ends "GRAPH" 0 '' "$RELATA" query -f csv graphs.trig 'SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g'
is "GRAPH: each by itself" $'g,n\r\nhttp://example.org/one,2\r\nhttp://example.org/two,1\r' "$(cat out)"
ends "no GRAPH" 0 '' "$RELATA" query -f csv graphs.trig 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'
is "no GRAPH: the triples of all, each once" $'n\r\n2\r' "$(cat out)"
ends "nothing found" 0 '' "$RELATA" query -f csv good.ttl 'SELECT ?x ?y { ?x x:nothing ?y }'
is "nothing found: the header stays" $'x,y\r' "$(cat out)"
ends "nothing to count" 0 '' "$RELATA" query -f csv good.ttl 'SELECT (COUNT(*) AS ?n) { ?x x:nothing ?y }'
is "nothing to count: nought" $'n\r\n0\r' "$(cat out)"

ends "several files" 0 '' "$RELATA" query -f csv good.ttl graphs.trig 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'
is "several files are one graph" $'n\r\n7\r' "$(cat out)"
printf '[] <http://example.org/p> 1 .\n' >blank1.ttl
printf '[] <http://example.org/q> 2 .\n' >blank2.ttl
ends "blank nodes of two files" 0 '' "$RELATA" query -f csv blank1.ttl blank2.ttl 'SELECT (COUNT(*) AS ?n) { ?x ?p ?y . ?x ?q ?z FILTER (?p != ?q) }'
is "blank nodes of two files are not the same" $'n\r\n0\r' "$(cat out)"
ends "-q FILE" 0 '' "$RELATA" query -f csv -q who.rq good.ttl
is "-q FILE: what it prints" $'who\r\nhttp://example.org/meloni\r' "$(cat out)"
ends "standard input" 0 '' sh -c '"$0" query -f csv - "ASK { ?x x:met ?y }" <good.ttl' "$RELATA"
"$RELATA" query -f csv -q who.rq good.ttl >first
ends "-o FILE" 0 '' "$RELATA" query -f csv -q who.rq -o second good.ttl
same "-o FILE: the same bytes" first second

ends "no query" 2 '^relata: query: no query' "$RELATA" query
ends "a format that is none" 2 'klingon' "$RELATA" query -f klingon good.ttl 'ASK {}'
printf 'SELECT ?who\n{ ?who x:met }\n' >wrong.rq
ends "a wrong query: the line is named" 2 '^relata: wrong\.rq:2: ' "$RELATA" query -q wrong.rq good.ttl
ends "an undeclared prefix" 2 'nowhere:p' "$RELATA" query good.ttl 'SELECT ?x { ?x nowhere:p ?y }'
ends "a missing query" 3 'missing\.rq' "$RELATA" query -q missing.rq good.ttl
ends "a missing graph" 3 '^relata: missing\.ttl: ' "$RELATA" query missing.ttl 'ASK {}'
printf 'x:a x:b x:c .\n' >broken.ttl
ends "broken Turtle: the line is named" 3 '^relata: broken\.ttl:1' "$RELATA" query broken.ttl 'ASK {}'
ends "SERVICE is refused" 2 'network' "$RELATA" query good.ttl 'SELECT * { SERVICE <http://127.0.0.1:1/> { ?x ?y ?z } }'
ends "FROM is refused" 2 'FROM' "$RELATA" query good.ttl 'SELECT * FROM <http://127.0.0.1:1/> { ?x ?y ?z }'
ends "updates are refused" 2 'not changed' "$RELATA" query good.ttl 'INSERT DATA { x:a x:b x:c }'
ends "DESCRIBE is refused" 2 'CONSTRUCT' "$RELATA" query good.ttl 'DESCRIBE x:lee'
"$RELATA" query good.ttl 'SELECT * { ?s ?p ?o }' >/dev/full 2>err
is "a full disk: status" 3 $?
like "a full disk: message" 'No space left on device' "$(cat err)"

# The ready queries
is "twelve ready queries" 12 "$(ls "$ROOT"/examples/queries/*.rq | wc -l)"
for query in "$ROOT"/examples/queries/*.rq; do
  name=$(basename "$query" .rq)
  ends "$name" 0 '' "$RELATA" query -f tsv -q "$query" "$ROOT/examples/queries/graph.ttl"
  same "$name: the answer" "${query%.rq}.tsv" out
  like "$name: finds something" '^[2-9]$|^[0-9]{2,}$' "$(wc -l <out)"
done

# Larger graphs: joins by index, not by search
awk 'BEGIN { for (i = 0; i < 60000; i++) printf "<http://example.org/%d> <http://example.org/p%d> <http://example.org/%d> .\n", i / 2, i % 2, (i * 7) % 60000 }' >large.nt
ends "a join over 60,000 triples" 0 '' timeout 60 "$RELATA" query -f csv large.nt 'PREFIX x: <http://example.org/> SELECT (COUNT(*) AS ?n) { ?a x:p0 ?b . ?b x:p1 ?c }'
is "a join over 60,000 triples: what it finds" $'n\r\n15000\r' "$(cat out)"

# Hostile files end soon and in little memory
head -c 3000000 /dev/zero | tr '\0' '[' >deep.ttl
{ printf '<http://example.org/a> <http://example.org/b> "'; head -c 20000000 /dev/zero | tr '\0' 'x'; } >endless.ttl
printf '<http://example.org/a> <http://example.org/b> <http://example.org/c d> .\n' >blank.ttl
printf '<http://example.org/a> <http://example.org/b> "\xff\xfe" .\n' >latin.ttl
printf '<http://example.org/a> <http://example.org/b' >cut.ttl
for name in deep endless blank latin cut; do
  ends "$name.ttl" 3 "^relata: $name\\.ttl:1:[0-9]+: " timeout 20 "$RELATA" query $name.ttl 'ASK {}'
done

done_testing
