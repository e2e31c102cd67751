#!/bin/bash
# install.sh FOLDER: fetches the stores and the validator that tests/stores/run uses into FOLDER, and says what is missing. Each
# comes from its usual place: Fuseki from Maven Central, Oxigraph and pyshacl from PyPI, Virtuoso from Debian.
set -u
folder=$1
FUSEKI=5.2.0
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
here=$(dirname "$(realpath "$0")")
status=0

"$here/../packages.sh" python3 python3-venv curl virtuoso-opensource-7-bin default-jre-headless maven || status=1

if [ ! -x "$folder/venv/bin/oxigraph" ]; then
  python3 -m venv "$folder/venv" &&
    "$folder/venv/bin/pip" install -q --disable-pip-version-check 'oxigraph==0.5.*' 'pyoxigraph==0.5.*' 'pyshacl==0.40.*' rdflib ||
    status=1
fi

if [ ! -f "$folder/fuseki.jar" ]; then
  artifact=org.apache.jena:jena-fuseki-server:$FUSEKI
  mvn -q -B dependency:get -Dartifact=$artifact -Dtransitive=false &&
    mvn -q -B dependency:copy -Dartifact=$artifact -DoutputDirectory="$folder" -Dmdep.stripVersion=true &&
    mv "$folder/jena-fuseki-server.jar" "$folder/fuseki.jar" || status=1
fi
exit $status
