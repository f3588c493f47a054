import { readdirSync, readFileSync } from 'node:fs';
import { getTableColumns, getTableName, isTable } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { keysOf } from '#schema/coded.ts';
import { auditMessages } from '../../admin/src/resources/audit/audit.messages.ts';
import { INNER } from '../../admin/src/resources/audit/values/diff.ts';
import { listOfCodes } from '../../admin/src/resources/audit/values/value-lists.ts';

const root = new URL('../../', import.meta.url);
const filesBelow = (folder: string, ending: string) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => new URL(`${folder}/${name}`, root));

/** Tables whose rows stand in the trail as they were and as they are, and what they are called there. */
const told: Readonly<Record<string, string>> = {
  attachment: 'Attachment',
  cadre: 'Cadre',
  county: 'County',
  division: 'Division',
  duty_rule: 'DutyRule',
  export_job: 'ExportJob',
  household: 'Household',
  household_income: 'Household',
  household_risk: 'HouseholdRisk',
  member: 'Member',
  organization: 'Organization',
  api_token: 'ApiToken',
  app_user: 'User',
  user_grant: 'User',
  import_batch: 'ImportBatch',
  pairing: 'Pairing',
  duty_excuse: 'DutyExcuse',
  problem: 'Problem',
  problem_step: 'Problem',
  visit: 'Visit',
  webhook: 'Webhook',
};

/** Never in the trail: sealed, or held as a hash. */
const isSecret = (column: string) => /(Cipher|Hash)$/.test(column);
/** How far background work is. */
const isInner = (column: string) =>
  INNER.has(column) || ['done', 'seen', 'position', 'leasedUntil'].includes(column);

it('tells each column of what is audited, and each code in it, in the words of the screens', async () => {
  const unnamed: string[] = [];
  const found = new Set<string>();
  for (const file of filesBelow('schema', '.table.ts')) {
    for (const table of Object.values(await import(file.href))) {
      if (!isTable(table)) continue;
      const name = getTableName(table);
      const entity = told[name];
      if (entity === undefined) continue;
      found.add(name);
      for (const [field, column] of Object.entries(getTableColumns(table))) {
        if (isSecret(field) || isInner(field)) continue;
        if (!Object.hasOwn(auditMessages.changed, field)) unnamed.push(`${name}.${field}`);
        const keys = keysOf(column) ?? [];
        if (!keys.every((key) => listOfCodes(entity, field)?.has(key)))
          unnamed.push(`codes of ${name}.${field}`);
      }
    }
  }
  expect(Object.keys(told).filter((name) => !found.has(name))).toEqual([]);
  expect(unnamed).toEqual([]);
});

it('names each act that the server notes', () => {
  const acts = filesBelow('server/src', '.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\baction: '(\w+)'/g)].map(([, name = '']) => name),
  );
  expect(acts).toContain('mapImportHeadings');
  expect(acts.filter((name) => !Object.hasOwn(auditMessages.actions, name))).toEqual([]);
});
