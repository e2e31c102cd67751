#!/bin/bash
# draw: good and bad RDF, labels that need care, and what does not fit.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

cat >good.ttl <<'RDF'
@prefix e: <http://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
e:a rdfs:label "Lee \"the <b>boss</b>\" & Söhne \\ {x|y}"@en ; e:met e:b .
e:b rdfs:label "Meloni"@en .
e:met rdfs:label "met"@en .
RDF
printf '<http://example.org/a> <http://example.org/met> <http://example.org/b> .\n' >good.nt
printf '<http://example.org/a> <http://example.org/met> <http://example.org/b> <http://example.org/g> .\n' >good.nq
: >empty.ttl
printf '@prefix e: <http://example.org/> .\ne:a e:b .\n' >broken.ttl
printf 'caf\xe9' >latin1.ttl
head -c 5000 "$RELATA" >binary.ttl

for format in dot svg png pdf html; do
  ends "$format" 0 '' "$RELATA" draw -f $format good.ttl
  cp out first
  run "$RELATA" draw -f $format good.ttl
  same "$format: two runs give the same bytes" first out
  ends "-o graph.$format" 0 '' "$RELATA" draw -o graph.$format good.ttl
  same "-o graph.$format is $format" first graph.$format
done
ends "a layout that is none" 2 '^relata: draw: "klingon" is no layout' "$RELATA" draw -K klingon good.ttl
ends "dot reads the DOT" 0 '' dot -Tplain graph.dot
ends "the SVG is XML" 0 '' xmllint --noout graph.svg
is "the PNG is a PNG" PNG "$(head -c 4 graph.png | tail -c 3)"
like "labels come whole" 'S(ö|&#246;)hne' "$(cat graph.svg)"
unlike "labels are no markup" '<b>boss' "$(cat graph.svg)"
ends "N-Triples" 0 '' "$RELATA" draw good.nt
ends "N-Quads" 0 '' "$RELATA" draw good.nq
ends "standard input" 0 '' sh -c '"$0" draw -f dot <good.ttl' "$RELATA"

ends "missing" 3 '^relata: missing\.ttl: ' "$RELATA" draw missing.ttl
ends "a folder" 3 '^relata: \.: ' "$RELATA" draw .
ends "broken Turtle: the line is named" 3 '^relata: broken\.ttl:2' "$RELATA" draw broken.ttl
ends "no UTF-8" 3 '^relata: latin1\.ttl' "$RELATA" draw latin1.ttl
ends "binary" 3 '^relata: binary\.ttl' "$RELATA" draw binary.ttl
run "$RELATA" draw empty.ttl
is "nothing to draw: an empty picture" 0 "$status"
cp "$ROOT/README.md" text.md
ends "a text" 3 '^relata: text\.md: no RDF that draw can read, which is Turtle' "$RELATA" draw text.md
ends "a class that is not there" 2 'class "Planet"; there are: ' "$RELATA" draw --types Planet good.ttl
ends "a predicate that is not there" 2 'predicate "flew"; there are: met' "$RELATA" draw --predicates flew good.ttl
ends "frames by what is none" 2 'cluster-by|frames by "colour"' "$RELATA" draw --cluster-by colour good.ttl
for i in $(seq 400); do echo "<http://e.org/$i> <http://e.org/knows> <http://e.org/$((i % 37 + 400))> ."; done >many.nt
ends "too many things for frames" 0 'things are too many for frames; drawn without them' "$RELATA" draw --max-nodes 500 \
  --cluster-by community -o many.svg many.nt
ends "a theme that is none" 2 '"sepia" is no theme' "$RELATA" draw --theme sepia good.ttl
ends "a style file that is not there" 3 'missing\.ini' "$RELATA" draw --style missing.ini good.ttl
for value in 0 99999; do ends "--dpi $value" 2 '^relata: draw: --dpi' "$RELATA" draw --dpi $value good.ttl; done
ends "into a folder that is not there" 3 'nowhere' "$RELATA" draw -o nowhere/graph.svg good.ttl
for format in dot svg png; do
  "$RELATA" draw -f $format good.ttl >/dev/full 2>err
  is "$format to a full disk: status" 3 $?
  like "$format to a full disk: message" 'No space left on device' "$(cat err)"
done
ends "a layout that is none" 2 'klingon' "$RELATA" draw --engine klingon good.ttl
ends "a number of nodes that is none" 2 'max-nodes' "$RELATA" draw --max-nodes=-3 good.ttl
ends "a focus that is not there" 2 'Nobody' "$RELATA" draw --focus Nobody good.ttl

# A large graph: a bounded part of it, soon, and the picture says so
awk 'BEGIN { for (i = 0; i < 20000; i++) printf "<http://example.org/%d> <http://example.org/p> <http://example.org/%d> .\n", i % 997, (i * 7919) % 10007 }' >large.nt
ends "a graph of 20,000 triples" 0 '' timeout 60 "$RELATA" draw -o large.svg large.nt
like "the picture says what was left out" 'of [0-9,]+ (things|nodes|connections)' "$(cat large.svg)"
{ printf '<http://example.org/a> <http://www.w3.org/2000/01/rdf-schema#label> "'; yes word | head -20000 | tr '\n' ' '; printf '" .\n'; cat good.nt; } >long.nt
ends "a label of 100,000 characters" 0 '' timeout 60 "$RELATA" draw -o long.png long.nt

done_testing
