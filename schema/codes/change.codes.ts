import { type CodeOf, defineCodes } from './define-codes.ts';
import { recordLabels } from './labels/record-labels.ts';

export const ChangeKind = defineCodes('ChangeKind', '变更方式', 'What became of a record', {
  INSERTED: { zh: '新增', en: 'Inserted', description: 'It was made, or came within reach' },
  UPDATED: { zh: '修改', en: 'Updated', description: 'It was changed' },
  REMOVED: { zh: '移除', en: 'Removed', description: 'It was deleted, or is out of reach by now' },
});
export type ChangeKind = CodeOf<typeof ChangeKind>;

/** `DutyRule` is `DUTY_RULE`. */
const capitalsOf = (type: string): string => type.replaceAll(/(?<!^)[A-Z]/g, '_$&').toUpperCase();

/** Types whose changes can be followed, as their labels say; each key is the name of the type, in capitals. */
export const ChangeType = defineCodes(
  'ChangeType',
  '数据类型',
  'Type of a record',
  Object.fromEntries(
    recordLabels.flatMap(({ type, title, isFollowed }) =>
      isFollowed ? [[capitalsOf(type), { zh: title[0], en: title[1] }]] : [],
    ),
  ),
);
export type ChangeType = CodeOf<typeof ChangeType>;
