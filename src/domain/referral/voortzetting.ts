import type { Verwijzing } from './verwijzing.ts';

/** Whether the message continues a deployment: the case is known then, so the team needs a code and new hours only. */
export function isVoortzetting(verwijzing: Verwijzing): boolean {
  return verwijzing.get('bericht') === 'voortzetting';
}
