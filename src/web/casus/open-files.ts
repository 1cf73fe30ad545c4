import type { Casus, CasusAdvies } from '../../domain/casus/casus.ts';
import { withoutEmptyAdvies } from '../../domain/casus/change-casus.ts';
import { mergeCasussen } from '../../domain/casus/merge-casus.ts';
import type { ParsedCasus } from '../../domain/casus/parse-casus.ts';
import { isSealed, parseSealed } from '../../domain/casus/sealed-casus.ts';
import { hasRoom } from '../../domain/casus/write-casus.ts';
import type { Say } from '../../domain/texts.ts';
import { readUtf8 } from '../../http/read-text.ts';
import type { Sealer } from './sealed-file.ts';

/** A file that was not opened: what is wrong, at which field, and whether it is only for now. */
export interface Closed {
  readonly fout: string;
  readonly veld: 'bestand' | 'wachtwoord';
  readonly teDruk?: true;
}

/** Files that were opened and joined: what could not be kept, and the advice of the first one. */
export interface Opened {
  readonly casus: Casus;
  /** The case of each file of which everything could be kept. */
  readonly heel: readonly Casus[];
  readonly gevallen: readonly string[];
  readonly eerder: CasusAdvies | undefined;
}

interface Deps {
  readonly say: Say;
  readonly parseText: (text: string) => ParsedCasus;
  readonly sealer: Sealer;
}

/** How every PDF begins. */
const PDF = '%PDF-';

/** Makes what opens uploaded files, encrypted or not, and joins them with the case that the page has. */
export function createFileOpener({ say, parseText, sealer }: Deps) {
  async function openOne(bytes: Buffer, passphrase: string, who: string): Promise<ParsedCasus | Closed> {
    if (bytes.subarray(0, PDF.length).toString('latin1') === PDF) return { fout: say('casus.pdf') };
    const text = readUtf8(bytes);
    if (text === null) return { fout: say('casus.geen-tekst') };
    if (!isSealed(text)) return parseText(text);
    const parsed = parseSealed(say, text);
    if ('fout' in parsed) return parsed;
    if (passphrase === '') return { veld: 'wachtwoord', fout: say('versleuteld.vraag') };
    const opened = await sealer.open(parsed.sealed, passphrase, who);
    if (opened === null) return { veld: 'wachtwoord', fout: say('versleuteld.te-druk'), teDruk: true };
    if (opened === 'wrong') return { veld: 'wachtwoord', fout: say('versleuteld.past-niet') };
    const inner = readUtf8(opened);
    return inner === null ? { fout: say('casus.geen-tekst') } : parseText(inner);
  }

  return async (
    files: readonly Buffer[],
    passphrase: string,
    base: Casus | null,
    who: string,
  ): Promise<Opened | Closed> => {
    if (files.length === 0) return { veld: 'bestand', fout: say('casus.geen-bestand') };
    let casus = base;
    let eerder = base?.advies?.waarde;
    const gevallen: string[] = [];
    const heel: Casus[] = [];
    for (const bytes of files) {
      const read = await openOne(bytes, passphrase, who);
      if ('fout' in read) return { veld: 'bestand', ...read };
      const parsed = { ...read, casus: withoutEmptyAdvies(read.casus) };
      if (casus && casus.casuscode !== parsed.casus.casuscode) {
        const codes = { code: casus.casuscode, andere: parsed.casus.casuscode };
        return { veld: 'bestand', fout: say('casus.andere-casus', codes) };
      }
      // What changed is told against the first file: that is the user's own.
      eerder ??= casus?.advies?.waarde ?? parsed.casus.advies?.waarde;
      const joined = casus ? mergeCasussen(casus, parsed.casus) : parsed.casus;
      if (casus && !hasRoom(joined, casus)) return { veld: 'bestand', fout: say('casus.vol-samen') };
      casus = joined;
      gevallen.push(...parsed.gevallen);
      if (parsed.gevallen.length === 0) heel.push(parsed.casus);
    }
    return { casus: casus as Casus, heel, gevallen, eerder };
  };
}
