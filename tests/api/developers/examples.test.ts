import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, today } from '#platform/core/clock.ts';
import { visit } from '#schema/visit/visit.table.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { testApp } from '#tests/setup/app.ts';
import { rightsToTry, steps } from '../../../admin/src/developers/steps.ts';
import { canRun, folder, type Language, languages, type Outcome, runExample } from './programs.ts';

const test = testApp();
const howMany = 120;
/** Where the examples store their files. */
const cwd = mkdtempSync(join(tmpdir(), 'bangfu-examples-'));
let settings: Record<string, string> = {};

interface Made {
  createToken: { secret: string; token: { id: string } };
}

beforeAll(async () => {
  // The examples take the day from the machine's clock, as real programs do.
  test.clock.set(new Date().toISOString());
  await makeDivisions(test);
  const cadre = await makeCadre(test);
  for (let made = 0; made < howMany; made += 1) {
    const household = await makeHousehold(test, { headName: `张示例${made}` });
    await makePairing(test, { household, cadre, startedOn: '2020-01-01' });
  }
  const desk = await signedIn(test, 'COUNTY_DESK', places.county);
  const expiresOn = addDays(today(test.clock), 30);
  const input = { name: '五分钟上手', divisionCode: places.county, rights: rightsToTry, expiresOn };
  const { data } = await test.send<Made>(
    'mutation ($input: CreateTokenInput!) { createToken(input: $input) { secret token { id } } }',
    { input },
    desk.session,
  );
  // The feed begins when somebody first follows it.
  await test.send('{ changesCursor }', {}, desk.session);
  const url = await test.app.listen(0, '127.0.0.1');
  settings = {
    BANGFU_URL: url,
    BANGFU_TOKEN: data?.createToken.secret ?? '',
    BANGFU_CLIENT_ID: data?.createToken.token.id ?? '',
  };
}, 60_000);
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const run = (name: string, language: Language, more: Record<string, string> = {}): Promise<Outcome> =>
  runExample(name, language, { ...settings, ...more }, cwd);

/** Each language logs the first visit of the day, because a second one would need confirmation. */
async function logVisit(language: Language): Promise<Outcome> {
  const withdrawnAt = test.clock.now().toISOString();
  await test.owner.db.update(visit).set({ status: 'WITHDRAWN', withdrawnAt });
  return run('log-visit', language);
}

it('has each step in each language', () => {
  const wanted = steps.flatMap(({ file }) => languages.map((language) => `${file}.${language}`));
  expect(readdirSync(folder).sort()).toEqual(wanted.sort());
});

it('shows the price and the budget in the headers that the page names', async (context) => {
  if (!canRun('sh')) return context.skip('its program is not installed');
  const { out } = await run('errors', 'sh');
  for (const header of ['x-cost', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'])
    expect(out.toLowerCase()).toContain(`${header}: `);
  expect(out).toMatch(/"cost":\{"price":\d+,/);
});

describe.each(languages)('in %s', (language) => {
  const example = (title: string, act: () => Promise<void>) =>
    it(title, async (context) => (canRun(language) ? act() : context.skip('its program is not installed')));

  example('the first query names three households', async () => {
    const { code, out, err } = await run('first-query', language);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/张示例\d+/g)).toHaveLength(3);
    expect(out).toContain('魏县');
  });

  example('following the cursors gives every household once', async () => {
    const { code, out, err } = await run('pages', language);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const names = out.match(/张示例\d+/g);
    expect(names).toHaveLength(howMany);
    expect(new Set(names).size).toBe(howMany);
  });

  example('a refusal shows its code and its English words', async () => {
    const { code, out, err } = await run('errors', language);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('FORBIDDEN');
    expect(out).toContain('You do not have the right to do this');
  });

  example('a visit that is sent twice is there once', async () => {
    const before = await test.owner.db.$count(visit);
    const { code, out, err } = await logVisit(language);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const ids = out.match(/Visit:[\w:-]+/g);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await test.owner.db.$count(visit)).toBe(before + 1);
  });

  example('the first run notes the cursor, the next tells what has changed since', async () => {
    rmSync(join(cwd, 'cursor.txt'), { force: true });
    expect(await run('changes', language)).toEqual({ code: 0, out: '', err: '' });
    const logged = await logVisit(language);
    const [id] = logged.out.match(/Visit:[\w:-]+/) ?? [];
    let output = '';
    // A change is delivered once every older transaction has ended, including those of other tests.
    const follow = async () => {
      const { code, out, err } = await run('changes', language);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      output += out;
      return output;
    };
    await expect.poll(follow, { timeout: 25_000, interval: 500 }).toContain(id);
    expect(output).toContain('INSERTED');
    expect(await run('changes', language)).toEqual({ code: 0, out: '', err: '' });
  });

  example('OAuth2 gives a token that reads', async () => {
    const { code, out, err } = await run('oauth', language);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/张示例\d+/g)).toHaveLength(3);
    const refused = await run('oauth', language, { BANGFU_TOKEN: 'bf_wrong' });
    expect(refused.out).not.toContain('张示例');
  });

  example('would notice when it gets no answer', async () => {
    const { out } = await run('first-query', language, { BANGFU_TOKEN: 'bf_wrong' });
    expect(out).not.toContain('张示例');
  });
});
