import { describe, expect, it } from 'vitest';
import { isObject } from '../../../../src/domain/json.ts';
import { openEditor, readValues } from '../../../support/content-editor.ts';
import { logIn } from '../../../support/logged-in.ts';
import { pressButton } from '../../../support/press-button.ts';
import { projectFiles } from '../../../support/real-content.ts';

const HOSTILE = `"><script>alert(1)</script>'&amp;{{x}}`;
const TOPX = '/tafels/topx';

it('biedt bij een criterium geen antwoord aan dat de vraag openlaat', async () => {
  const { redacteur, base } = await openEditor();
  const { text } = await redacteur.get(`${base}/regels/topx`).expect(200);
  const answers = [...text.matchAll(/name="criteria\.\d+\.voorwaarde\.value" value="([^"]+)"/g)];
  expect(answers.length).toBeGreaterThan(5);
  expect(answers.map(([, id]) => id)).not.toContain('weetNiet');
});

it('maakt van een tweede antwoord bij een criterium: een van deze', async () => {
  const { redacteur, files, base } = await openEditor();
  const pad = `${base}/regels/crisisteam-zorgkantoor`;
  const values = readValues((await redacteur.get(pad).expect(200)).text);
  const at = 'criteria.0.voorwaarde';
  expect(values[`${at}.operator`]).toEqual(['is']);
  const { headers } = await redacteur.post(pad, { ...values, [`${at}.value`]: ['ja', 'nee'] }).expect(303);
  const saved = (await files())['rules/crisisteam-zorgkantoor.json'] as {
    criteria: { voorwaarde: object }[];
  };
  expect(saved.criteria[0]?.voorwaarde).toMatchObject({ operator: 'isEenVan', value: ['ja', 'nee'] });
  const shown = await redacteur.get(headers.location?.replace('/beheer', '') ?? '').expect(200);
  expect(shown.text).not.toContain('hoort één waarde');
});

it('laat bij een criterium open hoe het antwoord past, en kiest dat zelf', async () => {
  const { redacteur, files, base } = await openEditor();
  const pad = `${base}/regels/crisisteam-zorgkantoor`;
  const values = readValues((await redacteur.get(pad).expect(200)).text);
  const at = 'criteria.0.voorwaarde';
  const open = { ...values, [`${at}.operator`]: '' };
  await redacteur.post(pad, { ...open, [`${at}.value`]: [] }).expect(422);
  await redacteur.post(pad, { ...open, [`${at}.value`]: ['ja', 'nee'] }).expect(303);
  const [, saved] = /"voorwaarde":(\{[^}]*\})/.exec(
    JSON.stringify((await files())['rules/crisisteam-zorgkantoor.json']),
  ) ?? [''];
  expect(JSON.parse(saved ?? '')).toMatchObject({ operator: 'isEenVan', value: ['ja', 'nee'] });
});

it('zegt van een nieuw criterium alleen bij de vraag en de antwoorden dat er iets te kiezen is', async () => {
  const { redacteur, base } = await openEditor();
  const pad = `${base}/regels/crisisteam-zorgkantoor`;
  const values = readValues((await redacteur.get(pad).expect(200)).text);
  const added = await redacteur.post(pad, { ...values, doe: 'erbij:criteria' }).expect(200);
  const fresh = readValues(added.text);
  const at = Object.keys(fresh)
    .filter((name) => /^criteria\.\d+\.voorwaarde\.fact$/.test(name))
    .at(-1)
    ?.replace(/\.fact$/, '');
  const listLinks = async (more: Record<string, string[]>) => {
    const { text } = await redacteur.post(pad, { ...fresh, ...more, doe: ['bewaar'] }).expect(422);
    return [...text.matchAll(/href="#([^"]*voorwaarde[^"]*)"/g)].map(([, id]) => id);
  };
  // Which answers there are is known when the question is.
  expect(await listLinks({})).toEqual([`${at?.replaceAll('.', '-')}-fact`]);
  const fact = values['criteria.0.voorwaarde.fact'] ?? [];
  expect(await listLinks({ [`${at}.fact`]: fact })).toEqual([`${at?.replaceAll('.', '-')}-value`]);
});

it('weigert een dag van nakijken die nog moet komen, bij het veld', async () => {
  const { redacteur, base, concept } = await openEditor();
  const pad = `${base}/contacten/zvh-e-mail`;
  const values = readValues((await redacteur.get(pad).expect(200)).text);
  // The test takes place on 21 November 2026.
  const { text } = await redacteur.post(pad, { ...values, gecontroleerd: '2026-12-15' }).expect(422);
  expect(text).toMatch(/href="#gecontroleerd">[^<]*Deze dag moet nog komen/);
  expect(readValues(text).gecontroleerd).toEqual(['2026-12-15']);
  expect((await concept()).bestanden).toEqual({});
  await redacteur.post(pad, { ...values, gecontroleerd: '2026-11-20' }).expect(303);
});

it('weigert bij een verzonnen casus een tweede antwoord op een vraag met één antwoord, bij het veld', async () => {
  const { redacteur, base, concept } = await openEditor();
  const values = readValues((await redacteur.get(`${base}/voorbeelden/buiten-twente`).expect(200)).text);
  const at = 'antwoorden.0.waarde';
  expect(values[at]).toEqual(['nee']);
  const { text } = await redacteur
    .post(`${base}/voorbeelden/buiten-twente`, { ...values, [at]: ['ja', 'nee'] })
    .expect(422);
  expect(text).toMatch(
    new RegExp(`href="#${at.replaceAll('.', '-')}"[^<]*Op deze vraag past maar één antwoord`),
  );
  expect((await concept()).bestanden).toEqual({});
});

it('zegt ook van een lijst waar niets in hoeft te staan, dat die leeg mag blijven, en bewaart die zo', async () => {
  const { redacteur, files, base } = await openEditor();
  const pad = `${base}/nieuw/woordenlijst`;
  const { text } = await redacteur.get(pad).expect(200);
  const labels = [...text.matchAll(/<label [^>]*for="([^"]+)"[^>]*>([\s\S]*?)<\/label>/g)];
  const free = labels.filter(([, , label]) => label?.includes('(mag leeg blijven)')).map(([, id]) => id);
  expect(free).toContain('ookBekendAls');
  expect(free).not.toContain('woord');
  await redacteur
    .post(pad, { ...readValues(text), woord: ['Proefwoord'], uitleg: ['Een proef.'] })
    .expect(303);
  const { woordenlijst } = (await files())['tables/woordenlijst.json'] as { woordenlijst: { id: string }[] };
  expect(woordenlijst.find(({ id }) => id === 'proefwoord')).toMatchObject({ ookBekendAls: [] });
});

it('zegt van een adres dat leeg is, wat men dan nog invult', async () => {
  const { redacteur, base } = await openEditor();
  const pad = `${base}/contacten/zvh-e-mail`;
  const values = readValues((await redacteur.get(pad).expect(200)).text);
  const { text } = await redacteur.post(pad, { ...values, waarde: '' }).expect(422);
  expect(text).toContain('Vul in wat iemand doet zolang het adres of nummer niet bekend is.');
});

describe('wat iemand verkeerd invult', () => {
  it('wordt niet bewaard, staat bij het veld, alles tegelijk, en wat er getypt is blijft staan', async () => {
    const { redacteur, concept, base } = await openEditor();
    const pad = `${base}${TOPX}`;
    const { text } = await redacteur.get(pad).expect(200);
    const typed = { naam: '', trede: 'vier', 'doel.tekst': 'Een ander doel.', 'contacten#': '0' };
    const answer = await redacteur.post(pad, { ...readValues(text), ...typed }).expect(422);
    expect(answer.text).toContain(
      '<a class="utrecht-link utrecht-link--html-a" href="#naam">Naam: Vul dit in.</a>',
    );
    expect(answer.text).toContain('Trede van de ladder: Vul een heel getal in.');
    expect(answer.text).toContain('Contacten: Er zijn er minstens 1 nodig.');
    expect(answer.text).toContain('<title>Fout: ');
    const again = readValues(answer.text);
    expect(again).toMatchObject({ naam: [''], trede: ['vier'], 'doel.tekst': ['Een ander doel.'] });
    expect((await concept()).bestanden).toEqual({});
  });

  it('wordt overal als tekst getoond, ook als het HTML is', async () => {
    const { redacteur, base } = await openEditor();
    for (const pad of [`${base}${TOPX}`, `${base}/regels/mobiel-p10-team`, `${base}/vragen/signalen`]) {
      const { text } = await redacteur.get(pad).expect(200);
      const values = readValues(text);
      const fields = Object.keys(values).filter((naam) => !/[#?|~]$|^(was|botsingen)$/.test(naam));
      const hostile = Object.fromEntries(fields.map((naam) => [naam, HOSTILE]));
      const answer = await redacteur.post(pad, { ...values, ...hostile }).expect(422);
      expect(answer.text).not.toContain('<script>alert');
      expect(answer.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    }
  });

  it('weigert verborgen velden die geen pagina van ons zo maakt', async () => {
    const { redacteur, base } = await openEditor();
    await redacteur.post(`${base}${TOPX}`, { was: '{' }).expect(400);
    for (const botsingen of [
      '{}',
      '[null]',
      '[{}]',
      '[{"path":"label"}]',
      '[{"path":[{}]}]',
      '[{"path":[-1]}]',
    ])
      await redacteur.post(`${base}${TOPX}`, { botsingen, 'botsing-0': 'ander' }).expect(400);
    const deep = [{ path: Array.from({ length: 9_000 }, () => 'a'), theirs: 1 }];
    await redacteur.post(`${base}${TOPX}`, { botsingen: JSON.stringify(deep) }).expect(400);
  });
});

describe('de knoppen van een lijst, zonder script', () => {
  it('voegen toe, verplaatsen en halen weg, en houden wat er getypt is', async () => {
    const { redacteur, concept, base } = await openEditor();
    const pad = `${base}/regels/topx`;
    const press = async (html: string, doe: string, typed = {}) =>
      (await redacteur.post(pad, { ...readValues(html), ...typed, doe }).expect(200)).text;
    const first = (await redacteur.get(pad).expect(200)).text;
    const ids = (html: string) => {
      const values = readValues(html);
      const count = Number(values['criteria#']?.[0]);
      return Array.from({ length: count }, (_, number) => values[`criteria.${number}.id`]?.[0]);
    };
    const before = ids(first);
    const added = await press(first, 'erbij:criteria', { leeswijzer: 'Nog niet bewaard.' });
    expect(ids(added)).toEqual([...before, '']);
    expect(readValues(added).leeswijzer).toEqual(['Nog niet bewaard.']);
    const moved = await press(added, 'op:criteria.1');
    expect(ids(moved).slice(0, 2)).toEqual([before[1], before[0]]);
    const gone = await press(moved, `weg:criteria.${before.length}`);
    expect(ids(gone)).toEqual([before[1], before[0], ...before.slice(2)]);
    // The first cannot go up, and what is not there changes nothing.
    expect(ids(await press(gone, 'op:criteria.0'))).toEqual(ids(gone));
    expect(ids(await press(gone, 'weg:nergens.3'))).toEqual(ids(gone));
    expect((await concept()).bestanden).toEqual({});
  });

  it('een deel komt erbij en gaat weg, en een andere vorm toont haar eigen velden', async () => {
    const { redacteur, base } = await openEditor();
    const pad = `${base}/vragen/signalen`;
    const first = readValues((await redacteur.get(pad).expect(200)).text);
    const added = readValues(
      (await redacteur.post(pad, { ...first, doe: 'deel-erbij:stap' }).expect(200)).text,
    );
    expect(added['stap.tekst']).toEqual(['']);
    const gone = readValues((await redacteur.post(pad, { ...added, doe: 'deel-weg:stap' }).expect(200)).text);
    expect(gone['stap.tekst']).toBeUndefined();
    const other = (await redacteur.post(pad, { ...gone, 'wanneer|': '2', doe: 'ververs:' }).expect(200)).text;
    expect(other).toContain('name="wanneer.tafels"');
    // Saved without that button: nothing is, and the fields are there to be filled in.
    const saved = await redacteur.post(pad, { ...gone, 'wanneer|': '2' }).expect(422);
    expect(saved.text).toContain('name="wanneer.tafels"');
  });

  it('van al deze naar een van deze houdt wat erin staat', async () => {
    const { redacteur, files, base } = await openEditor();
    const pad = `${base}/regels/topx`;
    const values = readValues((await redacteur.get(pad).expect(200)).text);
    const was = (await files())['rules/topx.json'];
    const regel = isObject(was) ? (was.regel as Record<string, unknown>) : {};
    const [old, fresh] = 'any' in regel ? ['any', 'all'] : ['all', 'any'];
    await redacteur.post(pad, { ...values, 'regel|': fresh === 'any' ? '0' : '1' }).expect(303);
    expect((await files())['rules/topx.json']).toEqual({
      ...(was as object),
      regel: { [String(fresh)]: regel[String(old)] },
    });
  });
});

describe('een ding van een lijst', () => {
  it('komt erbij, en een tweede met dat kenmerk niet', async () => {
    const { redacteur, files, base } = await openEditor();
    const pad = `${base}/nieuw/woordenlijst`;
    const values = readValues((await redacteur.get(pad).expect(200)).text);
    const typed = { ...values, id: 'proefwoord', woord: 'Proefwoord', uitleg: 'Een woord om te proberen.' };
    const { headers } = await redacteur.post(pad, typed).expect(303);
    expect(headers.location).toBe(`/beheer${base}/woordenlijst/proefwoord?bewaard=ja`);
    expect(JSON.stringify((await files())['tables/woordenlijst.json'])).toContain(
      '{"id":"proefwoord","woord":"Proefwoord","ookBekendAls":[],"uitleg":"Een woord om te proberen.","bron":null}',
    );
    // A double click.
    const twice = await redacteur.post(pad, typed).expect(303);
    expect(twice.headers.location).toBe(headers.location);
    const again = await redacteur.post(pad, { ...typed, uitleg: 'Anders uitgelegd.' }).expect(422);
    expect(again.text).toContain('Kenmerk: Er staat al iets met deze naam of dit kenmerk.');
  });

  it('komt er bij een dubbele klik maar een keer bij, ook als het geen kenmerk heeft', async () => {
    const { redacteur, files, base } = await openEditor();
    const pad = `${base}/nieuw/plaatsen`;
    const values = readValues((await redacteur.get(`${base}/plaatsen/Aadorp%2C%20almelo`).expect(200)).text);
    const typed = { ...values, was: '', naam: 'Proefdorp' };
    const { headers } = await redacteur.post(pad, typed).expect(303);
    const made = await files();
    expect((await redacteur.post(pad, typed).expect(303)).headers.location).toBe(headers.location);
    expect(await files()).toEqual(made);
    const other = await redacteur.post(pad, { ...typed, soort: 'kern' }).expect(422);
    expect(other.text).toContain('Er staat al iets met deze naam of dit kenmerk.');
  });

  it('zegt bij een lege naam alleen daar wat er moet, en bij een naam zonder letters wat het kenmerk wordt', async () => {
    const { redacteur, base } = await openEditor();
    const pad = `${base}/nieuw/woordenlijst`;
    const values = readValues((await redacteur.get(pad).expect(200)).text);
    const empty = await redacteur.post(pad, values).expect(422);
    expect(empty.text).toContain('href="#woord">');
    expect(empty.text).not.toContain('href="#id">');
    const uitleg = 'Een woord om te proberen.';
    const odd = await redacteur.post(pad, { ...values, woord: '!!!', uitleg }).expect(422);
    expect(odd.text).toContain(
      'Kenmerk: Van de naam is geen kenmerk te maken. Vul hier zelf een kort woord in',
    );
    expect(odd.text).not.toContain('Vul dit in.');
  });

  it('heet niet zoals iets dat er al is: dat staat bij de naam, en het kenmerk volgt een andere naam', async () => {
    const { redacteur, base } = await openEditor();
    const pad = `${base}/nieuw/woordenlijst`;
    const { woord } = readValues(
      (await redacteur.get(`${base}/woordenlijst/${firstWord()}`).expect(200)).text,
    );
    const values = readValues((await redacteur.get(pad).expect(200)).text);
    const typed = { ...values, woord: woord ?? [], uitleg: 'Nog eens uitgelegd.' };
    const refused = await redacteur.post(pad, { ...typed, id: '' }).expect(422);
    expect(refused.text).toMatch(/href="#woord">[^<]*Er is al iets dat zo heet/);
    expect(refused.text).not.toContain('href="#id">');
    const again = readValues(refused.text);
    expect(again.id).toEqual(['']);
    const { headers } = await redacteur.post(pad, { ...again, woord: 'Heel iets anders' }).expect(303);
    expect(headers.location).toBe(`/beheer${base}/woordenlijst/heel-iets-anders?bewaard=ja`);
  });

  it('heet niet zoals iets anders, ook niet met een ander kenmerk of met hoofdletters', async () => {
    const { redacteur, concept, base } = await openEditor();
    const pad = `${base}/nieuw/woordenlijst`;
    const values = readValues((await redacteur.get(pad).expect(200)).text);
    const { woord = [] } = readValues(
      (await redacteur.get(`${base}/woordenlijst/${firstWord()}`).expect(200)).text,
    );
    const typed = { ...values, id: 'heel-ander-kenmerk', uitleg: 'Nog eens uitgelegd.' };
    const again = ` ${woord[0]?.toUpperCase()} `;
    const { text } = await redacteur.post(pad, { ...typed, woord: again }).expect(422);
    expect(text).toContain(`href="#woord">Woord: Er is al iets dat zo heet: “${woord[0]}”.`);
    const also = await redacteur
      .post(pad, { ...typed, woord: 'Proefwoord', ookBekendAls: again })
      .expect(422);
    expect(also.text).toMatch(/href="#ookBekendAls">[^<]*Er is al iets dat zo heet/);
    expect((await concept()).bestanden).toEqual({});
  });

  it('heeft geen twee antwoorden met dezelfde tekst: dat staat bij het tweede', async () => {
    const { redacteur, concept, base } = await openEditor();
    const pad = `${base}/vragen/rol`;
    const values = readValues((await redacteur.get(pad).expect(200)).text);
    const eerste = values['opties.0.tekst'] ?? [];
    const { text } = await redacteur.post(pad, { ...values, 'opties.1.tekst': eerste }).expect(422);
    expect(text).toContain(
      `href="#opties-1-tekst">Antwoord 2, Antwoord: Er is al iets dat zo heet: “${eerste[0]}”.`,
    );
    expect((await concept()).bestanden).toEqual({});
  });

  it('gaat niet weg zolang iets het noemt, en dan staat er waar', async () => {
    const { redacteur, files, base } = await openEditor();
    const pad = `${base}/organisaties/dimence`;
    const was = readValues((await redacteur.get(pad).expect(200)).text);
    const { text } = await redacteur.post(pad, { ...was, doe: 'verwijder' }).expect(409);
    expect(text).toContain('Dit kan nog niet weg: het wordt hier genoemd');
    expect(text).toMatch(
      /href="\/beheer\/concepten\/[^"]*\/inhoud\/gemeenten\/[a-z]+#ggzWerkgebied-organisatie"/,
    );
    // What stood in the form, stands there still, also what was typed and not saved.
    expect(readValues(text)).toEqual(was);
    expect(text).not.toContain('data-onbewaard');
    const typed = { ...was, beschrijving: 'Een nieuwe tekst.' };
    const again = await redacteur.post(pad, { ...typed, doe: 'verwijder' }).expect(409);
    expect(readValues(again.text)).toMatchObject({ beschrijving: ['Een nieuwe tekst.'], naam: was.naam });
    expect(again.text).toContain('data-onbewaard="getypt"');
    const source = `${base}/bronnen/overzicht-doorzettingsmacht-twente`;
    const named = await redacteur
      .post(source, { ...readValues((await redacteur.get(source).expect(200)).text), doe: 'verwijder' })
      .expect(409);
    // A table that names it more than once is there once, with how often.
    expect(named.text).toMatch(/criteria en regels: [^<]*TopX[^<]*<\/a>, bij Criteria \(\d+ keer\)/);
    expect(named.text.match(/href="[^"]*inhoud\/regels\/topx(#[^"]*)?">/g)).toHaveLength(1);
    const word = `${base}/woordenlijst/${firstWord()}`;
    const values = readValues((await redacteur.get(word).expect(200)).text);
    await redacteur.post(word, { was: values.was ?? '', doe: 'verwijder' }).expect(303);
    expect(JSON.stringify((await files())['tables/woordenlijst.json'])).not.toContain(
      `"id":"${firstWord()}"`,
    );
  });

  it('schuift een plek op, ook in een bestand met meer erin', async () => {
    const { redacteur, files, base } = await openEditor();
    const pad = `${base}/aanbieders/${aanbieders(projectFiles)[0]}`;
    const values = readValues((await redacteur.get(pad).expect(200)).text);
    await redacteur.post(pad, { ...values, doe: 'lager' }).expect(303);
    const [first, second, ...rest] = aanbieders(projectFiles);
    expect(aanbieders(await files())).toEqual([second, first, ...rest]);
  });

  it('schuift niets op met een knop die er niet is', async () => {
    const { redacteur, files, base } = await openEditor();
    const pad = `${base}/aanbieders/${aanbieders(projectFiles)[0]}`;
    const values = readValues((await redacteur.get(pad).expect(200)).text);
    await redacteur.post(pad, { ...values, doe: 'constructor' });
    expect(await files()).toEqual(projectFiles);
  });

  it('schuift een plek op met wat er getypt is, en niet zolang dat niet klopt', async () => {
    const { app, redacteur, files, base, concept } = await openEditor();
    const [first, second, ...rest] = aanbieders(projectFiles);
    const pad = `${base}/aanbieders/${first}`;
    const press = async (beschrijving: string) => {
      const { text } = await redacteur.get(pad).expect(200);
      return pressButton(app, text, 'Een plek omlaag', { typed: { beschrijving } }).set(
        'Cookie',
        redacteur.cookie,
      );
    };
    const refused = await press('');
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Vul dit in.')]);
    expect((await concept()).bestanden).toEqual({});
    const done = await press('Een nieuwe tekst.');
    expect([done.status, done.headers.location]).toEqual([303, `/beheer${pad}?bewaard=ja`]);
    expect(aanbieders(await files())).toEqual([second, first, ...rest]);
    expect(JSON.stringify(await files())).toContain('"beschrijving":"Een nieuwe tekst."');
  });
});

describe('twee redacteuren in een concept', () => {
  it('houden beider wijzigingen, en kiezen waar die botsen', async () => {
    const { app, records, redacteur, files, base } = await openEditor();
    const ander = await logIn(app, records, 'redacteur', { email: 'ander@gemeente.example' });
    const pad = `${base}/organisaties/dimence`;
    const [mine, theirs] = [redacteur, ander].map((one) => one.get(pad));
    const own = readValues((await mine?.expect(200))?.text ?? '');
    const other = readValues((await theirs?.expect(200))?.text ?? '');
    await ander.post(pad, { ...other, naam: 'Dimence Twente', beschrijving: 'Van de ander.' }).expect(303);
    const clash = await redacteur
      .post(pad, { ...own, beschrijving: 'Van mij.', soort: 'regionaal' })
      .expect(409);
    expect(clash.text).toContain('Wat u schreef: Van mij.');
    expect(clash.text).toContain('Wat de ander schreef: Van de ander.');
    const shown = readValues(clash.text);
    expect(shown).toMatchObject({
      naam: ['Dimence Twente'],
      beschrijving: ['Van mij.'],
      soort: ['regionaal'],
    });
    // Without a choice nothing is saved.
    await redacteur.post(pad, shown).expect(409);
    await redacteur.post(pad, { ...shown, 'botsing-0': 'ander' }).expect(303);
    const text = JSON.stringify((await files())['tables/organisaties.json']);
    expect(text).toContain('"naam":"Dimence Twente"');
    expect(text).toContain('"soort":"regionaal","beschrijving":"Van de ander."');
  });

  it('een botsing in een bestand met meer erin staat ook bij het veld', async () => {
    const { app, records, redacteur, files, base } = await openEditor();
    const ander = await logIn(app, records, 'redacteur', { email: 'ander@gemeente.example' });
    const pad = `${base}/aanbieders/${aanbieders(projectFiles)[1]}`;
    const own = readValues((await redacteur.get(pad).expect(200)).text);
    await ander.post(pad, { ...own, beschrijving: 'Van de ander.' }).expect(303);
    const clash = await redacteur.post(pad, { ...own, beschrijving: 'Van mij.' }).expect(409);
    expect(clash.text).toContain('Wat de ander schreef: Van de ander.');
    await redacteur.post(pad, { ...readValues(clash.text), 'botsing-0': 'uw' }).expect(303);
    expect(JSON.stringify((await files())['tables/clientondersteuning.json'])).toContain('Van mij.');
  });
});

function aanbieders(files: Readonly<Record<string, unknown>>): string[] {
  const json = files['tables/clientondersteuning.json'] as { aanbieders: { id: string }[] };
  return json.aanbieders.map(({ id }) => id);
}

function firstWord(): string {
  return (
    (projectFiles['tables/woordenlijst.json'] as { woordenlijst: { id: string }[] }).woordenlijst[0]?.id ?? ''
  );
}
