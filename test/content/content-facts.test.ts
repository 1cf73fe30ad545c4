import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Contact, isCurrent } from '../../src/domain/model/contact.ts';
import { listGemeenteContacten } from '../../src/domain/model/gemeente.ts';
import {
  CRITERIA,
  FEITEN,
  ONLY,
  P10,
  SIGNAAL,
  SLAAT_LOKAAL_OVER,
  TAFELS,
  WAYS,
} from '../support/domain-facts.ts';
import { content, ROOT } from '../support/real-content.ts';

/** The gemeenten of domain.md: CBS code and ggz-werkgebied. */
const GEMEENTEN: Readonly<
  Record<string, readonly [naam: string, cbsCode: string, werkgebied: string | null]>
> = {
  almelo: ['Almelo', 'GM0141', 'dimence'],
  borne: ['Borne', 'GM0147', 'mediant'],
  dinkelland: ['Dinkelland', 'GM1774', 'mediant'],
  enschede: ['Enschede', 'GM0153', 'mediant'],
  haaksbergen: ['Haaksbergen', 'GM0158', 'mediant'],
  hellendoorn: ['Hellendoorn', 'GM0163', 'dimence'],
  hengelo: ['Hengelo', 'GM0164', 'mediant'],
  'hof-van-twente': ['Hof van Twente', 'GM1735', 'mediant'],
  losser: ['Losser', 'GM0168', 'mediant'],
  oldenzaal: ['Oldenzaal', 'GM0173', 'mediant'],
  'rijssen-holten': ['Rijssen-Holten', 'GM1742', 'dimence'],
  tubbergen: ['Tubbergen', 'GM0183', null],
  twenterand: ['Twenterand', 'GM1700', 'dimence'],
  wierden: ['Wierden', 'GM0189', 'dimence'],
};

const TREDEN: Readonly<Record<string, number>> = {
  topx: 2,
  'triage-transfertafel': 2,
  'regiotafel-wlz': 2,
  'crisisteam-zorgkantoor': 2,
  'hoogcomplex-oostnl': 3,
  levensloopaanpak: 3,
  'bestuurlijk-escalatieoverleg': 4,
  'mobiel-p10-team': 1,
};

/** What is known of the world, in the place where an address stands once. */
const EMAIL_ADDRESSES = valuesOf('e-mail');
const NUMBERS = [
  ...valuesOf('telefoon'),
  ...content.noodnummers.flatMap(({ kies, alternatief }) => [kies, alternatief?.kies]),
];
const SITES = [
  ...valuesOf('website'),
  ...content.bronnen.flatMap(({ url }) => url ?? []),
  'https://wegvandewachtlijst.nl',
].map((url) => new URL(url).hostname.replace(/^www\./, ''));

function valuesOf(kind: Contact['soort']): string[] {
  return content.contacten.flatMap(({ soort, waarde }) =>
    soort === kind && waarde !== null ? [waarde] : [],
  );
}

const toSlug = (feit: string) => feit.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('de vragen', () => {
  it('zijn de feiten van domain.md, met type en keuzes, in volgorde van vragen', () => {
    expect(
      content.vragen.map(({ feit, type, opties }) => ({ feit, type, opties: opties.map(({ id }) => id) })),
    ).toEqual(FEITEN.map(({ feit, type, opties }) => ({ feit, type, opties: [...opties] })));
  });

  it.each(FEITEN)('$feit wordt gesteld wanneer domain.md dat zegt', ({ feit, wanneer }) => {
    const vraag = content.vragen.find((other) => other.feit === feit);
    const said =
      wanneer === 'altijd'
        ? { altijd: true }
        : Array.isArray(wanneer)
          ? {
              tafels: expect.toSatisfy(
                (tafels: string[]) => tafels.toSorted().join() === wanneer.toSorted().join(),
              ),
            }
          : wanneer;
    expect(vraag?.wanneer).toEqual(said);
    expect(vraag?.slug).toBe(toSlug(feit));
  });

  it('laten alleen geen, geen van deze en weet niet niet naast andere keuzes toe', () => {
    for (const { feit, type, opties } of content.vragen)
      for (const { id, alleen } of opties)
        expect([feit, id, alleen ?? false]).toEqual([feit, id, type === 'meerkeuze' && ONLY.includes(id)]);
  });
});

describe('de tafels', () => {
  it('zijn die van de ladder, elk op de eigen trede', () => {
    expect(Object.fromEntries(content.tafels.map(({ id, trede }) => [id, trede]))).toEqual(TREDEN);
    expect(content.tafels.map(({ id }) => id)).toEqual(TAFELS);
    expect(content.tafels.filter(({ soort }) => soort === 'voorziening').map(({ id }) => id)).toEqual([P10]);
  });

  it.each(content.tafels.map((tafel) => ({ id: tafel.id, tafel })))(
    '$id heeft de criteria van domain.md',
    ({ id, tafel: { regels } }) => {
      const found = regels.criteria.map(({ id: criterium, weging, interpretatie, voorwaarde }) => ({
        id: criterium,
        feit: voorwaarde.fact,
        goed: [voorwaarde.value].flat().toSorted(),
        weging,
        interpretatie,
      }));
      const verwacht = CRITERIA[id]?.map(({ feit, goed, weging, interpretatie }) => ({
        id: toSlug(feit),
        feit,
        goed: goed.toSorted(),
        weging,
        interpretatie,
      }));
      expect(found).toEqual(verwacht);
    },
  );

  it.each(content.tafels.map((tafel) => ({ id: tafel.id, tafel })))(
    '$id wordt geopend en gebruikt zoals domain.md zegt',
    ({ id, tafel: { regels } }) => {
      expect(regels.signaal).toBe(SIGNAAL[id]);
      expect(regels.spoed).toBe(id === 'crisisteam-zorgkantoor');
      expect(regels.ookGeopendDoor).toEqual(
        id === 'crisisteam-zorgkantoor' ? { fact: 'crisisNu', operator: 'is', value: 'ja' } : undefined,
      );
      expect(regels.slaatLokaalOver.ja).toBe(SLAAT_LOKAAL_OVER.includes(id));
      // The source says of no table that it skips the local step: where one does, that is a reading of ours.
      expect(regels.slaatLokaalOver.interpretatie).toBe(SLAAT_LOKAAL_OVER.includes(id));
      expect(regels.financiering?.feit).toBe(id === P10 ? 'ggzIngeschreven' : undefined);
    },
  );

  it('leggen uit wat zij lezen waar de bron geen instroom geeft', () => {
    const withoutInstroom = [
      'triage-transfertafel',
      'crisisteam-zorgkantoor',
      'levensloopaanpak',
      'bestuurlijk-escalatieoverleg',
    ];
    expect(content.tafels.filter(({ regels }) => regels.leeswijzer !== null).map(({ id }) => id)).toEqual(
      withoutInstroom,
    );
  });

  it('komen per weg tot stand uit dezelfde criteria', () => {
    // The ways cover the criteria that decide, each once.
    for (const [id, ways] of Object.entries(WAYS)) {
      const beslissend = CRITERIA[id]?.filter(({ weging }) => weging === 'vereist').map(({ feit }) => feit);
      expect(ways.flat().toSorted()).toEqual(beslissend?.toSorted());
    }
  });

  it('hebben de termijn van de bron: bij de Regiotafel drie weken', () => {
    const days = content.tafels.map(({ id, termijn }) => [id, termijn?.dagenVoorOverleg ?? null]);
    expect(days.filter(([, count]) => count !== null)).toEqual([['regiotafel-wlz', 21]]);
  });

  it('waarschuwen alleen bij het P10-team dat de afspraken oud zijn', () => {
    expect(content.tafels.filter(({ status }) => status !== null).map(({ id }) => id)).toEqual([P10]);
    expect(content.tafels.at(-1)?.status).toMatch(/2018.*Vraag .*na of ze nog gelden/);
  });
});

describe('de gemeenten', () => {
  it('zijn de veertien van Twente, met CBS-code en ggz-werkgebied', () => {
    const found = content.gemeenten.map(({ id, naam, cbsCode, ggzWerkgebied }) => [
      id,
      [naam, cbsCode, ggzWerkgebied.organisatie],
    ]);
    expect(Object.fromEntries(found)).toEqual(GEMEENTEN);
  });

  it('zeggen wat te doen als het werkgebied niet in de bron staat', () => {
    for (const { id, ggzWerkgebied } of content.gemeenten)
      expect([id, ggzWerkgebied.alsOnbekend === null]).toEqual([id, ggzWerkgebied.organisatie !== null]);
  });

  it('zijn allemaal te bereiken, op een manier die nu zeker is', () => {
    for (const gemeente of content.gemeenten) {
      const [first] = listGemeenteContacten(gemeente);
      expect([gemeente.id, first && isCurrent(first)]).toEqual([gemeente.id, true]);
      expect(gemeente.algemeen.map(({ soort }) => soort)).toContain('website');
    }
  });

  it('hebben de namen van hun ingang, of geen waar die niet is gevonden', () => {
    expect(
      content.gemeenten.filter(({ lokaleIngang }) => lokaleIngang.naam === null).map(({ id }) => id),
    ).toEqual(['haaksbergen', 'hellendoorn', 'hof-van-twente']);
  });
});

describe('de contacten', () => {
  it('uit een oude lijst hebben het jaar daarvan, behalve een website', () => {
    const lists = content.bronnen.filter(({ id }) => id.startsWith('adreslijst-'));
    expect(lists).toHaveLength(2);
    for (const { id, soort, bron, laatstBekend } of content.contacten) {
      const list = lists.find((document) => document.id === bron.document);
      if (list && soort !== 'website') expect([id, laatstBekend]).toEqual([id, list.jaar]);
    }
  });
});

describe('de cliëntondersteuning', () => {
  it('noemt de organisaties van de bron, en het CCE apart voor professionals', () => {
    const { aanbieders } = content.clientondersteuning;
    expect(aanbieders.filter(({ voor }) => voor === 'professional').map(({ id }) => id)).toEqual(['cce']);
    expect(aanbieders.map(({ naam }) => naam).join('; ')).toMatch(
      /SCOT.*Zorgbelang Overijssel.*Ixta Noa.*(MeeSamen|MEE).*\(CCE\)/,
    );
    expect(
      Object.fromEntries(
        aanbieders.filter(({ gemeenten }) => gemeenten).map(({ id, gemeenten }) => [id, gemeenten]),
      ),
    ).toEqual({
      'ixta-noa': ['enschede', 'hengelo'],
    });
  });
});

describe('de noodnummers', () => {
  it('zijn die van domain.md', () => {
    expect(
      content.noodnummers.map(({ nummer, kies, alternatief }) => [nummer, kies, alternatief?.kies ?? null]),
    ).toEqual([
      ['112', '112', null],
      ['113', '113', '08000113'],
      [null, null, null],
      ['0800-1205', '08001205', null],
      ['053-4876969', '0534876969', null],
      ['0800-2000', '08002000', null],
    ]);
    expect(content.noodnummers.filter(({ direct }) => direct).map(({ id }) => id)).toEqual([
      '112',
      '113',
      'huisarts',
    ]);
  });

  it('kiezen wat er staat', () => {
    for (const { nummer, kies, alternatief } of content.noodnummers) {
      expect(nummer?.replaceAll(/\D/g, '') ?? null).toBe(kies);
      expect(alternatief?.nummer.replaceAll(/\D/g, '')).toBe(alternatief?.kies);
    }
  });
});

/** All text of content and templates, by file. */
function readTexts(): [bestand: string, tekst: string][] {
  return ['rules', 'tables', 'views'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((naam) => /\.(json|hbs|js|html|txt)$/.test(naam) && !naam.endsWith('.schema.json'))
      .map((naam): [string, string] => [`${folder}/${naam}`, readFileSync(join(ROOT, folder, naam), 'utf8')]),
  );
}

const findAddresses = (tekst: string) => tekst.match(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g) ?? [];
const findNumbers = (tekst: string) =>
  (
    tekst.match(
      /(?<![\w.,€#-])(\+31|0031|0)[\d\s().-]{6,}\d(?![\w-])|(?<=tel:)\+?\d+|(?<=[Bb]el(?:t|len)?\s)\d{3,}/g,
    ) ?? []
  ).map((nummer) => nummer.replaceAll(/\D/g, ''));
const findSites = (tekst: string) =>
  [...tekst.matchAll(/(?:https?:\/\/|\bwww\.)([\w.-]+\.[a-z]{2,})/g)].map(([, site]) =>
    (site ?? '').replace(/^www\./, ''),
  );

describe('wat nergens mag staan', () => {
  it('is een e-mailadres dat niet in de bron staat', () => {
    const found = readTexts().flatMap(([bestand, tekst]) =>
      findAddresses(tekst).map((adres) => [bestand, adres]),
    );
    expect(found.filter(([, adres]) => !EMAIL_ADDRESSES.includes(adres ?? ''))).toEqual([]);
    expect(found.length).toBeGreaterThan(3);
  });

  it('is een telefoonnummer dat niet in de bron staat', () => {
    const found = readTexts().flatMap(([bestand, tekst]) =>
      findNumbers(tekst).map((nummer) => [bestand, nummer]),
    );
    expect(found.filter(([, nummer]) => !NUMBERS.includes(nummer ?? ''))).toEqual([]);
    expect(found.length).toBeGreaterThan(3);
  });

  it('is een website die niet in de bron staat', () => {
    // Not of the world but of the format: schemas, names of XML and the like.
    const technique = ['json-schema.org', 'w3.org'];
    const found = readTexts().flatMap(([bestand, tekst]) => findSites(tekst).map((site) => [bestand, site]));
    expect(found.filter(([, site]) => ![...SITES, ...technique].includes(site ?? ''))).toEqual([]);
  });

  it('wordt ook echt gevonden', () => {
    expect(findAddresses('mail j.jansen@gemeente-almelo.nl, graag')).toEqual(['j.jansen@gemeente-almelo.nl']);
    expect(findNumbers('Bel 0546-541111, (053) 481 81 81, +31 6 12345678, tel:14053 of bel 14074')).toEqual([
      '0546541111',
      '0534818181',
      '31612345678',
      '14053',
      '14074',
    ]);
    expect(findNumbers('op 2026-11-21, GM0141, € 72, 0,75rem')).toEqual([]);
    expect(findSites('https://www.mars.nl/x en www.venus.nl')).toEqual(['mars.nl', 'venus.nl']);
  });
});
