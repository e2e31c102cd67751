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

for format in dot svg png pdf html; do
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
like "more than dot can take is laid out by forces" 'drew 301 things and 300 connections with forces' \
     "$("$RELATA" draw --verbose --max-nodes 301 -o chain.svg chain.ttl 2>&1)"
ends "too large for a bitmap, or drawn" 0 '' "$RELATA" draw -o chain.png chain.ttl

# Many of everything: parallel edges, a cycle, self-loops, a label of 10,000 characters, other scripts, controls, no fonts
{
  echo '@prefix e: <http://example.org/e/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .'
  for i in $(seq 50); do echo "e:a e:does$i e:b . e:a e:likes$i e:a ."; done
  echo 'e:b e:x e:c . e:c e:x e:a . [] e:x [ e:y e:a ] .'
  printf 'e:a rdfs:label "%s" .\n' "$(head -c 10000 /dev/zero | tr '\0' m)"
  printf 'e:b rdfs:label "\\u0001\\u0008 \\u202E이재명 대통령 لبنان भारत" .\n'
} >many.ttl
for format in svg png pdf html; do ends "much of everything: $format" 0 '' "$RELATA" draw -o many.$format many.ttl; done
like "other scripts come whole" '이재명 대통령' "$(cat many.svg)"
unlike "nothing turns the direction of text" "$(printf '\u202e')" "$(cat many.svg)"
FONTCONFIG_FILE=/dev/null "$RELATA" draw -q -o fontless.svg graph.ttl >out 2>err
is "no fonts at all: a picture" 0 $?
echo '<http://example.org/a> <http://example.org/b> "only a literal" .' >single.nt
: >empty.ttl
for format in dot svg png pdf html; do
  ends "a single thing: $format" 0 '' "$RELATA" draw -o single.$format single.nt
  ends "an empty graph: $format" 0 '' "$RELATA" draw -o empty.$format empty.ttl
done
like "an empty graph says so" 'nothing to draw' "$(cat empty.svg)"

# Frames, time, themes, formats
for by in type document community; do
  ends "--cluster-by $by" 0 '' "$RELATA" draw --cluster-by $by -o cluster-$by.svg graph.ttl
done
like "a frame has its name" '>Person<' "$(cat cluster-type.svg)"
cat >times.ttl <<'TURTLE'
@prefix e: <http://example.org/e/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rel: <https://w3id.org/relata/ns#> .
e:1 a rdf:Statement ; rdf:subject e:Ann ; rdf:predicate e:met ; rdf:object e:Bob ; rel:time "2025-03-01" .
e:2 a rdf:Statement ; rdf:subject e:Ann ; rdf:predicate e:left ; rdf:object e:Rome ; rel:time "1999" .
e:3 a rdf:Statement ; rdf:subject e:Bob ; rdf:predicate e:left ; rdf:object e:Rome ; rel:time "1999" .
TURTLE
ends "--timeline" 0 '' "$RELATA" draw --timeline -o times.svg times.ttl
is "dates from left to right" "1999 2025-03-01" \
  "$(sed "s,&#45;,-,g" times.svg | grep -oE 'x="[-0-9.]+"[^>]*>(1999|2025-03-01)<' | sed 's/x="\([-0-9.]*\)".*>\(.*\)</\1 \2/' | sort -n | cut -d' ' -f2 | xargs)"
like "one deed of two is one card" '>Ann, Bob<' "$(cat times.svg)"
ends "a timeline of nothing" 0 '' "$RELATA" draw --timeline -o times.png graph.ttl
ends "a timeline is no page" 2 'filter by date' "$RELATA" draw --timeline -o times.html times.ttl
for theme in light dark print; do ends "--theme $theme" 0 '' "$RELATA" draw --theme $theme -o theme-$theme.svg graph.ttl; done
like "a dark page" 'fill="#14181d"' "$(tr 'A-F' 'a-f' <theme-dark.svg)"
like "print tells shapes in words" 'Place: oval' "$(cat theme-print.svg)"
printf '[type Person]\nfill=#ABCDEF\n' >style.ini
ends "--style" 0 '' "$RELATA" draw --style style.ini -o styled.svg graph.ttl
like "a colour of one's own" '#abcdef' "$(tr 'A-F' 'a-f' <styled.svg)"
printf '[type Person]\nfill=blue\n' >style.ini
ends "a colour that is none" 3 'style\.ini: \[type Person\] fill: no colour' "$RELATA" draw --style style.ini graph.ttl
if command -v pdftotext >/dev/null; then
  pdftotext picture.pdf pdf.txt
  like "PDF: text is text" 'Rome' "$(cat pdf.txt)"
else
  skip "PDF: text is text" "no pdftotext"
fi
ends "a bitmap that is too large says what fits" 3 'fits a bitmap up to --dpi [0-9]+ only' "$RELATA" draw --dpi 2400 -o big.png graph.ttl
for engine in sfdp neato fdp; do ends "-K $engine" 0 '' "$RELATA" draw -K $engine -o engine-$engine.svg graph.ttl; done
is "nothing overlaps, all can be read" "" \
  "$(python3 "$ROOT/tests/conformance/picture_boxes.py" picture.svg star.svg chain.svg theme-*.svg engine-*.svg styled.svg many.svg)"

# RDF of others
cat >foaf.nt <<'NT'
<http://example.org/ann> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://xmlns.com/foaf/0.1/Person> .
<http://example.org/ann> <http://xmlns.com/foaf/0.1/name> "Ann Lee" .
<http://example.org/ann> <http://xmlns.com/foaf/0.1/knows> _:b .
_:b <http://xmlns.com/foaf/0.1/name> "Bo" .
NT
ends "FOAF with a blank node" 0 '' "$RELATA" draw -f dot foaf.nt
like "names by foaf:name" 'Ann Lee' "$(cat out)"
cat >shop.ttl <<'TURTLE'
@prefix s: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dc: <http://purl.org/dc/elements/1.1/> .
<http://example.org/i/1> a s:Product ; s:name "Kettle, 2 litres" ; s:brand <http://example.org/i/2> ; s:offers [ a s:Offer ; s:price 30 ] .
<http://example.org/i/2> a s:Brand ; skos:prefLabel "Hotspot"@en, "Heiß"@de ; s:subjectOf <http://example.org/i/3> .
<http://example.org/i/3> dc:title "A history of tea" .
TURTLE
ends "schema.org, SKOS, Dublin Core" 0 '' "$RELATA" draw -f dot shop.ttl
for name in 'Kettle, 2 litres' Hotspot 'A history of tea' '\(Offer\)' 'price: 30'; do like "the name $name" "$name" "$(cat out)"; done
unlike "no IRI as a name" 'label=[^,]*example\.org' "$(cat out)"
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
