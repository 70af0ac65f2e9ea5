"""What a command's exit code means; the reference prints this table."""

DONE = 0
ATTENTION = 1
FAILED = 2
CLOSED = 141
"""Whoever read our output went away: what a shell reports of a program that ended on a closed pipe."""

MEANINGS: dict[str, dict[int, str]] = {
    "screen": {
        DONE: "every row was screened and there is nothing to review",
        ATTENTION: "there are matches to review",
        FAILED: "the control did not complete: a list asked for is missing or older than the policy allows, rows "
        "were skipped without --allow-skipped, or the input, the output or the command line is at fault",
    },
    "lookup": {
        DONE: "nothing to review",
        ATTENTION: "there are matches to review",
        FAILED: "the control did not complete: a list asked for is missing or older than the policy allows, or the "
        "command line is at fault",
    },
    "audit verify": {
        DONE: "the record is as it was written, and reaches as far as every checkpoint",
        ATTENTION: "nothing is wrong with what could be looked at, but something could not: there is no checkpoint, or "
        "a file of checkpoints is damaged",
        FAILED: "the record, or what it records, is not as it was written; or it could not be read",
    },
    "audit export": {DONE: "the record is written", FAILED: "the record or the output is at fault"},
    "audit checkpoint": {
        DONE: "the checkpoint is in every place",
        ATTENTION: "nothing is recorded yet, so that there is no end to note",
        FAILED: "the checkpoint is not in every place: a place, the key or the store is at fault",
    },
    "audit key": {DONE: "the key is written", FAILED: "there is a file of that name, or it cannot be written"},
    "audit retention": {
        DONE: "nobody is due, or all who are due and may be were destroyed by --carry-out",
        ATTENTION: "there are subjects whose data are due to be destroyed",
        FAILED: "the store or the policy is at fault, or not all of those who are due could be destroyed",
    },
    "cases": {
        DONE: "no alert that is listed wants a decision or a second person, and none is overdue",
        ATTENTION: "there are alerts to decide, or decisions that want a second person",
        FAILED: "an alert is overdue, or the store could not be read",
    },
    "cases import": {
        DONE: "all decisions of the file are kept, or were before",
        FAILED: "nothing was imported: the file, the population or the store is at fault",
    },
    "case show": {DONE: "done", FAILED: "there is no such alert or subject, or the store could not be read"},
    "case assign": {DONE: "done", FAILED: "nothing was changed: there is no such alert, or the store is at fault"},
    "case comment": {DONE: "done", FAILED: "nothing was noted: there is no such alert, or nothing was said"},
    "case attach": {DONE: "done", FAILED: "nothing was noted: there is no such alert, or the file cannot be read"},
    "measures": {DONE: "done", FAILED: "there is no such population, or the store could not be read"},
    "decide": {
        DONE: "all of the alerts are decided",
        ATTENTION: "all of them are decided, and some wait for a second person",
        FAILED: "nothing was decided: somebody may not, there is no reason, an alert is not known, is closed or was "
        "changed meanwhile, or the day or the store is at fault",
    },
    "second": {
        DONE: "the decision is in force, or refused",
        FAILED: "nothing was changed: somebody may not, it is the person who proposed it, or nothing waits",
    },
    "redress give": {
        DONE: "the reference is given, or was given before for the same decision",
        FAILED: "nothing was given: there is no such alert, it was not decided to be a false match, or the store is at "
        "fault",
    },
    "redress show": {
        DONE: "done",
        FAILED: "the reference is mistyped or was never given here, or the store could not be read",
    },
    "backup": {DONE: "the backup is written, and was read again", FAILED: "there is no backup: nothing was replaced"},
    "restore": {
        DONE: "everything of the backup is in place",
        FAILED: "the backup is damaged, or the home or the database holds something else",
    },
    "replay": {
        DONE: "the same was found, to the byte",
        ATTENTION: "the same was found, to the byte, of all subjects whose data were not destroyed since",
        FAILED: "something else was found, something that the run rested on is missing, or there is no such run",
    },
    "revet": {
        DONE: "every population was re-vetted; no match is new or changed, and no alert wants to be looked at again",
        ATTENTION: "there are new or changed matches, or alerts opened again, or a run was flagged",
        FAILED: "a run failed and changed nothing, a list is older than the policy allows, or --verify found a "
        "difference",
    },
    "status": {
        DONE: "no clock is overdue, and there is nothing to look at",
        ATTENTION: "something should be looked at: changes wait for the next run, a run was flagged or has not ended, "
        "a version was refused or held back, a publisher is out of reach, a list is stale, or the policy names what "
        "is not there",
        FAILED: "somebody must act: a clock is overdue, the last run of a population failed, a population was never "
        "screened or cannot be, or other matches are kept than were recorded; or the home or the store could not be "
        "read",
    },
    "watch": {
        DONE: "it was stopped by SIGTERM or Ctrl-C, whatever it had found; or all --rounds passed and nothing is new",
        ATTENTION: "in one of the --rounds there were new or changed matches, a run was flagged, or a version was "
        "refused or held back",
        FAILED: "in one of the --rounds a source could not be read, a run failed or a list was older than the policy "
        "allows; or it could not watch at all: another process does, or the settings or the policy are at fault",
    },
    "why": {
        DONE: "done",
        FAILED: "there is no such population or subject, nothing was known of it then, or the store could not be read",
    },
    "demo": {DONE: "the report is written", FAILED: "the report could not be written"},
    "enrol": {
        DONE: "every row is enrolled",
        FAILED: "rows were skipped without --allow-skipped (all others are enrolled), or nothing was changed: the "
        "input, the store or the command line is at fault",
    },
    "subjects list": {DONE: "done", FAILED: "the store could not be read"},
    "subjects show": {DONE: "done", FAILED: "there is no such population or subject, or the store could not be read"},
    "subjects export": {
        DONE: "all that is kept of the subject is written, and that it was is recorded",
        FAILED: "there is no such population or subject, or the store or the output is at fault",
    },
    "subjects withdraw": {
        DONE: "all of them are withdrawn, or were before",
        FAILED: "nobody was withdrawn: there is no such population or subject, or the store is at fault",
    },
    "subjects forget": {
        DONE: "all that is kept of them is destroyed, and that it was is recorded",
        ATTENTION: "it is destroyed, but no checkpoint of the record could be written",
        FAILED: "one of them is screened, held, to be kept or not known; those that were named before it are destroyed",
    },
    "subjects hold": {DONE: "a hold is on all of them", FAILED: "one of them is not known"},
    "subjects release": {
        DONE: "no hold is on any of them",
        FAILED: "nothing was changed for the subject that is named",
    },
    "subjects holds": {DONE: "done", FAILED: "the store could not be read"},
    "policy show": {DONE: "done", FAILED: "the policy is refused, or cannot be read"},
    "policy check": {
        DONE: "the policy is understood, and what it names is there",
        ATTENTION: "the policy is understood, but names a list or a population that is not there",
        FAILED: "the policy is refused, or cannot be read",
    },
    "evaluate deck": {
        DONE: "the deck is written",
        FAILED: "a list is missing, or the innocents or the output are at fault",
    },
    "evaluate run": {
        DONE: "the deck was screened, and every --minimum is reached",
        ATTENTION: "a --minimum is not reached, or nothing was measured that it could be held against",
        FAILED: "nothing was measured, or a list is older than the policy allows",
    },
    "evaluate threshold": {DONE: "done", FAILED: "the deck, the policy or an output is at fault"},
    "evaluate compare": {DONE: "done, whether anything changed or not", FAILED: "a set-up or the deck is at fault"},
    "model adapt": {
        DONE: "the model is kept; it is not in force until it is promoted",
        FAILED: "no model was made: the input, the name or the home is at fault",
    },
    "model list": {DONE: "done", FAILED: "a model or the record of promotions is damaged"},
    "model show": {DONE: "done", FAILED: "there is no such model, or it is damaged"},
    "model promote": {DONE: "the model is in force", FAILED: "nothing changed: the model cannot be used, or no reason"},
    "lists add": {
        DONE: "the version is kept (in force, or superseded by a later one), or was kept before",
        ATTENTION: "the version was refused or held back; the last good one stays in force; or --revet found something",
        FAILED: "nothing could be offered: a file, the home or the command line is at fault; or --revet failed",
    },
    "lists update": {
        DONE: "every list is as its publisher has it",
        ATTENTION: "at least one version was refused or held back, or --revet found something",
        FAILED: "at least one list could not be fetched or kept; the others were updated all the same; or --revet "
        "failed",
    },
    "lists status": {DONE: "done", FAILED: "the home could not be read"},
    "lists show": {DONE: "done", FAILED: "there is no such list, version or entry"},
    "lists diff": {DONE: "done, whether anything changed or not", FAILED: "there are no two such versions"},
}
"""By command, then by code."""
