import { toTijdTekst } from '../../domain/datum-tekst.ts';
import type { VerstuurAanvraag } from '../../domain/ports/versturen.ts';
import type { Views } from '../../domain/ports/views.ts';
import { splitOnderwerp } from '../../domain/referral/mail-model.ts';
import { GELDIGHEID } from '../../domain/sending/overgangen.ts';
import type { Uitkomst } from '../../domain/sending/zending.ts';
import { writeMail } from './write-mail.ts';
import type { ZendingInhoud } from './zending-inhoud.ts';

interface Opties {
  readonly views: Pick<Views, 'renderText'>;
  /** The address that mail leaves from. */
  readonly van: string;
  readonly baseUrl: string;
  readonly now: () => Date;
}

/** Writes the mails that the server sends: the referral itself, the confirmation link, and how it ended. */
export type Berichten = ReturnType<typeof createBerichten>;

/** Makes the writer of mails that the server sends. */
export function createBerichten({ views, van, baseUrl, now }: Opties) {
  const toBase64 = (bericht: Buffer) => bericht.toString('base64');

  /** A mail of the server itself to the sender of a referral. */
  async function writeAanAfzender(sjabloon: string, tafel: string, afzender: string, model: object) {
    const { onderwerp, tekst } = splitOnderwerp(views.renderText(sjabloon, { tafel, baseUrl, ...model }));
    const bericht = await writeMail({
      van,
      aan: [afzender],
      cc: [],
      onderwerp,
      tekst,
      automatisch: true,
      datum: now(),
    });
    return { tafel, afzender, van, aan: [afzender], cc: [], onderwerp, bericht: toBase64(bericht) };
  }

  return {
    async writeAanmelding({ tafel, afzender, mail, pdfNaam, pdf }: VerstuurAanvraag): Promise<ZendingInhoud> {
      const { aan, cc, onderwerp } = mail;
      const bericht = await writeMail({
        van,
        aan,
        cc,
        antwoordAan: afzender,
        onderwerp,
        tekst: views.renderText('versturen-namens', { tekst: mail.tekst, afzender }),
        bijlage: { naam: pdfNaam, pdf: await pdf() },
        automatisch: false,
        datum: now(),
      });
      return {
        tafel: tafel.inZin,
        afzender,
        van,
        aan: [...aan],
        cc: [...cc],
        onderwerp,
        bericht: toBase64(bericht),
      };
    },

    /** Names the table and nothing else: whoever typed this address may have mistyped it. */
    writeBevestiging(tafel: string, afzender: string, link: string): Promise<ZendingInhoud> {
      const geldigTot = toTijdTekst(new Date(now().getTime() + GELDIGHEID));
      return writeAanAfzender('versturen-bevestig', tafel, afzender, { link, geldigTot });
    },

    /** How the sending of a referral ended, and what its sender can do now. */
    writeAfloop(
      inhoud: ZendingInhoud,
      sjabloon: 'mislukt' | 'onzeker' | 'deels',
      uitkomst: Uitkomst,
      bevestigd: Date,
    ): Promise<ZendingInhoud> {
      const { tafel, afzender, aan, cc, onderwerp } = inhoud;
      const nietAan = uitkomst.soort === 'deels' ? uitkomst.nietAan : [];
      return writeAanAfzender(`versturen-${sjabloon}`, tafel, afzender, {
        onderwerp,
        bevestigd: toTijdTekst(bevestigd),
        aan: aan.join(', '),
        nietAan: nietAan.join(', '),
        welAan: [...aan, ...cc].filter((adres) => !nietAan.includes(adres)).join(', '),
      });
    },
  };
}
