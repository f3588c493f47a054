import type { Bilingual } from '../lang.ts';
import type { AssessmentStep } from './policy.codes.ts';

/**
 * One line of an explanation, as it is stored: exact amounts in yuan as text, so that it can be kept as JSON. Rates are in
 * hundredths of a per cent.
 */
export interface AssessmentLine {
  readonly step: AssessmentStep;
  /** What the step gives. */
  readonly amount: string;
  /** What it is worked out from: the part of a band, the sum before, the limit. */
  readonly of?: string;
  readonly from?: string;
  /** Absent: no end. */
  readonly to?: string;
  readonly rateBps?: number;
  /** What the year has used of a limit. */
  readonly used?: string;
}

/** 5000 is "50", 1250 is "12.5". */
export function percentOf(bps: number): string {
  const fraction = String(bps % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.trunc(bps / 100)}${fraction && `.${fraction}`}`;
}

const rangeOf = ({ from = '0.00', to }: AssessmentLine): Bilingual => ({
  zh: to === undefined ? `${from} 元及以上` : `${from} 元至不足 ${to} 元`,
  en: to === undefined ? `${from} yuan and above` : `${from} to below ${to} yuan`,
});

const limit =
  (zh: string, en: string) =>
  ({ of, used, amount }: AssessmentLine): Bilingual => ({
    zh: `${zh} ${of} 元，已用 ${used} 元，最多再付 ${amount} 元`,
    en: `${en} ${of} yuan, of which ${used} is used: ${amount} at most`,
  });

const banded =
  (zh: string, en: string) =>
  (line: AssessmentLine): Bilingual => {
    const range = rangeOf(line);
    const rate = percentOf(line.rateBps ?? 0);
    return {
      zh: `${range.zh}${zh}：${line.of} × ${rate}% = ${line.amount} 元`,
      en: `${en} ${range.en}: ${line.of} × ${rate}% = ${line.amount} yuan`,
    };
  };

const words: Readonly<Record<AssessmentStep, (line: AssessmentLine) => Bilingual>> = {
  OWN: ({ amount }) => ({ zh: `计算金额 ${amount} 元`, en: `Amount that counts: ${amount} yuan` }),
  DEDUCTION: ({ of, amount }) => ({
    zh: `扣除已得补偿、救助或贷款 ${of} 元，余 ${amount} 元`,
    en: `Less ${of} yuan of compensation, relief or loans: ${amount} yuan`,
  }),
  YEAR_SUM: ({ of, amount }) => ({
    zh: `本年此前 ${of} 元，累计 ${amount} 元`,
    en: `With ${of} yuan earlier in the year: ${amount} yuan`,
  }),
  BELOW_THRESHOLD: ({ of }) => ({
    zh: `未达到起付线 ${of} 元，不予救助`,
    en: `Below the threshold of ${of} yuan: nothing is paid`,
  }),
  ABOVE_THRESHOLD: ({ of, amount }) => ({
    zh: `超过起付线 ${of} 元的部分为 ${amount} 元`,
    en: `Above the threshold of ${of} yuan: ${amount} yuan`,
  }),
  THRESHOLD_REACHED: ({ of, amount }) => ({
    zh: `达到起付线 ${of} 元，按 ${amount} 元计算`,
    en: `The threshold of ${of} yuan is reached: ${amount} yuan count`,
  }),
  BAND_WHOLE: banded('，全额', 'Whole amount, band'),
  BAND_SLICE: banded('的部分', 'Part in the band'),
  BAND_FLAT: (line) => ({
    zh: `${rangeOf(line).zh}：定额 ${line.amount} 元`,
    en: `Band ${rangeOf(line).en}: ${line.amount} yuan flat`,
  }),
  PAID_BEFORE: ({ of, amount }) => ({
    zh: `减去本年此前已核定 ${of} 元，余 ${amount} 元`,
    en: `Less ${of} yuan paid before in the year: ${amount} yuan`,
  }),
  PAID_ONCE: ({ of }) => ({
    zh: `一年只救助一次，本年已核定 ${of} 元`,
    en: `Paid once a year, and ${of} yuan were paid already`,
  }),
  CAP_CLAIM: limit('单次封顶', 'Cap of a claim'),
  CAP_PERSON_YEAR: limit('个人年度封顶', 'Cap of a person and year'),
  CAP_HOUSEHOLD_YEAR: limit('全户年度封顶', 'Cap of a household and year'),
  ROUNDING: ({ of, amount }) => ({
    zh: `${of} 元四舍五入到分：${amount} 元`,
    en: `${of} yuan rounded to the fen, halves up: ${amount} yuan`,
  }),
  PAID: ({ amount }) => ({ zh: `核定金额 ${amount} 元`, en: `Amount payable: ${amount} yuan` }),
};

/** What a line says, in both languages; screens, the API and printed decisions take it from here. */
export const wordsOfLine = (line: AssessmentLine): Bilingual => words[line.step](line);
