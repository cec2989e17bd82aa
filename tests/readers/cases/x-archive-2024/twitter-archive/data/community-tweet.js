window.YTD.community_tweet.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000060"
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
        "33"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000060",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000060",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:13:00 +0000 2024",
      "favorited": false,
      "full_text": "To the rope makers: bring gloves.",
      "lang": "en",
      "scopes": {
        "followers": false
      },
      "community_id": "15",
      "community_id_str": "15"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000061"
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
        "33"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000061",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000061",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:14:00 +0000 2024",
      "favorited": false,
      "full_text": "@member canary-communityreply yes",
      "lang": "en",
      "in_reply_to_status_id_str": "1766999999999999993",
      "in_reply_to_status_id": "1766999999999999993",
      "in_reply_to_user_id": "91",
      "in_reply_to_user_id_str": "91",
      "in_reply_to_screen_name": "member",
      "community_id_str": "15"
    }
  }
]
