import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
import { householdEntity } from '#modules/household/household.entity.ts';
import { problemEntity } from '#modules/visit/problem/problem.entity.ts';
import { reachOf } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid } from '#platform/core/errors.ts';
import { globalId, parseGlobalId } from '#platform/core/ids.ts';
import { type Entity, rightsToFilter } from '#platform/read/entity.ts';
import { perRequest } from '#platform/read/loader.ts';
import { countGroups } from '#platform/read/page/page.ts';
import { reachesAll } from '#platform/read/reach.ts';
import type { Right } from '#schema/codes/rights.ts';
import type { BoardBy } from '#schema/visit/board.type.ts';
import { type CadreKeys, countByHelper } from './board.queries.ts';
import { addUp, type Counts, type DutyCell, noCounts, type Tally } from './board.rules.ts';
import { visitDutyEntity } from './duty.entity.ts';
import { inOneSweep } from './duty.queries.ts';

export interface Board {
  readonly period: string;
  readonly divisionCode: string | null;
  readonly asOf: string;
}

const openProblems = { status: ['OPEN', 'IN_HAND'] };
const onRegister = { status: ['ACTIVE'] };
const withoutHelper = { missingHelper: true };
/**
 * The first right needed for a number whose reach is smaller than that of the duties beside it, or of its rows; null if
 * there is none.
 */
function narrowerRight(ctx: Context, entity: Entity, filter: object): Right | null {
  if (!reachesAll(ctx.viewer, visitDutyEntity, entity.right)) return entity.right;
  const rights = Object.keys(filter).flatMap((name) => rightsToFilter(entity, name));
  return rights.find((right) => !reachesAll(ctx.viewer, entity, right)) ?? null;
}
/** Numbers that are refused because a right is narrower: the right. */
export const narrowerRights = (ctx: Context) => ({
  households: narrowerRight(ctx, householdEntity, onRegister),
  missingHelper: narrowerRight(ctx, householdEntity, withoutHelper),
});
const cadreKey = (row: { countyCode: unknown; cadreId?: unknown }) =>
  globalId(cadreEntity.name, String(row.countyCode), String(row.cadreId));

export const openBoard = (ctx: Context, period: string, divisionCode: string | null): Board => {
  if (divisionCode !== null && !/^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/.test(divisionCode))
    throw invalid({ divisionCode: 'DIVISION_UNKNOWN' });
  return { period, divisionCode, asOf: today(ctx.clock) };
};

/** One of the statements behind a board; totals and rows share it within a request. */
function part<T>(ctx: Context, board: Board, name: string, load: () => Promise<T>): Promise<T> {
  const key = `${name} ${board.period} ${board.divisionCode}`;
  return perRequest<string, T>(ctx, key, async () => [await load()]).load('');
}

/** Whether the board covers a county or more, where no household is looked up individually. */
const isWide = (ctx: Context, { divisionCode }: Board): boolean =>
  (divisionCode === null ? reachOf(ctx.viewer, visitDutyEntity.right).prefixes : [divisionCode]).some(
    (code) => code.length <= 6,
  );

/** Cells by cadre would serve villages too, but are many more. */
type Grain = 'VILLAGE' | 'CADRE';

/** All boards of a request are computed once; by cadre only if a selection needs cadres. */
function cells(ctx: Context, board: Board, grain: Grain): Promise<DutyCell[]> {
  const { period, divisionCode } = board;
  const key = `board duties ${period} ${divisionCode}`;
  const loader = perRequest<Grain, DutyCell[]>(ctx, key, async (grains) => {
    const place = grains.includes('CADRE') ? ['villageCode', 'cadreId'] : ['villageCode'];
    const columns = ['countyCode', ...place, 'status', 'isOverdue'];
    const count = (within: Context) =>
      countGroups(within, visitDutyEntity, { period, divisionCode }, columns);
    const found = await (isWide(ctx, board) ? inOneSweep(ctx, count) : count(ctx));
    return grains.map(() => found as unknown as DutyCell[]);
  });
  return loader.load(grain);
}

const byVillage = (ctx: Context, board: Board, name: string, entity: Entity, filter: object) =>
  part(ctx, board, name, async (): Promise<Tally[]> => {
    if (narrowerRight(ctx, entity, filter)) return [];
    const rows = await countGroups(ctx, entity, { ...filter, divisionCode: board.divisionCode }, [
      'villageCode',
    ]);
    return rows.map(({ villageCode, count }) => ({ key: String(villageCode), count }));
  });

async function villageTallies(ctx: Context, board: Board) {
  const [households, problemsOpen, missingHelper] = await Promise.all([
    byVillage(ctx, board, 'board households', householdEntity, onRegister),
    byVillage(ctx, board, 'board problems', problemEntity, openProblems),
    byVillage(ctx, board, 'board gaps', householdEntity, withoutHelper),
  ]);
  return { households, problemsOpen, missingHelper };
}

async function cadreTallies(ctx: Context, divisionCode: string | null, keys?: CadreKeys) {
  const tally = async (...[entity, column, filter]: TallyOf): Promise<Tally[]> => {
    if (narrowerRight(ctx, entity, filter)) return [];
    const rows = await countByHelper(ctx, entity, column, { ...filter, divisionCode }, keys);
    return rows.map((row) => ({ key: cadreKey(row), count: row.count }));
  };
  const [households, problemsOpen, missingHelper] = await Promise.all([
    tally(householdEntity, 'id', onRegister),
    tally(problemEntity, 'householdId', openProblems),
    tally(householdEntity, 'id', withoutHelper),
  ]);
  return { households, problemsOpen, missingHelper };
}
type TallyOf = [entity: Entity, column: 'id' | 'householdId', filter: object];

export async function boardTotals(ctx: Context, board: Board): Promise<Counts> {
  const [duties, tallies] = await Promise.all([cells(ctx, board, 'VILLAGE'), villageTallies(ctx, board)]);
  return (
    addUp(
      duties,
      () => '',
      tallies,
      () => '',
    ).get('') ?? noCounts()
  );
}

const codeLength = { COUNTY: 6, TOWNSHIP: 9, VILLAGE: 12 } as const;

export async function boardRows(ctx: Context, board: Board, by: `${BoardBy}`) {
  const { period, divisionCode } = board;
  if (by === 'CADRE') {
    const [duties, tallies] = await Promise.all([
      cells(ctx, board, 'CADRE'),
      cadreTallies(ctx, divisionCode),
    ]);
    return sorted(addUp(duties, cadreKey, tallies, (key) => key)).map(([key, counts]) => {
      const cadre = parseGlobalId(key)?.parts ?? [];
      return { ...counts, filter: { period, divisionCode, cadre: key }, cadre: [...cadre], division: null };
    });
  }
  const length = codeLength[by];
  const [duties, tallies] = await Promise.all([cells(ctx, board, 'VILLAGE'), villageTallies(ctx, board)]);
  const rows = addUp(
    duties,
    (cell) => cell.villageCode.slice(0, length),
    tallies,
    (key) => key.slice(0, length),
  );
  return sorted(rows).map(([code, counts]) => ({
    ...counts,
    filter: { period, divisionCode: code, cadre: null },
    cadre: null,
    division: [code],
  }));
}

const sorted = (rows: Map<string, Counts>) => [...rows].sort(([a], [b]) => (a < b ? -1 : 1));

/** The numbers of single cadres, by the same cells as the board. */
export function dutyCard(
  ctx: Context,
  cadre: { countyCode: string; id: string },
  period: string,
): Promise<Counts> {
  const loader = perRequest<readonly [string, string], Counts>(ctx, `card ${period}`, async (wanted) => {
    const keys = { countyCode: wanted.map(([county]) => county), cadreId: wanted.map(([, id]) => id) };
    const columns = ['countyCode', 'cadreId', 'status', 'isOverdue'];
    const [duties, tallies] = await Promise.all([
      countGroups(ctx, visitDutyEntity, { period }, columns, keys),
      cadreTallies(ctx, null, keys),
    ]);
    const cards = addUp(duties as unknown as DutyCell[], cadreKey, tallies, (key) => key);
    return wanted.map(([countyCode, id]) => cards.get(cadreKey({ countyCode, cadreId: id })) ?? noCounts());
  });
  return loader.load([cadre.countyCode, cadre.id]);
}
