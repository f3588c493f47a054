# What is refused says why: a code that stays the same, and words in both languages.
curl --silent --show-error --include "$BANGFU_URL/graphql" \
  --header "authorization: Bearer $BANGFU_TOKEN" \
  --header 'content-type: application/json' \
  --data '{"query": "{ auditEvents(first: 1) { nodes { action } } }"}'
