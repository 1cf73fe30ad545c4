import type { Say } from '../texts.ts';
import type { CriteriumRegel, PackageBlock, PackageDocument, PackageRow } from './package-document.ts';

/** A piece of the package that is pasted into a field of somebody else's form. */
export interface Part {
  readonly naam: string;
  readonly tekst: string;
}

/** The package as the body of a mail: what the headers and the signature say is not said again. */
export function writeText(pakket: PackageDocument): string {
  return pakket
    .filter(({ id }) => id !== 'aanmelder')
    .flatMap(({ kop, blokken }) => {
      const tekst = writeBlocks(blokken, (rij) =>
        rij.onEnvelop ? null : ((rij.waarde || rij.leeg) ?? null),
      );
      // Plain text has no other way to make a heading stand out.
      return tekst === '' ? [] : [`${kop.toLocaleUpperCase('nl')}\n${tekst}`];
    })
    .join('\n\n');
}

/** Where the table can answer, as the last part of the body of a mail. */
export function writeAnswerLink(say: Say, address: string): string {
  return `${say('tafelantwoord.kop').toLocaleUpperCase('nl')}\n${say('tafelantwoord.uitleg')}\n${address}`;
}

/** The same as a piece to paste; none where there is no link. */
export function toLinkParts(say: Say, address: string | null): Part[] {
  if (address === null) return [];
  return [{ naam: say('tafelantwoord.kop'), tekst: `${say('tafelantwoord.uitleg')}\n${address}` }];
}

/** The package in pieces to paste: each fact by itself, and what means nothing alone together. */
export function toParts(pakket: PackageDocument): Part[] {
  return pakket.flatMap(({ kop, blokken }): Part[] => {
    const [first] = blokken;
    if (first?.soort === 'gegevens' && blokken.length === 1) {
      return first.rijen.flatMap(({ naam, waarde }) => (waarde ? [{ naam, tekst: waarde }] : []));
    }
    const tekst = writeBlocks(blokken, ({ waarde }) => waarde);
    return tekst === '' ? [] : [{ naam: kop, tekst }];
  });
}

type ReadValue = (rij: PackageRow) => string | null;

function writeBlocks(blocks: readonly PackageBlock[], read: ReadValue): string {
  return blocks
    .map((block) => writeBlock(block, read))
    .filter((tekst) => tekst !== '')
    .join('\n\n');
}

function writeBlock(block: PackageBlock, read: ReadValue): string {
  switch (block.soort) {
    case 'gegevens': {
      const rijen = block.rijen.flatMap((rij) => {
        const waarde = read(rij);
        return waarde ? [{ ...rij, waarde }] : [];
      });
      if (rijen.length === 0) return '';
      return block.kop === null
        ? rijen.map((rij, index) => writeRow(rij, rijen[index - 1])).join('\n')
        : [block.kop, ...rijen.map(({ naam, waarde }) => `- ${naam}: ${waarde}`)].join('\n');
    }
    case 'criteria':
      return block.regels.map((regel) => writeCriterium(regel, block.koppen)).join('\n');
    case 'punten':
      return [block.inleiding, ...block.punten.map(({ kort, antwoord }) => `- ${kort}: ${antwoord}`)].join(
        '\n',
      );
    case 'kosten':
      return [
        `${block.bijschrift}:`,
        ...block.kosten.regels.map(
          ({ naam, uren, perUur, bedrag }) => `- ${naam}: ${uren} uur × ${perUur} = ${bedrag}`,
        ),
        '',
        `${block.samen}: ${block.kosten.totaal}. ${block.navragen}`,
      ].join('\n');
    case 'lijst':
      return [block.inleiding, ...block.items.map((item) => `- ${item}`), '', block.voorbehoud].join('\n');
    case 'alinea':
      return block.tekst;
  }
}

/** A line each as an item: a mail program that wraps lines would glue a plain one to the one before. */
function writeRow({ naam, waarde, lang }: PackageRow, earlier: PackageRow | undefined): string {
  const tekst = lang ? `${naam}:\n${waarde}` : `- ${naam}: ${waarde}`;
  return earlier && (lang || earlier.lang) ? `\n${tekst}` : tekst;
}

function writeCriterium(
  regel: CriteriumRegel,
  [, oordeel, antwoord, onderbouwing]: Extract<PackageBlock, { soort: 'criteria' }>['koppen'],
): string {
  const begin = '  '.repeat(regel.depth);
  if ('kop' in regel) return `${begin}${regel.kop}`;
  const { punt } = regel;
  return [
    `${begin}- ${punt.tekst}`,
    `${begin}  ${oordeel}: ${punt.oordeel}.${punt.saysAntwoord ? '' : ` ${antwoord}: ${punt.antwoord}.`}`,
    ...(punt.onderbouwing === null ? [] : [`${begin}  ${onderbouwing}: ${punt.onderbouwing}`]),
  ].join('\n');
}
