"""The tables as peewee models: private to this folder and bound to no database.

Every query is handed to a WorkspaceDatabase explicitly. A bound model class is shared by all threads: measured, two open
workspaces bound in two threads wrote 95 of 600 rows into each other's file.
"""

from peewee import (
    AutoField,
    BlobField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
    UUIDField,
)


class Table(Model):
    class Meta:
        strict_tables = True
        legacy_table_names = False


class OriginRow(Table):
    id = AutoField()
    kind = TextField()
    campaign = TextField()
    standard = TextField()
    standard_digest = TextField()
    inspector = TextField()
    cut_from = TextField()

    class Meta:
        table_name = "origin"


class SettingRow(Table):
    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "setting"


class VersionRow(Table):
    id = AutoField()
    kind = TextField()
    record_id = UUIDField()
    subject_id = UUIDField(null=True)
    inspector = TextField()
    device = TextField()
    counter = IntegerField()
    at = TextField()
    content = TextField()
    is_deleted = IntegerField()
    why = TextField()
    digest = TextField()
    is_head = IntegerField()

    class Meta:
        table_name = "record_version"
        indexes = (
            (("record_id", "kind", "inspector", "device", "counter", "digest"), True),
            (("is_head", "kind", "subject_id"), False),
            (("subject_id", "id"), False),
        )


class RunRow(Table):
    id = AutoField()
    uid = UUIDField(unique=True)
    number = IntegerField()
    device = TextField()
    checks = TextField()
    started_at = TextField()
    ended_at = TextField(null=True)
    is_recheck = IntegerField(default=0)
    subjects = TextField(default="[]")

    class Meta:
        table_name = "run"


class VisitRow(Table):
    id = AutoField()
    run = ForeignKeyField(RunRow, index=False)
    subject_id = UUIDField(index=True)
    ended_at = TextField(null=True)

    class Meta:
        table_name = "visit"
        indexes = ((("run", "subject_id"), True),)


class OutcomeRow(Table):
    id = AutoField()
    visit = ForeignKeyField(VisitRow, index=False)
    check_id = TextField()
    target = TextField()
    state = TextField()
    reason = TextField()
    at = TextField(null=True)
    proof = TextField(default="[]")

    class Meta:
        table_name = "check_outcome"
        indexes = ((("visit", "check_id", "target"), True),)


class UrlRow(Table):
    id = AutoField()
    hash = IntegerField(index=True)
    text = TextField()

    class Meta:
        table_name = "url"


class LinkRow(Table):
    id = AutoField()
    visit = ForeignKeyField(VisitRow, index=False)
    url = ForeignKeyField(UrlRow, index=False)
    kind = TextField()
    outcome = TextField()
    status = IntegerField(null=True)
    reason = TextField()
    final_url = TextField()
    is_on_home = IntegerField()
    occurrence_count = IntegerField()
    occurrences = BlobField()
    attempts = TextField(default="")

    class Meta:
        table_name = "link_result"
        indexes = (
            (("visit", "url"), True),
            (("visit", "outcome", "status"), False),
            (("visit", "is_on_home"), False),
        )


class ProposalRow(Table):
    id = UUIDField(primary_key=True)
    subject_id = UUIDField()
    rule = TextField()
    place = TextField()
    count = IntegerField()
    excerpt = TextField()
    note = TextField()
    element = TextField()
    category = TextField()
    check_id = TextField()
    aspect = TextField()
    proof = TextField()
    at = TextField(null=True)
    visit = ForeignKeyField(VisitRow, index=False)

    class Meta:
        table_name = "proposal"
        indexes = ((("subject_id", "rule"), False),)


class SightingRow(Table):
    id = AutoField()
    proposal = ForeignKeyField(ProposalRow, index=False)
    visit = ForeignKeyField(VisitRow, index=True)

    class Meta:
        table_name = "sighting"
        indexes = ((("proposal", "visit"), True),)


class HomeVisitRow(Table):
    id = AutoField()
    subject_id = UUIDField()
    url = TextField()
    at = TextField()
    device = TextField()
    state = TextField()
    status = IntegerField(null=True)
    total_ms = IntegerField()
    reason = TextField()

    class Meta:
        table_name = "home_visit"
        indexes = ((("subject_id", "at", "device"), True),)


class BlobRow(Table):
    digest = TextField(primary_key=True)
    size = IntegerField()
    content = BlobField()

    class Meta:
        table_name = "blob"


class CaptureRow(Table):
    id = AutoField()
    subject_id = UUIDField()
    visit = ForeignKeyField(VisitRow, index=False, null=True)
    url = ForeignKeyField(UrlRow, index=False)
    final_url = TextField()
    status = IntegerField(null=True)
    headers = TextField()
    body_digest = ForeignKeyField(BlobRow, index=False, column_name="body_digest")
    at = TextField(null=True)
    is_asset = IntegerField(default=0)
    has_personal_data = IntegerField(default=0)

    class Meta:
        table_name = "capture"
        indexes = ((("subject_id", "url"), False),)


class PageAssetRow(Table):
    id = AutoField()
    page = ForeignKeyField(CaptureRow, index=False, backref="+")
    asset = ForeignKeyField(CaptureRow, index=False, backref="+")

    class Meta:
        table_name = "page_asset"
        indexes = ((("page", "asset"), True),)


class SpoolPositionRow(Table):
    spool = TextField(primary_key=True)
    position = IntegerField()

    class Meta:
        table_name = "spool_position"


TABLES = (
    OriginRow,
    SettingRow,
    VersionRow,
    RunRow,
    VisitRow,
    OutcomeRow,
    UrlRow,
    LinkRow,
    ProposalRow,
    SightingRow,
    HomeVisitRow,
    BlobRow,
    CaptureRow,
    PageAssetRow,
    SpoolPositionRow,
)
