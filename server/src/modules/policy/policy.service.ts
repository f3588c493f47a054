import { isDeepStrictEqual } from 'node:util';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { countyKeyOf, countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { edit } from '#platform/write/edit.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { insert, update } from '#platform/write/write.ts';
import type { DraftPolicyInput, PolicyTermsInput, UpdatePolicyInput } from '#schema/policy/policy.input.ts';
import { policyEntity } from './policy.entity.ts';
import { mayWritePolicies } from './policy.policy.ts';
import {
  addParts,
  bandsOf,
  countyExists,
  findPolicy,
  type PolicyParts,
  type PolicyRow,
  removeParts,
  thresholdsOf,
} from './policy.queries.ts';
import { termsRefusal } from './terms-of-policy.rules.ts';

export async function draftPolicy(ctx: Context, input: DraftPolicyInput) {
  const { countyCode } = input;
  return command(ctx, 'draftPolicy', countyCode, input, async (work) => {
    if (!mayWritePolicies(ctx, countyCode) || !(await countyExists(work, countyCode)))
      throw notFound('input.countyCode');
    const id = await addDraft(work, input);
    return { reliefPolicy: [countyCode, id] };
  });
}

/** Stores a draft whose county the viewer may write in; also for the samples that come with the system. */
export async function addDraft(
  work: WorkContext,
  input: DraftPolicyInput,
  { action = 'draftPolicy', isSample = false } = {},
): Promise<string> {
  const { clientMutationId: _, terms, replacesId, ...fields } = input;
  checkFields(input);
  const replaced = replacesId ? await replaceable(work, input, replacesId) : null;
  const makerId = userOf(work);
  const row = {
    ...fields,
    ...columnsOf(terms),
    id: newId(),
    documentsNeeded: filled(input.documentsNeeded),
    kindName: input.kindName ?? null,
    replacesId: replaced,
    isSample,
    createdAt: work.clock.now().toISOString(),
    createdBy: makerId,
    makerIds: makerId ? [makerId] : [],
  };
  const made = await insert(work, policyEntity, row, { action, facts: { terms: shown(terms) } });
  await addParts(work, made, partsOf(terms));
  return made.id;
}

export async function updatePolicy(ctx: Context, input: UpdatePolicyInput) {
  const countyCode = countyOf(policyEntity, input.id, 'input.id');
  return command(ctx, 'updatePolicy', countyCode, input, async (work) => {
    const before = await lockRow(work, policyEntity, input.id, 'input.id', 'policy.write');
    checkVersion(before, input.expectedVersion);
    checkEditable(before);
    const { clientMutationId: _, id: __, expectedVersion: ___, terms, ...fields } = input;
    if (terms === null) throw invalid({ 'input.terms': 'REQUIRED_MISSING' });
    const fromOn = fields.fromOn ?? before.fromOn;
    const toOn = fields.toOn === undefined ? before.toOn : fields.toOn;
    checkFields({ ...before, fromOn, toOn, terms });
    const isOther = terms !== undefined && !isDeepStrictEqual(partsOf(terms), await partsIn(work, before));
    const documentsNeeded = fields.documentsNeeded && filled(fields.documentsNeeded);
    const changes = { ...fields, documentsNeeded, ...(terms && columnsOf(terms)) };
    const makers = isOther || differs(before, changes) ? { makerIds: withMaker(before, work) } : {};
    const audited = { action: 'updatePolicy', ...(isOther && { facts: { terms: shown(terms) } }) };
    const after = await edit(work, policyEntity, before, { ...changes, ...makers }, audited);
    if (isOther) {
      // What stands in rows of their own is a change of the policy all the same.
      if (after === before) await update(work, policyEntity, before, {}, audited);
      await removeParts(work, before);
      await addParts(work, before, partsOf(terms));
    }
    return { reliefPolicy: [countyCode, before.id] };
  });
}

function checkFields({ kind, kindName, fromOn, toOn, terms }: Checked): void {
  if ((kind === 'OTHER') !== Boolean(kindName))
    throw invalid({ 'input.kindName': kind === 'OTHER' ? 'REQUIRED_MISSING' : 'OUT_OF_RANGE' });
  if (toOn && toOn < fromOn) throw invalid({ 'input.toOn': 'END_BEFORE_START' });
  const refusal = terms && termsRefusal(terms);
  if (refusal) throw refusal;
}

interface Checked extends Pick<PolicyRow, 'kind' | 'fromOn'> {
  readonly kindName?: string | null;
  readonly toOn?: string | null;
  readonly terms?: PolicyTermsInput | undefined;
}

function checkEditable({ status }: PolicyRow): void {
  if (status !== 'DRAFT' && status !== 'REJECTED')
    throw refuse('POLICY_NOT_EDITABLE', { 'input.id': 'POLICY_NOT_EDITABLE' });
}

/** A new version is of the same kind as the approved policy whose place it takes. */
async function replaceable(work: WorkContext, input: DraftPolicyInput, replacesId: string): Promise<string> {
  const key = countyKeyOf(policyEntity, replacesId, 'input.replacesId');
  const former = key.countyCode === input.countyCode ? await findPolicy(work, key) : null;
  if (!former) throw notFound('input.replacesId');
  if (former.status !== 'APPROVED')
    throw refuse('POLICY_STEP_INVALID', { 'input.replacesId': 'POLICY_STEP_INVALID' });
  if (former.kind !== input.kind || former.kindName !== (input.kindName ?? null))
    throw invalid({ 'input.kind': 'POLICY_OTHER_KIND' });
  if (input.fromOn <= former.fromOn) throw invalid({ 'input.fromOn': 'DATE_TOO_EARLY' });
  return former.id;
}

const userOf = ({ viewer }: Context): string | null => viewer?.userId ?? null;

function withMaker({ makerIds }: PolicyRow, work: WorkContext): string[] {
  const userId = userOf(work);
  return userId === null || makerIds.includes(userId) ? makerIds : [...makerIds, userId];
}

const filled = (lines: readonly string[]): string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '');

const differs = (before: object, changes: object): boolean =>
  Object.entries(changes).some(
    ([name, value]) => value !== undefined && !isDeepStrictEqual(Reflect.get(before, name), value),
  );

const columnsOf = ({ thresholds: _, bands: __, ...columns }: PolicyTermsInput) => ({
  ...columns,
  capPerClaim: columns.capPerClaim ?? null,
  capPersonYear: columns.capPersonYear ?? null,
  capHouseholdYear: columns.capHouseholdYear ?? null,
});

const partsOf = ({ thresholds, bands }: PolicyTermsInput): PolicyParts => ({
  thresholds: thresholds
    .map(({ category, threshold }) => ({ category, threshold }))
    .sort((one, other) => (one.category < other.category ? -1 : 1)),
  bands: bands
    .map(({ fromAmount, toAmount = null, rateBps = null, flatAmount = null }) => ({
      fromAmount,
      toAmount,
      rateBps,
      flatAmount,
    }))
    .sort((one, other) => (one.fromAmount < other.fromAmount ? -1 : 1)),
});

async function partsIn(work: WorkContext, key: PolicyRow): Promise<PolicyParts> {
  return { thresholds: await thresholdsOf(work, key), bands: await bandsOf(work, key) };
}

/** What the trail tells of the rows that hang on the policy; amounts in fen. */
const shown = ({ thresholds, bands }: PolicyTermsInput) => ({ thresholds, bands });
