# Keeps a copy in step: the first run notes where we stand, each later one prints what has changed since the last.
import json
import os
import urllib.request
from pathlib import Path

cursor = Path("cursor.txt")
query = """query ($after: String!) {
  changes(after: $after, first: 100, types: [HOUSEHOLD, VISIT]) {
    nodes { kind id node { ... on Household { headName } ... on Visit { visitedOn } } }
    pageInfo { hasNextPage endCursor }
  }
}"""


def ask(query, variables=None):
    request = urllib.request.Request(
        os.environ["BANGFU_URL"] + "/graphql",
        data=json.dumps({"query": query, "variables": variables}).encode(),
        headers={
            "authorization": "Bearer " + os.environ["BANGFU_TOKEN"],
            "content-type": "application/json",
        },
    )
    with urllib.request.urlopen(request) as response:
        answer = json.load(response)
    if "errors" in answer:
        # CURSOR_EXPIRED means: take a new cursor and read everything once more.
        raise RuntimeError(answer["errors"][0]["extensions"]["code"])
    return answer["data"]


if not cursor.exists():
    # Note the cursor first, then read everything once as in “page by page”.
    cursor.write_text(ask("{ changesCursor }")["changesCursor"])
    raise SystemExit
while True:
    page = ask(query, {"after": cursor.read_text()})["changes"]
    for change in page["nodes"]:
        print(change["kind"], change["id"], change["node"])
    # Only once the page is stored: a cursor ahead of the copy would lose changes.
    cursor.write_text(page["pageInfo"]["endCursor"])
    if not page["pageInfo"]["hasNextPage"]:
        break
