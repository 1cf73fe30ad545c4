import type { Response } from 'express';
import type { Casus } from '../../domain/casus/casus.ts';
import type { CasusRules } from '../../domain/casus/casus-rules.ts';
import { readVelden } from '../../domain/casus/change-casus.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import type { VeldFault } from '../../domain/referral/verwijzing.ts';
import type { Services } from '../../services.ts';
import { carryCasus, readCarried, toCasusStand } from '../carried.ts';
import { pickVelden } from '../referral/posted-form.ts';
import type { ReferralDesk } from '../referral/referral-desk.ts';
import { GO_ON } from './follow-up/to-follow-up-list.ts';

const ACTION = /^pakket-(.{1,100})$/;

/** Makes what shows the form of a package in a case: filled in from it, and with the case in it. */
export function createCasePackages(
  { model, zegel }: Pick<Services, 'model' | 'zegel'>,
  rules: CasusRules,
  desk: Pick<ReferralDesk, 'findZaak' | 'showForm' | 'showTypedBack'>,
) {
  /** The form that is asked for; false where none is, or where that table is not for this case now. */
  function act(res: Response, casus: Casus, form: URLSearchParams): Promise<boolean> {
    const [, id = ''] = ACTION.exec(form.get('actie') ?? '') ?? [];
    return show(res, casus, id, form);
  }

  /** What comes along from the form of another table goes before what the case has. */
  async function show(res: Response, casus: Casus, id: string, form: URLSearchParams): Promise<boolean> {
    const zaak = await findZaak(casus, model.tafelOf.get(id), form);
    if (!zaak) return false;
    const typed = Object.entries(pickVelden(form, zaak.velden)).filter(([, waarde]) => waarde !== '');
    desk.showForm(res, zaak, { ...readVelden(casus, rules, id), ...Object.fromEntries(typed) });
    return true;
  }

  /** The form of a package that was made, for a deployment that goes on; false where that is not for this case now. */
  async function showGoingOn(
    res: Response,
    casus: Casus,
    form: URLSearchParams,
    id: string,
  ): Promise<boolean> {
    const made = casus.verwijzingen.find((one) => one.id === id);
    const zaak = made && (await findZaak(casus, model.tafelOf.get(made.tafel), form));
    if (!zaak) return false;
    // A new number of hours is agreed.
    desk.showForm(res, zaak, {
      ...made.velden,
      casuscode: casus.casuscode,
      bericht: GO_ON,
      evaluatieUren: '',
    });
    return true;
  }

  /** What cannot be put in the case so: in its own form again, with the case. */
  async function showFaults(
    res: Response,
    casus: Casus,
    tafel: Overlegtafel,
    form: URLSearchParams,
    fouten: readonly VeldFault[],
  ): Promise<void> {
    const zaak = await findZaak(casus, tafel, form);
    if (zaak) desk.showForm(res, zaak, pickVelden(form, zaak.velden), fouten);
    else desk.showTypedBack(res, tafel, form, fouten);
  }

  async function findZaak(casus: Casus, tafel: Overlegtafel | undefined, form: URLSearchParams) {
    return tafel
      ? desk.findZaak(tafel, toCasusStand(zegel, casus), carryCasus(readCarried(form), casus))
      : null;
  }

  return { act, show, showGoingOn, showFaults };
}

export type CasePackages = ReturnType<typeof createCasePackages>;
