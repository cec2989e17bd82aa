window.YTD.account.part0 = [
  {
    "account": {
      "email": "canary-mail@ropes.example",
      "createdVia": "canary-via",
      "username": "ropewalk",
      "accountId": "77001",
      "createdAt": "2012-01-01T00:00:00.000Z",
      "accountDisplayName": "Rope Walk"
    }
  }
]
