import { storeDivisions } from '#modules/division/division.service.ts';
import { reaches, reachOf } from '#platform/access/viewer.ts';
import { noCounty } from '#platform/audit/audit.ts';
import { addDays, today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { AppError, invalid, notFound, refuse } from '#platform/core/errors.ts';
import { globalId, newId } from '#platform/core/ids.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { edit } from '#platform/write/edit.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { sendMany } from '#platform/write/many.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { end, insert, insertMissing } from '#platform/write/write.ts';
import type { EndDutyRuleInput, SetDutyRuleInput, UpdateCountyInput } from '#schema/county/county.type.ts';
import type { LoadDivisionsInput } from '#schema/division/division-verbs.type.ts';
import { countyEntity, dutyRuleEntity } from './county.entity.ts';
import { hasCounty, latestRule } from './county.queries.ts';
import { placeRule, quarterStart } from './duty-rule.rules.ts';

/** Whether a county uses the system: its divisions are loaded and it has its settings. */
export const countyIsOpen = (ctx: Context, countyCode: string): Promise<boolean> =>
  hasCounty(ctx, countyCode);

/** Loads divisions and opens every county among them with the usual settings. */
export function loadCounties(ctx: Context, codes: readonly string[], progress?: (count: number) => void) {
  return withTransaction(ctx, async (work) => {
    const loaded = await storeDivisions(work, codes, progress);
    await openCounties(work, loaded.countyCodes);
    return loaded;
  });
}

/** Every category but the ordinary one owes one visit a quarter, in any mode, until the county changes the rule. */
async function openCounties(work: WorkContext, countyCodes: readonly string[]): Promise<void> {
  const rows = countyCodes.map((countyCode) => ({ countyCode }));
  const opened = await insertMissing(work, countyEntity, rows, { action: 'openCounty', after: null });
  const rules = opened.flatMap(({ countyCode }) =>
    ['RELIEVED', 'UNSTABLE', 'MARGINAL', 'SUDDEN'].map((category) => ({
      countyCode,
      id: newId(),
      category,
      frequency: 'QUARTER',
      modes: ['IN_PERSON', 'PHONE', 'VIDEO'],
      minDays: 15,
      deadlineDays: 0,
      fromOn: '2020-01-01',
    })),
  );
  sendMany(work, dutyRuleEntity, rules, { auditedAs: 'County' });
}

export async function loadDivisions(ctx: Context, input: LoadDivisionsInput) {
  return command(ctx, 'loadDivisions', noCounty, input, async (work) => {
    const reach = reachOf(ctx.viewer, 'division.write');
    for (const [at, code] of input.codes.entries())
      if (!reaches(reach, code)) throw notFound(`input.codes.${at}`);
    const { countyCodes, ...counts } = await loadCounties(work, input.codes).catch(underInput);
    return { ...counts, counties: countyCodes.map((code) => [code]) };
  });
}

/** The reader of the national list names the invalid code by its index in the given list. */
function underInput(error: unknown): never {
  if (!(error instanceof AppError)) throw error;
  throw invalid(
    Object.fromEntries(Object.entries(error.fields).map(([path, code]) => [`input.${path}`, code])),
  );
}

export async function updateCounty(ctx: Context, input: UpdateCountyInput) {
  const countyCode = countyOf(countyEntity, input.id, 'input.id');
  return command(ctx, 'updateCounty', countyCode, input, async (work) => {
    const before = await lockRow(work, countyEntity, input.id, 'input.id', 'settings.write');
    checkVersion(before, input.expectedVersion);
    const { maxLoad, loadPolicy } = input;
    const changes = { maxLoad, loadPolicy };
    await edit(work, countyEntity, before, changes, { action: 'updateCounty' });
    return { county: [countyCode] };
  });
}

export async function setDutyRule(ctx: Context, input: SetDutyRuleInput) {
  const { countyCode } = input;
  return command(ctx, 'setDutyRule', countyCode, input, async (work) => {
    await lockRow(work, countyEntity, globalId('County', countyCode), 'input.countyCode', 'settings.write');
    const latest = await latestRule(work, countyCode, input.category);
    const act = placeRule(latest, input.fromOn, today(ctx.clock));
    const { clientMutationId: _, countyCode: __, ...rule } = input;
    const fields = { ...rule, riskFrequency: rule.riskFrequency ?? null, toOn: null };
    const audited = { action: 'setDutyRule' };
    if (latest && act === 'replace') {
      await edit(work, dutyRuleEntity, latest, fields, audited);
      return { dutyRule: [countyCode, latest.id] };
    }
    const dayBefore = addDays(input.fromOn, -1);
    if (latest && (latest.toOn === null || latest.toOn > dayBefore))
      await end(work, dutyRuleEntity, latest, { toOn: dayBefore }, { action: 'endDutyRule' });
    const begun = await insert(work, dutyRuleEntity, { ...fields, countyCode, id: newId() }, audited);
    return { dutyRule: [countyCode, begun.id] };
  });
}

export async function endDutyRule(ctx: Context, input: EndDutyRuleInput) {
  const countyCode = countyOf(dutyRuleEntity, input.id, 'input.id');
  return command(ctx, 'endDutyRule', countyCode, input, async (work) => {
    const before = await lockRow(work, dutyRuleEntity, input.id, 'input.id', 'settings.write');
    checkVersion(before, input.expectedVersion);
    if (before.toOn !== null) throw refuse('DUTY_RULE_ENDED', { 'input.id': 'DUTY_RULE_ENDED' });
    if (input.toOn < addDays(quarterStart(today(ctx.clock)), -1))
      throw invalid({ 'input.toOn': 'DATE_TOO_EARLY' });
    if (input.toOn < before.fromOn) throw invalid({ 'input.toOn': 'END_BEFORE_START' });
    await end(work, dutyRuleEntity, before, { toOn: input.toOn }, { action: 'endDutyRule' });
    return { dutyRule: [before.countyCode, before.id] };
  });
}
