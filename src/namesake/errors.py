"""Every error that Namesake raises, with a stable code and what to do next.

NamesakeError
├── ListError                    a publication cannot become a list version
│   ├── UnknownSourceError       list-source-unknown
│   ├── SourceBrokenError        list-source-broken
│   ├── PartMissingError         list-part-missing
│   ├── PartUnknownError         list-part-unknown
│   ├── EmptyPartError           list-part-empty
│   ├── MalformedError           list-malformed
│   ├── ForbiddenMarkupError     list-markup-forbidden
│   ├── OversizeError            list-oversize
│   ├── MappingError             list-mapping
│   ├── ListExtraMissingError    list-extra-missing
│   ├── VersionRefusedError      list-version-refused
│   ├── VersionHeldBackError     list-version-held-back
│   ├── VersionUnknownError      list-version-unknown
│   ├── EntryUnknownError        list-entry-unknown
│   └── DownloadError            list-download
├── InputError                   a file of subjects cannot be read
│   ├── UnreadableError          input-unreadable
│   ├── FormatUnknownError       input-format-unknown
│   ├── EmptyInputError          input-empty
│   ├── InputOversizeError       input-oversize
│   ├── UnmappedColumnsError     input-columns-unmapped
│   ├── MissingExtraError        input-extra-missing
│   └── DeckError                input-deck
├── QueryError                   query-invalid
├── PolicyError                  policy-invalid
├── ScreeningError               a screening cannot be carried out
│   ├── ListNotAvailableError    screening-list-not-available
│   ├── IndexDamagedError        screening-index-damaged
│   ├── ResumeError              screening-resume
│   └── WorkerLostError          screening-worker-lost
├── ModelError                   a model of the operator's own cannot be made or used
│   ├── ModelNameError           model-name
│   ├── ModelUnknownError        model-unknown
│   ├── ModelOutdatedError       model-outdated
│   ├── ModelDamagedError        model-damaged
│   └── PromotionError           model-promotion
├── StoreError                   the database of populations cannot be used as asked
│   ├── StoreUnusableError       store-unusable
│   ├── StoreBusyError           store-busy
│   ├── StoreLayoutError         store-layout
│   ├── StoreExtraMissingError   store-extra-missing
│   └── BackupError              store-backup
├── PopulationError              a population cannot be changed or read as asked
│   ├── PopulationNameError      population-name
│   ├── PopulationUnknownError   population-unknown
│   ├── SubjectUnknownError      population-subject-unknown
│   ├── FileIncompleteError      population-file-incomplete
│   └── ManyAbsentError          population-many-absent
├── RunError                     a run cannot begin or end as asked
│   ├── RunBusyError             run-busy
│   ├── RunEndedError            run-ended
│   ├── CanarySilentError        run-canary-silent
│   └── ListIncompleteError      run-list-incomplete
├── CaseError                    an alert cannot be decided or read as asked
│   ├── AlertUnknownError        case-alert-unknown
│   ├── AlertChangedError        case-alert-changed
│   ├── DecisionUnknownError     case-decision-unknown
│   ├── DecisionRefusedError     case-decision-refused
│   ├── DecisionReasonError      case-reason
│   ├── DecisionUntilError       case-until
│   ├── DeciderError             case-decider
│   ├── LegacyError              case-legacy
│   ├── RedressRefusedError      case-redress-refused
│   ├── RedressReferenceError    case-redress-reference
│   └── RedressUnknownError      case-redress-unknown
├── RecordError                  the record cannot be kept, verified or repeated as asked
│   ├── CheckpointError          record-checkpoint
│   ├── SigningExtraMissingError record-extra-missing
│   ├── SigningKeyError          record-key
│   ├── RunUnknownError          record-run-unknown
│   ├── SubjectScreenedError     record-subject-screened
│   ├── SubjectHeldError         record-subject-held
│   └── SubjectRetainedError     record-subject-retained
├── WatchError                   re-vetting cannot go on by itself as asked
│   ├── PeriodError              watch-period
│   └── WatchBusyError           watch-busy
├── OutputError                  output-failed
├── SettingsError                settings-invalid
├── HomeError                    home-unusable
├── StoppedError                 stopped
└── UnexpectedError              unexpected
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file: rows count from 1 as a person counts them; empty where unknown."""

    file: str = ""
    row: int | None = None
    column: str = ""

    def __str__(self) -> str:
        pieces = [self.file] if self.file else []
        if self.row is not None:
            pieces.append(f"row {self.row}")
        if self.column:
            pieces.append(f"column {self.column}")
        return ", ".join(pieces)


NOWHERE = Where()
"""The place of something that concerns no file."""


class NamesakeError(Exception):
    """An expected failure: a stable code, what happened, where, and what to do next."""

    code: ClassVar[str] = "namesake"
    hint: ClassVar[str] = ""

    def __init__(self, what: str, *, where: Where | None = None, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where or NOWHERE
        self.next_step = hint or self.hint

    def __str__(self) -> str:
        place = str(self.where)
        return f"[{self.code}] {place + ': ' if place else ''}{self.what}"


class ListError(NamesakeError):
    """A publication cannot become a list version."""

    code = "list"


class UnknownSourceError(ListError):
    """No source has this id."""

    code = "list-source-unknown"
    hint = "`namesake lists status` shows the sources that are known."


class SourceBrokenError(ListError):
    """The code that reads a source, installed from elsewhere, cannot be loaded."""

    code = "list-source-broken"
    hint = "Install the package of the source anew, or remove it."


class PartMissingError(ListError):
    """A publication consists of several files and the main one was not given."""

    code = "list-part-missing"
    hint = "Give the main file of the publication together with its side files."


class PartUnknownError(ListError):
    """A file does not look like any part of this source."""

    code = "list-part-unknown"
    hint = "Check that the file belongs to this source and is one of the formats in the reference."


class EmptyPartError(ListError):
    """A file that must have content has none."""

    code = "list-part-empty"
    hint = "The download probably failed. Fetch the file again from the publisher."


class MalformedError(ListError):
    """A file breaks the rules of its own format: damaged, cut off, or re-saved by another program."""

    code = "list-malformed"
    hint = "Fetch the file again from the publisher and do not open and save it in between."


class ForbiddenMarkupError(ListError):
    """A file declares entities or refers to outside documents, which no list has a reason to do."""

    code = "list-markup-forbidden"
    hint = "Do not use this file. Fetch it again from the publisher's own address."


class OversizeError(ListError):
    """A file or archive unpacks to more than the limit."""

    code = "list-oversize"
    hint = "If the publication really is this large, raise the limit in the settings."


class MappingError(ListError):
    """The mapping of an in-house table is incomplete or names columns that are not there."""

    code = "list-mapping"
    hint = "Correct the mapping file; the how-to on in-house lists shows a whole one."


class ListExtraMissingError(ListError):
    """The format of an in-house table needs an optional dependency that is not installed."""

    code = "list-extra-missing"
    hint = "Install it: pip install 'namesake-screening[parquet]'. Or save the table as CSV."


class VersionRefusedError(ListError):
    """A version failed the expectations of its source and did not come into force."""

    code = "list-version-refused"
    hint = 'The last good version stays in force. If this one is right, repeat with --accept "reason".'


class VersionHeldBackError(ListError):
    """A version has the date and the count of the one at hand but other content."""

    code = "list-version-held-back"
    hint = 'Compare it with the publisher\'s copy. If it is genuine, repeat with --accept "reason".'


class VersionUnknownError(ListError):
    """No such version of the list is kept."""

    code = "list-version-unknown"
    hint = "`namesake lists show SOURCE` names the versions that are kept."


class EntryUnknownError(ListError):
    """The version has no entry of this id."""

    code = "list-entry-unknown"
    hint = "Ids are the publisher's own; `namesake lookup` finds an entry by name."


class DownloadError(ListError):
    """The publisher's file could not be fetched whole."""

    code = "list-download"
    hint = "The last good version stays in force. Try again later, or add a file by hand with `lists add`."


class InputError(NamesakeError):
    """A file of subjects cannot be read."""

    code = "input"


class UnreadableError(InputError):
    """The file is missing, not a regular file, not permitted, or damaged."""

    code = "input-unreadable"
    hint = "Check the path and the permissions, and that the file opens in the program that wrote it."


class FormatUnknownError(InputError):
    """The file's format is none of those that are read."""

    code = "input-format-unknown"
    hint = "Give CSV, XLSX, Parquet, JSON Lines or FollowTheMoney."


class EmptyInputError(InputError):
    """The file has no rows."""

    code = "input-empty"
    hint = "Check that the right file or sheet was given."


class InputOversizeError(InputError):
    """The file unpacks to more than the limit."""

    code = "input-oversize"
    hint = "Split the file, or raise the limit in the settings."


class UnmappedColumnsError(InputError):
    """No column could be recognised as a name, or a mapping names a column that is not there."""

    code = "input-columns-unmapped"
    hint = "Say which column is which: --map 'Client=name' --map 'Born=birthDate'."


class MissingExtraError(InputError):
    """The format needs an optional dependency that is not installed."""

    code = "input-extra-missing"
    hint = "Install it: pip install 'namesake-screening[parquet]'."


class DeckError(InputError):
    """A test deck has a row that is no case, or lacks the column of names."""

    code = "input-deck"
    hint = "Make it with `namesake evaluate deck`, or correct the row; the how-to lists the columns."


class QueryError(NamesakeError):
    """A value of a single look-up is not understood."""

    code = "query-invalid"
    hint = "Correct the value; nothing was looked up."


class PolicyError(NamesakeError):
    """A policy says something that is not understood or not allowed."""

    code = "policy-invalid"
    hint = "Correct the policy file; the reference lists every setting."


class ScreeningError(NamesakeError):
    """A screening cannot be carried out."""

    code = "screening"


class ListNotAvailableError(ScreeningError):
    """A list that was asked for has no version in force."""

    code = "screening-list-not-available"
    hint = "Add it: namesake lists add SOURCE FILE, or namesake lists update SOURCE."


class IndexDamagedError(ScreeningError):
    """An index on disk does not hold what it declares."""

    code = "screening-index-damaged"
    hint = "Delete the folder named above; it is built again at the next run."


class ResumeError(ScreeningError):
    """An interrupted run cannot be continued because its input, lists or policy have changed."""

    code = "screening-resume"
    hint = "Run again without --resume."


class WorkerLostError(ScreeningError):
    """A process that was screening ended by itself, mostly for want of memory."""

    code = "screening-worker-lost"
    hint = "Run again with --resume, and with fewer processes: --workers 1."


class ModelError(NamesakeError):
    """A model of the operator's own cannot be made or used."""

    code = "model"


class ModelNameError(ModelError):
    """A model cannot be called so: the name is taken, reserved, or no name."""

    code = "model-name"
    hint = "Choose another name: lower-case letters, digits and hyphens, at most 40. Models are never replaced."


class ModelUnknownError(ModelError):
    """No model of this name is kept."""

    code = "model-unknown"
    hint = "`namesake model list` names the models that are kept."


class ModelOutdatedError(ModelError):
    """A model was adapted from one that this release of Namesake no longer has."""

    code = "model-outdated"
    hint = (
        "Adapt it again from the same file, under another name, and promote that; or go back: namesake model "
        'promote shipped --reason "...".'
    )


class ModelDamagedError(ModelError):
    """The files of a model, or the record of promotions, are not as they were written."""

    code = "model-damaged"
    hint = "Restore it from a copy, or adapt the model again under another name and promote that."


class PromotionError(ModelError):
    """A model cannot come into force as asked."""

    code = "model-promotion"
    hint = 'Say why, and by whom it was decided: --reason "..." --by "...".'


class StoreError(NamesakeError):
    """The database of populations cannot be used as asked."""

    code = "store"


class StoreUnusableError(StoreError):
    """The database cannot be reached or written, or is damaged; what was not confirmed did not happen."""

    code = "store-unusable"
    hint = "Check NAMESAKE_STORE, the permissions, the free space and that the server runs; then run again."


class StoreBusyError(StoreError):
    """Another process goes on writing to the database."""

    code = "store-busy"
    hint = "Wait until the other process is done, then run again."


class StoreLayoutError(StoreError):
    """The database was written by a later release of Namesake, or is none of ours."""

    code = "store-layout"
    hint = "Use the release of Namesake that wrote it, or a later one; or name another database in NAMESAKE_STORE."


class StoreExtraMissingError(StoreError):
    """The kind of database needs an optional dependency that is not installed."""

    code = "store-extra-missing"
    hint = "Install it: pip install 'namesake-screening[postgres]'."


class BackupError(StoreError):
    """A backup cannot be made or restored; what stood there before is unchanged."""

    code = "store-backup"
    hint = "A backup never replaces a file, and is restored only into a database without populations."


class PopulationError(NamesakeError):
    """A population cannot be changed or read as asked."""

    code = "population"


class PopulationNameError(PopulationError):
    """A population cannot be called so."""

    code = "population-name"
    hint = "Choose another name: lower-case letters, digits and hyphens, at most 40, a letter first."


class PopulationUnknownError(PopulationError):
    """There is no population of this name."""

    code = "population-unknown"
    hint = "`namesake subjects list` names the populations; `namesake enrol` makes one."


class SubjectUnknownError(PopulationError):
    """The population has no subject of this key."""

    code = "population-subject-unknown"
    hint = "Keys are those of the column that `enrol --key` named; nothing was changed."


class FileIncompleteError(PopulationError):
    """A file cannot stand for the whole population, because not all of its rows say whom they are about."""

    code = "population-file-incomplete"
    hint = "Correct those rows and run again, or enrol without --complete; nothing was changed."


class ManyAbsentError(PopulationError):
    """A file that is said to be complete lacks so much of the population that it may have been cut off."""

    code = "population-many-absent"
    hint = 'Look at the file; nothing was changed. If it is right, repeat with --accept "reason".'


class RunError(NamesakeError):
    """A run cannot begin or end as asked."""

    code = "run"


class RunBusyError(RunError):
    """Another process re-vets the same population."""

    code = "run-busy"
    hint = "Wait until it is done: two runs over one population at once would undo one another."


class RunEndedError(RunError):
    """A run has ended already, or never began; nothing was recorded."""

    code = "run-ended"
    hint = "Run again: another process took this run for one that was killed."


class CanarySilentError(RunError):
    """An invented subject that must match did not: something is not searched. Nothing was changed."""

    code = "run-canary-silent"
    hint = "Delete the folder `indexes` in the home and run again; the matches that stood before stand."


class ListIncompleteError(RunError):
    """An index holds another number of entries than its list has. Nothing was changed."""

    code = "run-list-incomplete"
    hint = "Delete the folder `indexes` in the home and run again; the matches that stood before stand."


class CaseError(NamesakeError):
    """An alert cannot be decided or read as asked."""

    code = "case"


class AlertUnknownError(CaseError):
    """There is no such alert, or no alert of such a subject."""

    code = "case-alert-unknown"
    hint = "`namesake cases` names the alerts; nothing was changed."


class AlertChangedError(CaseError):
    """An alert is not as it was when it was looked at: somebody decided, or a run changed it. Nothing was changed."""

    code = "case-alert-changed"
    hint = "Look at it again with `namesake case show`, and decide on what it says now."


class DecisionUnknownError(CaseError):
    """There is no such decision."""

    code = "case-decision-unknown"
    hint = "`namesake case show` names the decisions on an alert; nothing was changed."


class DecisionRefusedError(CaseError):
    """An alert cannot be decided in the state that it is in. Nothing was changed."""

    code = "case-decision-refused"
    hint = "`namesake case show` says in what state it is, and why."


class DecisionReasonError(CaseError):
    """A decision has no reason, or one that is too long. Nothing was changed."""

    code = "case-reason"
    hint = 'Say in your own words why: --reason "..."; it is kept for good.'


class DecisionUntilError(CaseError):
    """A decision cannot hold until that day. Nothing was changed."""

    code = "case-until"
    hint = "Name a day that the policy allows, such as --until 2027-01-31; `namesake policy show` says which."


class DeciderError(CaseError):
    """Somebody may not decide so, or nobody is known to have decided. Nothing was changed."""

    code = "case-decider"
    hint = "The policy says who may decide what, and the second person is never the first; see `namesake policy show`."


class LegacyError(CaseError):
    """A file of decisions from another system cannot be imported. Nothing was imported."""

    code = "case-legacy"
    hint = "Correct the rows named above; the how-to on deciding alerts lists the columns."


class RedressRefusedError(CaseError):
    """No reference of redress can be given: nobody has decided that the match was false. Nothing was given."""

    code = "case-redress-refused"
    hint = "Decide the alert first, as false_match; where the policy wants two people, both of them."


class RedressReferenceError(CaseError):
    """What was given as a reference of redress is none, or is mistyped: its check character does not fit."""

    code = "case-redress-reference"
    hint = "Have it read out again: two groups of five letters and digits, such as 7K3M9-QXC2T."


class RedressUnknownError(CaseError):
    """Nobody was given such a reference of redress here, or what it rested on was destroyed."""

    code = "case-redress-unknown"
    hint = "It may be of another office or another store: ask who gave it."


class RecordError(NamesakeError):
    """The record cannot be kept, verified or repeated as asked."""

    code = "record"


class CheckpointError(RecordError):
    """A checkpoint cannot be written to one of its places, or a file of checkpoints is not there."""

    code = "record-checkpoint"
    hint = "What was recorded counts. Correct the place or NAMESAKE_CHECKPOINTS, then run `namesake audit checkpoint`."


class SigningExtraMissingError(RecordError):
    """Checkpoints are to be signed, or a signature is to be checked, and the library for it is not installed."""

    code = "record-extra-missing"
    hint = "Install it: pip install 'namesake-screening[signing]'."


class SigningKeyError(RecordError):
    """A file holds no private Ed25519 key without a password, or a new one cannot be written there."""

    code = "record-key"
    hint = "Make a key: namesake audit key FILE, where there is no such file yet; name it in NAMESAKE_CHECKPOINT_KEY."


class RunUnknownError(RecordError):
    """There is no run of that number that has ended."""

    code = "record-run-unknown"
    hint = "`namesake status` names the last runs."


class SubjectScreenedError(RecordError):
    """The data of a subject cannot be destroyed while it is screened."""

    code = "record-subject-screened"
    hint = "Withdraw it first: namesake subjects withdraw POPULATION KEY; then run `namesake revet`."


class SubjectHeldError(RecordError):
    """A legal hold is on a subject: its data must not be destroyed."""

    code = "record-subject-held"
    hint = "Where the hold has ended: namesake subjects release POPULATION KEY --reason TEXT."


class SubjectRetainedError(RecordError):
    """The data of a subject must still be kept, by the retention periods of the policy."""

    code = "record-subject-retained"
    hint = "Where the law gives this person's wish the precedence, say so: --early; it is recorded with the reason."


class WatchError(NamesakeError):
    """Re-vetting cannot go on by itself as asked."""

    code = "watch"


class PeriodError(WatchError):
    """A time between two rounds is not understood, or is too short or too long."""

    code = "watch-period"
    hint = "Write a number of minutes, hours or days, such as 30m, 2h or 1d: from one minute to 31 days."


class WatchBusyError(WatchError):
    """Another process watches over the same home or the same database."""

    code = "watch-busy"
    hint = "One is enough: stop the other one first, or leave it to it."


class OutputError(NamesakeError):
    """A result could not be written; whatever stood there before is unchanged."""

    code = "output-failed"
    hint = "Check the path, the permissions and the free space, and run again."


class HomeError(NamesakeError):
    """The folder that keeps lists and indexes cannot be used."""

    code = "home-unusable"
    hint = "Name another folder with --home or NAMESAKE_HOME."


class StoppedError(NamesakeError):
    """The work was interrupted from outside; every file is as it was before."""

    code = "stopped"
    hint = "`namesake screen` with the same input and --resume goes on where it stopped."

    def __init__(self) -> None:
        super().__init__("interrupted before it was done")


class UnexpectedError(NamesakeError):
    """Something failed in a way that nobody had thought of; what went on without it says so."""

    code = "unexpected"
    hint = "This is a fault of ours: please report it with these lines."

    @classmethod
    def of(cls, error: Exception) -> "UnexpectedError":
        """Any error in these words: its kind, what it says, and where it came up."""
        place = error.__traceback__
        while place and place.tb_next:
            place = place.tb_next
        at = f" ({place.tb_frame.f_code.co_filename.rpartition('/')[2]}, line {place.tb_lineno})" if place else ""
        return cls(f"{type(error).__name__}: {error}"[:500] + at)


class SettingsError(NamesakeError):
    """A setting in the environment says something that is not understood."""

    code = "settings-invalid"
    hint = "Correct the environment variable or unset it; the reference lists every setting."
