import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeText } from '../../../src/domain/referral/package-text.ts';
import { createReferralComposer } from '../../../src/referral/referral-service.ts';
import { createViews } from '../../../src/templates/handlebars-views.ts';
import { content, evaluate, model, ROOT } from '../../support/real-content.ts';
import { NOW } from '../../support/test-site.ts';
import { say } from '../../support/texts.ts';
import { fillAll, VERWIJS_ROUTES } from '../../support/verwijzing-cases.ts';

const views = createViews(join(ROOT, 'views'));
const service = createReferralComposer({ content, model, evaluate, views, say, now: () => NOW });

it.each(VERWIJS_ROUTES)(
  'has no line that a mail program would glue to the one before: $tafel, $rol',
  async ({ tafel, basis, rol }) => {
    const found = model.tafelOf.get(tafel);
    const referralCase = found && (await service.read(found, { ...basis, rol }));
    if (!referralCase) throw new Error(tafel);
    const checked = service.check(referralCase.velden, fillAll(tafel, rol), []);
    if ('fouten' in checked) throw new Error(JSON.stringify(checked.fouten));
    const lines = writeText(service.compose(referralCase, checked).pakket.document).split('\n');
    // It wraps long lines, and what is left over goes before the next one, but for an item or after a blank line.
    const glued = lines.filter((line, index) => {
      const before = lines[index - 1] ?? '';
      const isApart = before === '' || /^[\p{Lu} ]+$|:$/u.test(before);
      return line !== '' && !isApart && !/^ *- |^ {2}/.test(line);
    });
    expect(glued).toEqual([]);
    expect(lines.filter((line) => line.startsWith('- ')).length).toBeGreaterThan(1);
  },
);
