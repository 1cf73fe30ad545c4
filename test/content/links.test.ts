import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { toLinksReport } from '../../src/cli/links-report.ts';
import { checkAddress, listAddresses } from '../../src/content/addresses.ts';
import { readContent } from '../../src/content/load-content.ts';
import { useCompiledSource } from '../support/compile-source.ts';
import { copyContent, type Ingreep } from '../support/content-copy.ts';
import { findAddress, ROOT } from '../support/real-content.ts';

const { files } = readContent(ROOT);
const ADDRESS = findAddress('topx');

const NOW = new Date('2026-11-22T12:00:00Z');
const TOPX = 'tables/overlegtafels/topx.json';

describe('de adressen in de inhoud', () => {
  const addresses = listAddresses(files);

  it('zijn er van contacten, nummers, bronnen en gewone tekst', () => {
    const values = (bestand: string) =>
      addresses
        .filter((adres) => adres.bestand === bestand)
        .map(({ plaats, waarde }) => `${plaats} ${waarde}`);
    expect(values('tables/contacten.json')).toContain(`contacten.0.waarde ${ADDRESS}`);
    // A table names its contacts only.
    expect(values(TOPX)).toEqual([]);
    expect(values('tables/noodnummers.json')).toContain('noodnummers.1.alternatief.kies 08000113');
    expect(values('tables/bronnen.json')).toContain('bronnen.5.url https://www.cbs.nl');
    expect(addresses.filter(({ waarde }) => waarde === null).length).toBeGreaterThan(3);
  });

  it('zijn nu allemaal goed van vorm, en geen is te lang niet gecontroleerd', () => {
    const { fouten, tekst } = toLinksReport(files, NOW, 120);
    expect(fouten).toBe(0);
    expect(tekst).toMatch(/^\d+ adressen nagekeken: 0 fout van vorm, 0 te controleren\./);
  });

  it('komen na een jaar en een dag allemaal in de lijst, ook wat nog onbekend is', () => {
    expect(toLinksReport(files, new Date('2027-11-21T12:00:00Z'), 160).tekst).toContain(', 0 te controleren');
    const { fouten, tekst } = toLinksReport(files, new Date('2027-11-22T12:00:00Z'), 160);
    expect(fouten).toBe(0);
    expect(tekst).toContain('Langer dan een jaar niet gecontroleerd:');
    expect(tekst).toContain(ADDRESS);
    expect(tekst).toContain('(niet bekend)');
  });
});

describe('de vorm van een adres', () => {
  it.each([
    ['e-mail', 'info@@example.nl', /geen e-mailadres/],
    ['e-mail', 'info@example', /geen e-mailadres/],
    ['telefoon', '053-487696', /geen Nederlands telefoonnummer/],
    ['telefoon', '0800-12', /geen Nederlands telefoonnummer/],
    ['website', 'http://example.nl', /niet beveiligd/],
    ['website', 'https://example', /naam van deze site/],
    ['website', 'https://', /geen webadres/],
    ['website', 'https://jan:geheim@example.nl', /naam of wachtwoord/],
  ] as const)('keurt af: %s %s', (soort, waarde, melding) => {
    expect(checkAddress({ soort, waarde })).toMatch(melding);
  });

  it.each([
    ['e-mail', 'team.zorg@gemeente-voorbeeld.nl'],
    ['telefoon', '053-4876969'],
    ['telefoon', '+31534876969'],
    ['telefoon', '0800 2000'],
    ['telefoon', '14053'],
    ['website', 'www.example.nl'],
    ['website', 'https://www.example.nl/pad?x=1#deel'],
    ['website', null],
  ] as const)('keurt goed: %s %s', (soort, waarde) => {
    expect(checkAddress({ soort, waarde })).toBeNull();
  });
});

describe('npm run content:links', () => {
  const compiled = useCompiledSource();
  const run = (...ingrepen: Ingreep[]) => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [compiled('cli/content-cli.js'), 'links', ingrepen.length > 0 ? copyContent(...ingrepen) : ROOT],
      { encoding: 'utf8' },
    );
    return { status, stdout };
  };

  it('eindigt met 0 als alles klopt', () => {
    expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('0 fout van vorm') });
  });

  it('eindigt met 1 en noemt de plaats als in een tekst een kapot adres staat', () => {
    const { status, stdout } = run({
      bestand: TOPX,
      zet: 'doel.tekst',
      op: 'Mail naar info@voorbeeld, of bel 053-123.',
    });
    expect(status).toBe(1);
    expect(stdout).toContain(TOPX);
    expect(stdout).toContain('doel.tekst');
    expect(stdout).toContain('info@voorbeeld');
  });

  it('eindigt met 1 als een contact de verkeerde vorm heeft', () => {
    const { status, stdout } = run({
      bestand: 'tables/contacten.json',
      zet: 'contacten.0.waarde',
      op: 'info@',
    });
    expect(status).toBe(1);
    expect(stdout).toContain('is geen e-mailadres');
  });
});
