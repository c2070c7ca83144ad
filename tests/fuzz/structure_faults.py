"""Sound YAML whose keys and values are not those of the file (構造の誤り)."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

from tests.fuzz.files import Files
from tests.fuzz.yaml_tree import (
    Pairs,
    Raw,
    Spot,
    bytes_of,
    mappings,
    spots,
    tree_of,
)
from tests.hostile import ALL

_ODD: tuple[Any, ...] = (
    *("", "~", "null", "true", "no", "NaN", "inf", "-inf", "1e400", "1e-400", "-1"),
    *("0", "00", "0x10", "1_000", "１２", "3.5", "-0", "+1", "1e3", "二", " ", "\t"),
    *("99999999999999999999", "9" * 4299, "9" * 5000, "1" + "0" * 30, "0." + "1" * 500),
    *("*", "@", ":", ",", "-", "a b", "a@b", "a:b", "../../etc/passwd", "/", "\\"),
    *("=1+1", "<script>", "%s", "{x}", "{0}", "$(id)", "${HOME}", "`id`", "'", '"'),
    *("\u3000", "\u202e", "é", "\U00020bb7", "\ud800", "\udc00", "\0", "\x1b[2J"),
    *(
        "x" * 300,
        "長" * 5000,
        "a\nb",
        "a\r\nb",
        "2026-03-31",
        "令和8年3月",
        "13",
        "400",
    ),
    *(Raw("[]"), Raw("{}"), Raw("[[]]"), Raw("{a: {}}"), Raw("[~]"), Raw("")),
    *(Raw("!!binary aGVq"), Raw("!!int 3"), Raw("!x y"), Raw("*a"), Raw("&a b")),
    *(Raw("|\n        a\n        b"), Raw(">"), Raw("? a"), Raw('"\\ud83d"')),
    *(Raw('"\\x00"'), Raw('"\\x9b"'), Raw("{<<: {a: 1}}"), Raw("0o17"), Raw("0b1")),
    *(Raw("{? [a]: b}"), Raw("{a: 1, a: 2}"), Raw("12:30:45"), Raw(".5"), Raw("1.")),
    *ALL,
)


def _any(random: Random, tree: Pairs) -> Spot:
    return random.choice(list(spots(tree)))


def _mapping(random: Random, tree: Pairs) -> Pairs:
    return random.choice(list(mappings(tree)))


def drop_key(random: Random, tree: Pairs) -> None:
    """Leave out a key."""
    inside = _mapping(random, tree)
    if inside:
        del inside[random.randrange(len(inside))]


def repeat_key(random: Random, tree: Pairs) -> None:
    """Write a key a second time."""
    inside = _mapping(random, tree)
    if inside:
        inside.append(deepcopy(random.choice(inside)))


def rename_key(random: Random, tree: Pairs) -> None:
    """Write another key: misspelt, of another place, or none at all."""
    inside = _mapping(random, tree)
    if not inside:
        return
    at = random.randrange(len(inside))
    key, value = inside[at]
    others = [name for each in mappings(tree) for name, _ in each]
    new: Any = random.choice(
        (
            f"{key}s",
            str(key)[:-1],
            str(key).upper(),
            random.choice(others),
            random.choice(_ODD),
        )
    )
    inside[at] = new, value


def odd_value(random: Random, tree: Pairs) -> None:
    """Write something odd in the place of a value."""
    _any(random, tree).put(random.choice(_ODD))


def odd_leaf(random: Random, tree: Pairs) -> None:
    """Write something odd in the place of a single value."""
    leaves = [each for each in spots(tree) if isinstance(each.value, str)]
    if leaves:
        random.choice(leaves).put(random.choice(_ODD))


def swap_values(random: Random, tree: Pairs) -> None:
    """Let two values change places, whatever they are."""
    one, other = _any(random, tree), _any(random, tree)
    held, got = deepcopy(one.value), deepcopy(other.value)
    one.put(got)
    other.put(held)


def wrap(random: Random, tree: Pairs) -> None:
    """Put a value into a list or a mapping of its own."""
    spot = _any(random, tree)
    value = spot.value
    spot.put(
        random.choice(
            ([value], [[value]], [value, value], Pairs([("value", value)]), [], Pairs())
        )
    )


def unwrap(random: Random, tree: Pairs) -> None:
    """Put the first of what a list or mapping holds into its place."""
    held = [each for each in spots(tree) if isinstance(each.value, list) and each.value]
    if held:
        spot = random.choice(held)
        first = spot.value[0]
        spot.put(first[1] if isinstance(spot.value, Pairs) else first)


def nest_deep(random: Random, tree: Pairs) -> None:
    """Put a value under more brackets than anybody needs."""
    depth = random.choice((10, 44, 49, 50, 51, 200, 3000))
    open_, close = random.choice((("[", "]"), ("{a: ", "}"), ("[{a: ", "}]")))
    _any(random, tree).put(Raw(open_ * depth + close * depth))


def repeat_entry(random: Random, tree: Pairs) -> None:
    """Write an entry of a list again, once or very often."""
    lists = [
        each.value
        for each in spots(tree)
        if isinstance(each.value, list) and each.value and type(each.value) is list
    ]
    if lists:
        chosen = random.choice(lists)
        entry = random.choice(chosen)
        chosen += [deepcopy(entry) for _ in range(random.choice((1, 1, 1, 3, 120)))]


def empty_list(random: Random, tree: Pairs) -> None:
    """Leave a list or mapping empty."""
    held = [each for each in spots(tree) if isinstance(each.value, list)]
    if held:
        random.choice(held).put(random.choice(([], Pairs(), Raw(""))))


def shuffle_entries(random: Random, tree: Pairs) -> None:
    """Write keys or entries in another order."""
    held = [each.value for each in spots(tree) if isinstance(each.value, list)]
    random.shuffle(random.choice([tree, *held]))


def number(random: Random, tree: Pairs) -> None:
    """Write a number that is too large, too small or none in the place of one."""
    found = [
        each
        for each in spots(tree)
        if isinstance(each.value, str) and each.value.replace(".", "").isdecimal()
    ]
    odd = ("0", "-1", "1", "2", "12", "13", "40", "41", "120", "121", "200", "999")
    more = ("1000000", "2147483648", "1" * 20, "7" * 4301, "0.1", "0.05", "1e9", "1.0")
    for spot in random.sample(found, min(len(found), random.choice((1, 1, 3)))):
        spot.put(random.choice(odd + more))


def many_faults(random: Random, tree: Pairs) -> None:
    """Write something odd in the place of most values."""
    share = random.random()
    for spot in list(spots(tree)):
        if isinstance(spot.value, str) and random.random() < share:
            spot.put(random.choice(("?", "", "a b", "-1", Raw("[]"), Raw("{}"))))


def huge_scalar(random: Random, tree: Pairs) -> None:
    """Write a text of a hundred thousand characters in the place of a value."""
    mark = random.choice(("x", "長", "9", " a", "\\", "a\n", '"'))
    _any(random, tree).put(mark * 100_000)


KINDS: tuple[Callable[[Random, Pairs], None], ...] = (
    *(drop_key, drop_key, repeat_key, rename_key, rename_key),
    *(odd_value, odd_leaf, odd_leaf, odd_leaf, swap_values, wrap, unwrap),
    *(nest_deep, repeat_entry, repeat_entry, empty_list, shuffle_entries),
    *(number, number),
)
_RARE = (many_faults, huge_scalar)


def spoil(random: Random, files: Files) -> str:
    """Spoil the structure of one file, and return what was done."""
    names = [name for name in files if name.endswith(".yaml")]
    name = random.choice([*names, *(each for each in names if "systems" in each)])
    try:
        tree = tree_of(files[name])
    except Exception:
        # An earlier fault left nothing to read; more bytes change little.
        return f"nothing in {name}"
    kind = random.choice(_RARE) if random.random() < 0.03 else random.choice(KINDS)
    kind(random, tree)
    files[name] = bytes_of(tree, random)
    return f"{kind.__name__} in {name}"
