"""Fields of records and keys of headers that hold a text back, whatever program wrote them."""

import csv
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml

from sitegen.readers import ReadOptions, SourceRead, read_source

Field = tuple[str, object]
Read = Callable[[Path, Sequence[Field]], SourceRead]

_HELD_BACK: Sequence[Field] = [
    *[("share", False), ("acl", ["staff"]), ("acl", {"public": False})],
    ("ACL", {"*": {"read": False}, "ann": {"read": True}}),
    ("ACL", {"*": {"write": True}, "role:editors": {"read": True}}),
    ("visibility", "private(me)"),
    *[("saveAsDraft", True), ("access_code", "lilac"), ("sort", "private message")],
    *[("not_private", False), ("visibility", 0), ("visibility_level", 10), ("locked", True)],
    *[("access level", 3), ("access-level", 10**400), ("groups", ["choir"])],
    *[("seo", {"noindex": True}), ("share", {"private": True})],
    *[("community", {"visibility": "LocalOnly"}), ("author", {"name": "Ann", "protected": True})],
    *[("permission", 600), ("meta", {"robots": "noindex, nofollow"}), ("isPubliclyVisible", "no")],
    *[("public_access", False), ("show_on_site", 0), ("is_live", False)],
    *[("embargo_until", "2999-01-01"), ("go_live_at", "2999-01-01T08:00:00Z")],
    *[("available-from", "2999-01-01"), ("publish_down", "2020-01-01")],
    *[("valid_until", "2020-01-01"), ("discarded_at", "2020-01-01 10:00:00"), ("withdrawn", True)],
    *[("needsModeration", True), ("awaiting approval", "x"), ("doNotShare", "yes")],
    *[("not_for_publication", True), ("login_required", 1), ("requires_membership", True)],
    *[("only_me", True), ("close friends only", "yes"), ("patrons_only", True)],
    *[("students_only", True), ("min_cents_pledged_to_view", 500), ("access_tiers", ["gold"])],
    *[("privacySetting", "friends"), ("who_can_see", "my family"), ("allowed_users", ["ann"])],
    *[("viewable_by", "team"), ("shared_with", "ann"), ("security_level", "confidential")],
    *[("tlp", "TLP:RED"), ("workflow_state", "Draft (v2)"), ("editorialStatus", "in review")],
    *[("approval_status", "rejected"), ("status", 0), ("status", "черновик"), ("status", "下書き")],
    *[("status", "非公開"), ("status", "kladde"), ("status", "Návrh"), ("status", "on hold")],
    *[("status", "embargoed"), ("vertraulich", "ja"), ("oculto", "sí"), ("passcode", "4711")],
    *[("isPrivatePost", True), ("ok_to_share", "no"), ("publication_consent", "n")],
    *[
        ("share_publicly", False),
        ("freigegeben", "nein"),
        ("是否公开", "否"),
        ("видимость", "скрыто"),
    ],
    *[("privacidad", "amigos"), ("nur für Mitglieder", "ja"), ("exclusive", "patrons")],
    *[("access", "only for my family"), ("access", "lift (staff-only)"), ("visibility", "private")],
    *[("availability", "internal"), ("version_state", "draft"), ("publish_status", 0)],
    *[("lifecycle", {"state": "draft"}), ("attributes", {"private": True}), ("flags", ["draft"])],
    *[("tags", ["private", "lamp"]), ("kind", "draft"), ("scheduled", "2999-01-01")],
    *[("publish", "2999-01-01"), ("hidden until", "2999-01-01"), ("not_before", "2999-01-01")],
    *[("offline_at", "2020-01-01"), ("liveAt", "2999-01-01T00:00:00Z"), ("inTrash", True)],
    *[("corbeille", "oui"), ("papierkorb", "ja"), ("ACL", {"u1": {"read": True, "write": True}})],
    *[("is_direct_message", True), ("Passwort", "4711"), ("contraseña", "4711")],
    *[("mot de passe", "4711"), ("Freigabe", "Freunde"), ("compartido con", "amigos")],
    *[("Sichtbar für", "Familie"), ("partagé avec", "ma famille"), ("caché", 1)],
    *[("En ligne", "non"), ("consent", "no"), ("Einwilligung", "nein")],
    *[("Darf veröffentlicht werden", "nein"), ("se puede publicar", "no")],
    *[("Bitte nicht veröffentlichen", "x"), ("No publicar", "x"), ("Ne pas publier", "x")],
    *[("private", "yes please"), ("share", "nobody"), ("sharing", "off")],
    *[("publicationState", "PREVIEW"), ("lifecycleState", "ACTIVE_DRAFT")],
    *[("hiddenFromFeed", True), ("taken_down", True), ("soft_deleted", True), ("del_flag", 1)],
    *[("published_yn", "N"), ("disp_flg", 0), ("secret_yn", "Y"), ("inviteOnly", True)],
    *[("targetAudience", "internal staff"), ("editorial_state", "to be edited")],
    *[("permission_given", "no"), ("gdpr_consent", "withdrawn"), ("do_not_quote", True)],
    *[("publish_timestamp", 4070908800), ("conversation_type", "direct")],
    *[("channel_type", "private"), ("flags", ["hidden"]), ("Freigabestatus", "gesperrt")],
    *[("archiviert", "ja"), ("archivé", "oui"), ("versteckt", "wahr")],
    *[("Geheimhaltung", "streng vertraulich"), ("zur Veröffentlichung", "nein")],
    *[("no público", "sí"), ("estado de publicación", "retirado"), ("autorizado", "no")],
    *[("réservé aux abonnés", "oui"), ("masqué", "vrai"), ("autorisation", "refusée")],
    *[("accès", "privé"), ("à publier", "non"), ("veröffentlichen", "nein")],
    *[("Publish on site", "No"), ("tags", ["brouillon"]), ("isPrivateAccount", True)],
    *[("is_folder_private", 1), ("date_deleted", "2020-01-01"), ("marked_as_spam", "yes")],
    *[("published_status", "N"), ("share_level", "team"), ("sharing_status", "not shared")],
    *[("approval", "pending"), ("signed_off", "no"), ("requires_purchase", "yes")],
    *[("Publikationsfreigabe", "nein"), ("Freigabe erteilt", "nein"), ("Zielgruppe", "intern")],
    *[("Löschkennzeichen", "x"), ("gesperrt bis", "2999-01-01"), ("Sichtbar bis", "2020-01-01")],
    *[("Vertraulichkeitsstufe", "hoch"), ("persönlich", "ja"), ("acceso restringido", "sí")],
    *[("pendiente", "sí"), ("aprobado", "no")],
    *[("usage interne", "oui"), ("effacé", "oui"), ("validé", "non")],
    *[("Inhalt freigegeben", "nein"), ("nur für Mitglieder sichtbar", "ja")],
    *[("contenu privé", "oui"), ("ne pas afficher", "oui"), ("visible_in_portal", False)],
    ("permissions", ['read("user:5f2")']),
    *[("members", True), ("subscribers", "yes"), ("for", "subscribers"), ("plan", "pro")],
    *[("group", "family"), ("group", "My friends and family"), ("type", "members only")],
    *[("type", "internal"), ("tags", "internal, cows"), ("level", "internal")],
    *[("nota privada", "sí"), ("private_thread", True), ("private since", "yes")],
    *[("removed_for_spam", "yes"), ("statut", "Hors ligne"), ("公開範囲", "友人まで公開")],
    *[("status", "Do not publish"), ("status", "nur Freunde"), ("state", "Rejected by Ann")],
    *[("status", "Draft (v2)"), ("stage", "Private until May"), ("note", "please keep private")],
    *[("remark", "don't publish"), ("May we publish your text?", "No"), ("Make public", "no")],
    *[("Dürfen wir den Text veröffentlichen?", "Nein"), ("Public (yes/no)", "no")],
    ("Is it private? (y/n)", "yes"),
    *[("mode", "0600"), ("perms", "-rw-rw----"), ("st_mode", 33152), ("audience_mask", 6)],
    *[("coins_to_unlock", 20), ("restricted_to_group", 14), ("guest_access", "none")],
    *[("shown_to", "my sister"), ("unpublish_reason", "outdated"), ("legal_hold", True)],
    *[("Listing", "Unlisted"), ("viewerRoles", ["member"]), ("privacyIcon", "lock")],
    *[("spam_verdict", "spam"), ("album", {"visibility": "friends"})],
    *[
        ("viewableByAll", False),
        ("teaser_only", True),
        ("user_deleted", 1),
        ("go_public_on", "2999-01-01"),
    ],
    *[("review", {"state": "CHANGES_REQUESTED"}), ("access_policy", "by request")],
    *[("rejected", True), ("taslak", "evet"), ("slettet", "ja"), ("isOffline", "yes")],
]
_SHOWN: Sequence[Field] = [
    *[("community", {"nsfw": False}), ("author", {"name": "Ann", "locked": True})],
    ("permissions", 644),
    *[("members", False), ("members", 12), ("for", "beginners"), ("plan", "A walk for everyone")],
    *[("group", "birds"), ("type", "post"), ("level", 3), ("level", "pro"), ("tags", "interns")],
    *[("share", True), ("share", "Tell your friends"), ("acl", "public-read"), ("acl", [])],
    *[("visibility", "everyone"), ("visibility_level", 20), ("groups", None), ("locked", False)],
    *[("seo", {"noindex": False, "title": "The wick"}), ("embargo_until", "2019-01-01")],
    *[("available_from", "2019-01-01"), ("valid_until", "2999-01-01"), ("show_author", False)],
    *[("comments_enabled", False), ("comment_status", "closed"), ("allowed_users", [])],
    *[("who_can_see", "Everyone"), ("permissions", {"can_edit": True})],
    *[("permissions", ["read", "edit"]), ("tiers", None), ("status", "Veröffentlicht")],
    *[("status", 1), ("state", "ME"), ("phase", "evergreen"), ("confidential", "no")],
    *[("concept", "A house of glass"), ("personal", "Written in the kitchen")],
    *[("discarded_at", None), ("group", "Community"), ("readers", 320)],
    *[("restrictions", "gluten-free"), ("cache", True), ("sunset", "2020-01-01T20:30:00")],
    *[("passcode", ""), ("access", "Open access")],
    *[("accessType", "public-access"), ("comment_state", "pending"), ("exclusive", True)],
    *[("open", False), ("opens", "2999-01-01"), ("released", "2500 copies")],
    *[("access", "Take the tram to the last stop."), ("access", "step-free")],
    *[("access", "free entry"), ("access", "open access"), ("permissions", "CC BY 4.0")],
    *[("visibility", "10 km"), ("visibility", "very poor"), ("visibility", 8000)],
    *[("audience", 120), ("audience", "families"), ("workflowState", "approved")],
    *[("permissions", "Printed with the leave of Ann Bell."), ("secret_ingredient", True)],
    *[("Public (yes/no)", "yes"), ("Do we agree to publish?", "yes"), ("Draft (y/n)", "n")],
    *[("status", "Published (draft 2)"), ("state", "North by Northwest")],
    *[("is_quote_status", False), ("retweeted_status", None)],
    *[("note", "a private eye"), ("deli", "yes"), ("viewers", "1,200")],
    *[("public_transport", False), ("show_toc", False), ("exclude_from_search", True)],
    *[("tags", ["privateer"]), ("kind", "private-eye"), ("availability", "in stock")],
    *[("hidden until", "2019-01-01"), ("publication_consent", "yes"), ("privacidad", "pública")],
    *[("email_sent", False), ("ACL", {"*": {"read": True}}), ("sharing", "on"), ("cache", 1)],
    *[("Passwort", ""), ("Sichtbar für", "alle"), ("consent", "yes"), ("no_publications", 12)],
    *[("show", "Friends"), ("nicht_mehr_neu", "ja"), ("live_blog", False), ("archive", True)],
    *[("taken", 1), ("permissions", ['read("any")', 'update("user:5f2")']), ("team_members", 1)],
    *[("hide_title", True), ("fecha_del_texto", "1")],
    *[("publication", "The Lamp"), ("is_open", False), ("review", True), ("preview", "yes")],
    *[("no_of_posts", 1), ("internal_note", "Written in the kitchen")],
    *[("website", "https://lamps.example/"), ("acceso", "metro Sol")],
    *[("private_school", "yes"), ("has_restricted_parking", True), ("private label", "yes")],
    *[("escuela privada", "sí"), ("tags", ["concept", "lamp"]), ("公開範囲", "全体に公開")],
    *[("mode", "0644"), ("mode", "dark"), ("perms", "-rw-r--r--"), ("st_mode", 33188)],
    *[("road", "private"), ("school", {"type": "private"}), ("beach", {"access": "private"})],
    *[("shown_to", "the whole world"), ("viewerRoles", ["anonymous"]), ("flags", 3), ("price", 5)],
    *[
        ("disclosure", "I paid for it myself and keep it."),
        ("deleted_at", "\\N"),
        ("synlighet", "alla"),
    ],
]


def _records(tmp_path: Path, fields: Sequence[Field]) -> SourceRead:
    path = tmp_path / "posts.json"
    records = [
        {"id": f"post-{n:08}", "body": f"canary {n}", name: value}
        for n, (name, value) in enumerate(fields)
    ]
    path.write_text(json.dumps([*records, {"body": "public"}]), "utf-8")
    return read_source(path, ReadOptions())


def _pages(tmp_path: Path, fields: Sequence[Field]) -> SourceRead:
    for n, (name, value) in enumerate(fields):
        header = yaml.safe_dump({"title": "The wick", name: value}, allow_unicode=True)
        (tmp_path / f"{n}.md").write_text(f"---\n{header}---\ncanary {n}\n", "utf-8")
    (tmp_path / "public.md").write_text("public", "utf-8")
    return read_source(tmp_path, ReadOptions())


def _table(tmp_path: Path, fields: Sequence[Field]) -> SourceRead:
    """A table with a column for each name; a list has ``|`` between its items."""
    path = tmp_path / "posts.csv"
    written = [(name, value) for name, value in fields if not isinstance(value, dict)]
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["id", "body", *dict.fromkeys(name for name, _ in written)])
        table.writeheader()
        for n, (name, value) in enumerate(written):
            cell = "|".join(value) if isinstance(value, list) else value
            table.writerow({"id": f"post-{n:08}", "body": f"canary {n}", name: cell})
        table.writerow({"body": "public"})
    return read_source(path, ReadOptions())


_READS = pytest.mark.parametrize("read", [_records, _pages, _table])


@_READS
def test_a_text_is_left_out_whatever_field_holds_it_back(tmp_path: Path, read: Read) -> None:
    texts = [document.text.strip() for document in read(tmp_path, _HELD_BACK).documents]
    assert [_HELD_BACK[int(text.split()[1])] for text in texts if text != "public"] == []
    assert texts == ["public"]


@_READS
def test_fields_that_say_nothing_on_readers_hold_no_text_back(tmp_path: Path, read: Read) -> None:
    found = read(tmp_path, _SHOWN)
    assert found.left_out == {}


def test_an_answer_is_locked_and_a_page_has_buttons_for_sharing(tmp_path: Path) -> None:
    path = tmp_path / "posts.json"
    thread = {"subreddit": "lamps", "selftext": "The wick is trimmed.", "locked": True}
    path.write_text(json.dumps([thread]), "utf-8")
    assert len(read_source(path, ReadOptions()).documents) == 1
    path = tmp_path / "wick.md"
    header = "---\nlayout: post\nshare: false\nsharing: no\naudience: [parents]\n---\n"
    path.write_text(f"{header}The wick is trimmed.\n", "utf-8")
    assert read_source(path, ReadOptions()).left_out == {}


def test_the_reason_is_what_the_field_says(tmp_path: Path) -> None:
    fields = [
        ("go_live_at", "2999-01-01"),
        ("requires_subscription", True),
        ("needs_review", True),
        ("tlp", "red"),
        ("trashed_at", "2020-01-01"),
        ("allowed_roles", ["member"]),
    ]
    assert _records(tmp_path, fields).left_out == {
        "followers only": 1,
        "paid": 1,
        "pending": 1,
        "private": 1,
        "scheduled": 1,
        "trash": 1,
    }


@pytest.mark.parametrize("value", ["Unpublished", "only me", "nur intern", "PRIVATE", "Non publié"])
def test_a_value_that_says_so_holds_a_text_back_whatever_its_field_is(
    tmp_path: Path, value: str
) -> None:
    read = _records(tmp_path, [("who", value), ("rights", "All that is private")])
    assert [document.text for document in read.documents] == ["canary 1", "public"]
    assert "“who”" in read.remarks[0]


def test_a_record_to_somebody_is_left_out_among_others(tmp_path: Path) -> None:
    others = [("note", "x")] * 6
    shown = [("to", "2024-03-01"), ("to", "/moved/here"), ("to", "everyone"), ("recipient", None)]
    read = _records(tmp_path, [*others, *shown, ("recipient", "ann"), ("to", "mum")])
    assert len(read.documents) == len(others) + len(shown) + 1
    assert "“recipient”" in str(read.remarks)


@_READS
def test_the_report_names_a_field_whose_meaning_is_unclear(tmp_path: Path, read: Read) -> None:
    unclear = [("access", "library"), ("tags", ["private", "life"]), ("draft", "2019")]
    clear = [("status", "draft"), ("private", "yes"), ("password", "4711"), ("audience", "friends")]
    found = read(tmp_path, [*unclear, *clear])
    assert sum(found.left_out.values()) == len(unclear) + len(clear)
    named = [remark.split("“")[1].split("”")[0] for remark in found.remarks]
    assert named == ([] if read is _pages else ["access", "tags", "draft"])
