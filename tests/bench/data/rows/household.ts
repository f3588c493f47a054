import type { Cipher } from '#platform/core/cipher.ts';
import { ownerOf } from '#platform/people/personal.ts';
import { maskPhone } from '#schema/person/mask.ts';
import { type Chance, dayText } from '../chance.ts';
import type { Value } from '../copy.ts';
import type { TableName } from '../tables.ts';
import { type createResidentIds, nameBy, phoneBy, pinyinOf, type Sex } from './people.ts';

export interface Making {
  readonly chance: Chance;
  readonly cipher: Cipher;
  readonly residentId: ReturnType<typeof createResidentIds>;
  /** The day of the data, in days since 1970. */
  readonly today: number;
  put(table: TableName, values: readonly Value[]): void;
}

export interface Household {
  readonly countyCode: string;
  readonly id: string;
  readonly villageCode: string;
  readonly category: string;
  readonly closedOn: number | null;
}

/** Each size as often as it occurs here. */
const sizes = [1, 2, 2, 3, 3, 4, 4, 4, 5, 6] as const;
const relations: readonly (readonly [relation: string, sex: Sex | null, younger: number])[] = [
  ['HEAD', null, 0],
  ['SPOUSE', null, 0],
  ['SON', 'MALE', 26],
  ['DAUGHTER', 'FEMALE', 28],
  ['MOTHER', 'FEMALE', -25],
  ['GRANDSON', 'MALE', 52],
  ['GRANDDAUGHTER', 'FEMALE', 54],
];
const categories = { RELIEVED: 62, UNSTABLE: 12, MARGINAL: 11, SUDDEN: 5, ORDINARY: 10 } as const;
const health = ['{HEALTHY}', '{HEALTHY}', '{HEALTHY}', '{CHRONIC}', '{CHRONIC}', '{SERIOUS}', '{DISABLED}'];
const labour = ['ORDINARY', 'ORDINARY', 'SKILLED', 'WEAK', 'NONE'];

/** The household with its members; history and incomes are made separately. */
export function makeHousehold(
  making: Making,
  countyCode: string,
  villageCode: string,
  serial: number,
): Household {
  const { chance, cipher, put, today } = making;
  const id = chance.idOn(today - chance.int(800, 900));
  const category = chance.weighted(categories);
  const isClosed = chance.chance(0.008);
  const closedOn = isClosed ? today - chance.int(5, 300) : null;
  const size = Math.min(chance.pick(sizes) + (chance.chance(0.04) ? 1 : 0), relations.length);
  const place = { countyCode, id, villageCode };
  const head = makeMembers(making, place, size);
  const phone = chance.chance(0.7) ? phoneBy(chance) : null;
  put('household', [
    countyCode,
    id,
    villageCode,
    `${countyCode}${String(serial).padStart(6, '0')}`,
    chance.pick(groups),
    head.name,
    pinyinOf(head.name),
    head.masked,
    size,
    phone && cipher.seal(phone, ownerOf('household', countyCode, id)),
    phone && phoneHash(cipher, phone),
    phone && maskPhone(phone),
    category,
    closedOn === null ? 'ACTIVE' : 'CLOSED',
    closedOn === null ? null : dayText(closedOn),
    null,
    `${dayText(today - 800)}T02:00:00Z`,
  ]);
  return { ...place, category, closedOn };
}

const groups = ['一组', '二组', '三组', '四组', '五组'];

function makeMembers(
  making: Making,
  place: Pick<Household, 'countyCode' | 'id' | 'villageCode'>,
  size: number,
) {
  const { chance, cipher, residentId, today, put } = making;
  const headSex: Sex = chance.chance(0.8) ? 'MALE' : 'FEMALE';
  const headAge = chance.int(34, 78);
  let head = { name: '', masked: '' };
  for (const [relation, ownSex, younger] of relations.slice(0, size)) {
    const otherSex = headSex === 'MALE' ? 'FEMALE' : 'MALE';
    const sex = ownSex ?? (relation === 'HEAD' ? headSex : otherSex);
    const age = Math.min(97, Math.max(1, headAge - younger + chance.int(-3, 3)));
    const { id: number, birthOn, masked } = residentId(today - age * 365 - chance.int(1, 364), sex);
    const id = chance.idOn(today - 800);
    const name = nameBy(chance);
    if (relation === 'HEAD') head = { name, masked };
    put('member', [
      place.countyCode,
      id,
      place.id,
      place.villageCode,
      name,
      pinyinOf(name),
      relation,
      sex,
      birthOn,
      cipher.seal(number, ownerOf('member', place.countyCode, id)),
      cipher.hash('resident-id', number),
      masked,
      age < 16 || age > 70 ? 'NONE' : chance.pick(labour),
      chance.pick(health),
      chance.chance(0.12),
      `${dayText(today - 800)}T02:00:00Z`,
    ]);
  }
  return head;
}

const phoneHashes = new Map<string, Buffer>();

/** There are only a hundred thousand phones of this kind, and hashing each takes a while. */
export function phoneHash(cipher: Cipher, phone: string): Buffer {
  const known = phoneHashes.get(phone);
  if (known) return known;
  const hash = cipher.hash('phone', phone);
  phoneHashes.set(phone, hash);
  return hash;
}
