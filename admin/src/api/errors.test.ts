import { afterEach, expect, test } from 'vitest';
import { setCurrentLocale } from '../i18n/locale.ts';
import { errorBody, errorCode, httpErrorOf } from './errors.ts';

const refusal = (code: string) => ({
  message: 'Refused.',
  extensions: {
    code,
    messages: { zh: '不行。', en: 'Refused.' },
    fields: {
      'input.headName': { code: 'REQUIRED', zh: '必填', en: 'Required' },
      'input.members.0.name': { code: 'TOO_LONG', zh: '太长', en: 'Too long' },
    },
    currentVersion: 4,
  },
});

afterEach(() => setCurrentLocale('zh-CN'));

test('a refusal is shown in the language of the page', () => {
  expect(httpErrorOf(refusal('INVALID_INPUT')).message).toBe('不行。');
  setCurrentLocale('en');
  expect(httpErrorOf(refusal('INVALID_INPUT')).message).toBe('Refused.');
});

test('an input error is placed at the form field it concerns', () => {
  expect(errorBody(httpErrorOf(refusal('INVALID_INPUT')))?.errors).toEqual({
    headName: '必填',
    'members.0.name': '太长',
  });
});

test('an input error for something no form shows is not placed at a field', () => {
  const fields = { 'input.id': { code: 'VISIT_WITHDRAWN', zh: '已撤回', en: 'Withdrawn' } };
  const error = httpErrorOf({ message: 'Withdrawn.', extensions: { code: 'VISIT_WITHDRAWN', fields } });
  expect(errorBody(error)?.errors).toBeUndefined();
});

test.each([
  ['UNAUTHENTICATED', 401],
  ['FORBIDDEN', 403],
  ['NOT_FOUND', 404],
  ['CONFLICT', 409],
  ['RATE_LIMITED', 429],
  ['INTERNAL', 500],
  ['OVERLAPPING_PAIRING', 400],
])('%s answers with status %i and keeps its code', (code, status) => {
  const error = httpErrorOf(refusal(code));
  expect(error.status).toBe(status);
  expect(errorCode(error)).toBe(code);
});

test('an error without a code is internal and keeps its message', () => {
  const error = httpErrorOf({ message: 'Unexpected token' });
  expect([error.status, error.message]).toEqual([500, 'Unexpected token']);
});

test('a conflict carries the current version', () => {
  expect(errorBody(httpErrorOf(refusal('CONFLICT')))?.currentVersion).toBe(4);
});
