#!/bin/bash
# make install into a DESTDIR; a C program compiled against what was installed; make uninstall.
. "$(dirname "$0")/../tap.sh"
scratch
unset RELATA_MODEL RELATA_ONTOLOGY

stage=$T/stage
prefix=/opt/relata
top=$stage$prefix
run ${MAKE:-make} -s -C "$ROOT" install BUILD="${BUILD:-build}" DESTDIR="$stage" PREFIX=$prefix
is "make install" 0 "$status"
[ "$status" -eq 0 ] || { tail -5 "$T/err" >&2; done_testing; exit; }

for file in bin/relata lib/librelata.so lib/librelata.so.0 lib/librelata.a lib/pkgconfig/relata.pc include/relata/relata.h \
            share/man/man1/relata.1 share/relata/en.relm share/relata/ontology/10-core.ttl; do
  if [ -s "$top/$file" ]; then pass "installs $file"; else fail "installs $file" "not there"; fi
done
is "installs all headers" "$(ls "$ROOT/include/relata")" "$(ls "$top/include/relata")"
is "installs all of the ontology" "$(ls "$ROOT/ontology" | grep '\.ttl$')" "$(ls "$top/share/relata/ontology")"
is "writes nothing outside the prefix" "" "$(find "$stage" -type f ! -path "$top/*")"
unlike "leaves no @VARIABLE@ in relata.pc" '@' "$(cat "$top/lib/pkgconfig/relata.pc")"

# The installed program finds its own model and ontology, called by path, through PATH, and through a link.
printf 'Lee met Meloni in Seoul.\n' >"$T/note.txt"
cd "$T" || exit 1
"$RELATA" extract --model "$ROOT/src/learn/models/en.relm" note.txt >expected 2>/dev/null ||
  RELATA_ONTOLOGY=$ROOT/ontology "$RELATA" extract --model "$ROOT/src/learn/models/en.relm" note.txt >expected
mkdir links && ln -s "$top/bin/relata" links/relata
ends "the installed program runs" 0 '' "$top/bin/relata" extract note.txt
same "the installed program says what the built one says" expected out
ends "the installed program runs from PATH" 0 '' env PATH="$top/bin:$PATH" relata extract note.txt
ends "the installed program runs through a link" 0 '' links/relata extract note.txt

# A user's program
export PKG_CONFIG_PATH=$top/lib/pkgconfig
is "pkg-config knows the version" "$("$RELATA" --version)" "relata $(pkg-config --modversion relata)"
flags=$(pkg-config --cflags --libs relata | sed "s|$prefix|$top|g")
sanitize=$(is_sanitized && echo -fsanitize=address,undefined)
run ${CC:-cc} -Wall -Wextra -Werror $sanitize "$ROOT/examples/c/facts.c" -o facts $flags
is "examples/c/facts.c compiles against the installed headers" "0 " "$status $(cat err)"
export LD_LIBRARY_PATH=$top/lib
ends "examples/c/facts.c runs" 0 '' ./facts note.txt
like "examples/c/facts.c prints the fact" '^Lee – met – Meloni$' "$(cat out)"
ends "examples/c/facts.c reads standard input" 0 '' sh -c './facts <note.txt'
ends "examples/c/facts.c tells of a missing file" 1 '^facts: missing\.txt: ' ./facts missing.txt

run ${MAKE:-make} -s -C "$ROOT" uninstall BUILD="${BUILD:-build}" DESTDIR="$stage" PREFIX=$prefix
is "make uninstall leaves nothing" "" "$(find "$stage" ! -type d)"

done_testing
