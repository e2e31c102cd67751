#!/bin/bash
# Output: the same bytes everywhere and every time, whole files or none, full disks and closed pipes.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

cat >one.txt <<'TEXT'
SEOUL, Jan. 19 -- President Lee Jae Myung met Italian Prime Minister Giorgia Meloni on Monday.
South Korea and Italy signed a memorandum of understanding on semiconductors.
TEXT
cat >two.txt <<'TEXT'
The company bought a factory in Hungary in 2019. Lee Jae Myung did not visit the factory.
TEXT

for format in turtle ntriples nquads trig rdfxml jsonld tsv dot svg png; do
  run "$RELATA" build -f $format one.txt two.txt
  is "$format: status" 0 "$status"
  cp out first
  run "$RELATA" build -f $format one.txt two.txt
  same "$format: two runs give the same bytes" first out
  ends "$format: -o is silent" 0 '' "$RELATA" build -f $format -o file.out one.txt two.txt
  same "$format: -o gives the same bytes as standard output" first file.out
done
for format in turtle ntriples rdfxml jsonld dot; do
  "$RELATA" build -f $format one.txt two.txt >first
  "$RELATA" build -f $format two.txt one.txt >second
  same "$format: the order of the documents does not matter" first second
done
"$RELATA" build -f nquads one.txt two.txt | LC_ALL=C sort >first
"$RELATA" build -f nquads two.txt one.txt | LC_ALL=C sort >second
same "nquads: the order of the documents changes the order of lines only" first second
(LC_ALL=C "$RELATA" build one.txt two.txt) >first
(LC_ALL=C.UTF-8 TZ=Asia/Seoul "$RELATA" build one.txt two.txt) >second
same "locale and time zone do not matter" first second
mkdir elsewhere && cp one.txt two.txt elsewhere && (cd elsewhere && "$RELATA" build one.txt two.txt) >second
same "the working folder does not matter" first second
"$RELATA" build elsewhere/one.txt elsewhere/two.txt >second
same "the folder of the input does not matter" first second

# Several processors: the same bytes, the same failures
for i in $(seq 12); do cp one.txt many$i.txt; printf 'The company %d bought a factory.\n' $i >>many$i.txt; done
"$RELATA" build -f nquads many*.txt >first
"$RELATA" build -f nquads -j 4 many*.txt >second
same "-j: the same bytes from one processor and four" first second
for i in $(seq 12); do printf '{"id": "d%d", "text": "Anna Weber met Karl Braun in Bonn."}\n' $i; done >many.jsonl
printf '{"id": "bad"\n' >>many.jsonl
ends "-j: a bad line is told" 1 'many.jsonl:13' "$RELATA" extract -j 3 -o many.tsv many.jsonl
is "-j: the others are done" 12 "$(wc -l <many.tsv | tr -d ' ')"
ends "-j: no number of processors" 2 'jobs' "$RELATA" build -j 0 one.txt

# A stream: the first document is written before the second is there
for format in nquads trig; do
  rm -f pipe.jsonl; mkfifo pipe.jsonl
  "$RELATA" build -f $format --input-format jsonl - <pipe.jsonl >pipe.out &
  exec 7>pipe.jsonl
  printf '{"id": "a", "text": "Anna Weber met Karl Braun."}\n' >&7
  for i in $(seq 100); do [ -s pipe.out ] && break; sleep 0.1; done
  is "$format: the first document does not wait for the second" yes "$([ -s pipe.out ] && echo yes)"
  exec 7>&-
  wait
done

# Two files of one name are two documents, in whatever order
mkdir -p seoul rome && cp one.txt seoul/report.txt && cp two.txt rome/report.txt
"$RELATA" build -f tsv seoul/report.txt rome/report.txt | cut -f 1 | sort -u | tr '\n' ' ' >out
is "files of one name: documents" "document rome-report seoul-report " "$(cat out)"
"$RELATA" build seoul/report.txt rome/report.txt >first
"$RELATA" build rome/report.txt seoul/report.txt >second
same "files of one name: the order does not matter" first second
"$RELATA" build -f tsv seoul/report.txt seoul/report.txt | cut -f 1 | sort -u | tr '\n' ' ' >out
is "a file given twice is one document" "document report " "$(cat out)"

# Format by the ending of -o
for pair in ttl:turtle nt:ntriples nq:nquads trig:trig jsonld:jsonld rdf:rdfxml tsv:tsv dot:dot svg:svg png:png; do
  "$RELATA" build -f "${pair#*:}" one.txt >first
  ends "-o graph.${pair%:*}" 0 '' "$RELATA" build -o "graph.${pair%:*}" one.txt
  same "-o graph.${pair%:*} is ${pair#*:}" first "graph.${pair%:*}"
done
ends "an ending that says no format" 2 'graph\.xyz' "$RELATA" build -o graph.xyz one.txt
"$RELATA" build -f ntriples one.txt >first
run "$RELATA" build -f ntriples -o graph.ttl one.txt
same "-f is stronger than the ending" first graph.ttl

# Standard input
"$RELATA" extract one.txt >first
"$RELATA" extract - <one.txt >second
same "extract - reads standard input" first second
"$RELATA" extract <one.txt >second
same "extract without a file reads standard input" first second
ends "- among files" 0 '' "$RELATA" extract two.txt - <one.txt
"$RELATA" extract two.txt one.txt >first
same "- among files: in its place" first out

# What cannot be written
for command in "build -f turtle" "build -f nquads" "build -f trig" "build -f jsonld" "build -f tsv" "build -f dot" "build -f svg" "build -f png" "build -f rdfxml" extract annotate; do
  "$RELATA" $command one.txt >/dev/full 2>err
  is "$command to a full disk: status" 3 $?
  like "$command to a full disk: message" 'No space left on device' "$(cat err)"
done
for command in build extract annotate; do
  ends "$command: -o in a folder that is not there" 3 'nowhere/out\.(ttl|tsv|conllu): .*No such file' \
    "$RELATA" $command -o nowhere/out.$([ $command = build ] && echo ttl || echo tsv) one.txt
done
echo precious >kept.ttl
ends "a failed run leaves the old file" 3 'missing' "$RELATA" build -o kept.ttl missing.txt
is "a failed run leaves the old file: content" precious "$(cat kept.ttl)"
is "nothing is left beside the output" "" "$(ls | grep -E '^\.|~$|\.tmp|kept\.ttl.+' )"
ends "-o a folder" 3 'elsewhere' "$RELATA" build -f turtle -o elsewhere one.txt

# A reader that goes away: no message, and not for ever
for i in $(seq 400); do cat one.txt two.txt; echo; done >many.txt
for command in "build -f nquads" "build -f turtle" extract annotate; do
  timeout 60 bash -c "'$RELATA' $command many.txt 2>err | head -1 >/dev/null; exit \${PIPESTATUS[0]}"
  code=$?
  like "$command into head: ends" '^(0|3|141)$' "$code"
  is "$command into head: says nothing" "" "$(cat err)"
done

done_testing
