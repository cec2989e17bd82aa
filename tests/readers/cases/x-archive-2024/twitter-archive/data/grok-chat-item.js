window.YTD.grok_chat_item.part0 = [
  {
    "grokChatItem": {
      "accountId": "77001",
      "message": "canary-grok"
    }
  }
]
