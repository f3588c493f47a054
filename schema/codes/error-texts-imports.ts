import type { Bilingual } from './lang.ts';

/** What an import says of a row beside what is said wherever such a record is written. */
export const imports = {
  HOUSEHOLD_NOT_TOLD: {
    zh: '未写明是哪一户：请填写户主身份证号、户编号，或户主姓名和出生日期',
    en: "The row does not tell the household: give the head's resident id, the household's number, or the head's name and birth date",
  },
} as const satisfies Record<string, Bilingual>;
