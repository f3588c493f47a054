import { Connection } from '#tests/bench/load/client.ts';
import { requestOf, type Workload } from '#tests/bench/load/measure.ts';
import type { ReadOperation } from './reads.ts';

/**
 * Before measuring, sends every operation once to every server: no errors, the same bytes from this server, its own
 * resolvers and the bare statement, and the same number of rows from PostGraphile.
 */
export async function checkAgreement(
  workloads: readonly Workload[],
  operation: ReadOperation,
  inputs: number,
): Promise<void> {
  for (let input = 0; input < inputs; input += 1) {
    const answers = new Map<string, string>();
    for (const workload of workloads) answers.set(workload.server, await answerOf(workload, input));
    const own = answers.get('own') ?? '';
    for (const [server, answer] of answers) {
      const agrees =
        server === 'postgraphile'
          ? rowsIn(answer, operation) === rowsIn(own, operation)
          : dataOf(answer) === dataOf(own);
      if (agrees) continue;
      const rows = `${rowsIn(own, operation)} | ${rowsIn(answer, operation)}`;
      throw new Error(
        `${server} differs on ${operation.name} ${input}: ${rows}\n\n${own.slice(0, 600)}\n${answer.slice(0, 600)}`,
      );
    }
  }
}

async function answerOf(workload: Workload, input: number): Promise<string> {
  const connection = new Connection(workload.url);
  try {
    const { status, body } = await connection.send(requestOf(workload, input));
    const answer = body.toString();
    if (status === 200 && !answer.includes('"errors"')) return answer;
    throw new Error(`${workload.server} answered ${status}: ${answer.slice(0, 800)}`);
  } finally {
    connection.close();
  }
}

/** The bare statement returns only `data`; what this server returns beside it is not compared. */
function dataOf(answer: string): string {
  const parsed = JSON.parse(answer);
  return JSON.stringify(parsed.data ?? parsed);
}

/** Numbers of rows in an answer, for the lists that both servers are asked for. */
const rowsIn = (answer: string, { peer }: ReadOperation): string =>
  ['headName', 'visitedOn', 'dueOn', 'relation', 'item', 'startedOn']
    .filter((field) => new RegExp(`\\b${field}\\b`).test(peer?.document ?? ''))
    .map((field) => `${field} ${answer.split(`"${field}":`).length - 1}`)
    .join(', ');
