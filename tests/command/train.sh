#!/bin/bash
# relata train and relata score: a small model from a few sentences, its scores, and what is said of bad options and data.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

for i in $(seq 20); do
  printf '%s\n' '# sent_id = s' \
    $'1\tLee\tLee\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tEntity=(1-person-new-n-cf1-1-sgl)' \
    $'2\tleft\tleave\tVERB\tVBD\tTense=Past\t0\troot\t_\t_' \
    $'3\tSeoul\tSeoul\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\tEntity=(2-place-new-n-cf2-1-sgl)|SpaceAfter=No' \
    $'4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_' ''
done >small.conllu
printf 'Kim\tB-PER\nspoke\tO\n\n' >small.bio
printf 'name,country,province\nSeoul,South Korea,\n' >places.csv

ends "train" 0 'epoch 2 of 2' "$RELATA" train --ud small.conllu --ner small.bio --places places.csv --dev-ud small.conllu \
  --epochs 2 -o small.relm
ends "train without messages" 0 '' "$RELATA" train -q --ud small.conllu --ner small.bio --places places.csv --epochs 2 -o again.relm
same "the same data give the same model" small.relm again.relm
ends "train the tokenizer alone" 0 '' "$RELATA" train -q --only tokenizer --update small.relm --ud small.conllu -o tokens.relm
same "the other parts are kept" small.relm tokens.relm

mkdir wordnet ontology
for pos in noun verb; do
  printf '00000100 15 n 01 Seoul 0 000 | a city\n' >wordnet/data.$pos
  printf 'seoul n 1 0 1 0 00000100\n' >wordnet/index.$pos
  : >wordnet/$pos.exc
done
printf '%s\n' '@prefix schema: <https://schema.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .' \
  '<https://example.org/h> a schema:Organization ; rdfs:label "Hansol Corp"@en .' >ontology/names.ttl
printf 's\t2\tleave.01\tleave\tARG0:1-1:1 ARG1:3-3:3\n' >roles.tsv
ends "train with roles, senses and known names" 0 'role [0-9.]+' "$RELATA" train --ud small.conllu --roles roles.tsv --wordnet wordnet \
  --ontology ontology --epochs 2 -o rich.relm
sed -E 's/Entity=[^|]*$/_/; s/Entity=[^|]*\|//' small.conllu >plain.conllu
ends "train with a teacher of names" 0 'name [0-9.]+' "$RELATA" train --ud plain.conllu --teacher small.relm --only network --epochs 1 -o taught.relm
ends "score with roles" 0 '' "$RELATA" score --roles roles.tsv rich.relm small.conllu
like "score: roles are counted" 'roles	[0-9.]+	[0-9]+	[0-9]+	40' "$(cat out)"

ends "score" 0 '' "$RELATA" score small.relm small.conllu small.bio
is "score: a line for each measure" "tokens words sentences UPOS XPOS feats lemmas UAS LAS types names names" \
  "$(cut -f2 out | tail -n +2 | tr '\n' ' ' | sed 's/ $//')"
ends "score: a missing file, the other is done" 1 '^relata: missing\.conllu: ' "$RELATA" score small.relm missing.conllu small.bio
like "score: the other" 'small.bio.names' "$(cat out)"
ends "score: all files missing" 3 '^relata: missing\.conllu: ' "$RELATA" score small.relm missing.conllu missing.bio
ends "score: no model" 3 '^relata: small\.bio: .*not a relata model' "$RELATA" score small.bio small.conllu
ends "score: nothing to score" 2 'needs MODEL and FILE' "$RELATA" score small.relm

ends "train: no data" 2 'needs --ud FILE and --output FILE' "$RELATA" train -o x.relm
ends "train: no output" 2 'needs --ud FILE and --output FILE' "$RELATA" train --ud small.conllu
ends "train: a stray argument" 2 '^relata: train: small\.conllu: ' "$RELATA" train small.conllu
ends "train: an unknown part" 2 "unknown part 'hope'" "$RELATA" train --ud small.conllu --only hope -o x.relm
ends "train: no epochs" 2 'epochs: 0 is not between' "$RELATA" train --ud small.conllu --epochs 0 -o x.relm
ends "train: missing data" 3 '^relata: missing\.conllu: .*No such file' "$RELATA" train -q --ud missing.conllu -o x.relm
ends "train: missing names" 3 '^relata: missing\.bio: .*No such file' "$RELATA" train -q --ud small.conllu --ner missing.bio -o x.relm
ends "train: missing data to measure on, told before the first epoch" 3 '^relata: missing\.bio: .*No such file' \
  "$RELATA" train -q --ud small.conllu --epochs 1 --dev-ud small.conllu --dev-ner missing.bio -o x.relm
ends "train: no WordNet there" 3 '^relata: nowhere/data\.noun: .*WordNet' "$RELATA" train -q --ud small.conllu --wordnet nowhere -o x.relm
ends "train: no ontology there" 3 'nowhere' "$RELATA" train -q --ud small.conllu --ontology nowhere -o x.relm
ends "train: bad roles" 3 '^relata: small\.bio:1: not "sent_id word' "$RELATA" train -q --ud small.conllu --roles small.bio -o x.relm
ends "train: a teacher that is none" 3 '^relata: small\.bio: .*not a relata model' "$RELATA" train -q --ud small.conllu --teacher small.bio -o x.relm
ends "score: bad roles" 3 '^relata: small\.bio:1: not "sent_id word' "$RELATA" score --roles small.bio small.relm small.conllu
printf 'one\ttwo\n\n' >bad.conllu
ends "train: bad data" 3 '^relata: bad\.conllu:1: not ten fields' "$RELATA" train -q --ud bad.conllu -o x.relm
: >empty.conllu
ends "train: empty data" 3 '^relata: empty\.conllu: holds no sentence' "$RELATA" train -q --ud empty.conllu -o x.relm
ends "train: nowhere to write" 3 '^relata: nowhere/x\.relm: ' "$RELATA" train -q --ud small.conllu --epochs 1 -o nowhere/x.relm
is "nothing is left behind" "" "$(ls x.relm* 2>/dev/null)"

done_testing
