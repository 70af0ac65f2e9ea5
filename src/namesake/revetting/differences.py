"""What a run rests on, and what has become different since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from namesake.revetting.contents import EntryDelta
from namesake.screening.policy import results_digest, results_digest_of
from namesake.values.policies import Policy
from namesake.values.populations import EnrolledSubject
from namesake.values.revets import RunRecord
from namesake.values.runs import RunContext


@dataclass(frozen=True, slots=True)
class Basis:
    """What results rest on besides lists and subjects: our release, the model, and what of the policy a match can
    depend on, the latter two by hash."""

    software: str
    model: str
    policy: str


@dataclass(frozen=True, slots=True)
class SubjectDelta:
    """Numbers of the subjects that came (or came back), changed, and were withdrawn."""

    new: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
    withdrawn: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that is not as it was at the last complete run.

    `first` says that there was none. `lost` are lists whose former version is not kept any more, so that nobody can
    say what changed in them; `dropped` are those that are not screened against any more.
    """

    first: bool = False
    software: bool = False
    model: bool = False
    policy: bool = False
    entries: EntryDelta = field(default_factory=EntryDelta)
    subjects: SubjectDelta = field(default_factory=SubjectDelta)
    lost: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def basis(self) -> bool:
        """Whether results may differ although neither lists nor subjects do."""
        return self.software or self.model or self.policy


def basis_of_run(run: RunRecord) -> Basis:
    """What a run rested on."""
    return Basis(run.begun.software, run.begun.model_hash, results_digest_of(run.policy, run.begun.policy_hash))


def basis_of_context(context: RunContext, policy: Policy) -> Basis:
    """What a run would rest on now, with the policy that holds for its population."""
    return Basis(context.software, context.model_hash, results_digest(policy))


def subject_delta(before: Mapping[int, EnrolledSubject], touched: Iterable[EnrolledSubject]) -> SubjectDelta:
    """What became of the subjects that were touched since the last run.

    `before` has those of them that were screened then, as they were. Whoever changed and changed back is the same.
    """
    new, changed, withdrawn = [], [], []
    for subject in sorted(touched, key=lambda subject: subject.number):
        former = before.get(subject.number)
        if subject.withdrawn is not None:
            withdrawn += [subject.number] if former else []
        elif former is None:
            new.append(subject.number)
        elif former.hash != subject.hash:
            changed.append(subject.number)
    return SubjectDelta(tuple(new), tuple(changed), tuple(withdrawn))
