import { expect, test } from 'vitest';
import { httpErrorOf } from '../../api/errors.ts';
import { createAuthProvider } from './auth-provider.ts';

const codes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'PASSWORD_CHANGE_REQUIRED',
  'SECOND_FACTOR_REQUIRED',
];

test('no refusal is made an empty answer, and an account that is restricted is looked at again', async () => {
  const renewed: string[] = [];
  for (const code of codes) {
    const provider = createAuthProvider([], () => renewed.push(code));
    const error = httpErrorOf({ message: code, extensions: { code } });
    await expect(provider.checkError(error)).resolves.toBeUndefined();
  }
  expect(renewed).toEqual(['PASSWORD_CHANGE_REQUIRED', 'SECOND_FACTOR_REQUIRED']);
});
