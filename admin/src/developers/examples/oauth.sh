# For programs that speak OAuth2: a short-lived access token for the id and the secret of an API token.
access=$(curl --silent --show-error --fail "$BANGFU_URL/oauth/token" \
  --user "$BANGFU_CLIENT_ID:$BANGFU_TOKEN" \
  --data grant_type=client_credentials |
  grep -o '"access_token":"[^"]*"' | cut -d'"' -f4)
curl --silent --show-error "$BANGFU_URL/graphql" \
  --header "authorization: Bearer $access" \
  --header 'content-type: application/json' \
  --data '{"query": "{ households(first: 3) { nodes { headName } } }"}'
