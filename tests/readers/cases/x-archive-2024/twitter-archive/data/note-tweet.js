window.YTD.note_tweet.part0 = [
  {
    "noteTweet": {
      "noteTweetId": "9901",
      "updatedAt": "2024-03-12T10:08:00.000Z",
      "lifecycle": {
        "value": "1",
        "name": "Active",
        "originalName": "Active",
        "annotations": {}
      },
      "createdAt": "2024-03-12T10:08:00.000Z",
      "core": {
        "styletags": [],
        "urls": [
          {
            "expandedUrl": "https://yarn.example/plate",
            "toIndex": "0",
            "shortUrl": "https://t.co/nnnnnnnnn1",
            "displayUrl": "yarn.example",
            "fromIndex": "0"
          }
        ],
        "text": "Long: the yarn is drawn through a plate, and the yarn is drawn through a plate, and the yarn is drawn through a plate, and the yarn is drawn through a plate, and the yarn is drawn through a plate, and the yarn is drawn through a plate, and so it becomes a strand. See https://t.co/nnnnnnnnn1 & wonder <why>.",
        "mentions": [],
        "cashtags": [],
        "hashtags": []
      }
    }
  },
  {
    "noteTweet": {
      "noteTweetId": "9902",
      "updatedAt": "2024-03-12T10:09:00.000Z",
      "lifecycle": {
        "value": "1",
        "name": "Active",
        "originalName": "Active",
        "annotations": {}
      },
      "createdAt": "2024-03-12T10:09:00.000Z",
      "core": {
        "styletags": [
          {
            "styleTypes": [
              {
                "value": "0",
                "name": "Bold",
                "originalName": "BOLD",
                "annotations": {}
              }
            ],
            "fromIndex": "12",
            "toIndex": "15"
          }
        ],
        "urls": [],
        "text": "TIL\n\n🧵 the Top is a cone with grooves",
        "mentions": [],
        "cashtags": [],
        "hashtags": []
      }
    }
  }
]
