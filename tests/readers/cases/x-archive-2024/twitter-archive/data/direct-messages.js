window.YTD.direct_messages.part0 = [
  {
    "dmConversation": {
      "conversationId": "1-2",
      "messages": [
        {
          "messageCreate": {
            "recipientId": "1",
            "text": "canary-message",
            "senderId": "77001",
            "id": "1",
            "createdAt": "2024-03-12T10:00:00.000Z"
          }
        }
      ]
    }
  }
]
