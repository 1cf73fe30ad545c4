import { toTimeText } from '../../../domain/calendar.ts';
import type { Correction } from '../../../domain/corrections/corrections.ts';
import type { Concept } from '../../../domain/editing/draft.ts';
import type { Kept } from '../../../domain/editing/records.ts';
import type { Say } from '../../../domain/texts.ts';
import type { Page } from '../../page.ts';
import { BEHEER } from '../paths.ts';

/** Where the reports stand. */
export const MELDINGEN_PATH = `${BEHEER}/meldingen`;

const BADGES = { open: 'onbekend', beantwoord: 'voldoet', gesloten: 'stil' } as const;
/** Of those that are closed, only the last ones are shown. */
const CLOSED_SHOWN = 50;

/** The page of all reports: the oldest that waits first, the last that was closed first. */
export function toReportsPage(
  say: Say,
  meldingen: readonly Correction[],
  concepten: readonly Kept<Concept>[],
  gedaan: string | null,
): Page {
  const toItem = (melding: Correction) => ({
    ...toFacts(say, melding),
    href: `${MELDINGEN_PATH}/${melding.id}`,
    heeftConcept: findDrafts(concepten, melding).length > 0,
  });
  const ofStatus = (status: Correction['status']) =>
    meldingen.filter((melding) => melding.status === status).map(toItem);
  return {
    template: 'beheer-meldingen',
    titel: say('nakijken.meldingen'),
    kruimels: [{ tekst: say('nakijken.meldingen') }],
    model: {
      gedaan,
      open: ofStatus('open'),
      beantwoord: ofStatus('beantwoord'),
      gesloten: ofStatus('gesloten').toReversed().slice(0, CLOSED_SHOWN),
    },
  };
}

interface Options {
  readonly melding: Correction;
  readonly concepten: readonly Kept<Concept>[];
  /** Whether the server can mail an answer. */
  readonly canMail: boolean;
  readonly gedaan: string | null;
  /** What was typed as an answer and refused, and why. */
  readonly geweigerd: { readonly waarde: string; readonly fout: string } | null;
}

/** The page of one report, with what can be done with it. */
export function toReportPage(say: Say, { melding, concepten, canMail, gedaan, geweigerd }: Options): Page {
  const titel = say('nakijken.melding', { nummer: melding.id });
  const email = melding.email ?? null;
  return {
    template: 'beheer-melding',
    titel,
    kruimels: [{ tekst: say('nakijken.meldingen'), href: MELDINGEN_PATH }, { tekst: titel }],
    fout: geweigerd !== null,
    model: {
      ...toFacts(say, melding),
      kop: titel,
      href: `${MELDINGEN_PATH}/${melding.id}`,
      gedaan,
      fouten: geweigerd && [{ href: '#antwoord', tekst: geweigerd.fout }],
      email,
      antwoord: melding.antwoord ?? null,
      isGesloten: melding.status === 'gesloten',
      kanMailen: canMail && email !== null,
      concepten: findDrafts(concepten, melding).map(({ id, value }) => ({
        href: `${BEHEER}/concepten/${id}`,
        tekst: value.titel,
        status: say(`nakijken.concept-${value.status}`),
      })),
      veldAntwoord: geweigerd ?? { waarde: melding.antwoord ?? '', fout: null },
    },
  };
}

function toFacts(say: Say, { id, gemaakt, pagina, veld, watMoetHetZijn, status }: Correction) {
  return {
    ...{ nummer: id, pagina, wat: veld, watMoetHetZijn },
    gemaakt: toTimeText(new Date(gemaakt)),
    status: { tekst: say(`nakijken.status-${status}`), klasse: BADGES[status] },
  };
}

/** The drafts that were made of a report, the one that was changed last first. */
export function findDrafts(
  concepten: readonly Kept<Concept>[],
  { id }: Pick<Correction, 'id'>,
): readonly Kept<Concept>[] {
  return concepten.filter(({ value }) => String(value.melding) === id);
}
