import { randomUUID } from 'node:crypto';
import { decideNothing, decideUntilKept, type Keeping } from '../domain/editing/decide.ts';
import { type BeheerRol, type Medewerker, OPERATOR_ID } from '../domain/editing/people.ts';
import { type Kept, type RecordChange, type ToLogEntry, toGone } from '../domain/editing/records.ts';
import { INVITATION, type Links } from './links.ts';

/** Who does it: the id of a medewerker, or null for the operator. */
type Door = string | null;

export type InviteResult =
  | { readonly soort: 'gemaakt'; readonly token: string; readonly rol: BeheerRol; readonly geldigTot: Date }
  /** They logged in before, so they can do that without an invitation. */
  | { readonly soort: 'bestaat'; readonly rol: BeheerRol };
export type ChangeResult = 'gedaan' | 'weg' | 'laatste';

interface Deps {
  readonly records: Keeping;
  readonly links: Links;
  readonly toLogEntry: ToLogEntry;
  readonly now: () => Date;
}

type Person = Kept<Medewerker>;

/** Makes what keeps who may log in. All of it throws StorageFailure. */
export function createPeople({ records, links, toLogEntry, now }: Deps) {
  const list = () => records.list('medewerker');
  const toChange = ({ id, revision }: Pick<Person, 'id' | 'revision'>, value: Medewerker) =>
    ({ kind: 'medewerker', id, revision, value }) as const;
  /** Writes what stands there already: whoever changes that at the same moment has to look again. */
  const hold = (person: Person | undefined) => (person ? [toChange(person, person.value)] : []);

  /** All that lets somebody in, to end together with their account. */
  async function findEntrances({ id, value: { email } }: Person): Promise<RecordChange[]> {
    const sessies = (await records.list('sessie')).filter(({ value }) => value.medewerker === id);
    return [...sessies.map((kept) => toGone('sessie', kept)), ...(await links.removeAll(email))];
  }

  /** Changes one person; there always stays a beheerder, unless the operator does it. */
  function change(
    door: Door,
    id: string,
    toFresh: (value: Medewerker) => Medewerker,
    wat: 'rol-veranderd' | 'toegang-afgesloten',
  ): Promise<ChangeResult> {
    return decideUntilKept(records, async () => {
      const all = await list();
      const person = all.find((other) => other.id === id && other.value.actief);
      if (!person) return decideNothing('weg');
      const fresh = toFresh(person.value);
      const isBoss = ({ actief, rol }: Medewerker) => actief && rol === 'beheerder';
      const other = all.find((kept) => kept.id !== id && isBoss(kept.value));
      if (door !== null && isBoss(person.value) && !isBoss(fresh) && !other) return decideNothing('laatste');
      const entrances = fresh.actief ? [] : await findEntrances(person);
      const over = wat === 'toegang-afgesloten' ? fresh.email : `${fresh.email}: ${fresh.rol}`;
      // Two beheerders who take each other's role at the same moment must not both succeed.
      return {
        changes: [toChange(person, fresh), ...hold(other), ...entrances],
        log: [toLogEntry(door ?? OPERATOR_ID, wat, over)],
        result: 'gedaan',
      };
    });
  }

  return {
    list,

    async findByEmail(email: string): Promise<Person | null> {
      return (await list()).find(({ value }) => value.email === email) ?? null;
    },

    /**
     * Makes an account, or opens a closed one again, with a link to log in once. Whoever has an account keeps their role; once
     * they have logged in only the operator makes them a link, since whoever sees it could log in as them. `email` in small
     * letters.
     */
    invite(door: Door, email: string, rol: BeheerRol): Promise<InviteResult> {
      return decideUntilKept<InviteResult>(records, async () => {
        const all = await list();
        const known = all.find(({ value }) => value.email === email);
        const isOpen = known?.value.actief === true;
        if (isOpen && known.value.ingelogd !== undefined && door !== null)
          return decideNothing({ soort: 'bestaat', rol: known.value.rol });
        const { token, geldigTot, change: link } = links.prepare(email, rol, INVITATION);
        const fresh = { email, rol, sinds: now().toISOString(), actief: true };
        // Of an account that was closed nothing comes back but who it was, for the log.
        const account = known
          ? [toChange(known, isOpen ? known.value : fresh)]
          : // Two accounts for one address, made at the same moment, would both hold the same person.
            [toChange({ id: randomUUID(), revision: 0 }, fresh), ...hold(all[0])];
        const result = { soort: 'gemaakt' as const, token, geldigTot, rol: isOpen ? known.value.rol : rol };
        const log = toLogEntry(door ?? OPERATOR_ID, 'uitgenodigd', `${email}: ${result.rol}`);
        return { changes: [...account, link], log: [log], result };
      });
    },

    changeRol: (door: Door, id: string, rol: BeheerRol) =>
      change(door, id, (value) => ({ ...value, rol }), 'rol-veranderd'),

    /** Closes an account: its sessions and links end with it. */
    close: (door: Door, id: string) =>
      change(door, id, (value) => ({ ...value, actief: false }), 'toegang-afgesloten'),
  };
}
