import { fieldsOf } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const claimMessages = {
  name: ['救助申请', 'Claim |||| Claims'],
  fields: {
    ...fieldsOf(['Claim', 'ClaimExpense', 'ClaimLayer', 'ExplainResidueInput', 'WithdrawClaimInput'], {
      'village.code': 'village.path',
    }),
    applied: ['申请日期', 'Applied'],
  },
  emptyHint: [
    '农户申请、走访和问题中需要救助的，登记后在这里办理。',
    'Applications of households, and what visits and problems bring up, are dealt with here.',
  ],
  searchHint: ['救助对象姓名', 'Name of the person'],
  open: ['登记救助申请', 'Open a claim'],
  table: ['救助申请', 'Claims'],
  similar: [
    '确为另一笔申请（同人同类同日已有申请时勾选）',
    'Another claim, though one of the same kind and day exists',
  ],
  addReceipt: ['添加票据', 'Add a receipt'],
  addLayer: ['添加分担', 'Add a layer'],
  amountInvalid: ['请填写金额，最多两位小数', 'An amount with at most two decimals'],
  chooseHousehold: ['请先选择农户', 'Choose the household first'],
  late: ['已超期', 'overdue'],
  costs: ['费用与分担', 'Cost and who bears it'],
  assessment: ['保险公司查勘', "The insurer's assessment"],
  noReceipts: ['没有票据', 'No receipts'],
  noLayers: ['没有分担', 'No layers'],
  verb: {
    explain: ['说明差额', 'Explain the residue'],
    submit: ['提交乡镇审核', 'Submit'],
    submitLead: ['提交后不能修改，退回后才能修改。', 'It cannot be changed any more unless it is sent back.'],
    check: ['乡镇审核', 'Check'],
    send: ['转保险公司', 'Send to the insurer'],
    assess: ['登记查勘结果', 'Record the assessment'],
    withdraw: ['撤回申请', 'Withdraw'],
  },
  ofHousehold: { all: ['全部救助申请', 'All claims'], none: ['没有救助申请', 'No claims'] },
} as const satisfies MessageTree;
