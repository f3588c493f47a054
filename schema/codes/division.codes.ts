import { type CodeOf, defineCodes } from './define-codes.ts';

export const DivisionLevel = defineCodes('DivisionLevel', '区划级别', 'Level of division', {
  PROVINCE: {
    zh: '省级',
    en: 'Province',
    synonyms: ['省', '自治区', '直辖市'],
    description: 'Code of 2 digits',
  },
  PREFECTURE: {
    zh: '地级',
    en: 'Prefecture or city',
    synonyms: ['市级', '市', '州'],
    description: 'Code of 4 digits',
  },
  COUNTY: {
    zh: '县级',
    en: 'County or district',
    synonyms: ['县', '区', '旗'],
    description: 'Code of 6 digits',
  },
  TOWNSHIP: {
    zh: '乡级',
    en: 'Township, town or street',
    synonyms: ['乡镇级', '乡镇', '街道'],
    description: 'Code of 9 digits',
  },
  VILLAGE: {
    zh: '村级',
    en: 'Village or residents’ committee',
    synonyms: ['村', '社区'],
    description: 'Code of 12 digits',
  },
});
export type DivisionLevel = CodeOf<typeof DivisionLevel>;

const levelByLength: Readonly<Record<number, DivisionLevel>> = {
  2: 'PROVINCE',
  4: 'PREFECTURE',
  6: 'COUNTY',
  9: 'TOWNSHIP',
  12: 'VILLAGE',
};
const PARENT_LENGTH: Readonly<Record<DivisionLevel, number>> = {
  PROVINCE: 0,
  PREFECTURE: 2,
  COUNTY: 4,
  TOWNSHIP: 6,
  VILLAGE: 9,
};

/** The level that a code's length tells, or null if it is no division code. */
export function divisionLevelOf(code: string): DivisionLevel | null {
  return /^\d+$/.test(code) ? (levelByLength[code.length] ?? null) : null;
}

/** The code one level up; null for a province and for what is no division code. */
export function parentDivisionCode(code: string): string | null {
  const level = divisionLevelOf(code);
  return level === null || level === 'PROVINCE' ? null : code.slice(0, PARENT_LENGTH[level]);
}
