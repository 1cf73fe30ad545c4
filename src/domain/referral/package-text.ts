import type { CriteriumRegel, PackageBlock, PackageDocument, PackageRow } from './package-document.ts';

/** A piece of the package that is pasted into a field of somebody else's form. */
export interface Deel {
  readonly naam: string;
  readonly tekst: string;
}

/** The package as the body of a mail: what the headers and the signature say is not said again. */
export function writeText(pakket: PackageDocument): string {
  return pakket
    .filter(({ id }) => id !== 'aanmelder')
    .flatMap(({ kop, blokken }) => {
      const tekst = writeBlocks(blokken, (rij) =>
        rij.opEnvelop ? null : ((rij.waarde || rij.leeg) ?? null),
      );
      // Plain text has no other way to make a heading stand out.
      return tekst === '' ? [] : [`${kop.toLocaleUpperCase('nl')}\n${tekst}`];
    })
    .join('\n\n');
}

/** The package in pieces to paste: each fact by itself, and what means nothing alone together. */
export function toDelen(pakket: PackageDocument): Deel[] {
  return pakket.flatMap(({ kop, blokken }): Deel[] => {
    const [eerste] = blokken;
    if (eerste?.soort === 'gegevens' && blokken.length === 1) {
      return eerste.rijen.flatMap(({ naam, waarde }) => (waarde ? [{ naam, tekst: waarde }] : []));
    }
    const tekst = writeBlocks(blokken, ({ waarde }) => waarde);
    return tekst === '' ? [] : [{ naam: kop, tekst }];
  });
}

type ReadValue = (rij: PackageRow) => string | null;

function writeBlocks(blokken: readonly PackageBlock[], read: ReadValue): string {
  const delen = blokken
    .map((blok) => ({ blok, tekst: writeBlock(blok, read) }))
    .filter(({ tekst }) => tekst !== '');
  return delen
    .map(({ tekst }, index) => {
      // Facts go on in what follows them; a list ends.
      const eerder = delen[index - 1]?.blok.soort ?? 'gegevens';
      return eerder === 'gegevens' ? tekst : `\n${tekst}`;
    })
    .join('\n')
    .trim();
}

function writeBlock(blok: PackageBlock, read: ReadValue): string {
  switch (blok.soort) {
    case 'gegevens': {
      const rijen = blok.rijen.flatMap((rij) => {
        const waarde = read(rij);
        return waarde ? [{ ...rij, waarde }] : [];
      });
      if (rijen.length === 0) return '';
      return blok.kop === null
        ? rijen.map(writeRow).join('\n')
        : [blok.kop, ...rijen.map(({ naam, waarde }) => `- ${naam}: ${waarde}`)].join('\n');
    }
    case 'criteria':
      return blok.regels.map((regel) => writeCriterium(regel, blok.koppen)).join('\n');
    case 'punten':
      return [blok.inleiding, ...blok.punten.map(({ kort, antwoord }) => `- ${kort}: ${antwoord}`)].join(
        '\n',
      );
    case 'kosten':
      return [
        `${blok.bijschrift}:`,
        ...blok.kosten.regels.map(
          ({ naam, uren, perUur, bedrag }) => `- ${naam}: ${uren} uur × ${perUur} = ${bedrag}`,
        ),
        `${blok.samen}: ${blok.kosten.totaal}. ${blok.navragen}`,
      ].join('\n');
    case 'lijst':
      return [blok.inleiding, ...blok.items.map((item) => `- ${item}`)].join('\n');
    case 'alinea':
      return blok.tekst;
  }
}

function writeRow({ naam, waarde, lang }: PackageRow): string {
  return lang ? `${naam}:\n${waarde}\n` : `${naam}: ${waarde}`;
}

function writeCriterium(
  regel: CriteriumRegel,
  [, oordeel, antwoord, onderbouwing]: Extract<PackageBlock, { soort: 'criteria' }>['koppen'],
): string {
  const begin = '  '.repeat(regel.diepte);
  if ('kop' in regel) return `${begin}${regel.kop}`;
  const { punt } = regel;
  return [
    `${begin}- ${punt.tekst}`,
    `${begin}  ${oordeel}: ${punt.oordeel}.${punt.zegtAntwoord ? '' : ` ${antwoord}: ${punt.antwoord}.`}`,
    ...(punt.onderbouwing === null ? [] : [`${begin}  ${onderbouwing}: ${punt.onderbouwing}`]),
  ].join('\n');
}
