/// A notebook whose every text wants to be more than text.
enum Hostile {
  static let notebook = #"""
    # %% [markdown]
    # # A <script>document.title='hacked'</script> title & "more" `$(touch hacked)`
    #
    # Raw <b onclick="document.title='hacked'">HTML</b>, a [link](javascript:document.title='hacked'), an
    # ![image](x" onerror="document.title='hacked'), and `<script>` in code.
    #
    # <script>document.title='hacked'</script>
    #
    # <iframe src="javascript:document.title='hacked'"></iframe>
    #
    # A formula $a < b \text{</math><script>document.title='hacked'</script>}$ and prices: 5$ or 7$.
    #
    # | table | cell |
    # |---|---|
    # | `a|b` | <img src=x onerror=alert(1)> |
    #
    # ```python"><script>document.title='hacked'</script>
    # fenced
    # ```
    # %% A title with <script>document.title='hacked'</script> & "quotes" `ticks` $(touch hacked)
    s = "</code></pre><script>document.title='hacked'</script><img src=x onerror=\"document.title='hacked'\">"
    print(s)
    s
    print("```\n# %%\n#> not recorded\n$(touch hacked) `touch hacked`")
    print("carriage\rreturn \x1b[31m bell \x07 nul")  # <b>comment</b>
    print("x" * 100000)
    data moons samples=20 seed=1
    network 2 -> 2 relu -> 1 sigmoid
    train 3 every=0;
    plot loss title="<script>document.title='hacked'</script> & 'q' `touch hacked` $(touch hacked)\\n\"; set output '|touch hacked'" xlabel="</svg><img src=x onerror=alert(1)>"
    # %%
    undefined_name_with_markup = s + 1

    """#
}
