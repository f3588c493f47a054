import { performance } from 'node:perf_hooks';
import type { Sql } from 'postgres';
import { globalId } from '#platform/core/ids.ts';
import { findPlaces, sessionOf } from '#tests/bench/data/rows/users.ts';
import { Connection, prepare } from '#tests/bench/load/client.ts';
import { median } from '#tests/bench/load/stats.ts';
import type { OtherResult } from '#tests/bench/report/results.ts';
import type { Options } from '../options.ts';

const document = /* GraphQL */ `
  mutation Transfer($input: TransferPairingsInput!) {
    transferPairings(input: $input) { transferred }
  }`;

/** Transfers a hundred pairings of the largest county to one cadre, different ones each time. */
export async function measureTransfers(sql: Sql, url: string, options: Options): Promise<OtherResult[]> {
  const [place] = await findPlaces(sql);
  if (!place) return [];
  const { county, cadreId } = place;
  const pairings = await sql<{ id: string }[]>`
    select id from pairing where county_code = ${county} and ended_on is null and role = 'MAIN'
      and cadre_id <> ${cadreId} and started_on < ${options.today}::date - 60
    order by id limit 2000`;
  const connection = new Connection(url);
  const times: number[] = [];
  for (
    let from = 0;
    from + 100 <= pairings.length && times.length < options.runSettings.rounds * 3;
    from += 100
  ) {
    const input = {
      pairingIds: pairings.slice(from, from + 100).map(({ id }) => globalId('Pairing', county, id)),
      toCadre: globalId('Cadre', county, cadreId),
      effectiveOn: options.today,
      reason: '包村分工调整',
      clientMutationId: `bench ${from}`,
    };
    const body = { query: document, variables: { input } };
    const request = prepare(`${url}/graphql`, body, { cookie: `bangfu=${sessionOf('administrator')}` });
    const begun = performance.now();
    const { body: answer } = await connection.send(request);
    times.push(performance.now() - begun);
    if (JSON.parse(answer.toString()).data?.transferPairings.transferred !== 100)
      throw new Error(answer.toString().slice(0, 800));
  }
  connection.close();
  const note = `median of ${times.length}, each of other pairings`;
  return [{ name: 'transferPairings of 100', value: median(times), unit: 'ms', note }];
}
