const document = '{ me { rights } }';

/** Asks who the caller is: works with any token. */
export const curlExample = (origin: string, token: string): string =>
  `curl ${origin}/graphql \\
  -H 'Authorization: Bearer ${token}' \\
  -H 'Content-Type: application/json' \\
  -d '${JSON.stringify({ query: document })}'`;

/** For OAuth 2 clients: exchanges the token's id and the token itself for one that lasts an hour. */
export const oauthExample = (origin: string, clientId: string, token: string): string =>
  `curl ${origin}/oauth/token \\
  -u '${clientId}:${token}' \\
  -d grant_type=client_credentials`;
