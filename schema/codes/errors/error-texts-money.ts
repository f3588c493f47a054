import type { Bilingual } from '../lang.ts';

export const policies = {
  POLICY_GAP: {
    zh: '各档之间有空档：起付线以上的每个金额都应属于某一档，最后一档不封口',
    en: 'The bands leave a gap: each amount from the threshold on must lie in a band, and the last band has no end',
  },
  POLICY_OVERLAP: { zh: '与另一档重叠', en: 'Overlaps another band' },
  BAND_EMPTY: { zh: '该档的上限应大于下限', en: 'The band ends where it begins, or before' },
  BAND_OF_OTHER_MODE: {
    zh: '按比例计算的政策不填定额，定额政策不填比例',
    en: 'A policy by rates has no flat amounts, and one of flat amounts no rates',
  },
} satisfies Record<string, Bilingual>;
