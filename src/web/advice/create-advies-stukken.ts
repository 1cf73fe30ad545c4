import type { Gemeente } from '../../domain/model/gemeente.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { findClientondersteuning } from '../../domain/referral/mail-model.ts';
import type { GzipPart } from '../../published/gzip-parts.ts';
import { toContactModel } from '../contact-model.ts';
import type { WebDeps } from '../deps.ts';
import { type Pagina, toNummer } from '../page.ts';
import { createStukken, toGat, type Waarden } from '../stukken.ts';
import { toNagaanPad } from './nagaan.ts';
import type { AndereTafelKop } from './to-andere-tafel.ts';
import type { CriteriumKaart } from './to-criterium-kaart.ts';
import type { LadderItem } from './to-ladder.ts';
import type { toLadderPicture } from './to-ladder-picture.ts';

type Deps = Pick<WebDeps, 'content' | 'views' | 'render' | 'now'>;

/** Where the person lives, as far as cliëntondersteuning depends on it. */
type Woonplaats = Gemeente | 'onbekend' | 'buitenTwente';

/** The pieces of an advice that are the same in many cases. Each function gives what stands in the text for the piece. */
export interface AdviesStukken {
  /** What stands around an advice, with holes for `titel` and `inhoud`. */
  kader(gevaar: NonNullable<Pagina['gevaar']>): string;
  clientondersteuning(woonplaats: Woonplaats): string;
  /** How to reach a table. */
  contacten(tafel: Overlegtafel): string;
  /** How to reach the local entrance of a gemeente; empty where no address is known, or no gemeente. */
  lokaleContacten(gemeente: Gemeente | undefined): string;
  criterium(tafel: string, kaart: CriteriumKaart): string;
  /** A table that was not looked into, with the link to do that. */
  nietNagegaan(tafel: string, kop: AndereTafelKop): string;
  ladderItem(item: LadderItem): string;
  trap(trap: ReturnType<typeof toLadderPicture>): string;
  /** The numbers to call: at direct danger, and for less. */
  readonly noodnummers: readonly Nummer[];
  readonly andereNummers: readonly Nummer[];
  vul(tekst: string, waarden: Waarden): GzipPart[];
}

type Nummer = ReturnType<typeof toNummer>;

/** Keeps the pieces for a day: they say whether a fact was checked long ago. */
export function createAdviesStukken(deps: Deps): () => AdviesStukken {
  let dag = '';
  let stukken: AdviesStukken | null = null;
  return () => {
    const now = deps.now();
    const vandaag = now.toISOString().slice(0, 10);
    if (stukken && dag === vandaag) return stukken;
    dag = vandaag;
    stukken = createVandaag(deps, now);
    return stukken;
  };
}

function createVandaag({ content, views, render }: Deps, now: Date): AdviesStukken {
  const { toon, vul } = createStukken();
  const { recht, alsOnbekend } = content.clientondersteuning;
  const toContacten = (contacten: Parameters<typeof toContactModel>[1][]) =>
    contacten.map((contact) => toContactModel(content.bronnen, contact, now));
  const toonContacten = (naam: string, contacten: Parameters<typeof toContacten>[0]) =>
    contacten.length === 0
      ? ''
      : toon(naam, () => views.renderPart('contact-list', { contacten: toContacten(contacten) }));
  return {
    kader: (gevaar) =>
      toon(`kader ${gevaar}`, () =>
        render('/advies', {
          template: 'kader',
          titel: toGat('titel'),
          gevaar,
          kruimels: [{ tekst: 'Vragen', href: '/vragen' }, { tekst: 'Advies' }],
          model: { inhoud: toGat('inhoud') },
        }),
      ),
    clientondersteuning: (woonplaats) =>
      toon(`clientondersteuning ${typeof woonplaats === 'string' ? woonplaats : woonplaats.id}`, () =>
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
        }),
      ),
    contacten: ({ id, contacten }) => toonContacten(`contacten ${id}`, contacten),
    lokaleContacten: (gemeente) =>
      gemeente ? toonContacten(`lokaal ${gemeente.id}`, gemeente.lokaleIngang.contacten) : '',
    criterium: (tafel, kaart) =>
      toon(
        `criterium ${tafel} ${kaart.id} ${kaart.oordeelKlasse} ${kaart.oordeelTekst} ${kaart.antwoorden.length}`,
        () => views.renderPart('criterion-card', kaart),
      ),
    nietNagegaan: (tafel, kop) =>
      toon(`andere ${tafel} ${kop.badge.klasse} ${kop.badge.tekst}`, () =>
        views.renderPart('andere-tafel', { ...kop, tochNagaan: `${toNagaanPad(tafel)}${toGat('stand')}` }),
      ),
    ladderItem: (item) =>
      toon(`ladder ${item.href ?? item.naam} ${item.hier} ${item.status?.tekst}`, () =>
        views.renderPart('ladder-item', item),
      ),
    trap: (trap) => toon(`trap ${trap.beschrijving}`, () => views.renderPart('ladder-picture', trap)),
    noodnummers: content.noodnummers.filter(({ direct }) => direct).map(toNummer),
    andereNummers: content.noodnummers.filter(({ direct }) => !direct).map(toNummer),
    vul,
  };
}
