import { z } from 'zod';
import type { MailOpDePost } from '../../domain/ports/verstuur-mail.ts';

const inhoudSchema = z.strictObject({
  /** The name of the table in a running sentence. */
  tafel: z.string(),
  afzender: z.string(),
  van: z.string(),
  aan: z.array(z.string()),
  cc: z.array(z.string()),
  onderwerp: z.string(),
  bericht: z.base64(),
});

/** What a mail says and to whom: kept sealed, and wiped when it is sent or given up. */
export type ZendingInhoud = z.infer<typeof inhoudSchema>;

/** What is sealed. */
export function encodeInhoud(inhoud: ZendingInhoud): Buffer {
  return Buffer.from(JSON.stringify(inhoud));
}

/** Reads what `encodeInhoud` made; null for null, and for what another version made in another form. */
export function decodeInhoud(bytes: Buffer | null): ZendingInhoud | null {
  return bytes && (inhoudSchema.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null);
}

/** The mail as it is handed over. */
export function toMailOpDePost({ van, aan, cc, bericht }: ZendingInhoud): MailOpDePost {
  return { van, aan: [...aan, ...cc], bericht: Buffer.from(bericht, 'base64') };
}
