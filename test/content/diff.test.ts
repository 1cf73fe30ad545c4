import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareContent } from '../../src/content/compare-content.ts';
import { diffContent, toDiffReport } from '../../src/content/diff-content.ts';
import { VersionFault } from '../../src/content/git-files.ts';
import { readCurrent, readRevision } from '../../src/content/read-version.ts';
import { findAddress, ROOT } from '../support/real-content.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const ADDRESS = findAddress('topx');

function git(root: string, ...command: string[]): void {
  execFileSync('git', ['-C', root, '-c', 'user.name=test', '-c', 'user.email=test@example.org', ...command], {
    stdio: 'ignore',
  });
}

function commit(root: string): void {
  git(root, 'add', '.');
  git(root, 'commit', '--no-gpg-sign', '-m', 'inhoud');
}

/** A repository of its own with the real content, committed; `folder` puts it in a folder of the repository. */
function makeRepository(folder = '.'): string {
  const repository = makeTempDir();
  git(repository, 'init', '-b', 'main');
  const root = join(repository, folder);
  mkdirSync(root, { recursive: true });
  for (const deel of ['rules', 'tables']) cpSync(join(ROOT, deel), join(root, deel), { recursive: true });
  commit(repository);
  return root;
}

// biome-ignore lint/suspicious/noExplicitAny: the tests change raw JSON, of whatever form.
function edit(root: string, bestand: string, change: (json: any) => unknown): void {
  const path = join(root, bestand);
  const json = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(change(json) ?? json));
}

const WORDS = {
  tafel: (id: string) => `<${id}>`,
  uitkomst: (id: string) => id,
  vraag: (feit: string) => feit,
  voorbeeld: (antwoorden: object) => JSON.stringify(antwoorden),
  link: () => null,
};

function toReport(root: string, revision = 'HEAD'): string {
  return toDiffReport(compareContent(readRevision(root, revision), readCurrent(root)), WORDS);
}

describe('content:diff', () => {
  it('zegt het als er niets anders is', () => {
    expect(toReport(makeRepository())).toBe('Er is geen verschil in de inhoud.');
  });

  it('telt wat een andere regel doet, met het kleinste voorbeeld', () => {
    const root = makeRepository();
    edit(root, 'rules/mobiel-p10-team.json', (json) => {
      const [both, titel] = json.regel.any;
      json.regel = { any: [...both.all, titel] };
      json.criteria[0].tekst = 'Andere woorden.';
    });
    expect(toReport(root)).toBe(
      [
        'Het advies',
        '  Van alle 557.126.633.959.078.098.891.361.148.980 mogelijke antwoordsets verandert bij 56,3 % iets.',
        '    Kleinste voorbeeld: {}.',
        '  Uitkomst was “aanvullen”, is nu “aanmelden”: bij 1 op de 36 (precies 15.271.006.324.808.327.688.872.469.504).',
        '    Kleinste voorbeeld: {"lokaalBesproken":"ja","eerderStrafOfDwang":"ja"}.',
        '  Uitkomst was “geenTafel”, is nu “aanvullen”: bij 1 op de 5.181 (precies 107.540.621.388.221.346.305.291.520).',
        '    Kleinste voorbeeld: {"lokaalBesproken":"ja","signalen":["verward-gedrag"],"eerderStrafOfDwang":"nee","strafrechtelijkeTitel":"nee"}.',
        '  Uitkomst was “geenTafel”, is nu “aanmelden”: bij 1 op de 10.361 (precies 53.770.310.694.110.673.152.645.760).',
        '    Kleinste voorbeeld: {"lokaalBesproken":"ja","signalen":["verward-gedrag"],"verwardGedrag":"ja","eerderStrafOfDwang":"nee","strafrechtelijkeTitel":"nee"}.',
        '',
        '<mobiel-p10-team>',
        '  Wint <mobiel-p10-team>: bij 19,8 % (precies 110.430.823.745.080.463.943.617.066.880).',
        '    Kleinste voorbeeld: {"eerderStrafOfDwang":"ja"}.',
        '  Oordeel was “nog onbekend”, is nu “past”: bij 25 % (precies 139.061.037.308.619.843.484.554.824.960).',
        '    Kleinste voorbeeld: {"eerderStrafOfDwang":"ja"}.',
        '  Oordeel was “past niet”, is nu “nog onbekend”: bij 1 op de 16 (precies 34.765.259.327.154.960.871.138.706.240).',
        '    Kleinste voorbeeld: {"eerderStrafOfDwang":"nee","strafrechtelijkeTitel":"nee"}.',
        '  Oordeel was “past niet”, is nu “past”: bij 1 op de 32 (precies 17.382.629.663.577.480.435.569.353.120).',
        '    Kleinste voorbeeld: {"verwardGedrag":"ja","eerderStrafOfDwang":"nee","strafrechtelijkeTitel":"nee"}.',
        '  Wat er nog ontbreekt om te passen, is anders: bij 44 % (precies 245.401.830.544.623.253.208.037.926.400).',
        '    Kleinste voorbeeld: {}.',
        '  regels.regel: was "any(all(verward-gedrag, eerder-straf-of-dwang), strafrechtelijke-titel)", is nu "any(verward-gedrag, eerder-straf-of-dwang, strafrechtelijke-titel)".',
        '  Alleen tekst of bron: regels.criteria.verward-gedrag.tekst.',
      ].join('\n'),
    );
  });

  it('zegt wat een tafel verliest, meteen of na het overleg met de gemeente', () => {
    const root = makeRepository();
    edit(root, 'rules/triage-transfertafel.json', (json) => {
      json.criteria[0].voorwaarde.value = ['advies', 'passende-plek'];
    });
    const report = toReport(root);
    expect(report).toMatch(/ {2}Verliest <triage-transfertafel>: bij 1 op de 39 \(precies [\d.]+\)\.\n/);
    expect(report).toContain(
      'Verliest <triage-transfertafel>, voor na het overleg met de gemeente: bij 1 op de 29',
    );
    expect(report).toContain('    Kleinste voorbeeld: {"zoekt":"snellere-zorg"}.');
  });

  it('ziet een ander signaal, wie de gemeente mag overslaan, wie mag aanmelden en wanneer een vraag telt', () => {
    const root = makeRepository();
    edit(root, 'rules/topx.json', (json) => {
      json.slaatLokaalOver.ja = true;
    });
    edit(root, 'rules/levensloopaanpak.json', (json) => {
      json.signaal = 'hoogcomplex';
    });
    edit(root, 'tables/overlegtafels/hoogcomplex-oostnl.json', (json) => {
      json.aanmelders.via = 'huisarts';
    });
    edit(root, 'rules/vragen.json', ({ vragen }) => {
      vragen.find(({ feit }: { feit: string }) => feit === 'zoekt').wanneer.tafels.push('topx');
      vragen.find(({ feit }: { feit: string }) => feit === 'rol').opties.pop();
    });
    const report = toReport(root);
    expect(report).toContain('<topx>\n  <topx> wacht niet meer op de gemeente: bij 1 op de ');
    expect(report).toContain('Uitkomst was “eerstLokaal”, is nu “aanmelden”: bij ');
    expect(report).toMatch(
      /<levensloopaanpak>\n(.*\n)*? {2}Oordeel was “niet nagegaan”, is nu “nog onbekend”: /,
    );
    expect(report).toContain('  Wie mag aanmelden, via wie of in overleg met wie, is anders: bij ');
    expect(report).toContain('Vraag zoekt\n  De vraag “zoekt” telt nu mee: bij ');
    expect(report).toContain('  Antwoordsets die er niet meer zijn: ');
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
    edit(root, 'tables/contacten.json', ({ contacten }) => {
      contacten[0].waarde = 'nieuw@example.nl';
    });
    const report = toReport(root);
    expect(report).toContain('  aanmelders.rollen: erbij huisarts; weg om.\n');
    expect(report).toContain('  kanaal.adres: was "zvh-e-mail", is nu leeg.');
    expect(report).toContain(`  zvh-e-mail.waarde: was "${ADDRESS}", is nu "nieuw@example.nl".`);
    expect(report).toContain('Vragen\n  Erbij: extra.');
    expect(report).toContain('Vraag acuutGevaar\n  Alleen tekst of bron: vraag.');
    expect(report).toMatch(
      /Vraag eerderStrafOfDwang\n {2}stapTeZetten: was (true|false), is nu (true|false)\./,
    );
    expect(report).toContain(
      `tables/noodnummers.json\n  112.bereikbaar: was leeg, is nu "${'x'.repeat(80)}…".`,
    );
  });

  it('leest ook de vorm van vroeger, en een project in een map van een repository', () => {
    const root = makeRepository('sites/wegwijzer');
    for (const naam of ['gemeenten', 'rollen']) edit(root, `tables/${naam}.json`, (json) => json[naam]);
    edit(root, 'rules/topx.json', ({ $schema: _, ...json }) => json);
    commit(join(root, '../..'));
    const report = toReport(root, 'HEAD~1');
    expect(report).toBe('Er is geen verschil in de inhoud.');
    expect(toReport(root, 'HEAD')).toBe('Er is geen verschil in de inhoud.');
  });

  it('noemt een tafel en een bestand die er in de revisie nog niet waren', () => {
    const root = makeRepository();
    git(root, 'rm', '-q', 'rules/topx.json', 'tables/overlegtafels/topx.json', 'tables/voorbeelden.json');
    commit(root);
    git(root, 'checkout', 'HEAD~1', '--', '.');
    const report = toReport(root);
    expect(report).toContain('Tafels\n  Erbij: <topx>.\n');
    expect(report).toContain('  Wint <topx>: bij 1 op de 97 ');
    expect(report).toContain('Bestanden\n  Erbij: tables/voorbeelden.json.');
  });
});

describe('content:diff met een revisie die niet te vergelijken is', () => {
  it.each([['bestaat-niet'], ['--help'], [''], ['HEAD~99']])('zegt dat "%s" niet bestaat', (revision) => {
    const root = makeRepository();
    expect(() => readRevision(root, revision)).toThrow(VersionFault);
    expect(() => readRevision(root, revision)).toThrow(`Revisie "${revision}" bestaat niet.`);
  });

  it('zegt het als er nog geen inhoud was', () => {
    const root = makeTempDir();
    git(root, 'init', '-b', 'main');
    writeFileSync(join(root, 'leesmij.txt'), 'leeg');
    commit(root);
    expect(() => readRevision(root, 'main')).toThrow(
      'Revisie main heeft nog geen inhoud in rules/ en tables/.',
    );
  });

  it('zegt waar een andere vorm of kapotte JSON zit', () => {
    const root = makeRepository();
    edit(root, 'rules/topx.json', (json) => {
      json.criteria[0].voorwaarde.operator = 'equal';
    });
    commit(root);
    expect(() => readRevision(root, 'HEAD')).toThrow(
      /de inhoud van HEAD heeft een andere vorm.*\n- rules\/topx\.json, criteria\.0\.voorwaarde\.operator: /s,
    );
    writeFileSync(join(root, 'rules/topx.json'), '{');
    expect(() => readCurrent(root)).toThrow('in de inhoud van nu is rules/topx.json geen geldige JSON');
  });

  it('zegt het buiten een repository', () => {
    const root = makeTempDir();
    expect(() => readRevision(root, 'HEAD')).toThrow(VersionFault);
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
