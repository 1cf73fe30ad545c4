import type { Overlegtafel } from '../model/overlegtafel.ts';

/** Who may refer: whether the user may (null while the role is unknown), else via whom, and with whom to consult. */
export interface Aanmelder {
  readonly mag: boolean | null;
  readonly via: string | null;
  readonly overlegMet: readonly string[];
}

/** Whether someone with this role may refer to the table. */
export function toAanmelder(
  { aanmelders }: { readonly aanmelders: Pick<Overlegtafel['aanmelders'], 'rollen' | 'via' | 'overlegMet'> },
  rol: string | undefined,
): Aanmelder {
  const mag = rol === undefined ? null : aanmelders.rollen.includes(rol);
  return {
    mag,
    via: mag === true ? null : aanmelders.via,
    overlegMet: aanmelders.overlegMet.filter((other) => other !== rol),
  };
}
