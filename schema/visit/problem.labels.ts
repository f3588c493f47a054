import { ProblemKind, ProblemStatus } from '#schema/codes/help/problem.codes.ts';
import { calledAs, defineLabels } from '#schema/codes/labels/define-labels.ts';

export const problemLabels = [
  defineLabels(
    'Problem',
    {
      kind: calledAs(ProblemKind),
      description: ['问题描述', 'Description'],
      status: ['办理状态', 'Status', ProblemStatus],
      raisedOn: ['发现日期', 'Found on'],
      handler: ['办理人或部门', 'Dealt with by'],
      closedOn: ['办结日期', 'Closed on'],
      outcome: ['办理结果', 'Outcome'],
      visit: ['来源', 'Found by'],
      steps: ['办理过程', 'Steps'],
      visitId: ['来源', 'Found by'],
      note: ['办理措施', 'How it is dealt with'],
      raisedFrom: ['发现日期自', 'Found from'],
      raisedTo: ['发现日期至', 'Found to'],
    },
    {
      title: ['问题', 'Problem', 'Problems'],
      isFollowed: true,
      inputs: [
        'RaiseProblemInput',
        'TakeProblemInput',
        'CloseProblemInput',
        'ReopenProblemInput',
        'FoundProblemInput',
      ],
      auditedTypes: ['ProblemStep'],
    },
  ),
  defineLabels(
    'ProblemStep',
    {
      fromStatus: ['原状态', 'From status', ProblemStatus],
      toStatus: ['新状态', 'To status', ProblemStatus],
      happenedOn: ['发生日期', 'Happened on'],
      note: ['办理措施', 'How it is dealt with'],
      problemId: ['问题', 'Problem'],
    },
    { title: ['问题办理记录', 'Step of a problem'], isFollowed: true },
  ),
  defineLabels('ReopenProblemInput', { reason: ['重新办理的原因', 'Why it is opened again'] }),
];
