import { deserialize, serialize } from 'node:v8';

/** Data as bytes, for another thread: who gets it reads it in a turn of its own choice, instead of all in the turn of the message. */
export interface Packed<T> {
  readonly bytes: Uint8Array;
  /** Only a type: what comes out again. */
  readonly holds?: T;
}

/** Packs plain data; maps and sets too. */
export function pack<T>(data: T): Packed<T> {
  return { bytes: serialize(data) };
}

/** The data again. */
export function unpack<T>({ bytes }: Packed<T>): T {
  return deserialize(bytes) as T;
}
