import { ListOfHousehold, useHouseholdId } from '../../shared/record/ListOfHousehold.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { ProblemTable } from './ProblemTable.tsx';
import type { ProblemRowRecord } from './problems.graphql.ts';
import { RaiseProblemButton } from './RaiseProblemButton.tsx';

const key = 'resources.problems';

/** The latest problems of a household: of the record around it, unless one is given. */
export function ProblemsOfHousehold({ householdId }: { householdId?: string }) {
  const id = useHouseholdId(householdId);
  const mayRaise = useHasRight('problem.write');
  if (!useHasRight('visit.read') || !id) return null;
  return (
    <ListOfHousehold<ProblemRowRecord>
      resource="problems"
      title={`${key}.table`}
      all={`${key}.ofHousehold.all`}
      householdId={id}
      sort={{ field: 'raisedOn', order: 'DESC' }}
      actions={mayRaise && <RaiseProblemButton householdId={id} />}
    >
      {(problems) => <ProblemTable problems={problems} empty={`${key}.ofHousehold.none`} />}
    </ListOfHousehold>
  );
}
