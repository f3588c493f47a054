import { Connection } from '#tests/bench/load/client.ts';
import { requestOf, type Workload } from '#tests/bench/load/measure.ts';
import type { ReadOperation } from './reads.ts';

/**
 * Before anything is timed, everybody answers every question once: without error, this server to the letter like its
 * own resolvers and like the bare statement, PostGraphile with as many rows.
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

/** The bare statement answers with the data alone; what this server says beside them is not compared. */
function dataOf(answer: string): string {
  const parsed = JSON.parse(answer);
  return JSON.stringify(parsed.data ?? parsed);
}

/** How many of each thing an answer tells of, of those that both are asked for. */
const rowsIn = (answer: string, { peer }: ReadOperation): string =>
  ['headName', 'visitedOn', 'dueOn', 'relation', 'item', 'startedOn']
    .filter((field) => new RegExp(`\\b${field}\\b`).test(peer?.document ?? ''))
    .map((field) => `${field} ${answer.split(`"${field}":`).length - 1}`)
    .join(', ');
