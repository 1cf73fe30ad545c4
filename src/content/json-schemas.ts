import { z } from 'zod';
import { BESTANDEN, TAFEL_BESTANDEN } from './content-files.ts';

const UITLEG =
  'Gemaakt uit src/domain/model met npm run content:schemas; niet met de hand wijzigen. Helpt een editor bij het invullen. De wegwijzer zelf controleert meer: npm run content:check.';

/**
 * The JSON Schemas of the content files, as text by path from the folder of the project.
 * In draft 7, the newest that common editors know in full. What zod checks by function is not in it.
 */
export function toJsonSchemas(): ReadonlyMap<string, string> {
  const soorten = [...Object.values(BESTANDEN), ...Object.values(TAFEL_BESTANDEN)];
  return new Map(
    soorten.map(({ schemaPad, schema }) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
      return [schemaPad, `${JSON.stringify({ $schema, $comment: UITLEG, ...rest }, null, 2)}\n`];
    }),
  );
}
