# Names are taken in Unicode's form NFKC.
ﬁ = 1
fi = fi + 1
print(fi, ﬁ)


def ｆ(ｘ, µ=2):
    return x + μ


print(f(1), f(x=1, μ=5), ｆ(ｘ=1, µ=3), f(**{"x": 4}))
café = 1
print(café)
for ℕ, Ⅳ in [(1, 2)]:
    print(N, IV)
ａ = [3, 1, 2]
ａ.ｓｏｒｔ()
print(a, a.ｉｎｄｅｘ(2), [𝐱 for x in a], (lambda 𝛂: α + 1)(1))
ſ = "long s"
print(s, f"{ſ} {ﬁ}")
