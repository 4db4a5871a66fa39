"""Makes a differing program smaller: statements are left out, then expressions give way to their parts."""
import ast
import time

from compare import same
from execute import nn_text, python_text


def verdict(source):
    """None when both agree, else the kind of difference."""
    expected = python_text(source)
    found = nn_text(source)
    if found.ending in ("crash", "hang"):
        return found.ending
    if expected.ending != found.ending:
        return f"{expected.ending} but {found.ending}"
    if not same(expected.text, found.text):
        return "text"
    return None


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


def shrink(source, seconds=20):
    kind = verdict(source)
    limit = time.time() + seconds
    if kind is None:
        return source
    improved = True
    while improved:
        improved = False
        for candidates in (without_statements, with_simpler_expressions):
            again = True
            while again and time.time() < limit:
                again = False
                for smaller in candidates(source):
                    if time.time() > limit:
                        break
                    try:
                        compile(smaller, "smaller", "exec")
                    except Exception:
                        continue
                    if len(smaller) < len(source) and verdict(smaller) == kind:
                        source = smaller
                        improved = again = True
                        break
        if time.time() > limit:
            break
    return source
