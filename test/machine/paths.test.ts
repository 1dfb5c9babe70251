import { posix, win32 } from "node:path";
import { describe, expect, it } from "vitest";
import { hasForeignSeparators, pathAtHome, pathFrom } from "../../src/machine/paths.ts";

describe("a path in a file is seen from that file's folder", () => {
  it.each([
    ["decision.yaml", "own.yaml", "own.yaml", "own.yaml"],
    ["decision.yaml", "./own.yaml", "own.yaml", "own.yaml"],
    ["a/decision.yaml", "own.yaml", "a/own.yaml", "a\\own.yaml"],
    ["a/b/decision.yaml", "../packs/own.yaml", "a/packs/own.yaml", "a\\packs\\own.yaml"],
    ["../decision.yaml", "own.yaml", "../own.yaml", "..\\own.yaml"],
    ["-", "packs/own.yaml", "packs/own.yaml", "packs\\own.yaml"],
    ["a/decision.yaml", "/packs/own.yaml", "/packs/own.yaml", "/packs/own.yaml"],
  ])("%s names %s", (from, path, onPosix, onWindows) => {
    expect(pathFrom(from, path, posix)).toBe(onPosix);
    expect(pathFrom(from, path, win32)).toBe(onWindows);
  });

  it.each([
    ["C:\\partners\\decision.yaml", "own.yaml", "C:\\partners\\own.yaml"],
    ["C:\\partners\\decision.yaml", "..\\packs\\own.yaml", "C:\\packs\\own.yaml"],
    ["C:/partners/decision.yaml", "./packs/own.yaml", "C:\\partners\\packs\\own.yaml"],
    ["\\\\server\\share\\decision.yaml", "own.yaml", "\\\\server\\share\\own.yaml"],
    ["a\\decision.yaml", "D:\\packs\\own.yaml", "D:\\packs\\own.yaml"],
    ["C:\\partners\\decision.yaml", "D:own.yaml", "D:own.yaml"],
    ["a\\decision.yaml", "\\packs\\own.yaml", "\\packs\\own.yaml"],
    ["a\\decision.yaml", "\\\\server\\share\\own.yaml", "\\\\server\\share\\own.yaml"],
  ])("on Windows, %s names %s", (from, path, seen) => {
    expect(pathFrom(from, path, win32)).toBe(seen);
  });
});

describe("a path that a shell left as it was typed", () => {
  it("may begin at home", () => {
    expect(pathAtHome("~/decision.yaml", "/home/ann", posix)).toBe("/home/ann/decision.yaml");
    expect(pathAtHome("~/decision.yaml", "C:\\Users\\Ann", win32)).toBe("C:\\Users\\Ann\\decision.yaml");
    expect(pathAtHome("~\\decision.yaml", "C:\\Users\\Ann", win32)).toBe("C:\\Users\\Ann\\decision.yaml");
  });

  it("stays, where ~ is a part of a name", () => {
    expect(pathAtHome("~ann/decision.yaml", "/home/ann", posix)).toBe("~ann/decision.yaml");
    expect(pathAtHome("~\\decision.yaml", "/home/ann", posix)).toBe("~\\decision.yaml");
    expect(pathAtHome("decision~1.yaml", "C:\\Users\\Ann", win32)).toBe("decision~1.yaml");
  });
});

it("a backslash stands between folders on Windows alone", () => {
  expect(hasForeignSeparators("packs\\own.yaml", posix)).toBe(true);
  expect(hasForeignSeparators("packs\\own.yaml", win32)).toBe(false);
  expect(hasForeignSeparators("packs/own.yaml", posix)).toBe(false);
});
