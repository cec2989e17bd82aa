window.YTD.ip_audit.part0 = [
  {
    "ipAudit": {
      "accountId": "77001",
      "createdAt": "2024-03-12T10:00:00.000Z",
      "loginIp": "canary-ip"
    }
  }
]
