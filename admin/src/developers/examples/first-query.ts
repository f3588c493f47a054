// The first three households the token can see.
export {};

interface Household {
  id: string;
  headName: string;
  village: { path: string };
}

interface Answer<Data> {
  data: Data | null;
  errors?: { message: string; extensions: { code: string } }[];
}

const query = '{ households(first: 3) { nodes { id headName village { path } } } }';

const response = await fetch(`${process.env.BANGFU_URL}/graphql`, {
  method: 'POST',
  headers: {
    authorization: `Bearer ${process.env.BANGFU_TOKEN}`,
    'content-type': 'application/json',
  },
  body: JSON.stringify({ query }),
});
const { data, errors }: Answer<{ households: { nodes: Household[] } }> = await response.json();
if (!data) throw new Error(errors?.[0]?.message);
for (const { id, headName, village } of data.households.nodes) console.log(id, headName, village.path);
