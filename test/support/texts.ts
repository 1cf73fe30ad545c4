import { join } from 'node:path';
import { readTexts } from '../../src/templates/texts.ts';
import { ROOT } from './real-content.ts';

/** The texts of the site. */
export const say = readTexts(join(ROOT, 'views/text'));
