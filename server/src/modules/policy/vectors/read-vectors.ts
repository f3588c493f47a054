import { PolicyBase, PolicyMode } from '#schema/codes/money/policy.codes.ts';
import type { Band, PolicyTerms, YearClaim } from '../assess/terms.ts';
import {
  bpsIn,
  fenIn,
  fenOrNull,
  flagIn,
  isGiven,
  listIn,
  membersOf,
  oneOfIn,
  type Place,
  textIn,
  VectorsError,
  wrong,
} from './shape.ts';

/** What a vector says that the claims of a year are paid; amounts in fen, one a claim. */
export interface Expected {
  readonly paid: readonly bigint[];
  readonly total: bigint | null;
  readonly before: readonly bigint[] | null;
  readonly adjustment: bigint | null;
}

export interface Vector {
  readonly claims: readonly YearClaim[];
  /** Place of the claim that is taken back; null where none is. */
  readonly reverse: number | null;
  /** One amount and not a list of them is expected. */
  readonly isSingle: boolean;
  readonly want: Expected;
}

export interface PolicyVectors {
  readonly id: string;
  readonly terms: PolicyTerms;
  /** The code by which the policy must be refused; null where it must be accepted. */
  readonly refused: string | null;
  readonly vectors: readonly Vector[];
}

/** Policies and vectors of a file in the neutral form; whatever is not of it is an error that says where. */
export function readVectors(text: string): PolicyVectors[] {
  const file = { where: '$', value: parsed(text) };
  const { value } = file;
  if (typeof value !== 'object' || value === null || !('policies' in value))
    throw wrong(file, '没有 policies', 'there are no policies');
  const policies = listIn({ where: 'policies', value: value.policies }).map(policyIn);
  const twice = policies.find(({ id }, index) => policies.findIndex((other) => other.id === id) !== index);
  if (twice) throw wrong({ where: twice.id, value: null }, '编号重复', 'two policies have this id');
  return policies;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new VectorsError('文件不是完整的 JSON。', 'The file is no JSON, or not whole.');
  }
}

const described = ['note', 'why', 'name', 'title', 'source', 'description'];

function policyIn(unnamed: Place): PolicyVectors {
  const known = ['id', 'kind', 'mode', 'base', 'threshold', 'thresholdAnnual', 'once', 'deductions', 'bands'];
  const all = [...known, 'caps', 'rounding', 'refused', 'vectors', ...described];
  const id = textIn(membersOf(unnamed, all)('id'));
  // From here on errors name the policy by its id.
  const member = membersOf({ where: id, value: unnamed.value }, all);
  const rounding = member('rounding');
  if (isGiven(rounding)) oneOfIn(rounding, ['HALF_UP_ONCE']);
  if (isGiven(member('kind'))) textIn(member('kind'));
  if (isGiven(member('deductions'))) for (const deduction of listIn(member('deductions'))) textIn(deduction);
  const refused = isGiven(member('refused')) ? textIn(member('refused')) : null;
  const vectors = isGiven(member('vectors')) ? listIn(member('vectors')).map(vectorIn) : [];
  if (refused !== null && vectors.length > 0)
    throw wrong(member('vectors'), '应被拒绝的政策没有可计算的金额', 'a policy to be refused pays nothing');
  return { id, terms: termsIn(member), refused, vectors };
}

function termsIn(member: (name: string) => Place): PolicyTerms {
  const caps = isGiven(member('caps'))
    ? membersOf(member('caps'), ['perClaim', 'personYear', 'householdYear'])
    : (name: string) => ({ where: name, value: null });
  return {
    mode: oneOfIn(member('mode'), PolicyMode.keys),
    base: oneOfIn(member('base'), PolicyBase.keys),
    threshold: fenOrNull(member('threshold')) ?? 0n,
    accumulation: flagIn(member('thresholdAnnual')) ? 'PERSON_YEAR' : 'CLAIM',
    bands: listIn(member('bands')).map(bandIn),
    capPerClaim: fenOrNull(caps('perClaim')),
    capPersonYear: fenOrNull(caps('personYear')),
    capHouseholdYear: fenOrNull(caps('householdYear')),
    oncePerYear: flagIn(member('once')),
  };
}

function bandIn(place: Place): Band {
  const member = membersOf(place, ['from', 'to', 'ratePercent', 'amount', ...described]);
  return {
    from: fenIn(member('from')),
    to: fenOrNull(member('to')),
    rateBps: isGiven(member('ratePercent')) ? bpsIn(member('ratePercent')) : null,
    amount: fenOrNull(member('amount')),
  };
}

function vectorIn(place: Place): Vector {
  const member = membersOf(place, ['inputs', 'paid', 'total', 'before', 'adjustment', ...described]);
  const inputs = member('inputs');
  const given = membersOf(inputs, ['own', 'deduct', 'claims', 'reverse', 'person']);
  const isSingle = !isGiven(given('claims'));
  const isReversal = isGiven(given('reverse'));
  if (isSingle && isReversal)
    throw wrong(
      given('reverse'),
      '只有 claims 中的一笔可以撤销',
      'only one of several claims can be taken back',
    );
  if (!isSingle && ['own', 'deduct', 'person'].some((name) => isGiven(given(name))))
    throw wrong(inputs, '单笔金额与 claims 只能给一种', 'give either a single amount or claims');
  const claims = isSingle
    ? [claimIn(inputs, ['own', 'deduct', 'person'])]
    : listIn(given('claims')).map((claim) => claimIn(claim, ['own', 'deduct', 'person']));
  return {
    claims,
    reverse: isReversal ? placeIn(given('reverse'), claims.length) : null,
    isSingle,
    want: expectedIn(member, isSingle, isReversal, claims.length),
  };
}

function claimIn(place: Place, known: readonly string[]): YearClaim {
  const member = membersOf(place, known);
  const [own, deducted] = [fenIn(member('own')), fenOrNull(member('deduct')) ?? 0n];
  if (own < 0n) throw wrong(member('own'), '不能为负', 'this must not be negative');
  if (deducted < 0n) throw wrong(member('deduct'), '不能为负', 'this must not be negative');
  return { personId: isGiven(member('person')) ? textIn(member('person')) : '', own, deducted };
}

function placeIn(place: Place, count: number): number {
  const { value } = place;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= count)
    throw wrong(place, '没有这一笔', 'there is no such claim');
  return value;
}

function expectedIn(
  member: (name: string) => Place,
  isSingle: boolean,
  isReversal: boolean,
  count: number,
): Expected {
  if (!isReversal) {
    const surplus = ['before', 'adjustment'].map(member).find(isGiven);
    if (surplus) throw wrong(surplus, '没有撤销哪一笔', 'no claim is taken back');
  }
  const amounts = (place: Place): bigint[] => {
    const list = listIn(place).map(fenIn);
    if (list.length !== count) throw wrong(place, '应每笔一个金额', 'one amount for each claim is expected');
    return list;
  };
  return {
    paid: isSingle ? [fenIn(member('paid'))] : amounts(member('paid')),
    total: fenOrNull(member('total')),
    before: isGiven(member('before')) ? amounts(member('before')) : null,
    adjustment: fenOrNull(member('adjustment')),
  };
}
