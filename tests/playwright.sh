#!/bin/sh
# playwright.sh FOLDER: makes FOLDER a Python environment with Playwright, which drives the browser that tests HTML pages.
# Where it cannot be had, that test is left out, which is no reason to fail here.
set -u

[ -x "$1/bin/python3" ] && "$1/bin/python3" -c 'import playwright.sync_api' 2>/dev/null && exit 0
python3 -c 'import playwright.sync_api' 2>/dev/null && exit 0
echo "relata: installing Playwright from PyPI into $1"
python3 -m venv "$1" && "$1/bin/pip" install -q --disable-pip-version-check 'playwright>=1.40' ||
  echo "relata: Playwright cannot be installed; the test of HTML pages is left out" >&2
exit 0
