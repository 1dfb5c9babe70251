import { describe, expect, test } from "vitest";
import { applyEdit, type Edit } from "../../src/documents/edit-decision.ts";
import type { InputKind } from "../../src/documents/open-decision.ts";
import type { WrittenAnswer } from "../../src/documents/written-answer.ts";
import type { Ground } from "../../src/engine/decision.ts";

const MUSEUM = { id: "museum", name: "Museum" };

function score(number: number, ground: Ground = {}): WrittenAnswer {
  return { kind: "score", score: number, ...ground };
}

function range(low: number, high: number, ground: Ground = {}): WrittenAnswer {
  return { kind: "range", low, high, ...ground };
}

function lines(...all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join("");
}

/** The text after the answer to `position` of the museum went from what it was to what it shall be. */
function saved(
  text: string,
  to: WrittenAnswer | undefined,
  from?: WrittenAnswer,
  { input = "yaml", ...other }: { readonly input?: InputKind } & Partial<Edit> = {},
): string {
  const edit: Edit = { kind: "answer", candidate: MUSEUM, criterion: "position", from, to, ...other };
  const result = applyEdit({ path: "partners.yaml", text, sha256: "" }, edit, input);
  return result.ok ? result.value : result.problems.map(({ code }) => `refused: ${code}`).join();
}

/** What the person is told where the answer was not saved. */
function refusal(
  text: string,
  to: WrittenAnswer | undefined,
  from?: WrittenAnswer,
  { input = "yaml", ...other }: { readonly input?: InputKind } & Partial<Edit> = {},
) {
  const edit: Edit = { kind: "answer", candidate: MUSEUM, criterion: "position", from, to, ...other };
  const result = applyEdit({ path: "partners.yaml", text, sha256: "" }, edit, input);
  return result.ok ? result.value : result.problems.map(({ message, hint, place }) => [place?.line, message, hint]);
}

describe("where an answer goes", () => {
  test("into a map in braces, after the last answer", () => {
    expect(saved("candidates:\n- name: Museum\n  answers: {mission:   5}  # so far\n", score(4))).toBe(
      "candidates:\n- name: Museum\n  answers: {mission:   5, position: 4}  # so far\n",
    );
  });

  test("into an indented map, as a line after the last answer and before the comments that follow", () => {
    const text = lines(
      "candidates:",
      "  - name: Museum",
      "    answers:",
      "      # what we know",
      "      mission:  5      # from the visit",
      "      timing:   unknown  # ask in June",
      "      # more to come",
      "    # that is the museum",
      "",
      "# a station",
      "  - name: Radio",
    );
    const after = text.replace("in June\n", "in June\n      position: 4\n");
    expect(saved(text, score(4))).toBe(after);
  });

  test("into empty braces, with the space inside them", () => {
    expect(saved("candidates: [{name: Museum, answers: {}}]", score(4))).toContain("answers: {position: 4}}]");
    expect(saved("candidates: [{name: Museum, answers: { }}]", score(4))).toContain("answers: { position: 4 }}]");
    expect(saved("candidates: [{name: Museum, answers: { # none\n }}]", score(4))).toContain("{position: 4 # none\n }");
  });

  test("under a new `answers` in an indented candidate, one step in", () => {
    const text = lines("candidates:", "  - name: Museum", "    kind: museum # near", "  - name: Radio");
    expect(saved(text, score(4))).toBe(text.replace("# near\n", "# near\n    answers:\n      position: 4\n"));
  });

  test("under a new `answers` in a candidate in braces", () => {
    expect(saved("candidates:\n  - {name: Museum}\n  - {name: Radio}\n", score(4))).toBe(
      "candidates:\n  - {name: Museum, answers: {position: 4}}\n  - {name: Radio}\n",
    );
  });

  test("under a new `answers` in the way in which the nearest candidate has them", () => {
    const flow = lines("candidates:", "  - name: Radio", "    answers: {mission: 5}", "  - name: Museum");
    expect(saved(flow, score(4))).toBe(`${flow}    answers: {position: 4}\n`);
    const deep = lines("candidates:", "  - name: Museum", "  - name: Radio", "    answers:", "          mission: 5");
    expect(saved(deep, score(4))).toBe(deep.replace("Museum\n", "Museum\n    answers:\n          position: 4\n"));
  });

  test("under an `answers` that has nothing in it", () => {
    const text = lines(
      "candidates:",
      "  - name: Museum",
      "    answers:  # none yet",
      "      # later",
      "  - name: Radio",
    );
    expect(saved(text, score(4))).toBe(text.replace("none yet\n", "none yet\n      position: 4\n"));
    expect(saved(text.replace("  # none yet", " null # none"), score(4))).toContain("answers: {position: 4} # none\n");
    expect(saved("candidates: [{name: Museum, answers: }]", score(4))).toContain("answers: {position: 4} }]");
    expect(saved("candidates: [{name: Museum, answers}]", score(4))).toContain("answers: {position: 4}}]");
  });

  test("at the end of a file, with and without a last line break", () => {
    const text = "candidates:\n  - name: Museum\n    answers:\n      mission: 5";
    expect(saved(`${text}\n`, score(4))).toBe(`${text}\n      position: 4\n`);
    expect(saved(text, score(4))).toBe(`${text}\n      position: 4`);
    expect(saved("candidates:\n  - name: Museum", score(4))).toBe(
      "candidates:\n  - name: Museum\n    answers:\n      position: 4",
    );
    expect(saved("candidates:\n  - name: Museum\n    answers:", score(4))).toBe(
      "candidates:\n  - name: Museum\n    answers:\n      position: 4",
    );
  });

  test("behind a key that has no value, at the end of the file or before a comment", () => {
    const text = "candidates:\n  - name: Museum\n    answers:\n      position:";
    expect(saved(text, score(4))).toBe(`${text} 4`);
    expect(saved(`${text}     # ask\n      mission: 5\n`, score(4))).toBe(`${text} 4     # ask\n      mission: 5\n`);
    expect(saved("candidates: [{name: Museum, answers: {position, mission: 5}}]", score(4))).toContain(
      "{position: 4, mission: 5}",
    );
  });

  test("after a block of text that ends a candidate, whatever becomes of its last line breaks", () => {
    for (const header of ["|", "|-", "|+", ">", ">-", ">+"]) {
      const museum = `candidates:\n  - name: Museum\n    notes: ${header} # long\n      one\n      two\n`;
      const kept = header.endsWith("+") ? "\n\n" : "";
      expect(saved(`${museum}${kept}  - name: Radio\n`, score(4)), header).toBe(
        `${museum}${kept}    answers:\n      position: 4\n  - name: Radio\n`,
      );
      expect(saved(museum.trimEnd(), score(4)), header).toBe(`${museum}    answers:\n      position: 4`);
    }
    const loose = lines("candidates:", "- name: Museum", "  notes: |", "    one", "", "", "- name: Radio");
    expect(saved(loose, score(4))).toBe(loose.replace("one\n", "one\n  answers:\n    position: 4\n"));
  });

  test("after a text without quotes that runs over several lines", () => {
    const text = lines(
      "candidates:",
      "  - name: Museum",
      "    notes: one",
      "      two",
      "",
      "      three",
      "  - name: Radio",
    );
    expect(saved(text, score(4))).toBe(text.replace("three\n", "three\n    answers:\n      position: 4\n"));
  });

  test("on a line of its own where the braces have a line for each answer", () => {
    const open = ["candidates:", "  - name: Museum", "    answers: {"];
    const plain = lines(...open, "      \tmission: 5,  # seen", "      \ttiming: 2   # told", "    }  # end");
    expect(saved(plain, score(4))).toBe(
      plain.replace("timing: 2   # told\n", "timing: 2,   # told\n      \tposition: 4\n"),
    );
    const trailing = plain.replace("timing: 2 ", "timing: 2,");
    expect(saved(trailing, score(4))).toBe(trailing.replace("# told\n", "# told\n      \tposition: 4,\n"));
    const braces = "{\n\tcandidates: [\n\t\t{\n\t\t\tname: Museum\n\t\t}\n\t]\n}\n";
    expect(saved(braces, score(4))).toBe(
      braces.replace("Museum\n", "Museum,\n\t\t\tanswers: {\n\t\t\t\tposition: 4\n\t\t\t}\n"),
    );
    const closed = lines(...open, "      mission: 5,", "      timing: 2}");
    expect(saved(closed, score(4))).toBe(closed.replace("timing: 2}", "timing: 2,\n      position: 4}"));
  });

  test("beside explicit keys", () => {
    const text = lines(
      "candidates:",
      "  - name: Museum",
      "    ? answers",
      "    : ? mission",
      "      : 5",
      "      ? position # ?",
    );
    expect(saved(text, score(4))).toBe(`${text}      : 4\n`);
    const without = text.replace("      ? position # ?\n", "");
    expect(saved(without, score(4))).toBe(`${without}      position: 4\n`);
    expect(saved(lines("candidates:", "- name: Museum", "  ? answers"), score(4))).toContain(
      "  ? answers\n  : {position: 4}\n",
    );
  });

  test("between the marks of a document's start and end", () => {
    const text = lines("--- # one", "candidates:", "- name: Museum", "...", "# the end");
    expect(saved(text, score(4))).toBe(text.replace("Museum\n", "Museum\n  answers:\n    position: 4\n"));
  });

  test("with the quotes that the keys around it have", () => {
    expect(saved('candidates:\n  - "name": Museum\n    "answers":\n      "mission": 5\n', score(4))).toContain(
      '\n      "position": 4\n',
    );
    expect(saved("candidates: [{'name': Museum}]", score(4, { basis: "read" }))).toContain(
      "'answers': {'position': {'score': 4, 'basis': read}}",
    );
    expect(saved('candidates: [{"name":"Museum","answers":{"mission":5}}]', score(4))).toContain('5,"position":4}');
  });

  test("under an id that YAML would take for something else, in quotes", () => {
    const text = "candidates: [{name: Museum, answers: {}}]";
    expect(saved(text, score(4), undefined, { criterion: "null" })).toContain('{"null": 4}');
    expect(saved(text, score(4), undefined, { criterion: "1e3" })).toContain('{"1e3": 4}');
    expect(saved(text, score(4), undefined, { criterion: "__proto__" })).toContain('{"__proto__": 4}');
    expect(saved(text, score(4), undefined, { criterion: "質問-2" })).toContain("{質問-2: 4}");
  });
});

describe("the text around it", () => {
  test("keeps CRLF and a byte order mark", () => {
    const text = "\uFEFFcandidates:\r\n  - name: Museum\r\n    answers:\r\n      mission: 5\r\n";
    expect(saved(text, score(4))).toBe(`${text}      position: 4\r\n`);
    expect(saved(text.replace("      mission: 5\r\n", ""), score(4))).toBe(text.replace("mission: 5", "position: 4"));
  });

  test("keeps eight spaces a step, and a list that starts in the column of its key", () => {
    const wide = lines("candidates:", "        - name: Museum", "          answers:", "                  mission: 5");
    expect(saved(wide, score(4))).toBe(`${wide}                  position: 4\n`);
    const bare = lines("candidates:", "-       name: Museum");
    expect(saved(bare, score(4))).toBe(`${bare}        answers:\n                position: 4\n`);
    const flush = lines("candidates:", "- name: Museum", "  answers:", "    mission: 5", "- name: Radio");
    expect(saved(flush, score(4))).toBe(flush.replace("5\n", "5\n    position: 4\n"));
  });

  test("keeps long folded texts, respaced braces and aligned comments near it", () => {
    const text = lines(
      "purpose: >-",
      `  ${"Bring families of the north branch to hands-on science. ".repeat(4).trim()}`,
      "  And more.",
      "candidates:",
      "  -   name:   Museum        # the one by the river",
      "      source: { register:  imls-mudf,id: '84' }",
      "      answers:              # as of May",
      "        mission:   5        # seen",
      "        position:  3        # told",
      "        timing:             # not asked",
    );
    expect(saved(text, score(4), score(3))).toBe(text.replace("position:  3", "position:  4"));
  });

  test("keeps a compact JSON file compact", () => {
    const text = JSON.stringify({ candidates: [{ name: "Museum" }, { name: "Radio", answers: {} }] });
    expect(saved(text, range(2, 4), undefined, { input: "json" })).toBe(
      text.replace('"Museum"', '"Museum","answers":{"position":"2-4"}'),
    );
    expect(
      saved(text, score(4, { note: "a\n" }), undefined, { input: "json", candidate: { id: "r", name: "Radio" } }),
    ).toBe(text.replace("{}", '{"position":{"score":4,"note":"a\\n"}}'));
  });

  test("keeps the indentation of a JSON file", () => {
    for (const step of [2, 4, "\t"]) {
      const shown = (candidate: object) => `${JSON.stringify({ candidates: [candidate] }, null, step)}\n`;
      const one = shown({ name: "Museum", answers: { mission: 5 } });
      const two = shown({ name: "Museum", answers: { mission: 5, position: "unknown" } });
      expect(saved(one, { kind: "unknown" }, undefined, { input: "json" })).toBe(two);
      expect(saved(two, undefined, { kind: "unknown" }, { input: "json" })).toBe(one);
      for (const empty of [{ name: "Museum" }, { name: "Museum", answers: {} }, { name: "Museum", answers: null }]) {
        expect(saved(shown(empty), score(5), undefined, { input: "json" })).toBe(
          shown({ name: "Museum", answers: { position: 5 } }),
        );
      }
    }
  });
});

describe("how an answer is written", () => {
  const EMPTY = "candidates: [{name: Museum, answers: {position: }}]";
  const written = (answer: WrittenAnswer) => /\{position: (.*) \}\}\]$/.exec(saved(EMPTY, answer))?.[1];

  test("in its shortest form where nothing stands beside it", () => {
    expect(written(score(4))).toBe("4");
    expect(written(score(2.5))).toBe("2.5");
    expect(written(range(2, 4))).toBe("2-4");
    expect(written(range(-3, -1))).toBe("-3--1");
    expect(written({ kind: "unknown" })).toBe("unknown");
    expect(written({ kind: "abstain" })).toBe("abstain");
  });

  test("in the long form with its ground, also where it is unknown or only a note", () => {
    expect(written(score(4, { evidence: "Survey", note: "Known", basis: "read" }))).toBe(
      '{score: 4, basis: read, note: "Known", evidence: "Survey"}',
    );
    expect(written(range(2, 4, { note: "Two styles" }))).toBe('{range: [2, 4], note: "Two styles"}');
    expect(written({ kind: "unknown", note: "Ask Ann" })).toBe('{score: unknown, note: "Ask Ann"}');
    expect(written({ kind: "unanswered", note: "By June" })).toBe('{note: "By June"}');
    expect(written(score(4, { note: " " }))).toBe("4");
  });

  test("with notes that nobody can take for anything else, and no character that an editor hides", () => {
    const note = 'no: "#1"\r\n- {a: [1]}\t\u0000\u007F\u0085\u202E\u2028\u2067\uD800\uFEFF\uFFFF 👩‍🎨 ü';
    expect(written(score(4, { note }))).toBe(
      '{score: 4, note: "no: \\"#1\\"\\r\\n- {a: [1]}\\t\\u0000\\u007f\\u0085\\u202e\\u2028\\u2067\\ud800\\ufeff\\uffff 👩‍🎨 ü"}',
    );
  });
});

describe("an answer that is there", () => {
  const block = (...answer: readonly string[]) =>
    lines("candidates:", "  - name: Museum", "    answers:", "      mission: 5", ...answer, "      timing: 2");

  test("has only its own characters replaced, on one line or on several", () => {
    expect(saved(block("      position: 3   # told"), score(4), score(3))).toBe(block("      position: 4   # told"));
    expect(saved(block("      position: '2-4'"), { kind: "unknown" }, range(2, 4))).toBe(
      block("      position: unknown"),
    );
    expect(saved(block("      position:", "        # so far", "        3"), score(4), score(3))).toBe(
      block("      position:", "        # so far", "        4"),
    );
    expect(saved(block("      position: 3"), score(3, { note: "x" }), score(3))).toBe(
      block('      position: {score: 3, note: "x"}'),
    );
  });

  test("has a note of several lines replaced by one in quotes, and nothing after it", () => {
    for (const old of [
      ["'Two", "          styles'"],
      ["Two", "          styles"],
      [">-", "          Two", "          styles"],
    ]) {
      const text = block("      position:", `        note: ${old[0]}`, ...old.slice(1), "", "        score: 3");
      expect(saved(text, score(3, { note: "One" }), score(3, { note: "Two styles" }))).toBe(
        block("      position:", '        note: "One"', "", "        score: 3"),
      );
    }
  });

  test("keeps its fields, their order and comments when only the score changes", () => {
    const ground = { note: "Best known in the county", basis: "read" } as const;
    const flow = "      position: { note:  Best known in the county,score: 3, basis: read }  # !";
    expect(saved(block(flow), score(4, ground), score(3, ground))).toBe(block(flow.replace("3", "4")));
    const indented = [
      "      position:      # ours",
      "        note: >-     # long",
      "          Best known",
      "          in the county",
      "        # the score",
      "        score:  3    # hm",
      "        basis: read",
    ];
    expect(saved(block(...indented), score(4, ground), score(3, ground))).toBe(
      block(...indented).replace("score:  3", "score:  4"),
    );
  });

  test("gains and loses single fields", () => {
    expect(saved(block("      position: {score: 3}"), score(3, { basis: "told" }), score(3))).toBe(
      block("      position: {score: 3, basis: told}"),
    );
    const two = block("      position:", "        score: 3", "        note: |", "          Long", "          note");
    expect(saved(two, score(3, { note: "Short" }), score(3, { note: "Long\nnote\n" }))).toBe(
      block("      position:", "        score: 3", '        note: "Short"'),
    );
    expect(saved(two, score(3, { evidence: "Survey" }), score(3, { note: "Long\nnote\n" }))).toBe(
      block("      position:", "        score: 3", '        evidence: "Survey"'),
    );
  });

  test("takes its answer first where there was only a note", () => {
    expect(
      saved(block("      position: {note: By June}"), score(3, { note: "By June" }), {
        kind: "unanswered",
        note: "By June",
      }),
    ).toBe(block("      position: {score: 3, note: By June}"));
    expect(
      saved(
        block("      position:", "        note: By June"),
        { kind: "unknown", note: "By June" },
        { kind: "unanswered", note: "By June" },
      ),
    ).toBe(block("      position:", "        score: unknown", "        note: By June"));
  });

  test("changes its kind under the key that it has", () => {
    const note = { note: "n" };
    expect(saved(block("      position: {score: 3, note: n}"), { kind: "unknown", ...note }, score(3, note))).toBe(
      block("      position: {score: unknown, note: n}"),
    );
    expect(saved(block("      position: {unknown: true, note: n}"), score(3, note), { kind: "unknown", ...note })).toBe(
      block("      position: {score: 3, note: n}"),
    );
    expect(saved(block("      position: {range: [2,  4], note: n}"), range(3, 5, note), range(2, 4, note))).toBe(
      block("      position: {range: [3,  5], note: n}"),
    );
    expect(saved(block("      position: {score: 2-4, note: n}"), range(3, 5, note), range(2, 4, note))).toBe(
      block("      position: {score: 3-5, note: n}"),
    );
  });

  test("goes back to its shortest form in braces when its last note goes", () => {
    expect(saved(block("      position: {score: 3, note: n}"), score(4), score(3, { note: "n" }))).toBe(
      block("      position: 4"),
    );
  });

  test("goes with its line, and leaves a comment that stood on it", () => {
    expect(saved(block("      position: 3"), undefined, score(3))).toBe(block());
    expect(saved(block("      position: 3  # told"), undefined, score(3))).toBe(block("      # told"));
    expect(saved("candidates: [{name: Museum, answers: {position: 3, mission: 5}}]", undefined, score(3))).toContain(
      "{mission: 5}",
    );
    expect(saved("candidates: [{name: Museum, answers: {mission: 5, position: 3}}]", undefined, score(3))).toContain(
      "{mission: 5}",
    );
    expect(saved("candidates: [{name: Museum, answers: {position: 3}}]", undefined, score(3))).toContain("answers: {}");
    expect(
      saved(
        lines("candidates:", "- name: Museum", "  answers: # known", "    position: 3 # told"),
        undefined,
        score(3),
      ),
    ).toBe(lines("candidates:", "- name: Museum", "  answers: {} # known", "  # told"));
  });

  test("leaves its comment where no block of text above can swallow it", () => {
    const text = block("      position:", "        note: |", "          Long", "        evidence: Survey    # 2026");
    expect(
      saved(text, { kind: "unanswered", note: "Long\n" }, { kind: "unanswered", note: "Long\n", evidence: "Survey" }),
    ).toBe(block("      position:", "        note: |", "          Long", "        # 2026"));
  });

  test("loses no comment when what it stood in goes", () => {
    const text = block(
      "      position:",
      "        # above",
      "        range: # both",
      "          - 2 # low",
      "          - 4 # high",
      "        note: Two styles # ask",
    );
    const after = saved(text, undefined, range(2, 4, { note: "Two styles" }));
    expect(after.match(/#.*/g)).toEqual(["# above", "# both", "# low", "# high", "# ask"]);
    const scored = saved(text, score(3), range(2, 4, { note: "Two styles" }));
    expect(scored.match(/#.*/g)).toEqual(["# above", "# both", "# low", "# high", "# ask"]);
  });
});

describe("a file that another program changed in between", () => {
  test("gets the answer where the same answer still stands, wherever the candidate has moved to", () => {
    const text = lines(
      "candidates:",
      "  - {name: Muse-um, answers: {position: 1}}",
      "  - {name: Radio, id: museum-2}",
      "  - {name: Museum, kind: big, answers: {mission: 1, position: 3}}",
    );
    expect(saved(text, score(4), score(3))).toBe(text.replace("position: 3", "position: 4"));
  });

  test("keeps finding a candidate by its stated id under a new name, and by its name only without an id", () => {
    expect(saved("candidates: [{id: museum, name: Art Museum}]", score(4))).toContain(
      "Art Museum, answers: {position: 4}",
    );
    expect(saved("candidates: [{name: '  Museum '}, {name: Radio}]", score(4))).toContain("answers: {position: 4}}, {");
    expect(saved("candidates: [{id: art, name: Museum}]", score(4))).toBe("refused: edit-candidate-gone");
    expect(saved("candidates: [{name: museum}]", score(4))).toBe("refused: edit-candidate-gone");
    expect(saved("candidates: [{name: 7}]", score(4), undefined, { candidate: { id: "7", name: "7" } })).toContain(
      "{position: 4}",
    );
  });

  test("is left alone where the candidate is gone or may be two", () => {
    expect(refusal("candidates:\n- name: Radio\n", score(4))).toEqual([
      [
        undefined,
        "“Museum” is no longer among the candidates, so the answer was not saved.",
        "Another program may have removed it, or changed its name or id. Open the file again.",
      ],
    ]);
    expect(refusal("candidates:\n- {id: museum, name: Radio}\n- name: Museum\n", score(4))).toEqual([
      [
        3,
        "Two candidates may be “Museum”, so the answer was not saved.",
        "Give each candidate an id of its own, and open the file again.",
      ],
    ]);
  });

  test("is left alone where the answer, or anything beside it, is no longer what the person saw", () => {
    const text = "candidates:\n- name: Museum\n  answers: {position: 3}\n";
    expect(refusal(text, score(5), score(4))).toEqual([
      [
        3,
        "position of “Museum” now says “3”, and said “4” when it was shown, so it was not replaced.",
        "Another program changed it in between. Look at what it says now, and answer again.",
      ],
    ]);
    for (const now of ["{score: 4, note: New}", "unknown", "3-4", "[4]", "{score: 4, range: [1, 2]}", "soon"]) {
      expect(saved(text.replace("3}", `${now}}`), score(5), score(4)), now).toBe("refused: edit-answer-changed");
      expect(saved(text.replace("3}", `${now}}`), score(5)), now).toBe("refused: edit-answer-changed");
    }
    expect(saved(text.replace("position: 3", ""), score(5), score(3))).toBe("refused: edit-answer-changed");
  });

  test("is left as it is where it says already what shall be saved", () => {
    const text = "candidates: [{name: Museum, answers: {position: {score: 4.0, note: 'n'}}}]";
    expect(saved(text, score(4, { note: "n" }), score(3))).toBe(text);
    expect(saved("candidates: [{name: Museum}]", undefined, score(3))).toBe("candidates: [{name: Museum}]");
  });

  test("is told to be broken, with the place, when it cannot be read any more", () => {
    const text = "candidates:\n- name: Museum\n  answers: {position: 3\n";
    expect(refusal(text, score(4), score(3))).toEqual([
      [3, expect.stringContaining("never closed"), expect.any(String)],
    ]);
    expect(saved('{"candidates": [}', score(4), undefined, { input: "json" })).toMatch(/^refused: /);
  });
});

describe("what is refused, with a reason", () => {
  test("a CSV, which has no place for notes", () => {
    expect(refusal("name,position\nMuseum,3\n", score(4), score(3), { input: "csv" })).toEqual([
      [
        undefined,
        "Answers are not saved into a CSV file: it has no place for notes, evidence and basis.",
        "Keep the decision as YAML or JSON, and save answers there.",
      ],
    ]);
  });

  test("anchors and aliases, because another candidate would change too", () => {
    const anchored = lines(
      "candidates:",
      "- name: Museum",
      "  answers: &same {position: 3}",
      "- name: Radio",
      "  answers: *same",
    );
    expect(saved(anchored, score(4), score(3))).toBe("refused: anchor,refused: alias");
    expect(saved("candidates: [{name: Museum, answers: &a {position: 3}}]", score(4), score(3))).toBe(
      "refused: anchor",
    );
  });

  test("a place where something else stands than answers", () => {
    expect(refusal("candidates:\n- name: Museum\n  answers: see the minutes\n", score(4, { note: "n" }))).toEqual([
      [
        3,
        "The answer to position of “Museum” cannot be put here without changing something else, so it was not saved.",
        'Change it in an editor, under the answers of “Museum”: position: {score: 4, note: "n"}',
      ],
    ]);
    expect(saved("candidates: [{name: Museum, answers: [1]}]", score(4))).toBe("refused: edit-no-safe-place");
  });

  test("an answer that could not be read again", () => {
    expect(saved("candidates: [{name: Museum}]", score(Number.POSITIVE_INFINITY))).toBe("refused: edit-no-safe-place");
    expect(saved("candidates: [{name: Museum}]", score(Number.NaN))).toBe("refused: edit-no-safe-place");
    expect(saved("candidates: [{name: Museum}]", range(4, 2))).toBe("refused: edit-no-safe-place");
    expect(saved("candidates: [{name: Museum}]", score(4, { note: "n".repeat(2_000_000) }))).toBe(
      "refused: yaml-too-large",
    );
  });
});
