/**
 * Loaded before the program (`node --require`): whatever would open a socket, ask for an address or start another program
 * throws, and is written down in the file that NETWORK_LOG names, because whoever tried may pass over the throw.
 */
const { appendFileSync } = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

/** @param {string} name */
function forbidden(name) {
  return function attempt() {
    appendFileSync(String(process.env.NETWORK_LOG), `${name}\n`);
    throw new Error(`${name}: nothing is ever sent over a network.`);
  };
}

/**
 * @param {object} owner
 * @param {string} name
 * @param {readonly string[]} methods
 */
function forbid(owner, name, methods) {
  for (const method of methods) {
    if (method in owner)
      Object.defineProperty(owner, method, { value: forbidden(`${name}.${method}`), writable: true });
  }
}

const [net, tls, dgram, dns, http, https, http2] = ["net", "tls", "dgram", "dns", "http", "https", "http2"].map(
  (name) => require(`node:${name}`),
);
forbid(net.Socket.prototype, "net.Socket", ["connect"]);
forbid(net.Server.prototype, "net.Server", ["listen"]);
forbid(net, "net", ["connect", "createConnection"]);
forbid(tls, "tls", ["connect"]);
forbid(dgram, "dgram", ["createSocket"]);
forbid(dgram.Socket.prototype, "dgram.Socket", ["bind", "connect", "send"]);
for (const [owner, name] of [
  [dns, "dns"],
  [dns.promises, "dns.promises"],
  [dns.Resolver.prototype, "dns.Resolver"],
  [dns.promises.Resolver.prototype, "dns.promises.Resolver"],
]) {
  const asking = Object.getOwnPropertyNames(owner).filter((method) => /^(lookup|resolve|reverse)/.test(method));
  forbid(owner, name, asking);
}
forbid(http, "http", ["request", "get"]);
forbid(https, "https", ["request", "get"]);
forbid(http2, "http2", ["connect"]);
forbid(globalThis, "globalThis", ["fetch", "WebSocket", "EventSource"]);
forbid(require("node:child_process"), "child_process", [
  ...["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"],
]);
syncBuiltinESMExports();
