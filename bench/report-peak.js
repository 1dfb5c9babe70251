// Loaded before a program with `--import`: says, as the process ends, the most memory it ever held, in kilobytes.
process.on("exit", () => process.stderr.write(`\npeak ${process.resourceUsage().maxRSS}\n`));
