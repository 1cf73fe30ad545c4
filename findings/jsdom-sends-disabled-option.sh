#!/usr/bin/env bash
# jsdom 31.0.1, and 26.1.0 where Node is older than 22.22.
#
# Does: builds FormData of a form with a list that begins with `<option value="" disabled selected>Kies</option>`.
# Expected: nothing for that list. "For each option element in the select element's list of options whose selectedness is
# true and that is not disabled" (HTML, 4.10.22.4, constructing the entry list). Chromium 156 sends nothing.
# Seen (Node 20.20 and 24.21, November 2026): an empty text. So does an option in an optgroup that is disabled, and one of
# several that are chosen: jsdom asks whether the list is disabled, not the option. A test in jsdom then says that the
# server gets the field, and in a browser it is not there.
# Around it: `value=""` and `required` without `disabled`, which says the same to people and is sent everywhere.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
version=$(node -p 'const [a, b] = process.versions.node.split(".").map(Number); a > 22 || (a === 22 && b >= 22) ? "31.0.1" : "26.1.0"')

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent "jsdom@$version"
cat > send.js <<'JS'
import { JSDOM } from 'jsdom';

const { window } = new JSDOM(`<form>
  <select name="gemeente"><option value="" disabled selected>Kies</option><option>Almelo</option></select>
  <select name="tafels" multiple><option disabled selected>Zorg</option><option selected>Wonen</option></select>
  <select name="rol"><optgroup disabled><option selected>wijkteam</option></optgroup></select>
  <select name="uit" disabled><option selected>x</option></select>
</form>`);
const sent = [...new window.FormData(window.document.forms[0])].map(([name, value]) => `${name}=${value}`).join('&');
console.log(`jsdom ${process.argv[2]}`, sent);
process.exit(sent === 'gemeente=&tafels=Zorg&tafels=Wonen&rol=wijkteam' ? 0 : 1);
JS
node send.js "$version"
