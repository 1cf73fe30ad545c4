import type { Request } from 'express';
import { giveAdvies } from '../../domain/advice/advies.ts';
import { MAX_CASUS, MEDIA_TYPE } from '../../domain/casus/casus.ts';
import { putAdvies, readAntwoorden } from '../../domain/casus/change-casus.ts';
import { toCasusFileName, writeCasus } from '../../domain/casus/write-casus.ts';
import type { PaperFile } from '../../domain/referral/paper-document.ts';
import type { VeldFault } from '../../domain/referral/verwijzing.ts';
import type { Services } from '../../services.ts';
import type { MadeReferral } from '../referral/referral-desk.ts';
import type { CasusReader } from './read-casus.ts';
import { toCasusAdvies } from './to-casus-page.ts';

/** The case file of a referral for inside its PDF, null when its sender did not ask for it; or why there is none. */
export type AttachCasus = (
  req: Request<Record<string, string>>,
  referral: MadeReferral,
) => Promise<{ readonly bijlage: PaperFile | null } | { readonly fouten: readonly VeldFault[] }>;

/** Makes what gives the receiver of a package the same case to go on with. */
export function createAttachCasus(deps: Services, reader: CasusReader): AttachCasus {
  const { model, evaluate, say, baseUrl } = deps;

  return async (req, { metCasus, pakket }) => {
    if (!metCasus || pakket.belkaart) return { bijlage: null };
    const brought = await reader.readForm(req as Request, req.body, pakket.tafel.id);
    if ('fouten' in brought) return brought;
    const advies = await giveAdvies(model, evaluate, readAntwoorden(brought.casus));
    const casus = putAdvies(brought.casus, toCasusAdvies(advies), reader.moment());
    const tekst = writeCasus(casus);
    if (Buffer.byteLength(tekst) > MAX_CASUS)
      return { fouten: [{ veld: 'casuscode', melding: say('casus.te-groot') }] };
    const naam = toCasusFileName(casus.casuscode, reader.today());
    const omschrijving = say('pdf.bijlage-uitleg', { naam, adres: `${baseUrl}/casus` });
    return { bijlage: { naam, type: MEDIA_TYPE, omschrijving, tekst } };
  };
}
