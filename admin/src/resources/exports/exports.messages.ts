import { listTitles } from '#schema/codes/labels/field-labels.ts';
import { fieldsOf } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const exportMessages = {
  name: ['导出', 'Export |||| Exports'],
  fields: { ...fieldsOf(['ExportJob']), progress: ['进度', 'Progress'] },
  types: listTitles,
  emptyHint: [
    '在户、走访等列表上点“导出”，文件会在这里等您下载。',
    'Press “Export” on a list, such as households or visits; the file waits for you here.',
  ],
  start: ['导出', 'Export'],
  startTitle: ['导出列表', 'Export this list'],
  startOther: ['新建导出', 'New export'],
  startOtherTitle: ['导出一类记录', 'Export one kind of record'],
  lead: [
    '按当前筛选导出全部 %{count} 条记录，不限于本页。',
    'All %{count} records under the current filter are exported, not only this page.',
  ],
  leadUncounted: [
    '按当前筛选导出全部记录，不限于本页。',
    'All records under the current filter are exported, not only this page.',
  ],
  notNarrowed: ['没有设置筛选条件。', 'No filter is set.'],
  limits: [
    '条数不限；每人同时最多进行 2 个导出，文件保留 7 天。',
    'Any number of records; two exports of a person at once, and a file is kept for seven days.',
  ],
  masked: [
    '证件号和电话保持脱敏。用途和每次下载都会记入审计。',
    'Identity and phone numbers stay masked. The purpose and each download stand in the audit trail.',
  ],
  purposeHint: ['至少 5 个字，例如“季度走访统计”', 'At least 5 characters, such as “visits of the quarter”'],
  divisionHint: ['留空为您有权导出的全部范围', 'All that you may export where this is empty'],
  started: [
    '已开始导出，完成后可在此下载',
    'The export has begun; it can be downloaded here when it is done',
  ],
  cancel: ['取消导出', 'Cancel'],
  cancelTitle: ['取消这次导出？', 'Cancel this export?'],
  cancelLead: ['已写好的部分会删除。', 'What was written of it is deleted.'],
  cancelled: ['已取消导出', 'The export was cancelled'],
  retry: ['重新导出', 'Start again'],
  retryTitle: ['重新开始这次导出？', 'Start this export again?'],
  retryLead: [
    '按原来的筛选、字段和用途，从头写一份新文件，只含您现在有权查看的内容。',
    'A new file is written from its beginning, with the same filter, fields and purpose, and with what you may see now.',
  ],
  retried: ['已重新开始导出', 'The export has begun again'],
  download: ['下载', 'Download'],
  ofOther: ['仅申请人可下载', 'Only whoever asked can download it'],
  rows: ['%{done} / %{total} 行', '%{done} of %{total} rows'],
  rowsDone: ['%{total} 行', '%{total} rows'],
  waiting: ['等待开始', 'Waiting to begin'],
  everywhere: ['全国', 'Whole country'],
} as const satisfies MessageTree;
