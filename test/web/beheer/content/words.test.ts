import { expect, it } from 'vitest';
import { SOORTEN } from '../../../../src/content/content-parts.ts';
import { type JsonSchema, readSchema } from '../../../../src/domain/editing/form/read-schema.ts';
import type { Veld } from '../../../../src/domain/editing/form/veld.ts';
import { type PlainKey, TEXTS } from '../../../../src/domain/texts.ts';
import { createFormWords, toSoortText } from '../../../../src/web/beheer/content/catalog.ts';
import { say } from '../../../support/texts.ts';

const woorden = createFormWords(say);
const hasWord = (file: string, ...names: string[]) =>
  names.some((naam) => Object.hasOwn(TEXTS, `beheer-${file}.${naam}` as PlainKey));

/** Every word that the form of a kind needs and that nobody wrote. */
function listMissing(soort: string, veld: Veld): string[] {
  const seen = new Set<Veld>();
  const walk = (part: Veld, naam: string, ouder: string): string[] => {
    if (seen.has(part)) return [];
    seen.add(part);
    switch (part.soort) {
      case 'groep':
        return part.leden.flatMap((lid) => [
          ...(hasWord('velden', lid.naam, `${naam || ouder}_${lid.naam}`) ? [] : [`veld ${lid.naam}`]),
          ...walk(lid.veld, lid.naam, naam || ouder),
        ]);
      case 'lijst':
        return [...(hasWord('een', naam) ? [] : [`een ${naam}`]), ...walk(part.item, '', naam)];
      case 'register':
        return [
          ...(hasWord('een', naam) ? [] : [`een ${naam}`]),
          ...(hasWord('velden', `${naam}_sleutel`) ? [] : [`veld ${naam}_sleutel`]),
          ...(hasWord('velden', `${naam}_waarde`) ? [] : [`veld ${naam}_waarde`]),
          ...walk(part.waarde, 'waarde', naam),
        ];
      case 'vormen':
        return part.vormen.flatMap((vorm) => [
          ...(hasWord('vorm', vorm.naam) ? [] : [`vorm ${vorm.naam}`]),
          ...walk(vorm.veld, naam, ouder),
        ]);
      case 'keuze':
        return part.waarden.filter((waarde) => !hasWord('keuze', waarde)).map((waarde) => `keuze ${waarde}`);
      default:
        return [];
    }
  };
  return walk(veld, '', soort);
}

it.each(SOORTEN.map((soort) => [soort.soort, soort] as const))(
  'heeft woorden voor elk veld van %s',
  (naam, soort) => {
    expect(listMissing(naam, readSchema(naam, soort.schema as JsonSchema))).toEqual([]);
    expect(toSoortText(say, naam).naam).not.toBe(naam);
    expect(toSoortText(say, naam).uitleg).not.toBe('');
  },
);

it('kiest het woord van een veld in zijn groep boven dat van het veld alleen', () => {
  expect(woorden.label('ja', 'slaatLokaalOver')).toBe(
    'Mag de tafel vóór het lokale overleg worden gebruikt?',
  );
  expect(woorden.label('ja', 'financiering')).toBe('Bij ja');
  expect(woorden.label('xyz', '')).toBe('xyz');
});
