import { TABLE_LINK_DAYS } from '../domain/table-answers/answer-link.ts';
import type { World } from './run-command.ts';

interface Options extends Pick<World, 'args' | 'print' | 'printFault'> {
  /** The ids of the tables. */
  readonly tafels: readonly string[];
  readonly make: (tafel: string) => string;
}

/** Prints the link with which a table tells whether it has room; gives the exit code. */
export function printTableLink({ args, tafels, make, print, printFault }: Options): number {
  const [tafel] = args;
  if (args.length !== 1 || tafel === undefined || !tafels.includes(tafel)) {
    printFault(
      `Noem één tafel: npm run tafel:link -- <tafel>. De tafels zijn:\n${tafels.map((id) => `  ${id}\n`).join('')}`,
    );
    return 2;
  }
  print(`${make(tafel)}\n`);
  printFault(
    `Geef deze link alleen aan de tafel: wie hem heeft, kan zeggen of er plek is. Hij werkt ${TABLE_LINK_DAYS} dagen.\n`,
  );
  return 0;
}
