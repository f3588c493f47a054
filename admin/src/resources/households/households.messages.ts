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
  emptyHint: ['可以导入花名册，或逐户新建。', 'Import a roster, or add households one by one.'],
  phoneHint: ['不改请留空', 'Leave empty to keep it'],
  searchHint: ['姓名、拼音首字母、身份证号、电话', 'Name, initials, resident ID, phone'],
} as const satisfies MessageTree;
