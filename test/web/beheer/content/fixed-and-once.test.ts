import { expect, it } from 'vitest';
import { openEditor, readValues } from '../../../support/content-editor.ts';

it('weigert de CBS-code van een andere gemeente, met de naam van die gemeente', async () => {
  const { redacteur, concept, base } = await openEditor();
  const pad = `${base}/gemeenten/borne`;
  const { text } = await redacteur.get(pad).expect(200);
  const again = await redacteur.post(pad, { ...readValues(text), cbsCode: 'GM0141' }).expect(422);
  expect(again.text).toContain('Dit is al de code van “Almelo”. Kijk na welke code hier hoort.');
  expect((await concept()).bestanden).toEqual({});
});

it('vraagt bij criteria en regels niet over welke tafel het gaat, en wijst naar waar haar naam staat', async () => {
  const { redacteur, concept, base } = await openEditor();
  const pad = `${base}/regels/topx`;
  const { text } = await redacteur.get(pad).expect(200);
  expect(text).toMatch(/<input type="hidden" name="tafel" value="topx">/);
  expect(text).not.toMatch(/<label[^>]*for="[^"]*tafel"/);
  expect(text).toContain('andere helft van deze tafel: naam, aanmelden en contacten');
  await redacteur.post(pad, readValues(text)).expect(303);
  expect((await concept()).bestanden).toEqual({});
});
