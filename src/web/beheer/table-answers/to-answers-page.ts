import type { Overlegtafel } from '../../../domain/model/overlegtafel.ts';
import { TABLE_LINK_DAYS } from '../../../domain/table-answers/answer-link.ts';
import type { Proposal } from '../../../domain/table-answers/proposals.ts';
import type { Services } from '../../../services.ts';
import type { Page } from '../../page.ts';
import { toTafelHref } from '../../tafel-presentation.ts';

interface Shown {
  readonly proposals: readonly Proposal[];
  /** Whether who asks may make the link of a table. */
  readonly mayLink: boolean;
  /** One that was just made. */
  readonly link: { readonly tafel: Overlegtafel; readonly adres: string } | null;
  /** Whether a link was asked for without a table. */
  readonly isFaulty?: boolean;
}

/** The page of `/beheer` with what the answers of tables ask of an editor. */
export function toAnswersPage(
  { say, model }: Pick<Services, 'say' | 'model'>,
  { proposals, mayLink, link, isFaulty = false }: Shown,
): Page {
  const fout = isFaulty ? say('beheer.kies-tafel') : null;
  return {
    template: 'beheer-antwoorden',
    titel: [say('beheer.tafelantwoorden'), ...(link ? [link.tafel.naam] : [])].join(': '),
    kruimels: [{ tekst: say('beheer.tafelantwoorden') }],
    fout: isFaulty,
    model: {
      fouten: fout ? [{ href: '#tafel', tekst: fout }] : [],
      voorstellen: proposals.map(({ tafel: id, criterium, isNow, aantal, anders }) => {
        const tafel = model.tafelOf.get(id);
        return {
          tafel: tafel?.naam ?? id,
          href: tafel ? toTafelHref(id, tafel.soort) : null,
          criterium: tafel?.regels.criteria.find((one) => one.id === criterium)?.tekst ?? criterium,
          isNow,
          aantal,
          // Of a few others there is nothing to say but that they are few.
          anders: anders > 0 ? anders : null,
        };
      }),
      link: link && { tafel: link.tafel.inZin, adres: link.adres, dagen: TABLE_LINK_DAYS },
      maken: mayLink
        ? {
            fout,
            opties: model.tafels.map(({ id, naam }) => ({ id, tekst: naam, gekozen: link?.tafel.id === id })),
          }
        : null,
    },
  };
}
