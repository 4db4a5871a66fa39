"""Makes a differing program smaller: statements are left out, then expressions give way to their parts."""
import ast
import itertools
import re
import time

from compare import same
from execute import nn_text, python_text


def verdict_of(expected, found):
    """None when both agree, else the kind of difference."""
    if found.ending in ("crash", "hang"):
        return found.ending
    if expected.ending != found.ending:
        return f"{expected.ending} but {found.ending}"
    return None if same(expected.text, found.text) else f"text before {expected.ending}"


def verdict(source):
    return verdict_of(python_text(source), nn_text(source))


def blocks(tree):
    for node in ast.walk(tree):
        for field in ("body", "orelse"):
            block = getattr(node, field, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                yield node, field, block


def without_statements(source):
    tree = ast.parse(source)
    count = sum(len(block) for _, _, block in blocks(tree))
    for index in reversed(range(count)):
        tree = ast.parse(source)
        seen = 0
        for node, field, block in blocks(tree):
            if seen <= index < seen + len(block):
                statement = block.pop(index - seen)
                inner = getattr(statement, "body", None)
                if not block and not isinstance(node, ast.Module) and field == "body":
                    block.append(ast.Pass())
                yield ast.unparse(ast.fix_missing_locations(tree))
                if isinstance(inner, list):
                    block[index - seen:index - seen] = inner
                    yield ast.unparse(ast.fix_missing_locations(tree))
                break
            seen += len(block)


def parts(node):
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            yield child
        elif isinstance(child, (ast.keyword, ast.comprehension, ast.arguments)):
            yield from parts(child)


def with_simpler_expressions(source):
    def expressions(tree):
        return [n for n in ast.walk(tree) if isinstance(n, ast.expr)]
    for index in range(len(expressions(ast.parse(source)))):
        original = expressions(ast.parse(source))[index]
        choices = [("part", k) for k in range(len(list(parts(original))))]
        for field in ("args", "keywords", "elts", "values"):
            choices += [(field, k) for k in range(len(getattr(original, field, []) or []))]
        if isinstance(original, ast.Constant) and original.value not in (0, 1, True, False, None, ""):
            choices.append(("constant", 1 if isinstance(original.value, (int, float)) else ""))
        for kind, k in choices:
            tree = ast.parse(source)
            node = expressions(tree)[index]
            if kind == "part":
                new = list(parts(node))[k]
                for parent in ast.walk(tree):
                    for name, value in ast.iter_fields(parent):
                        if value is node:
                            setattr(parent, name, new)
                        elif isinstance(value, list) and any(v is node for v in value):
                            setattr(parent, name, [new if v is node else v for v in value])
            elif kind == "constant":
                node.value = k
            elif isinstance(node, ast.Dict):
                node.keys.pop(k)
                node.values.pop(k)
            else:
                getattr(node, kind).pop(k)
            try:
                yield ast.unparse(ast.fix_missing_locations(tree))
            except Exception:
                continue


def halves(source, differs):
    """Leaves out runs of whole statements, long runs first."""
    body = ast.parse(source).body
    size = len(body) // 2
    while size:
        start = len(body) - size
        while start >= 0:
            rest = body[:start] + body[start + size:]
            if differs(ast.unparse(ast.Module(rest, []))):
                body = rest
            start -= size
        size //= 2
    return ast.unparse(ast.Module(body, []))


def shrink(source, seconds=20):
    kind = verdict(source)
    limit = time.time() + seconds
    if kind is None:
        return source

    def differs(smaller):
        # Where a function or module would be printed, its address differs and hides what is looked for.
        if time.time() > limit or re.search(r"(?<!as )\bnp\b(?!\.)", smaller):
            return False
        expected = python_text(smaller, 1)
        if "TooSlow" in expected.complaint or len(expected.text) > 100_000:
            return False
        found = nn_text(smaller, 3)
        return not re.search("<(built-in|function|module|bound|class)", expected.text) and verdict_of(expected, found) == kind

    source = halves(source, differs)
    improved = True
    while improved and time.time() < limit:
        improved = False
        for candidates in (without_statements, with_simpler_expressions):
            index = 0
            while True:
                smaller = next(itertools.islice(candidates(source), index, None), None)
                if smaller is None or time.time() > limit:
                    break
                if len(smaller) < len(source) and compiles(smaller) and differs(smaller):
                    source, improved = smaller, True
                else:
                    index += 1
    return source


def compiles(source):
    try:
        compile(source, "smaller", "exec")
        return True
    except Exception:
        return False
