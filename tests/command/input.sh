#!/bin/bash
# Bad input: each command says which file and what is wrong, does the other inputs, and tells by its exit status.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

printf 'Lee met Meloni in Seoul on Monday.\n' >good.txt
printf 'The bridge was built by Eiffel in 1884.\n' >also.txt
: >empty.txt
printf '\n \t\n\n' >blank.txt
head -c 4096 "$RELATA" >binary.txt
mkdir folder

for command in build extract annotate; do
  ends "$command: missing file" 3 '^relata: missing\.txt: .*No such file' "$RELATA" $command missing.txt
  is "$command: missing file: nothing on standard output" "" "$(cat out)"
  ends "$command: path through a file" 3 '^relata: good\.txt/inner\.txt: .*(Not a directory|No such file)' "$RELATA" $command good.txt/inner.txt
  ends "$command: folder" 3 '^relata: folder: .*directory' "$RELATA" $command folder
  ends "$command: binary file" 3 '^relata: binary\.txt: .*byte [0-9]+' "$RELATA" $command binary.txt
  ends "$command: empty file" 3 '^relata: empty\.txt: empty' "$RELATA" $command empty.txt
  ends "$command: file of blanks" 3 '^relata: blank\.txt: empty' "$RELATA" $command blank.txt
  ends "$command: empty standard input" 3 '^relata: -: empty' "$RELATA" $command </dev/null

  ends "$command: one of three fails" 1 '^relata: missing\.txt: ' "$RELATA" $command good.txt missing.txt also.txt
  mv out some
  run "$RELATA" $command good.txt also.txt
  same "$command: what is left of one of three failing is whole" out some
  ends "$command: all fail" 3 '^relata: folder: ' "$RELATA" $command missing.txt folder
  is "$command: each failure is told" 2 "$(grep -c '^relata: ' err)"
done

if [ "$(id -u)" -ne 0 ]; then
  : >secret.txt
  chmod 0 secret.txt
  ends "unreadable file" 3 '^relata: secret\.txt: .*Permission denied' "$RELATA" build secret.txt
else
  skip "unreadable file" "root reads everything"
fi
ends "a file that cannot be read to its end" 3 '^relata: /proc/self/mem: ' "$RELATA" build --input-format text /proc/self/mem

# What is no text in UTF-8 is refused by the byte; what is odd but text is read.
printf 'Lee met Meloni.\nThe caf\xe9 closed.\n' >latin1.txt
ends "invalid UTF-8: the byte is named" 3 '^relata: latin1\.txt: byte 23: .*line 2' "$RELATA" extract latin1.txt
like "invalid UTF-8: the message says what to do" '--encoding' "$(cat err)"
printf 'Lee met Meloni.\xc3' >cut.txt
ends "UTF-8 cut in a character: the byte is named" 3 '^relata: cut\.txt: byte 15: .*line 1' "$RELATA" extract cut.txt
printf 'Lee met \xed\xa0\x80 Meloni.\n' >surrogate.txt
ends "a surrogate in UTF-8 is refused" 3 '^relata: surrogate\.txt: byte 8: .*line 1' "$RELATA" extract surrogate.txt
printf 'Lee met Meloni.\0\n' >zero.txt
run "$RELATA" extract zero.txt
like "a zero byte does no harm" '^[03]$' "$status"
printf 'Lee\001 met\033[31m Meloni\a in Seoul.\n' >control.txt
ends "control characters are read over" 0 '' "$RELATA" extract control.txt
unlike "control characters do not come out" $'[\001\033\a]' "$(cat out)"
printf 'Lee met Meloni.\r\n\r\nHe left Seoul.\r\n' >dos.txt
printf 'Lee met Meloni.\n\nHe left Seoul.\n' >unix.txt
run "$RELATA" extract dos.txt
cp out dos.out
run "$RELATA" extract unix.txt
same "line ends of DOS are line ends" dos.out out

# Encodings
"$RELATA" extract --encoding ISO-8859-1 latin1.txt >declared.out 2>err
is "Latin-1 by --encoding: status" 0 $?
iconv -f ISO-8859-1 -t UTF-8 latin1.txt >utf8.txt
"$RELATA" extract utf8.txt >utf8.out
same "Latin-1 by --encoding: as if it were UTF-8" utf8.out declared.out
for encoding in UTF-16LE UTF-16BE; do
  mark='\xff\xfe'
  [ $encoding = UTF-16BE ] && mark='\xfe\xff'
  { printf "$mark"; iconv -f UTF-8 -t $encoding utf8.txt; } >wide.txt
  ends "$encoding by its byte-order mark" 0 '' "$RELATA" extract wide.txt
  same "$encoding by its byte-order mark: as if it were UTF-8" utf8.out out
done
{ printf '\xef\xbb\xbf'; cat utf8.txt; } >marked.txt
run "$RELATA" extract marked.txt
same "a byte-order mark before UTF-8 is no part of the text" utf8.out out
{ printf '\xff\xfe'; printf 'L\0e\0e'; } >odd.txt
ends "UTF-16 cut in a character" 3 '^relata: odd\.txt: ' "$RELATA" extract odd.txt
ends "an unknown encoding" 3 'KLINGON' "$RELATA" extract --encoding KLINGON good.txt

# JSON Lines: one bad line does not spoil the others
printf '%s\n' '{"id": "a", "text": "Lee met Meloni."}' '{"id": "b", "text": ' '{"id": "c", "text": "Eiffel built the bridge."}' >lines.jsonl
ends "JSON Lines: a line that is no JSON" 1 '^relata: lines\.jsonl:2: ' "$RELATA" extract lines.jsonl
like "JSON Lines: the line before it is done" 'Meloni' "$(cat out)"
like "JSON Lines: the line behind it is done" 'Eiffel' "$(cat out)"
printf '%s\n' '{"id": "a"}' '["text"]' '{"id": 7, "text": 8}' >wrong.jsonl
ends "JSON Lines: objects without text" 3 '^relata: wrong\.jsonl:1: ' "$RELATA" extract wrong.jsonl
is "JSON Lines: each bad line is told" 3 "$(grep -c '^relata: wrong.jsonl:' err)"

# CoNLL-U and BIO
printf '1\tLee\n' >bad.conllu
ends "CoNLL-U with too few columns" 3 '^relata: bad\.conllu:1' "$RELATA" annotate --input-format conllu bad.conllu
printf 'Lee\tB-PER\n\tO\n' >bad.bio
ends "BIO without a token" 3 '^relata: bad\.bio:2' "$RELATA" annotate --input-format bio bad.bio
printf 'Lee B-PER\nmet O\nMeloni B-PER\n' >blanks.bio
run "$RELATA" annotate -f bio blanks.bio
is "BIO parted by blanks is read" "Lee met Meloni" "$(cut -f1 out | tr '\n' ' ' | sed 's/ *$//')"

done_testing
