import { createHash } from 'node:crypto';

/** What tells one value of a part from another: it goes along in the form, so that nobody confirms what they did not see. */
export function toSeen(part: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(part) ?? '')
    .digest('base64url')
    .slice(0, 22);
}
