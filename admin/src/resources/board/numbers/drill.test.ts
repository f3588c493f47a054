import { expect, test } from 'vitest';
import { drillOf } from './drill.ts';

const township = { period: '2026-Q4', divisionCode: '130434205', cadre: null };
const cadre = { period: '2026-Q4', divisionCode: '130434', cadre: 'Cadre:130434:1' };

test('numbers of duties open the duties of that period and division', () => {
  expect(drillOf('done', township)).toEqual({
    resource: 'duties',
    filter: { period: '2026-Q4', divisionCode: '130434205', status: ['DONE', 'LATE_DONE'] },
  });
  expect(drillOf('overdue', cadre)).toEqual({
    resource: 'duties',
    filter: { period: '2026-Q4', divisionCode: '130434', cadre: 'Cadre:130434:1', overdue: true },
  });
});

test('open problems are not limited to a period: they stay open until they are closed', () => {
  expect(drillOf('problemsOpen', cadre)).toEqual({
    resource: 'problems',
    filter: { divisionCode: '130434', cadre: 'Cadre:130434:1', status: ['OPEN', 'IN_HAND'] },
  });
});

test('households of a cadre are found by their helper, those of a division by their village', () => {
  expect(drillOf('households', cadre).filter).toEqual({
    divisionCode: '130434',
    helper: 'Cadre:130434:1',
    status: ['ACTIVE'],
  });
  expect(drillOf('missingHelper', township)).toEqual({
    resource: 'households',
    filter: { divisionCode: '130434205', missingHelper: true },
  });
});

test('a board of everything the viewer may see names no division', () => {
  expect(drillOf('duties', { period: '2026-Q4', divisionCode: null, cadre: null }).filter).toEqual({
    period: '2026-Q4',
  });
});
