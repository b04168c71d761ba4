/** One replacement in a text. */
export interface Change { from: number; to: number; insert: string }

/** Where two lists differ: from–to in the one, from–to in the other. */
type Hunk = [number, number, number, number];

/** With more differences than that, two lists have little in common: all between their equal ends counts as one difference. */
const MAX_DIFFERENCES = 1000;

/** The few replacements that make one text of another: by lines, and in the lines that differ by words and what is between them. */
export function changesBetween(before: string, after: string): Change[] {
  const [a, b] = [lines(before), lines(after)];
  let from = 0;
  let done = 0;
  return differences(a, b).flatMap(([fromA, toA, fromB, toB]) => {
    from += length(a, done, fromA);
    const old = a.slice(fromA, toA).join('');
    const changes = inLines(old, b.slice(fromB, toB).join('')).map((change) => ({ ...change, from: from + change.from, to: from + change.to }));
    from += old.length;
    done = toA;
    return changes;
  });
}

function inLines(before: string, after: string): Change[] {
  const [a, b] = [[...before.matchAll(WORD)], [...after.matchAll(WORD)]];
  const changes: Change[] = [];
  let [endA, endB] = [0, 0];
  const between = (toA: number, toB: number) => {
    const insert = after.slice(endB, toB);
    if (before.slice(endA, toA) !== insert) changes.push({ from: endA, to: toA, insert });
  };
  let [i, j] = [0, 0];
  for (const [fromA, toA, , toB] of [...differences(a.map(String), b.map(String)), [a.length, a.length, b.length, b.length]]) {
    for (; i < fromA; i++, j++) {
      between(a[i].index, b[j].index);
      [endA, endB] = [a[i].index + a[i][0].length, b[j].index + b[j][0].length];
    }
    [i, j] = [toA, toB];
  }
  between(before.length, after.length);
  return changes;
}

/** One or a sign of its own: formatters leave most of them alone and change what is between them. */
const WORD = /[\p{L}\p{N}_]+|\S/gu;

function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function length(parts: string[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += parts[i].length;
  return sum;
}

function differences(a: string[], b: string[]): Hunk[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) { endA--; endB--; }
  if (start === endA && start === endB) return [];
  const trail = furthest(a.slice(start, endA), b.slice(start, endB));
  return trail ? hunks(trail, endA - start, endB - start).map(([fa, ta, fb, tb]) => [fa + start, ta + start, fb + start, tb + start]) : [[start, endA, start, endB]];
}

/**
 * Myers: how far one gets in `a` with so many differences, on each diagonal; one entry for each number of differences.
 * @returns nothing when there are too many
 */
function furthest(a: string[], b: string[]): Int32Array[] | undefined {
  const trail: Int32Array[] = [];
  let reach = new Int32Array();
  for (let d = 0; d <= Math.min(a.length + b.length, MAX_DIFFERENCES); d++) {
    const next = new Int32Array(2 * d + 3);
    for (let k = -d; k <= d; k += 2) {
      // Entry k + d + 1 of `next` is diagonal k, and entry k + d of `reach`, which is one shorter on each side.
      let x = d === 0 ? 0 : k === -d || (k !== d && reach[k + d - 1] < reach[k + d + 1]) ? reach[k + d + 1] : reach[k + d - 1] + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next[k + d + 1] = x;
      if (x >= a.length && x - k >= b.length) return [...trail, next];
    }
    trail.push(next);
    reach = next;
  }
  return undefined;
}

/** Goes back along the trail, from the end to the start. */
function hunks(trail: Int32Array[], endA: number, endB: number): Hunk[] {
  const found: Hunk[] = [];
  let [x, y] = [endA, endB];
  for (let d = trail.length - 1; d > 0; d--) {
    const reach = trail[d - 1];
    const k = x - y;
    const down = k === -d || (k !== d && reach[k + d - 1] < reach[k + d + 1]);
    const fromX = down ? reach[k + d + 1] : reach[k + d - 1];
    const fromY = fromX - (down ? k + 1 : k - 1);
    const [toX, toY] = down ? [fromX, fromY + 1] : [fromX + 1, fromY];
    const next = found[0];
    if (next && next[0] === toX && next[2] === toY) [next[0], next[2]] = [fromX, fromY];
    else found.unshift([fromX, toX, fromY, toY]);
    [x, y] = [fromX, fromY];
  }
  return found;
}
