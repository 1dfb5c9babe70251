/** What hears a signal: Node's process. */
export interface SignalSource {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
}

/** Not every system has every signal. One that cannot be heard cannot be sent either, so nothing is missing then. */
export function onSignal(source: SignalSource, signal: NodeJS.Signals, listener: () => void): void {
  try {
    source.on(signal, listener);
  } catch {
    // Node says EINVAL or ENOSYS.
  }
}
