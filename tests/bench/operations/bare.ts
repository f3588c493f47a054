import { setTimeout } from 'node:timers/promises';
import { Connection, type Prepared, prepare } from '#tests/bench/load/client.ts';
import type { Capture, Statement } from '#tests/bench/servers/capture.ts';
import type { LimitOperation } from '#tests/bench/servers/limit.ts';

/**
 * A known read by somebody known asks in its own statement who that is. Whoever takes another type of answer is sent the
 * usual way, on which the two are apart.
 */
const theUsualWay = (request: Prepared): Prepared =>
  Buffer.from(
    request.toString().replace('accept: application/json', 'accept: application/graphql-response+json'),
  );

/**
 * The bare statement of an operation, read from the wire while this server answers it: what is left of its statements
 * once those are taken away that every request sends to find out who asks. Null where more than one is left.
 */
export async function bareStatement(
  url: string,
  capture: Capture,
  requests: readonly Prepared[],
  sessionStatements: ReadonlySet<string>,
): Promise<LimitOperation | null> {
  const connection = new Connection(url);
  const found: Statement[] = [];
  try {
    for (const request of requests) {
      capture.take();
      const { status, body } = await connection.send(theUsualWay(request));
      const answer = body.toString();
      if (status !== 200 || answer.includes('"errors"')) throw new Error(answer.slice(0, 800));
      const left = capture.take().filter(({ text }) => !sessionStatements.has(text));
      if (left.length !== 1 || !left[0]) return null;
      found.push(left[0]);
    }
  } finally {
    connection.close();
  }
  const text = found[0]?.text ?? '';
  // One text for all inputs, or the limit would be none.
  if (found.some((statement) => statement.text !== text)) return null;
  return { text, inputs: found.map(({ parameters }) => parameters) };
}

/** As long as it takes until the server has looked whether the database is there, which it does twice a second. */
const watchMilliseconds = 1_500;

/** The texts that a request sends which reads nothing, and those that no request sends. */
export async function statementsOfNothing(
  url: string,
  capture: Capture,
  headers: readonly Record<string, string>[],
): Promise<Set<string>> {
  const texts = new Set<string>();
  const connection = new Connection(url);
  try {
    for (const one of headers) {
      // Twice: the first request of a server sends more than the others.
      for (let turn = 0; turn < 2; turn += 1) {
        capture.take();
        await connection.send(theUsualWay(prepare(`${url}/graphql`, { query: '{ __typename }' }, one)));
        for (const { text } of capture.take()) texts.add(text);
      }
    }
    await setTimeout(watchMilliseconds);
    for (const { text } of capture.take()) texts.add(text);
  } finally {
    connection.close();
  }
  return texts;
}
