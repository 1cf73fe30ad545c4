import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocument } from '../../../src/documents/pdf/render-document.ts';
import { toPakket } from '../../support/pakket-document.ts';
import { findPdfFaults } from '../../support/pdf-faults.ts';
import { PdfDict, type PdfObjects, PdfText, readPdfObjects } from '../../support/pdf-objects.ts';
import { listElements, listPages, type PdfElement, readStructure } from '../../support/pdf-structure.ts';

let pdf: Buffer;
beforeAll(async () => {
  const table = {
    soort: 'tabel',
    bijschrift: '',
    koppen: ['a', 'b'],
    rijen: [['c', 'd'], { kop: 'e' }],
  } as const;
  pdf = await renderDocument(toPakket([{ soort: 'lijst', items: ['een'] }, table]));
});

/** A part of the file, to change. */
const root = (objects: PdfObjects) => objects.dict(objects.trailer.get('Root'));
const part = (objects: PdfObjects, ...path: string[]) =>
  path.reduce((dict, key) => objects.dict(dict.get(key)), root(objects));
const page = (objects: PdfObjects) => listPages(objects)[0] ?? new PdfDict();
const changePage = (objects: PdfObjects, from: string | RegExp, to: string) => {
  const contents = objects.dict(page(objects).get('Contents'));
  contents.stream = contents.stream?.replace(from, to) ?? '';
};
const find = (objects: PdfObjects, role: string): PdfElement => {
  const found = readStructure(objects)
    .flatMap(listElements)
    .find((element) => element.role === role);
  if (!found) throw new Error(role);
  return found;
};
const font = (objects: PdfObjects) =>
  objects.dict(objects.dict(objects.dict(page(objects).get('Resources')).get('Font')).get('F1'));
const descriptor = (objects: PdfObjects) =>
  objects.dict(objects.dict(objects.list(font(objects).get('DescendantFonts'))[0]).get('FontDescriptor'));
const changeLetters = (objects: PdfObjects, from: string | RegExp, to: string) => {
  const cmap = objects.dict(font(objects).get('ToUnicode'));
  cmap.stream = cmap.stream?.replace(from, to) ?? '';
};

describe('de keuring van een pdf ziet', () => {
  it.each<[string, (objects: PdfObjects) => unknown]>([
    ['no language', (objects) => root(objects).delete('Lang')],
    ['not marked as tagged', (objects) => part(objects, 'MarkInfo').delete('Marked')],
    ['the title is not shown', (objects) => part(objects, 'ViewerPreferences').clear()],
    ['does not say that it is PDF/UA-1', (objects) => root(objects).delete('Metadata')],
    ['no title', (objects) => objects.dict(objects.trailer.get('Info')).delete('Title')],
    ['encrypted', (objects) => objects.trailer.set('Encrypt', new PdfDict())],
    ['does something by itself', (objects) => root(objects).set('OpenAction', new PdfDict())],
    ['tabs do not follow', (objects) => page(objects).delete('Tabs')],
    ['annotations', (objects) => page(objects).set('Annots', [])],
    ['not tagged', (objects) => changePage(objects, /$/, ' BT /F1 9 Tf <0001> Tj ET')],
    ['a mark in a mark', (objects) => changePage(objects, '/H1 <<', '/Artifact BMC /H1 <<')],
    ['without its number', (objects) => changePage(objects, '/MCID 1', '')],
    ['draws with Do', (objects) => changePage(objects, 'EMC', '/Im1 Do EMC')],
    ['is marked as Span', (objects) => changePage(objects, '/H1', '/Span')],
    ['uses a number twice', (objects) => changePage(objects, '/MCID 1\n', '/MCID 0\n')],
    [
      'is not whole in the tree of parents',
      (objects) =>
        objects.list(objects.list(part(objects, 'StructTreeRoot', 'ParentTree').get('Nums'))[1]).pop(),
    ],
    [
      'the tree of parents is wrong',
      (objects) =>
        objects.list(objects.list(part(objects, 'StructTreeRoot', 'ParentTree').get('Nums'))[1]).reverse(),
    ],
    ['with another parent', (objects) => find(objects, 'LI').dict.delete('P')],
    [
      'has two owners',
      (objects) =>
        find(objects, 'LBody').dict.set(
          'K',
          find(objects, 'H2').runs.map(({ mcid }) => mcid),
        ),
    ],
    ['no element has', (objects) => find(objects, 'TD').dict.set('K', [])],
    ['an empty H2', (objects) => find(objects, 'H2').dict.set('K', [])],
    ['the top is a Part', (objects) => find(objects, 'Document').dict.set('S', '/Part')],
    ['a L with', (objects) => find(objects, 'LI').dict.set('S', '/P')],
    ['H3 after H1', (objects) => find(objects, 'H2').dict.set('S', '/H3')],
    ['not one H1', (objects) => find(objects, 'H1').dict.set('S', '/P')],
    ['a list without numbering', (objects) => find(objects, 'L').dict.delete('A')],
    ['a heading of nothing', (objects) => find(objects, 'TH').dict.delete('A')],
    [
      'rows of 2,2,1 cells',
      (objects) => {
        for (const { dict } of readStructure(objects).flatMap(listElements))
          objects.dict(dict.get('A')).delete('ColSpan');
      },
    ],
    ['is not in the file', (objects) => descriptor(objects).delete('FontFile2')],
    ['lists its glyphs', (objects) => descriptor(objects).set('CIDSet', null)],
    ['is no text', (objects) => changeLetters(objects, '[<fffd>', '[<0000>')],
    ['lacks widths or texts', (objects) => changeLetters(objects, /<[0-9a-f]+>\]/, ']')],
    ['cannot be read', (objects) => changeLetters(objects, '<0061>', '<>')],
    ['a file without Desc', (objects) => root(objects).set('AF', [new PdfDict([['F', new PdfText('a')]])])],
  ])('%s', (fault, change) => {
    const objects = readPdfObjects(pdf);
    expect(findPdfFaults(objects)).toEqual([]);
    change(objects);
    expect(findPdfFaults(objects).join('\n')).toContain(fault);
  });
});
