import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { OpslagFout } from '../../domain/ports/opslag-fout.ts';

/** The version of the form in which data is kept. */
export const VERSIE = 1;

/** Where the last good version of a file is kept: beside it, as `<name>.vorige.json`. */
export function toVorigePad(pad: string): string {
  return pad.replace(/\.json$/, '.vorige.json');
}

/**
 * Reads a file of the store and checks it; null when it was never made.
 * @throws OpslagFout when it cannot be read or is not whole: it is never started over.
 */
export async function readJsonFile<T>(pad: string, schema: z.ZodType<T>): Promise<T | null> {
  const tekst = readOrThrow(pad);
  if (tekst === null) {
    const vorige = toVorigePad(pad);
    if (readOrThrow(vorige) === null) return null;
    throw new OpslagFout(
      `Het bestand ${pad} is weg, maar de vorige versie is er nog: ${vorige}. Maak daarvan een kopie met de naam ` +
        `${pad} en start opnieuw. Wilt u leeg beginnen? Verplaats dan ook ${vorige}.`,
    );
  }
  const gelezen = parse(tekst, schema);
  if ('data' in gelezen) return gelezen.data;
  throw new OpslagFout(
    `Het bestand ${pad} ${gelezen.reden}. Er is niets overschreven. ${toHerstel(pad, schema)}`,
  );
}

function parse<T>(tekst: string, schema: z.ZodType<T>): { data: T } | { reden: string } {
  try {
    const json: unknown = JSON.parse(tekst);
    const versie = z.object({ versie: z.number().gt(VERSIE) }).safeParse(json);
    if (versie.success) return { reden: 'komt van een nieuwere versie van deze server' };
    const resultaat = schema.safeParse(json, { reportInput: false });
    if (resultaat.success) return { data: resultaat.data };
    const plaats = resultaat.error.issues[0]?.path.join('.') ?? '';
    return { reden: `heeft niet de goede vorm${plaats === '' ? '' : ` (bij ${plaats})`}` };
  } catch {
    return { reden: 'is beschadigd of niet compleet: het is geen geldige JSON' };
  }
}

function toHerstel<T>(pad: string, schema: z.ZodType<T>): string {
  const vorige = toVorigePad(pad);
  return isGoed(vorige, schema)
    ? `De laatste goede versie is ${vorige}. Bewaar het kapotte bestand, kopieer de goede versie naar ${pad} en start opnieuw.`
    : 'Er is geen goede vorige versie. Bewaar het bestand, zet een reservekopie terug en start opnieuw.';
}

function isGoed<T>(pad: string, schema: z.ZodType<T>): boolean {
  try {
    const tekst = readOrThrow(pad);
    return tekst !== null && 'data' in parse(tekst, schema);
  } catch {
    return false;
  }
}

/** Waits for the disk: the start can do nothing else yet, and going through the threads of Node for it takes 10 ms. */
function readOrThrow(pad: string): string | null {
  try {
    return readFileSync(pad, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new OpslagFout(
      `Het bestand ${pad} is niet te lezen (${code}). Er is niets overschreven. ` +
        'Geef de gebruiker van de server leesrechten op dit bestand en start opnieuw.',
    );
  }
}

const REDENEN: Readonly<Record<string, string>> = {
  ENOSPC: 'de schijf is vol. Maak ruimte',
  EDQUOT: 'de ruimte voor deze gebruiker is op. Maak ruimte',
  EFBIG: 'het bestand wordt te groot. Maak ruimte',
  EROFS: 'de schijf is alleen te lezen. Kies met DATA_DIR een map waarin de server mag schrijven',
  EACCES: 'de server heeft geen rechten. Geef de gebruiker van de server rechten op de map',
  EPERM: 'de server heeft geen rechten. Geef de gebruiker van de server rechten op de map',
  EEXIST: 'waar de map hoort, staat een bestand. Verplaats dat',
  ENOTDIR: 'hoger in het pad staat een bestand in plaats van een map. Kies met DATA_DIR een andere map',
  ENOENT: 'de map is weg. Zet de map terug',
  EIO: 'de schijf geeft een fout. Controleer de schijf',
};

/** A fault of the file system as a sentence; what is no such fault stays as it is. */
export function toOpslagFout(error: unknown, pad: string): Error {
  if (error instanceof OpslagFout) return error;
  const { code } = (error ?? {}) as { code?: unknown };
  if (typeof code !== 'string') return error instanceof Error ? error : new Error(String(error));
  const reden = REDENEN[code] ?? `het systeem meldt ${code}. Controleer de map`;
  return new OpslagFout(`Opslaan in ${pad} lukt niet: ${reden}. Wat er al stond, is bewaard.`);
}
