window.YTD.tweets.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000001"
          ],
          "editableUntil": "2024-03-12T11:22:38.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [
          {
            "text": "rope",
            "indices": [
              "31",
              "36"
            ]
          }
        ],
        "symbols": [],
        "user_mentions": [],
        "urls": [
          {
            "url": "https://t.co/aaaaaaaaa1",
            "expanded_url": "https://hemp.example/history?a=1&lt=2",
            "display_url": "hemp.example/history?a…",
            "indices": [
              "37",
              "60"
            ]
          }
        ]
      },
      "display_text_range": [
        "0",
        "63"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000001",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000001",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:01:00 +0000 2024",
      "favorited": false,
      "full_text": "Hemp &lt; steel &amp; always was. #rope https://t.co/aaaaaaaaa1",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000002",
            "1767000000000000003"
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
        "36"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000002",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000002",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:02:00 +0000 2024",
      "favorited": false,
      "full_text": "canary-superseded The bobin is full.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000004"
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
        "26"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000004",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000004",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:04:00 +0000 2024",
      "favorited": false,
      "full_text": "And the second bobbin too.",
      "lang": "en",
      "in_reply_to_status_id_str": "1767000000000000003",
      "in_reply_to_status_id": "1767000000000000003",
      "in_reply_to_user_id": "77001",
      "in_reply_to_user_id_str": "77001",
      "in_reply_to_screen_name": "ropewalk"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "edit": {
          "initialTweetId": "1767000000000000002",
          "editControlInitial": {
            "editTweetIds": [
              "1767000000000000002",
              "1767000000000000003"
            ],
            "editableUntil": "2024-03-12T11:22:38.000Z",
            "editsRemaining": "4",
            "isEditEligible": true
          }
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
        "19"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000003",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000003",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:03:00 +0000 2024",
      "favorited": false,
      "full_text": "The bobbin is full.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000012"
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
        "16"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000012",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000012",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:05:00 +0000 2024",
      "favorited": false,
      "full_text": "@ropewalk three.",
      "lang": "en",
      "in_reply_to_status_id_str": "1767000000000000011",
      "in_reply_to_status_id": "1767000000000000011",
      "in_reply_to_user_id": "77001",
      "in_reply_to_user_id_str": "77001",
      "in_reply_to_screen_name": "ropewalk"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000011"
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
        "urls": [],
        "media": [
          {
            "expanded_url": "https://twitter.com/ropewalk/status/1767000000000000011/photo/1",
            "indices": [
              "0",
              "23"
            ],
            "url": "https://t.co/mmmmmmmmm1",
            "media_url": "http://pbs.twimg.com/media/GaAa1.png",
            "id_str": "501",
            "id": "501",
            "media_url_https": "https://pbs.twimg.com/media/GaAa1.png",
            "sizes": {
              "thumb": {
                "w": "150",
                "h": "150",
                "resize": "crop"
              }
            },
            "type": "photo",
            "display_url": "pic.twitter.com/x"
          }
        ]
      },
      "display_text_range": [
        "0",
        "43"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000011",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000011",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:05:00 +0000 2024",
      "favorited": false,
      "full_text": "two, with a picture https://t.co/mmmmmmmmm1",
      "lang": "en",
      "in_reply_to_status_id_str": "1767000000000000010",
      "in_reply_to_status_id": "1767000000000000010",
      "in_reply_to_user_id": "77001",
      "in_reply_to_user_id_str": "77001",
      "in_reply_to_screen_name": "ropewalk",
      "extended_entities": {
        "media": [
          {
            "expanded_url": "https://twitter.com/ropewalk/status/1767000000000000011/photo/1",
            "indices": [
              "0",
              "23"
            ],
            "url": "https://t.co/mmmmmmmmm1",
            "media_url": "http://pbs.twimg.com/media/GaAa1.png",
            "id_str": "501",
            "id": "501",
            "media_url_https": "https://pbs.twimg.com/media/GaAa1.png",
            "sizes": {
              "thumb": {
                "w": "150",
                "h": "150",
                "resize": "crop"
              }
            },
            "type": "photo",
            "display_url": "pic.twitter.com/x"
          },
          {
            "expanded_url": "https://twitter.com/ropewalk/status/1767000000000000011/photo/1",
            "indices": [
              "0",
              "23"
            ],
            "url": "https://t.co/mmmmmmmmm1",
            "media_url": "http://pbs.twimg.com/media/GaAa2.png",
            "id_str": "502",
            "id": "502",
            "media_url_https": "https://pbs.twimg.com/media/GaAa2.png",
            "sizes": {
              "thumb": {
                "w": "150",
                "h": "150",
                "resize": "crop"
              }
            },
            "type": "photo",
            "display_url": "pic.twitter.com/x"
          }
        ]
      }
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000010"
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
        "23"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000010",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000010",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:05:00 +0000 2024",
      "favorited": false,
      "full_text": "How to lay a rope: one,",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000020"
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
        "25"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000020",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000020",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:06:00 +0000 2024",
      "favorited": false,
      "full_text": "@otherone canary-reply no",
      "lang": "en",
      "in_reply_to_status_id_str": "1766999999999999901",
      "in_reply_to_status_id": "1766999999999999901",
      "in_reply_to_user_id": "88",
      "in_reply_to_user_id_str": "88",
      "in_reply_to_screen_name": "otherone"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000021"
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
        "28"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000021",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000021",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:06:01 +0000 2024",
      "favorited": false,
      "full_text": "canary-selfreplybelow indeed",
      "lang": "en",
      "in_reply_to_status_id_str": "1767000000000000020",
      "in_reply_to_status_id": "1767000000000000020",
      "in_reply_to_user_id": "77001",
      "in_reply_to_user_id_str": "77001",
      "in_reply_to_screen_name": "ropewalk"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000022"
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
        "25"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000022",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000022",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:06:02 +0000 2024",
      "favorited": false,
      "full_text": "@gone canary-untied hello",
      "lang": "en",
      "in_reply_to_user_id": "89",
      "in_reply_to_user_id_str": "89",
      "in_reply_to_screen_name": "gone"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000023"
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
        "24"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000023",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000023",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:06:03 +0000 2024",
      "favorited": false,
      "full_text": "canary-belowmissing more",
      "lang": "en",
      "in_reply_to_status_id_str": "1766999999999999995",
      "in_reply_to_status_id": "1766999999999999995",
      "in_reply_to_user_id": "77001",
      "in_reply_to_user_id_str": "77001",
      "in_reply_to_screen_name": "ropewalk"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000024"
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
        "user_mentions": [
          {
            "name": "Someone",
            "screen_name": "someone",
            "indices": [
              "3",
              "11"
            ],
            "id_str": "90",
            "id": "90"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "31"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000024",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000024",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:07:00 +0000 2024",
      "favorited": false,
      "full_text": "RT @someone: canary-repost cut…",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000030"
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
        "243"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000030",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000030",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:08:00 +0000 2024",
      "favorited": false,
      "full_text": "Long: the yarn is drawn through a plate, and the yarn is drawn through a plate, and the yarn is drawn through a plate, and the yarn is drawn through a plate, and the yarn is drawn through a plate, and the yarn is drawn through a plate, and so…",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000031"
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
        "37"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000031",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000031",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:09:00 +0000 2024",
      "favorited": false,
      "full_text": "TIL\n\n🧵 the Top is a cone with grooves",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000040"
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
        "urls": [],
        "media": [
          {
            "expanded_url": "https://twitter.com/ropewalk/status/1767000000000000040/photo/1",
            "indices": [
              "0",
              "23"
            ],
            "url": "https://t.co/mmmmmmmmm2",
            "media_url": "http://pbs.twimg.com/media/reel.jpg",
            "id_str": "503",
            "id": "503",
            "media_url_https": "https://pbs.twimg.com/media/reel.jpg",
            "sizes": {
              "thumb": {
                "w": "150",
                "h": "150",
                "resize": "crop"
              }
            },
            "type": "video",
            "display_url": "pic.twitter.com/x",
            "video_info": {
              "aspect_ratio": [
                "16",
                "9"
              ],
              "duration_millis": "900",
              "variants": [
                {
                  "content_type": "application/x-mpegURL",
                  "url": "https://video.twimg.com/x/pl/reel.m3u8?tag=12"
                },
                {
                  "bitrate": "320000",
                  "content_type": "video/mp4",
                  "url": "https://video.twimg.com/x/vid/reel-low.mp4?tag=12"
                },
                {
                  "bitrate": "832000",
                  "content_type": "video/mp4",
                  "url": "https://video.twimg.com/x/vid/reel-high.mp4?tag=12"
                }
              ]
            }
          }
        ]
      },
      "display_text_range": [
        "0",
        "23"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000040",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000040",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:10:00 +0000 2024",
      "favorited": false,
      "full_text": "https://t.co/mmmmmmmmm2",
      "lang": "zxx",
      "extended_entities": {
        "media": [
          {
            "expanded_url": "https://twitter.com/ropewalk/status/1767000000000000040/photo/1",
            "indices": [
              "0",
              "23"
            ],
            "url": "https://t.co/mmmmmmmmm2",
            "media_url": "http://pbs.twimg.com/media/reel.jpg",
            "id_str": "503",
            "id": "503",
            "media_url_https": "https://pbs.twimg.com/media/reel.jpg",
            "sizes": {
              "thumb": {
                "w": "150",
                "h": "150",
                "resize": "crop"
              }
            },
            "type": "video",
            "display_url": "pic.twitter.com/x",
            "video_info": {
              "aspect_ratio": [
                "16",
                "9"
              ],
              "duration_millis": "900",
              "variants": [
                {
                  "content_type": "application/x-mpegURL",
                  "url": "https://video.twimg.com/x/pl/reel.m3u8?tag=12"
                },
                {
                  "bitrate": "320000",
                  "content_type": "video/mp4",
                  "url": "https://video.twimg.com/x/vid/reel-low.mp4?tag=12"
                },
                {
                  "bitrate": "832000",
                  "content_type": "video/mp4",
                  "url": "https://video.twimg.com/x/vid/reel-high.mp4?tag=12"
                }
              ]
            }
          }
        ]
      }
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000041"
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
        "urls": [],
        "media": [
          {
            "expanded_url": "https://twitter.com/ropewalk/status/1767000000000000041/photo/1",
            "indices": [
              "0",
              "23"
            ],
            "url": "https://t.co/mmmmmmmmm3",
            "media_url": "http://pbs.twimg.com/media/Gone.jpg",
            "id_str": "504",
            "id": "504",
            "media_url_https": "https://pbs.twimg.com/media/Gone.jpg",
            "sizes": {
              "thumb": {
                "w": "150",
                "h": "150",
                "resize": "crop"
              }
            },
            "type": "photo",
            "display_url": "pic.twitter.com/x"
          }
        ]
      },
      "display_text_range": [
        "0",
        "23"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000041",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000041",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:11:00 +0000 2024",
      "favorited": false,
      "full_text": "https://t.co/mmmmmmmmm3",
      "lang": "qme",
      "extended_entities": {
        "media": [
          {
            "expanded_url": "https://twitter.com/ropewalk/status/1767000000000000041/photo/1",
            "indices": [
              "0",
              "23"
            ],
            "url": "https://t.co/mmmmmmmmm3",
            "media_url": "http://pbs.twimg.com/media/Gone.jpg",
            "id_str": "504",
            "id": "504",
            "media_url_https": "https://pbs.twimg.com/media/Gone.jpg",
            "sizes": {
              "thumb": {
                "w": "150",
                "h": "150",
                "resize": "crop"
              }
            },
            "type": "photo",
            "display_url": "pic.twitter.com/x"
          }
        ]
      }
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000001"
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
        "23"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000001",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000001",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:01:00 +0000 2024",
      "favorited": false,
      "full_text": "Hemp again, the same id",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1767000000000000050"
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
        "urls": [
          {
            "url": "https://t.co/aaaaaaaaa2",
            "expanded_url": "https://x.com/i/article/601",
            "display_url": "x.com/i/article/601…",
            "indices": [
              "6",
              "29"
            ]
          }
        ]
      },
      "display_text_range": [
        "0",
        "29"
      ],
      "favorite_count": "3",
      "id_str": "1767000000000000050",
      "truncated": false,
      "retweet_count": "0",
      "id": "1767000000000000050",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 12 10:12:00 +0000 2024",
      "favorited": false,
      "full_text": "On X: https://t.co/aaaaaaaaa2",
      "lang": "in"
    }
  }
]
