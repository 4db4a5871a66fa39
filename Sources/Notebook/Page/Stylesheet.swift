/// How a page looks.
enum Stylesheet {
  static let text = """
    :root {
      --paper: #fdfdfb; --ink: #22262b; --quiet: #646b75; --line: #dfe1dc; --accent: #1f5f99;
      --box: #f4f5f1; --result: #ffffff; --picture: #ffffff;
      --keyword: #8a2a78; --command: #1f5f99; --function: #6a4a00; --string: #27683a; --number: #9c3d12;
      --comment: #636a76; --good: #1d6b38; --bad: #b3261e; --careful: #865900;
      --cold1: #5b6f8a; --cold2: #3f6ea6; --cold3: #1f62b5; --cold4: #0b4fb3;
      --warm1: #82624f; --warm2: #a3573d; --warm3: #b5401f; --warm4: #b3260b;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #16191d; --ink: #e2e4e6; --quiet: #9aa2ac; --line: #32383f; --accent: #83b8ea;
        --box: #1e2328; --result: #191d21; --picture: #1a1a1a;
        --keyword: #d79bd0; --command: #83b8ea; --function: #dcc07a; --string: #8fcf9d; --number: #eea27e;
        --comment: #939ba6; --good: #84d09a; --bad: #ff9c92; --careful: #e5be6c;
        --cold1: #8ba0bb; --cold2: #83ade0; --cold3: #7ab4ff; --cold4: #62a6ff;
        --warm1: #bfa092; --warm2: #e0a284; --warm3: #ff9d75; --warm4: #ff855c;
      }
    }
    @media screen and (prefers-color-scheme: dark) {
      /* Light becomes dark, and every colour keeps its hue. */
      figure.picture svg { filter: invert(0.9) hue-rotate(180deg); }
    }
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0; font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
      overflow-wrap: break-word; }
    main { max-width: 52rem; margin: 0 auto; padding: 2.5rem 1.25rem 5rem; }
    section { margin: 0 0 1.5rem; }
    section.text { max-width: 46rem; }
    h1, h2, h3, h4 { line-height: 1.25; margin: 2.25rem 0 0.75rem; text-wrap: balance; }
    h1 { font-size: 2.1rem; margin-top: 0; letter-spacing: -0.01em; }
    h2 { font-size: 1.45rem; padding-bottom: 0.3rem; border-bottom: 1px solid var(--line); }
    h3 { font-size: 1.15rem; }
    p, ul, ol, table, blockquote { margin: 0 0 1rem; }
    a { color: var(--accent); }
    blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
    hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
    img { max-width: 100%; height: auto; }
    code, pre, samp { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
    code, samp { font-size: 0.875em; }
    :not(pre) > code { background: var(--box); border: 1px solid var(--line); border-radius: 4px; padding: 0.05em 0.3em;
      overflow-wrap: anywhere; }
    pre { margin: 0; padding: 0.7rem 0.9rem; overflow-x: auto; line-height: 1.5; tab-size: 4; font-size: 1rem;
      border: 1px solid var(--line); border-radius: 6px; background: var(--box); }
    section.text pre { margin: 0 0 1rem; }
    pre:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
    .title { margin: 0 0 0.4rem; font-weight: 600; }
    pre.source { border-left: 3px solid var(--accent); }
    pre.source + pre.source, .output + pre.source, .picture + pre.source { margin-top: 0.75rem; }
    pre.source:has(+ .output), pre.output:has(+ .output) { border-bottom-left-radius: 0; border-bottom-right-radius: 0; }
    pre.output { background: var(--result); border-top: 0; border-top-left-radius: 0; border-top-right-radius: 0;
      border-left: 3px solid var(--line); }
    pre.failure { border-left-color: var(--bad); }
    pre.warning { border-left-color: var(--careful); }
    .keyword { color: var(--keyword); } .command { color: var(--command); font-weight: 600; }
    .constant, .number { color: var(--number); } .function { color: var(--function); } .string { color: var(--string); }
    .comment { color: var(--comment); font-style: italic; } .argument { color: var(--string); }
    .dim { color: var(--quiet); } .heading { color: var(--accent); font-weight: 600; } .word { color: var(--accent); }
    .good { color: var(--good); } .bad { color: var(--bad); font-weight: 600; } .careful { color: var(--careful); }
    .cold1 { color: var(--cold1); } .cold2 { color: var(--cold2); } .cold3 { color: var(--cold3); } .cold4 { color: var(--cold4); }
    .warm1 { color: var(--warm1); } .warm2 { color: var(--warm2); } .warm3 { color: var(--warm3); } .warm4 { color: var(--warm4); }
    figure.picture { margin: 0.75rem 0; padding: 0.5rem; background: var(--picture); border: 1px solid var(--line);
      border-radius: 6px; }
    figure.picture svg { display: block; width: 100%; max-width: 46rem; height: auto; margin: 0 auto; }
    figure.picture figcaption { padding: 0.3rem 0.4rem 0; font-size: 0.9rem; color: var(--quiet); }
    section.text table { display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse; }
    th, td { padding: 0.3rem 0.8rem; border: 1px solid var(--line); text-align: left; }
    th { background: var(--box); }
    .missing { color: var(--quiet); }
    math { font-family: math, "STIX Two Math", "Cambria Math", "Latin Modern Math", "DejaVu Serif", serif; font-size: 1.08em; }
    section.text :is(p, ul, ol, blockquote, h1, h2, h3, h4):has(math) { overflow-x: auto; overflow-y: hidden; }
    .formula { display: block; overflow-x: auto; overflow-y: hidden; padding: 0.25rem 0; }
    .bold mi { font-weight: bold; }
    mtable.aligned mtd { text-align: left; padding: 0.25em 0; } mtable.aligned mtd:nth-child(odd) { text-align: right; }
    mtable.aligned mtd:nth-child(odd):not(:first-child) { padding-left: 2em; }
    mtable.cases mtd { text-align: left; padding-right: 1em; }
    @media (max-width: 32rem) {
      main { padding: 1.5rem 0.9rem 3rem; }
      h1 { font-size: 1.7rem; } h2 { font-size: 1.3rem; }
      pre { font-size: 0.94rem; padding: 0.6rem 0.7rem; }
    }
    @media print {
      :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --accent: #14456f; --box: #f6f6f4; --result: #fff; --picture: #fff;
        --keyword: #6d1f5f; --command: #14456f; --function: #553b00; --string: #1d5330; --number: #7c2f0c; --comment: #555;
        --good: #14532b; --bad: #8f1c16; --careful: #6b4700;
        --cold1: #4a5d77; --cold2: #33608f; --cold3: #1a5399; --cold4: #0b4fb3;
        --warm1: #775a4b; --warm2: #8c4a34; --warm3: #9c371a; --warm4: #a3230a; }
      @page { margin: 18mm 16mm; }
      body { font-size: 10.5pt; }
      main { max-width: none; padding: 0; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 9pt; overflow: visible; }
      h1, h2, h3, h4, .title { break-after: avoid; }
      pre.source { break-after: auto; } pre, figure, table { break-inside: auto; }
      figure.picture, .formula { break-inside: avoid; overflow: visible; }
      figure.picture svg { max-width: 130mm; }
      pre.source:has(+ .output), pre.source:has(+ .picture) { break-after: avoid; }
      pre.source:has(+ .output) { break-inside: avoid; }
      p { orphans: 3; widows: 3; }
      a { color: inherit; }
    }
    """
}
