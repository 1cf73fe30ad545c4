import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INWONER } from '../../../src/domain/model/routing-facts.ts';
import { toPaper } from '../../../src/domain/referral/package-paper.ts';
import { toParts } from '../../../src/domain/referral/package-text.ts';
import { toPackageWords } from '../../../src/domain/referral/veld.ts';
import { FILE_FORMATS } from '../../../src/referral/file-formats.ts';
import { createReferralComposer } from '../../../src/referral/referral-service.ts';
import { createViews } from '../../../src/templates/handlebars-views.ts';
import { CRISISTEAM, P10 } from '../../support/domain-facts.ts';
import { content, evaluate, model, ROOT } from '../../support/real-content.ts';
import { NOW } from '../../support/test-site.ts';
import { say } from '../../support/texts.ts';
import { fillAll, VERWIJS_ROUTES } from '../../support/verwijzing-cases.ts';

const views = createViews(join(ROOT, 'views'));
const service = createReferralComposer({ content, model, evaluate, views, say, now: () => NOW });

/** Everything of the content that tells the sender what to do. */
function listSenderTexts(tafelId: string): string[] {
  const tafel = model.tafelOf.get(tafelId);
  if (!tafel) throw new Error(tafelId);
  const { kanaal, status, regels } = tafel;
  const { financiering } = regels;
  return [
    kanaal.werkwijze,
    kanaal.alsOnbekend,
    kanaal.cc?.alsOnbekend,
    status,
    financiering?.ja,
    financiering?.nee,
    financiering?.onbekend,
    ...content.pakketvelden.velden.flatMap(({ hulp, wieWeetHet }) => [
      hulp,
      `Wie het kan weten: ${wieWeetHet}`,
    ]),
  ].filter((tekst): tekst is string => typeof tekst === 'string');
}

// A phone card is read by who calls.
const ROUTES = VERWIJS_ROUTES.filter(({ tafel }) => tafel !== CRISISTEAM).flatMap((route) =>
  [{}, fillAll(route.tafel, route.rol), { bericht: 'inzet' }, { bericht: 'voortzetting' }]
    .filter((given) => !('bericht' in given) || route.tafel === P10)
    .map((given) => ({ ...route, given: { casuscode: 'TW-1', ...given } })),
);

describe('what goes out', () => {
  it.each(ROUTES)(
    'holds nothing that is meant for the sender: $tafel, $rol, $given.bericht',
    async (route) => {
      const { tafel, basis, rol, given } = route;
      for (const gemeente of ['almelo', 'tubbergen', 'weetNiet']) {
        const found = model.tafelOf.get(tafel);
        const referralCase = found && (await service.read(found, { ...basis, rol, gemeente }));
        if (!referralCase) continue;
        const checked = service.check(referralCase.velden, given, []);
        if ('fouten' in checked) throw new Error(JSON.stringify(checked.fouten));
        const { pakket, termijn } = service.compose(referralCase, checked);
        const txt = await FILE_FORMATS.txt.write({} as never, { pakket, termijn }, content.pakketvelden, NOW);
        const out = [
          pakket.mail.tekst,
          JSON.stringify(toPaper(say, pakket, content.pakketvelden, '2026-11-21')),
          JSON.stringify(toParts(pakket.document)),
          String(txt),
        ];
        const notes = [...listSenderTexts(tafel), ...pakket.ontbreekt.map(({ tekst }) => tekst)];
        const typed = new Set(Object.values(given));
        for (const tekst of out)
          expect(notes.filter((note) => !typed.has(note) && tekst.includes(note))).toEqual([]);
      }
    },
  );

  it.each([INWONER, undefined])('orders nothing around what was typed: rol %s', (rol) => {
    const { teksten } = toPackageWords(content.pakketvelden, rol);
    expect(Object.values(teksten).filter((tekst) => /(?:^|[.?] )(?:Bel|Ga|Kijk|Vraag) /.test(tekst))).toEqual(
      [],
    );
    expect(teksten.clientondersteuningVraag).toContain('nagegaan');
  });

  it('sends nobody who is asked to refer to themselves', () => {
    const toTopx = model.tafelOf.get('topx');
    expect(toTopx?.aanmelders.via).toBe('procesmanager');
    const orders = toTopx?.kanaal.inVerzoek.split('. ').filter((zin) => !/^Aanmelden gaat/.test(zin));
    expect(orders?.filter((zin) => zin.includes('procesmanager'))).toEqual([]);
  });
});
