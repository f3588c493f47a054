import { globalId } from '#platform/core/ids.ts';
import { quarterOfDay } from '#platform/core/period.ts';
import type { Input } from './inputs.ts';
import * as own from './own-documents.ts';
import * as peer from './peer-documents.ts';

type Variables = Record<string, unknown>;

/** One operation, for every server that supports it. */
export interface ReadOperation {
  readonly name: string;
  readonly title: string;
  readonly document: string;
  variables(input: Input): Variables;
  /** Absent where PostGraphile would need the statement written for it. */
  readonly peer?: { readonly document: string; variables(input: Input): Variables };
  /** Inputs for the administrator, where they are not the villages of the village cadres. */
  readonly inputsOfAdministrator?: (inputs: readonly Input[]) => readonly Input[];
  /** Fewer, where sixteen requests would only wait for each other. */
  readonly connections?: number;
  readonly variablesOfAdministrator?: (input: Input) => Variables;
}

const nodeId = (...parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64');
const householdId = ({ county, householdId: id }: Input) => globalId('Household', county, id);

export function readOperations(today: string): ReadOperation[] {
  const period = quarterOfDay(today);
  return [
    {
      name: 'villagePage',
      title: 'village page',
      document: own.villagePage,
      variables: ({ village }) => ({ village }),
      peer: { document: peer.villagePage, variables: ({ county, village }) => ({ county, village }) },
    },
    {
      name: 'householdPage',
      title: 'household page',
      document: own.householdPage,
      variables: (input) => ({ id: householdId(input) }),
      peer: {
        document: peer.householdPage,
        variables: ({ county, householdId: id }) => ({ county, id }),
      },
    },
    {
      name: 'dueList',
      title: 'due list of a cadre',
      document: own.dueList,
      variables: ({ county, cadreId }) => ({ cadre: globalId('Cadre', county, cadreId), period }),
      peer: { document: peer.dueList, variables: ({ county, cadreId: cadre }) => ({ county, cadre }) },
    },
    {
      name: 'searchInitials',
      title: 'search by initials',
      document: own.search,
      variables: ({ initials: text }) => ({ text }),
    },
    {
      name: 'searchId',
      title: 'search by resident id',
      document: own.search,
      variables: ({ residentId: text }) => ({ text }),
    },
    {
      name: 'quarterBoard',
      title: 'quarter board',
      document: own.quarterBoard,
      variables: ({ village }) => ({ period, division: village }),
      connections: 2,
      inputsOfAdministrator: (inputs) => inputs.slice(0, 1),
      variablesOfAdministrator: ({ county }) => ({ period, division: county }),
    },
    {
      name: 'threeLevels',
      title: 'three levels',
      document: own.threeLevels,
      variables: ({ village }) => ({ village }),
      peer: { document: peer.threeLevels, variables: ({ county, village }) => ({ county, village }) },
    },
    {
      name: 'node',
      title: 'node',
      document: own.node,
      variables: (input) => ({ id: householdId(input) }),
      peer: {
        document: peer.node,
        variables: ({ county, householdId: id }) => ({ id: nodeId('Household', county, id) }),
      },
    },
  ];
}
