import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vraag } from '../../src/domain/model/vraag.ts';
import { createSealedStand } from '../../src/stand/sealed-stand.ts';
import { createStandCodec } from '../../src/stand/stand-codec.ts';
import { arbitraryAntwoorden } from '../support/arbitrary-antwoorden.ts';
import {
  type Antwoord,
  type Antwoorden,
  EERDER_TE_BESPREKEN,
  FEITEN,
  SIGNAAL,
} from '../support/domain-facts.ts';
import { content } from '../support/real-content.ts';

const SECRET = 'een geheim van tweeëndertig tekens of meer';
const OTHER_SECRET = 'een ander geheim van minstens tweeëndertig tekens';
const NOW = Date.parse('2026-11-21T09:00:00Z');
const HOUR = 60 * 60 * 1000;
/** What is told of a stand that was sealed at this moment. */
const FRESH = { isWhole: true, isFresh: true, until: new Date(NOW + 12 * HOUR) };

interface Options {
  readonly secrets?: readonly string[];
  readonly vragen?: readonly Vraag[];
  readonly time?: number;
}

const makeSeal = ({ secrets = [SECRET], vragen = content.vragen, time = NOW }: Options = {}) =>
  createSealedStand({ secrets: () => secrets, vragen, now: () => new Date(time) });

/** Every question answered, each list as full as it goes. */
const ALL: Antwoorden = {
  ...Object.fromEntries(FEITEN.map(({ feit, opties }): [string, Antwoord] => [feit, opties[0] ?? 'ja'])),
  signalen: Object.values(SIGNAAL),
  eerderBesproken: EERDER_TE_BESPREKEN,
};

/** A copy with one byte of the sealed text changed. */
function tamper(seal: string, place: number, mask: number): string {
  const bytes = Buffer.from(seal, 'base64url');
  bytes[place] = (bytes[place] ?? 0) ^ mask;
  return bytes.toString('base64url');
}

describe('een verzegelde stand', () => {
  it('geeft elke set antwoorden terug zoals die was', () => {
    const seal = makeSeal();
    fc.assert(
      fc.property(arbitraryAntwoorden, (antwoorden) => {
        // Lists come back in the order of the options, which is the order in which they are parsed too.
        expect(seal.open(seal.seal(antwoorden))).toEqual({ antwoorden, ...FRESH });
      }),
      { numRuns: 300 },
    );
  });

  it.each<[wat: string, antwoorden: Antwoorden]>([
    ['niets', {}],
    ['alles', ALL],
    ['alleen de laatste vraag', { eerderBesproken: ['geen'] }],
    [
      'de laatste keuze van elke vraag',
      Object.fromEntries(
        content.vragen.map(({ feit, type, opties }) => [
          feit,
          type === 'meerkeuze' ? [opties.at(-1)?.id ?? ''] : (opties.at(-1)?.id ?? ''),
        ]),
      ),
    ],
  ])('houdt de uitersten heel: %s', (_what, antwoorden) => {
    const seal = makeSeal();
    expect(seal.open(seal.seal(antwoorden))).toEqual({ antwoorden, ...FRESH });
  });

  it('past in een URL: kort en zonder tekens die gecodeerd moeten worden', () => {
    const tekst = makeSeal().seal(ALL);
    expect(tekst).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(tekst.length).toBeLessThan(400);
    expect(encodeURIComponent(tekst)).toBe(tekst);
  });

  it('laat geen antwoord zien, ook niet na decoderen, en is elke keer anders', () => {
    const seal = makeSeal();
    const teksten = Array.from({ length: 20 }, () =>
      seal.seal({ gemeente: 'losser', rol: 'om', signalen: ['veiligheid'] }),
    );
    expect(new Set(teksten).size).toBe(20);
    const woorden = FEITEN.flatMap(({ feit, opties }) => [feit, ...opties]).filter(
      (woord) => woord.length > 3,
    );
    for (const tekst of teksten) {
      const bytes = Buffer.from(tekst, 'base64url').toString('latin1');
      expect(woorden.filter((woord) => tekst.includes(woord) || bytes.includes(woord))).toEqual([]);
    }
  });
});

describe('de geldigheid van een stand', () => {
  it.each<[afterWhat: string, difference: number, valid: boolean]>([
    ['meteen', 0, true],
    ['na 11 uur en 59 minuten', 12 * HOUR - 60_000, true],
    ['na precies 12 uur', 12 * HOUR, true],
    ['een seconde na 12 uur', 12 * HOUR + 1000, false],
    ['na een dag', 24 * HOUR, false],
    ['na een jaar', 365 * 24 * HOUR, false],
    ['als de klok van een andere server iets achterloopt', -5000, true],
  ])('%s', (_afterWhat, difference, valid) => {
    const tekst = makeSeal().seal({ gemeente: 'borne' });
    expect(makeSeal({ time: NOW + difference }).open(tekst)).toEqual(
      valid
        ? { antwoorden: { gemeente: 'borne' }, ...FRESH, isFresh: difference < HOUR }
        : { fout: 'verlopen' },
    );
  });

  it.each([
    ['een paar minuten: servers lopen niet gelijk', 4 * 60_000, true],
    ['meer dan dat', 6 * 60_000, false],
    ['een jaar', 365 * 24 * HOUR, false],
  ])('geldt niet van een klok die voorliep: %s', (_what, ahead, opens) => {
    const opened = makeSeal().open(makeSeal({ time: NOW + ahead }).seal(ALL));
    if (opens) expect(opened).toMatchObject({ antwoorden: ALL, isFresh: true });
    else expect(opened).toEqual({ fout: 'verlopen' });
  });

  it.each(['1969-12-31T23:00:00Z', '1901-01-01T00:00:00Z', '2106-02-08T00:00:00Z', '2400-01-01T00:00:00Z'])(
    'werkt ook met een klok die heel verkeerd staat: %s',
    (moment) => {
      const seal = makeSeal({ time: Date.parse(moment) });
      expect(seal.open(seal.seal(ALL))).toMatchObject({ antwoorden: ALL });
      expect(makeSeal().open(seal.seal(ALL))).toEqual({ fout: 'verlopen' });
    },
  );

  it('begint bij het verzegelen, niet bij het openen', () => {
    const later = makeSeal({ time: NOW + 11 * HOUR });
    const again = later.seal({ gemeente: 'borne' });
    expect(makeSeal({ time: NOW + 20 * HOUR }).open(again)).toEqual({
      antwoorden: { gemeente: 'borne' },
      isWhole: true,
      isFresh: false,
      until: new Date(NOW + 23 * HOUR),
    });
  });
});

describe('een stand waar iemand aan kwam', () => {
  const tekst = makeSeal().seal({ gemeente: 'borne', signalen: ['veiligheid', 'hoogcomplex'] });
  const bytes = Buffer.from(tekst, 'base64url');

  it('is ongeldig, welke byte er ook is veranderd', () => {
    const seal = makeSeal();
    for (let place = 0; place < bytes.length; place += 1) {
      for (const mask of [0x01, 0x80, 0xff])
        expect(seal.open(tamper(tekst, place, mask)), `byte ${place}`).toEqual({ fout: 'ongeldig' });
    }
  });

  it('is ongeldig als er een stuk af is of bij komt', () => {
    const seal = makeSeal();
    for (let length = 0; length < bytes.length; length += 1) {
      expect(seal.open(bytes.subarray(0, length).toString('base64url'))).toEqual({ fout: 'ongeldig' });
      if (length > 0)
        expect(seal.open(bytes.subarray(length).toString('base64url'))).toEqual({ fout: 'ongeldig' });
    }
    expect(seal.open(Buffer.concat([bytes, Buffer.of(0)]).toString('base64url'))).toEqual({
      fout: 'ongeldig',
    });
    expect(seal.open(tekst + tekst)).toEqual({ fout: 'ongeldig' });
  });

  it('is ongeldig met een letter te veel, ook al is dat geen hele byte', () => {
    const seal = makeSeal();
    for (const letter of 'AQg9_-=') expect(seal.open(tekst + letter), letter).toEqual({ fout: 'ongeldig' });
  });

  it('is ongeldig als twee standen door elkaar zijn gehaald', () => {
    const seal = makeSeal();
    const other = Buffer.from(
      seal.seal({ gemeente: 'almelo', signalen: ['veiligheid', 'hoogcomplex'] }),
      'base64url',
    );
    // After the initialisation vector, after the time, and before the tag.
    for (const cut of [13, 17, bytes.length - 16]) {
      const together = Buffer.concat([bytes.subarray(0, cut), other.subarray(cut)]);
      expect(seal.open(together.toString('base64url'))).toEqual({ fout: 'ongeldig' });
    }
  });

  it.each<[wat: string, tekst: string]>([
    ['leeg', ''],
    ['een letter', 'A'],
    ['leestekens', '../../etc/passwd'],
    ['spaties', `${tekst} `],
    ['een regeleinde', `${tekst}\n`],
    ['gewone base64', bytes.toString('base64').replace(/[A-Z]/, '+')],
    ['een procentteken', '%00%00'],
    ['een emoji', '🔒'.repeat(40)],
    ['letters van een ander schrift', 'ａ'.repeat(60)],
    ['nul-tekens', '\0'.repeat(60)],
    ['veel te lang', 'A'.repeat(100_000)],
    ['net te lang', 'A'.repeat(1001)],
    ['alleen nullen', Buffer.alloc(60).toString('base64url')],
    ['alleen de versie en nullen', Buffer.concat([Buffer.of(2), Buffer.alloc(60)]).toString('base64url')],
    ['een andere versie', tamper(tekst, 0, 0x03)],
  ])('is ongeldig: %s', (_what, fault) => {
    expect(makeSeal().open(fault)).toEqual({ fout: 'ongeldig' });
  });

  it('geeft bij geen enkele tekst een uitzondering', () => {
    const seal = makeSeal();
    const char = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: char, maxLength: 300 })),
        (random) => {
          expect(seal.open(random)).toEqual({ fout: 'ongeldig' });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('de geheimen van een stand', () => {
  const antwoorden = { rol: 'huisarts' };

  it('opent niet met een ander geheim', () => {
    expect(makeSeal({ secrets: [OTHER_SECRET] }).open(makeSeal().seal(antwoorden))).toEqual({
      fout: 'ongeldig',
    });
  });

  it('opent nog met een ouder geheim', () => {
    const old = makeSeal().seal(antwoorden);
    expect(makeSeal({ secrets: [OTHER_SECRET, SECRET] }).open(old)).toEqual({ antwoorden, ...FRESH });
  });

  it('verzegelt met het nieuwste geheim', () => {
    const fresh = makeSeal({ secrets: [OTHER_SECRET, SECRET] }).seal(antwoorden);
    expect(makeSeal({ secrets: [OTHER_SECRET] }).open(fresh)).toEqual({ antwoorden, ...FRESH });
    expect(makeSeal({ secrets: [SECRET] }).open(fresh)).toEqual({ fout: 'ongeldig' });
  });

  it('is er nodig: zonder geheim begint de server niet', () => {
    expect(() => makeSeal({ secrets: [] })).toThrow('geen geheim');
  });
});

describe('een stand bij andere vragen', () => {
  const antwoorden = { zoekt: 'passende-plek', gemeente: 'borne', signalen: ['veiligheid', 'hoogcomplex'] };
  const tekst = makeSeal().seal(antwoorden);
  const change = (feit: string, anders: (vraag: Vraag) => Vraag) =>
    content.vragen.map((vraag) => (vraag.feit === feit ? anders(vraag) : vraag));
  const without = (feit: string, optie: string) =>
    change(feit, (vraag) => ({ ...vraag, opties: vraag.opties.filter(({ id }) => id !== optie) }));

  it.each<[wat: string, vragen: readonly Vraag[]]>([
    [
      'een keuze erbij',
      change('zoekt', (vraag) => ({ ...vraag, opties: [{ id: 'rust', tekst: 'Rust' }, ...vraag.opties] })),
    ],
    [
      'een keuze erbij in een lijst',
      change('signalen', (vraag) => ({ ...vraag, opties: [{ id: 'rust', tekst: 'Rust' }, ...vraag.opties] })),
    ],
    ['een keuze minder, die niemand koos', without('signalen', 'vastgelopen')],
    [
      'keuzes in een andere volgorde',
      change('gemeente', (vraag) => ({ ...vraag, opties: vraag.opties.toReversed() })),
    ],
    [
      'een vraag minder, die niet beantwoord was',
      content.vragen.filter(({ feit }) => feit !== 'eerderBesproken'),
    ],
    ['vragen in een andere volgorde', content.vragen.toReversed()],
    [
      'een betere tekst',
      change('gemeente', (vraag) => ({ ...vraag, vraag: 'Waar woont de persoon?', toelichting: 'Anders.' })),
    ],
  ])('opent zoals die was: %s', (_what, vragen) => {
    expect(makeSeal({ vragen }).open(tekst)).toEqual({ antwoorden, ...FRESH });
  });

  it.each<[wat: string, feit: keyof typeof antwoorden, vragen: readonly Vraag[]]>([
    ['een keuze die weg is', 'gemeente', without('gemeente', 'borne')],
    [
      'een keuze die anders heet',
      'gemeente',
      change('gemeente', (vraag) => ({
        ...vraag,
        opties: vraag.opties.map((optie) => (optie.id === 'borne' ? { ...optie, id: 'bornne' } : optie)),
      })),
    ],
    ['een van de keuzes in een lijst', 'signalen', without('signalen', 'hoogcomplex')],
    ['een vraag die weg is', 'zoekt', content.vragen.filter(({ feit }) => feit !== 'zoekt')],
    [
      'een vraag van een ander type',
      'gemeente',
      change('gemeente', (vraag) => ({ ...vraag, type: 'meerkeuze' })),
    ],
    ['een lijst die een keuze is', 'signalen', change('signalen', (vraag) => ({ ...vraag, type: 'keuze' }))],
  ])('verliest alleen het antwoord dat niet meer past: %s', (_what, feit, vragen) => {
    const { [feit]: _gone, ...kept } = antwoorden;
    expect(makeSeal({ vragen }).open(tekst)).toEqual({ antwoorden: kept, ...FRESH, isWhole: false });
  });

  it('is er een lijst waarvan alles weg is, dan is die niet leeg beantwoord', () => {
    const vragen = change('signalen', (vraag) => ({ ...vraag, opties: vraag.opties.slice(-1) }));
    expect(makeSeal({ vragen }).open(makeSeal().seal({ signalen: ['veiligheid'] }))).toMatchObject({
      antwoorden: {},
      isWhole: false,
    });
  });
});

describe('de code van een stand', () => {
  const codec = createStandCodec(content.vragen);

  it('houdt antwoorden klein: drie bytes per keuze', () => {
    expect(codec.encode({}).length).toBe(0);
    expect(codec.encode({ gemeente: 'borne', rol: 'om' }).length).toBe(6);
    expect(codec.encode(ALL).length).toBeLessThan(200);
  });

  it('schrijft dezelfde antwoorden altijd hetzelfde', () => {
    expect(codec.encode({ rol: 'om', gemeente: 'borne' })).toEqual(
      codec.encode({ gemeente: 'borne', rol: 'om' }),
    );
  });

  it('maakt van andere bytes geen antwoorden', () => {
    for (const bytes of [[1], [1, 2], [1, 2, 3], [...codec.encode({ gemeente: 'borne' }), 7]])
      expect(codec.decode(Buffer.from(bytes)).isWhole).toBe(false);
  });

  it('weigert keuzes die niet uit elkaar te houden zijn', () => {
    const [vraag] = content.vragen;
    if (!vraag) throw new Error('Er zijn geen vragen.');
    // Of so many options two have the same mark.
    const opties = Array.from({ length: 20_000 }, (_, nummer) => ({ id: `optie-${nummer}`, tekst: 'Optie' }));
    expect(() => createStandCodec([{ ...vraag, opties }])).toThrow('niet te onderscheiden');
  });
});
