import { describe, expect, it } from "vitest";
import { type Interview, runInterview } from "../../src/interview/interview.ts";
import { BACK, File, notebookOn, QUIT, Script, SKIP, STOP, scored } from "./scripted.ts";

const TWO = `candidates:
  - name: Zoo
    answers: {fit: 4, safe: {note: "they call back"}}   # seen in May
  - name: Café
`;

async function run(file: File, ask: Script, more: Partial<Interview> = {}) {
  const notebook = await notebookOn(file);
  const scope = { all: false };
  const ending = await runInterview({ order: "partner", scope, ask, notebook, shuffle: (list) => list, ...more });
  return { ending, notebook };
}

describe("an interview", () => {
  it("asks what has no answer written, one partner after the other, and says each answer once it is on disk", async () => {
    const file = new File(TWO);
    const ask = new Script([scored(3), scored(2), scored(5), scored(5), scored(5)]);
    expect((await run(file, ask)).ending).toBe("done");
    expect(ask.shown).toEqual([
      "Zoo, Time?",
      "Zoo, Time: 3",
      "Zoo, Safe?",
      "Zoo, Safe: 2",
      "Café, Fit?",
      "Café, Fit: 5",
      "Café, Time?",
      "Café, Time: 5",
      "Café, Safe?",
      "Café, Safe: 5",
    ]);
    expect(file.saves).toBe(5);
    expect(file.text).toContain("# seen in May");
  });

  it("asks one question of all partners, in the order that the shuffle gives", async () => {
    const ask = new Script([SKIP, SKIP, SKIP, SKIP, SKIP]);
    await run(new File(TWO), ask, { order: "question", shuffle: (list) => list.toReversed() });
    expect(ask.shown).toEqual(["Café, Fit?", "Café, Time?", "Zoo, Time?", "Café, Safe?", "Zoo, Safe?"]);
  });

  it("goes on the next day where it stopped", async () => {
    const file = new File(TWO);
    expect((await run(file, new Script([scored(3), QUIT]))).ending).toBe("quit");
    const ask = new Script([STOP]);
    expect((await run(file, ask)).ending).toBe("stop");
    expect(ask.shown).toEqual(["Zoo, Safe?"]);
  });

  it("goes back to the question before with its answer pre-selected, and then on to where it was", async () => {
    const file = new File(TWO);
    const ask = new Script([scored(3), BACK, scored(4), QUIT]);
    await run(file, ask);
    expect(ask.views.map(({ label, existing, canGoBack }) => [label, existing.kind, canGoBack])).toEqual([
      ["Time", "unanswered", false],
      ["Safe", "unanswered", true],
      ["Time", "score", false],
      ["Safe", "unanswered", true],
    ]);
    expect(file.text).toContain("time: 4");
  });

  it("narrows to a candidate and a question, and asks answered ones again where all are wanted", async () => {
    const ask = new Script([SKIP]);
    await run(new File(TWO), ask, { scope: { candidates: ["zoo"], criteria: ["fit"], all: true } });
    expect(ask.shown).toEqual(["Zoo, Fit?"]);
    expect(ask.views[0].existing).toEqual({ kind: "score", score: 4 });
  });

  it("shows a note that waits for its answer, and keeps it when the answer comes", async () => {
    const file = new File(TWO);
    const ask = new Script([SKIP, ({ existing }) => ({ write: { ...existing, kind: "score", score: 3 }, go: "quit" })]);
    await run(file, ask);
    expect(ask.views[1].existing).toEqual({ kind: "unanswered", note: "they call back" });
    expect(file.text).toContain("safe: {");
    expect(file.text).toContain("they call back");
  });

  it("counts progress over all that is to be asked", async () => {
    const ask = new Script([scored(3), QUIT]);
    await run(new File(TWO), ask);
    expect(ask.views.map(({ answered, total, number, of }) => [answered, total, number, of])).toEqual([
      [1, 6, 2, 3],
      [2, 6, 3, 3],
    ]);
  });
});

describe("the shortest way to a leader", () => {
  const CLEAR = `candidates:
  - name: Zoo
    answers: {fit: 5, time: 4, safe: 4}
  - name: Café
    answers: {fit: 2, safe: 4}
`;

  it("asks nothing where nothing can change first place, says so, and offers the rest", async () => {
    const ask = new Script([scored(5)], ["on"]);
    expect((await run(new File(CLEAR), ask, { order: "shortest" })).ending).toBe("done");
    expect(ask.shown).toEqual([
      "No remaining answer can change the leader: Zoo. The rest still counts for levels and for second place.",
      "Café, Time?",
      "Café, Time: 5",
    ]);
  });

  it("leaves the rest where the person wants to see the ranking", async () => {
    const ask = new Script([], ["leave"]);
    expect((await run(new File(CLEAR), ask, { order: "shortest" })).ending).toBe("done");
  });

  it("asks an unknown and a range again, once, the likelier change first", async () => {
    const open =
      "candidates:\n  - name: Zoo\n    answers: {fit: 3, time: 3, safe: 3}\n  - name: Café\n    answers: {fit: 2-4, time: unknown, safe: 3}\n";
    const ask = new Script([SKIP, SKIP]);
    expect((await run(new File(open), ask, { order: "shortest" })).ending).toBe("done");
    expect(ask.shown).toEqual([
      "Café, Fit?",
      "Café, Time?",
      "All that can change the leader has been asked, and some of it is still open.",
    ]);
  });

  it("does not ask again who abstains", async () => {
    const abstained =
      "candidates:\n  - name: Zoo\n    answers: {fit: 3, time: 3, safe: 3}\n  - name: Café\n    answers: {fit: abstain, time: 3, safe: 3}\n";
    const ask = new Script([]);
    expect((await run(new File(abstained), ask, { order: "shortest" })).ending).toBe("done");
    expect(ask.shown).toEqual(["All that can change the leader has been asked, and some of it is still open."]);
  });

  it("never says that nothing can change where an answer that can was left open, or was not asked for", async () => {
    const near = CLEAR.replace("fit: 5", "fit: 4").replace("fit: 2", "fit: 4");
    const skipped = new Script([SKIP], ["leave"]);
    await run(new File(near), skipped, { order: "shortest" });
    expect(skipped.shown).toEqual([
      "Café, Time?",
      "All that can change the leader has been asked, and some of it is still open.",
    ]);
    const elsewhere = new Script([]);
    await run(new File(near), elsewhere, { order: "shortest", scope: { candidates: ["zoo"], all: false } });
    expect(elsewhere.shown.join()).not.toContain("No remaining answer");
  });

  it("says nothing of a rest where there is none", async () => {
    const ask = new Script([]);
    await run(new File(CLEAR.replace("fit: 2", "fit: 2, time: 1")), ask, { order: "shortest" });
    expect(ask.shown).toEqual(["No remaining answer can change the leader: Zoo."]);
  });
});

describe("saving", () => {
  it("keeps an answer that cannot be saved, says so, never says it is saved, and tries again with the next", async () => {
    const file = new File(TWO);
    file.trouble = "The disk is full.";
    const ask = new Script(
      [
        scored(3),
        () => {
          file.trouble = undefined;
          return scored(2);
        },
        QUIT,
      ],
      ["on"],
    );
    const { notebook } = await run(file, ask);
    expect(ask.shown.slice(0, 5)).toEqual([
      "Zoo, Time?",
      "The disk is full.",
      "Not saved yet: Zoo, Time: 3.",
      "Zoo, Safe?",
      "Zoo, Time: 3",
    ]);
    expect(notebook.unsaved()).toEqual([]);
    expect(file.text).toMatch(/time: 3/);
  });

  it("ends with what is unsaved in hand where the person leaves", async () => {
    const file = new File(TWO);
    file.trouble = "The folder is read-only.";
    const { ending, notebook } = await run(file, new Script([scored(3)], ["retry", "leave"]));
    expect(ending).toBe("quit");
    expect(notebook.unsaved().map(({ topic, to }) => [topic, to])).toEqual([
      [
        { candidate: "zoo", criterion: "time" },
        { kind: "score", score: 3 },
      ],
    ]);
    expect(file.text).toBe(TWO);
  });

  it("merges with other answers that another program wrote in between", async () => {
    const file = new File(TWO);
    file.meanwhile = (open) => {
      open.text = open.text.replace("- name: Café", "- name: Café\n    answers: {time: 1}   # by Ann");
      open.meanwhile = undefined;
    };
    const ask = new Script([scored(3), SKIP, scored(5), scored(5)]);
    await run(file, ask);
    expect(ask.shown.filter((line) => line.endsWith("?"))).toEqual([
      "Zoo, Time?",
      "Zoo, Safe?",
      "Café, Fit?",
      "Café, Safe?",
    ]);
    expect(file.text).toContain("time: 3");
    expect(file.text).toContain("# by Ann");
  });

  it.each([
    ["mine", "time: 3"],
    ["theirs", "time: 1"],
  ])("asks whose stays where another program answered the same question: %s", async (choice, kept) => {
    const file = new File(TWO);
    file.meanwhile = (open) => {
      open.text = open.text.replace("{fit: 4,", "{fit: 4, time: 1,");
      open.meanwhile = undefined;
    };
    const ask = new Script([scored(3), QUIT], [choice]);
    await run(file, ask);
    expect(ask.shown[1]).toBe("Zoo, Time was changed in the file meanwhile: it says 1, your answer is 3.");
    expect(file.text).toContain(kept);
  });

  it("says so where the file was broken in between, and leaves it alone", async () => {
    const file = new File(TWO);
    file.meanwhile = (open) => {
      open.text = "candidates: [";
    };
    const { notebook } = await run(file, new Script([scored(3)], ["leave"]));
    expect(file.text).toBe("candidates: [");
    expect(notebook.unsaved()).toHaveLength(1);
  });

  it("gives up on a file that changes again and again, without writing", async () => {
    const file = new File(TWO);
    let times = 0;
    file.meanwhile = (open) => {
      times += 1;
      open.text = `${TWO}# ${times}\n`;
    };
    const ask = new Script([scored(3)], ["leave"]);
    await run(file, ask);
    expect(ask.shown[1]).toContain("changes again and again");
    expect(file.saves).toBe(0);
  });
});

describe("the answers to choose from", () => {
  const viewOf = async (scale: string) => {
    const pack = `id: p\ntitle: P\ncriteria:\n  - {id: fit, label: Fit, question: Fit?, scale: ${scale}, anchors: {0.3: Some}}\n`;
    const ask = new Script([QUIT]);
    await run(new File("criteria: ./p.yaml\ncandidates: [{name: Zoo}]\n", pack), ask);
    return ask.views[0].answers;
  };

  it("are the numbers that a person would write, each with its anchor", async () => {
    expect(await viewOf("{min: 0, max: 0.5, step: 0.1}")).toEqual([
      { answer: 0 },
      { answer: 0.1 },
      { answer: 0.2 },
      { answer: 0.3, text: "Some" },
      { answer: 0.4 },
      { answer: 0.5 },
    ]);
  });

  it("end at the scale’s end, where the last step may be short", async () => {
    expect((await viewOf("{min: 0, max: 5, step: 2}")).map(({ answer }) => answer)).toEqual([0, 2, 4, 5]);
  });

  it("are none on a scale too long to list: the answer is then typed", async () => {
    expect(await viewOf("{min: 0, max: 40}")).toEqual([]);
    expect(await viewOf("{min: 0, max: 10}")).toHaveLength(11);
  });
});
