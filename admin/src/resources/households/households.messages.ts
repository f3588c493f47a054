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
    helper: ['帮扶联系人', 'Helper'],
    search: ['搜索', 'Search'],
    divisionCode: ['行政区划', 'Division'],
  },
  searchHint: ['姓名、拼音首字母、身份证号、电话', 'Name, initials, resident ID, phone'],
} as const satisfies MessageTree;
