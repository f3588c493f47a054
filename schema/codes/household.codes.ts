import { type CodeOf, defineCodes } from './define-codes.ts';

export const HouseholdCategory = defineCodes('HouseholdCategory', '监测对象类别', 'Category', {
  ORDINARY: {
    zh: '一般农户',
    en: 'Ordinary household',
    code: '0',
    synonyms: ['一般户', '普通农户', '普通户', '非监测对象', '非贫困户', '非脱贫户'],
    description: 'Neither out of poverty since the campaign nor monitored',
  },
  RELIEVED: {
    zh: '脱贫户',
    en: 'Out of poverty',
    synonyms: [
      ...['已脱贫户', '稳定脱贫户', '脱贫稳定户', '一般脱贫户', '低保脱贫户', '特困供养脱贫户'],
      ...['脱贫户(享受政策)', '脱贫户(不享受政策)', '脱贫享受政策户', '脱贫不享受政策户', '享受政策脱贫户'],
      ...['不享受政策脱贫户', '脱贫享受政策', '脱贫不享受政策', '享受政策', '不享受政策'],
      ...['建档立卡户', '建档立卡脱贫户', '建档立卡贫困户', 'A02'],
    ],
    description: 'Rose out of poverty and is not monitored now',
  },
  UNSTABLE: {
    zh: '脱贫不稳定户',
    en: 'Unstable, out of poverty',
    code: '1',
    synonyms: ['不稳定脱贫户', '脱贫不稳定', '脱贫不稳定监测户', '脱贫监测户', '不稳定户', '001'],
    description: 'Rose out of poverty, but with an income near the line and a risk',
  },
  MARGINAL: {
    zh: '边缘易致贫户',
    en: 'Marginal, prone to poverty',
    code: '2',
    synonyms: ['边缘户', '边缘易致贫', '边缘监测户', '易致贫边缘户', '非贫低收入户', '002'],
    description: 'An ordinary household with an income near the line and a risk',
  },
  SUDDEN: {
    zh: '突发严重困难户',
    en: 'Sudden severe difficulty',
    code: '3',
    synonyms: ['突发严重困难', '突发困难户', '突发严重困难监测户', '严重困难户', '003'],
    description: 'Struck by a heavy unavoidable expense or a collapse of income',
  },
});
export type HouseholdCategory = CodeOf<typeof HouseholdCategory>;

/** The three categories that the law calls monitored; the others are on the register only. */
export const monitoredCategories = ['UNSTABLE', 'MARGINAL', 'SUDDEN'] as const;

export const HouseholdStatus = defineCodes('HouseholdStatus', '户状态', 'Household status', {
  ACTIVE: { zh: '在册', en: 'On the register', synonyms: ['正常', '有效'] },
  MERGED: {
    zh: '已合并',
    en: 'Merged',
    synonyms: ['合并', '并户'],
    description: 'Became part of another household',
  },
  MOVED: { zh: '已迁出', en: 'Moved away', synonyms: ['迁出', '搬迁', '整户迁出'] },
  CLOSED: { zh: '已销户', en: 'Closed', synonyms: ['销户', '整户死亡', '户籍注销'] },
});
export type HouseholdStatus = CodeOf<typeof HouseholdStatus>;
