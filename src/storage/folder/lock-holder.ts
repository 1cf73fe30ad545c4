import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds the folder: a process, when it began, and where. */
export interface Holder {
  readonly pid: number;
  /** Tells a process from a later one with the same number; null where the system does not say. */
  readonly begin: string | null;
  readonly computer: string;
  /**
   * Within which numbers of processes mean something: one boot of one machine, and one container on it. Null where the
   * system does not say; absent in what an older version left, which shows no sign of life either.
   */
  readonly wereld?: string | null;
}

/** This process. */
export function describeSelf(): Holder {
  return {
    pid: process.pid,
    begin: readProcess(process.pid)?.begin ?? null,
    computer: hostname(),
    wereld: readWorld(),
  };
}

/** Reads who holds the folder; null for what makes no sense. */
export function parseHolder(content: string): Holder | null {
  try {
    const { pid, begin, computer, wereld } = JSON.parse(content) as Record<string, unknown>;
    if (!Number.isSafeInteger(pid) || typeof computer !== 'string') return null;
    return {
      pid: pid as number,
      begin: typeof begin === 'string' ? begin : null,
      computer,
      ...(wereld === undefined ? {} : { wereld: typeof wereld === 'string' ? wereld : null }),
    };
  } catch {
    return null;
  }
}

/** Whether a process is still there; `onbekend` when it can only be told from its signs of life. */
export function judgeHolder(holder: Holder): 'leeft' | 'weg' | 'onbekend' {
  const isHere = holder.computer === hostname();
  if (holder.wereld === undefined) return isHere ? findHere(holder) : 'leeft';
  return isHere && holder.wereld === readWorld() ? findHere(holder) : 'onbekend';
}

function findHere({ pid, begin }: Holder): 'leeft' | 'weg' {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 'weg';
  }
  const child = readProcess(pid);
  if (!child) return 'leeft';
  return !child.isStopped && (begin === null || child.begin === begin) ? 'leeft' : 'weg';
}

/** What Linux says of a process: when it began, in ticks since the computer did; null on other systems. */
function readProcess(pid: number): { readonly begin: string | null; readonly isStopped: boolean } | null {
  try {
    // The name of the program, between brackets, may hold spaces and brackets: the fields begin after the last one.
    const velden = readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1)?.trim().split(' ') ?? [];
    return { begin: velden[19] ?? null, isStopped: velden[0] === 'Z' || velden[0] === 'X' };
  } catch {
    return null;
  }
}

/** On Linux: in two containers of one name, the same number is another process. */
function readWorld(): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}
