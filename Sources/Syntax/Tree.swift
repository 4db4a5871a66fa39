/// A name and where it stands.
public struct Identifier: Hashable, Sendable {
  public var name: String
  public var span: Span
  public init(_ name: String, _ span: Span) {
    self.name = name
    self.span = span
  }
}

public enum UnaryOperator: String, Sendable {
  case plus = "+"
  case minus = "-"
  case invert = "~"
}

public enum BinaryOperator: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case remainder = "%"
  case power = "**"
  case matrixMultiply = "@"
  case bitAnd = "&"
  case bitOr = "|"
  case bitXor = "^"
  case shiftLeft = "<<"
  case shiftRight = ">>"
}

public enum ComparisonOperator: String, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessEqual = "<="
  case greater = ">"
  case greaterEqual = ">="
  case isSame = "is"
  case isNotSame = "is not"
  case isIn = "in"
  case isNotIn = "not in"
}

public enum BooleanOperator: String, Sendable { case and, or }

/// An expression. Every case carries the span of the whole expression last.
public indirect enum Expression: Sendable {
  case none(Span)
  case bool(Bool, Span)
  /// `...`
  case ellipsis(Span)
  case integer(Int, Span)
  case float(Double, Span)
  /// A string literal, escapes resolved, adjacent literals joined.
  case string(String, Span)
  /// An f-string.
  case formatted([FormattedPiece], Span)
  case name(Identifier)
  case list([Expression], Span)
  case tuple([Expression], Span)
  case dictionary([DictionaryItem], Span)
  case unary(UnaryOperator, Expression, Span)
  case not(Expression, Span)
  /// `operator` is where the operator itself stands.
  case binary(BinaryOperator, Expression, Expression, operator: Span, Span)
  /// A chain: `a < b <= c` is first a, then (<, b), (<=, c).
  case comparison(first: Expression, rest: [ComparisonLink], Span)
  case boolean(BooleanOperator, [Expression], Span)
  /// `body if test else otherwise`
  case conditional(test: Expression, body: Expression, otherwise: Expression, Span)
  case call(Expression, [Argument], Span)
  case attribute(Expression, Identifier, Span)
  /// `value[index]`; `a[1, 2]` has a tuple as index, and slices may stand in it.
  case subscripted(Expression, index: Expression, Span)
  /// `start:stop:step`, only inside a subscript.
  case slice(start: Expression?, stop: Expression?, step: Expression?, Span)
  case lambda(Parameters, body: Expression, Span)
  case comprehension(Comprehension, Span)
  /// `leaky_relu'(Z1, alpha=0.3)`: the derivative of a named activation, with the arguments of a call.
  case derivative(Identifier, [Argument], Span)
  /// `*value` in a list, a tuple or an assignment target.
  case starred(Expression, Span)
}

public struct DictionaryItem: Sendable {
  /// nil for `**mapping`.
  public var key: Expression?
  public var value: Expression
  public init(key: Expression?, value: Expression) {
    self.key = key
    self.value = value
  }
}

public struct ComparisonLink: Sendable {
  public var `operator`: ComparisonOperator
  public var operatorSpan: Span
  public var operand: Expression
  public init(_ op: ComparisonOperator, _ operatorSpan: Span, _ operand: Expression) {
    self.operator = op
    self.operatorSpan = operatorSpan
    self.operand = operand
  }
}

/// A piece of an f-string.
public enum FormattedPiece: Sendable {
  case text(String)
  /// `{value!r:format}`. `source` is set for `{value=}`: the text up to and with the `=`, as typed.
  case value(Expression, source: String?, conversion: Conversion?, format: [FormattedPiece]?)
  public enum Conversion: String, Sendable { case str = "s", repr = "r", ascii = "a" }
}

public enum Argument: Sendable {
  case positional(Expression)
  case keyword(Identifier, Expression)
  /// `*values`
  case spread(Expression)
  /// `**mapping`
  case keywordSpread(Expression)
}

public struct Comprehension: Sendable {
  public enum Kind: Sendable { case list, dictionary, generator }
  public struct Clause: Sendable {
    public var target: Expression
    public var iterable: Expression
    public var conditions: [Expression]
    public init(target: Expression, iterable: Expression, conditions: [Expression]) {
      self.target = target
      self.iterable = iterable
      self.conditions = conditions
    }
  }
  public var kind: Kind
  /// The key, for a dictionary.
  public var key: Expression?
  public var element: Expression
  public var clauses: [Clause]
  public init(kind: Kind, key: Expression?, element: Expression, clauses: [Clause]) {
    self.kind = kind
    self.key = key
    self.element = element
    self.clauses = clauses
  }
}

/// The parameters of a `def` or a `lambda`.
public struct Parameters: Sendable {
  public struct Parameter: Sendable {
    public enum Kind: Sendable {
      case plain
      /// `*args`
      case variadic
      /// `**kwargs`
      case keywordVariadic
      /// After `*` or `*args`.
      case keywordOnly
    }
    public var name: Identifier
    public var annotation: Expression?
    public var defaultValue: Expression?
    public var kind: Kind
    public init(name: Identifier, annotation: Expression? = nil, defaultValue: Expression?, kind: Kind) {
      self.name = name
      self.annotation = annotation
      self.defaultValue = defaultValue
      self.kind = kind
    }
  }
  public var items: [Parameter]
  public init(_ items: [Parameter]) { self.items = items }
}

/// A statement.
public indirect enum Statement: Sendable {
  case expression(Expression, Span)
  /// `a = b = value`: targets from left to right. A target is a name, attribute, subscript, tuple, list or starred.
  case assign(targets: [Expression], value: Expression, Span)
  /// `x: float = 1`, `x: float`
  case annotated(target: Expression, annotation: Expression, value: Expression?, Span)
  case augmentedAssign(BinaryOperator, target: Expression, value: Expression, operator: Span, Span)
  /// `if`, its `elif`s, and the `else` (empty if there is none).
  case ifElse([(test: Expression, body: [Statement])], otherwise: [Statement], Span)
  case forIn(target: Expression, iterable: Expression, body: [Statement], otherwise: [Statement], Span)
  case whileLoop(test: Expression, body: [Statement], otherwise: [Statement], Span)
  case breakLoop(Span)
  case continueLoop(Span)
  case pass(Span)
  case define(FunctionDefinition, Span)
  case returnValue(Expression?, Span)
  case global([Identifier], Span)
  case nonlocal([Identifier], Span)
  case delete([Expression], Span)
  case assert(Expression, message: Expression?, Span)
  /// `import a.b as c`: path `a.b`, alias `c`.
  case importModule([ImportItem], Span)
  /// `from a.b import c as d, e`
  case importNames(module: Identifier, names: [ImportItem], Span)
  case command(CommandCall)
  /// A line that is the command if its word is unbound when it runs, else Python: `step`, `loss - 1`, `data [0]`.
  case commandUnlessBound(word: Identifier, CommandCall, python: Statement, Span)
}

public struct ImportItem: Sendable {
  public var name: Identifier
  public var alias: Identifier?
  public init(name: Identifier, alias: Identifier?) {
    self.name = name
    self.alias = alias
  }
}

public final class FunctionDefinition: Sendable {
  public let name: Identifier
  public let parameters: Parameters
  /// `-> float`
  public let resultAnnotation: Expression?
  public let docstring: String?
  public let body: [Statement]
  public init(
    name: Identifier, parameters: Parameters, resultAnnotation: Expression? = nil, docstring: String?, body: [Statement]
  ) {
    self.name = name
    self.parameters = parameters
    self.resultAnnotation = resultAnnotation
    self.docstring = docstring
    self.body = body
  }
}

/// One whole top-level statement (or one of several on a line, `a = 1; b`).
public struct TopLevelStatement: Sendable {
  public var statement: Statement
  /// From the first to the last character, without a closing `;`.
  public var span: Span
  /// Ended by `;`: it neither echoes nor reports.
  public var isSilent: Bool
  public init(_ statement: Statement, span: Span, isSilent: Bool) {
    self.statement = statement
    self.span = span
    self.isSilent = isSilent
  }
}

// MARK: - Commands

/// A command as it stands on a line, its arguments already sorted by the command's grammar.
public struct CommandCall: Sendable {
  public var word: Identifier
  /// Positional arguments in order, then options in the order given.
  public var arguments: [CommandArgument]
  public var span: Span
  public init(word: Identifier, arguments: [CommandArgument], span: Span) {
    self.word = word
    self.arguments = arguments
    self.span = span
  }
}

public struct CommandArgument: Sendable {
  /// The parameter's name as the grammar declares it.
  public var parameter: String
  public var value: Value
  public var span: Span

  public enum Value: Sendable {
    case expression(Expression)
    /// A word, name, file or rest of line: the text as it stands (a quoted file without its quotes).
    case text(String)
    /// `time LINE`: statements to run.
    case statement(Statement)
    /// `check NAME = EXPRESSION`
    case equation(Identifier, Expression)
    /// `explain dW1[0, 3]`: a name and its subscript, not evaluated as a whole.
    case reference(Identifier, subscript: Expression?)
    /// `2 -> 10 relu -> 1 sigmoid`: a chain of stages separated by `->` or `→`; each stage is words and expressions.
    case chain([[CommandArgument.Piece]])
  }
  public enum Piece: Sendable {
    case expression(Expression)
    case word(Identifier)
    /// `alpha=0.5`
    case option(Identifier, Expression)
  }
  public init(parameter: String, value: Value, span: Span) {
    self.parameter = parameter
    self.value = value
    self.span = span
  }
}

/// What the parser must know of a command to sort its arguments. The interpreter's catalog of commands provides it.
public struct CommandGrammar: Sendable {
  public struct Parameter: Sendable {
    public enum Kind: Sendable, Equatable {
      /// The longest expression that fits.
      case expression
      /// One of the declared words as it stands; if the text is none of them, an expression when `elseExpression`, else an error
      /// with a suggestion. An empty list means any word.
      case word([String], elseExpression: Bool)
      /// Names as they stand, strings or numbers: one, several with commas between, or a list; any other expression is evaluated.
      case words
      /// A name as it stands (letters, digits, `_`).
      case name
      /// A path: quoted, or up to the next space.
      case file
      /// `"iris.csv"` in quotes, or one of these words.
      case wordOrFile([String])
      case restOfLine
      case statement
      case equation
      case reference
      case chain
    }
    public enum Position: Sendable, Equatable {
      case positional
      /// `name=value`
      case option
      /// `to VALUE`: introduced by its bare name.
      case keyword
      /// Takes all remaining positional arguments.
      case repeated
    }
    public var name: String
    public var kind: Kind
    public var position: Position
    /// Whether the line is an error without it.
    public var isRequired: Bool
    /// What other libraries call an option.
    public static let synonyms = ["learning_rate": "lr"]
    public func isCalled(_ word: String) -> Bool { name == word || Self.synonyms[word] == name }
    public init(_ name: String, _ kind: Kind, _ position: Position = .positional, isRequired: Bool = false) {
      self.name = name
      self.kind = kind
      self.position = position
      self.isRequired = isRequired
    }
  }
  public var name: String
  public var parameters: [Parameter]
  public init(_ name: String, _ parameters: [Parameter]) {
    self.name = name
    self.parameters = parameters
  }
}
