"""Reading the fields of a raw mapping, gathering every complaint on the way."""

import re
from collections.abc import Iterable
from datetime import date

from build_tools.model.diagnostics import Finding
from build_tools.model.source import Place, Pointer
from build_tools.stages.rules import empty_value, missing_key, unknown_key, wrong_type
from build_tools.stages.yaml.document import NULL, RawMapping, RawScalar, RawValue, kind_of

__all__ = ["Fields"]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


class Fields:
    """One mapping of a document and the findings about it.

    Each method takes a key out of the mapping and returns its value if it is what is wanted, or a
    stand-in with a finding. ``null`` and a missing key are the same.
    """

    def __init__(
        self, path: str, mapping: RawMapping, pointer: Pointer, findings: list[Finding]
    ) -> None:
        self.path = path
        self.pointer = pointer
        self._mapping = mapping
        self._findings = findings

    def place(self, key: str | None = None, *, at_key: bool = False) -> Place:
        """The place of a field, or of the mapping itself."""
        if key is None:
            return Place(self.path, self.pointer)
        return Place(self.path, (*self.pointer, key), "key" if at_key else "value")

    def report(self, finding: Finding) -> None:
        """Add a finding of the caller's."""
        self._findings.append(finding)

    def report_if(self, finding: Finding | None) -> None:
        """Add a finding of the caller's, if there is one."""
        if finding:
            self._findings.append(finding)

    def check_keys(
        self, keys: tuple[str, ...], known: frozenset[str], required: Iterable[str]
    ) -> RawMapping:
        """Report keys that nobody knows and keys that must be there; the mapping, to look at.

        Args:
            keys: all that mean something, in the order in which messages list them.
            known: the same.
            required: those that must be there.
        """
        if not self._mapping.keys() <= known:
            for key in self._mapping:
                if key not in known:
                    place = self.place(key, at_key=True)
                    self._findings.append(unknown_key.finding(place, key, keys))
        for key in required:
            if self._get(key) is None:
                self._findings.append(missing_key.finding(self.place(), key))
        return self._mapping

    def raw(self, key: str) -> "RawValue | None":
        """A value as it was read."""
        return self._mapping.get(key)

    def text(self, key: str) -> str | None:
        """Text that is not blank."""
        value = self._mapping.get(key)
        if value is None:  # half of all look-ups end here
            return None
        if isinstance(value, str):
            text = value.rstrip()
            if text:
                return text
        return self._as_text(self._get(key), key, (*self.pointer, key))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; blanks and values of other types are left out."""
        if key not in self._mapping:  # nearly all look-ups end here
            return ()
        items = self._as_list(key, "a list of texts")
        read = (
            self._as_text(item, key, (*self.pointer, key, index))
            for index, item in enumerate(items)
        )
        return tuple(item for item in read if item is not None)

    def numbered(self, key: str, texts: tuple[str, ...]) -> Iterable[tuple[int, str]]:
        """The ``texts`` of a list, each with its place there, blanks and other values counted."""
        items = self._mapping.get(key)
        if not isinstance(items, tuple) or len(items) == len(texts):  # nearly always
            return enumerate(texts)
        kept = (at for at, item in enumerate(items) if isinstance(item, str) and item.strip())
        return zip(kept, texts, strict=True)

    def mappings(self, key: str) -> tuple["Fields", ...]:
        """A list of mappings."""
        found = []
        for index, item in enumerate(self._as_list(key, "a list of mappings")):
            pointer = (*self.pointer, key, index)
            if isinstance(item, dict):
                found.append(Fields(self.path, item, pointer, self._findings))
            else:
                self._wrong(pointer, key, "a mapping", item)
        return tuple(found)

    def mapping(self, key: str) -> "Fields | None":
        """A mapping."""
        value = self._get(key)
        if isinstance(value, dict):
            return Fields(self.path, value, (*self.pointer, key), self._findings)
        if value is not None:
            self._wrong((*self.pointer, key), key, "a mapping", value)
        return None

    def date(self, key: str) -> date | None:
        """A calendar date, ``2026-11-23``."""
        value = self._get(key)
        if value is None:
            return None
        text = value.text if isinstance(value, RawScalar) else value
        if isinstance(text, str) and _DATE.match(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                pass
        found = f"'{text}'" if isinstance(text, str) else kind_of(value)
        where = self.place(key)
        self._findings.append(wrong_type.finding(where, key, "a date (YYYY-MM-DD)", found))
        return None

    def flag(self, key: str) -> bool | None:
        """``true`` or ``false``; ``None`` where it is neither."""
        value = self._get(key)
        if value is None:
            return None
        if (
            isinstance(value, RawScalar)
            and value.kind == "boolean"
            and value.text.lower() in ("true", "false")
        ):
            return value.text.lower() == "true"
        found = f"'{value.text}'" if isinstance(value, RawScalar) else kind_of(value)
        self._findings.append(wrong_type.finding(self.place(key), key, "true or false", found))
        return None

    def _get(self, key: str) -> "RawValue | None":
        value = self._mapping.get(key)
        return None if isinstance(value, RawScalar) and value.kind == NULL.kind else value

    def _as_text(self, value: "RawValue | None", key: str, pointer: Pointer) -> str | None:
        if value is None:
            return None
        if isinstance(value, str):
            if value.strip():
                return value.rstrip()  # leading white space stays: offsets count it
            self._findings.append(empty_value.finding(Place(self.path, pointer), key))
            return None
        self._wrong(pointer, key, "text", value)
        return None

    def _as_list(self, key: str, wanted: str) -> tuple[RawValue, ...]:
        value = self._get(key)
        if value is None:
            return ()
        if isinstance(value, tuple):
            return value
        self._wrong((*self.pointer, key), key, wanted, value)
        return ()

    def _wrong(self, pointer: Pointer, key: str, wanted: str, value: RawValue) -> None:
        written = value.text if isinstance(value, RawScalar) else None
        self._findings.append(
            wrong_type.finding(Place(self.path, pointer), key, wanted, kind_of(value), written)
        )
