"""CSV export formats, detected by their column names."""

from collections.abc import Callable

from sitegen.readers.detection.file_head import FileHead
from sitegen.readers.detection.format import GENERAL, LIKELY, Format, when


def _columns(names: str) -> Callable[[FileHead], object]:
    """Tests whether a table has all these columns, given with commas between them."""
    needed = frozenset(names.split(","))
    return lambda file: file.table is not None and needed.issubset(file.table.columns)


def _separated_by(*separators: str) -> Callable[[FileHead], object]:
    return lambda file: file.table is not None and file.table.separator in separators


_TABLE = (
    ("x-csv", "posts of an X (Twitter) archive (CSV)", _columns("tweet_id,timestamp,text")),
    ("pocket", "bookmarks from Pocket (CSV)", _columns("title,url,time_added")),
    ("raindrop", "bookmarks from Raindrop (CSV)", _columns("title,note,excerpt,url")),
    ("instapaper", "bookmarks from Instapaper (CSV)", _columns("url,title,selection,folder")),
    (
        "reader",
        "documents of Readwise Reader (CSV)",
        _columns("title,url,saved date,location"),
    ),
    ("matter", "articles saved in Matter (CSV)", _columns("title,author,publisher,url")),
    (
        "wallabag-csv",
        "articles saved in wallabag (CSV)",
        _columns("title,url,content,tags,mime type,creation date"),
    ),
    ("reddit", "posts on Reddit (CSV)", _columns("id,permalink,subreddit,title,body")),
    ("reddit-comments", "comments on Reddit (CSV)", _columns("permalink,subreddit,link,parent")),
    ("reddit-drafts", "drafts on Reddit (CSV)", _columns("title,body,kind,is_public_link")),
    (
        "writefreely-csv",
        "posts of WriteFreely or Write.as (CSV)",
        _columns("id,slug,blog,url,created,title,body"),
    ),
    ("linkedin", "posts on LinkedIn (CSV)", _columns("sharelink,sharecommentary")),
    ("linkedin-comments", "comments on LinkedIn (CSV)", _columns("date,link,message")),
    ("linkedin-reactions", "reactions on LinkedIn (CSV)", _columns("date,type,link")),
    ("discord-table", "a Discord chat (CSV)", _columns("authorid,author,date,content")),
    (
        "discourse",
        "posts on Discourse, with private and deleted ones (CSV)",
        _columns("topic_title,is_pm,url"),
    ),
    ("livejournal-csv", "a LiveJournal export (CSV)", _columns("itemid,eventtime,security")),
    ("passwords", "passwords (CSV)", _columns("username,password")),
    ("readwise", "highlights from Readwise (CSV)", _columns("highlight,book title")),
    ("substack", "the list of posts of a Substack export (CSV)", _columns("post_id,is_published")),
    ("goodreads", "books from Goodreads (CSV)", _columns("book id,title,bookshelves")),
)

TABLE_FORMATS = (
    *(Format(name, title, when(test, LIKELY)) for name, title, test in _TABLE),
    Format("csv", "a table (CSV)", when(_separated_by(","), GENERAL)),
    Format("csv-semicolon", "a table (CSV with semicolons)", when(_separated_by(";"), GENERAL)),
    Format("tsv", "a table (TSV)", when(_separated_by("\t"), GENERAL)),
    Format("table", "a table (CSV)", when(lambda file: file.table is not None, 0.4)),
)
