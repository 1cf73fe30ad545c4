import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTempDir } from './temp-dir.ts';

/** What the next version of the site has and this one has not. */
export const NEWS = { vraag: 'Waar woont de persoon nu?', optie: 'Een nieuwe keuze' };

interface Vraag {
  readonly feit: string;
  readonly vraag: string;
  readonly opties?: readonly { readonly id: string; readonly tekst: string }[];
}

/** Makes the next version of a site that was built, until the end of the test: another text, an option more, other colours. */
export function makeNextVersion(builtRoot: string): string {
  const root = join(makeTempDir(), 'site');
  // What the running server keeps is not of the build.
  cpSync(builtRoot, root, { recursive: true, filter: (path) => path !== join(builtRoot, 'data') });
  const path = join(root, 'rules', 'vragen.json');
  const file = JSON.parse(readFileSync(path, 'utf8')) as { readonly vragen: readonly Vraag[] };
  const vragen = file.vragen.map((vraag): Vraag => {
    if (vraag.feit === 'gemeente') return { ...vraag, vraag: NEWS.vraag };
    if (vraag.feit !== 'zoekt') return vraag;
    return { ...vraag, opties: [...(vraag.opties ?? []), { id: 'nieuw', tekst: NEWS.optie }] };
  });
  writeFileSync(path, JSON.stringify({ ...file, vragen }));
  appendFileSync(
    join(root, 'views', 'assets', 'css', 'theme.css'),
    '\n:root { --rdm-volgende-versie: 2; }\n',
  );
  execFileSync(process.execPath, ['dist/build/assets.js'], { cwd: root, stdio: 'pipe' });
  return root;
}
