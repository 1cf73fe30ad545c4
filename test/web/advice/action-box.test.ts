import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBijna } from '../../../src/domain/advice/explanation.ts';
import { ROL } from '../../../src/domain/model/routing-facts.ts';
import { createViews } from '../../../src/templates/handlebars-views.ts';
import { cases, showAdvice as show, withoutFolds } from '../../support/advice-page.ts';
import { LOKAAL_VAST, toFitting } from '../../support/fitting-antwoorden.ts';
import { model, ROOT } from '../../support/real-content.ts';
import { vignettes } from '../../support/vignettes.ts';

const views = createViews(join(ROOT, 'views'));

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
      expect(tekst).toMatch(/[Vv]raag [^.]*of het mobiele P10-team er nog is/);
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
        const { vraag, wieWeetHet } = model.vraagOf.get(feit) ?? {};
        expect(tekst).toContain(vraag);
        // In haste only the question, which says on its own page who knows.
        const isUrgent = model.tafelOf.get(near.tafel)?.regels.spoed;
        if (!isUrgent) expect(tekst.toLowerCase()).toContain(wieWeetHet?.replace(/\.$/, '').toLowerCase());
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
      expect(tekst.split(' ').length, tekst).toBeLessThanOrEqual(60);
      expect(tekst, naam).not.toContain('Bel nu');
      expect(tekst.indexOf('crisisdienst'), naam).toBeLessThan(tekst.indexOf('Lukt dat niet?'));
    }
    expect(seen).toBeGreaterThan(10);
    const met = await show({
      ...findVignette('mantelzorger valt weg bij dementie'),
      wlzZorg: 'ja',
      [ROL]: 'huisarts',
    });
    expect(met.kop).toBe('Advies: bel nu de crisisregisseur van het zorgkantoor');
  });

  it.each([
    [{ belEerst: true, mag: true }, 'Bel dan de regisseur.'],
    [{ belEerst: true, mag: false }, 'Vraag de huisarts dan om te melden bij de tafel.'],
    [{ belEerst: false, mag: true }, 'Meld de casus dan aan bij de tafel.'],
    [{ belEerst: false, mag: false }, 'Vraag de huisarts dan om aan te melden bij de tafel.'],
  ])('laat een tafel pas volgen als een ander eerst komt, langs elk kanaal: %j', (card, tekst) => {
    const tafel = { eerstElders: true, ontvanger: 'de regisseur', via: 'huisarts', inZin: 'de tafel' };
    const step = views.renderPart('stap-tafel', { ...tafel, ...card, wie: {}, maakt: {} });
    expect(step.replace(/<[^>]*>/g, '')).toContain(`Lukt dat niet? ${tekst}`);
    expect(step).not.toContain('<strong>');
  });

  const crisis = (rol: string, wlzZorg: string) =>
    show({ ...findVignette('mantelzorger valt weg bij dementie'), wlzZorg, [ROL]: rol });

  it('zegt bij "Bel nu" wie er te bellen is, ook waar geen nummer bekend is', async () => {
    for (const rol of ['huisarts', 'ggz-aanbieder', 'zorgaanbieder', 'clientondersteuner'])
      expect((await crisis(rol, 'ja')).tekst, rol).toMatch(
        /Bel nu de crisisregisseur van het zorgkantoor\. Dit nummer kennen wij niet\. Bel het algemene nummer/,
      );
  });

  it('zegt in een crisis zonder Wlz aan elke rol hoe die de crisisdienst bereikt', async () => {
    const coach = await crisis('wijkcoach', 'nee');
    expect(coach.tekst).toContain('via de huisarts of huisartsenpost. Zoek het nummer');
    expect(coach.box).toContain('href="/#gevaar"');
    const huisarts = await crisis('huisarts', 'nee');
    expect(huisarts.tekst).toContain('Als huisarts schakelt u die zelf in.');
    expect(`${huisarts.kop} ${huisarts.tekst}`).not.toMatch(/huisarts of huisartsenpost|Zoek het nummer/);
    expect((await crisis('ggz-aanbieder', 'nee')).tekst).toContain(
      'via de huisarts of huisartsenpost. Zoek het nummer',
    );
  });

  it('pleit verderop niet voor de tafel die hier op de tweede plaats komt', async () => {
    const { advies, pagina } = await crisis('wijkcoach', 'nee');
    expect(advies.tafels).toEqual(['crisisteam-zorgkantoor']);
    const open = withoutFolds(pagina());
    expect(open).toContain('Waarom het crisis- en ondersteuningsteam hier op de tweede plaats komt');
    expect(open).toContain('Want dit is hier niet zo: de persoon krijgt Wlz-zorg,');
    expect(open).not.toContain('Waarom het crisis- en ondersteuningsteam past');
    expect(open).toMatch(
      /112, huisarts of huisartsenpost, 113<\/span>\s*<span[^>]*>,[^<]*<\/span>\s*<span[^>]*>U bent hier/,
    );
    expect(open).toContain('Past, maar komt op de tweede plaats');
    const met = withoutFolds((await crisis('wijkcoach', 'ja')).pagina());
    expect(met).toContain('Waarom het crisis- en ondersteuningsteam past');
    expect(met).not.toContain('tweede plaats');
  });

  it('stuurt wie bij het zorgkantoor werkt naar de eigen crisisregisseur', async () => {
    expect((await crisis('verzekeraar', 'ja')).tekst).toMatch(
      /^Werkt u bij het zorgkantoor\? Ga dan naar uw eigen crisisregisseur\. Werkt u daar niet\? Bel nu de huisarts/,
    );
    expect((await crisis('wijkcoach', 'ja')).tekst).not.toContain('Werkt u bij');
  });

  it('begint in een crisis ook onder "Als dit niet lukt" met wie er dag en nacht is', async () => {
    const toLast = async (rol: string) =>
      /id="anders">.*?<\/section>/s.exec((await crisis(rol, 'ja')).pagina())?.[0] ?? '';
    const coach = await toLast('wijkcoach');
    expect(coach.indexOf('tel:112')).toBeGreaterThan(0);
    expect(coach.indexOf('huisartsenpost')).toBeLessThan(coach.indexOf('procesmanager'));
    expect(await toLast('huisarts')).not.toContain('Bel de huisarts');
    const rest = (await show(findVignette('corporatie mag TopX'))).pagina();
    expect(/id="anders">.*?<\/section>/s.exec(rest)?.[0]).not.toContain('huisartsenpost');
  });

  it('zet een bestuurder niet aan het loket van zijn eigen gemeente', async () => {
    for (const { antwoorden } of vignettes) {
      const { tekst } = await show({ ...antwoorden, [ROL]: 'bestuurder-gemeente' });
      expect(tekst).not.toMatch(/Bel het wijkteam|algemene nummer/);
    }
  });

  it('zet het P10-team los van de volgorde van de tafels, en vraagt ook daar of het er nog is', async () => {
    const tafels = ['topx', 'levensloopaanpak', 'mobiel-p10-team'];
    for (const [rol, vraag] of [
      ['politie', 'Vraag de wijkcoach los daarvan of het mobiele P10-team er nog is.'],
      ['procesmanager', 'Vraag los daarvan na of het mobiele P10-team er nog is.'],
    ] as const) {
      const { tekst } = await show({
        ...LOKAAL_VAST,
        ...toFitting(...tafels),
        eerderBesproken: ['geen'],
        rol,
      });
      expect(tekst).toContain('Er past meer dan één overlegtafel. Begin met de bovenste.');
      expect(tekst.indexOf('Levensloopaanpak'), rol).toBeLessThan(tekst.indexOf(vraag));
      expect(tekst).not.toMatch(/Daarna: [^.]*P10/);
    }
  });

  it.each(['wijkcoach', 'procesmanager', 'bestuurder-gemeente'])(
    'zegt na een tafel die niet hielp hoe het hoger gaat, en niet hoe het lokaal begint: %s',
    async (rol) => {
      const antwoorden = { ...LOKAAL_VAST, ...toFitting('topx'), eerderBesproken: ['topx'], rol };
      const { kop, tekst, pagina } = await show(antwoorden);
      expect(kop).toBe('Advies: kijk een trede hoger');
      expect(tekst).not.toContain('Meldpunt');
      expect(pagina()).toContain('Zo brengt u de casus een trede hoger');
      expect(pagina()).not.toContain('Zet de casus op uw eigen lokale overleg');
      const [, trede] =
        pagina().match(/rdm-ladder__item--hier(?:(?!<summary).)*<summary[^>]*>\s*<span>([^<]*)/s) ?? [];
      expect(trede).toBe('TopX');
      expect(pagina()).toMatch(/rdm-trap__trede--hier(?:(?!<\/text>).)*>2<\/text>/s);
    },
  );

  it('vraagt eerst in gewone woorden of er haast is, als dat nog niet bekend is', async () => {
    const { kop, tekst } = await show({
      acuutGevaar: 'nee',
      gemeente: 'enschede',
      rol: 'wijkcoach',
      lokaalBesproken: 'nee',
      signalen: ['zorg-valt-weg'],
      plotselingeVerandering: 'weetNiet',
      zorgNodigBinnen: 'later',
    });
    expect(kop).toBe('Advies: begin op het lokale overleg');
    expect(tekst).toMatch(
      /^Is er haast\? Dan kan het crisis- en ondersteuningsteam passen\. Beantwoord eerst: Is de gezondheid .* weggevallen\? Breng de casus in/,
    );
  });

  const WLZ = {
    ...LOKAAL_VAST,
    ...toFitting('regiotafel-wlz'),
    rol: 'zorgaanbieder',
    eerderBesproken: ['geen'],
  };

  it('noemt waar geen tafel past de stap die nog kan, met wie zegt wat daarbij hoort', async () => {
    const later = ['eigenAlternatieven', 'overdrachtGeprobeerd', 'blijftInZorg', 'cce'];
    const known = Object.fromEntries(Object.entries(WLZ).filter(([feit]) => !later.includes(feit)));
    const { kop, tekst, box } = await show({ ...known, stappenDoorlopen: 'nee' });
    expect(kop).toBe('Advies: geen van de overlegtafels past nu');
    expect(tekst).toContain(
      'De Regiotafel Wlz - ggz kan later passen. Doorloop stap 1, 2 en 3, en leg ze vast. Vraag het zorgkantoor wat er bij deze stappen hoort.',
    );
    expect(box).toContain('href="/vragen/stappen-doorlopen"');
    expect(tekst.split(' ').length, tekst).toBeLessThanOrEqual(60);
  });

  it('zegt zonder signaal niet waarom een tafel niet past, want er is geen nagegaan', async () => {
    const { tekst } = await show({ ...LOKAAL_VAST, signalen: ['geen-van-deze'] });
    expect(tekst).toContain('U koos geen signaal, dus geen tafel is nagegaan.');
    expect(tekst).not.toContain('waarom geen tafel past');
  });

  it('zegt bij een tafel welke procesmanager aanmeldt: die van de gemeente, of die van uzelf', async () => {
    const topx = { ...LOKAAL_VAST, ...toFitting('topx'), eerderBesproken: ['geen'] };
    const corporatie = (await show({ ...topx, rol: 'woningcorporatie' })).pagina();
    expect(corporatie).toContain('Vraag de procesmanager van de gemeente om aan te melden.');
    const bestuurder = (await show({ ...topx, rol: 'bestuurder-gemeente' })).pagina();
    expect(bestuurder).toContain('Vraag uw procesmanager om aan te melden.');
  });
});
