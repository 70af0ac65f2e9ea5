"""The page on settings: environment variables and the policy file."""

from dataclasses import fields

from generating.markdown import code, sections, table
from namesake import settings
from namesake.values.cases import DecisionRules
from namesake.values.limits import MIB, NetworkLimits, UnpackLimits
from namesake.values.policies import Policy
from namesake.values.retention import Retention

_PAGE = """# Settings

## Environment

A setting that is not understood stops every command with [`settings-invalid`](errors.md); nothing is guessed."""

_POLICY = """## Policy file

A TOML file: what `--policy FILE` or `Screener.open(policy=...)` names, else `policy.toml` in the home, else the
defaults, which also hold for what is left out. `namesake policy check` says whether it is understood.
A setting that is not in this table is refused with [`policy-invalid`](errors.md), and so is any about nationality,
ethnicity, religion, gender or name culture, wherever it stands. Every result carries the SHA-256 of the policy's
meaning."""

_DECISIONS = """### Decisions

The table `[decisions]`. Kinds of decisions are `true_match`, `false_match`, `inconclusive` and `information_requested`;
how they work is told in [how to decide alerts](../how-to/decide-alerts.md)."""

_RETENTION = """### Retention

The table `[retention]`. `namesake audit retention` shows whose data are due to be destroyed, and destroys them with
`--carry-out`. A legal hold beats every period."""

_OF_RETENTION = {
    "decisions_years": (
        "`10`",
        "Years for which what decisions on a subject were about is kept, from the last.",
    ),
    "withdrawn_years": (
        "none",
        "Years after its withdrawal from which a subject is due to be destroyed; without it nobody is due unasked.",
    ),
}

_OF_DECISIONS = {
    "may": (
        "anybody",
        (
            'Who may make a decision: a table of lists of names, such as `true_match = ["ana", "ben"]`. '
            "It holds for the second person too."
        ),
    ),
    "second": ("`[]`", "The decisions that need a second person, who is never the first."),
    "days": (
        "30 for what waits",
        (
            "How many days a decision holds, or may wait, at most: a table such as `false_match = 365`. "
            "`inconclusive` and `information_requested` always have a clock."
        ),
    ),
    "owners": ("nobody", 'Who sees to what waits: a table such as `information_requested = "front desk"`.'),
    "sample": ("`0.1`", "The share of alerts decided together, at least one of them, that gets a second look."),
    "open_days": ("no clock", "How many days an alert may want a decision, or a decision a second person."),
}

_VARIABLES = {
    settings.HOME: ("the user's own data folder", "The folder that keeps list versions, indexes and unfinished runs."),
    settings.STORE: (
        "`namesake.db` in the home",
        "The database of populations: `postgresql://USER@HOST/DATABASE`, or `sqlite:////PATH/TO/FILE`.",
    ),
    settings.UNPACKED: (
        str(UnpackLimits().total // MIB),
        "The most that the files of one publication may unpack to, in MiB.",
    ),
    settings.DOWNLOADED: (str(NetworkLimits().size // MIB), "The largest file that is downloaded, in MiB."),
    settings.FRONT: (
        "0",
        (
            "1 says that whatever runs the commands has authenticated who is at work, and names them in `--by`. "
            "It must not be set where people type commands themselves."
        ),
    ),
    settings.CHECKPOINTS: (
        "none",
        (
            "Folders that checkpoints of the record are written to besides the store's own, such as a mount that "
            "whoever runs this machine cannot change afterwards; separated as in `PATH`."
        ),
    ),
    settings.CHECKPOINT_KEY: (
        "none",
        (
            "The file of the private Ed25519 key that signs checkpoints (PKCS #8 in PEM, without a password); "
            "`namesake audit key` makes one."
        ),
    ),
    settings.TIMEOUT: (str(int(NetworkLimits().total)), "The longest that one download may take, in seconds."),
}

_SETTINGS = {
    "name": "What the policy is called in results.",
    "review_from": "The score, above 0 and below 1, from which a pair is a match that a person should look at.",
    "strong_from": "The score from which a match is `strong`; not below `review_from`.",
    "lists": "The lists to screen against, by source or `source@scope`; empty means every list in force. `--lists` on "
    "the command line outweighs it.",
    "max_age_days": "The oldest version, in days, that counts as a completed control: one number for all lists, or a "
    'table by list with `"*"` for all others. Without it no list is too old; that one is stale is said all the same.',
    "reason": "Why the thresholds are what they are; `namesake evaluate threshold --write-policy` records it. It "
    "changes no result and is no part of the hash.",
    "every_days": "The clock of populations, in days: how often everybody is re-vetted against everything. It changes "
    "no result and is no part of the hash.",
    "populations": "What is otherwise for a population: a table `[populations.NAME]` with `lists`, `review_from`, "
    "`strong_from`, `max_age_days` or `every_days`. What it leaves out holds as for all. The results of a population "
    "carry the hash of what holds for it.",
    "decisions": "Who may decide on alerts, and how long decisions hold: see below. It changes no result and is no "
    "part of the hash.",
    "retention": "How long data are kept: see below. It changes no result and is no part of the hash.",
    "decided": "The day of that decision, such as `2026-04-15`. It changes no result and is no part of the hash.",
}


def page() -> str:
    """Variables and policy settings, with their defaults."""
    assert set(_SETTINGS) == {field.name for field in fields(Policy)}, "a setting of the policy is not documented"
    variables = ((code(name), default, meaning) for name, (default, meaning) in _VARIABLES.items())
    policy = Policy()
    chosen = ((code(name), code(_shown(getattr(policy, name))), meaning) for name, meaning in _SETTINGS.items())
    return sections(
        [
            _PAGE,
            table(("variable", "default", "meaning"), variables),
            _POLICY,
            table(("setting", "default", "meaning"), chosen),
            _DECISIONS,
            table(("setting", "default", "meaning"), _rules()),
            _RETENTION,
            table(("setting", "default", "meaning"), _periods()),
        ]
    )


def _rules() -> list[tuple[str, str, str]]:
    assert set(_OF_DECISIONS) == {field.name for field in fields(DecisionRules)}, "a rule of decisions is missing"
    return [(code(name), *said) for name, said in _OF_DECISIONS.items()]


def _periods() -> list[tuple[str, str, str]]:
    assert set(_OF_RETENTION) == {field.name for field in fields(Retention)}, "a retention period is missing"
    return [(code(name), *said) for name, said in _OF_RETENTION.items()]


def _shown(value: object) -> str:
    if isinstance(value, DecisionRules | Retention):
        return "{}"
    return f'"{value}"' if isinstance(value, str) else "[]" if value == () else str(value)
