"""``vlechtwerk rules``: the rules of the register, as a list or one of them in full."""

import argparse
import json
from collections.abc import Iterator, Sequence
from inspect import getdoc
from typing import Any

from vlechtwerk.cli.arguments import add_language, translator
from vlechtwerk.cli.jsonout import source_data
from vlechtwerk.cli.loading import fault_text
from vlechtwerk.cli.output import refuse, wrapped, write_lines
from vlechtwerk.cli.sheet import word
from vlechtwerk.rules.casefile.faults import unknown
from vlechtwerk.rules.catalogue import PROCEDURES, all_rules
from vlechtwerk.rules.kernel import Rule, Shape
from vlechtwerk.texts import Translator
from vlechtwerk.texts.labels import Kind, sentence

NO_RULE = "there is no rule {value}"
SHAPES = {
    Shape.DEADLINE: "deadline",
    Shape.GATE: "condition of an event",
    Shape.AUTOMATIC: "change that comes by itself",
    Shape.REQUIREMENT: "requirement",
    Shape.AMOUNT: "amount",
}
INDENT = "    "


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    parser = commands.add_parser("rules", help="list the rules, or tell one of them in full")
    parser.add_argument("id", nargs="?", metavar="ID", help="the id of a rule, such as AT-059")
    parser.add_argument("--procedure", choices=tuple(PROCEDURES), help="only the rules of this procedure")
    parser.add_argument("--json", action="store_true", help="print one JSON object per rule")
    add_language(parser)


def run(args: argparse.Namespace) -> int:
    """Print the rules; exit status 2 when there is no rule with the id that was asked."""
    say = translator(args)
    rules = _of_procedure(args.procedure)
    chosen = [rule for rule in rules if args.id is None or rule.id == args.id.upper()]
    if not chosen:
        known = tuple(dict.fromkeys(rule.id for rule in rules))
        fault = unknown("", NO_RULE, args.id, known)
        return refuse(f"vlechtwerk rules: {fault_text(fault, say).partition(';')[0]}")
    if args.json:
        return write_lines((json.dumps(_data(rule, say), ensure_ascii=False) for rule in chosen), utf_8=True)
    return write_lines(_listed(chosen, say) if args.id is None else _in_full(chosen, say))


def _of_procedure(name: str | None) -> tuple[Rule, ...]:
    if name is None:
        return all_rules()
    return tuple(sorted(PROCEDURES[name].book, key=lambda rule: rule.id))


def _listed(rules: Sequence[Rule], say: Translator) -> Iterator[str]:
    """Each rule in two lines: id, force and source, and the norm below it."""
    for rule in rules:
        yield from wrapped(_heading(rule, say))
        yield from wrapped(say(rule.norm), INDENT)


def _heading(rule: Rule, say: Translator) -> str:
    source = f"{rule.source.document.short}, {rule.source.section}"
    return f"{rule.id}  {word(rule.force, say, Kind.FORCE)}  {source}"


def _in_full(rules: Sequence[Rule], say: Translator) -> Iterator[str]:
    """Each function that carries the id: its norm, what kind of rule it is, whom and what it concerns, and how it is read."""
    for number, rule in enumerate(rules):
        if number:
            yield ""
        yield from wrapped(_heading(rule, say))
        yield from wrapped(say(rule.norm), INDENT)
        for text in _particulars(rule, say):
            yield from wrapped(text, f"{INDENT}- ", f"{INDENT}  ")
        for paragraph in _reading(rule):
            yield ""
            yield from wrapped(paragraph, INDENT)


def _particulars(rule: Rule, say: Translator) -> Iterator[str]:
    yield sentence(say(SHAPES[rule.shape]))
    if rule.what:
        yield f"{sentence(word(rule.what, say, Kind.OBLIGATION, Kind.DATE))} ({rule.what})"
    if rule.owner:
        yield say("Who: {owner}.").format(owner=word(rule.owner, say, Kind.ROLE))
    if rule.signal:
        yield say("A signal only: the source gives no term.")
    if rule.refuses:
        names = {kind: name for procedure in PROCEDURES.values() for kind, name in procedure.names.items()}
        events = ", ".join(word(names[kind], say, Kind.EVENT) for kind in rule.refuses)
        yield say("Guards: {events}.").format(events=events)
    for text in rule.points.values():
        yield say(text)


def _reading(rule: Rule) -> list[str]:
    """What is told below the norm: contradictions in the source and the reading that is built (in English)."""
    paragraphs = (getdoc(rule.function) or "").split("\n\n")[1:]
    return [" ".join(paragraph.split()) for paragraph in paragraphs]


def _data(rule: Rule, say: Translator) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "shape": rule.shape.value,
        "force": rule.force.value,
        "norm": say(rule.norm),
        "what": rule.what or None,
        "owner": rule.owner.value if rule.owner else None,
        "source": source_data(rule),
        "points": [say(text) for text in rule.points.values()],
        "reading": _reading(rule),
    }
