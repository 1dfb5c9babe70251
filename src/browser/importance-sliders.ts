import { type Criterion, entryOf } from "../engine/decision.ts";
import { oneDecimal, shownNumber } from "../render/numbers.ts";
import type { Agreed } from "./agreed.ts";
import { type Change, type Control, group, type View } from "./control.ts";
import { make, write } from "./elements.ts";
import { sliderStops, withStops } from "./slider-stops.ts";
import { withImportance } from "./trial.ts";

/** A slider a question. To move it states the question's importance, as the file would; left alone, it goes with the reasons. */
export function importanceSliders(agreed: Agreed, change: Change): Control {
  const stops = sliderStops(agreed);
  const sliders = agreed.decision.pack.criteria.map((criterion, place) =>
    slider({ criterion, place, stops, agreed, change }),
  );
  return {
    element: group("How much each question counts", ...sliders.map(({ element }) => element)),
    show(view) {
      for (const each of sliders) each.show(view);
    },
  };
}

interface SliderParts {
  readonly criterion: Criterion;
  readonly place: number;
  readonly stops: readonly number[];
  readonly agreed: Agreed;
  readonly change: Change;
}

/**
 * A range of the browser's own over the numbers of the stops, so that every key works and no number is rounded: what was agreed
 * is a stop too, be it 10.5.
 */
function slider({ criterion: { id, label }, place, stops: all, agreed, change }: SliderParts): Control {
  const { importance, emphasis } = agreed.evaluation.criteria[place];
  const agreedPoints = importance * emphasis;
  let stops = withStops(all, [agreedPoints]);
  const input = make("input", { type: "range", id: `importance-${place}`, min: "0", step: "1", autocomplete: "off" });
  const name = make("label", { htmlFor: input.id }, label);
  const now = make("span", { className: "now" });
  const agreedWords = make("span", { className: "agreed" });
  const element = make("div", { className: "slider" }, name, " ", now, input, agreedWords);
  input.addEventListener("input", () => {
    change(`importance ${place}`, (trial) => withImportance(trial, id, stops[input.valueAsNumber]));
  });
  return {
    element,
    show({ trial, evaluation, unstated }: View) {
      const points = entryOf(trial.importance, id) ?? unstated[place];
      // Under the reader's hand the stops stay as they are.
      if (![points, unstated[place]].every((each) => stops.includes(each)) || input.max === "") {
        stops = withStops(all, [agreedPoints, unstated[place], points]);
      }
      const [max, value] = [String(stops.length - 1), String(stops.indexOf(points))];
      if (input.max !== max) input.max = max;
      if (input.value !== value) input.value = value;
      const weight = `${oneDecimal(100 * evaluation.criteria[place].weight)}%`;
      const counted = shownNumber(points);
      write(now, `${counted} · ${weight}`);
      const differs = points !== agreedPoints;
      const words = differs ? `agreed: ${shownNumber(agreedPoints)}` : "";
      input.setAttribute(
        "aria-valuetext",
        [`${counted} points`, `${weight} of the weight`, ...(differs ? [words] : [])].join(", "),
      );
      element.classList.toggle("changed", differs);
      write(agreedWords, words);
    },
  };
}
