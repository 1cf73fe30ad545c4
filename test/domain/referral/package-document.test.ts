import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toPaper } from '../../../src/domain/referral/package-paper.ts';
import { toParts } from '../../../src/domain/referral/package-text.ts';
import { createReferralComposer } from '../../../src/referral/referral-service.ts';
import { createViews } from '../../../src/templates/handlebars-views.ts';
import { CRISISTEAM } from '../../support/domain-facts.ts';
import { content, evaluate, model, ROOT } from '../../support/real-content.ts';
import { NU } from '../../support/test-site.ts';
import { fillAlles, listTafelVelden, VERWIJS_ROUTES } from '../../support/verwijzing-cases.ts';

const { pakketvelden } = content;
const views = createViews(join(ROOT, 'views'));
const service = createReferralComposer({ content, model, evaluate, views, now: () => NU });

async function compose({ tafel, basis, rol }: (typeof VERWIJS_ROUTES)[number]) {
  const gevonden = model.tafelOf.get(tafel);
  const zaak = gevonden && (await service.read(gevonden, { ...basis, rol }));
  const checked = zaak && service.check(zaak.velden, fillAlles(tafel, rol), []);
  if (!checked || 'fouten' in checked) throw new Error(tafel);
  return service.compose(zaak, checked).pakket;
}

describe('the package', () => {
  it.each(VERWIJS_ROUTES.filter(({ tafel }) => tafel !== CRISISTEAM))(
    'has in the mail, on paper and in pieces the same parts in the same order: $tafel, $rol',
    async (route) => {
      const pakket = await compose(route);
      const opPapier = toPaper(pakket, pakketvelden, '2026-11-21').secties.map(({ kop }) => kop);
      const koppen = pakket.document.map(({ kop }) => kop);
      expect(opPapier.filter((kop) => kop !== pakketvelden.teksten.ontbreekt)).toEqual(
        koppen.filter((kop) => opPapier.includes(kop)),
      );
      const regels = pakket.mail.tekst.split('\n');
      const inMail = koppen.filter((kop) => regels.includes(kop.toLocaleUpperCase('nl')));
      // The signature says who refers.
      expect(inMail).toEqual(
        opPapier.filter((kop) => koppen.includes(kop) && kop !== pakketvelden.rubrieken.aanmelder),
      );
      const plekken = inMail.map((kop) => regels.indexOf(kop.toLocaleUpperCase('nl')));
      expect(plekken).toEqual(plekken.toSorted((a, b) => a - b));
      for (const { tekst } of toParts(pakket.document)) expect(tekst).not.toMatch(/^\s*$|\{\{|undefined/);
    },
  );
});

it('the phone card names facts that a package has', async () => {
  const gevraagd = pakketvelden.belkaart.stappen.flatMap(({ rijen }) =>
    rijen.flatMap((regel) => ('rij' in regel ? [regel.rij, regel.anders ?? regel.rij] : [])),
  );
  const bekend = new Set(['gemeente', 'rol', ...listTafelVelden(CRISISTEAM).map(({ pad }) => pad)]);
  expect(gevraagd.filter((id) => !bekend.has(id))).toEqual([]);
});
