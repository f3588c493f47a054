import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
import { divisionEntity } from '#modules/division/division.entity.ts';
import { pairingEntity } from '#modules/pairing/pairing.entity.ts';
import { Allow, forbidden, requireRights } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid } from '#platform/core/errors.ts';
import { Priced } from '#platform/rate-limit/priced.ts';
import { addRows } from '#platform/read/payload.ts';
import { Cadre } from '#schema/cadre/cadre.type.ts';
import type { Right } from '#schema/codes/rights.ts';
import { Needs } from '#schema/needs.ts';
import { Period } from '#schema/scalars.ts';
import { BoardBy, BoardCounts, BoardRow, QuarterBoard } from '#schema/visit/board.type.ts';
import { type Board, boardRows, boardTotals, dutyCard, narrowerRights, openBoard } from './board.service.ts';

addRows(BoardRow, {
  division: { entity: divisionEntity, description: 'The division; null for rows of cadres.' },
  cadre: { entity: cadreEntity, description: 'The cadre; null for rows of divisions.' },
});

const mostRows = 1_000;

/** Rows by cadre show how many households a cadre is paired with. */
const rightsBy = (by: BoardBy): readonly Right[] =>
  by === BoardBy.CADRE ? [cadreEntity.right, pairingEntity.right] : [];

@Resolver(() => QuarterBoard)
export class BoardResolver {
  @Allow('visit.read')
  @Priced({ sum: 5_000 })
  @Query(() => QuarterBoard, {
    description: 'How the visits of a period stand: in the whole, and by township, village or cadre.',
  })
  quarterBoard(
    @Ctx() ctx: Context,
    @Arg('period', () => Period, { description: 'A quarter with its months, or one month.' }) period: string,
    @Arg('divisionCode', () => String, {
      nullable: true,
      description: 'This division and what lies below it; all that the viewer may see where it is absent.',
    })
    divisionCode: string | null,
  ): Board {
    return openBoard(ctx, period, divisionCode ?? null);
  }

  @FieldResolver(() => BoardCounts, { description: 'The numbers of the whole.' })
  totals(@Root() board: Board, @Ctx() ctx: Context) {
    return boardTotals(ctx, board);
  }

  @Priced({ row: 0.1, mostRows })
  @FieldResolver(() => [BoardRow], {
    nullable: true,
    description: 'One row a division or cadre that has anything to show, in the order of codes or ids.',
  })
  async rows(
    @Root() board: Board,
    @Ctx() ctx: Context,
    @Arg('by', () => BoardBy, { description: 'What a row stands for.' }) by: BoardBy,
    @Arg('first', () => Int, {
      defaultValue: mostRows,
      description: `Rows to give, 1 to ${mostRows}; more is an error.`,
    })
    first: number,
    @Arg('offset', () => Int, { defaultValue: 0, description: 'Rows to skip.' }) offset: number,
  ) {
    if (first < 1) throw invalid({ first: 'PAGE_SIZE_INVALID' });
    if (first > mostRows) throw invalid({ first: 'PAGE_TOO_LARGE' });
    if (offset < 0) throw invalid({ offset: 'OUT_OF_RANGE' });
    requireRights(ctx.viewer, rightsBy(by), 'by');
    return (await boardRows(ctx, board, by)).slice(offset, offset + first);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How many rows there are in all.' })
  async rowCount(
    @Root() board: Board,
    @Ctx() ctx: Context,
    @Arg('by', () => BoardBy, { description: 'What a row stands for.' }) by: BoardBy,
  ) {
    requireRights(ctx.viewer, rightsBy(by), 'by');
    return (await boardRows(ctx, board, by)).length;
  }
}

/** Needs both rights, which may be held for different divisions. */
@Resolver(() => BoardCounts)
export class BoardCountsResolver {
  @FieldResolver()
  households(@Root() counts: BoardCounts, @Ctx() ctx: Context) {
    return unlessMissing(narrowerRights(ctx).households, counts.households);
  }

  @FieldResolver()
  missingHelper(@Root() counts: BoardCounts, @Ctx() ctx: Context) {
    return unlessMissing(narrowerRights(ctx).missingHelper, counts.missingHelper);
  }
}

function unlessMissing(right: Right | null, count: number | null): number | null {
  if (right) throw forbidden(right);
  return count;
}

@Resolver(() => Cadre)
export class DutyCardResolver {
  @Priced({ sum: 200 })
  @Needs('visit.read', 'pairing.read')
  @FieldResolver(() => BoardCounts, {
    nullable: true,
    description: "The cadre's card: the same numbers as the cadre's row of the board.",
  })
  dutyCard(
    @Root() cadre: { countyCode: string; id: string },
    @Ctx() ctx: Context,
    @Arg('period', () => Period, { description: 'A quarter with its months, or one month.' }) period: string,
  ) {
    return dutyCard(ctx, cadre, period);
  }
}
