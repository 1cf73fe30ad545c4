import { type Response, Router } from 'express';
import type { StandSeal } from '../../../domain/answers/stand-seal.ts';
import { toTimeText } from '../../../domain/calendar.ts';
import { type Antwoorden, isEmpty } from '../../../domain/model/antwoorden.ts';
import { describeCase } from '../../../domain/proof/proof-words.ts';
import { checkVelden } from '../../form.ts';
import { redirect } from '../../page.ts';
import type { Area, BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { DONE, findDone } from '../drafts/done.ts';
import { toOutcomeText } from '../drafts/to-proof-model.ts';
import { BEHEER } from '../paths.ts';
import { readNames } from '../read-names.ts';
import { checkName, keepCase } from './keep-case.ts';

const PAD = '/vaste-casussen';

/** Where an editor keeps cases that must stay as they are. */
export const VASTE_CASUSSEN: Area = {
  pad: PAD,
  rol: 'redacteur',
  naam: 'concepten.vaste-casussen',
  uitleg: 'concepten.vaste-casussen-uitleg',
  create: createKeptCasesRouter,
};

/** What was typed, with what is wrong with it. */
interface Typed {
  readonly naam: string;
  readonly adres: string;
  readonly fouten: Readonly<Partial<Record<'naam' | 'adres', string>>>;
}

const NOTHING: Typed = { naam: '', adres: '', fouten: {} };

function createKeptCasesRouter(deps: BeheerDeps): Router {
  const { say, show, editing, records, content, zegel } = deps;
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/', (req, res) => showPage(res, NOTHING, findDone(say, req.query.gedaan)));

  router.post('/', async (req, res) => {
    const form = req.body as URLSearchParams;
    checkVelden(form, ['naam', 'adres']);
    const adres = (form.get('adres') ?? '').trim();
    const { naam, fout } = checkName(say, form);
    const opened = openAddress(zegel, adres);
    const fouten = {
      ...(fout === null ? {} : { naam: fout }),
      ...('fout' in opened ? { adres: say(`concepten.${opened.fout}`) } : {}),
    };
    if ('fout' in opened || fout !== null) return showPage(res, { naam, adres, fouten }, null, 422);
    const { wie } = getBezoeker(res);
    if (await keepCase(deps, wie, naam, opened.antwoorden))
      return redirect(res, `${BEHEER}${PAD}?gedaan=${DONE.bewaard}`);
    await showPage(res, { naam, adres, fouten: { naam: say('concepten.vol') } }, null, 422);
  });

  router.post('/verwijderen', async (req, res) => {
    const form = req.body as URLSearchParams;
    checkVelden(form, ['casus']);
    // Who wanted it gone and finds that somebody else was just before, has what they wanted.
    await editing.vasteCasussen.remove(getBezoeker(res).wie, form.get('casus') ?? '');
    redirect(res, `${BEHEER}${PAD}?gedaan=${DONE.verwijderd}`);
  });

  return router;

  async function showPage(
    res: Response,
    { naam, adres, fouten }: Typed,
    gedaan: string | null,
    status = 200,
  ) {
    const [cases, toName] = await Promise.all([editing.vasteCasussen.list(), readNames(records, say)]);
    const titel = say('concepten.vaste-casussen');
    show(
      res,
      {
        template: 'beheer-vaste-casussen',
        titel,
        kruimels: [{ tekst: titel }],
        fout: status !== 200,
        model: {
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
        },
      },
      status,
    );
  }
}

/** The answers in the address of a page of ours, as somebody copied it; or what is wrong with it. */
function openAddress(
  zegel: StandSeal,
  adres: string,
): { antwoorden: Antwoorden } | { fout: 'geen-adres' | 'adres-oud' | 'adres-ongeldig' } {
  const [, query] = adres.split('?', 2);
  const sealed = new URLSearchParams(query ?? '').get('a');
  if (!sealed) return { fout: 'geen-adres' };
  const stand = zegel.open(sealed);
  if ('fout' in stand) return { fout: stand.fout === 'verlopen' ? 'adres-oud' : 'adres-ongeldig' };
  return isEmpty(stand.antwoorden) ? { fout: 'geen-adres' } : { antwoorden: stand.antwoorden };
}
