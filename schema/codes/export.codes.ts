import { type CodeOf, defineCodes } from './define-codes.ts';

export const ExportFormat = defineCodes('ExportFormat', '导出格式', 'Format of an export', {
  JSONL: {
    zh: 'JSON Lines（程序用）',
    en: 'JSON Lines (for programs)',
    description: 'One JSON object a line, as the API answers it',
  },
  XLSX: {
    zh: 'Excel 表格',
    en: 'Excel workbook',
    description: 'Codes as words, days as dates, money as numbers',
  },
});
export type ExportFormat = CodeOf<typeof ExportFormat>;

export const ExportStatus = defineCodes('ExportStatus', '导出状态', 'Status of an export', {
  QUEUED: { zh: '排队中', en: 'Queued' },
  RUNNING: { zh: '导出中', en: 'Running' },
  DONE: { zh: '已完成', en: 'Done', description: 'The file can be downloaded until it expires' },
  FAILED: { zh: '失败', en: 'Failed', description: 'Broken off; no file is left' },
  EXPIRED: { zh: '已过期', en: 'Expired', description: 'The file was deleted' },
  CANCELLED: { zh: '已取消', en: 'Cancelled', description: 'No file is left' },
});
export type ExportStatus = CodeOf<typeof ExportStatus>;
