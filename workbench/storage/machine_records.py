"""All that machines have found in one file, as one thing to hand about."""

from workbench.storage.blob_records import BlobRecords
from workbench.storage.capture_records import CaptureRecords
from workbench.storage.home_visit_records import HomeVisitRecords
from workbench.storage.link_records import LinkRecords
from workbench.storage.outcome_records import OutcomeRecords
from workbench.storage.page_asset_records import PageAssetRecords
from workbench.storage.proposal_records import ProposalRecords
from workbench.storage.recheck_records import RecheckRecords
from workbench.storage.run_records import RunRecords
from workbench.storage.workspace_database import WorkspaceDatabase


class MachineRecords:
    def __init__(self, database: WorkspaceDatabase, *, device: str) -> None:
        self.database = database
        self.runs = RunRecords(database, device=device)
        self.outcomes = OutcomeRecords(database, self.runs)
        self.proposals = ProposalRecords(database, self.runs, self.outcomes)
        self.links = LinkRecords(database, self.runs)
        self.rechecks = RecheckRecords(
            database, runs=self.runs, links=self.links, outcomes=self.outcomes, proposals=self.proposals
        )
        self.home_visits = HomeVisitRecords(database, device=device)
        self.blobs = BlobRecords(database)
        self.captures = CaptureRecords(database, self.runs, self.blobs)
        self.assets = PageAssetRecords(database, self.captures)
