window.YTD.twitter_circle_tweet.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000080"
          ],
          "editableUntil": "2024-03-12T11:22:38.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "13"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000080",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000080",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:21:00 +0000 2024",
      "favorited": false,
      "full_text": "canary-circle",
      "lang": "en"
    }
  }
]
