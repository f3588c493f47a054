import type { MessageTree } from '../../i18n/messages.ts';

export const householdMessages = {
  name: ['户', 'Household |||| Households'],
  fields: {
    headName: ['户主', 'Head'],
    headIdMasked: ['身份证号', 'Resident ID'],
    phoneMasked: ['联系电话', 'Phone'],
    number: ['户编号', 'Number'],
    size: ['人口', 'Size'],
    category: ['监测类别', 'Category'],
    status: ['状态', 'Status'],
    address: ['住址', 'Address'],
    groupName: ['村民小组', 'Group'],
    'village.code': ['所在村', 'Village'],
    divisionCode: ['行政区划', 'Division'],
    villageCode: ['所在村', 'Village'],
    headResidentId: ['户主身份证号', 'Resident ID of the head'],
    phone: ['联系电话', 'Phone'],
    note: ['备注', 'Remarks'],
    categoryFrom: ['类别起始日期', 'Category from'],
    closedOn: ['销户日期', 'Closed on'],
    createdAt: ['建档时间', 'Put on file'],
  },
  reveal: {
    label: ['查看完整号码', 'Show in full'],
    title: ['%{name}：%{field}', '%{name}: %{field}'],
    lead: [
      '完整号码只在这里显示，查看人、时间和用途会记入审计。',
      'The full number is shown here only. Who looked, when and why goes on record.',
    ],
    reason: ['用途', 'What it is needed for'],
    hint: ['至少 4 个字', 'At least 4 characters'],
    shown: [
      '请勿抄录、转发；关闭后需重新填写用途。',
      'Do not copy or pass on. To see it again, give the reason again.',
    ],
  },
  emptyHint: ['可以导入花名册，或逐户新建。', 'Import a roster, or add households one by one.'],
  phoneHint: ['不改请留空', 'Leave empty to keep it'],
  searchHint: ['姓名、拼音首字母、身份证号、电话', 'Name, initials, resident ID, phone'],
} as const satisfies MessageTree;
