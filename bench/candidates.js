/**
 * A decision under the pack that ships, as a person would write it in YAML; the answers follow a fixed pattern.
 * @param {number} count
 * @returns {string}
 */
export function decisionText(count) {
  const questions = [
    ...["mission", "position", "audience", "resources", "strategy"],
    ...["leadership", "timing", "culture", "budget", "opportunity"],
  ];
  const candidates = Array.from({ length: count }, (_, candidate) => {
    const answers = questions.map((question, place) => `${question}: ${2 + ((candidate * 7 + place * 3) % 4)}`);
    return `  - name: Organization ${candidate + 1}\n    answers: {${answers.join(", ")}}\n`;
  });
  return `decision: ${count} candidates\ncandidates:\n${candidates.join("")}`;
}
