import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vraag } from '../../src/domain/model/vraag.ts';
import { createSealedStand } from '../../src/stand/sealed-stand.ts';
import { createStandCodec } from '../../src/stand/stand-codec.ts';
import { arbitraryAntwoorden, SEED } from '../support/arbitrary-antwoorden.ts';
import {
  type Antwoord,
  type Antwoorden,
  EERDER_TE_BESPREKEN,
  FEITEN,
  SIGNAAL,
} from '../support/domain-facts.ts';
import { content } from '../support/real-content.ts';

const GEHEIM = 'een geheim van tweeëndertig tekens of meer';
const ANDER_GEHEIM = 'een ander geheim van minstens tweeëndertig tekens';
const NU = Date.parse('2026-11-21T09:00:00Z');
const UUR = 60 * 60 * 1000;

interface Opties {
  readonly secrets?: readonly string[];
  readonly vragen?: readonly Vraag[];
  readonly tijd?: number;
}

const makeZegel = ({ secrets = [GEHEIM], vragen = content.vragen, tijd = NU }: Opties = {}) =>
  createSealedStand({ secrets, vragen, now: () => new Date(tijd) });

/** Every question answered, each list as full as it goes. */
const ALLES: Antwoorden = {
  ...Object.fromEntries(FEITEN.map(({ feit, opties }): [string, Antwoord] => [feit, opties[0] ?? 'ja'])),
  signalen: Object.values(SIGNAAL),
  eerderBesproken: EERDER_TE_BESPREKEN,
};

/** A copy with one byte of the sealed text changed. */
function tamper(zegel: string, plaats: number, masker: number): string {
  const bytes = Buffer.from(zegel, 'base64url');
  bytes[plaats] = (bytes[plaats] ?? 0) ^ masker;
  return bytes.toString('base64url');
}

describe('een verzegelde stand', () => {
  it('geeft elke set antwoorden terug zoals die was', () => {
    const zegel = makeZegel();
    fc.assert(
      fc.property(arbitraryAntwoorden, (antwoorden) => {
        // Lists come back in the order of the options, which is the order in which they are parsed too.
        expect(zegel.open(zegel.seal(antwoorden))).toEqual({ antwoorden, isFresh: true });
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it.each<[wat: string, antwoorden: Antwoorden]>([
    ['niets', {}],
    ['alles', ALLES],
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
  ])('houdt de uitersten heel: %s', (_wat, antwoorden) => {
    const zegel = makeZegel();
    expect(zegel.open(zegel.seal(antwoorden))).toEqual({ antwoorden, isFresh: true });
  });

  it('past in een URL: kort en zonder tekens die gecodeerd moeten worden', () => {
    const tekst = makeZegel().seal(ALLES);
    expect(tekst).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(tekst.length).toBeLessThan(400);
    expect(encodeURIComponent(tekst)).toBe(tekst);
  });

  it('laat geen antwoord zien, ook niet na decoderen, en is elke keer anders', () => {
    const zegel = makeZegel();
    const teksten = Array.from({ length: 20 }, () =>
      zegel.seal({ gemeente: 'losser', rol: 'om', signalen: ['veiligheid'] }),
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
  it.each<[naWat: string, verschil: number, geldig: boolean]>([
    ['meteen', 0, true],
    ['na 11 uur en 59 minuten', 12 * UUR - 60_000, true],
    ['na precies 12 uur', 12 * UUR, true],
    ['een seconde na 12 uur', 12 * UUR + 1000, false],
    ['na een dag', 24 * UUR, false],
    ['na een jaar', 365 * 24 * UUR, false],
    ['als de klok van een andere server iets achterloopt', -5000, true],
  ])('%s', (_naWat, verschil, geldig) => {
    const tekst = makeZegel().seal({ gemeente: 'borne' });
    expect(makeZegel({ tijd: NU + verschil }).open(tekst)).toEqual(
      geldig ? { antwoorden: { gemeente: 'borne' }, isFresh: verschil < UUR } : { fout: 'verlopen' },
    );
  });

  it('begint bij het verzegelen, niet bij het openen', () => {
    const later = makeZegel({ tijd: NU + 11 * UUR });
    const opnieuw = later.seal({ gemeente: 'borne' });
    expect(makeZegel({ tijd: NU + 20 * UUR }).open(opnieuw)).toEqual({
      antwoorden: { gemeente: 'borne' },
      isFresh: false,
    });
  });
});

describe('een stand waar iemand aan kwam', () => {
  const tekst = makeZegel().seal({ gemeente: 'borne', signalen: ['veiligheid', 'hoogcomplex'] });
  const bytes = Buffer.from(tekst, 'base64url');

  it('is ongeldig, welke byte er ook is veranderd', () => {
    const zegel = makeZegel();
    for (let plaats = 0; plaats < bytes.length; plaats += 1) {
      for (const masker of [0x01, 0x80, 0xff])
        expect(zegel.open(tamper(tekst, plaats, masker)), `byte ${plaats}`).toEqual({ fout: 'ongeldig' });
    }
  });

  it('is ongeldig als er een stuk af is of bij komt', () => {
    const zegel = makeZegel();
    for (let lengte = 0; lengte < bytes.length; lengte += 1) {
      expect(zegel.open(bytes.subarray(0, lengte).toString('base64url'))).toEqual({ fout: 'ongeldig' });
      if (lengte > 0)
        expect(zegel.open(bytes.subarray(lengte).toString('base64url'))).toEqual({ fout: 'ongeldig' });
    }
    expect(zegel.open(Buffer.concat([bytes, Buffer.of(0)]).toString('base64url'))).toEqual({
      fout: 'ongeldig',
    });
    expect(zegel.open(tekst + tekst)).toEqual({ fout: 'ongeldig' });
  });

  it('is ongeldig als twee standen door elkaar zijn gehaald', () => {
    const zegel = makeZegel();
    const ander = Buffer.from(
      zegel.seal({ gemeente: 'almelo', signalen: ['veiligheid', 'hoogcomplex'] }),
      'base64url',
    );
    // After the initialisation vector, after the time, and before the tag.
    for (const knip of [13, 17, bytes.length - 16]) {
      const samen = Buffer.concat([bytes.subarray(0, knip), ander.subarray(knip)]);
      expect(zegel.open(samen.toString('base64url'))).toEqual({ fout: 'ongeldig' });
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
    ['alleen de versie en nullen', Buffer.concat([Buffer.of(1), Buffer.alloc(60)]).toString('base64url')],
    ['een andere versie', tamper(tekst, 0, 0x03)],
  ])('is ongeldig: %s', (_wat, fout) => {
    expect(makeZegel().open(fout)).toEqual({ fout: 'ongeldig' });
  });

  it('geeft bij geen enkele tekst een uitzondering', () => {
    const zegel = makeZegel();
    const teken = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: teken, maxLength: 300 })),
        (willekeurig) => {
          expect(zegel.open(willekeurig)).toEqual({ fout: 'ongeldig' });
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe('de geheimen van een stand', () => {
  const antwoorden = { rol: 'huisarts' };

  it('opent niet met een ander geheim', () => {
    expect(makeZegel({ secrets: [ANDER_GEHEIM] }).open(makeZegel().seal(antwoorden))).toEqual({
      fout: 'ongeldig',
    });
  });

  it('opent nog met een ouder geheim', () => {
    const oud = makeZegel().seal(antwoorden);
    expect(makeZegel({ secrets: [ANDER_GEHEIM, GEHEIM] }).open(oud)).toEqual({ antwoorden, isFresh: true });
  });

  it('verzegelt met het nieuwste geheim', () => {
    const nieuw = makeZegel({ secrets: [ANDER_GEHEIM, GEHEIM] }).seal(antwoorden);
    expect(makeZegel({ secrets: [ANDER_GEHEIM] }).open(nieuw)).toEqual({ antwoorden, isFresh: true });
    expect(makeZegel({ secrets: [GEHEIM] }).open(nieuw)).toEqual({ fout: 'ongeldig' });
  });

  it('is er nodig: zonder geheim begint de server niet', () => {
    expect(() => makeZegel({ secrets: [] })).toThrow('geen geheim');
  });
});

describe('een stand bij andere vragen', () => {
  const tekst = makeZegel().seal({ gemeente: 'borne' });
  const wijzig = (feit: string, anders: (vraag: Vraag) => Vraag) =>
    content.vragen.map((vraag) => (vraag.feit === feit ? anders(vraag) : vraag));

  it.each<[wat: string, vragen: readonly Vraag[]]>([
    [
      'een keuze die anders heet',
      wijzig('zoekt', (vraag) => ({
        ...vraag,
        opties: vraag.opties.map((optie, plaats) => (plaats === 0 ? { ...optie, id: 'raad' } : optie)),
      })),
    ],
    [
      'een keuze erbij',
      wijzig('zoekt', (vraag) => ({ ...vraag, opties: [...vraag.opties, { id: 'rust', tekst: 'Rust' }] })),
    ],
    [
      'keuzes in een andere volgorde',
      wijzig('gemeente', (vraag) => ({ ...vraag, opties: vraag.opties.toReversed() })),
    ],
    ['een vraag minder', content.vragen.slice(0, -1)],
    ['vragen in een andere volgorde', content.vragen.toReversed()],
    ['een vraag van een ander type', wijzig('zoekt', (vraag) => ({ ...vraag, type: 'meerkeuze' }))],
  ])('is ongeldig: %s', (_wat, vragen) => {
    expect(makeZegel({ vragen }).open(tekst)).toEqual({ fout: 'ongeldig' });
  });

  it('blijft geldig als alleen de tekst van een vraag is verbeterd', () => {
    const vragen = wijzig('gemeente', (vraag) => ({
      ...vraag,
      vraag: 'Waar woont de persoon?',
      toelichting: 'Anders.',
    }));
    expect(makeZegel({ vragen }).open(tekst)).toEqual({
      antwoorden: { gemeente: 'borne' },
      isFresh: true,
    });
  });
});

describe('de code van een stand', () => {
  const codec = createStandCodec(content.vragen);

  it('houdt antwoorden klein: twee bytes per keuze', () => {
    expect(codec.encode({}).length).toBe(0);
    expect(codec.encode({ gemeente: 'borne', rol: 'om' }).length).toBe(4);
    expect(codec.encode(ALLES).length).toBeLessThan(100);
  });

  it.each<[wat: string, bytes: number[]]>([
    ['een vraag die er niet is', [255, 0]],
    ['een keuze die er niet is', [0, 3]],
    ['een vraag zonder keuze', [0]],
    ['een halve lijst', [content.vragen.findIndex(({ feit }) => feit === 'signalen'), 1]],
  ])('weigert bytes die zij niet gemaakt kan hebben: %s', (_wat, bytes) => {
    expect(() => codec.decode(Buffer.from(bytes))).toThrow(RangeError);
  });

  it.each([257, 65_536])('kan ook %i vragen en keuzes aan', (aantal) => {
    const [vraag] = content.vragen;
    if (!vraag) throw new Error('Er zijn geen vragen.');
    const opties = Array.from({ length: aantal }, (_, nummer) => ({ id: `optie-${nummer}`, tekst: 'Optie' }));
    const vragen = Array.from({ length: aantal }, (_, nummer) => ({
      ...vraag,
      feit: `feit${nummer}`,
      opties,
    }));
    const veel = createStandCodec(vragen);
    for (const nummer of [0, 1, 255, 256, aantal - 1]) {
      const antwoorden = { feit1: 'optie-2', [`feit${nummer}`]: `optie-${nummer}` };
      expect(veel.decode(veel.encode(antwoorden))).toEqual(antwoorden);
      expect(veel.encode(antwoorden).length).toBeLessThanOrEqual(8);
    }
    expect(() => veel.decode(Buffer.of(0))).toThrow(RangeError);
    expect(() => veel.decode(Buffer.of(0, 0, 0))).toThrow(RangeError);
  });

  it('weigert meer vragen of keuzes dan er in twee bytes passen', () => {
    const [vraag] = content.vragen;
    if (!vraag) throw new Error('Er zijn geen vragen.');
    expect(() => createStandCodec(Array.from({ length: 65_537 }, () => vraag))).toThrow(RangeError);
    const opties = Array.from({ length: 65_537 }, (_, nummer) => ({ id: `optie-${nummer}`, tekst: 'Optie' }));
    expect(() => createStandCodec([{ ...vraag, opties }])).toThrow(RangeError);
  });
});
