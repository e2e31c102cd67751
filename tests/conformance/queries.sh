#!/bin/bash
# SPARQL: the answers of relata query are those of rdflib, and what would be answered wrongly is refused.
. "$(dirname "$0")/../tap.sh"
for python in python3 /usr/bin/python3; do
  "$python" -c 'import rdflib' 2>/dev/null && PYTHON=$python
done
[ -n "${PYTHON-}" ] || skip_all "python3-rdflib is not installed"
folder=$ROOT/tests/conformance/queries
exec "$PYTHON" "$folder/compare.py" "$RELATA" "$folder/data.ttl" "$folder/queries.list"
