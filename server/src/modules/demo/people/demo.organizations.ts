import { addDays } from '#platform/core/clock.ts';
import type { OrganizationLevel } from '#schema/codes/organization.codes.ts';
import { momentOn } from '../demo.calendar.ts';
import type { Random } from '../demo.random.ts';
import type { Frame } from './demo.households.ts';

export interface DemoOrganization {
  readonly countyCode: string;
  readonly id: string;
  readonly name: string;
  readonly level: OrganizationLevel;
  /** Where its cadres work. */
  readonly divisionCode: string;
  readonly createdAt: string;
}

export interface DemoTownship {
  readonly code: string;
  readonly shortName: string;
}

/** Offices that any county has, named without the county. */
const offices: readonly (readonly [name: string, level: OrganizationLevel])[] = [
  ['省对口帮扶工作队', 'PROVINCE'],
  ['市派驻村工作队', 'CITY'],
  ['县农业农村局', 'COUNTY'],
  ['县教育体育局', 'COUNTY'],
  ['县卫生健康局', 'COUNTY'],
  ['县民政局', 'COUNTY'],
  ['县人力资源和社会保障局', 'COUNTY'],
  ['县住房和城乡建设局', 'COUNTY'],
  ['县水利局', 'COUNTY'],
  ['县财政局', 'COUNTY'],
  ['县交通运输局', 'COUNTY'],
  ['县残疾人联合会', 'COUNTY'],
];

export function makeOrganizations(
  random: Random,
  townships: readonly DemoTownship[],
  { countyCode, today, now }: Frame,
): DemoOrganization[] {
  const make = (name: string, level: OrganizationLevel, divisionCode: string) => {
    const createdAt = momentOn(random, addDays(today, -920), now);
    return { countyCode, id: random.id(createdAt), name, level, divisionCode, createdAt };
  };
  return [
    ...offices.map(([name, level]) => make(name, level, countyCode)),
    ...townships.map(({ code, shortName }) => make(`${shortName}人民政府`, 'TOWNSHIP', code)),
  ];
}
