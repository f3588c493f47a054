import type { Context } from '#platform/core/context.ts';
import { ownerOf, phoneColumns, residentIdColumns } from '#platform/people/personal.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import { maskResidentId } from '#schema/person/mask.ts';
import type { DemoCadre } from './people/demo.cadres.ts';
import type { DemoHousehold } from './people/demo.households.ts';
import type { DemoMember } from './people/demo.members.ts';

/** Names repeat, and looking up their readings is the slow part. */
export function pinyinOnce(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const keys = known.get(name) ?? pinyinKeys(name, 'person');
    known.set(name, keys);
    return keys;
  };
}

export function sealHousehold(ctx: Context, pinyin: (name: string) => string, household: DemoHousehold) {
  const { members: _, spans: __, risks: ___, incomes: ____, phone, headResidentId, ...row } = household;
  return {
    ...row,
    ...phoneColumns(ctx, ownerOf('household', row.countyCode, row.id), phone),
    headPinyin: pinyin(row.headName),
    headIdMasked: maskResidentId(headResidentId),
  };
}

export function sealMember(ctx: Context, pinyin: (name: string) => string, member: DemoMember) {
  const { age: _, phone, residentId, ...row } = member;
  const owner = ownerOf('member', row.countyCode, row.id);
  return {
    ...row,
    ...phoneColumns(ctx, owner, phone),
    ...residentIdColumns(ctx, owner, residentId),
    pinyin: pinyin(row.name),
  };
}

export function sealCadre(
  ctx: Context,
  pinyin: (name: string) => string,
  cadre: DemoCadre,
  userId: string | null,
) {
  const { diligence: _, phone, ...row } = cadre;
  return {
    ...row,
    ...phoneColumns(ctx, ownerOf('cadre', row.countyCode, row.id), phone),
    pinyin: pinyin(row.name),
    userId,
  };
}
