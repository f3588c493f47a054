// Logs a visit of today to a household. Sent again with the same clientMutationId it gives the first answer again.
import { randomUUID } from 'node:crypto';

async function sendQuery<Data>(query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(`${process.env.BANGFU_URL}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${process.env.BANGFU_TOKEN}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${errors[0].extensions.code}: ${errors[0].message}`);
  return data;
}

interface Found {
  households: { nodes: { id: string }[] };
}
interface Logged {
  logVisit: { visit: { id: string; visitedOn: string } };
}

const { households } = await sendQuery<Found>('{ households(first: 1) { nodes { id } } }');
const input = {
  clientMutationId: randomUUID(),
  householdId: households.nodes[0]?.id,
  visitedOn: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()),
  mode: 'PHONE',
  findings: '一切正常',
};
const document = `mutation ($input: LogVisitInput!) {
  logVisit(input: $input) { visit { id visitedOn } }
}`;
const first = await sendQuery<Logged>(document, { input });
const again = await sendQuery<Logged>(document, { input });
console.log(first.logVisit.visit.id, again.logVisit.visit.id);
