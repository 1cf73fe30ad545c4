import type { Response, Router } from 'express';
import { giveAdvies } from '../../domain/advice/advies.ts';
import type { StandSeal } from '../../domain/answers/stand-seal.ts';
import { toTimeText } from '../../domain/calendar.ts';
import type { Wie } from '../../domain/editing/people.ts';
import { type Antwoorden, isEmpty } from '../../domain/model/antwoorden.ts';
import { findPersonalData } from '../../domain/privacy/find-personal-data.ts';
import { describeCase } from '../../domain/proof/proof-words.ts';
import { redirect } from '../page.ts';
import type { Area, BeheerDeps } from './area.ts';
import { getBezoeker, readNames } from './bezoeker.ts';
import { toOutcomeText } from './drafts/to-proof-model.ts';
import { checkText, findDone, readVelden, toDonePath } from './form.ts';
import { BEHEER } from './paths.ts';

const PAD = '/vaste-casussen';
/** Where the kept cases are. */
export const KEPT_CASES_PATH = `${BEHEER}${PAD}`;

/** Where an editor keeps cases that must stay as they are. */
export const VASTE_CASUSSEN: Area = {
  pad: PAD,
  rol: 'redacteur',
  naam: 'concepten.vaste-casussen',
  uitleg: 'concepten.vaste-casussen-uitleg',
  addRoutes,
};

/** What was typed, with what is wrong with it. */
interface Typed {
  readonly naam: string;
  readonly adres: string;
  readonly fouten: Readonly<Partial<Record<'naam' | 'adres', string>>>;
}

const NOTHING: Typed = { naam: '', adres: '', fouten: {} };

function addRoutes(router: Router, deps: BeheerDeps): void {
  const { say, show, editing, records, content, zegel } = deps;

  router.get('/', (req, res) => showPage(res, NOTHING, findDone(say, 'concepten', req.query.gedaan)));

  router.post('/', async (req, res) => {
    const form = readVelden(req, 'naam', 'adres');
    const adres = (form.get('adres') ?? '').trim();
    const { naam, fout } = checkName(say, form);
    const opened = openAddress(zegel, adres);
    const fouten = {
      ...(fout === null ? {} : { naam: fout }),
      ...('fout' in opened ? { adres: say(`concepten.${opened.fout}`) } : {}),
    };
    if ('fout' in opened || fout !== null) return showPage(res, { naam, adres, fouten }, null, 422);
    if (await keepCase(deps, getBezoeker(res).wie, naam, opened.antwoorden))
      return redirect(res, toDonePath(KEPT_CASES_PATH, 'bewaard'));
    await showPage(res, { naam, adres, fouten: { naam: say('concepten.vol') } }, null, 422);
  });

  router.post('/verwijderen', async (req, res) => {
    const id = readVelden(req, 'casus').get('casus') ?? '';
    // Who wanted it gone and finds that somebody else was just before, has what they wanted.
    await editing.vasteCasussen.remove(getBezoeker(res).wie, id);
    redirect(res, toDonePath(KEPT_CASES_PATH, 'verwijderd'));
  });

  async function showPage(
    res: Response,
    { naam, adres, fouten }: Typed,
    gedaan: string | null,
    status = 200,
  ): Promise<void> {
    const [cases, toName] = await Promise.all([editing.vasteCasussen.list(), readNames(records, say)]);
    const model = {
      gedaan,
      fouten: Object.entries(fouten).map(([veld, tekst]) => ({ href: `#${veld}`, tekst })),
      velden: {
        naam: { waarde: naam, fout: fouten.naam ?? null },
        adres: { waarde: adres, fout: fouten.adres ?? null },
      },
      casussen: cases.map(({ id, value }) => ({
        id,
        kop: value.naam,
        uitkomst: toOutcomeText(content, value),
        antwoorden: describeCase(content.vragen, value.antwoorden as Antwoorden),
        door: toName(value.door),
        wanneer: toTimeText(new Date(value.op)),
      })),
    };
    const titel = say('concepten.vaste-casussen');
    show(res, { template: 'beheer-vaste-casussen', titel, fout: status !== 200, model }, status);
  }
}

/** The answers in the address of a page of ours, as somebody copied it; or what is wrong with it. */
function openAddress(
  zegel: StandSeal,
  adres: string,
): { antwoorden: Antwoorden } | { fout: 'geen-adres' | 'adres-oud' | 'adres-ongeldig' | 'adres-vervallen' } {
  const [, query] = adres.split('?', 2);
  const sealed = new URLSearchParams(query ?? '').get('a');
  if (!sealed) return { fout: 'geen-adres' };
  const stand = zegel.open(sealed);
  if ('fout' in stand) return { fout: stand.fout === 'verlopen' ? 'adres-oud' : 'adres-ongeldig' };
  // What is left is another case.
  if (!stand.isWhole) return { fout: 'adres-vervallen' };
  return isEmpty(stand.antwoorden) ? { fout: 'geen-adres' } : { antwoorden: stand.antwoorden };
}

/** What is wrong with the name of a case, as a sentence; null when it can be kept. It is kept for years: nobody stands in it. */
export function checkName(
  say: BeheerDeps['say'],
  form: URLSearchParams,
): { readonly naam: string; readonly fout: string | null } {
  const { value, fout } = checkText(form, 'naam');
  if (fout) return { naam: value, fout: say(`concepten.${fout}`) };
  const [found] = findPersonalData(value);
  const wat = found && value.slice(found.begin, found.end);
  return { naam: value, fout: wat === undefined ? null : say('concepten.persoonsgegeven', { wat }) };
}

/** Keeps a case with the outcome that it has on the site now; false when there is no room. Only answers that count are kept. */
export async function keepCase(
  { editing, model, evaluate }: Pick<BeheerDeps, 'editing' | 'model' | 'evaluate'>,
  wie: Wie,
  naam: string,
  given: Antwoorden,
): Promise<boolean> {
  const { uitkomst, tafels, situatie } = await giveAdvies(model, evaluate, given);
  const antwoorden = { ...situatie.antwoorden };
  return editing.vasteCasussen.keep(wie, { naam, antwoorden, uitkomst, tafels: [...tafels] });
}
