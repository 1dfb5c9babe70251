/**
 * Worked examples that others have published: the numbers are theirs, to the digits they print. A test that uses one
 * names it by author and year.
 */

/**
 * An office location, chosen by swing weights and an additive value function. Goodwin and Wright (2004), Decision
 * Analysis for Management Judgment, third edition, chapter 3: the importance points are those of figure 3.5, the values
 * and aggregate benefits those of table 3.2, and Addison Square is worked out on page 44.
 */
export const officeLocation = {
  /** Points from 0 to 100 for the step from the worst office to the best; the book prints the weights as 32, 26, 23, 10, 6, 3. */
  importance: { closeness: 100, visibility: 80, image: 70, size: 30, comfort: 20, parking: 10 },
  printedWeights: { closeness: 32, visibility: 26, image: 23, size: 10, comfort: 6, parking: 3 },
  /** Values from 0 to 100 in the order of the attributes above, and the aggregate to one decimal. */
  offices: {
    "Addison Square": { values: [100, 60, 100, 75, 0, 90], aggregate: 80.8 },
    "Bilton Village": { values: [20, 80, 10, 30, 100, 30], aggregate: 39.4 },
    "Carlisle Walk": { values: [80, 70, 0, 0, 10, 100], aggregate: 47.4 },
    "Denver Street": { values: [70, 50, 30, 55, 30, 90], aggregate: 52.3 },
    "Elton Street": { values: [40, 60, 90, 100, 60, 70], aggregate: 64.8 },
    "Filton Village": { values: [0, 0, 70, 0, 80, 0], aggregate: 20.9 },
    "Gorton Square": { values: [60, 100, 20, 50, 50, 80], aggregate: 60.2 },
  },
} as const;

/**
 * Three alternatives on four criteria in one unit, of which the last two tie. Triantaphyllou (2000), Multi-Criteria
 * Decision Making Methods: A Comparative Study, chapter 2, the weighted sum model.
 */
export const weightedSum = {
  weights: [0.2, 0.15, 0.4, 0.25],
  alternatives: {
    A1: { values: [25, 20, 15, 30], total: 21.5 },
    A2: { values: [10, 30, 20, 30], total: 22 },
    A3: { values: [30, 10, 30, 10], total: 22 },
  },
} as const;

/**
 * Value points found by bisection: the value of a salary expected in three years, from the least to the most preferred.
 * Value tree analysis, the job selection case (Hämäläinen and others, 2002, Systems Analysis Laboratory, Helsinki
 * University of Technology), slides 37 to 40.
 */
export const expectedSalary = {
  scale: { min: 2500, max: 3500 },
  points: [
    { answer: 2500, value: 0 },
    { answer: 2620, value: 0.25 },
    { answer: 2900, value: 0.5 },
    { answer: 3150, value: 0.75 },
    { answer: 3500, value: 1 },
  ],
} as const;
