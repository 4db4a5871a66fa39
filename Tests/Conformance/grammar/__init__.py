"""Random programs of the NumPy subset, each a function of its seed."""
from .arrays import Arrays
from .containers import Containers
from .core import Core, TooSlow, execute
from .flow import Flow
from .indexing import Indexing
from .printing import Printing
from .scalars import Scalars
from .text import Text


class Program(Core, Arrays, Indexing, Scalars, Text, Containers, Flow, Printing):
    def statements(self):
        return [(self.assign_array, 12), (self.print_expression, 24), (self.print_reduction, 10), (self.print_array, 4), (self.assign_item, 6), (self.augmented, 4), (self.view, 4), (self.scalar_statement, 6), (self.conversion, 1), (self.string_statement, 4),
                (self.format_statement, 6), (self.list_statement, 9), (self.dict_statement, 9), (self.tuple_statement, 3), (self.array_list, 1), (self.if_statement, 3), (self.for_statement, 3), (self.while_statement, 2), (self.zip_loop, 2),
                (self.function, 5), (self.small, 4), (self.print_special, 3), (self.random_draw, 3), (self.linear, 2)]

    def build(self):
        makers, weights = zip(*self.statements())
        self.add(f"a0 = {self.literal((self.number(1, 4),), 'f')}")
        self.add(f"m0 = {self.literal((self.number(1, 3), self.number(1, 4)), self.pick('f', 'i'))}")
        for _ in range(self.number(9, 22)):
            before = self.counts.copy()
            length = len(self.lines)
            maker = self.random.choices(makers, weights)[0]
            try:
                maker()
            except TooSlow:
                raise
            except Exception:
                self.restore()
            if len(self.lines) == length:
                self.counts = before
        if self.chance(0.04):
            self.failing()
        seed = f"np.random.seed({self.number(0, 99)})\n" if "np.random" in self.text() else ""
        return "import numpy as np\n" + seed + self.text()


def generate(seed):
    """(source, constructs) of the program with this seed."""
    program = Program(seed)
    return program.build(), program.counts
