import type { Bilingual, Lang } from './lang.ts';

const words: Readonly<Record<'yes' | 'no', Bilingual>> = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
};

/** What a file or a report writes for true and false. */
export const yesOrNo = (value: boolean, lang: Lang): string => words[value ? 'yes' : 'no'][lang];
