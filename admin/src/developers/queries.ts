import type { RoleKey } from '#schema/codes/rights.ts';
import type { Both } from './text.ts';

export interface ExampleQuery {
  /** Name of its file in `queries/`, without the ending. */
  readonly file: string;
  readonly title: Both;
  /** Who may run it; all who are signed in where absent. */
  readonly roles?: readonly RoleKey[];
  /** The variables it takes; the page fills them with what fits the viewer. */
  readonly variables?: readonly VariableName[];
}

export type VariableName = 'division' | 'period' | 'from' | 'text' | 'after';

const visiting: RoleKey[] = ['VILLAGE_CADRE', 'HELPER', 'TOWNSHIP_REVIEWER', 'COUNTY_DESK'];
const desks: RoleKey[] = ['COUNTY_DESK', 'TOWNSHIP_REVIEWER'];
const overviews: RoleKey[] = [...desks, 'OVERSEER', 'API_CLIENT'];

/** Ordered from what everyone may run to what few may; the tests run each as each of its roles. */
export const exampleQueries: readonly ExampleQuery[] = [
  { file: 'who-am-i', title: ['我是谁，能做什么', 'Who am I, what may I do'] },
  { file: 'places', title: ['本辖区有哪些地方', 'Places of my division'], variables: ['division'] },
  { file: 'due-visits', title: ['我该走访谁', 'Whom to visit'], roles: visiting, variables: ['period'] },
  {
    file: 'household-page',
    title: ['一户的全貌', 'Everything about a household'],
    roles: [...visiting, 'OVERSEER', 'API_CLIENT'],
  },
  {
    file: 'village-page',
    title: ['一页农户和近两次走访', 'A page of households with their last visits'],
    roles: [...visiting, 'OVERSEER', 'API_CLIENT'],
    variables: ['division'],
  },
  {
    file: 'open-problems',
    title: ['还没办结的问题', 'Problems not yet closed'],
    roles: [...visiting, 'OVERSEER', 'API_CLIENT'],
    variables: ['division'],
  },
  {
    file: 'search',
    title: ['按姓名、拼音或证件号找户', 'Find a household by name, pinyin or id'],
    roles: [...visiting, 'GRID_MEMBER', 'API_CLIENT'],
    variables: ['text'],
  },
  {
    file: 'quarter-board',
    title: ['季度看板', 'The quarter board'],
    roles: overviews,
    variables: ['division', 'period'],
  },
  {
    file: 'without-helper',
    title: ['缺帮扶联系人的户', 'Households without a helper'],
    roles: desks,
    variables: ['division'],
  },
  {
    file: 'cadre-loads',
    title: ['干部的结对户数和走访进度', 'How much each cadre carries'],
    roles: overviews,
    variables: ['division', 'period'],
  },
  {
    file: 'register',
    title: ['农户和家庭成员', 'Households and their members'],
    roles: ['GRID_MEMBER', 'API_CLIENT'],
    variables: ['division'],
  },
  {
    file: 'directory',
    title: ['单位和干部名录', 'Organizations and their cadres'],
    roles: ['FUND_ACCOUNTANT', 'GRID_MEMBER', 'SYSTEM_ADMINISTRATOR', 'COUNTY_DESK', 'API_CLIENT'],
  },
  {
    file: 'accounts',
    title: ['账号和授权', 'Accounts and their grants'],
    roles: ['SYSTEM_ADMINISTRATOR', 'COUNTY_DESK', 'SECURITY_AUDITOR'],
  },
  { file: 'tokens', title: ['接口令牌', 'API tokens'], roles: ['SYSTEM_ADMINISTRATOR', 'COUNTY_DESK'] },
  {
    file: 'audit-trail',
    title: ['谁做了什么', 'Who did what'],
    roles: ['SECURITY_AUDITOR', 'COUNTY_DESK', 'TOWNSHIP_REVIEWER'],
    variables: ['from'],
  },
  {
    file: 'three-levels',
    title: ['干部、结对、走访一次查全', 'Cadres, pairings and visits at once'],
    roles: ['API_CLIENT', 'COUNTY_DESK', 'OVERSEER'],
    variables: ['division'],
  },
  {
    file: 'page-by-page',
    title: ['逐页取全部农户', 'All households, page by page'],
    roles: ['API_CLIENT', 'COUNTY_DESK'],
    variables: ['after'],
  },
  {
    file: 'what-changed',
    title: ['增量同步的起点', 'Where to follow the changes from'],
    roles: ['API_CLIENT', 'COUNTY_DESK'],
  },
];

/** Division of the viewer, and today. */
export interface Circumstances {
  readonly division: string | null;
  readonly today: string;
}

/** `2026-11-10` → `2026-Q4`. */
const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** Initial values of an example's variables. */
export function variablesOf(
  example: ExampleQuery,
  { division, today }: Circumstances,
): Record<string, unknown> {
  const all: Record<VariableName, unknown> = {
    division,
    period: quarterOf(today),
    from: `${today.slice(0, 8)}01`,
    text: 'an',
    after: null,
  };
  return Object.fromEntries((example.variables ?? []).map((name) => [name, all[name]]));
}

/** Whether somebody with these roles may run it. */
export const isFor = (example: ExampleQuery, roles: readonly string[]): boolean =>
  !example.roles || example.roles.some((role) => roles.includes(role));
