#!/bin/bash
# build --identities and --merge-report, and explain: what a user says of names, and what relata tells of its choices.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

printf 'Anna Berg met Marta Silva in Oslo. Berg thanked her. Silva said that she would visit Norway.\n' >first.txt
printf 'John Smith runs a bakery in Leeds. Smith bought a van.\n' >report-1.txt
printf 'John Smith plays chess in Boston. Smith won a cup.\n' >report-2.txt

# What the file says
tsv () { "$RELATA" build -f tsv "$@" 2>err; }
is "without a file: one John Smith" 1 "$(tsv report-1.txt report-2.txt | cut -f2,3 | grep 'John Smith' | cut -f1 | sort -u | wc -l)"
echo 'different John Smith @ report-1 | John Smith @ report-2' >apart.txt
is "different: two nodes" 2 \
  "$(tsv --identities apart.txt report-1.txt report-2.txt | cut -f2,3 | grep 'John Smith' | cut -f1 | sort -u | wc -l)"
is "different: in whatever order the documents come" \
  "$(tsv --identities apart.txt report-1.txt report-2.txt | sort)" "$(tsv --identities apart.txt report-2.txt report-1.txt | sort)"
printf 'same Doctor Silva | marta   SILVA\n' >same.txt
like "same: called by the first name, letter case and blanks apart" 'Anna Berg	[^	]*	[^	]*	met	[^	]*	Doctor Silva	' \
  "$(tsv --identities same.txt first.txt)"
echo 'different Anna Berg | Berg' >parts.txt
like "different: not even where a name is part of another" '/entity/Berg	Berg	' "$(tsv --identities parts.txt first.txt)"
printf 'type Norway | organization\n' >type.txt
like "type: what a name is" '	Norway	Organization	' "$(tsv --identities type.txt first.txt)"

# Files that cannot be used
line () { printf '# remark\n\n%s\n' "$1" >bad.txt; ends "$2" 3 "^relata: bad\.txt:3: $3" "$RELATA" build --identities bad.txt first.txt; }
line 'same Berg' "one name" 'one name only'
line 'same Berg | ' "an empty name" 'a name is empty'
line 'equal Berg | Silva' "an unknown word" "begins neither with 'same'"
line 'different Berg | berg' "different from itself" 'a name is different from itself'
line 'type Berg | city' "an unknown type" 'no type; the types are'
printf 'same A | B\nsame B | C\ndifferent C | A\n' >bad.txt
ends "same and different at once" 3 '^relata: bad\.txt:3: different, but' "$RELATA" build --identities bad.txt first.txt
printf 'same A | \377\n' >bad.txt
ends "not UTF-8" 3 '^relata: bad\.txt: not UTF-8' "$RELATA" build --identities bad.txt first.txt
ends "no such file" 3 '^relata: none\.txt: ' "$RELATA" build --identities none.txt first.txt
"$RELATA" build -o kept.ttl first.txt && cp kept.ttl before.ttl
"$RELATA" build --identities none.txt -o kept.ttl first.txt 2>err
is "a file that cannot be used leaves the output alone" "$(cksum <before.ttl)" "$(cksum <kept.ttl)"

# The merge report
"$RELATA" build -f tsv --merge-report merged.tsv first.txt report-1.txt report-2.txt >facts.tsv
is "--merge-report: its header" "node	label	type	document	start	end	words	decision	reason" "$(head -1 merged.tsv)"
like "--merge-report: part of a name" 'Anna_Berg	Anna Berg	person	first	35	39	Berg	merged	part of name' "$(cat merged.tsv)"
like "--merge-report: what documents share" 'John Smith	person	report-1 report-2			John Smith	merged	same name and type' "$(cat merged.tsv)"
is "--merge-report: every node of it has facts or mentions in nine fields" "" "$(awk -F '\t' 'NF != 9' merged.tsv)"
"$RELATA" build -f tsv -j 2 --merge-report two.tsv first.txt report-1.txt report-2.txt >facts.tsv
is "--merge-report: the same on two processors" "$(cksum <merged.tsv)" "$(cksum <two.tsv)"
"$RELATA" build -f tsv --identities parts.txt --merge-report merged.tsv first.txt >facts.tsv
like "--merge-report: what the file of identities keeps apart" 'Berg	apart	different in the file of identities' "$(cat merged.tsv)"
ends "--merge-report into a folder that is missing" 3 '^relata: ' "$RELATA" build --merge-report none/merged.tsv first.txt
"$RELATA" build --merge-report /dev/full first.txt >/dev/null 2>err
is "--merge-report to a full disk" 3 $?

# Why a fact is there
"$RELATA" explain 'Berg met Silva' first.txt >out 2>err
like "explain: the fact" '^Anna Berg – met – Marta Silva$' "$(cat out)"
like "explain: the sentence" '^  first, characters 0–34: Anna Berg met Marta Silva in Oslo\.$' "$(cat out)"
like "explain: the tree" '^ +3 +met +VERB root$' "$(cat out)"
like "explain: the pattern" '^  pattern clause: ' "$(cat out)"
like "explain: the chain and its reasons" '"Berg" \(first, characters 35–39\): part of name' "$(cat out)"
iri=$(sed -n 2p out | tr -d ' ')
"$RELATA" explain "$iri" first.txt >by-iri
is "explain: by its IRI" "$(cat out)" "$(cat by-iri)"
"$RELATA" explain "f:${iri##*/}" first.txt >by-iri
is "explain: by its short name" "$(cat out)" "$(cat by-iri)"
ends "explain: nothing found" 0 "no fact is or has the words 'Paris'" "$RELATA" explain Paris first.txt
ends "explain: no fact given" 2 '^relata: explain: no FACT' "$RELATA" explain
ends "explain: no such text" 3 '^relata: none\.txt' "$RELATA" explain Berg none.txt

done_testing
