# The first three households the token can see.
curl --silent --show-error "$BANGFU_URL/graphql" \
  --header "authorization: Bearer $BANGFU_TOKEN" \
  --header 'content-type: application/json' \
  --data '{"query": "{ households(first: 3) { nodes { id headName village { path } } } }"}'
