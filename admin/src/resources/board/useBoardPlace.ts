import { useSearchParams } from 'react-router-dom';
import { useRegionRoots } from '../../shared/division/useRegionRoots.ts';
import { currentQuarter } from '../duties/periods.ts';
import type { BoardBy, BoardQuestion } from './board.graphql.ts';
import { trail, waysToSplit, waysToSplitPlaces } from './numbers/levels.ts';

export interface BoardPlace extends BoardQuestion {
  /** Ways to split this place into rows. */
  ways: BoardBy[];
  /** Codes from the user's own division down to the one shown. */
  steps: string[];
  /** Whether a list of the user's own divisions comes before the first step. */
  hasOverview: boolean;
  change: (values: { period?: string; division?: string | null; by?: BoardBy }) => void;
}

/** The board's division is in the address, so that it can be sent and bookmarked. */
export function useBoardPlace(): BoardPlace {
  const [params, setParams] = useSearchParams();
  const roots = useRegionRoots().map(({ code }) => code);
  const only = roots.length === 1 ? roots[0] : undefined;
  const divisionCode = params.get('division') ?? only ?? null;
  const ways = divisionCode ? waysToSplit(divisionCode) : waysToSplitPlaces(roots);
  const requested = ways.find((way) => way === params.get('by'));
  return {
    period: params.get('period') ?? currentQuarter(),
    divisionCode,
    by: requested ?? ways[0] ?? 'CADRE',
    ways,
    steps: divisionCode ? trail(divisionCode, roots) : [],
    hasOverview: only === undefined,
    change: (values) =>
      setParams((before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(values)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        // Another division splits in other ways.
        if ('division' in values && !values.by) next.delete('by');
        return next;
      }),
  };
}
