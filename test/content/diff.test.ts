import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareInhoud } from '../../src/content/compare-content.ts';
import { diffContent, toDiffVerslag } from '../../src/content/diff-content.ts';
import { readHuidig, readRevisie, VersieFout } from '../../src/content/read-version.ts';
import { findAdres, ROOT } from '../support/real-content.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const ADRES = findAdres('topx');

function git(root: string, ...opdracht: string[]): void {
  execFileSync(
    'git',
    ['-C', root, '-c', 'user.name=test', '-c', 'user.email=test@example.org', ...opdracht],
    {
      stdio: 'ignore',
    },
  );
}

function commit(root: string): void {
  git(root, 'add', '.');
  git(root, 'commit', '--no-gpg-sign', '-m', 'inhoud');
}

/** A repository of its own with the real content, committed; `map` puts it in a folder of the repository. */
function makeRepository(map = '.'): string {
  const repository = makeTempDir();
  git(repository, 'init', '-b', 'main');
  const root = join(repository, map);
  mkdirSync(root, { recursive: true });
  for (const deel of ['rules', 'tables']) cpSync(join(ROOT, deel), join(root, deel), { recursive: true });
  commit(repository);
  return root;
}

// biome-ignore lint/suspicious/noExplicitAny: the tests change raw JSON, of whatever form.
function edit(root: string, bestand: string, wijzig: (json: any) => unknown): void {
  const pad = join(root, bestand);
  const json = JSON.parse(readFileSync(pad, 'utf8'));
  writeFileSync(pad, JSON.stringify(wijzig(json) ?? json));
}

function toVerslag(root: string, revisie = 'HEAD'): string {
  return toDiffVerslag(compareInhoud(readRevisie(root, revisie), readHuidig(root)), (tafel) => `<${tafel}>`);
}

describe('content:diff', () => {
  it('zegt het als er niets anders is', () => {
    expect(toVerslag(makeRepository())).toBe('Er is geen verschil in de inhoud.');
  });

  it('telt wat een andere regel doet, met het kleinste voorbeeld', () => {
    const root = makeRepository();
    edit(root, 'rules/mobiel-p10-team.json', (json) => {
      json.regel = { any: json.regel.all };
      json.criteria[0].tekst = 'Andere woorden.';
    });
    expect(toVerslag(root)).toBe(
      [
        '<mobiel-p10-team>',
        '  4 antwoordsets winnen <mobiel-p10-team>, 0 verliezen hem, van 9.',
        '    Kleinste voorbeeld dat wint: verwardGedrag = ja.',
        '  2 antwoordsets gaan van "past niet" naar "nog onbekend" of terug.',
        '    Kleinste voorbeeld dat zo verandert: verwardGedrag = nee.',
        '  regels.regel: was "all(verward-gedrag, eerder-straf-of-dwang)", is nu "any(verward-gedrag, eerder-straf-of-dwang)".',
        '  Alleen tekst of bron: regels.criteria.verward-gedrag.tekst.',
      ].join('\n'),
    );
  });

  it('telt er een in het enkelvoud, ook van wat verliest', () => {
    const root = makeRepository();
    edit(root, 'rules/triage-transfertafel.json', (json) => {
      json.criteria[0].voorwaarde.value = ['advies', 'passende-plek'];
    });
    expect(toVerslag(root)).toContain('0 antwoordsets winnen <triage-transfertafel>, 1 verliest hem, van 5.');
    expect(toVerslag(root)).toContain('Kleinste voorbeeld dat verliest: zoekt = snellere-zorg.');
  });

  it('zegt wie mag aanmelden en waarheen, en wat er met vragen en andere bestanden is', () => {
    const root = makeRepository();
    edit(root, 'tables/overlegtafels/topx.json', (json) => {
      json.aanmelders.rollen = [...json.aanmelders.rollen.filter((rol: string) => rol !== 'om'), 'huisarts'];
      json.kanaal.adres = null;
    });
    edit(root, 'rules/vragen.json', ({ vragen }) => {
      vragen[0].vraag = 'Anders?';
      vragen[7].stapTeZetten = !vragen[7].stapTeZetten;
      vragen.push({ ...vragen[0], feit: 'extra' });
    });
    edit(root, 'tables/noodnummers.json', ({ noodnummers }) => {
      noodnummers[0].bereikbaar = 'x'.repeat(100);
    });
    const verslag = toVerslag(root);
    expect(verslag).toContain('  aanmelders.rollen: erbij huisarts; weg om.\n');
    expect(verslag).toContain(`  kanaal.adres: was "${ADRES}", is nu leeg.`);
    expect(verslag).toContain('Vragen\n  Erbij: extra.');
    expect(verslag).toContain('Vraag acuutGevaar\n  Alleen tekst of bron: vraag.');
    expect(verslag).toMatch(
      /Vraag eerderStrafOfDwang\n {2}stapTeZetten: was (true|false), is nu (true|false)\./,
    );
    expect(verslag).toContain(
      `tables/noodnummers.json\n  112.bereikbaar: was leeg, is nu "${'x'.repeat(80)}…".`,
    );
  });

  it('leest ook de vorm van vroeger, en een project in een map van een repository', () => {
    const root = makeRepository('sites/wegwijzer');
    for (const naam of ['gemeenten', 'rollen']) edit(root, `tables/${naam}.json`, (json) => json[naam]);
    edit(root, 'rules/topx.json', ({ $schema: _, ...json }) => json);
    commit(join(root, '../..'));
    const verslag = toVerslag(root, 'HEAD~1');
    expect(verslag).toBe('Er is geen verschil in de inhoud.');
    expect(toVerslag(root, 'HEAD')).toBe('Er is geen verschil in de inhoud.');
  });

  it('noemt een tafel en een bestand die er in de revisie nog niet waren', () => {
    const root = makeRepository();
    git(root, 'rm', '-q', 'rules/topx.json', 'tables/overlegtafels/topx.json', 'tables/voorbeelden.json');
    commit(root);
    git(root, 'checkout', 'HEAD~1', '--', '.');
    expect(toVerslag(root)).toBe('Tafels\n  Erbij: <topx>.\n\nBestanden\n  Erbij: tables/voorbeelden.json.');
  });
});

describe('content:diff met een revisie die niet te vergelijken is', () => {
  it.each([['bestaat-niet'], ['--help'], [''], ['HEAD~99']])('zegt dat "%s" niet bestaat', (revisie) => {
    const root = makeRepository();
    expect(() => readRevisie(root, revisie)).toThrow(VersieFout);
    expect(() => readRevisie(root, revisie)).toThrow(`Revisie "${revisie}" bestaat niet.`);
  });

  it('zegt het als er nog geen inhoud was', () => {
    const root = makeTempDir();
    git(root, 'init', '-b', 'main');
    writeFileSync(join(root, 'leesmij.txt'), 'leeg');
    commit(root);
    expect(() => readRevisie(root, 'main')).toThrow(
      'Revisie main heeft nog geen inhoud in rules/ en tables/.',
    );
  });

  it('zegt waar een andere vorm of kapotte JSON zit', () => {
    const root = makeRepository();
    edit(root, 'rules/topx.json', (json) => {
      json.criteria[0].voorwaarde.operator = 'equal';
    });
    commit(root);
    expect(() => readRevisie(root, 'HEAD')).toThrow(
      /de inhoud van HEAD heeft een andere vorm.*\n- rules\/topx\.json, criteria\.0\.voorwaarde\.operator: /s,
    );
    writeFileSync(join(root, 'rules/topx.json'), '{');
    expect(() => readHuidig(root)).toThrow('in de inhoud van nu is rules/topx.json geen geldige JSON');
  });

  it('zegt het buiten een repository', () => {
    const root = makeTempDir();
    expect(() => readRevisie(root, 'HEAD')).toThrow(VersieFout);
  });
});

describe('het verslag', () => {
  it('noemt de revisie, en een tafel bij haar naam', () => {
    const root = makeRepository();
    edit(root, 'tables/overlegtafels/topx.json', (json) => {
      json.kanaal.adres = 'ander@example.org';
    });
    expect(diffContent(root, 'main')).toMatch(
      /^De inhoud van nu, vergeleken met main:\n\nTopX\n {2}kanaal\.adres: was /,
    );
  });
});
