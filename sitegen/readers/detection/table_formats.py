"""CSV export formats, detected by their column names."""

from sitegen.readers.detection.format import GENERAL, LIKELY, Format, when
from sitegen.readers.detection.text_tests import Test, columns


def _separated_by(*separators: str) -> Test:
    return lambda file: file.table is not None and file.table.separator in separators


def _starts(start: str) -> Test:
    return lambda file: file.text.startswith(start)


def _is_of_letterboxd(names: str) -> Test:
    """Tests whether a table with these columns holds addresses of Letterboxd."""
    has_columns = columns(names)
    return lambda file: has_columns(file) and "https://boxd.it/" in file.text


_TABLE = (
    ("x-csv", "posts of an X (Twitter) archive (CSV)", columns("tweet_id,timestamp,text")),
    ("pocket", "bookmarks from Pocket (CSV)", columns("title,url,time_added")),
    ("raindrop", "bookmarks from Raindrop (CSV)", columns("title,note,excerpt,url")),
    ("instapaper", "bookmarks from Instapaper (CSV)", columns("url,title,selection,folder")),
    (
        "reader",
        "documents of Readwise Reader (CSV)",
        columns("title,url,saved date,location"),
    ),
    ("matter", "articles saved in Matter (CSV)", columns("title,author,publisher,url")),
    (
        "wallabag-csv",
        "articles saved in wallabag (CSV)",
        columns("title,url,content,tags,mime type,language"),
    ),
    ("reddit", "posts on Reddit (CSV)", columns("id,permalink,subreddit,title,body")),
    ("reddit-comments", "comments on Reddit (CSV)", columns("permalink,subreddit,link,parent")),
    (
        "reddit-headers",
        "posts on Reddit without their texts, with IP addresses (CSV)",
        columns("id,permalink,ip,subreddit,gildings"),
    ),
    (
        "reddit-saved",
        "posts saved or hidden on Reddit (CSV)",
        lambda file: file.table is not None and set(file.table.columns) == {"id", "permalink"},
    ),
    ("reddit-votes", "votes on Reddit (CSV)", columns("id,permalink,direction")),
    ("reddit-drafts", "drafts on Reddit (CSV)", columns("title,body,kind,is_public_link")),
    (
        "writefreely-csv",
        "posts of WriteFreely or Write.as (CSV)",
        columns("id,slug,blog,url,created,title,body"),
    ),
    ("linkedin", "posts on LinkedIn (CSV)", columns("sharelink,sharecommentary")),
    ("linkedin-2018", "posts on LinkedIn (CSV)", columns("share link,share commentary")),
    ("linkedin-comments", "comments on LinkedIn (CSV)", columns("date,link,message")),
    ("linkedin-reactions", "reactions on LinkedIn (CSV)", columns("date,type,link")),
    ("discord-table", "a Discord chat (CSV)", columns("authorid,author,date,content")),
    (
        "discourse",
        "posts on Discourse, with private and deleted ones (CSV)",
        columns("topic_title,is_pm,url"),
    ),
    ("livejournal-csv", "a LiveJournal export (CSV)", columns("itemid,eventtime,security")),
    ("passwords", "passwords (CSV)", columns("username,password")),
    ("readwise", "highlights from Readwise (CSV)", columns("highlight,book title")),
    ("substack", "the list of posts of a Substack export (CSV)", columns("post_id,is_published")),
    ("goodreads", "reviews on Goodreads (CSV)", columns("title,bookshelves,my review")),
    ("goodreads-books", "books from Goodreads (CSV)", columns("book id,title,bookshelves")),
    (
        "storygraph",
        "reviews on The StoryGraph (CSV)",
        columns("title,authors,read status,star rating,review"),
    ),
    ("bookwyrm", "reviews on BookWyrm (CSV)", columns("title,author_text,review_content")),
    (
        "letterboxd",
        "reviews on Letterboxd (CSV)",
        columns("name,year,letterboxd uri,rating,review"),
    ),
    ("letterboxd-films", "films on Letterboxd (CSV)", columns("name,year,letterboxd uri")),
    ("letterboxd-comments", "comments on Letterboxd (CSV)", _is_of_letterboxd("date,content")),
    ("letterboxd-list", "a list on Letterboxd (CSV)", _starts("Letterboxd list export v")),
    ("toodledo", "tasks of Toodledo (CSV)", columns("task,folder,context,duedate,note")),
    ("todoist", "tasks of Todoist (CSV)", columns("type,content,priority,indent")),
    (
        "strava",
        "activities on Strava, with places (CSV)",
        columns("activity id,activity date,activity name"),
    ),
    (
        "untappd",
        "check-ins on Untappd, with places (CSV)",
        columns("beer_name,brewery_name,created_at"),
    ),
)

TABLE_FORMATS = (
    *(Format(name, title, when(test, LIKELY)) for name, title, test in _TABLE),
    Format("csv", "a table (CSV)", when(_separated_by(","), GENERAL)),
    Format("csv-semicolon", "a table (CSV with semicolons)", when(_separated_by(";"), GENERAL)),
    Format("tsv", "a table (TSV)", when(_separated_by("\t"), GENERAL)),
    Format("table", "a table (CSV)", when(lambda file: file.table is not None, 0.4)),
)
