import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
import { requireStepUp } from '#modules/identity/second-factor/step-up/step-up.service.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid } from '#platform/core/errors.ts';
import { parseGlobalId } from '#platform/core/ids.ts';
import { extensionPoint } from '#platform/module/extension-point.ts';
import { ownerOf } from '#platform/people/personal.ts';
import { command } from '#platform/write/command.ts';
import { lockRow } from '#platform/write/lock.ts';
import { auditAct } from '#platform/write/trail.ts';
import type { PersonalField } from '#schema/codes/settings.codes.ts';
import type { RevealPersonalDataInput } from '#schema/household/member-verbs.type.ts';
import { householdEntity } from '../household.entity.ts';
import { memberEntity } from './member.entity.ts';
import { presentMembers } from './member.queries.ts';

/** A record with a sealed number, locked within what the right to see whole numbers reaches. */
export interface SealedRecord {
  readonly countyCode: string;
  /** The record in question. */
  readonly id: string;
  readonly divisionCode: string;
  /** Table and id that the cipher is bound to. */
  readonly owner: readonly [table: string, id: string];
  readonly cipher: Buffer | null;
}

interface SealedKind {
  /** Type of the record. */
  readonly type: string;
  readonly field: PersonalField;
  find(work: WorkContext, id: string): Promise<SealedRecord>;
}

/** Records of later modules that have a sealed number. */
export const sealedPoint = extensionPoint<SealedKind>('records with a sealed number');

/**
 * Opens one encrypted value for one stated reason. The value is only in the response: neither the audit trail nor the
 * stored answers of repeated requests hold it, so a repeated request opens it again and is recorded again.
 */
export async function revealPersonalData(ctx: Context, input: RevealPersonalDataInput) {
  const { type = '', parts: [countyCode = ''] = [] } = parseGlobalId(input.id) ?? {};
  const { field, reason } = input;
  const { value } = await command(ctx, 'revealPersonalData', countyCode, {}, async (work) => {
    const sealed = await find(work, type, input);
    await requireStepUp(work);
    const after = { field, reason: reason.trim() };
    auditAct(work, { name: type, key: ['countyCode', 'id'] }, sealed, {
      action: 'revealPersonalData',
      after,
    });
    const [table, id] = sealed.owner;
    const owner = ownerOf(table, sealed.countyCode, id);
    return { value: sealed.cipher ? ctx.cipher.open(sealed.cipher, owner) : null };
  });
  return { value, clientMutationId: input.clientMutationId ?? null };
}

function find(work: WorkContext, type: string, input: RevealPersonalDataInput): Promise<SealedRecord> {
  const other = work.catalog.provided(sealedPoint).find((kind) => kind.type === type);
  // Each kind of record has numbers of its own.
  if (other ? other.field !== input.field : input.field === 'BANK_ACCOUNT')
    throw invalid({ 'input.field': 'CODE_UNKNOWN' });
  if (other) return other.find(work, input.id);
  if (type === 'Member') return ofMember(work, input);
  if (type === 'Household') return ofHousehold(work, input);
  if (type === 'Cadre') return ofCadre(work, input);
  throw invalid({ 'input.id': 'INVALID_ID' });
}

async function ofMember(work: WorkContext, { id, field }: RevealPersonalDataInput): Promise<SealedRecord> {
  const row = await lockRow(work, memberEntity, id, 'input.id', 'personal.reveal');
  const cipher = field === 'PHONE' ? row.phoneCipher : row.residentIdCipher;
  return { ...row, divisionCode: row.villageCode, owner: ['member', row.id], cipher };
}

async function ofHousehold(work: WorkContext, { id, field }: RevealPersonalDataInput): Promise<SealedRecord> {
  const row = await lockRow(work, householdEntity, id, 'input.id', 'personal.reveal');
  const found = { ...row, divisionCode: row.villageCode };
  if (field === 'PHONE') return { ...found, owner: ['household', row.id], cipher: row.phoneCipher };
  const present = await presentMembers(work, row.countyCode, row.id);
  const head = present.find((member) => member.relation === 'HEAD');
  return { ...found, owner: ['member', head?.id ?? ''], cipher: head?.residentIdCipher ?? null };
}

async function ofCadre(work: WorkContext, { id, field }: RevealPersonalDataInput): Promise<SealedRecord> {
  const row = await lockRow(work, cadreEntity, id, 'input.id', 'personal.reveal');
  return { ...row, owner: ['cadre', row.id], cipher: field === 'PHONE' ? row.phoneCipher : null };
}
