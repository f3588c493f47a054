import { labelWords } from '../../../i18n/field-words.ts';
import type { MessageTree } from '../../../i18n/messages.ts';

export const registerMessages = {
  label: ['户籍变动', 'Register'],
  reason: labelWords('MoveHouseholdInput', 'reason'),
  move: {
    label: ['迁村', 'Move'],
    title: ['%{name}户迁到本县另一村', 'Move the household of %{name} within the county'],
    villageCode: labelWords('MoveHouseholdInput', 'villageCode'),
    effectiveOn: labelWords('MoveHouseholdInput', 'effectiveOn'),
    done: ['已迁村', 'The household has moved'],
  },
  close: {
    label: ['销户', 'Close'],
    title: ['%{name}户销户', 'Close the household of %{name}'],
    lead: [
      '销户后结对随之结束，成员一并离册；可以恢复。',
      'Its pairings end and its members leave the register with it. It can be reopened.',
    ],
    status: labelWords('CloseHouseholdInput', 'status'),
    closedOn: labelWords('CloseHouseholdInput', 'closedOn'),
    done: ['已销户', 'The household is closed'],
  },
  merge: {
    label: ['并户', 'Merge'],
    title: ['%{name}户并入另一户', 'Merge the household of %{name} into another'],
    lead: [
      '成员和未消除的风险转到并入的户；并户不能恢复。',
      'Its members and open risks go to the other household. This cannot be undone.',
    ],
    intoId: labelWords('MergeHouseholdInput', 'intoId'),
    mergedOn: labelWords('MergeHouseholdInput', 'mergedOn'),
    done: ['已并户', 'The households are merged'],
  },
  reopen: {
    label: ['恢复在册', 'Reopen'],
    title: ['恢复%{name}户在册', 'Reopen the household of %{name}'],
    lead: [
      '销户时一并离册的成员随之恢复；结对需要重新安排。',
      'The members who left with it come back; helpers must be assigned anew.',
    ],
    done: ['已恢复在册', 'The household is on the register again'],
  },
} as const satisfies MessageTree;
