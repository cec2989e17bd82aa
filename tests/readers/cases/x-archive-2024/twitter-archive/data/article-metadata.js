window.YTD.article_metadata.part0 = [
  {
    "articleMetadata": {
      "id": "601",
      "authorId": "77001",
      "createdatMs": "1710238300000",
      "visibility": "Public",
      "tweetId": "1767000000000000050",
      "firstPublishedAtMs": "1710238320000",
      "lifecycleState": "Published"
    }
  },
  {
    "articleMetadata": {
      "id": "602",
      "authorId": "77001",
      "createdatMs": "1710238400000",
      "visibility": "Public",
      "lifecycleState": "Draft"
    }
  }
]
