#!/usr/bin/env bash
# w3m 0.5.3+git20230121 (Debian 12), in tmux 3.3a; also in the text of its source of today (main.c, _followForm).
#
# What it does: sends a form the moment a file is chosen, when the field for the file has `accept`; no button is pressed,
# so none is sent along. Without `accept` the same field waits for a button.
# Expected: `accept` says which files are meant, and nothing else (HTML, 4.10.5.1.17).
# Seen: 30 November 2026. A form of which the button says what to do must know what to do with a file alone.
#
# Needs w3m, tmux and Node.
set -euo pipefail
for need in w3m tmux node; do command -v "$need" >/dev/null || { echo "Install $need first."; exit 2; }; done
dir=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; tmux -S "$dir/tmux" kill-server 2>/dev/null || true; rm -rf "$dir"' EXIT
echo '{}' >"$dir/file.json"
cat >"$dir/server.mjs" <<'JS'
import { createServer } from 'node:http';
createServer((req, res) => {
  if (req.method === 'POST') console.log(`sent ${req.url}`);
  res.setHeader('Content-Type', 'text/html');
  const accept = req.url === '/with' ? 'accept=".json"' : '';
  res.end(`<title>form</title><form method=post action="${req.url}" enctype="multipart/form-data">
    <input type=file name=file ${accept}><input type=text name=more><button name=do value=it>Go</button></form>`);
}).listen(0, '127.0.0.1', function () { console.log(`port ${this.address().port}`); });
JS
node "$dir/server.mjs" >"$dir/log" & server=$!
until grep -q port "$dir/log"; do sleep 0.1; done
port=$(sed -n 's/^port //p' "$dir/log")
for page in with without; do
  tmux -f /dev/null -S "$dir/tmux" new-session -d -x 80 -y 24 env HOME="$dir" w3m "http://127.0.0.1:$port/$page"
  sleep 2
  tmux -S "$dir/tmux" send-keys Tab Enter
  sleep 1
  tmux -S "$dir/tmux" send-keys C-u "$dir/file.json" Enter
  sleep 2
  tmux -S "$dir/tmux" kill-server
done
grep sent "$dir/log" || true
[ "$(grep -c sent "$dir/log")" = 1 ] && grep -q 'sent /with$' "$dir/log" \
  || { echo 'It is no longer so: look again, and mend or delete this.'; exit 1; }
echo 'As seen before: the form with accept was sent by itself, the other was not.'
