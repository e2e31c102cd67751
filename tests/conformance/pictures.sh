#!/bin/bash
# Pictures: dot accepts the DOT, SVG is well-formed XML without script, PNG is within bounds, no two nodes overlap.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

# Two hubs that share arms, a chain, literals, all kinds of lines, and labels that mean harm.
cat >graph.ttl <<'TURTLE'
@prefix e: <http://example.org/e/> .
@prefix p: <http://example.org/p/> .
@prefix f: <http://example.org/f/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix rel: <https://w3id.org/relata/ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
e:Ann a schema:Person ; rdfs:label "Ann \"<b>\\N & 이재명"@en ; p:born 1963 .
e:Bob a schema:Person ; rdfs:label "Bob" ; p:knows e:Bob .
e:Rome a schema:Place ; rdfs:label "Rome" .
f:1 a rdf:Statement ; rdf:subject e:Ann ; rdf:predicate p:visit ; rdf:object e:Rome ; rel:modality rel:Planned .
f:2 a rdf:Statement ; rdf:subject e:Bob ; rdf:predicate p:visit ; rdf:object e:Rome ; rel:polarity rel:Negative .
f:3 a rdf:Statement ; rdf:subject e:Bob ; rdf:predicate p:left ; rdf:object e:Rome ; prov:wasAttributedTo e:Ann .
TURTLE
for i in 1 2 3 4 5 6 7 8 9; do
  echo "e:Ann p:discussed e:Topic$i . e:Bob p:discussed e:Topic$i . e:Ann p:wrote e:Book$i ." >>graph.ttl
  echo "e:Link$i p:next e:Link$((i + 1)) ." >>graph.ttl
done

for format in dot svg png; do
  ends "draw -f $format" 0 '' "$RELATA" draw -f $format graph.ttl
  cp out picture.$format
  run "$RELATA" draw -f $format graph.ttl
  same "$format: the same bytes twice" picture.$format out
done
like "DOT: nodes are named by their labels" '^	"?Rome"?	' "$(cat picture.dot)"
unlike "DOT: labels are no IRIs" 'label=[^>]*http' "$(cat picture.dot)"
like "DOT: planned is dashed" 'style=dashed' "$(cat picture.dot)"
like "DOT: reported is dotted" 'style=dotted' "$(cat picture.dot)"
like "DOT: what is denied says so" 'not: visit' "$(cat picture.dot)"
like "SVG: the tooltip of a node" 'xlink:title="Rome \(Place\)' "$(cat picture.svg)"
like "SVG: a link to the IRI" 'xlink:href="http://example.org/e/Rome"' "$(cat picture.svg)"
like "SVG: a legend" '>Person<|> Person <' "$(tr -d '\n' <picture.svg)"
unlike "SVG: no markup out of labels" '<b>' "$(cat picture.svg)"
if command -v xmllint >/dev/null; then
  ends "SVG is well formed" 0 '' xmllint --nonet --noout picture.svg
fi

if command -v dot >/dev/null; then
  ends "dot accepts the DOT" 0 '' dot -Tplain picture.dot
  cp out plain
  is "dot finds all nodes" "$(grep -c '^node ' plain)" "31"
  # node NAME X Y WIDTH HEIGHT ...: boxes that share an area
  is "no two nodes overlap" "" "$(sed 's/^node "[^"]*"/node x/' plain | awk '
    $1 == "node" { x[n] = $3; y[n] = $4; w[n] = $5; h[n] = $6; n++ }
    END { for (i = 0; i < n; i++) for (j = 0; j < i; j++)
      if ((x[i] - x[j])^2 < ((w[i] + w[j]) / 2)^2 * 0.99 && (y[i] - y[j])^2 < ((h[i] + h[j]) / 2)^2 * 0.99) print i, j }')"
else
  skip "dot accepts the DOT" "dot (graphviz) is not installed"
fi

# A star with 500 arms and a chain of 300: bounded, and said so
(echo '@prefix e: <http://example.org/e/> .'; for i in $(seq 500); do echo "e:Hub e:has e:Arm$i ."; done) >star.ttl
ends "a star with 500 arms" 0 '' "$RELATA" draw -o star.svg star.ttl
like "what was left out is said in the picture" 'of 501 things' "$(cat star.svg)"
(echo '@prefix e: <http://example.org/e/> .'; for i in $(seq 300); do echo "e:Link$i e:next e:Link$((i + 1)) ."; done) >chain.ttl
ends "a chain of 300" 0 '' "$RELATA" draw --max-nodes 301 -o chain.svg chain.ttl
like "more than dot can take goes to sfdp" 'drew 301 things and 300 connections with sfdp' \
     "$("$RELATA" draw --verbose --max-nodes 301 -o chain.svg chain.ttl 2>&1)"
ends "too large for a bitmap, or drawn" 0 '' "$RELATA" draw -o chain.png chain.ttl

# RDF of others
cat >foaf.nt <<'NT'
<http://example.org/ann> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://xmlns.com/foaf/0.1/Person> .
<http://example.org/ann> <http://xmlns.com/foaf/0.1/name> "Ann Lee" .
<http://example.org/ann> <http://xmlns.com/foaf/0.1/knows> _:b .
_:b <http://xmlns.com/foaf/0.1/name> "Bo" .
NT
ends "FOAF with a blank node" 0 '' "$RELATA" draw -f dot foaf.nt
like "names by foaf:name" '"Ann Lee" -> Bo' "$(cat out)"

# Mistakes
ends "no such format" 2 'draw: "gif"' "$RELATA" draw -f gif graph.ttl
ends "an ending that says no format" 2 'picture\.gif' "$RELATA" draw -o picture.gif graph.ttl
ends "no such engine" 2 'spiral' "$RELATA" draw -K spiral graph.ttl
ends "nothing has that name" 2 'Nobody' "$RELATA" draw --focus Nobody graph.ttl
ends "a missing file" 3 'missing\.ttl' "$RELATA" draw missing.ttl
printf 'e:a e:b e:c .\n' >bad.ttl
ends "Turtle with an unknown prefix" 3 'bad\.ttl' "$RELATA" draw bad.ttl
ends "two files" 2 'one file' "$RELATA" draw graph.ttl star.ttl
ends "a folder that does not exist" 3 'no/such/folder' "$RELATA" draw -o no/such/folder/picture.svg graph.ttl
[ -e /dev/full ] && ends "a full disk" 3 'space' "$RELATA" draw -f svg -o /dev/full graph.ttl
ends "focus" 0 '' "$RELATA" draw -f dot --focus rome --depth 1 graph.ttl
unlike "focus leaves out what is far" 'Link' "$(cat out)"
done_testing
