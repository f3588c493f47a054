import { expect, it } from 'vitest';
import { historiesOf } from './since.rules.ts';

const event = (action: string, day: string, before: object | null, after: object | null) => ({
  ...{ entityId: 'x', action, at: `${day}T04:00:00Z` },
  before: before && JSON.stringify(before),
  after: after && JSON.stringify(after),
});
const [first, second, third] = [
  { villageCode: 'A', headName: '甲测试' },
  { villageCode: 'B', headName: '甲测试' },
  { villageCode: 'B', headName: '甲測試' },
];

it('removes from the history what a rolled-back list had changed, and nothing else', () => {
  const events = [
    event('importRoster', '2026-10-01', first, second),
    event('importRoster', '2026-10-05', second, third),
    event('rollBackImport', '2026-10-06', third, second),
  ];
  const history = historiesOf(events).get('x');
  expect(history?.get('villageCode')).toEqual([{ day: '2026-10-01', by: 'UNDATED', former: 'A' }]);
  expect(history?.get('headName')).toEqual([]);
});
