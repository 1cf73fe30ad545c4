#!/usr/bin/env bash
# @viz-js/viz 3.31.0, which is Graphviz 16.1.0.
#
# Does: draws a graph of which the nodes and edges have a link and a tooltip with \N, \G, \L, \E, \T and \H in it.
# Expected: the names in both. `tooltip` and `edgetooltip` are escStrings like `URL` (https://graphviz.org/docs/attrs/tooltip),
# in which \N is the name of the node, "the substring \L is replaced by the object's label attribute", and so on
# (https://graphviz.org/docs/attr-types/escString).
# Seen (Node 20.20, November 2026): the names in the link, and in the tooltip the bare letters N, G, L, E, T and H. There
# \n does become a line, which the documentation promises for labels only.
# Around it: write the names out in each tooltip.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent @viz-js/viz@3.31.0
cat > draw.js <<'JS'
import { instance } from '@viz-js/viz';

const viz = await instance();
const svg = viz.renderString(
  String.raw`digraph Wijzer {
    node [URL="/\G/\N/\L", tooltip="\G \N\n\L"]
    edge [URL="/\E/\T/\H", edgetooltip="\E \T \H"]
    vraag [label="Vraag"]
    vraag -> tafel
  }`,
  { format: 'svg' },
);
const read = (name) => [...svg.matchAll(new RegExp(`<a [^>]*xlink:${name}="([^"]*)"`, 'g'))].map(([, value]) => value);
const seen = { links: read('href'), tooltips: read('title') };
console.log(`Graphviz ${viz.graphvizVersion}`, seen);
const was = {
  links: ['/Wijzer/vraag/Vraag', '/Wijzer/tafel/tafel', '/vraag-&gt;tafel/vraag/tafel'],
  tooltips: ['G N&#10;L', 'G N&#10;L', 'E T H'],
};
process.exit(JSON.stringify(seen) === JSON.stringify(was) ? 0 : 1);
JS
node draw.js
