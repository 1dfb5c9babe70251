/**
 * The simulation as one would first write it: sort the cuts, add up, sort the candidates. What numpy takes beside it was
 * recorded: 0.9, 1.6 and 2.1 times the time of numpy for 10, 50 and 200 candidates.
 * @param {Float64Array} values
 * @param {number} questions
 * @param {number} draws
 * @returns {Uint32Array}
 */
export function plainAcceptability(values, questions, draws) {
  const candidates = values.length / questions;
  const counts = new Uint32Array(candidates * candidates);
  const cuts = new Float64Array(questions - 1);
  const weights = new Float64Array(questions);
  const scores = new Float64Array(candidates);
  const order = new Uint32Array(candidates);
  for (let draw = 0; draw < draws; draw += 1) {
    for (let cut = 0; cut < cuts.length; cut += 1) insert(cuts, cut, Math.random());
    for (let question = 0; question < questions; question += 1) {
      weights[question] = (cuts[question] ?? 1) - (question === 0 ? 0 : (cuts[question - 1] ?? 0));
    }
    for (let candidate = 0; candidate < candidates; candidate += 1) {
      let score = 0;
      for (let question = 0; question < questions; question += 1) {
        score += (weights[question] ?? 0) * (values[candidate * questions + question] ?? 0);
      }
      let place = candidate;
      for (; place > 0 && (scores[place - 1] ?? 0) < score; place -= 1) {
        scores[place] = scores[place - 1] ?? 0;
        order[place] = order[place - 1] ?? 0;
      }
      scores[place] = score;
      order[place] = candidate;
    }
    for (let rank = 0; rank < candidates; rank += 1) counts[(order[rank] ?? 0) * candidates + rank] += 1;
  }
  return counts;
}

/**
 * @param {Float64Array} sorted
 * @param {number} count
 * @param {number} number
 */
function insert(sorted, count, number) {
  let place = count;
  for (; place > 0 && (sorted[place - 1] ?? 0) > number; place -= 1) sorted[place] = sorted[place - 1] ?? 0;
  sorted[place] = number;
}
