import { checkSamenhang } from '../domain/checks/check-samenhang.ts';
import { checkVoorbeelden } from '../domain/checks/check-voorbeelden.ts';
import { createBeslismodel } from '../domain/model/beslismodel.ts';
import type { Content } from '../domain/model/content.ts';
import { checkReferences } from './check-references.ts';
import { checkRegels } from './check-regels.ts';
import type { Fout } from './content-fout.ts';

/** All faults of content that was read: references to what is not there first, then what leads nowhere. */
export function checkContent(content: Content): Fout[] {
  const verwijzingen = [...checkReferences(content), ...checkRegels(content)];
  const fouten = [...verwijzingen, ...checkSamenhang(content, verwijzingen)];
  // An example goes wrong with every other fault, and would only repeat it in other words.
  return fouten.length > 0 ? fouten : checkVoorbeelden(createBeslismodel(content), content.voorbeelden);
}
