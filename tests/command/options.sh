#!/bin/bash
# Commands and options: help, usage errors, and every option that --help lists at work.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

ends "--help" 0 '' "$RELATA" --help
commands=$(sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' out)
is "the commands" "build explain extract annotate draw query check merge load learn train score" "$(echo $commands)"
ends "--version" 0 '' "$RELATA" --version
like "--version: what it prints" '^relata [0-9]+\.[0-9]+\.[0-9]+$' "$(cat out)"
ends "no command" 2 '^Usage: relata' "$RELATA"
ends "an unknown command" 2 "^relata: 'paint' is no command; .*--help" "$RELATA" paint
ends "an option before the command" 2 "^relata: '--quiet'" "$RELATA" --quiet
"$RELATA" --help >/dev/full 2>err
is "--help to a full disk" 3 $?

for command in $commands; do
  ends "$command --help" 0 '' "$RELATA" $command --help
  like "$command --help: what it prints" "relata $command" "$(cat out)"
  ends "$command: an unknown option" 2 "^relata: $command: .*--frobnicate.*--help" "$RELATA" $command --frobnicate
  ends "$command: an option without its value" 2 "^relata: $command: " "$RELATA" $command --output
done

cat >report.txt <<'TEXT'
President Lee met Meloni in Seoul yesterday. Lee said he would visit Italy.
TEXT
printf 'Lee met Meloni .\n' >tokens.txt
"$RELATA" annotate -o trees.conllu report.txt
"$RELATA" annotate -f bio -o names.bio report.txt
"$RELATA" build -o graph.ttl report.txt
echo 'SELECT ?fact { ?fact a rdf:Statement }' >who.rq
printf '@prefix a: <http://example.org/> .\na:b a:c "d" .\n' >more.ttl
printf '# who is who\nsame President Lee Jae Myung | Lee\n' >who.txt

cat >mine.ttl <<'TTL'
@prefix m: <http://example.org/mine#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
m:met a owl:ObjectProperty ; rdfs:label "met" .
TTL
echo '{"text": "Lee met Meloni.", "triples": [{"subject": "Lee", "property": "met", "object": "Meloni"}]}' >examples.jsonl

# Formats that are none, values that are none
for command in build extract annotate; do
  ends "$command: an unknown format" 2 '^relata: .*klingon' "$RELATA" $command -f klingon report.txt
  ends "$command: an unknown input format" 2 '^relata: --input-format: .*klingon' "$RELATA" $command --input-format klingon report.txt
  ends "$command: a date that is none" 2 '^relata: --date: .*tomorrow' "$RELATA" $command --date tomorrow report.txt
  ends "$command: a date without a day" 2 '^relata: --date: ' "$RELATA" $command --date 2026-01 report.txt
  ends "$command: --tokenized alone" 2 '^relata: --tokenized ' "$RELATA" $command --tokenized tokens.txt
done
for command in build extract annotate; do
  ends "$command: --keep-trees with text" 2 '^relata: --keep-trees ' "$RELATA" $command --keep-trees --input-format text report.txt
done
ends "extract: --keep-trees with a text by its ending: a warning" 0 '^relata: report\.txt: .*--keep-trees' \
  "$RELATA" extract --keep-trees report.txt
ends "extract: --encoding with CoNLL-U: a warning" 0 '^relata: trees\.conllu: .*--encoding' \
  "$RELATA" extract --encoding latin1 trees.conllu
ends "annotate: --until a stage that it cannot write" 2 'propositions' "$RELATA" annotate --until propositions report.txt
for option in --max-nodes --depth; do
  ends "draw: $option 0" 2 "^relata: draw: $option" "$RELATA" draw --focus Seoul $option 0 graph.ttl
done
ends "draw: a focus in UTF-8, in a locale that knows ASCII only" 2 '"서울"' env LC_ALL=C "$RELATA" draw --focus 서울 graph.ttl
ends "draw: an unknown format" 2 '^relata: .*klingon' "$RELATA" draw -f klingon graph.ttl
ends "build: --facts that is none" 2 '^relata: .*--facts.*klingon' "$RELATA" build --facts klingon report.txt
ends "build: --provenance that is none" 2 '^relata: .*--provenance.*klingon' "$RELATA" build --provenance klingon report.txt
for value in 2 -1 much nan; do
  ends "build: --min-confidence $value" 2 '^relata: .*--min-confidence' "$RELATA" build --min-confidence=$value report.txt
done

ends "extract: --explain has its own form" 2 '^relata: --explain .*--format' "$RELATA" extract --explain -f jsonl report.txt
echo 'Lee may visit Rome.' >may.txt
"$RELATA" extract --explain may.txt >out 2>err
like "extract --explain: the tree" '^ +3 +visit +VERB root$' "$(cat out)"
like "extract --explain: the proposition and its rule" 'Lee \| may visit \| Rome.* rule +clause: ' "$(tr '\n' ' ' <out)"
like "extract --explain: why it is no fact" 'modality +possible.*mood words +may 2 \(possible modal\)' "$(tr '\n' ' ' <out)"

# --progress speaks to terminals only
ends "--progress into a file: nothing" 0 '' "$RELATA" build --progress report.txt
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
  script -qec "$RELATA build --progress -o progress.ttl report.txt" /dev/null </dev/null >out 2>&1
  like "--progress on a terminal counts the documents" '1 documents' "$(cat out)"
else
  skip "--progress on a terminal counts the documents" "no terminal can be made here"
fi

# try_option COMMAND OPTION: runs COMMAND with OPTION in some good use
try_option () {
  local command=$1 option=$2 input=report.txt query=
  case $command in
    draw) input=graph.ttl ;;
    check | merge) input=graph.ttl ;;
    query) input=graph.ttl query='ASK { ?fact a rdf:Statement }' ;;
  esac
  case $command$option in
    *--help) "$RELATA" "$command" --help ;;
    learn--ontology) "$RELATA" learn --ontology mine.ttl examples.jsonl ;;
    learn--output) "$RELATA" learn --ontology mine.ttl --output lexicon.ttl examples.jsonl ;;
    learn--model) "$RELATA" learn --ontology mine.ttl --model "${RELATA_MODEL:-$ROOT/src/learn/models/en.relm}" examples.jsonl ;;
    learn--*) "$RELATA" learn --ontology mine.ttl "$option" examples.jsonl ;;
    explain--model) "$RELATA" explain --model "${RELATA_MODEL:-$ROOT/src/learn/models/en.relm}" Lee $input ;;
    explain--tokenized) "$RELATA" explain --input-format sentences --tokenized Lee tokens.txt ;;
    explain--keep-trees) "$RELATA" explain --keep-trees Lee trees.conllu ;;
    explain--input-format) "$RELATA" explain --input-format text Lee $input ;;
    explain--encoding) "$RELATA" explain --encoding UTF-8 Lee $input ;;
    explain--date) "$RELATA" explain --date 2026-01-20 Lee $input ;;
    explain--ontology) "$RELATA" explain --ontology more.ttl Lee $input ;;
    explain--jobs) "$RELATA" explain --jobs 2 Lee $input ;;
    explain--base) "$RELATA" explain --base https://example.com/ Lee $input ;;
    explain--output) "$RELATA" explain --output out.txt Lee $input ;;
    explain--identities) "$RELATA" explain --identities who.txt Lee $input ;;
    explain--*) "$RELATA" explain "$option" Lee $input ;;
    *--identities) "$RELATA" "$command" --identities who.txt $input ;;
    *--merge-report) "$RELATA" "$command" --merge-report merged.tsv $input ;;
    *--input-format) "$RELATA" "$command" --input-format text $input ;;
    *--encoding) "$RELATA" "$command" --encoding UTF-8 $input ;;
    *--date) "$RELATA" "$command" --date 2026-01-20 $input ;;
    *--tokenized) "$RELATA" "$command" --input-format sentences --tokenized tokens.txt ;;
    *--keep-trees) "$RELATA" "$command" --keep-trees trees.conllu ;;
    *--model) "$RELATA" "$command" --model "${RELATA_MODEL:-$ROOT/src/learn/models/en.relm}" $input ;;
    *--ontology) "$RELATA" "$command" --ontology more.ttl $input ;;
    *--jobs) "$RELATA" "$command" --jobs 2 $input ;;
    annotate--until) for value in tokens words entities; do "$RELATA" annotate --until $value $input || return; done ;;
    merge--rules) "$RELATA" merge --rules more.ttl $input ;;
    merge--report) "$RELATA" merge --report report.tsv $input ;;
    merge--format) for value in turtle ntriples nquads trig rdfxml jsonld turtle12; do "$RELATA" merge -f $value $input || return; done ;;
    merge--output) "$RELATA" merge --output merged.ttl $input ;;
    check--text) "$RELATA" check --text report.txt $input ;;
    query--query) "$RELATA" query --query who.rq $input ;;
    query--format) for value in table csv tsv json xml; do "$RELATA" query -f $value $input "$query" || return; done ;;
    query--output) "$RELATA" query --output out.csv $input "$query" ;;
    query--*) "$RELATA" query "$option" $input "$query" ;;
    annotate--prose | *--progress | *--quiet | *--verbose | *--assert-reported | *--only-ontology | *--explicit | *--explain | *--binary) "$RELATA" "$command" "$option" $input ;;
    *--until) for value in tokens words entities; do "$RELATA" "$command" --until $value $input || return; done ;;
    draw--max-nodes) "$RELATA" draw --max-nodes 2 $input ;;
    draw--focus) "$RELATA" draw --focus Seoul $input ;;
    draw--depth) "$RELATA" draw --focus Seoul --depth 1 $input ;;
    draw--engine) for value in dot sfdp neato fdp circo twopi; do "$RELATA" draw --engine $value $input || return; done ;;
    draw--types) "$RELATA" draw --types person,Person --types Person $input ;;
    draw--predicates) "$RELATA" draw --predicates met $input ;;
    draw--cluster-by) for value in type document community; do "$RELATA" draw --cluster-by $value $input || return; done ;;
    draw--timeline) "$RELATA" draw --timeline $input ;;
    draw--theme) for value in light dark print; do "$RELATA" draw --theme $value $input || return; done ;;
    draw--style) printf '[picture]\nbackground=#FFFFFF\n' >style.ini && "$RELATA" draw --style style.ini $input ;;
    draw--dpi) "$RELATA" draw -f png --dpi 72 $input ;;
    draw--title) "$RELATA" draw --title 'Lee & Meloni <1>' $input ;;
    *--prose) "$RELATA" "$command" --prose $input ;;
    *--base) "$RELATA" "$command" --base https://example.com/ $input ;;
    *--facts) for value in plain statement event rdf12; do "$RELATA" "$command" --facts $value $input || return; done ;;
    *--provenance) for value in none document sentence; do "$RELATA" "$command" --provenance $value $input || return; done ;;
    *--min-confidence) "$RELATA" "$command" --min-confidence 0.5 $input ;;
    build--format) for value in turtle ntriples nquads trig rdfxml jsonld tsv dot svg png pdf html; do "$RELATA" build -f $value $input || return; done ;;
    extract--format) for value in tsv jsonl; do "$RELATA" extract -f $value $input || return; done ;;
    annotate--format) for value in conllu bio; do "$RELATA" annotate -f $value $input || return; done ;;
    draw--format) for value in dot svg png pdf html; do "$RELATA" draw -f $value $input || return; done ;;
    draw--output) "$RELATA" draw --output out.svg $input ;;
    build--output) "$RELATA" build --output out.ttl $input ;;
    *--output) "$RELATA" "$command" --output out.txt $input ;;
    *) return 99 ;;
  esac >out 2>err
}
for command in build explain extract annotate draw query check merge learn; do
  for option in $("$RELATA" $command --help | grep -oE '(^ *|, )--[a-z][a-z-]*' | tr -d ' ,'); do
    try_option $command $option
    code=$?
    case $code in
      0) pass "$command $option works" ;;
      99) fail "$command $option works" "no trial of this option in tests/command/options.sh" ;;
      *) fail "$command $option works" "status $code: $(head -c 500 err)" ;;
    esac
  done
done

# What options change
"$RELATA" build -f ntriples report.txt >plain.nt
"$RELATA" build -f ntriples --base https://example.com/kb/ report.txt >based.nt
like "--base: nodes lie under it" '<https://example\.com/kb/' "$(cat based.nt)"
unlike "--base: no node lies elsewhere" '<https://example\.org/relata/' "$(cat based.nt)"
is "--base: as many triples" "$(wc -l <plain.nt)" "$(wc -l <based.nt)"
"$RELATA" build -f ntriples --facts plain report.txt >facts.nt
unlike "--facts plain: no statement nodes" 'rdf-syntax-ns#Statement' "$(cat facts.nt)"
ends "--facts rdf12 with N-Triples" 2 'RDF 1.2' "$RELATA" build -f ntriples --facts rdf12 report.txt
"$RELATA" build -f ntriples --provenance none report.txt >bare.nt
unlike "--provenance none: no sentences" 'nif-core#Sentence|wasDerivedFrom' "$(cat bare.nt)"
"$RELATA" build -f tsv --min-confidence 1 report.txt >none.tsv
is "--min-confidence 1: a header and nothing" 1 "$(wc -l <none.tsv)"
"$RELATA" build -f tsv --date 2026-01-20 report.txt >dated.tsv
like "--date: yesterday is known" '2026-01-19' "$(cat dated.tsv)"
"$RELATA" build -f tsv --date 2026-01-20 trees.conllu >dated.tsv
like "--date: yesterday is known in CoNLL-U" '2026-01-19' "$(cat dated.tsv)"
"$RELATA" build -f tsv report.txt >undated.tsv
unlike "no --date: yesterday is not made up" '2026|2025' "$(cat undated.tsv)"
"$RELATA" extract --verbose report.txt >/dev/null 2>err
like "--verbose: says how long each stage takes" '^relata: (tokens|words|entities|propositions) +[0-9.]+ s' "$(cat err)"
"$RELATA" extract -- report.txt >first
"$RELATA" extract report.txt >second
same "-- ends the options" first second

done_testing
