// For programs that speak OAuth2: a short-lived access token for the id and the secret of an API token.
export {};

interface Access {
  access_token: string;
  token_type: 'Bearer';
  expires_in: number;
  scope: string;
}

const granted = await fetch(`${process.env.BANGFU_URL}/oauth/token`, {
  method: 'POST',
  body: new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: process.env.BANGFU_CLIENT_ID ?? '',
    client_secret: process.env.BANGFU_TOKEN ?? '',
  }),
});
if (!granted.ok) throw new Error(await granted.text());
const access: Access = await granted.json();

const response = await fetch(`${process.env.BANGFU_URL}/graphql`, {
  method: 'POST',
  headers: { authorization: `Bearer ${access.access_token}`, 'content-type': 'application/json' },
  body: JSON.stringify({ query: '{ households(first: 3) { nodes { headName } } }' }),
});
console.log(JSON.stringify(await response.json()), 'good for', access.expires_in, 'seconds');
