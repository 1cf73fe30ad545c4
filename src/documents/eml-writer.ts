import type { WriteEml } from '../domain/referral/mail-concept.ts';
import { toMailBytes } from './mail-bytes.ts';

/**
 * Writes an .eml draft. The mail has no sender: the mail program of the user fills that in. `X-Unsent: 1` makes most
 * mail programs open it as a draft.
 */
export const writeEml: WriteEml = (mail, bijlage) =>
  toMailBytes(mail, { bijlage, domain: 'rdm-wegwijzer.invalid', headers: { 'X-Unsent': '1' } });
