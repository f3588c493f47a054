# What is refused says why: a code that stays the same, and words in both languages.
import json
import os
import urllib.error
import urllib.request

request = urllib.request.Request(
    os.environ["BANGFU_URL"] + "/graphql",
    data=json.dumps({"query": "{ auditEvents(first: 1) { nodes { action } } }"}).encode(),
    headers={
        "authorization": "Bearer " + os.environ["BANGFU_TOKEN"],
        "content-type": "application/json",
    },
)
try:
    response = urllib.request.urlopen(request)
except urllib.error.HTTPError as refused:
    # A refusal as a whole, such as 401 or 429, carries the same kind of body.
    response = refused
if response.status == 429:
    print("try again in", response.headers["retry-after"], "seconds")
answer = json.load(response)
for error in answer.get("errors", []):
    told = error["extensions"]
    print(told["code"], told["messages"]["en"], told["fields"])
print("price", answer.get("extensions", {}).get("cost"))
