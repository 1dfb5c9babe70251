/** The fragment of the page's address, in which what a reader tries is kept. */
export interface Address {
  /** Written when some time has passed without another, as browsers refuse to write hundreds in a row. */
  keep(fragment: string): void;
}

/** Tells `onArrival` of each fragment that somebody goes to; one that it does not take leads inside the page, and is replaced. */
export function address(onArrival: (fragment: string) => boolean): Address {
  let kept = "";
  let waiting: number | undefined;
  const write = (): void => {
    const [page] = location.href.split("#");
    try {
      if (location.hash !== kept) history.replaceState(null, "", `${page}${kept}`);
    } catch {
      // Some places that show a page let it have no address. All else works.
    }
  };
  const writeSoon = (): void => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(write, SOON);
  };
  window.addEventListener("hashchange", () => {
    if (!onArrival(location.hash)) writeSoon();
  });
  return {
    keep(fragment) {
      kept = fragment;
      writeSoon();
    },
  };
}

/** Milliseconds. */
const SOON = 300;
