import type { Response, Router } from 'express';
import { toDutchDate } from '../../../domain/calendar.ts';
import { type AddressEntry, type AddressUse, listAddressBook } from '../../../domain/editing/address-book.ts';
import { toShelfEnd } from '../../../domain/freshness.ts';
import type { Say } from '../../../domain/texts.ts';
import { toTafelHref } from '../../tafel-presentation.ts';
import type { Area, BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { hasWords, toSearch } from '../filter.ts';
import { BEHEER, LIVE_PATH, toThingPath } from '../paths.ts';
import { addCheckActions, type Bericht, toCheckItem, toOwnDraft } from './check-item.ts';

const PAD = '/adresboek';
const PATH = `${BEHEER}${PAD}`;

/** Where each address and number stands once, with where it is used. */
export const ADRESBOEK: Area = {
  pad: PAD,
  rol: 'redacteur',
  naam: 'nakijken.adresboek',
  uitleg: 'nakijken.adresboek-uitleg',
  addRoutes,
};

const SHOWN = ['alles', 'e-mail', 'telefoon', 'website', 'te-controleren'] as const;
const ORDERS = ['naam', 'datum'] as const;
/** What of the address book is shown, and in which order, as the address of the page has it. */
interface Choice {
  readonly toon: (typeof SHOWN)[number];
  readonly volgorde: (typeof ORDERS)[number];
  /** Words of what is looked for; empty: all of it. */
  readonly zoek: string;
}
const SHOWN_TEXT = {
  alles: 'nakijken.alles',
  'e-mail': 'nakijken.soort-e-mail',
  telefoon: 'nakijken.soort-telefoon',
  website: 'nakijken.soort-website',
  'te-controleren': 'nakijken.nu-controleren',
} as const;

function addRoutes(router: Router, deps: BeheerDeps): void {
  const { say, show, editing, live, content, now } = deps;

  /** Shows all addresses and numbers, each once. */
  async function showBook(
    res: Response,
    choice: Choice,
    bericht: Bericht | null,
    status = 200,
  ): Promise<void> {
    const own = await editing.checking.find(getBezoeker(res).wie);
    const { toon, volgorde, zoek } = choice;
    const today = toDutchDate(now());
    const titleOf = new Map(content.bronnen.map(({ id, titel }) => [id, titel]));
    const adressen = listAddressBook(live.files)
      .map((entry) => ({ ...entry, tot: toShelfEnd(entry.gecontroleerd) }))
      .filter(
        ({ soort, tot }) => toon === 'alles' || toon === soort || (toon === 'te-controleren' && tot < today),
      )
      .filter((entry) => isFound(entry, zoek))
      .toSorted(toOrder(volgorde))
      .map((entry) => ({
        ...toCheckItem(say, live.files, entry, own, today),
        label: entry.label,
        wat: say(SHOWN_TEXT[entry.soort]),
        waarde: entry.waarde ?? say('nakijken.niet-bekend'),
        laatstBekend: entry.laatstBekend,
        bron: titleOf.get(entry.bron.document) ?? entry.bron.document,
        bronKop: entry.bron.kop,
        gebruik: entry.gebruik.map((use) => toUse(say, use)),
      }));
    const model = {
      ...choice,
      ...{ bericht, adressen, acties: PATH, eigen: toOwnDraft(own) },
      // Whoever looks for words looks among what was chosen; all of it is one step away.
      allesHref: zoek === '' ? null : toChoiceHref({ ...choice, toon: 'alles', zoek: '' }),
      aantal: zoek === '' ? null : say('nakijken.gevonden', { aantal: adressen.length }),
      erbij: toThingPath(LIVE_PATH, 'contacten', null),
      keuzes: SHOWN.map((one) => toLink(say(SHOWN_TEXT[one]), { ...choice, toon: one }, one === toon)),
      volgordes: ORDERS.map((one) =>
        toLink(say(`nakijken.op-${one}`), { ...choice, volgorde: one }, one === volgorde),
      ),
    };
    show(res, { template: 'beheer-adresboek', titel: say('nakijken.adresboek'), model }, status);
  }

  router.get('/', async (req, res) => {
    const choice = readChoice((naam) => req.query[naam]);
    const isNoted = req.query.genoteerd === 'ja';
    await showBook(res, choice, isNoted ? { soort: 'ok', tekst: say('nakijken.genoteerd') } : null);
  });

  const readForm = (form: URLSearchParams) => readChoice((naam) => form.get(naam));
  addCheckActions(router, deps, {
    toPath: (form) => `${toChoiceHref(readForm(form))}&`,
    velden: ['toon', 'volgorde', 'zoek'],
    showAgain: (req, res, bericht) => showBook(res, readForm(req.body as URLSearchParams), bericht, 409),
  });
}

/** Reads a choice; what is none of ours counts as the first. */
function readChoice(get: (naam: string) => unknown): Choice {
  return {
    toon: SHOWN.find((toon) => toon === get('toon')) ?? 'alles',
    volgorde: ORDERS.find((volgorde) => volgorde === get('volgorde')) ?? 'naam',
    zoek: toSearch(get('zoek')),
  };
}

/** The address of a choice. */
function toChoiceHref({ toon, volgorde, zoek }: Choice): string {
  const words = zoek === '' ? '' : `&zoek=${encodeURIComponent(zoek)}`;
  return `${PATH}?toon=${toon}&volgorde=${volgorde}${words}`;
}

/** Whether an entry has what is looked for: in what it is called, in the address itself, or in where it stands. */
function isFound({ label, naam, waarde, gebruik }: AddressEntry, zoek: string): boolean {
  const places = gebruik.map(({ titel, naam: place }) => titel ?? place ?? '');
  const digits = zoek.replaceAll(NO_DIGIT, '');
  // A number is found however it was typed.
  if (digits !== '' && !/[^\d\s()+.-]/.test(zoek))
    return (waarde ?? '').replaceAll(NO_DIGIT, '').includes(digits);
  return hasWords([label, naam, waarde ?? '', ...places].join(' '), zoek);
}
const NO_DIGIT = /\D/g;

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
  const [, folder = '', file = ''] = bestand.match(/^tables\/(?:(overlegtafels)\/)?(.+)\.json$/) ?? [];
  if (folder !== '') {
    const kind = soort === 'voorziening' ? 'voorziening' : 'overlegtafel';
    return { tekst: titel ?? file, href: toTafelHref(file, kind) };
  }
  if (file === 'clientondersteuning')
    return { tekst: say('nakijken.clientondersteuning'), href: '/clientondersteuning' };
  const tekst = titel ?? naam ?? bestand;
  if (file === 'gemeenten' || file === 'organisaties') return { tekst, href: `/${file}/${naam}` };
  return { tekst: say('nakijken.noodnummer', { naam: tekst }), href: null };
}
