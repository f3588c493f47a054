// What is refused says why: a code that stays the same, and words in both languages.
export {};

interface Refusal {
  message: string;
  extensions: {
    code: string;
    messages: { zh: string; en: string };
    fields: Record<string, { code: string; zh: string; en: string }>;
  };
}

const response = await fetch(`${process.env.BANGFU_URL}/graphql`, {
  method: 'POST',
  headers: {
    authorization: `Bearer ${process.env.BANGFU_TOKEN}`,
    'content-type': 'application/json',
  },
  body: JSON.stringify({ query: '{ auditEvents(first: 1) { nodes { action } } }' }),
});
if (response.status === 429) console.log('try again in', response.headers.get('retry-after'), 'seconds');
const { errors = [], extensions }: { errors?: Refusal[]; extensions?: { cost?: object } } =
  await response.json();
for (const { extensions: refusal } of errors) console.log(refusal.code, refusal.messages.en, refusal.fields);
console.log('price', extensions?.cost);
