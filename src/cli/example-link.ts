import { type Config, readConfig } from '../config.ts';
import { readContent } from '../content/load-content.ts';
import { parseAntwoorden } from '../domain/answers/parse-antwoorden.ts';
import type { Antwoorden } from '../domain/model/antwoorden.ts';
import { createSealedStand } from '../stand/sealed-stand.ts';
import { findStandSecret } from '../storage/folder/stand-secret-file.ts';

/**
 * Makes addresses at which a case can be opened on the site of this machine, valid as long as any other; null for a case that
 * the questions of now do not know. All are null when the site never started here, so that it has no secret, or cannot start.
 */
export function createExampleLink(
  root: string,
  read: () => Config = () => readConfig(root),
): (antwoorden: Antwoorden) => string | null {
  const { content } = readContent(root);
  const site = findSite(read);
  if (content === null || site === null) return () => null;
  const vraagOf = new Map(content.vragen.map((vraag) => [vraag.feit, vraag]));
  const zegel = createSealedStand({
    secrets: () => site.secrets,
    vragen: content.vragen,
    now: () => new Date(),
  });
  return (antwoorden) => {
    const parsed = parseAntwoorden(vraagOf, antwoorden);
    return 'waarde' in parsed ? `${site.baseUrl}/advies?a=${zegel.seal(parsed.waarde)}` : null;
  };
}

function findSite(
  read: () => Config,
): { readonly baseUrl: string; readonly secrets: readonly string[] } | null {
  try {
    const { baseUrl, standSecrets, dataDir } = read();
    const secrets = standSecrets ?? [findStandSecret(dataDir)].filter((kept) => kept !== null);
    return secrets.length === 0 ? null : { baseUrl, secrets };
  } catch {
    // What is wrong with the settings or the folder, the start and `config:check` say; a comparison does without links.
    return null;
  }
}
