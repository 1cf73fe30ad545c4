import { describe, expect, it } from 'vitest';
import { NAMESPACE, toUuidV5 } from '../../../src/api/hsds/uuid-v5.ts';

describe('toUuidV5', () => {
  it('gives what RFC 9562 gives for its example', () => {
    expect(toUuidV5('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });

  it('gives the same for the same name, and another for another', () => {
    expect(toUuidV5('service/topx')).toBe('db39f5db-e870-50cf-b3ba-fcb4a8a4e50f');
    expect(toUuidV5('service/topx')).toBe(toUuidV5('service/topx', NAMESPACE));
    expect(toUuidV5('service/topx')).not.toBe(toUuidV5('organization/topx'));
  });
});
