import { PairingEndReason, PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { calledAs, defineLabels } from '#schema/codes/labels/define-labels.ts';

export const pairingLabels = [
  defineLabels(
    'Pairing',
    {
      role: calledAs(PairingRole),
      startedOn: ['开始日期', 'Started on'],
      endedOn: ['结束日期', 'Ended on'],
      endReason: ['结束原因', 'Why it ended', PairingEndReason],
      handOverNote: ['移交说明', 'Hand-over note'],
      former: ['原结对', 'Former pairing'],
      cadreId: ['帮扶联系人', 'Helper'],
      pairingIds: ['结对', 'Pairings'],
      toCadre: ['接手干部', 'New helper'],
      running: ['结对状态', 'Status'],
      startedFrom: ['开始日期自', 'Started from'],
      startedTo: ['开始日期至', 'Started to'],
      'household.category': calledAs(HouseholdCategory),
      'cadre.organization.name': ['帮扶单位', 'Helper’s organization'],
      formerId: ['原结对', 'Former pairing'],
    },
    {
      title: ['结对', 'Pairing', 'Pairings'],
      isFollowed: true,
      inputs: ['AssignHelperInput', 'TransferPairingsInput', 'UndoTransferInput', 'EndPairingInput'],
    },
  ),
  defineLabels('EndPairingInput', {
    endedOn: ['最后一天', 'Last day'],
    reason: ['结束原因', 'Why it ended', PairingEndReason],
  }),
];
