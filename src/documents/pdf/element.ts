type Structure = PDFKit.PDFStructureElement & {
  // What the types of pdfkit do not know: the element as it is written into the file.
  readonly dictionary: { readonly data: { readonly S: string; A?: Attributes } };
};
type Attributes = Readonly<Record<string, string | number>>;

/**
 * An element of the structure that a screen reader follows: a paragraph, a cell. It is in the file, below its parent,
 * from when it is first asked for: when something of it is drawn. What does not fit any more leaves no empty element.
 */
export type Element = () => Structure;

/** Prepares an element with its attributes, such as the scope of a heading; without a parent it is the whole document. */
export function createElement(
  doc: PDFKit.PDFDocument,
  parent: Element | null,
  role: string,
  attributes?: Attributes,
): Element {
  let made: Structure | undefined;
  return () => {
    if (made) return made;
    made = doc.struct(role) as Structure;
    if (attributes) made.dictionary.data.A = attributes;
    if (parent) parent().add(made);
    else doc.addStructure(made);
    return made;
  };
}

/** What is drawn from here on, up to `endMarkedContent`, belongs to an element. */
export function markElement(doc: PDFKit.PDFDocument, element: Element): void {
  const structure = element();
  structure.add(doc.markStructureContent(structure.dictionary.data.S));
}
