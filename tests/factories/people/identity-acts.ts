import { places } from '#tests/factories/places/divisions.ts';
import type { TestApp } from '#tests/setup/app.ts';
import type { Person } from './people.ts';

export const password = '漳河-Zhang-71';

export interface UserAnswer {
  id: string;
  username: string;
  status: string;
  version: number;
  grants: { id: string; role: string; division: { code: string } | null }[];
}
interface Verb {
  user: UserAnswer | null;
  resetToken?: string | null;
}

const userFields =
  'user { id username displayName status version divisionCode grants { id role fromOn toOn division { code } } }';

let names = 0;

/** Valid input for an account, with a new username each time. */
export function newUser(more: object = {}) {
  names += 1;
  return { username: `xin-${names}`, displayName: '新用户', divisionCode: places.township, ...more };
}

/** The verbs about accounts, through the API. */
export function identityActs(test: TestApp) {
  return {
    /** One mutation: its payload, or the refusal. */
    async act(name: string, input: object, by: Person | null) {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const secret = ['createUser', 'startPasswordReset'].includes(name) ? 'resetToken expiresAt' : '';
      const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${secret} ${userFields} } }`;
      const answer = await test.send<Record<string, Verb>>(document, { input }, by?.session);
      const refusal = answer.errors?.[0]?.extensions;
      const fields = Object.entries(refusal?.fields ?? {}).map(([path, { code }]) => [path, code]);
      return {
        user: answer.data?.[name]?.user ?? null,
        resetToken: answer.data?.[name]?.resetToken ?? null,
        code: refusal?.code ?? null,
        fields: Object.fromEntries(fields),
      };
    },

    async login(username: string, given: string) {
      const document = 'mutation ($input: LoginInput!) { login(input: $input) { user { id } } }';
      const answer = await test.send(document, { input: { username, password: given } });
      const session = /^bangfu=([^;]*)/.exec(String(answer.headers['set-cookie'] ?? ''))?.[1] ?? '';
      return { session, code: answer.errors?.[0]?.extensions.code ?? null };
    },

    /** Uses a reset link; returns the refusal, or null. */
    async reset(token: string | null, newPassword: string) {
      const document =
        'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ok username } }';
      const answer = await test.send(document, { input: { token, newPassword } });
      return answer.errors?.[0]?.extensions ?? null;
    },

    /** Whether households may be read: the refusal, or null. */
    async mayRead(session: string) {
      const answer = await test.send('{ households { totalCount } }', {}, session);
      return answer.errors?.[0]?.extensions.code ?? null;
    },
  };
}
