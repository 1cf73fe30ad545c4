import { createHash } from 'node:crypto';

/** Our own name space: the same thing of the content has the same UUID on every server, for ever. */
export const NAMESPACE = '6f0d3a52-9c8e-4b41-8a57-2d1c7be0f914';

/** The UUID of a name (RFC 9562, version 5). */
export function toUuidV5(naam: string, namespace: string = NAMESPACE): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(naam, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
