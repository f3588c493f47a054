import { sessionOf, villageViewer } from '#tests/bench/data/rows/users.ts';
import { type Prepared, prepare } from '#tests/bench/load/client.ts';
import type { Workload } from '#tests/bench/load/measure.ts';
import type { Input } from './inputs.ts';
import type { ReadOperation } from './reads.ts';

export const viewers = ['administrator', 'village'] as const;
export type Viewer = (typeof viewers)[number];

export interface RequestSource {
  readonly inputs: readonly Input[];
  variables(input: Input): Record<string, unknown>;
  headers(input: Input): Record<string, string>;
}

/** Requests of a viewer for all inputs: a village cadre reads the own village, the administrator the same one. */
export function requestsBy(
  operation: ReadOperation,
  viewer: Viewer,
  inputs: readonly Input[],
): RequestSource {
  if (viewer === 'village') {
    return {
      inputs,
      variables: operation.variables,
      headers: (input) => ({ cookie: `bangfu=${sessionOf(villageViewer(input))}` }),
    };
  }
  return {
    inputs: operation.inputsOfAdministrator?.(inputs) ?? inputs,
    variables: operation.variablesOfAdministrator ?? operation.variables,
    headers: () => ({ cookie: `bangfu=${sessionOf('administrator')}` }),
  };
}

export const ownRequests = (url: string, operation: ReadOperation, source: RequestSource): Prepared[] =>
  source.inputs.map((input) => {
    const body = { query: operation.document, variables: source.variables(input) };
    return prepare(`${url}/graphql`, body, source.headers(input));
  });

/** PostGraphile and the bare statement have no users: they read the same inputs, without scope. */
export function peerWorkload(
  url: string,
  { peer }: ReadOperation,
  { inputs }: RequestSource,
): Workload | null {
  if (!peer) return null;
  const requests = inputs.map((input) =>
    prepare(`${url}/graphql`, { query: peer.document, variables: peer.variables(input) }),
  );
  return { server: 'postgraphile', url, requests };
}

export const limitWorkload = (url: string, key: string, count: number): Workload => ({
  server: 'limit',
  url,
  requests: Array.from({ length: count }, (_, input) => prepare(`${url}/`, { operation: key, input })),
});
