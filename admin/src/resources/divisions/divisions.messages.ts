import { fieldsOf } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const divisionMessages = {
  name: ['行政区划', 'Division |||| Divisions'],
  fields: fieldsOf(['Division']),
  searchHint: ['名称、拼音首字母', 'Name, pinyin initials'],
  emptyHint: ['先载入本县的行政区划。', 'Load the divisions of your county first.'],
  load: ['载入县', 'Load a county'],
  loadTitle: ['载入行政区划', 'Load divisions'],
  loadLead: [
    '从系统自带的全国区划代码中载入，含下级所有乡镇、村；可以重复载入，名称有变会更新。',
    'Taken from the national list that comes with the system, with all that lies below. It can be repeated: changed names are updated.',
  ],
  codesHint: [
    '6 位县代码，多个用空格隔开；也可以是 2 位省或 4 位市代码。',
    'Six digits a county, parted by blanks. A province (2 digits) or prefecture (4) will do too.',
  ],
  codesInvalid: ['应为 2、4、6、9 或 12 位数字', 'Each has 2, 4, 6, 9 or 12 digits'],
  loaded: [
    '新增 %{created} 个，更新 %{updated} 个，未变 %{unchanged} 个',
    '%{created} new, %{updated} updated, %{unchanged} unchanged',
  ],
  move: ['区划变更', 'Change a code'],
  moveTitle: ['区划代码变更', 'Replace a division code'],
  moveLead: [
    '原代码停用，原来在那里的户、干部、用户、授权、接口令牌、变更推送和导出一起转到新代码。新代码要先载入。',
    'The old code is given up. Its households, cadres, users, grants, API tokens, webhooks and exports go to the new one, which must have been loaded.',
  ],
  moved: [
    '已转 %{households} 户、%{cadres} 名干部、%{grants} 项授权',
    'Moved: %{households} households, %{cadres} cadres, %{grants} grants',
  ],
} as const satisfies MessageTree;
