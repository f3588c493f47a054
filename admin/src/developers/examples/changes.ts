// Keeps a copy in step: the first run notes where we stand, each later one prints what has changed since the last.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

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
  // CURSOR_EXPIRED means: take a new cursor and read everything once more.
  if (errors) throw new Error(`${errors[0].extensions.code}: ${errors[0].message}`);
  return data;
}

interface Changes {
  nodes: { kind: 'INSERTED' | 'UPDATED' | 'REMOVED'; id: string; node: { headName?: string } | null }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

const query = `query ($after: String!) {
  changes(after: $after, first: 100, types: [HOUSEHOLD, VISIT]) {
    nodes { kind id node { ... on Household { headName } ... on Visit { visitedOn } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

async function follow(from: string): Promise<void> {
  const { nodes, pageInfo } = (await sendQuery<{ changes: Changes }>(query, { after: from })).changes;
  for (const { kind, id, node } of nodes) console.log(kind, id, JSON.stringify(node));
  // Only once the page is stored: a cursor ahead of the copy would lose changes.
  writeFileSync('cursor.txt', pageInfo.endCursor);
  if (pageInfo.hasNextPage) await follow(pageInfo.endCursor);
}

if (existsSync('cursor.txt')) await follow(readFileSync('cursor.txt', 'utf8'));
else {
  // Note the cursor first, then read everything once as in “page by page”.
  const { changesCursor } = await sendQuery<{ changesCursor: string }>('{ changesCursor }');
  writeFileSync('cursor.txt', changesCursor);
}
