"""The builders that are compared, each in a module of its own."""

from tests.benchmarks.peers.base import Peer, ProjectFile
from tests.benchmarks.peers.concord import CONCORD
from tests.benchmarks.peers.hugo import HUGO
from tests.benchmarks.peers.mkdocs import MKDOCS

__all__ = ["PEERS", "Peer", "ProjectFile"]

PEERS: dict[str, Peer] = {peer.name: peer for peer in (CONCORD, MKDOCS, HUGO)}
"""Every peer by its name, in the order in which they take turns."""
