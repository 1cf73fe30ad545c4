import type { FollowedPackage, FollowUp } from '../../../domain/casus/follow-up/compose-follow-up.ts';
import { toStandAfter } from '../../../domain/casus/follow-up/follow-ups.ts';
import type { Say } from '../../../domain/texts.ts';
import type { toCarried } from '../../carried.ts';
import { toMailParts, toMailto } from '../../mail-parts.ts';
import type { Page } from '../../page.ts';

/** The page of a follow-up: the text in parts to copy, the ways to take it, and what the package is after it. */
export function toFollowUpPage(
  say: Say,
  { made, oordeel }: FollowedPackage,
  { vervolg, addressee, mail }: FollowUp,
  carried: ReturnType<typeof toCarried>,
): Page {
  const { weg, naam, ccNamen, ontbreekt } = addressee;
  const { kanaal, inZin } = oordeel.tafel;
  const titel = say(`vervolg.${vervolg}`);
  const after = toStandAfter(vervolg, made);
  const mailto = toMailto(mail);
  return {
    template: 'casus-vervolg',
    titel,
    kruimels: [{ tekst: say('casus.kruimel'), href: '/casus' }, { tekst: carried.code }, { tekst: titel }],
    model: {
      ...carried,
      kop: titel,
      inZin,
      ontvanger: naam,
      isMail: weg === 'mailen',
      isBel: weg === 'bellen',
      kanaal: weg === 'plakken' ? kanaal.naam : null,
      ontbreekt: ontbreekt.map(({ tekst }) => tekst),
      delen: toMailParts(say, { mail, ccNamen, opPapier: null }, weg !== 'bellen'),
      mailto: mailto.href,
      plakZelf: !mailto.metTekst,
      actie: `${vervolg}:${made.id}`,
      merk: after && { waarde: `${after}-verwijzingen:${made.id}`, stand: say(`casus.keuze-stand-${after}`) },
    },
  };
}
