window.YTD.deleted_note_tweet.part0 = [
  {
    "noteTweet": {
      "noteTweetId": "9903",
      "updatedAt": "2024-03-12T10:20:00.000Z",
      "lifecycle": {
        "value": "1",
        "name": "Active",
        "originalName": "Active",
        "annotations": {}
      },
      "createdAt": "2024-03-12T10:20:00.000Z",
      "core": {
        "styletags": [],
        "urls": [],
        "text": "canary-deletednote",
        "mentions": [],
        "cashtags": [],
        "hashtags": []
      }
    }
  }
]
