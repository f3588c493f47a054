import type { Context, WorkContext } from '#platform/core/context.ts';
import { ownerOf, phoneColumns } from '#platform/people/personal.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import { removeMany, sendMany, updateMany } from '#platform/write/many.ts';
import { blankRow } from '#platform/write/writable.ts';
import { cadre as cadreTable } from '#schema/cadre/cadre.table.ts';
import type { PoliticalStatus, Sex } from '#schema/codes/people/person.codes.ts';
import {
  type CadreRow,
  type CadreValues,
  countCadresOf,
  selectCadreNames,
  selectCadres,
  selectUnderOtherPhones,
  staleCadres,
} from './cadre.bulk.queries.ts';
import { cadreEntity } from './cadre.entity.ts';

export type KnownCadre = Readonly<CadreRow>;
export type CadreChange = CadreValues;

export interface NewCadre {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly sex: Sex | null;
  readonly politicalStatus: PoliticalStatus | null;
  readonly organizationId: string | null;
  readonly jobTitle: string | null;
  readonly divisionCode: string;
}

/** Cadres who have one of the phones or one of the names. */
export const cadresByPhoneOrName = selectCadres;
export const cadresUnderOtherPhones = selectUnderOtherPhones;
export const namesOfCadres = selectCadreNames;

const blankCadre = blankRow(cadreTable);

/** The record as it will be stored. */
export function cadreRow(ctx: Context, countyCode: string, { phone, ...cadre }: NewCadre): KnownCadre {
  return {
    ...blankCadre,
    ...cadre,
    ...phoneColumns(ctx, ownerOf('cadre', countyCode, cadre.id), phone),
    countyCode,
    pinyin: pinyinKeys(cadre.name, 'person'),
    sex: cadre.sex ?? 'UNKNOWN',
    status: 'ACTIVE',
    createdAt: ctx.clock.now().toISOString(),
    version: 1,
  };
}

export function addCadres(
  work: WorkContext,
  action: string,
  rows: readonly KnownCadre[],
  asOf: string | null = null,
): void {
  sendMany(work, cadreEntity, rows, { action, asOf });
}

/** Every change of one call names the same columns. */
export async function updateCadres(
  work: WorkContext,
  countyCode: string,
  action: string,
  changes: readonly { readonly id: string; readonly before: object; readonly after: CadreChange }[],
  asOf: string | null = null,
): Promise<void> {
  await updateMany(work, cadreEntity, countyCode, changes, { action, asOf });
}

export const changedCadres = staleCadres;
export const countOtherCadresOf = countCadresOf;

export async function removeCadres(
  work: WorkContext,
  countyCode: string,
  action: string,
  ids: readonly string[],
): Promise<void> {
  await removeMany(work, cadreEntity, countyCode, ids, { action });
}
