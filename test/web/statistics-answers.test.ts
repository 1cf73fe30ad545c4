import { describe, expect, it } from 'vitest';
import { StorageFailure } from '../../src/domain/storage-failure.ts';
import { createTestLinks, toToken } from '../support/answer-links.ts';
import { postForm } from '../support/form-walker.ts';
import { findHtmlFaults } from '../support/html-faults.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { content } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { createTestApp, SPACIOUS, store } from '../support/test-app.ts';
import { NOW } from '../support/test-site.ts';

const TOPX = content.tafels.find(({ id }) => id === 'topx');
const [FIRST] = TOPX?.regels.criteria ?? [];
const WEEK = 7 * 24 * 60 * 60 * 1000;

describe('/statistiek', () => {
  it('shows what tables answered by their links, when the week is over', async () => {
    let now = NOW;
    const opslag = await openTestStore(makeTempDir());
    const app = createTestApp({ opslag, now: () => now, limits: SPACIOUS });
    const links = createTestLinks();
    const answer = (nummer: number, ...velden: (readonly [string, string])[]) => {
      const token = toToken(links.make({ tafel: 'topx', casuscode: `TW-${nummer}`, tekst: 'x' }));
      return postForm(app, `/terugmelden/${token}`, velden).expect(200);
    };
    const refuse = (nummer: number, waarom: string) =>
      answer(nummer, ['keuze', 'nietOpgepakt'], ['waarom', waarom]);
    for (let nummer = 0; nummer < 5; nummer += 1) {
      await answer(nummer, ['keuze', 'opgepakt']);
      await refuse(100 + nummer, `criterium:${FIRST?.id}`);
      await refuse(200 + nummer, 'reden:geen-plek');
    }
    const read = async () => (await request(app).get('/statistiek').expect(200)).text;
    const before = await read();
    expect(before).toContain('Wat tafels terugmelden');
    expect(before).not.toContain('ongeveer 33%');
    expect(await findHtmlFaults(before)).toEqual([]);
    now = new Date(NOW.getTime() + WEEK);
    const after = await read();
    expect(after).toContain('5, dat is ongeveer 33%');
    expect(after).toContain('dezelfde dag');
    expect(after).toContain('ongeveer 5 keer genoemd: aan dit criterium is niet voldaan');
    expect(await findHtmlFaults(after)).toEqual([]);
    const rows = [...after.slice(after.indexOf('Wat tafels terugmelden')).matchAll(/<th [^>]*scope="row"/g)];
    expect(rows).toHaveLength(content.tafels.length);
    // One of the answers changes: it is of this week now, and what is left is too few. That does not show at once.
    await answer(0, ['keuze', 'ontvangen']);
    expect(await read()).toBe(after);
    now = new Date(now.getTime() + WEEK);
    expect(await read()).not.toContain('ongeveer 33%');
  });

  it('says that the answers cannot be read, rather than that there are none', async () => {
    const antwoorden = {
      ...store.antwoorden,
      counted: async () => {
        throw new StorageFailure('De database is weg.');
      },
    };
    const app = createTestApp({ opslag: { ...store, antwoorden } });
    const { text } = await request(app).get('/statistiek').expect(200);
    expect(text).toContain('zijn nu niet te lezen');
    expect(text).toContain('Tafels in het advies');
    expect(await findHtmlFaults(text)).toEqual([]);
  });
});
