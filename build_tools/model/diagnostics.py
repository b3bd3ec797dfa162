"""Errors as values."""

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.source import Place, Span

__all__ = ["Code", "Diagnostic", "Finding", "Severity"]


class Severity(StrEnum):
    """How much a finding weighs: errors stop a build, warnings do so under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(StrEnum):
    """Every code that a run can report.

    Each has a module of the same name in ``stages.rules``, whose docstring is its manual page.
    """

    # files
    NOT_UTF8 = "not-utf8"
    UNREADABLE_FILE = "unreadable-file"
    EMPTY_FILE = "empty-file"
    NOT_A_MAPPING = "not-a-mapping"
    SEVERAL_DOCUMENTS = "several-documents"
    YAML_SYNTAX = "yaml-syntax"
    JSON_SYNTAX = "json-syntax"
    TAB_INDENTATION = "tab-indentation"
    DUPLICATE_KEY = "duplicate-key"
    ANCHOR_OR_ALIAS = "anchor-or-alias"
    TAG = "tag"
    FILE_TOO_LARGE = "file-too-large"
    NESTING_TOO_DEEP = "nesting-too-deep"
    CONTROL_CHARACTER = "control-character"
    # structure
    UNKNOWN_KEY = "unknown-key"
    WRONG_TYPE = "wrong-type"
    MISSING_KEY = "missing-key"
    EMPTY_VALUE = "empty-value"
    INVALID_ID = "invalid-id"
    DUPLICATE_ID = "duplicate-id"
    MISSING_FILE = "missing-file"
    MISPLACED_FILE = "misplaced-file"
    UNREAD_FILE = "unread-file"
    NO_ENTRIES = "no-entries"
    # names
    UNKNOWN_TOPIC = "unknown-topic"
    UNKNOWN_KIND = "unknown-kind"
    UNKNOWN_RELATION = "unknown-relation"
    UNKNOWN_REFERENCE = "unknown-reference"
    UNKNOWN_TARGET = "unknown-target"
    UNKNOWN_WIKI_LINK = "unknown-wiki-link"
    UNKNOWN_CITATION = "unknown-citation"
    UNKNOWN_REPLACEMENT = "unknown-replacement"
    REPLACEMENT_CYCLE = "replacement-cycle"
    UNKNOWN_ENTRY = "unknown-entry"
    # text
    UNTERMINATED_WIKI_LINK = "unterminated-wiki-link"
    EMPTY_WIKI_LINK = "empty-wiki-link"
    RAW_HTML = "raw-html"
    UNSAFE_URL = "unsafe-url"
    REMOTE_IMAGE = "remote-image"
    MARKUP_IN_LABEL = "markup-in-label"
    INVISIBLE_CHARACTER = "invisible-character"
    # identity
    LABEL_CONFLICT = "label-conflict"
    ALIAS_REPEATS_TERM = "alias-repeats-term"
    FORMER_ID_IN_USE = "former-id-in-use"
    FORMER_ID_CLAIMED_TWICE = "former-id-claimed-twice"
    DEPRECATED_WITHOUT_REPLACEMENT = "deprecated-without-replacement"
    # links
    SELF_LINK = "self-link"
    DUPLICATE_LINK = "duplicate-link"
    LINK_STATED_TWICE = "link-stated-twice"
    CONFLICTING_RELATIONS = "conflicting-relations"
    RELATION_CYCLE = "relation-cycle"
    REDUNDANT_LINK = "redundant-link"
    LINK_TO_DEPRECATED = "link-to-deprecated"
    LINK_WITHOUT_REASON = "link-without-reason"
    # quality
    DEFINITION_REPEATS_TERM = "definition-repeats-term"
    CIRCULAR_DEFINITION = "circular-definition"
    DEFINITION_TOO_LONG = "definition-too-long"
    DEFINITION_TOO_SHORT = "definition-too-short"
    NO_SOURCE = "no-source"
    REVIEWED_IN_FUTURE = "reviewed-in-future"
    REVIEW_OVERDUE = "review-overdue"
    UNLINKED_ENTRY = "unlinked-entry"
    UNUSED_REFERENCE = "unused-reference"
    REFERENCE_INCOMPLETE = "reference-incomplete"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to report, before its line and column are known."""

    code: Code
    severity: Severity
    where: Place | tuple[str, Span]
    """A value in a file, or a file's path with a ready span (for text that never parsed)."""
    message: str
    """What is wrong, in one sentence without a full stop."""
    hint: str
    """What to do, or ``""``."""

    @property
    def path(self) -> str:
        """The file that the finding lies in."""
        return self.where.path if isinstance(self.where, Place) else self.where[0]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with its exact place, ready to be shown."""

    code: Code
    severity: Severity
    path: str
    span: Span
    message: str
    hint: str

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The order of reports: path, line, column, code (and message, to break ties)."""
        return (self.path, self.span.line, self.span.column, self.code.value, self.message)
