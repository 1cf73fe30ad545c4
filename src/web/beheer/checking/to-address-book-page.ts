import { toDutchDate } from '../../../domain/calendar.ts';
import { type AddressEntry, type AddressUse, listAddressBook } from '../../../domain/editing/address-book.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import { toShelfEnd } from '../../../domain/freshness.ts';
import type { Bron } from '../../../domain/model/basis.ts';
import type { Say } from '../../../domain/texts.ts';
import type { CheckDraft } from '../../../editing/checking.ts';
import type { Page } from '../../page.ts';
import { toTafelHref } from '../../tafel-presentation.ts';
import { BEHEER } from '../paths.ts';
import { toCheckItem, toOwnDraft } from './to-check-item.ts';

/** Where the address book stands. */
export const ADRESBOEK_PATH = `${BEHEER}/adresboek`;

/** What of the address book is shown, and in which order: choices of ours, in the address. */
export interface Choice {
  readonly toon: (typeof SHOWN)[number];
  readonly volgorde: (typeof ORDERS)[number];
}
const SHOWN = ['alles', 'e-mail', 'telefoon', 'website', 'te-controleren'] as const;
const ORDERS = ['naam', 'datum'] as const;
const SHOWN_TEXT = {
  alles: 'nakijken.alles',
  'e-mail': 'nakijken.soort-e-mail',
  telefoon: 'nakijken.soort-telefoon',
  website: 'nakijken.soort-website',
  'te-controleren': 'nakijken.nu-controleren',
} as const;

/** Reads a choice; what is none of ours counts as the first. */
export function readChoice(get: (naam: string) => unknown): Choice {
  return {
    toon: SHOWN.find((toon) => toon === get('toon')) ?? 'alles',
    volgorde: ORDERS.find((volgorde) => volgorde === get('volgorde')) ?? 'naam',
  };
}

/** The address of a choice. */
export function toChoiceHref({ toon, volgorde }: Choice): string {
  return `${ADRESBOEK_PATH}?toon=${toon}&volgorde=${volgorde}`;
}

interface Options {
  readonly files: Files;
  readonly bronnen: readonly Bron[];
  readonly choice: Choice;
  readonly own: CheckDraft | null;
  readonly now: Date;
  readonly bericht: { readonly soort: 'ok' | 'warning'; readonly tekst: string } | null;
}

/** The page of all addresses and numbers, each once. */
export function toAddressBookPage(say: Say, { files, bronnen, choice, own, now, bericht }: Options): Page {
  const today = toDutchDate(now);
  const all = listAddressBook(files).map((entry) => ({ ...entry, tot: toShelfEnd(entry.gecontroleerd) }));
  const isShown = ({ soort, tot }: (typeof all)[number]) =>
    choice.toon === 'alles' || choice.toon === soort || (choice.toon === 'te-controleren' && tot < today);
  const titleOf = new Map(bronnen.map(({ id, titel }) => [id, titel]));
  return {
    template: 'beheer-adresboek',
    titel: say('nakijken.adresboek'),
    kruimels: [{ tekst: say('nakijken.adresboek') }],
    model: {
      bericht,
      acties: ADRESBOEK_PATH,
      eigen: toOwnDraft(own),
      keuzes: SHOWN.map((toon) => toLink(say(SHOWN_TEXT[toon]), { ...choice, toon }, toon === choice.toon)),
      volgordes: ORDERS.map((volgorde) =>
        toLink(say(`nakijken.op-${volgorde}`), { ...choice, volgorde }, volgorde === choice.volgorde),
      ),
      ...choice,
      adressen: all
        .filter(isShown)
        .toSorted(toOrder(choice.volgorde))
        .map((entry) => ({
          ...toCheckItem(say, files, entry, own, today),
          label: entry.label,
          wat: say(SHOWN_TEXT[entry.soort]),
          waarde: entry.waarde ?? say('nakijken.niet-bekend'),
          laatstBekend: entry.laatstBekend,
          bron: titleOf.get(entry.bron.document) ?? entry.bron.document,
          bronKop: entry.bron.kop,
          gebruik: entry.gebruik.map((use) => toUse(say, use)),
        })),
    },
  };
}

function toLink(tekst: string, choice: Choice, isHuidig: boolean) {
  return { tekst, href: toChoiceHref(choice), isHuidig };
}

function toOrder(volgorde: Choice['volgorde']): (a: AddressEntry, b: AddressEntry) => number {
  return volgorde === 'naam'
    ? (a, b) => a.label.localeCompare(b.label, 'nl')
    : (a, b) => a.gecontroleerd.localeCompare(b.gecontroleerd);
}

/** The page where a contact stands. A noodnummer has none of its own. */
function toUse(say: Say, { bestand, naam, titel, soort }: AddressUse) {
  const folder = bestand.replace(/^tables\/|\.json$/g, '');
  const tafel = folder.match(/^overlegtafels\/(.+)$/)?.[1];
  if (tafel)
    return {
      tekst: titel ?? tafel,
      href: toTafelHref(tafel, soort === 'voorziening' ? 'voorziening' : 'overlegtafel'),
    };
  if (folder === 'clientondersteuning')
    return { tekst: say('nakijken.clientondersteuning'), href: '/clientondersteuning' };
  const tekst = titel ?? naam ?? bestand;
  if (folder === 'gemeenten' || folder === 'organisaties') return { tekst, href: `/${folder}/${naam}` };
  return { tekst: say('nakijken.noodnummer', { naam: tekst }), href: null };
}
