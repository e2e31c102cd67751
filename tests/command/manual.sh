#!/bin/bash
# The manual page says what the program says: the same commands, the same options, no more and no less.
. "$(dirname "$0")/../tap.sh"
scratch
cd "$T" || exit 1
page=$ROOT/src/relata.1

# Options that the page gives a command: the .TP entries between its .SS and the next heading; shared ones stand in
# sections of their own.
options_of () {
  awk -v name="$1" '
    /^\.S[SH] / { inside = ($2 == name) }
    inside && /^\.B[RI]? / { print }' "$page" | grep -oE '\\-\\-[a-z][a-z\\-]*' | sed 's/\\//g' | sort -u
}

is "the commands" "$("$RELATA" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')" \
  "$(sed -n 's/^\.SS \([a-z]*\)$/\1/p' "$page")"
for command in $("$RELATA" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
  "$RELATA" $command --help | grep -oE '(^ *|, )--[a-z][a-z-]*' | tr -d ' ,' | grep -v -x -e --help | sort -u >help
  options_of $command >own
  # shared groups that the section names
  for group in INPUT; do
    grep -qx "$command" <<<"$(awk -v g="$group" '$1 == ".\\\"" && $2 == g { for (i = 3; i <= NF; i++) print $i }' "$page")" &&
      options_of "$group" >>own
  done
  is "$command: the options of --help are those of the page" "$(cat help)" "$(sort -u own)"
done
for status in 0 1 2 3 4; do
  like "exit status $status is told" "^\.B $status$" "$(sed -n '/^\.SH EXIT STATUS/,/^\.SH/p' "$page")"
done
if command -v groff >/dev/null; then
  is "groff has nothing to say" "" "$(groff -man -Tutf8 -ww -z "$page" 2>&1)"
else
  skip "groff has nothing to say" "no groff"
fi

done_testing
