import type { Health, LabourAbility, WorkPlace } from '#schema/codes/people/ability.codes.ts';
import type { Education, SchoolStatus } from '#schema/codes/people/schooling.codes.ts';
import type { member } from '#schema/household/member.table.ts';
import type { Random } from '../demo.random.ts';
import type { Relative } from './demo.family.ts';
import type { Numbers } from './demo.people.ts';

type MemberRow = typeof member.$inferInsert;
type SealedColumn =
  | 'pinyin'
  | 'phoneCipher'
  | 'phoneHash'
  | 'phoneMasked'
  | 'residentIdCipher'
  | 'residentIdHash'
  | 'residentIdMasked';

/** A row of the member table before its personal data are sealed. */
export type DemoMember = Omit<MemberRow, SealedColumn> & {
  readonly residentId: string;
  readonly phone: string | null;
  readonly age: number;
  readonly health: Health[];
};

type Place = Pick<DemoMember, 'countyCode' | 'householdId' | 'villageCode' | 'createdAt'>;

export function makeMember(random: Random, numbers: Numbers, person: Relative, place: Place): DemoMember {
  const { age } = person;
  const schoolStatus = schoolOf(random, age);
  const health = healthOf(random, age);
  const labour = labourOf(random, age, schoolStatus !== null, health);
  return {
    ...place,
    ...person,
    id: random.id(place.createdAt),
    documentKind: 'RESIDENT_ID',
    phone: age >= 16 && age < 75 && random.chance(0.45) ? numbers.phone() : null,
    ethnicity: random.chance(0.985) ? 'HAN' : 'HUI',
    schoolStatus,
    education: schoolStatus === null ? educationOf(random, age) : null,
    health,
    labour,
    politicalStatus: random.chance(age >= 25 ? 0.06 : 0) ? 'PARTY_MEMBER' : 'MASSES',
    ...employmentOf(random, age, labour),
    hasDibao: false,
    leftOn: null,
    leftReason: null,
  };
}

function schoolOf(random: Random, age: number): SchoolStatus | null {
  if (age < 3) return 'UNDER_SCHOOL_AGE';
  if (age < 6) return 'PRESCHOOL';
  if (age < 12) return 'PRIMARY';
  const inMiddleSchool = (['GRADE_7', 'GRADE_8', 'GRADE_9'] as const)[age - 12];
  if (inMiddleSchool) return inMiddleSchool;
  if (age < 18 && random.chance(0.93)) {
    const senior = (['SENIOR_1', 'SENIOR_2', 'SENIOR_3'] as const)[age - 15] ?? null;
    const vocational = (['VOCATIONAL_1', 'VOCATIONAL_2', 'VOCATIONAL_3'] as const)[age - 15] ?? null;
    return random.chance(0.6) ? senior : vocational;
  }
  if (age >= 18 && age < 22 && random.chance(0.5)) {
    const college = (['COLLEGE_1', 'COLLEGE_2', 'COLLEGE_3'] as const)[age - 18];
    const bachelor = (['BACHELOR_1', 'BACHELOR_2', 'BACHELOR_3', 'BACHELOR_4'] as const)[age - 18];
    return (random.chance(0.5) ? college : bachelor) ?? null;
  }
  return null;
}

function educationOf(random: Random, age: number): Education {
  if (age >= 65) return random.weighted({ ILLITERATE: 35, PRIMARY: 50, JUNIOR_MIDDLE: 15 });
  if (age >= 40) return random.weighted({ ILLITERATE: 4, PRIMARY: 36, JUNIOR_MIDDLE: 52, SENIOR_MIDDLE: 8 });
  return random.weighted({ JUNIOR_MIDDLE: 55, SENIOR_MIDDLE: 27, JUNIOR_COLLEGE: 12, BACHELOR_OR_ABOVE: 6 });
}

function healthOf(random: Random, age: number): Health[] {
  const ill = age >= 60 ? 0.45 : age >= 40 ? 0.18 : 0.03;
  const health: Health[] = [];
  if (random.chance(ill)) health.push(random.chance(0.82) ? 'CHRONIC' : 'SERIOUS');
  if (random.chance(age >= 30 ? 0.06 : 0.015)) health.push('DISABLED');
  return health.length > 0 ? health : ['HEALTHY'];
}

export function labourOf(
  random: Random,
  age: number,
  isPupil: boolean,
  health: readonly Health[],
): LabourAbility {
  if (age < 16 || isPupil || age >= 72) return 'NONE';
  if (health.includes('SERIOUS')) return random.chance(0.6) ? 'LOST' : 'WEAK';
  if (health.includes('DISABLED') || age >= 62) return 'WEAK';
  if (health.includes('CHRONIC') && age >= 50) return 'WEAK';
  return random.chance(0.14) ? 'SKILLED' : 'ORDINARY';
}

function employmentOf(random: Random, age: number, labour: LabourAbility) {
  const isAble = labour === 'ORDINARY' || labour === 'SKILLED';
  const share = isAble && age < 60 ? 0.72 : labour === 'WEAK' && age < 68 ? 0.22 : 0;
  if (!random.chance(share)) return { workPlace: null, workMonths: null };
  const workPlace: WorkPlace = isAble ? random.weighted({ COUNTY: 45, PROVINCE: 30, OUTSIDE: 25 }) : 'COUNTY';
  return { workPlace, workMonths: workPlace === 'COUNTY' ? random.int(3, 12) : random.int(6, 11) };
}
