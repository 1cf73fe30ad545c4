import type { Advies, TafelOordeel } from '../advice/advies.ts';
import { toDateText } from '../calendar.ts';
import type { Content } from '../model/content.ts';
import { toRolName } from '../model/rol.ts';
import { INWONER, ROL } from '../model/routing-facts.ts';
import type { Soort } from './needed-fields.ts';
import type { Veld } from './veld.ts';
import type { Verwijzing } from './verwijzing.ts';

/** What is known of the case besides what was typed, in words. */
interface Known {
  readonly ontvanger: string;
  readonly gemeente: string;
  readonly rol: string | null;
  readonly soort: Soort;
  readonly concept: boolean;
}

/**
 * What the mail templates say around the package: plain values only, with null for what there is not, and nothing that is
 * meant for the sender. A phone card is read by who calls.
 */
export function toMailModel(
  content: Content,
  { situatie }: Advies,
  { tafel, aanmelder }: TafelOordeel,
  velden: readonly Veld[],
  verwijzing: Verwijzing,
  known: Known,
) {
  const overlegdatum = verwijzing.get('overlegdatum');
  return {
    ...known,
    tafel: { naam: tafel.naam, korteNaam: tafel.korteNaam, inZin: tafel.inZin },
    isInwoner: situatie.antwoorden[ROL] === INWONER,
    overleg: aanmelder.overlegMet.length > 0,
    via: aanmelder.via === null ? null : toRolName(content, aanmelder.via),
    isInzet: known.soort === 'inzet',
    isVoortzetting: known.soort === 'voortzetting',
    inVerzoek: tafel.kanaal.inVerzoek,
    adres: tafel.kanaal.adres,
    nummer: tafel.kanaal.soort === 'telefoon' ? (tafel.kanaal.adres ?? tafel.kanaal.alsOnbekend) : null,
    termijn: tafel.termijn?.tekst ?? null,
    overlegdatum: overlegdatum ? toDateText(overlegdatum) : null,
    verwijzing: Object.fromEntries(velden.map(({ pad }) => [pad, verwijzing.get(pad) ?? null])),
    /** What is mostly needed at the table as well and is not filled in yet, for who is asked to refer. */
    nogNodig: velden
      .filter(
        ({ nodigVoorTafel, rubriek, pad }) =>
          nodigVoorTafel &&
          pad !== 'hulpvraag' &&
          rubriek !== 'inzet' &&
          rubriek !== 'aanmelder' &&
          !verwijzing.has(pad),
      )
      .map(({ inTekst }) => inTekst),
  };
}

/** A mail template starts with its subject: "Onderwerp: …", then a blank line, then the text. */
export function splitOnderwerp(bericht: string): { onderwerp: string; tekst: string } {
  const [first = ''] = bericht.split('\n', 1);
  // Not split into all its lines: there may be a hundred thousand.
  const tekst = bericht
    .slice(first.length)
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return { onderwerp: first.replace(/^Onderwerp: /, '').trim(), tekst: `${tekst}\n` };
}
