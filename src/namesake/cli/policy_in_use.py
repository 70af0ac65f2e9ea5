"""Which policy a command works by: the one named, else that of the home, else the default one; it is said."""

from dataclasses import dataclass
from pathlib import Path

import click

from namesake.bootstrap import home_policy, read_policy, read_settings
from namesake.cli.options import home_of
from namesake.cli.rendering import visible
from namesake.screening.policy import digest
from namesake.values.policies import Policy

BUILT_IN = "the default policy"
"""What is said of a policy that stands in no file."""


@dataclass(frozen=True, slots=True)
class PolicyInUse:
    """A policy and the file that it stands in; None for the default one."""

    policy: Policy
    file: Path | None

    @property
    def said(self) -> str:
        """Which policy it is, in words."""
        if self.file is None:
            return f"{BUILT_IN}, {self.hash}"
        return f"“{self.policy.name}” of {self.file}, {self.hash}"

    @property
    def hash(self) -> str:
        """The beginning of its hash, by which it is told from others."""
        return digest(self.policy)[:12]


def in_use(given: Path | None) -> PolicyInUse:
    """The policy of a file, else that of the home, else the default one. Raises `PolicyError`."""
    file = given or home_policy(_home())
    return PolicyInUse(read_policy(file), file)


def policy_of(given: Path | None) -> Policy:
    """The same policy; where nobody named it, it is said on stderr from which file it is."""
    found = in_use(given)
    if found.file and not given:
        click.echo(visible(f"policy: {found.said}"), err=True)
    return found.policy


def _home() -> Path:
    return read_settings(home_of(click.get_current_context())).home
