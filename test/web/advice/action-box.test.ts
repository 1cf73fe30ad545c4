import { describe, expect, it } from 'vitest';
import { findBijna } from '../../../src/domain/advice/explanation.ts';
import { ROL } from '../../../src/domain/model/routing-facts.ts';
import { cases, showAdvice as show } from '../../support/advice-page.ts';
import { model } from '../../support/real-content.ts';
import { vignettes } from '../../support/vignettes.ts';

describe('"Wat u nu doet"', () => {
  it.each(cases)('zegt het in hoogstens 60 woorden: $naam', async ({ antwoorden }) => {
    const { tekst } = await show(antwoorden);
    expect(tekst.split(' ').length, tekst).toBeLessThanOrEqual(60);
    expect(tekst.split(' ').length).toBeGreaterThan(5);
  });

  it.each(cases)('praat niet over de bron, en heeft iets om op te klikken: $naam', async ({ antwoorden }) => {
    const { advies, box, tekst } = await show(antwoorden);
    expect(tekst).not.toMatch(/\bbron\b/i);
    if (advies.uitkomst !== 'buitenTwente') expect(box).toContain('href="');
  });

  it.each(cases)('stuurt niemand terug naar een stap die is gezet: $naam', async ({ antwoorden }) => {
    const { advies, kop, tekst } = await show(antwoorden);
    if (advies.lokaleStap !== 'vastgelopen') return;
    expect(`${kop} ${tekst}`).not.toMatch(/lokale overleg|gewone weg|[Bb]egin bij de gemeente/);
  });

  it.each(vignettes.filter(({ verwacht }) => verwacht.voorzieningen?.includes('mobiel-p10-team')))(
    'vraagt bij het P10-team eerst of het er is: $naam',
    async ({ antwoorden }) => {
      const { advies, box, tekst } = await show(antwoorden);
      const isOnly = advies.tafels.length === 0 && findBijna(model, advies).length === 0;
      if (isOnly)
        expect(tekst).toMatch(
          /Zo niet, overleg met [^.]*(?:procesmanager|wijkteam|Zorg- en Veiligheidshuis)[^.]* wat nu kan\./,
        );
      if (isOnly)
        expect(box).toMatch(
          /Zo niet, overleg met[^.]*(?:href="|(?:de procesmanager|het wijkteam)\s+van de gemeente)/,
        );
      expect(tekst).toMatch(
        /na te gaan of het mobiele P10-team er nog is|[Vv]raag na of het mobiele P10-team er nog is/,
      );
      expect(tekst).not.toContain('Meld de casus aan bij het mobiele P10-team');
    },
  );

  it('noemt een tafel die bijna past, met de stap of het antwoord dat ontbreekt en wie dat weet', async () => {
    let seen = 0;
    for (const { antwoorden } of vignettes) {
      const { advies, tekst } = await show(antwoorden);
      if (advies.tafels.length > 0 || advies.lokaleStap !== 'vastgelopen') continue;
      const near = findBijna(model, advies)[0];
      const way =
        near &&
        [...near.wegen].sort(
          (a, b) => a.nogDoen.length + a.nogWeten.length - b.nogDoen.length - b.nogWeten.length,
        )[0];
      if (!way) continue;
      seen += 1;
      expect(tekst.toLowerCase()).toContain(
        `${model.tafelOf.get(near.tafel)?.inZin} kan passen`.toLowerCase(),
      );
      for (const feit of way.nogWeten) {
        expect(tekst).toContain(model.vraagOf.get(feit)?.kort);
        expect(tekst.toLowerCase()).toContain(
          model.vraagOf.get(feit)?.wieWeetHet.replace(/\.$/, '').toLowerCase(),
        );
      }
      for (const feit of way.nogDoen) {
        const stap = model.vraagOf.get(feit)?.stap;
        expect(
          [stap?.tekst, stap?.anders].some((text) => text && tekst.includes(text)),
          feit,
        ).toBe(true);
      }
    }
    expect(seen).toBeGreaterThan(2);
  });

  /** Everything of Triage, and all but one of Hoogcomplex, asked by a wijkcoach. */
  const hoogcomplexNear = () => {
    const find = (naam: RegExp) =>
      vignettes.find(({ verwacht }) => verwacht.tafels?.some((id) => naam.test(id)));
    return {
      ...find(/hoogcomplex/)?.antwoorden,
      ...find(/triage/)?.antwoorden,
      signalen: ['passende-ggz', 'hoogcomplex'],
      eerderBesproken: ['geen'],
    };
  };

  it('noemt een tafel die bijna past ook als nog niet bekend is of er direct gevaar is', async () => {
    const antwoorden = { ...hoogcomplexNear(), behandeldoelHaalbaar: 'weetNiet' };
    for (const acuutGevaar of ['nee', 'weetNiet'])
      expect((await show({ ...antwoorden, acuutGevaar })).tekst, acuutGevaar).toContain(
        'Ook Hoogcomplex OostNL kan passen.',
      );
  });

  const findVignette = (naam: string) => {
    const found = vignettes.find((vignette) => vignette.naam.startsWith(naam));
    if (!found) throw new Error(`Er is geen casus "${naam}".`);
    return found.antwoorden;
  };

  it.each([
    ['er past geen tafel', findVignette('alleen geluidsoverlast')],
    ['er ontbreekt nog een antwoord', findVignette('meerdere problemen en overlast')],
  ])('noemt bij overlast het Meldpunt, ook als %s', async (_naam, antwoorden) => {
    const { tekst } = await show({ ...antwoorden, [ROL]: 'woningcorporatie' });
    expect(tekst).toContain('Meldpunt Zorgwekkend Gedrag Twente: bel 053-4876969');
  });

  it('wijst van de hoogste trede niet verder omhoog', async () => {
    const top = await show(findVignette('tafels geprobeerd, stelsel knelt'));
    expect(top.pagina()).toContain('Hoger dan deze tafel is er geen.');
    expect(top.pagina()).not.toContain('trede hoger');
    expect((await show(findVignette('corporatie mag TopX'))).pagina()).toContain('trede hoger');
  });

  it('vraagt de zorgverzekeraar niet iets aan de zorgverzekeraar te vragen', async () => {
    const antwoorden = { ...findVignette('patiënt zelf, alle zeven'), zorgbemiddelingZonderResultaat: 'nee' };
    expect((await show({ ...antwoorden, [ROL]: 'verzekeraar' })).tekst).toContain(
      'Begin met zorgbemiddeling.',
    );
    expect((await show(antwoorden)).tekst).toContain('Vraag de zorgverzekeraar om zorgbemiddeling.');
  });

  it('zegt bij het crisisteam zonder Wlz eerst wie er dan wel is', async () => {
    const crisis = vignettes.find(({ verwacht }) => verwacht.tafels?.includes('crisisteam-zorgkantoor'));
    const { tekst } = await show({ ...crisis?.antwoorden, wlzZorg: 'nee' });
    expect(tekst).toMatch(/^Het zorgkantoor gaat over de Wlz\./);
    expect(tekst).toContain('crisisdienst van de ggz');
  });

  it('heeft in een crisis zonder Wlz één eerste stap: in de kop en in de stappen, voor elke rol', async () => {
    let seen = 0;
    for (const { naam, antwoorden } of cases.filter(({ antwoorden }) => 'wlzZorg' in antwoorden)) {
      const { advies, kop, tekst } = await show({ ...antwoorden, wlzZorg: 'nee' });
      if (advies.tafels[0] !== 'crisisteam-zorgkantoor') continue;
      seen += 1;
      expect(kop, naam).toMatch(/^Advies: schakel nu de crisisdienst van de ggz in/);
      expect(tekst, naam).not.toContain('Bel nu');
      expect(tekst.indexOf('crisisdienst'), naam).toBeLessThan(tekst.indexOf('Komt u daar niet verder?'));
    }
    expect(seen).toBeGreaterThan(10);
    const met = await show({
      ...findVignette('mantelzorger valt weg bij dementie'),
      wlzZorg: 'ja',
      [ROL]: 'huisarts',
    });
    expect(met.kop).toBe('Advies: bel nu de crisisregisseur van het zorgkantoor');
  });

  it('zet een bestuurder niet aan het loket van zijn eigen gemeente', async () => {
    for (const { antwoorden } of vignettes) {
      const { tekst } = await show({ ...antwoorden, [ROL]: 'bestuurder-gemeente' });
      expect(tekst).not.toMatch(/Bel het wijkteam|algemene nummer/);
    }
  });
});
