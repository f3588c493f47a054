/** An answer of the API of a server in another process. */
export interface Reply {
  readonly status: number;
  readonly milliseconds: number;
  readonly data: Record<string, unknown> | null;
  /** Of the first error. */
  readonly code: string | null;
}

interface Body {
  data?: Record<string, unknown> | null;
  errors?: { extensions?: { code?: string } }[];
}

/** Sends a document with a session; rejects where no answer comes at all. */
export async function sendDocument(
  address: string,
  session: string,
  query: string,
  variables: object = {},
): Promise<Reply> {
  const begun = performance.now();
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `bangfu=${session}` },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(30_000),
  });
  const body = (await response.json()) as Body;
  return {
    status: response.status,
    milliseconds: performance.now() - begun,
    data: body.data ?? null,
    code: body.errors?.[0]?.extensions?.code ?? null,
  };
}

export const logVisit =
  'mutation ($input: LogVisitInput!) { logVisit(input: $input) { visit { id } clientMutationId } }';

/** Input of a distinct visit: each household once a day. */
export const visitInput = (households: readonly string[], number: number) => ({
  householdId: households[number % households.length],
  visitedOn: dayOfYear(Math.floor(number / households.length)),
  mode: 'IN_PERSON',
  findings: '家庭生产生活正常，收入稳定。',
  checklist: [
    { item: 'FOOD', answer: 'OK' },
    { item: 'WATER', answer: 'OK' },
  ],
  clientMutationId: `visit ${number}`,
});

const dayOfYear = (days: number): string => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
