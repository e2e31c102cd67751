#!/bin/bash
# A model file or an ontology that is missing, damaged, cut or too new: named, status 3, no crash.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1

model=${RELATA_MODEL:-$ROOT/src/learn/models/en.relm}
size=$(stat -c %s "$model")
printf 'Lee met Meloni.\n' >good.txt

# damage OFFSET BYTES: a copy of the model with other bytes there
damage () {
  cp "$model" damaged.relm
  printf "$2" | dd of=damaged.relm bs=1 seek="$1" conv=notrunc status=none
}

ends "the model is fine" 0 '' "$RELATA" extract --model "$model" good.txt
cp out expected
RELATA_MODEL=$model "$RELATA" extract good.txt >out
same "the model by RELATA_MODEL" expected out
ends "--model is stronger than RELATA_MODEL" 0 '' env RELATA_MODEL=missing.relm "$RELATA" extract --model "$model" good.txt

for command in build extract annotate; do
  ends "$command: missing model" 3 '^relata: missing\.relm: .*No such file' "$RELATA" $command --model missing.relm good.txt
  : >empty.relm
  ends "$command: empty model" 3 '^relata: empty\.relm: ' "$RELATA" $command --model empty.relm good.txt
done
ends "a folder as model" 3 '^relata: \.: ' "$RELATA" extract --model . good.txt
ends "a text as model" 3 '^relata: good\.txt: .*not a relata model' "$RELATA" extract --model good.txt good.txt
damage 0 'XXXX'
ends "another magic number" 3 '^relata: damaged\.relm: .*not a relata model' "$RELATA" extract --model damaged.relm good.txt
for cut in 1 8 16 63 64 200 4096 $((size / 2)) $((size - 1)); do
  head -c "$cut" "$model" >cut.relm
  ends "model cut after $cut of $size bytes" 3 '^relata: cut\.relm: ' "$RELATA" extract --model cut.relm good.txt
done
{ cat "$model"; printf 'more'; } >longer.relm
ends "bytes behind the model" 3 '^relata: longer\.relm: ' "$RELATA" extract --model longer.relm good.txt
for place in $((size / 3)) $((size / 2)) $((size - 2)); do
  byte=$(od -An -tu1 -j "$place" -N1 "$model")
  damage "$place" "$(printf '\\x%02x' $((255 - byte)))"
  ends "model with byte $place changed" 3 '^relata: damaged\.relm: .*damaged' "$RELATA" extract --model damaged.relm good.txt
done

# Every byte of the head in turn: a clean refusal, whatever it says.
bad=
for place in $(seq 0 4 124); do
  damage "$place" '\xff\xff\xff\x7f'
  timeout 20 "$RELATA" extract --model damaged.relm good.txt >out 2>err
  code=$?
  [ $code -eq 3 ] && grep -q '^relata: damaged\.relm: ' err || bad="$bad byte $place: status $code $(head -c 200 err);"
done
is "model with four bytes of its head changed, anywhere" "" "$bad"

# The version stands behind the magic number of eight bytes.
damage 8 '\x63\x00\x00\x00'
ends "a newer model" 3 '^relata: damaged\.relm: .*(newer|version 99)' "$RELATA" extract --model damaged.relm good.txt

# Ontology
ends "missing ontology folder" 3 'nowhere' env RELATA_ONTOLOGY=nowhere "$RELATA" extract --model "$model" good.txt
ends "missing --ontology file" 3 '^relata: missing\.ttl: ' "$RELATA" build --ontology missing.ttl good.txt
printf '@prefix a: <http://example.org/> .\na:b a:c\n' >broken.ttl
ends "broken --ontology file: the line is named" 3 '^relata: broken\.ttl:[0-9]+' "$RELATA" build --ontology broken.ttl good.txt
printf '@prefix a: <http://example.org/> .\na:b a:c "d" .\n' >fine.ttl
ends "--ontology twice" 0 '' "$RELATA" build --ontology fine.ttl --ontology fine.ttl good.txt

done_testing
