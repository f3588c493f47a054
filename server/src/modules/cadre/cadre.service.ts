import { countRefusal, type NumberSearch } from '#modules/identity/rate-limit/number-search.service.ts';
import { organizationEntity } from '#modules/organization/organization.entity.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { tidy } from '#platform/core/tidy.ts';
import { ownerOf, phoneColumns } from '#platform/people/personal.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { command } from '#platform/write/command.ts';
import { edit } from '#platform/write/edit.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { insert, update } from '#platform/write/write.ts';
import type { CreateCadreInput, UpdateCadreInput } from '#schema/cadre/cadre.type.ts';
import { isPersonal, soughtNumber } from '#schema/person/sought-number.ts';
import { foldName } from '#schema/text.ts';
import type { CadreRow } from './cadre.bulk.queries.ts';
import { cadreEntity } from './cadre.entity.ts';
import { mayWriteCadre } from './cadre.policy.ts';
import { findDivision, organizationExists } from './cadre.queries.ts';

const named = (text: string) => {
  const name = foldName(text);
  return { name, pinyin: pinyinKeys(name, 'person') };
};

/** A phone number in a write counts as a number search: refusing it as taken reveals that it is on record. */
function soughtBy(phone: string | null | undefined): NumberSearch[] {
  const number = soughtNumber(phone ?? '');
  return number && isPersonal(number) ? [{ ...number, entity: cadreEntity.name }] : [];
}

export const createCadre = (ctx: Context, input: CreateCadreInput) =>
  countRefusal(ctx, soughtBy(input.phone), () => create(ctx, input));

function create(ctx: Context, input: CreateCadreInput) {
  const countyCode = input.divisionCode.slice(0, 6);
  return command(ctx, 'createCadre', countyCode, input, async (work) => {
    await checkWorkPlace(work, input.divisionCode);
    const { clientMutationId: _, name, phone, organizationId, ...fields } = input;
    const id = newId();
    const row = {
      ...tidy(fields, ['jobTitle']),
      ...named(name),
      ...phoneColumns(ctx, ownerOf('cadre', countyCode, id), phone),
      organizationId: await organizationOf(work, countyCode, organizationId),
      countyCode,
      id,
      createdAt: ctx.clock.now().toISOString(),
    };
    await insert(work, cadreEntity, row, { action: 'createCadre' });
    return { cadre: [countyCode, id] };
  });
}

export const updateCadre = (ctx: Context, input: UpdateCadreInput) =>
  countRefusal(ctx, soughtBy(input.phone), () => change(ctx, input));

function change(ctx: Context, input: UpdateCadreInput) {
  const countyCode = countyOf(cadreEntity, input.id, 'input.id');
  return command(ctx, 'updateCadre', countyCode, input, async (work) => {
    const before = await lockRow(work, cadreEntity, input.id, 'input.id', 'cadre.write');
    if (!mayWriteCadre(ctx, before.divisionCode)) throw notFound('input.id');
    checkVersion(before, input.expectedVersion);
    const divisionCode = input.divisionCode ?? before.divisionCode;
    if (divisionCode !== before.divisionCode) {
      await checkWorkPlace(work, divisionCode);
      if (!divisionCode.startsWith(before.countyCode))
        throw invalid({ 'input.divisionCode': 'OTHER_COUNTY' });
    }
    const {
      id: _,
      clientMutationId: __,
      expectedVersion: ___,
      name,
      phone,
      organizationId,
      ...fields
    } = input;
    const owner = ownerOf('cadre', before.countyCode, before.id);
    const changes = {
      ...tidy(fields, ['jobTitle']),
      ...(name ? named(name) : { name }),
      ...(phone !== undefined && phoneColumns(ctx, owner, phone)),
      organizationId:
        organizationId === undefined
          ? undefined
          : await organizationOf(work, before.countyCode, organizationId),
    };
    await edit(work, cadreEntity, before, changes, { action: 'updateCadre' }, { sentNumber: Boolean(phone) });
    return { cadre: [before.countyCode, before.id] };
  });
}

/** A division out of reach is reported like one that does not exist. */
async function checkWorkPlace(work: WorkContext, divisionCode: string): Promise<void> {
  const place = await findDivision(work, divisionCode);
  if (!place || !mayWriteCadre(work, divisionCode)) throw notFound('input.divisionCode');
  if (divisionCode.length < 6) throw invalid({ 'input.divisionCode': 'DIVISION_LEVEL_WRONG' });
}

async function organizationOf(work: WorkContext, countyCode: string, id: string | null | undefined) {
  if (!id) return null;
  const [county, organizationId = ''] = partsOfId(organizationEntity, id, 'input.organizationId');
  if (county !== countyCode || !(await organizationExists(work, countyCode, organizationId)))
    throw notFound('input.organizationId');
  return organizationId;
}

/** Ends the post of a cadre, locked by the caller, on a day; the caller transfers the households. */
export const markLeft = (work: WorkContext, before: CadreRow, leftOn: string): Promise<CadreRow> =>
  update(
    work,
    cadreEntity,
    before,
    { status: 'LEFT', leftOn },
    { action: 'cadreLeaves', divisionCode: before.countyCode },
  );
