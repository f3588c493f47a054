import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import postgres from 'postgres';

/**
 * The lower limit: the bare statement behind a plain HTTP server, with the same driver, prepared. It knows neither
 * users nor scope nor GraphQL; a request names an operation and one of its inputs.
 */
export interface LimitOperation {
  readonly text: string;
  /** One list of parameters per input, as text. */
  readonly inputs: readonly (readonly (string | null)[])[];
}

const { BENCH_DATABASE_URL = '', BENCH_OPERATIONS = '' } = process.env;
const operations: Record<string, LimitOperation> = JSON.parse(readFileSync(BENCH_OPERATIONS, 'utf8'));

/** Parameters and answers stay text: booleans, bytes, days and JSON alike. */
const asText = (to: number, from: number[]) => ({
  to,
  from,
  serialize: (text: string) => text,
  parse: (text: string) => text,
});
const types = {
  json: asText(114, [114, 3802]),
  bool: asText(16, [16]),
  bytea: asText(17, [17]),
  date: asText(1184, [1082, 1114, 1184]),
};
const sql = postgres(BENCH_DATABASE_URL, {
  max: 10,
  // Parameters are text already, also lists.
  fetch_types: false,
  types,
  connection: { TimeZone: 'UTC', role: 'bangfu_app' },
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const { operation, input } = JSON.parse(Buffer.concat(pieces).toString());
  const { text, inputs } = operations[operation] as LimitOperation;
  const [row = {}] = await sql.unsafe(text, [...(inputs[input] ?? [])], { prepare: true });
  const body = String(Object.values(row)[0]);
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end(String(error));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(`listening http://127.0.0.1:${address.port}`);
});
process.on('SIGTERM', () => process.exit(0));
