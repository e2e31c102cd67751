#!/bin/sh
# packages.sh PACKAGE...: installs the Debian packages that are missing, and says so; where there is no apt-get,
# lists what to install by other means. Exit status 1 when something stays missing.
set -u

missing=
if command -v dpkg-query >/dev/null 2>&1; then
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
  done
  [ -z "$missing" ] && exit 0
else
  missing=" $*"
fi

if ! command -v apt-get >/dev/null 2>&1; then
  if pkg-config --exists glib-2.0 gio-unix-2.0 json-glib-1.0 libxml-2.0 serd-0 raptor2 rasqal libsoup-3.0 libcgraph libgvc openblas 2>/dev/null; then
    exit 0 # the libraries are there under other package names
  fi
  echo "relata: there is no apt-get here; please install what these Debian packages hold:$missing" >&2
  exit 1
fi

sudo=
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null 2>&1 || { echo "relata: not root and no sudo; please run: apt-get install$missing" >&2; exit 1; }
  sudo=sudo
fi

echo "relata: installing Debian packages:$missing"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq || echo "relata: apt-get update failed; trying with the package lists at hand" >&2
log=$(mktemp)
# shellcheck disable=SC2086
if ! $sudo apt-get install -y -qq --no-install-recommends $missing >"$log" 2>&1; then
  cat "$log" >&2
  rm -f "$log"
  echo "relata: apt-get could not install:$missing" >&2
  exit 1
fi
rm -f "$log"
