import { expect, it } from 'vitest';
import { countOther, diffLines, toPageLines } from '../../../src/web/beheer/drafts/diff-lines.ts';

const lines = (...from: string[]) => from;

it('zet oud en nieuw naast elkaar, en merkt alleen de woorden die verschillen', () => {
  const [pair, ...rest] = diffLines(lines('Bel 088 111 op werkdagen.'), lines('Bel 088 222 op werkdagen.'));
  expect(rest).toEqual([]);
  const marked = (pieces: typeof pair extends undefined ? never : NonNullable<typeof pair>['van']) =>
    pieces?.filter(({ isAnders }) => isAnders).map(({ tekst }) => tekst);
  expect(marked(pair?.van ?? null)).toEqual(['111']);
  expect(marked(pair?.naar ?? null)).toEqual(['222']);
  expect(pair?.van?.map(({ tekst }) => tekst).join('')).toBe('Bel 088 111 op werkdagen.');
});

it('laat weg wat ver van een verschil gelijk is, en zegt hoeveel', () => {
  const same = Array.from({ length: 10 }, (_, number) => `regel ${number}`);
  const pairs = diffLines([...same, 'oud'], [...same, 'nieuw']);
  expect(pairs).toHaveLength(3);
  expect(pairs[0]?.overgeslagen).toBe(8);
  expect(pairs[2]).toMatchObject({ isAnders: true });
});

it('heeft aan één kant niets waar een regel erbij komt of weg gaat', () => {
  expect(diffLines(lines('a'), lines('a', 'b'))[1]).toMatchObject({ van: null, naar: [{ tekst: 'b' }] });
  expect(diffLines(lines('a', 'b'), lines('a'))[1]).toMatchObject({ van: [{ tekst: 'b' }], naar: null });
  expect(countOther(lines('a'), lines('a'))).toBe(0);
});

it('leest van een pagina de tekst van main, zonder opmaak en tekening', () => {
  const html =
    '<body><header>kop</header><main id="x"><h1>Eén <b>twee</b></h1><svg><text>niet</text></svg><ul><li>a &amp; b</li><li>&#x27;c&#39;&nbsp;d &lt;e&gt;</li></ul></main><footer>voet</footer></body>';
  expect(toPageLines(html)).toEqual(['Eén twee', 'a & b', "'c' d <e>"]);
});
