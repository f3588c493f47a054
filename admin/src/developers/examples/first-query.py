# The first three households the token can see.
import json
import os
import urllib.request

query = "{ households(first: 3) { nodes { id headName village { path } } } }"

request = urllib.request.Request(
    os.environ["BANGFU_URL"] + "/graphql",
    data=json.dumps({"query": query}).encode(),
    headers={
        "authorization": "Bearer " + os.environ["BANGFU_TOKEN"],
        "content-type": "application/json",
    },
)
with urllib.request.urlopen(request) as response:
    answer = json.load(response)
for household in answer["data"]["households"]["nodes"]:
    print(household["id"], household["headName"], household["village"]["path"])
