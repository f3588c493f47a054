import { expect, test } from 'vitest';
import { formerVersions } from './version-changes.ts';

const row = (version: number, content: object) => ({
  id: `v${version}`,
  version,
  content: JSON.stringify(content),
  reason: '写错了',
  replacedAt: '2026-11-10T02:00:00Z',
});

test('each former version is compared with the one that replaced it', () => {
  const former = formerVersions({
    mode: 'PHONE',
    findings: '三',
    versions: [row(1, { mode: 'IN_PERSON', findings: '一' }), row(2, { mode: 'IN_PERSON', findings: '二' })],
  });
  expect(former.map(({ version, changes }) => [version, changes])).toEqual([
    [
      2,
      [
        { field: 'mode', isCheck: false, before: 'IN_PERSON', after: 'PHONE' },
        { field: 'findings', isCheck: false, before: '二', after: '三' },
      ],
    ],
    [1, [{ field: 'findings', isCheck: false, before: '一', after: '二' }]],
  ]);
});

test('a changed answer to one item of the checklist is a change of that item', () => {
  const [former] = formerVersions({
    checklist: [{ item: 'HOUSING', answer: 'FAILED', note: '漏雨' }],
    versions: [row(1, { checklist: [{ item: 'HOUSING', answer: 'OK', note: null }] })],
  });
  expect(former?.changes).toEqual([
    {
      field: 'HOUSING',
      isCheck: true,
      before: { item: 'HOUSING', answer: 'OK', note: null },
      after: { item: 'HOUSING', answer: 'FAILED', note: '漏雨' },
    },
  ]);
});

test('a version that cannot be parsed is shown without differences rather than not at all', () => {
  const broken = { ...row(1, {}), content: '{' };
  expect(formerVersions({ versions: [broken] })).toEqual([{ ...broken, changes: [] }]);
});
