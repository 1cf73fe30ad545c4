import { toDateText, toDutchDate, toTimeText } from '../../../domain/calendar.ts';
import { type Concept, isOpen } from '../../../domain/editing/draft.ts';
import type { Wie } from '../../../domain/editing/people.ts';
import type { Kept } from '../../../domain/editing/records.ts';
import type { BeheerDeps } from '../area.ts';
import { tellContents } from '../drafts/tell-contents.ts';
import { toComing } from '../paths.ts';

/** Asks for a draft of its own; no id of a draft is so short. */
const NEW = 'nieuw';

/** The drafts that somebody works on, and in which of them they go on. */
export function createOwnDrafts({ say, editing, now }: Pick<BeheerDeps, 'say' | 'editing' | 'now'>) {
  /** The one that was changed last first. */
  async function list({ id }: Wie): Promise<readonly Kept<Concept>[]> {
    const all = await editing.drafts.list();
    return all.filter(({ value }) => isOpen(value) && value.gemaaktDoor.includes(id));
  }

  async function toNewTitle(): Promise<string> {
    const titel = say('beheer-inhoud.nieuw-concept', { dag: toDateText(toDutchDate(now())) });
    const titles = new Set((await editing.drafts.list()).map(({ value }) => value.titel));
    // Of two with one name nobody knows which is which.
    let number = 1;
    const toName = () => (number === 1 ? titel : `${titel} (${number})`);
    while (titles.has(toName())) number++;
    return toName();
  }

  return {
    /**
     * The draft that `asked` names; without that the one that goes by itself. A new one is still to begin. Null: there is none
     * such, or more than one.
     */
    async pick(wie: Wie, asked: string | null): Promise<string | null> {
      const own = await list(wie);
      const id = asked ?? findObvious(own);
      if (id === NEW) return toComing(editing.drafts.newId());
      return own.some((draft) => draft.id === id) ? id : null;
    },

    /** Begins the draft of this id, under this title or else one that no other has. */
    async begin(wie: Wie, id: string, titel: string | null): Promise<void> {
      await editing.drafts.start(wie, titel ?? (await toNewTitle()), { id });
    },

    /** The one of this title that they work on, for who asks for the same once more; null when there is none. */
    async findNamed(wie: Wie, titel: string): Promise<string | null> {
      const found = (await list(wie)).find(({ value }) => value.titel === titel && value.status === 'bezig');
      return found?.id ?? null;
    },

    /** The choice of a draft as a field, with only a new one when somebody has none. */
    async toField(wie: Wie, fout: string | null = null) {
      const own = await list(wie);
      const inhoud = await Promise.all(own.map(({ id }) => tellContents({ say, editing }, id)));
      const obvious = findObvious(own);
      const toOption = (id: string, inputId: string, tekst: string) => ({
        ...{ id, inputId, tekst, gekozen: id === obvious },
      });
      return {
        ...{ id: 'concept', naam: 'concept', type: 'radio', isRondjes: true, isNodig: true },
        ...{ label: say('beheer-inhoud.in-welk'), hulp: null, fout },
        opties: [
          ...own.map(({ id, value }, number) =>
            toOption(
              id,
              number === 0 ? 'concept' : `concept-${number}`,
              say(
                value.status === 'aangeboden'
                  ? 'beheer-inhoud.keuze-aangeboden'
                  : 'beheer-inhoud.keuze-bezig',
                {
                  ...{ titel: value.titel, moment: toTimeText(new Date(value.gewijzigd)) },
                  inhoud: inhoud[number] ?? '',
                },
              ),
            ),
          ),
          toOption(NEW, own.length === 0 ? 'concept' : 'concept-nieuw', say('beheer-inhoud.keuze-nieuw')),
        ],
      };
    },
  };
}

/**
 * In which draft somebody goes on without a word: the only one that they work on, or a new one. What was offered, and what
 * says that facts are still right, is left alone. Null: it is for them to say.
 */
function findObvious(own: readonly Kept<Concept>[]): string | null {
  const busy = own.filter(({ value }) => value.status === 'bezig' && !value.nagekeken);
  return busy.length > 1 ? null : (busy[0]?.id ?? NEW);
}
