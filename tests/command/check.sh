#!/bin/bash
# check: nothing to find in what build writes; each kind of finding where it is; texts that are not those of the graph.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

for folder in "$ROOT"/examples/[0-9]*/; do
  name=$(basename "$folder")
  "$RELATA" build --quiet -o "$name.ttl" "$folder"*.txt
  texts=()
  for text in "$folder"*.txt; do texts+=(--text "$text"); done
  ends "$name: nothing is found" 0 '' "$RELATA" check "${texts[@]}" "$name.ttl"
  is "$name: nothing is printed" "" "$(cat out)"
done

cat >report.txt <<'TEXT'
Anna Weber met Karl Braun in Zürich. The company bought a factory.
TEXT
"$RELATA" build -o good.ttl report.txt
ends "a graph and its text" 0 '' "$RELATA" check -t report.txt good.ttl
ends "the same as N-Quads" 0 '' sh -c '"$0" build -f nquads -o good.nq report.txt && "$0" check -t report.txt good.nq' "$RELATA"

# finds TITLE PATTERN ARGUMENT...: status 1, and a line of the output that matches
finds () {
  local title=$1 pattern=$2
  shift 2
  ends "$title" 1 '' "$RELATA" check "$@"
  like "$title: what is said" "$pattern" "$(cat out)"
}

sed 's/Karl/Kurt/' report.txt >other.txt
finds "another text" $'^evidence\t[^\t]*#char=0,36\tother has “Anna Weber met Kurt Braun' -t other.txt good.ttl
printf 'Anna.\n' >short.txt
finds "a text that is too short" $'^evidence\t.*behind the end of short' -t short.txt good.ttl
sed 's/"36"^^/"35"^^/' good.ttl >shifted.ttl
finds "an offset that is wrong, without the text" $'^evidence\t[^\t]*\thas 36 characters, but a place for 35' shifted.ttl
finds "an offset that is wrong, with the text" $'^evidence\t' -t report.txt shifted.ttl
sed '/nif:anchorOf "Anna/d' good.ttl >lacking.ttl
finds "a sentence without text" $'^evidence\t[^\t]*\tlacks its text' lacking.ttl
finds "a sentence without text breaks its shape" $'^shape\t.*0 values, at least 1' lacking.ttl

cat >head.ttl <<'RDF'
@prefix x: <http://example.org/> .
@prefix rel: <https://w3id.org/relata/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix schema: <https://schema.org/> .
RDF
# graph NAME: a file with the prefixes and what standard input adds
graph () { cat head.ttl - >"$1"; }

graph terms.ttl <<<'x:a x:unknown x:b ; a x:Unknown .'
finds "an unknown property" $'^term\thttp://example.org/unknown\tthis property' terms.ttl
finds "an unknown class" $'^term\thttp://example.org/Unknown\tthis class' terms.ttl
graph more.ttl <<<'x:unknown a owl:ObjectProperty ; rdfs:domain schema:Person ; rdfs:range [ owl:unionOf ( schema:Place schema:Organization ) ] .
x:Unknown a owl:Class ; rdfs:subClassOf schema:Person .
x:age a owl:DatatypeProperty , owl:FunctionalProperty ; rdfs:range xsd:integer .
x:older a owl:ObjectProperty , owl:AsymmetricProperty , owl:IrreflexiveProperty .
x:sub a owl:ObjectProperty ; rdfs:subPropertyOf x:unknown .
schema:Person owl:disjointWith schema:Place .'
ends "the same with an ontology that has them" 0 '' "$RELATA" check --ontology more.ttl terms.ttl
graph domain.ttl <<<'x:a a schema:Place ; x:sub x:c . x:c a schema:Country .'
finds "a domain, of the property above" $'^domain\thttp://example.org/a\t“unknown” is said of what is no person' --ontology more.ttl domain.ttl
graph range.ttl <<<'x:a a x:Unknown ; x:unknown x:c . x:c a schema:Person .'
finds "a range that is a union" $'^range\thttp://example.org/a\t“unknown” has an object' --ontology more.ttl range.ttl
graph union.ttl <<<'x:a a x:Unknown ; x:unknown x:c . x:c a schema:City .'
ends "a range that is a union, kept" 0 '' "$RELATA" check --ontology more.ttl union.ttl
graph type.ttl <<<'x:a x:age "old" .'
finds "a datatype" $'^range\thttp://example.org/a\t“age” has an object that is no integer: “old”' --ontology more.ttl type.ttl
graph two.ttl <<<'x:a x:age 1 , 2 .'
finds "two values of one" $'^contradiction\thttp://example.org/a\ta – age – 1: and also 2' --ontology more.ttl two.ttl
graph ways.ttl <<<'x:a x:older x:b . x:b x:older x:a . x:c x:older x:c .'
finds "both ways round" $'^contradiction\thttp://example.org/a\t.*the other way round' --ontology more.ttl ways.ttl
finds "to itself" $'^contradiction\thttp://example.org/c\t.*to itself' --ontology more.ttl ways.ttl
graph kinds.ttl <<<'x:a a schema:Person , schema:Place .'
finds "two kinds at once" $'^contradiction\thttp://example.org/a\tis both person and place' --ontology more.ttl kinds.ttl

graph said.ttl <<<'x:f a rdf:Statement ; rdf:subject x:a ; rdf:predicate x:older ; rdf:object x:b ; rel:confidence 0.9 .
x:g a rdf:Statement ; rdf:subject x:a ; rdf:predicate x:older ; rdf:object x:b ; rel:confidence 0.8 ; rel:polarity rel:Negative .'
finds "said and denied" $'^contradiction\thttp://example.org/a\ta – older – b: said and denied' --ontology more.ttl said.ttl
graph base.ttl <<<'x:a x:older x:b . x:f a rdf:Statement ; rdf:subject x:a ; rdf:predicate x:older ; rdf:object x:b ; rel:confidence 0.9 ; rel:modality rel:Planned .'
finds "asserted, though only planned" $'^assertion\thttp://example.org/a\t' --ontology more.ttl base.ttl
graph shape.ttl <<<'x:f a rdf:Statement ; rdf:subject x:a , x:b ; rdf:predicate x:older ; rdf:object "v" ; rel:confidence 1.5 .'
finds "two subjects" $'^shape\thttp://example.org/f\tsubject: 2 values, at most 1' --ontology more.ttl shape.ttl
finds "a confidence above 1" $'^shape\thttp://example.org/f\tconfidence: 1.5 is not from 0.0 to 1.0' --ontology more.ttl shape.ttl

# Cycles end
graph cycle.ttl <<<'x:C a owl:Class ; rdfs:subClassOf x:D . x:D a owl:Class ; rdfs:subClassOf x:C . x:p a owl:ObjectProperty ; rdfs:subPropertyOf x:q ; rdfs:domain x:D .
x:q a owl:ObjectProperty ; rdfs:subPropertyOf x:p ; rdfs:range [ owl:unionOf x:l ] . x:l rdf:first x:C ; rdf:rest x:l . x:a a x:C ; x:p x:a .'
run timeout 20 "$RELATA" check cycle.ttl
is "cyclic classes, properties and lists" 1 "$status"

ends "-o FILE" 1 '' "$RELATA" check -o findings.tsv terms.ttl
is "-o FILE: two findings" 2 "$(wc -l <findings.tsv)"
ends "a missing graph" 3 '^relata: missing\.ttl: ' "$RELATA" check missing.ttl
ends "a missing text" 3 'missing\.txt' "$RELATA" check -t missing.txt good.ttl
ends "a missing ontology" 3 'missing\.ttl' "$RELATA" check --ontology missing.ttl good.ttl
printf '@prefix x: <http://example.org/> .\nx:a x:b y:c .\n' >broken.ttl
ends "broken Turtle" 3 '^relata: broken\.ttl:2' "$RELATA" check broken.ttl

done_testing
