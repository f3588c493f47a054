import { ImportKind, ImportRowResult, ImportStatus } from '#schema/codes/imports/import.codes.ts';
import { calledAsCode, defineLabels } from '#schema/codes/labels/define-labels.ts';

export const importsLabels = [
  defineLabels(
    'ImportBatch',
    {
      divisionCode: ['导入到', 'Into'],
      kind: ['类型', 'Kind', ImportKind],
      fileName: ['文件', 'File'],
      asOf: ['名册日期', 'Date of the list'],
      status: ['状态', 'Status', ImportStatus],
      processed: ['已处理行数', 'Rows processed'],
      created: calledAsCode(ImportRowResult, 'CREATED'),
      updated: calledAsCode(ImportRowResult, 'UPDATED'),
      unchanged: calledAsCode(ImportRowResult, 'UNCHANGED'),
      rejected: calledAsCode(ImportRowResult, 'REJECTED'),
      createdAt: ['上传时间', 'Uploaded at'],
      finishedAt: ['完成时间', 'Finished at'],
      fileDeletedAt: ['文件删除时间', 'File deleted at'],
      columns: ['列', 'Columns'],
      fileId: ['文件', 'File'],
      sheets: ['工作表', 'Sheets'],
      skipHiddenRows: ['跳过隐藏行', 'Leave out hidden rows'],
      columnMap: ['表头的含义', 'What headings mean'],
      heading: ['表头', 'Heading'],
      key: ['含义', 'Meaning'],
      createdBy: ['建立人', 'Made by'],
    },
    {
      title: ['导入批次', 'Import', 'Imports'],
      isFollowed: true,
      inputs: [
        'CheckImportInput',
        'StartImportInput',
        'RetryImportCheckInput',
        'RollBackImportInput',
        'HeadingChoiceInput',
      ],
    },
  ),
  defineLabels('ImportRow', {
    rowNumber: ['行号', 'Row'],
    sheetName: ['工作表', 'Sheet'],
    result: ['结果', 'Result', ImportRowResult],
    errors: ['错误', 'Errors'],
    warnings: ['提醒', 'Warnings'],
    changes: ['变化', 'Changes'],
    hasWarnings: ['有提醒', 'With warnings'],
    written: ['写入的记录', 'Records written'],
  }),
];
