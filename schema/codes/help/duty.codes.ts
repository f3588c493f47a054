import { type CodeOf, defineCodes } from '../define-codes.ts';

export const DutyStatus = defineCodes('DutyStatus', '走访任务状态', 'Status of a visit duty', {
  UPCOMING: { zh: '未开始', en: 'Upcoming', description: 'The period has not begun' },
  DUE: { zh: '待走访', en: 'Due', description: 'The period runs and no visit counts for it yet' },
  DONE: { zh: '已完成', en: 'Done', description: 'A visit counts for the period' },
  LATE_DONE: { zh: '逾期完成', en: 'Done late', description: 'Made up for after the period was over' },
  MISSED: {
    zh: '未完成',
    en: 'Missed',
    synonyms: ['逾期'],
    description: 'The period is over without a visit',
  },
  EXCUSED: { zh: '免访', en: 'Excused', description: 'No visit is asked for, with a reason on record' },
});
export type DutyStatus = CodeOf<typeof DutyStatus>;

export const DutyFrequency = defineCodes('DutyFrequency', '走访频次', 'Frequency', {
  QUARTER: { zh: '每季度', en: 'Each quarter', synonyms: ['季度', '每季', '每季度一次'] },
  MONTH: { zh: '每月', en: 'Each month', synonyms: ['月', '月度', '每月一次'] },
});
export type DutyFrequency = CodeOf<typeof DutyFrequency>;

export const ExcuseReason = defineCodes('ExcuseReason', '免访原因', 'Why excused', {
  LEAVE: { zh: '外出', en: 'Away', synonyms: ['全家外出', '整户外出', '外出务工'] },
  DEATH: { zh: '去世', en: 'Death', synonyms: ['死亡', '全户死亡'] },
  MOVED: { zh: '迁出', en: 'Moved away', synonyms: ['已迁出', '搬迁'] },
  SUSPENDED: { zh: '暂停帮扶', en: 'Help suspended', synonyms: ['暂停'] },
  OTHER: { zh: '其他', en: 'Other', synonyms: ['其它', '其他原因'] },
});
export type ExcuseReason = CodeOf<typeof ExcuseReason>;
