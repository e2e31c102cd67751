# TAP for shell tests (bash): source it, call scratch for a folder of one's own, and end with done_testing.
# Results of `run` are in $status, $T/out and $T/err.

n_tests=0
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
RELATA=${RELATA:-$ROOT/build/relata}

scratch () {
  T=$(mktemp -d "${TMPDIR:-/tmp}/relata-test.XXXXXX") || exit 1
  trap 'rm -rf "$T"' EXIT
}

skip_all () {
  echo "1..0 # SKIP $1"
  exit 0
}

done_testing () {
  echo "1..$n_tests"
}

pass () {
  n_tests=$((n_tests + 1))
  echo "ok $n_tests - $1"
}

# fail TITLE EXPLANATION; the explanation goes to standard error, which prove shows
fail () {
  n_tests=$((n_tests + 1))
  echo "not ok $n_tests - $1"
  printf '%s: %s\n%s\n' "$(basename "$0")" "$1" "${2-}" | head -c 3000 | sed 's/^/# /' >&2
}

# skip TITLE REASON
skip () {
  n_tests=$((n_tests + 1))
  echo "ok $n_tests - $1 # SKIP $2"
}

# is TITLE EXPECTED ACTUAL
is () {
  if [ "$2" = "$3" ]; then
    pass "$1"
  else
    fail "$1" "expected: $2
found: $3"
  fi
}

# like TITLE REGULAR-EXPRESSION TEXT
like () {
  if printf '%s' "$3" | grep -qE -- "$2"; then
    pass "$1"
  else
    fail "$1" "should match: $2
found: $3"
  fi
}

# unlike TITLE REGULAR-EXPRESSION TEXT
unlike () {
  if printf '%s' "$3" | grep -qE -- "$2"; then
    fail "$1" "should not match: $2
found: $3"
  else
    pass "$1"
  fi
}

# same TITLE FILE FILE
same () {
  if cmp -s "$2" "$3"; then
    pass "$1"
  else
    fail "$1" "$(diff "$2" "$3" 2>&1 | head -20)"
  fi
}

# run COMMAND...: standard output and error go to $T/out and $T/err, the exit status to $status
run () {
  "$@" >"$T/out" 2>"$T/err"
  status=$?
}

# ends TITLE STATUS REGULAR-EXPRESSION COMMAND...: runs it and checks the status and what standard error says;
# an empty expression: standard error is empty
ends () {
  local title=$1 expected=$2 pattern=$3
  shift 3
  run "$@"
  if [ "$status" -ne "$expected" ]; then
    fail "$title" "expected status $expected, found $status
standard error: $(head -c 1000 "$T/err")"
  elif [ -z "$pattern" ] && [ -s "$T/err" ]; then
    fail "$title" "standard error should be empty: $(head -c 1000 "$T/err")"
  elif [ -n "$pattern" ] && ! grep -qE -- "$pattern" "$T/err"; then
    fail "$title" "standard error should match: $pattern
found: $(head -c 1000 "$T/err")"
  else
    pass "$title"
  fi
}

# Whether relata was built with a sanitizer, under which limits of memory and valgrind make no sense.
is_sanitized () {
  nm "$RELATA" 2>/dev/null | grep -q __asan_init
}
