import { findFirstCall, type TafelOordeel } from '../advice/advies.ts';
import type { Antwoord } from '../model/antwoorden.ts';
import type { Content } from '../model/content.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { toRolName } from '../model/rol.ts';
import { VERZEKERAAR } from '../model/routing-facts.ts';
import { toSentence } from '../sentence.ts';
import type { Say } from '../texts.ts';
import type { CallOpening } from './phone-card.ts';

interface Call {
  readonly oordeel: TafelOordeel;
  /** Of who calls. */
  readonly rol: Antwoord | undefined;
  readonly ontvanger: string;
  /** Whether something is not filled in yet. */
  readonly concept: boolean;
}

/** Whom to call, in the order of the advice: who comes before the table first, and who may not refer asks who may. */
export function toCallOpening(
  { content, say }: { readonly content: Content; readonly say: Say },
  { oordeel, rol, ontvanger, concept }: Call,
): CallOpening {
  const { tafel, aanmelder } = oordeel;
  const { belNu, gevaar } = content.pakketvelden.belkaart;
  const firstCall = findFirstCall(oordeel, rol);
  const via = aanmelder.via === null ? null : toRolName(content, aanmelder.via);
  const nummer = via === null ? toNummer(tafel) : [];
  const open = concept ? [say('belkaart.open')] : [];
  if (firstCall) {
    const how = content.noodnummers.find(({ id }) => id === firstCall.nummer);
    return {
      kop: toSentence(firstCall.advies),
      gevaar,
      waarom: [firstCall.uitleg, how?.nummer ?? how?.alsOnbekend].filter((text) => typeof text === 'string'),
      regels: [
        via === null
          ? [say('belkaart.daarna', { ontvanger }), ...nummer].join(' ')
          : say('belkaart.daarna-via', { rol: via, tafel: tafel.inZin }),
        ...open,
      ],
    };
  }
  const own = toOwnRegie({ content, say }, oordeel, rol);
  const asks = via === null ? null : say('belkaart.via', { rol: via, tafel: tafel.inZin });
  return {
    kop: `${belNu} ${ontvanger}`,
    gevaar,
    waarom: [],
    regels: [
      ...(asks === null ? [say('belkaart.wacht-niet'), ...nummer] : [...(own === null ? [] : [own]), asks]),
      ...open,
    ],
  };
}

/** What somebody of the zorgkantoor does, who would else be asked to ask for the zorgkantoor; null for others. */
export function toOwnRegie(
  { content, say }: { readonly content: Content; readonly say: Say },
  { tafel, aanmelder }: TafelOordeel,
  rol: Antwoord | undefined,
): string | null {
  if (rol !== VERZEKERAAR || aanmelder.via === null || tafel.kanaal.soort !== 'telefoon') return null;
  const regie = content.organisaties.find(({ id }) => id === tafel.regie.organisatie);
  return regie?.soort === 'zorgkantoor' ? say('belkaart.eigen-regie') : null;
}

/** The number of the table, or what to do where it is not known. */
function toNummer({ kanaal }: Overlegtafel): string[] {
  const nummer = kanaal.adres ?? kanaal.alsOnbekend;
  return nummer === null ? [] : [nummer];
}
