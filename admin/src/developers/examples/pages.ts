// All households, a hundred at a time: the endCursor of one page is the start of the next.
export {};

interface Page {
  nodes: { id: string; headName: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const query = `query ($after: String) {
  households(first: 100, after: $after) {
    nodes { id headName }
    pageInfo { hasNextPage endCursor }
  }
}`;

async function pageAfter(after: string | null): Promise<Page> {
  const response = await fetch(`${process.env.BANGFU_URL}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${process.env.BANGFU_TOKEN}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query, variables: { after } }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data.households;
}

let after: string | null = null;
do {
  const { nodes, pageInfo }: Page = await pageAfter(after);
  for (const { headName } of nodes) console.log(headName);
  after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
} while (after !== null);
