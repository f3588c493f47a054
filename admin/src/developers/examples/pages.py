# All households, a hundred at a time: the endCursor of one page is the start of the next.
import json
import os
import urllib.request

query = """query ($after: String) {
  households(first: 100, after: $after) {
    nodes { id headName }
    pageInfo { hasNextPage endCursor }
  }
}"""


def page_after(after):
    request = urllib.request.Request(
        os.environ["BANGFU_URL"] + "/graphql",
        data=json.dumps({"query": query, "variables": {"after": after}}).encode(),
        headers={
            "authorization": "Bearer " + os.environ["BANGFU_TOKEN"],
            "content-type": "application/json",
        },
    )
    with urllib.request.urlopen(request) as response:
        answer = json.load(response)
    if "errors" in answer:
        raise RuntimeError(answer["errors"][0]["message"])
    return answer["data"]["households"]


after = None
while True:
    page = page_after(after)
    for household in page["nodes"]:
        print(household["headName"])
    if not page["pageInfo"]["hasNextPage"]:
        break
    after = page["pageInfo"]["endCursor"]
