import type { Gemeente } from '../../domain/model/gemeente.ts';
import { findClientondersteuning } from '../../domain/referral/mail-model.ts';
import { toContactModel } from '../contact-model.ts';
import type { WebDeps } from '../deps.ts';
import { toNummer } from '../page.ts';

/** Where the person lives, as far as cliëntondersteuning depends on it. */
type Woonplaats = Gemeente | 'onbekend' | 'buitenTwente';

/** Parts of an advice that are the same in every case: their HTML, ready. */
export interface VasteDelen {
  clientondersteuning(woonplaats: Woonplaats): string;
  /** How to reach a table. */
  contacten(tafel: string): string;
  /** How to reach the local entrance of a gemeente; empty where no address is known, or no gemeente. */
  lokaleContacten(gemeente: Gemeente | undefined): string;
  /** The numbers to call: at direct danger, and for less. */
  readonly noodnummers: readonly Nummer[];
  readonly andereNummers: readonly Nummer[];
}

type Nummer = ReturnType<typeof toNummer>;

/** Prepares the fixed parts, anew on each day on which they are asked for: they say whether a fact was checked long ago. */
export function createVasteDelen(deps: Pick<WebDeps, 'content' | 'views' | 'now'>): () => VasteDelen {
  let dag = '';
  let delen: VasteDelen | null = null;
  return () => {
    const now = deps.now();
    const vandaag = now.toDateString();
    if (delen && dag === vandaag) return delen;
    dag = vandaag;
    delen = renderDelen(deps, now);
    return delen;
  };
}

function renderDelen({ content, views }: Pick<WebDeps, 'content' | 'views'>, now: Date): VasteDelen {
  const { recht, alsOnbekend } = content.clientondersteuning;
  const toContacten = (contacten: Parameters<typeof toContactModel>[1][]) =>
    contacten.map((contact) => toContactModel(content.bronnen, contact, now));
  const renderClientondersteuning = (woonplaats: Woonplaats) =>
    views.renderPart('clientondersteuning-lijst', {
      recht: recht.tekst,
      alsOnbekend: alsOnbekend.tekst,
      // Elsewhere other organisations do this: the gemeente there knows which.
      aanbieders: (woonplaats === 'buitenTwente'
        ? []
        : findClientondersteuning(content, woonplaats === 'onbekend' ? undefined : woonplaats)
      ).map(({ naam, beschrijving, gemeentenToelichting, contacten }) => ({
        naam,
        beschrijving,
        gemeentenToelichting,
        contacten: toContacten(contacten),
      })),
    });
  const clientondersteuning = new Map<Woonplaats, string>(
    (['onbekend', 'buitenTwente', ...content.gemeenten] as const).map((woonplaats) => [
      woonplaats,
      renderClientondersteuning(woonplaats),
    ]),
  );
  const renderContacten = (contacten: Parameters<typeof toContacten>[0]) =>
    contacten.length === 0 ? '' : views.renderPart('contact-list', { contacten: toContacten(contacten) });
  const contacten = new Map(content.tafels.map((tafel) => [tafel.id, renderContacten(tafel.contacten)]));
  const lokaal = new Map(
    content.gemeenten.map(({ id, lokaleIngang }) => [id, renderContacten(lokaleIngang.contacten)]),
  );
  return {
    clientondersteuning: (woonplaats) => clientondersteuning.get(woonplaats) ?? '',
    contacten: (tafel) => contacten.get(tafel) ?? '',
    lokaleContacten: (gemeente) => lokaal.get(gemeente?.id ?? '') ?? '',
    noodnummers: content.noodnummers.filter(({ direct }) => direct).map(toNummer),
    andereNummers: content.noodnummers.filter(({ direct }) => !direct).map(toNummer),
  };
}
