import type { PdfDict, PdfObjects, PdfValue } from './pdf-objects.ts';
import { listElements, type PdfElement, type Run } from './pdf-structure.ts';

/** What may stand in an element: by name, in order where that matters, `+` once or more, `?` at most once. */
const CHILDREN: Readonly<Record<string, RegExp>> = {
  Document: /^H1 (P |L |Table |Sect )*$/,
  Sect: /^H2 (P |L |Table |Figure )*$/,
  L: /^(LI )+$/,
  LI: /^Lbl LBody $/,
  LBody: /^(P )*$/,
  Table: /^(Caption )?THead (TBody )*$/,
  THead: /^TR $/,
  TBody: /^(TR )+$/,
  TR: /^(TH |TD )+$/,
  TH: /^(P )*$/,
  TD: /^(P )*$/,
  Caption: /^(P )*$/,
};
/** Cells of a table may be empty, since something must stand there. */
const MAY_BE_EMPTY = ['TD', 'TH'];

/** A fault where there is one. */
export function* listIf(isFault: boolean, fault: string): Generator<string> {
  if (isFault) yield fault;
}

/** 01-006, 02: each piece of a page belongs to one element, which knows it, and so does the tree the other way round. */
export function* findParentFaults(
  pdf: PdfObjects,
  root: PdfDict,
  pages: readonly { readonly dict: PdfDict; readonly runs: readonly Run[] }[],
  structure: readonly PdfElement[],
): Generator<string> {
  const tree = pdf.dict(root.get('StructTreeRoot'));
  const nums = pdf.list(pdf.dict(tree.get('ParentTree')).get('Nums'));
  const parents = new Map<PdfValue, PdfValue[]>();
  for (let index = 0; index < nums.length; index += 2)
    parents.set(nums[index] ?? null, pdf.list(nums[index + 1]));
  const owners = new Map<string, PdfElement>();
  for (const top of structure) {
    yield* listIf(pdf.dict(top.dict.get('P')) !== tree, 'the top does not know the tree');
    for (const element of listElements(top)) {
      for (const child of element.children)
        yield* listIf(pdf.dict(child.dict.get('P')) !== element.dict, `a ${child.role} with another parent`);
      for (const [index, { page, mcid }] of element.runs.entries()) {
        yield* listIf(owners.has(`${page} ${mcid}`), `number ${mcid} of page ${page + 1} has two owners`);
        owners.set(`${page} ${mcid}`, element);
        const before = element.runs[index - 1];
        const isInOrder = !before || before.page < page || (before.page === page && before.mcid < mcid);
        yield* listIf(!isInOrder, `a ${element.role} reads back to front`);
      }
    }
  }
  for (const [place, { dict, runs }] of pages.entries()) {
    const list = parents.get(dict.get('StructParents') ?? null) ?? [];
    const numbers = runs.flatMap(({ mcid }) => (mcid === null ? [] : [mcid]));
    yield* listIf(new Set(numbers).size < numbers.length, `page ${place + 1} uses a number twice`);
    yield* listIf(list.length !== numbers.length, `page ${place + 1} is not whole in the tree of parents`);
    for (const { tag, mcid, text } of runs) {
      if (mcid === null) continue;
      const owner = owners.get(`${place} ${mcid}`);
      yield* listIf(!owner, `no element has: ${text}`);
      yield* listIf(owner?.role !== tag, `a ${owner?.role} is marked as ${tag}: ${text}`);
      yield* listIf(pdf.dict(list[mcid]) !== owner?.dict, `the tree of parents is wrong about: ${text}`);
      owners.delete(`${place} ${mcid}`);
    }
  }
  for (const [key, { role }] of owners) yield `a ${role} has ${key}, which no page shows`;
}

/** 02, 09, 16: known elements, each where it may stand, and none without anything in it. */
export function* findNestingFaults(top: PdfElement): Generator<string> {
  yield* listIf(top.role !== 'Document', `the top is a ${top.role}`);
  for (const { role, dict, children, text, attributes } of listElements(top)) {
    const names = children.map((child) => `${child.role} `).join('');
    const mayHold = CHILDREN[role];
    yield* listIf(
      mayHold
        ? !mayHold.test(names) && !(names === '' && text !== '') && !MAY_BE_EMPTY.includes(role)
        : names !== '',
      `a ${role} with ${names}`,
    );
    yield* listIf(names !== '' && text !== '', `a ${role} with both text and elements`);
    const isPicture = /^(Figure|Formula)$/.test(role);
    const isEmpty = names === '' && text.trim() === '' && !isPicture && !MAY_BE_EMPTY.includes(role);
    yield* listIf(isEmpty, `an empty ${role}`);
    yield* listIf(isPicture && !dict.has('Alt'), `a ${role} without words`);
    yield* listIf(isPicture && attributes.BBox === undefined, `a ${role} without a place`);
  }
}

/** 14: the first heading is an H1, and none is more than one deeper than the one before. */
export function* findHeadingFaults(structure: readonly PdfElement[]): Generator<string> {
  const levels = structure
    .flatMap(listElements)
    .flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role.slice(1))] : []));
  yield* listIf(levels.filter((level) => level === 1).length !== 1, 'not one H1');
  for (const [index, level] of levels.entries())
    yield* listIf(level > (levels[index - 1] ?? 0) + 1, `H${level} after H${levels[index - 1] ?? 0}`);
}

/** 15, 16: headings say of what, rows are equally wide, lists how they count. */
export function* findTableFaults(element: PdfElement): Generator<string> {
  if (element.role === 'L') {
    yield* listIf(
      !/^\/(None|Disc)$/.test(String(element.attributes.ListNumbering)),
      'a list without numbering',
    );
  }
  if (element.role === 'TH') {
    yield* listIf(!/^\/(Row|Column)$/.test(String(element.attributes.Scope)), 'a heading of nothing');
  }
  if (element.role !== 'Table') return;
  const rows = listElements(element).filter(({ role }) => role === 'TR');
  const widths = rows.map(({ children }) =>
    children.reduce((sum, cell) => sum + Number(cell.attributes.ColSpan ?? 1), 0),
  );
  yield* listIf(new Set(widths).size > 1, `rows of ${widths.join()} cells`);
  for (const { children } of rows) {
    const isAlone =
      children.length > 1 &&
      children.slice(1).every(({ text, children: parts }) => parts.length === 0 && text === '');
    yield* listIf(isAlone && children[0]?.text !== '', `a row with only blanks after: ${children[0]?.text}`);
  }
}
