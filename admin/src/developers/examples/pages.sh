# All households, a hundred at a time: the endCursor of one page is the start of the next.
query='query ($after: String) { households(first: 100, after: $after) {
  nodes { id headName } pageInfo { hasNextPage endCursor } } }'
after=null
while true; do
  page=$(curl --silent --show-error "$BANGFU_URL/graphql" \
    --header "authorization: Bearer $BANGFU_TOKEN" \
    --header 'content-type: application/json' \
    --data "{\"query\": \"$(echo $query)\", \"variables\": {\"after\": $after}}")
  echo "$page" | grep --only-matching '"headName":"[^"]*"'
  echo "$page" | grep --quiet '"hasNextPage":true' || break
  after=$(echo "$page" | grep --only-matching '"endCursor":"[^"]*"' | cut -d: -f2-)
done
