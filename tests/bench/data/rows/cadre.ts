import { ownerOf } from '#platform/people/personal.ts';
import { maskPhone } from '#schema/person/mask.ts';
import { dayText } from '../chance.ts';
import { type Making, phoneHash } from './household.ts';
import { nameBy, pinyinOf } from './people.ts';

export interface Cadre {
  readonly id: string;
}

/** Households per cadre: one cadre of each village has twenty, the others a dozen. */
export const fullLoad = 20;
const usualLoad = 12;

const offices = ['县农业农村局', '县教育体育局', '县民政局', '县医保局', '县住建局', '县水利局', '县财政局'];

export function makeOrganizations({ chance, put, today }: Making, countyCode: string): string[] {
  return offices.map((name) => {
    const id = chance.idOn(today - 900);
    put('organization', [
      countyCode,
      id,
      name,
      pinyinOf(name),
      'COUNTY',
      `${dayText(today - 900)}T02:00:00Z`,
    ]);
    return id;
  });
}

/** The phones of a county's cadres are different. */
export const phoneOfCadre = (turn: number): string => `138000${String(turn).padStart(5, '0')}`;

/** Enough cadres for the paired households of a village, the one with the full load first. */
export function makeCadres(
  making: Making,
  village: { countyCode: string; code: string; turn: number },
  paired: number,
  organizations: readonly string[],
): Cadre[] {
  const { chance, cipher, put, today } = making;
  const count = 2 + Math.ceil(Math.max(0, paired - fullLoad) / usualLoad);
  return Array.from({ length: count }, (_, place) => {
    const id = chance.idOn(today - 900);
    const name = nameBy(chance);
    const phone = phoneOfCadre(village.turn + place);
    put('cadre', [
      village.countyCode,
      id,
      name,
      pinyinOf(name),
      chance.chance(0.66) ? 'MALE' : 'FEMALE',
      'PARTY_MEMBER',
      chance.pick(organizations),
      '科员',
      village.code,
      cipher.seal(phone, ownerOf('cadre', village.countyCode, id)),
      phoneHash(cipher, phone),
      maskPhone(phone),
      'ACTIVE',
      null,
      null,
      `${dayText(today - 900)}T02:00:00Z`,
    ]);
    return { id };
  });
}
