window.YTD.article.part0 = [
  {
    "article": {
      "id": "601",
      "title": "On laying rope",
      "content": [
        {
          "text": "A rope walk is long.",
          "type": "unstyled"
        },
        {
          "text": "Tools",
          "type": "header-two"
        },
        {
          "text": "A top",
          "type": "unordered-list-item"
        },
        {
          "text": "A sledge",
          "type": "unordered-list-item",
          "inlineStyleRanges": [
            {
              "offset": "2",
              "length": "6",
              "style": "Bold"
            }
          ]
        }
      ],
      "media": []
    }
  },
  {
    "article": {
      "id": "602",
      "title": "canary-draftarticle",
      "content": [
        {
          "text": "canary-draftarticle text",
          "type": "unstyled"
        }
      ],
      "media": []
    }
  }
]
