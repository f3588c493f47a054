import { setTimeout } from 'node:timers/promises';
import { Connection, type Prepared, prepare } from '#tests/bench/load/client.ts';
import type { Capture, Statement } from '#tests/bench/servers/capture.ts';
import type { LimitOperation } from '#tests/bench/servers/limit.ts';

/**
 * A cached read checks the viewer in its own statement. Accepting another media type makes this server read the viewer
 * separately.
 */
const theUsualWay = (request: Prepared): Prepared =>
  Buffer.from(
    request.toString().replace('accept: application/json', 'accept: application/graphql-response+json'),
  );

/**
 * The bare statement of an operation, recorded from the wire while this server answers: its statements without those
 * that every request sends to read the viewer. Null where more than one is left.
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
  // Must be the same text for all inputs, or it would not be a lower limit.
  if (found.some((statement) => statement.text !== text)) return null;
  return { text, inputs: found.map(({ parameters }) => parameters) };
}

/** Long enough for the server's probe of the database, which it sends twice a second. */
const watchMilliseconds = 1_500;

/** The statements of a request that reads nothing, and those sent without any request. */
export async function statementsOfNothing(
  url: string,
  capture: Capture,
  headers: readonly Record<string, string>[],
): Promise<Set<string>> {
  const texts = new Set<string>();
  const connection = new Connection(url);
  try {
    for (const one of headers) {
      // Twice: the first request of a server sends more than later ones.
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
