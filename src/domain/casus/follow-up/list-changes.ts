import { RUBRIEKEN } from '../../model/pakketveld.ts';
import type { PackageDocument } from '../../referral/package-document.ts';
import { toVeldText, type Veld } from '../../referral/veld.ts';
import type { GemaakteVerwijzing } from '../casus.ts';

/** Says which message the form makes: of no use to who gets it. */
const MESSAGE = 'bericht';

/**
 * What is other now than when the package was made, as parts of a package: only what changed, and that a text fell away.
 * The signature tells of the sender. `now` holds the fields of the table as they are.
 */
export function listChanges(
  velden: readonly Veld[],
  rubrieken: Readonly<Record<(typeof RUBRIEKEN)[number], string>>,
  { velden: before }: Pick<GemaakteVerwijzing, 'velden'>,
  now: Readonly<Record<string, string>>,
  vervallen: string,
): PackageDocument {
  const isMoot = (veld: Veld) => veld.zonderToestemming === true && now.geinformeerd === 'akkoord';
  const changed = velden.filter(
    (veld) => veld.pad !== MESSAGE && !isMoot(veld) && (before[veld.pad] ?? '') !== (now[veld.pad] ?? ''),
  );
  return RUBRIEKEN.filter((id) => id !== 'aanmelder').flatMap((id) => {
    const rijen = changed
      .filter(({ rubriek }) => rubriek === id)
      .map((veld) => {
        const given = now[veld.pad];
        return {
          id: veld.pad,
          // Of a criterion the label alone does not say which.
          naam: id === 'onderbouwing' ? veld.naam : veld.inTekst,
          waarde: given ? toVeldText(veld, given) : vervallen,
          lang: veld.soort === 'tekst',
        };
      });
    return rijen.length > 0
      ? [{ id, kop: rubrieken[id], blokken: [{ soort: 'gegevens' as const, kop: null, rijen }] }]
      : [];
  });
}
