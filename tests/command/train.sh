#!/bin/bash
# train and score: bad data and bad use are told by file and line, nothing is left half written, the same seed gives the same
# model, and what was trained can be used.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

# A treebank of our own, large enough to learn from and small enough to do so in a second.
awk 'BEGIN {
  split("Lee Meloni Kim Rossi", people); split("Seoul Rome Busan Milan", places); split("met saw called", verbs)
  for (p = 1; p <= 4; p++) for (q = 1; q <= 4; q++) for (v = 1; v <= 3; v++) {
    if (p == q) continue
    n++
    printf "# sent_id = s%d\n# text = %s %s %s in %s.\n", n, people[p], verbs[v], people[q], places[q]
    printf "1\t%s\t%s\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tEntity=(1-person)\n", people[p], people[p]
    printf "2\t%s\t%s\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n", verbs[v], verbs[v]
    printf "3\t%s\t%s\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\tEntity=(2-person)\n", people[q], people[q]
    printf "4\tin\tin\tADP\tIN\t_\t5\tcase\t_\t_\n"
    printf "5\t%s\t%s\tPROPN\tNNP\tNumber=Sing\t2\tobl\t_\tSpaceAfter=No\n", places[q], places[q]
    printf "6\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"
  }
}' >small.conllu
awk -F '\t' '/^$/ { print } /^[0-9]/ { print $2 "\t" ($1 == 1 || $1 == 3 ? "B-PER" : $1 == 5 ? "B-LOC" : "O") }' small.conllu >small.bio
: >empty.conllu
printf '1\tLee\n' >short.conllu
head -c 5000 "$RELATA" >binary.conllu

ends "train without data" 2 '^relata: train: .*--help' "$RELATA" train -o out.relm
ends "train without output" 2 '^relata: train: .*--help' "$RELATA" train -u small.conllu
ends "train: missing data" 3 '^relata: missing\.conllu: ' "$RELATA" train -q -u missing.conllu -o out.relm
ends "train: a folder as data" 3 '^relata: \.: ' "$RELATA" train -q -u . -o out.relm
ends "train: data with too few columns" 3 '^relata: short\.conllu:1: ' "$RELATA" train -q -u short.conllu -o out.relm
ends "train: binary data" 3 '^relata: binary\.conllu' "$RELATA" train -q -u binary.conllu -o out.relm
ends "train: empty data" 3 '^relata: .*empty\.conllu|^relata: .*no (sentence|data)' "$RELATA" train -q -u empty.conllu -o out.relm
ends "train: a part that is none" 2 '^relata: .*klingon' "$RELATA" train -q -u small.conllu --only klingon -o out.relm
ends "train: --epochs 0" 2 '^relata: .*epochs' "$RELATA" train -q -u small.conllu --epochs 0 -o out.relm
ends "train: --update with a text" 3 '^relata: small\.bio: not a relata model' "$RELATA" train -q -u small.conllu --update small.bio -o out.relm
is "nothing was written" "" "$(ls | grep relm)"
ends "train: into a folder that is not there" 3 'nowhere' timeout 300 "$RELATA" train -q -u small.conllu --epochs 1 -o nowhere/out.relm

ends "train on a small treebank" 0 '' timeout 500 "$RELATA" train -q -u small.conllu -n small.bio --epochs 2 --seed 7 -o one.relm
ends "train again" 0 '' timeout 500 "$RELATA" train -q -u small.conllu -n small.bio --epochs 2 --seed 7 -o two.relm
same "the same seed and data give the same model" one.relm two.relm
printf 'Kim met Rossi in Rome.\n' >text.txt
ends "the model annotates" 0 '' "$RELATA" annotate --model one.relm text.txt
is "the model finds the tokens" "Kim met Rossi in Rome ." "$(grep -v '^#' out | cut -f2 | tr '\n' ' ' | sed 's/ *$//')"
ends "train a part, keep the other" 0 '' timeout 500 "$RELATA" train -q --only tokenizer -u small.conllu --update one.relm -o three.relm
ends "both parts are there" 0 '' "$RELATA" annotate --model three.relm text.txt

ends "score without arguments" 2 '^relata: score: .*--help' "$RELATA" score
ends "score without data" 2 '^relata: score: ' "$RELATA" score one.relm
ends "score with a missing model" 3 '^relata: missing\.relm: ' "$RELATA" score missing.relm small.conllu
ends "score with a text as model" 3 '^relata: small\.bio: not a relata model' "$RELATA" score small.bio small.conllu
ends "score on missing data" 3 '^relata: missing\.conllu: ' "$RELATA" score one.relm missing.conllu
ends "score on bad data" 3 '^relata: short\.conllu:1: ' "$RELATA" score one.relm short.conllu
ends "score: one of two files fails" 1 '^relata: missing\.conllu: ' "$RELATA" score one.relm missing.conllu small.conllu
like "score: the other is done" '^small\.conllu	LAS	' "$(cat out)"
ends "score" 0 '' "$RELATA" score one.relm small.conllu small.bio
is "score: a table" "file measure F1 right system gold" "$(head -1 out | tr '\t' ' ')"
like "score: names of the BIO file" '^small\.bio	names	' "$(cat out)"
"$RELATA" score one.relm small.conllu >/dev/full 2>err
is "score to a full disk" 3 $?

done_testing
