import { EventEmitter } from "node:events";
import { expect, it, vi } from "vitest";
import { onSignal } from "../../src/machine/signals.ts";

it("a signal that the system has is heard", () => {
  const system = new EventEmitter();
  const listener = vi.fn();
  onSignal(system, "SIGHUP", listener);
  system.emit("SIGHUP");
  expect(listener).toHaveBeenCalledOnce();
});

it("a signal that the system does not have stops nothing", () => {
  const refusing = {
    on(signal: string) {
      throw Object.assign(new Error(`uv_signal_start EINVAL ${signal}`), { code: "EINVAL" });
    },
  };
  expect(() => onSignal(refusing, "SIGHUP", () => {})).not.toThrow();
});

it("Node itself refuses some in this way", () => {
  expect(() => process.on("SIGKILL", () => {})).toThrow("EINVAL");
  expect(() => onSignal(process, "SIGKILL", () => {})).not.toThrow();
});
