import fc from "fast-check";

/**
 * Properties try the same cases on every machine and every day; another seed looks elsewhere: `FC_SEED=7 npm test`.
 * `FC_RUNS` is for those that do not say themselves how many cases they need. What says how long it may be is so long at
 * times: without being told, fast-check hardly goes beyond twenty.
 */
fc.configureGlobal({
  seed: Number(process.env.FC_SEED ?? 2004),
  numRuns: Number(process.env.FC_RUNS ?? 100),
  defaultSizeToMaxWhenMaxSpecified: true,
});
