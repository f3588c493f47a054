/** The filter of a row or of the totals, for the lists they open. */
export interface BoardFilter {
  period: string;
  divisionCode: string | null;
  cadre: string | null;
}

export type BoardNumber =
  | 'households'
  | 'duties'
  | 'done'
  | 'lateDone'
  | 'dueInTime'
  | 'overdue'
  | 'missed'
  | 'excused'
  | 'upcoming'
  | 'problemsOpen'
  | 'missingHelper';

export interface Drill {
  resource: 'households' | 'duties' | 'problems';
  filter: Record<string, unknown>;
}

const without = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

const DUTIES: Readonly<Partial<Record<BoardNumber, Record<string, unknown>>>> = {
  duties: {},
  done: { status: ['DONE', 'LATE_DONE'] },
  lateDone: { status: ['LATE_DONE'] },
  dueInTime: { status: ['DUE'], overdue: false },
  overdue: { overdue: true },
  missed: { status: ['MISSED'] },
  excused: { status: ['EXCUSED'] },
  upcoming: { status: ['UPCOMING'] },
};

/** The list that a number opens: it has exactly as many records. */
export function drillOf(number: BoardNumber, { period, divisionCode, cadre }: BoardFilter): Drill {
  const duties = DUTIES[number];
  if (duties) return { resource: 'duties', filter: without({ period, divisionCode, cadre, ...duties }) };
  if (number === 'problemsOpen') {
    return {
      resource: 'problems',
      filter: without({ divisionCode, cadre, status: ['OPEN', 'IN_HAND'] }),
    };
  }
  const more = number === 'missingHelper' ? { missingHelper: true } : { status: ['ACTIVE'] };
  return { resource: 'households', filter: without({ divisionCode, helper: cadre, ...more }) };
}
