import Arrays

/// A function of `np.random`, which is also a method of `RandomState`: declared once, with the generator beside the arguments.
private struct RandomFunction: @unchecked Sendable {
  let name: String
  let parameters: String
  let summary: String
  /// The call, without what stands before it.
  let example: String
  /// The arguments start at `first`.
  let body: (RandomState, Call, _ first: Int) throws -> Value

  init(
    _ name: String, _ parameters: String, _ summary: String, _ example: String,
    _ body: @escaping (RandomState, Call, Int) throws -> Value
  ) {
    self.name = name
    self.parameters = parameters
    self.summary = summary
    self.example = example
    self.body = body
  }
}

extension NumPyNamespace {
  /// `np.random.X`.
  public static let random: [Builtin] =
    randomFunctions.map { function in
      Builtin(
        "np.random." + function.name, "\(function.name)(\(function.parameters))", function.summary,
        example: "np.random.\(function.example)"
      ) { try function.body($0.session.generator, $0, 0) }
    } + [
      Builtin(
        "np.random.RandomState", "RandomState(seed=None)", "A generator of its own.",
        example: "rng = np.random.RandomState(42)\nrng.randint(10)"
      ) { call in
        let state = RandomState()
        if call.optional(0) == nil { call.session.generator.noteUnseededDraw() }
        try seed(state, call.optional(0))
        return .generator(GeneratorObject(state))
      },
      Builtin.refused(
        "np.random.default_rng",
        "np.random.default_rng does not exist here: its generator is PCG64, nn has NumPy's legacy one",
        hint: "np.random.RandomState(42) or np.random.seed(42)"),
    ]

  /// Methods of `RandomState`.
  public static let generatorMethods: [Builtin] = randomFunctions.map { function in
    let parameters = function.parameters.isEmpty ? "self" : "self, " + function.parameters
    return Builtin(
      "RandomState." + function.name, "\(function.name)(\(parameters))", function.summary,
      example: "rng = np.random.RandomState(42)\nrng.\(function.example)"
    ) { call in
      guard case .generator(let generator) = call[0] else {
        throw Fault(.type, "\(call.builtin.name) needs a RandomState")
      }
      return try function.body(generator.state, call, 1)
    }
  }

  private static let randomFunctions: [RandomFunction] = [
    RandomFunction("seed", "seed=None", "Starts the generator anew: the same seed gives the same numbers.", "seed(42)")
    { state, call, first in
      try seed(state, call.optional(first))
      return .none
    },
    RandomFunction("rand", "*shape", "Uniform numbers from 0 to 1, in a shape given as ints.", "rand(2, 3)") {
      state, call, first in
      try drawn(try dimensions(call, first), { state.randomSample() }) { try state.randomSample($0) }
    },
    RandomFunction("randn", "*shape", "Normal numbers, in a shape given as ints.", "randn(2, 3)") {
      state, call, first in
      try drawn(try dimensions(call, first), { state.standardNormal() }) { try state.standardNormal($0) }
    },
    RandomFunction("random", "size=None", "Uniform numbers from 0 to 1.", "random((2, 3))", sample),
    RandomFunction("random_sample", "size=None", "Uniform numbers from 0 to 1.", "random_sample(3)", sample),
    RandomFunction("ranf", "size=None", "Uniform numbers from 0 to 1.", "ranf(3)", sample),
    RandomFunction("standard_normal", "size=None", "Normal numbers.", "standard_normal(3)") { state, call, first in
      try drawn(try size(call, first), { state.standardNormal() }) { try state.standardNormal($0) }
    },
    RandomFunction(
      "normal", "loc=0.0, scale=1.0, size=None", "Normal numbers around loc.", "normal(0, 0.1, size=(2, 3))"
    ) { state, call, first in
      let (loc, scale) = (try call.array(first), try call.array(first + 1))
      let shape = try size(call, first + 2)
      if loc.dimensions == 0 && scale.dimensions == 0 {
        let (mean, deviation) = (try call.double(first), try call.double(first + 1))
        return try drawn(shape, { try state.normal(mean, deviation) }) { try state.normal(mean, deviation, size: $0) }
      }
      let values = try scale.casting(to: .float64).contiguous()
      for i in 0..<values.count where values.doubles[i] < 0 {
        throw Fault(.value, "np.random.normal: scale must not be negative")
      }
      let draws = try state.standardNormal(parameterShape(shape, loc, scale))
      return .array(try NDArray.apply(.add, loc, NDArray.apply(.multiply, scale, draws)))
    },
    RandomFunction(
      "uniform", "low=0.0, high=1.0, size=None", "Uniform numbers from low to high.", "uniform(-1, 1, size=3)"
    ) { state, call, first in
      let (low, high) = (try call.array(first), try call.array(first + 1))
      let shape = try size(call, first + 2)
      if low.dimensions == 0 && high.dimensions == 0 {
        let (from, to) = (try call.double(first), try call.double(first + 1))
        return try drawn(shape, { try state.uniform(from, to) }) { try state.uniform(from, to, size: $0) }
      }
      let range = try NDArray.apply(.subtract, high.casting(to: .float64), low.casting(to: .float64))
      let draws = try state.randomSample(parameterShape(shape, low, high))
      return .array(try NDArray.apply(.add, low, NDArray.apply(.multiply, range, draws)))
    },
    RandomFunction(
      "exponential", "scale=1.0, size=None", "Exponentially distributed numbers.", "exponential(2.0, size=3)"
    ) { state, call, first in
      let scale = try call.double(first)
      return try drawn(try size(call, first + 1), { try state.exponential(scale) }) {
        try state.exponential(scale, size: $0)
      }
    },
    RandomFunction("binomial", "n, p, size=None", "How many of n trials succeed.", "binomial(10, 0.5, size=3)") {
      state, call, first in
      let (trials, p) = (try call.int(first), try call.double(first + 1))
      guard let shape = try size(call, first + 2) else { return .int(try state.binomial(trials, p)) }
      return .array(try state.binomial(trials, p, size: shape))
    },
    RandomFunction(
      "randint", "low, high=None, size=None, dtype=None",
      "Ints from low, without high; from 0, without low, if high is missing.", "randint(0, 10, size=5)"
    ) {
      state, call, first in
      var (low, high) = (0, try call.int(first))
      if call.optional(first + 1) != nil { (low, high) = (high, try call.int(first + 1)) }
      guard let shape = try size(call, first + 2) else { return .int(try state.randint(low, high)) }
      let draws = try state.randint(low, high, size: shape)
      return .array(try call.dtype(first + 3).map { try draws.casting(to: $0) } ?? draws)
    },
    RandomFunction(
      "choice", "a, size=None, replace=True, p=None",
      "Elements of a, or of range(a), drawn with or without replacement.", "choice(5, size=3, replace=False)", choose),
    RandomFunction("permutation", "x", "The ints below x, or the rows of x, in random order.", "permutation(5)") {
      state, call, first in
      if let count = call[first].asIndex { return .array(try state.permutation(count)) }
      return .array(try state.permutation(call.array(first)))
    },
    RandomFunction(
      "shuffle", "x", "Brings the rows of an array, or the items of a list, into random order, in place.",
      "shuffle([1, 2, 3])"
    ) { state, call, first in
      switch call[first] {
      case .array(let array): try state.shuffle(array)
      case .list(let list): state.shuffleIndices(list.items.count) { list.items.swapAt($0, $1) }
      default: throw Fault(.type, "\(call.builtin.name) changes an array or a list, not \(call[first].typeName)")
      }
      return .none
    },
  ]

  private static func seed(_ state: RandomState, _ value: Value?) throws {
    guard let value else { return state.seedFromSystem() }
    if let seed = value.asIndex { return try state.seed(seed) }
    let array = try makeArray(value)
    guard array.dtype == .int64 else { throw Fault(.type, "a seed must be an int, not \(value.typeName)") }
    let flat = try array.raveled().contiguous()
    try state.seed((0..<flat.count).map { flat.ints[$0] })
  }

  private static func sample(_ state: RandomState, _ call: Call, _ first: Int) throws -> Value {
    try drawn(try size(call, first), { state.randomSample() }) { try state.randomSample($0) }
  }

  /// A Python float where no size is asked for, else an array.
  private static func drawn(_ shape: Dims?, _ one: () throws -> Double, _ many: (Dims) throws -> NDArray) throws
    -> Value
  {
    guard let shape else { return .float(try one()) }
    return .array(try many(shape))
  }

  /// A `size=` argument.
  private static func size(_ call: Call, _ index: Int) throws -> Dims? {
    guard call.optional(index) != nil else { return nil }
    return Dims(try call.shape(index))
  }

  /// The `*shape` of `rand` and `randn`.
  private static func dimensions(_ call: Call, _ index: Int) throws -> Dims? {
    guard case .tuple(let tuple) = call[index], !tuple.items.isEmpty else { return nil }
    if tuple.items.count == 1, case .tuple = tuple.items[0] {
      throw Fault(
        .type, "\(call.builtin.name) takes its shape as ints, not as a tuple", hint: "\(call.builtin.name)(2, 3)")
    }
    return Dims(try makeShape(.tuple(tuple), name: "\(call.builtin.name): the shape"))
  }

  /// The shape of draws whose parameters are arrays.
  private static func parameterShape(_ size: Dims?, _ a: NDArray, _ b: NDArray) throws -> Dims {
    let shape = try Dims.broadcast(a.shape, b.shape, operation: "np.random")
    guard let size else { return shape }
    guard try Dims.broadcast(shape, size, operation: "np.random") == size else {
      throw ArrayError.shapeMismatch(left: shape, right: size, operation: "np.random")
    }
    return size
  }

  private static func choose(_ state: RandomState, _ call: Call, _ first: Int) throws -> Value {
    let shape = try size(call, first + 1)
    let replaces = try call.bool(first + 2)
    var probabilities: [Double]?
    if call.optional(first + 3) != nil {
      let p = try call.array(first + 3)
      guard p.dimensions == 1 else { throw Fault(.value, "\(call.builtin.name): p must be a vector") }
      let values = try p.casting(to: .float64).contiguous()
      probabilities = (0..<values.count).map { values.doubles[$0] }
    }
    if let population = call[first].asIndex {
      guard let shape else {
        return .int(try state.choice(population, replace: replaces, probabilities: probabilities))
      }
      return .array(try state.choice(population, size: shape, replace: replaces, probabilities: probabilities))
    }
    // Words cannot be in an array; one of them can be drawn.
    if case .list(let list) = call[first], case .string? = list.items.first {
      let positions = try state.choice(
        list.items.count, size: shape ?? [], replace: replaces, probabilities: probabilities)
      let drawn = (0..<positions.count).map { list.items[positions.ints[$0]] }
      return shape == nil ? drawn[0] : .list(ListObject(drawn))
    }
    let array = try call.array(first)
    guard let shape else {
      return .numpy(try state.choice(array, size: [], replace: replaces, probabilities: probabilities))
    }
    return .array(try state.choice(array, size: shape, replace: replaces, probabilities: probabilities))
  }
}
