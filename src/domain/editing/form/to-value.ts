import { isDate } from '../../calendar.ts';
import { countCharacters } from '../../model/text-length.ts';
import type { AnswerForm, Lid, Veld } from './veld.ts';
import { type Groep, type Invoer, isDeel, joinPad, toGroep, toItems, toTekst } from './veld.ts';

/** What can be wrong with what was typed in one field, apart from all others. */
type Fault =
  | ('leeg' | 'kies' | 'kies-iets' | 'een-antwoord' | 'ja-nee' | 'datum' | 'webadres')
  | ('getal' | 'heel-getal' | 'getal-van' | 'getal-van-tot' | 'te-lang' | 'te-weinig')
  | ('dubbel' | 'vorm-leeg' | 'geen-kenmerk');

export interface FormFault {
  /** The name of the field. */
  readonly pad: string;
  readonly fout: Fault;
  readonly van?: number;
  readonly tot?: number;
}

/** The value of what was filled in, and all that is wrong with it; what is wrong stands in the value as it was typed. */
export function toValue(
  veld: Veld,
  invoer: Invoer,
  toAnswerForm: (siblings: Groep) => AnswerForm,
): { readonly value: unknown; readonly fouten: readonly FormFault[] } {
  const fouten: FormFault[] = [];
  const report = (pad: string, fout: FormFault['fout'], rest: Partial<FormFault> = {}) =>
    void fouten.push({ pad, fout, ...rest });
  return { value: toPart(veld, invoer, '', {}), fouten };

  function toPart(part: Veld, typed: Invoer, pad: string, siblings: Groep): unknown {
    switch (part.soort) {
      case 'vast':
        return part.waarde;
      case 'vink':
        return toTekst(typed) === 'ja' ? true : undefined;
      case 'meer':
        if (toItems(typed).length < part.min) report(pad, 'kies-iets');
        return toItems(typed);
      case 'antwoord': {
        const chosen = toItems(typed);
        if (chosen.length === 0) report(pad, 'kies-iets');
        const { isTekst, isEen } = toAnswerForm(siblings);
        if (isEen && chosen.length > 1) report(pad, 'een-antwoord');
        return isTekst && chosen.length === 1 ? chosen[0] : chosen;
      }
      case 'regels': {
        const lines = toTekst(typed)
          .split('\n')
          .map((line) => line.trim());
        const texts = lines.filter((line) => line !== '');
        if (texts.length < part.min) report(pad, 'te-weinig', { van: part.min });
        return texts;
      }
      case 'lijst':
        if (toItems(typed).length < part.min) report(pad, 'te-weinig', { van: part.min });
        return toItems(typed).map((item, number) => toPart(part.item, item, joinPad(pad, number), {}));
      case 'register':
        return toRegister(part, toItems(typed), pad);
      case 'groep':
        return toObject(part.leden, toGroep(typed), pad);
      case 'vormen':
        return toForm(part, toGroep(typed), pad);
      default:
        return toScalar(part, toTekst(typed).trim(), pad, report);
    }
  }

  function toObject(leden: readonly Lid[], typed: Groep, pad: string): Record<string, unknown> {
    const entries = leden.map((lid) => {
      const at = joinPad(pad, lid.naam);
      const inner = typed[lid.naam];
      if (isDeel(lid) ? inner === undefined : !lid.isNodig && isEmpty(inner)) return [lid.naam, lid.leeg];
      return [lid.naam, toPart(lid.veld, inner ?? '', at, typed)];
    });
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  function toRegister(
    part: Extract<Veld, { soort: 'register' }>,
    items: readonly Invoer[],
    pad: string,
  ): Record<string, unknown> {
    const seen = new Set<string>();
    const entries = items.map(toGroep).map((item, number) => {
      const at = joinPad(pad, number);
      const key = toTekst(item.sleutel).trim();
      if (key === '') report(joinPad(at, 'sleutel'), 'kies');
      else if (seen.has(key)) report(joinPad(at, 'sleutel'), 'dubbel');
      seen.add(key);
      return [key, toPart(part.waarde, item.waarde ?? '', joinPad(at, 'waarde'), item)] as const;
    });
    return Object.fromEntries(entries);
  }

  function toForm(part: Extract<Veld, { soort: 'vormen' }>, typed: Groep, pad: string): unknown {
    const form = part.vormen[typed.vorm === '' ? -1 : Number(typed.vorm)];
    if (!form) {
      report(pad, 'kies');
      return null;
    }
    if (typed.vers === 'ja' && hasFields(form.veld)) report(pad, 'vorm-leeg');
    return toPart(form.veld, typed.inhoud ?? '', pad, {});
  }
}

function isEmpty(invoer: Invoer | undefined): boolean {
  return (
    invoer === undefined || (typeof invoer === 'string' ? invoer.trim() === '' : toItems(invoer).length === 0)
  );
}

function hasFields(veld: Veld): boolean {
  if (veld.soort === 'groep') return veld.leden.some((lid) => hasFields(lid.veld));
  return veld.soort !== 'vast';
}

type Scalar = Exclude<
  Veld,
  { soort: 'vast' | 'vink' | 'meer' | 'antwoord' | 'regels' | 'lijst' | 'register' | 'groep' | 'vormen' }
>;

function toScalar(
  veld: Scalar,
  typed: string,
  pad: string,
  report: (pad: string, fout: FormFault['fout'], rest?: Partial<FormFault>) => void,
): unknown {
  switch (veld.soort) {
    case 'jaNee':
      if (typed !== 'ja' && typed !== 'nee') report(pad, 'ja-nee');
      return typed === 'ja' ? true : typed === 'nee' ? false : typed;
    case 'keuze':
      if (!veld.waarden.includes(typed)) report(pad, 'kies');
      return typed;
    case 'verwijzing':
      if (typed === '') report(pad, 'kies');
      return typed;
    case 'datum':
      if (!isDate(typed)) report(pad, 'datum');
      return typed;
    case 'getal':
      return toNumber(veld, typed, pad, report);
    case 'tekst':
      if (typed === '') report(pad, 'leeg');
      else if (veld.isAdres && !URL.canParse(typed)) report(pad, 'webadres');
      else if (veld.max !== null && countCharacters(typed) > veld.max)
        report(pad, 'te-lang', { tot: veld.max });
      return typed;
  }
}

function toNumber(
  { heel, van, tot }: Extract<Veld, { soort: 'getal' }>,
  typed: string,
  pad: string,
  report: (pad: string, fout: FormFault['fout'], rest?: Partial<FormFault>) => void,
): unknown {
  const number = Number(typed.replace(',', '.'));
  if (typed === '' || !/^-?\d+([.,]\d+)?$/.test(typed)) report(pad, heel ? 'heel-getal' : 'getal');
  else if (heel && !Number.isSafeInteger(number)) report(pad, 'heel-getal');
  else if ((van !== null && number < van) || (tot !== null && number > tot))
    report(pad, tot === null ? 'getal-van' : 'getal-van-tot', { van: van ?? 0, tot: tot ?? 0 });
  else return number;
  return typed;
}
