import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { bronSchema } from '../domain/model/bron.ts';
import { clientondersteuningSchema } from '../domain/model/clientondersteuning.ts';
import type { Content } from '../domain/model/content.ts';
import { gemeenteSchema } from '../domain/model/gemeente.ts';
import { lokaleStapSchema } from '../domain/model/lokale-stap.ts';
import { noodnummerSchema } from '../domain/model/noodnummer.ts';
import { organisatieSchema } from '../domain/model/organisatie.ts';
import { type Overlegtafel, tafelGegevensSchema } from '../domain/model/overlegtafel.ts';
import { tafelRegelSchema } from '../domain/model/regel.ts';
import { p10RolSchema } from '../domain/model/rol.ts';
import { vraagSchema } from '../domain/model/vraag.ts';
import { woordSchema } from '../domain/model/woord.ts';
import { checkReferences } from './check-references.ts';
import { checkRegels } from './check-regels.ts';
import { ContentFout, type Fout } from './content-fout.ts';
import { readContentFile } from './read-file.ts';

const TAFEL_MAP = 'tables/overlegtafels';

/** The files of the content besides the tables, with the schema of each. */
const bestanden = {
  vragen: ['rules/vragen.json', z.array(vraagSchema).min(1)],
  lokaal: ['tables/lokaal.json', lokaleStapSchema],
  gemeenten: ['tables/gemeenten.json', z.array(gemeenteSchema).min(1)],
  organisaties: ['tables/organisaties.json', z.array(organisatieSchema).min(1)],
  clientondersteuning: ['tables/clientondersteuning.json', clientondersteuningSchema],
  rollen: ['tables/rollen.json', z.array(p10RolSchema).min(1)],
  noodnummers: ['tables/noodnummers.json', z.array(noodnummerSchema).min(1)],
  bronnen: ['tables/bronnen.json', z.array(bronSchema).min(1)],
  woordenlijst: ['tables/woordenlijst.json', z.array(woordSchema).min(1)],
} as const;

/**
 * Reads and cross-checks all content below `root` (the folder that holds `rules/` and `tables/`).
 * @throws ContentFout with every fault at once: file, place and remedy.
 */
export function loadContent(root: string): Content {
  const fouten: Fout[] = [];
  const delen = Object.fromEntries(
    Object.entries(bestanden).map(([deel, [bestand, schema]]) => [
      deel,
      readContentFile(root, bestand, schema, fouten),
    ]),
  );
  const tafels = loadTafels(root, fouten);
  if (fouten.length > 0) throw new ContentFout(fouten);
  const content = { ...delen, tafels } as Content;
  const samenhang = [...checkReferences(content), ...checkRegels(content)];
  if (samenhang.length > 0) throw new ContentFout(samenhang);
  return content;
}

function loadTafels(root: string, fouten: Fout[]): Overlegtafel[] {
  const tafels = listJson(root, TAFEL_MAP, fouten).flatMap((naam) => {
    const gegevens = readContentFile(root, `${TAFEL_MAP}/${naam}.json`, tafelGegevensSchema, fouten);
    const regels = readContentFile(root, `rules/${naam}.json`, tafelRegelSchema, fouten);
    checkNaam(`${TAFEL_MAP}/${naam}.json`, 'id', gegevens?.id, naam, fouten);
    checkNaam(`rules/${naam}.json`, 'tafel', regels?.tafel, naam, fouten);
    return gegevens && regels ? [{ ...gegevens, regels }] : [];
  });
  const tafelNamen = new Set(listJson(root, TAFEL_MAP, []));
  for (const naam of listJson(root, 'rules', fouten)) {
    if (naam !== 'vragen' && !tafelNamen.has(naam)) {
      fouten.push({
        bestand: `rules/${naam}.json`,
        plaats: '',
        melding: `hoort bij geen tafel. Voeg ${TAFEL_MAP}/${naam}.json toe of verwijder dit bestand.`,
      });
    }
  }
  return tafels.sort(ladderVolgorde);
}

function listJson(root: string, map: string, fouten: Fout[]): string[] {
  try {
    const namen = readdirSync(join(root, map)).filter((naam) => naam.endsWith('.json'));
    return namen.map((naam) => naam.slice(0, -'.json'.length)).sort();
  } catch {
    fouten.push({
      bestand: map,
      plaats: '',
      melding: 'deze map is niet te lezen. Zet de map met inhoud terug.',
    });
    return [];
  }
}

function checkNaam(
  bestand: string,
  plaats: string,
  id: string | undefined,
  naam: string,
  fouten: Fout[],
): void {
  if (id !== undefined && id !== naam) {
    fouten.push({
      bestand,
      plaats,
      melding: `is "${id}", maar het bestand heet "${naam}". Maak die gelijk.`,
    });
  }
}

/** Overlegtafels by trede and by `volgorde` within it; provisions last. */
function ladderVolgorde(a: Overlegtafel, b: Overlegtafel): number {
  const soort = Number(a.soort === 'voorziening') - Number(b.soort === 'voorziening');
  return soort || a.trede - b.trede || a.volgorde - b.volgorde;
}
