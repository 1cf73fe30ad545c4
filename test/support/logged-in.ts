import type { Express } from 'express';
import type { BeheerRol } from '../../src/domain/editing/people.ts';
import type { Records } from '../../src/domain/editing/records.ts';
import { createSessions } from '../../src/login/sessions.ts';
import { toCsrf } from '../../src/login/tokens.ts';
import { request } from './request.ts';
import { NOW } from './test-site.ts';

/** Somebody who is logged in to the test app, on one browser. */
export interface LoggedIn {
  /** The id of the medewerker. */
  readonly id: string;
  /** The header `Cookie` of their browser. */
  readonly cookie: string;
  /** What their forms carry. */
  readonly csrf: string;
  /** Asks for a page below `/beheer`, such as `/mensen`. */
  readonly get: (pad: string) => ReturnType<ReturnType<typeof request>['get']>;
  /** Posts a form below `/beheer`, with the token of the session; a field may repeat. */
  readonly post: (
    pad: string,
    velden?: Readonly<Record<string, string | readonly string[]>>,
  ) => ReturnType<ReturnType<typeof request>['post']>;
}

/** Keeps a medewerker with this role, named after it unless `email` says so, and logs them in. */
export async function logIn(
  app: Express,
  records: Records,
  rol: BeheerRol,
  { email = `${rol}@gemeente.example`, now = () => NOW }: { email?: string; now?: () => Date } = {},
): Promise<LoggedIn> {
  const known = (await records.list('medewerker')).find(({ value }) => value.email === email);
  const id = known?.id ?? `medewerker-${email.replaceAll(/[^a-z0-9]/g, '-')}`;
  const session = createSessions(records, now).prepare(id, 'Firefox op Linux');
  const value = { email, rol, sinds: now().toISOString(), actief: true };
  const changes = known
    ? [session.change]
    : [{ kind: 'medewerker' as const, id, revision: 0, value }, session.change];
  if ((await records.commit(changes)) !== 'ok') throw new Error('Nobody was logged in.');
  const cookie = `beheer=${session.token}`;
  const csrf = toCsrf(session.token);
  return {
    id,
    cookie,
    csrf,
    get: (pad) => request(app).get(`/beheer${pad}`).set('Cookie', cookie),
    post: (pad, velden = {}) => {
      const form = new URLSearchParams({ csrf });
      for (const [naam, waarden] of Object.entries(velden))
        for (const waarde of [waarden].flat()) form.append(naam, waarde);
      return request(app).post(`/beheer${pad}`).set('Cookie', cookie).type('form').send(form.toString());
    },
  };
}
