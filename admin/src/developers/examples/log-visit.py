# Logs a visit of today to a household. Sent again with the same clientMutationId it gives the first answer again.
import json
import os
import urllib.request
import uuid
from datetime import datetime, timedelta, timezone


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
        error = answer["errors"][0]
        raise RuntimeError(error["extensions"]["code"] + ": " + error["message"])
    return answer["data"]


household = ask("{ households(first: 1) { nodes { id } } }")["households"]["nodes"][0]
visit = {
    "clientMutationId": str(uuid.uuid4()),
    "householdId": household["id"],
    "visitedOn": datetime.now(timezone(timedelta(hours=8))).date().isoformat(),
    "mode": "PHONE",
    "findings": "一切正常",
}
document = """mutation ($input: LogVisitInput!) {
  logVisit(input: $input) { visit { id visitedOn } }
}"""
first = ask(document, {"input": visit})
again = ask(document, {"input": visit})
print(first["logVisit"]["visit"]["id"], again["logVisit"]["visit"]["id"])
