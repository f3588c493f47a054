import { ExportFormat, ExportStatus } from '#schema/codes/export.codes.ts';
import { defineLabels } from '#schema/codes/labels/define-labels.ts';

export const exportsLabels = [
  defineLabels(
    'ExportJob',
    {
      type: ['内容', 'Content'],
      format: ['格式', 'Format', ExportFormat],
      divisionCode: ['范围', 'Area'],
      fields: ['字段', 'Fields'],
      purpose: ['用途', 'Purpose'],
      status: ['状态', 'Status', ExportStatus],
      done: ['已写行数', 'Rows written'],
      byteSize: ['文件大小', 'Size'],
      createdAt: ['申请时间', 'Asked for'],
      finishedAt: ['完成时间', 'Finished at'],
      expiresAt: ['保留至', 'Kept until'],
      isMine: ['本人', 'Own'],
      startedBy: ['申请人', 'Asked by'],
      startedByToken: ['发起所用令牌', 'Started by token'],
      filter: ['筛选', 'Filter'],
      where: ['条件', 'Conditions'],
      exportId: ['导出', 'Export'],
      mine: ['只看本人', 'Only mine'],
      lang: ['语言', 'Language'],
    },
    {
      title: ['导出', 'Export', 'Exports'],
      inputs: ['StartExportInput', 'CancelExportInput', 'RetryExportInput'],
    },
  ),
];
