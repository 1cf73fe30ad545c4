import { join } from 'node:path';
import { readTexts } from '../../src/templates/texts.ts';

/** The texts of the site; from the folder in which the tests are started, since the bench runs from a build of its own. */
export const say = readTexts(join(process.cwd(), 'views/text'));
