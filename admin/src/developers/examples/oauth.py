# For programs that speak OAuth2: a short-lived access token for the id and the secret of an API token.
import json
import os
import urllib.parse
import urllib.request

url = os.environ["BANGFU_URL"]
form = urllib.parse.urlencode(
    {
        "grant_type": "client_credentials",
        "client_id": os.environ["BANGFU_CLIENT_ID"],
        "client_secret": os.environ["BANGFU_TOKEN"],
    }
)
with urllib.request.urlopen(url + "/oauth/token", data=form.encode()) as response:
    access = json.load(response)

request = urllib.request.Request(
    url + "/graphql",
    data=json.dumps({"query": "{ households(first: 3) { nodes { headName } } }"}).encode(),
    headers={
        "authorization": "Bearer " + access["access_token"],
        "content-type": "application/json",
    },
)
with urllib.request.urlopen(request) as response:
    print(json.dumps(json.load(response), ensure_ascii=False))
