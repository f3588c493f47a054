# Keeps a copy in step: the first run notes where we stand, each later one prints what has changed since the last.
ask() {
  curl --silent --show-error "$BANGFU_URL/graphql" \
    --header "authorization: Bearer $BANGFU_TOKEN" \
    --header 'content-type: application/json' \
    --data "$1"
}
value() { grep --only-matching "\"$1\":\"[^\"]*\"" | cut -d'"' -f4 | grep .; }

if [ ! -f cursor.txt ]; then
  # Note the cursor first, then read everything once as in “page by page”.
  ask '{"query": "{ changesCursor }"}' | value changesCursor > cursor.txt
  exit
fi
query='query ($after: String!) { changes(after: $after, first: 100, types: [HOUSEHOLD, VISIT]) { nodes { kind id } pageInfo { hasNextPage endCursor } } }'
while true; do
  page=$(ask "{\"query\": \"$query\", \"variables\": {\"after\": \"$(cat cursor.txt)\"}}")
  # CURSOR_EXPIRED means: take a new cursor and read everything once more.
  next=$(echo "$page" | value endCursor) || { echo "$page" >&2; exit 1; }
  echo "$page" | grep --only-matching '"kind":"[^}]*' || true
  # Only once the page is stored: a cursor ahead of the copy would lose changes.
  echo "$next" > cursor.txt
  echo "$page" | grep --quiet '"hasNextPage":true' || break
done
