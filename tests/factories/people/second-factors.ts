import { codeAt, stepAt } from '#modules/identity/second-factor/totp.rules.ts';
import type { RoleKey } from '#schema/codes/rights.ts';
import type { TestApp } from '#tests/setup/app.ts';
import { makeUser } from './people.ts';

export const password = '漳河-Zhang-71';

interface Refusal {
  code: string | null;
  fields: Record<string, string>;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The secret that an authenticator app decodes from the typed text. */
export function secretOf(base32: string): Buffer {
  const bits = [...base32].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

/** The verbs about second factors, through the API. */
export function secondFactorActs(test: TestApp) {
  const cookieOf = (headers: Record<string, unknown>) =>
    /^bangfu=([^;]*)/.exec(String(headers['set-cookie'] ?? ''))?.[1] ?? null;

  /** One mutation: its answer, the refusal and the session it opened. */
  async function act<T extends object>(
    name: string,
    selection: string,
    input: object,
    session: string | null,
    headers: Record<string, string> = {},
  ): Promise<Refusal & { answer: T | null; session: string | null }> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
    const sent = await test.send<Record<string, T>>(document, { input }, session, headers);
    const refusal = sent.errors?.[0]?.extensions;
    const fields = Object.entries(refusal?.fields ?? {}).map(([path, { code }]) => [path, code] as const);
    return {
      answer: sent.data?.[name] ?? null,
      session: cookieOf(sent.headers),
      code: refusal?.code ?? null,
      fields: Object.fromEntries(fields),
    };
  }

  const login = (username: string, given = password) =>
    act<{ user: object | null; secondFactor: { challenge: string; expiresAt: string } | null }>(
      'login',
      'user { username } mustChangePassword secondFactor { challenge expiresAt }',
      { username, password: given },
      null,
    );

  const complete = (challenge: string | undefined, code: string, headers: Record<string, string> = {}) =>
    act<{ user: { username: string }; recoveryCodesLeft: number | null }>(
      'completeLogin',
      'user { username } mustChangePassword recoveryCodesLeft',
      { challenge, code },
      null,
      headers,
    );

  const begin = (session: string, more: object = {}) =>
    act<{ secret: string; otpauthUri: string; expiresAt: string }>(
      'beginSecondFactor',
      'secret otpauthUri expiresAt',
      { currentPassword: password, ...more },
      session,
    );

  const confirm = (session: string, code: string) =>
    act<{ recoveryCodes: string[] }>('confirmSecondFactor', 'recoveryCodes', { code }, session);

  /** The app's code now, or so many steps of 30 seconds later. */
  const codeOf = (secret: Buffer, steps = 0) => codeAt(secret, stepAt(test.clock.now()) + steps);

  /** Advances the clock until earlier codes are invalid. */
  const later = (seconds = 90) =>
    test.clock.set(new Date(test.clock.now().getTime() + seconds * 1_000).toISOString());

  /** A user of a role who has enrolled and is still signed in. */
  async function enrolled(role: RoleKey, divisionCode: string | null) {
    const person = await makeUser(test, { role, divisionCode, password });
    const first = await login(person.username);
    const session = first.session ?? '';
    const begun = await begin(session);
    const secret = secretOf(begun.answer?.secret ?? '');
    const confirmed = await confirm(session, codeOf(secret));
    if (!confirmed.answer) throw new Error(`not enrolled: ${begun.code} ${confirmed.code}`);
    later();
    return { ...person, session, secret, recoveryCodes: confirmed.answer.recoveryCodes };
  }

  /** Whether a document may be read: the refusal, or null. */
  const mayRead = async (session: string | null, document = '{ users { totalCount } }') =>
    (await test.send(document, {}, session)).errors?.[0]?.extensions.code ?? null;

  return { act, login, complete, begin, confirm, codeOf, later, enrolled, mayRead };
}
