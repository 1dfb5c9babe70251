/** Who took which ranks in the runs so far, counted in whole numbers: what ties share is divided when all is counted. */
export interface RankTally {
  /** How many candidates, always level, each row stands for, and all of them together. */
  readonly members: Int32Array;
  readonly candidates: number;
  /**
   * At rank × rows + row, ranks from 0: the runs in which the row, level with no other, takes the ranks from that on. Modulo
   * 2³², with a sign, which is faster to count.
   */
  readonly alone: Int32Array;
  /** The runs in which it is level with others, by {@link tieKey}. */
  readonly level: Map<number, number>;
  /** At row × width + question: the sum of the weights under which the row is first; in a tie its part of them. */
  readonly weightsWhenFirst: Float64Array;
  readonly width: number;
}

/**
 * An empty tally for rows that stand for so many candidates each, with so many weights to a weighting, tens of them.
 *
 * @example
 * rankTally([1, 3], 10).candidates // → 4
 */
export function rankTally(members: readonly number[], width: number): RankTally {
  const candidates = members.reduce((sum, count) => sum + count, 0);
  return {
    members: Int32Array.from(members),
    candidates,
    alone: new Int32Array(candidates * members.length),
    level: new Map(),
    weightsWhenFirst: new Float64Array(members.length * width),
    width,
  };
}

/** A row that is level with others: so many candidates together take the ranks from that on. */
export interface Tie {
  readonly rank: number;
  readonly size: number;
  readonly row: number;
}

export function tieKey({ members, candidates }: RankTally, { rank, size, row }: Tie): number {
  return (rank * (candidates + 1) + size) * members.length + row;
}

function tieOf({ members, candidates }: RankTally, key: number): Tie {
  const row = key % members.length;
  const rest = (key - row) / members.length;
  const size = rest % (candidates + 1);
  return { rank: (rest - size) / (candidates + 1), size, row };
}

/** The shares that a candidate has of each rank, added up over the runs, and the same of their squares. */
export interface RankSums {
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

/**
 * What each member of a row has of each rank: of the ranks that it shares with others, level with it, an equal part.
 *
 * @example
 * const tally = rankTally([1, 2], 10);
 * tally.alone[1] = 4;
 * tally.alone[2 * 2] = 4;
 * const [single, pair] = rankSums(tally);
 * single.sums // → [0, 0, 4]
 * pair.sums // → [2, 2, 0]
 * pair.squares // → [1, 1, 0]
 */
export function rankSums(tally: RankTally): readonly RankSums[] {
  const { members, candidates, alone, level } = tally;
  const rows = members.length;
  const all = Array.from(members, () => ({
    sums: new Float64Array(candidates),
    squares: new Float64Array(candidates),
  }));
  const spread = ({ rank, size, row }: Tie, runs: number) => {
    for (let taken = rank; taken < rank + size; taken++) {
      all[row].sums[taken] += runs / size;
      all[row].squares[taken] += runs / size / size;
    }
  };
  for (const [row, size] of members.entries()) {
    for (let rank = 0; rank < candidates; rank++) {
      const runs = alone[rank * rows + row] >>> 0;
      if (runs > 0) spread({ rank, size, row }, runs);
    }
  }
  for (const [key, runs] of level) spread(tieOf(tally, key), runs);
  return all;
}
