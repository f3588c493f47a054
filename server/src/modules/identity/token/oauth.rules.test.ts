import { describe, expect, it } from 'vitest';
import { grantedRights, isClientId, lifetimeSeconds, OAuthRefusal, readTokenRequest } from './oauth.rules.ts';

const id = '0192f0c1-0000-7000-8000-000000000001';
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const grant = 'grant_type=client_credentials';

const faultOf = (form: string, header?: string): string => {
  try {
    readTokenRequest(form, header);
  } catch (error) {
    return error instanceof OAuthRefusal ? error.fault : String(error);
  }
  return 'none';
};

describe('reads the client', () => {
  const expected = { clientId: id, clientSecret: 'bf_a-b_c', scope: null };
  it.each([
    ['by header', grant, basic(`${id}:bf_a-b_c`)],
    ['by header with the id as the API shows it', grant, basic(`ApiToken:${id}:bf_a-b_c`)],
    ['by header with the id escaped', grant, basic(`ApiToken%3A${id}:bf_a-b_c`)],
    [
      'by header with the same id in the form',
      `${grant}&client_id=ApiToken%3A${id}`,
      basic(`${id}:bf_a-b_c`),
    ],
    ['by form', `${grant}&client_id=${id}&client_secret=bf_a-b_c`, undefined],
    [
      'by form with the id as the API shows it',
      `${grant}&client_id=ApiToken:${id}&client_secret=bf_a-b_c`,
      undefined,
    ],
  ])('%s', (_, form, header) => {
    expect(readTokenRequest(form, header)).toEqual(expected);
  });
});

it('reads the scope, and an empty one as none', () => {
  const header = basic(`${id}:s`);
  expect(readTokenRequest(`${grant}&scope=a.read+b.read`, header).scope).toEqual(['a.read', 'b.read']);
  expect(readTokenRequest(`${grant}&scope=`, header).scope).toBeNull();
});

it.each([
  ['nothing', '', undefined, 'invalid_request'],
  ['no grant type', `client_id=${id}`, undefined, 'invalid_request'],
  ['a grant type twice', `${grant}&${grant}`, basic(`${id}:s`), 'invalid_request'],
  ['a secret in both places', `${grant}&client_secret=s`, basic(`${id}:s`), 'invalid_request'],
  ['two different clients', `${grant}&client_id=other`, basic(`${id}:s`), 'invalid_request'],
  ['another grant type', 'grant_type=password', basic(`${id}:s`), 'unsupported_grant_type'],
  ['no client', grant, undefined, 'invalid_client'],
  ['a client without a secret', `${grant}&client_id=${id}`, undefined, 'invalid_client'],
  ['another scheme', grant, 'Bearer bf_x', 'invalid_client'],
  ['a header without a colon', grant, basic('nothing'), 'invalid_client'],
  ['a header that is not base64', grant, 'Basic %%%', 'invalid_client'],
])('refuses %s', (_, form, header, fault) => {
  expect(faultOf(form, header)).toBe(fault);
});

it('keeps an invalid escape as it is', () => {
  expect(readTokenRequest(grant, basic(`${id}:50%`)).clientSecret).toBe('50%');
});

it('recognises the form of a client id', () => {
  expect(isClientId(id)).toBe(true);
  expect(isClientId('nobody')).toBe(false);
});

it('narrows rights to the scope and never widens them', () => {
  const given = ['household.read', 'visit.read'];
  expect(grantedRights(given, null)).toEqual(given);
  expect(grantedRights(given, ['visit.read', 'visit.read', 'division.read'])).toEqual([
    'division.read',
    'visit.read',
  ]);
  expect(() => grantedRights(given, ['visit.write'])).toThrow('rights');
});

it('grants rights for background jobs only together with all others, because a job runs with all of them', () => {
  const given = ['export.run', 'household.read', 'visit.read'];
  expect(() => grantedRights(given, ['export.run', 'household.read'])).toThrow('export.run');
  expect(grantedRights(given, [...given])).toEqual(given);
  expect(grantedRights(given, ['household.read'])).toEqual(['household.read']);
});

it('lasts an hour, and never longer than its parent', () => {
  const now = new Date('2026-11-10T04:00:00Z');
  expect(lifetimeSeconds('2027-01-01T00:00:00Z', now)).toBe(3_600);
  expect(lifetimeSeconds('2026-11-10T04:10:00.500Z', now)).toBe(600);
});
