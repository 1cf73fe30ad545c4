import { type PdfDict, type PdfObjects, PdfRef, PdfText } from './pdf-objects.ts';
import { listElements, listPages, type Run, readLetters, readRuns, readStructure } from './pdf-structure.ts';
import {
  findHeadingFaults,
  findNestingFaults,
  findParentFaults,
  findTableFaults,
  listIf,
} from './pdf-tag-faults.ts';

const SCRIPTS = ['OpenAction', 'AA', 'JavaScript', 'JS'];
/**
 * What in a PDF is not as PDF/UA-1 asks, by the failure conditions of the Matterhorn Protocol that a program can judge
 * and that our documents can meet: tags, structure, fonts, words about itself, files with it. Links, forms
 * and scripts are not looked into, since none may be there.
 */
export function findPdfFaults(pdf: PdfObjects): string[] {
  const root = pdf.dict(pdf.trailer.get('Root'));
  const pages = listPages(pdf).map((dict) => ({ dict, runs: readRuns(pdf, dict) }));
  const structure = readStructure(pdf);
  return [
    ...findAboutFaults(pdf, root),
    ...pages.flatMap(({ dict, runs }, index) =>
      [...findPageFaults(dict, runs)].map((fault) => `page ${index + 1}: ${fault}`),
    ),
    ...findParentFaults(pdf, root, pages, structure),
    ...structure.flatMap((top) => [...findNestingFaults(top)]),
    ...findHeadingFaults(structure),
    ...structure.flatMap(listElements).flatMap((element) => [...findTableFaults(element)]),
    ...pages.flatMap(({ dict }) => [...findFontFaults(pdf, dict)]),
    ...findFileFaults(pdf, root),
  ];
}

/** 05, 06, 07, 11, 26, 29. */
function* findAboutFaults(pdf: PdfObjects, root: PdfDict): Generator<string> {
  const info = pdf.dict(pdf.trailer.get('Info'));
  const meta = pdf.dict(root.get('Metadata')).stream ?? '';
  const mark = pdf.dict(root.get('MarkInfo'));
  const lang = root.get('Lang');
  yield* listIf(mark.get('Marked') !== true, 'not marked as tagged');
  yield* listIf(mark.get('Suspects') === true, 'tags are suspect');
  yield* listIf(!(lang instanceof PdfText && /^[a-z]{2}/.test(lang.bytes)), 'no language');
  yield* listIf(
    pdf.dict(root.get('ViewerPreferences')).get('DisplayDocTitle') !== true,
    'the title is not shown',
  );
  yield* listIf(!/<pdfuaid:part>1</.test(meta), 'does not say that it is PDF/UA-1');
  yield* listIf(
    !/<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<]*\S[^<]*</.test(meta),
    'no title in the metadata',
  );
  yield* listIf(String(info.get('Title') ?? '').trim() === '', 'no title');
  yield* listIf(pdf.trailer.has('Encrypt'), 'encrypted');
  yield* listIf(
    SCRIPTS.some((key) => root.has(key) || pdf.dict(root.get('Names')).has(key)),
    'does something by itself',
  );
}

/** 01, 10, 28, 30: all that is drawn is tagged once, or an artefact, and can be read. */
function* findPageFaults(page: PdfDict, runs: readonly Run[]): Generator<string> {
  yield* listIf(page.get('Tabs') !== '/S', 'tabs do not follow the structure');
  yield* listIf(page.has('Annots'), 'annotations, which nothing here looks into');
  for (const { tag, mcid, depth, text, strange } of runs) {
    yield* listIf(tag === null, `not tagged: ${text}`);
    yield* listIf(depth > 1, `a mark in a mark: ${text}`);
    yield* listIf(tag !== null && (tag === 'Artifact') !== (mcid === null), `a ${tag} without its number`);
    yield* listIf(text.includes('\0'), `cannot be read: ${text}`);
    yield* listIf(strange.length > 0, `draws with ${strange.join()}`);
  }
}

/** 10, 31: fonts are in the file, and say what text each of their glyphs is. */
function* findFontFaults(pdf: PdfObjects, page: PdfDict): Generator<string> {
  for (const value of pdf.dict(pdf.dict(page.get('Resources')).get('Font')).values()) {
    const font = pdf.dict(value);
    const name = String(font.get('BaseFont'));
    const descendant = pdf.dict(pdf.list(font.get('DescendantFonts'))[0]);
    const descriptor = pdf.dict(descendant.get('FontDescriptor'));
    const letters = readLetters(pdf, font);
    yield* listIf(!pdf.dict(descriptor.get('FontFile2')).stream, `${name} is not in the file`);
    yield* listIf(descriptor.has('CIDSet'), `${name} lists its glyphs, and not all`);
    yield* listIf(font.get('Encoding') !== '/Identity-H', `${name} has another encoding`);
    yield* listIf(descendant.get('CIDToGIDMap') !== '/Identity', `${name} does not say which glyph is which`);
    yield* listIf(
      pdf.list(pdf.list(descendant.get('W'))[1]).length !== letters.size,
      `${name} lacks widths or texts`,
    );
    for (const [glyph, text] of letters)
      yield* listIf(text === '' || /[\0\ufeff\ufffe]/.test(text), `glyph ${glyph} of ${name} is no text`);
  }
}

/** 21: a file that goes with it has its name, its type, what it is for and how it belongs to the document. */
function* findFileFaults(pdf: PdfObjects, root: PdfDict): Generator<string> {
  const names = pdf.list(pdf.dict(pdf.dict(root.get('Names')).get('EmbeddedFiles')).get('Names'));
  const listed = names.filter((value) => value instanceof PdfRef).map((value) => pdf.dict(value));
  const associated = pdf.list(root.get('AF')).map((value) => pdf.dict(value));
  yield* listIf(
    listed.some((file) => !associated.includes(file)),
    'a file that belongs to nothing',
  );
  for (const file of new Set([...listed, ...associated])) {
    const stream = pdf.dict(pdf.dict(file.get('EF')).get('F'));
    for (const key of ['F', 'UF', 'Desc', 'AFRelationship'])
      yield* listIf(!file.has(key), `a file without ${key}`);
    yield* listIf(!stream.stream || !stream.has('Subtype'), 'a file without bytes or type');
  }
}
