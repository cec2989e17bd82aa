window.__THAR_CONFIG = {
  "userInfo": {
    "accountId": "77001",
    "userName": "ropewalk",
    "displayName": "Rope Walk"
  },
  "archiveInfo": {
    "sizeBytes": "1",
    "generationDate": "2024-04-01T00:00:00.000Z",
    "isPartialArchive": false,
    "maxPartSizeBytes": "53687091200"
  },
  "dataTypes": {
    "tweets": {
      "mediaDirectory": "data/tweets_media",
      "files": [
        {
          "fileName": "data/tweets.js",
          "globalName": "YTD.tweets.part0",
          "count": "18"
        }
      ]
    }
  }
}