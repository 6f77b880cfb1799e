// The peer of attribution: the same in hand-written JavaScript, for files of one row per journey. It
// reads nothing else: commas, points, UTF-8, and quotes around a whole cell.

/** Numbers from 0 to 1, from a seed. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const kNames = [
  'Paid Search',
  'Organic Search',
  'Direct',
  'Email',
  'Paid Social',
  'Organic Social',
  'Referral',
  'Display',
  'Affiliates',
  'Video',
];

/** So many journeys of 1 to 12 touches on 10 channels, a few of them bought after. */
export function journeysOf(count) {
  const next = random(11);
  const lines = ['path,conversions,value'];
  for (let i = 0; i < count; i += 1) {
    const path = [];
    do path.push(kNames[Math.floor(kNames.length * next() * next())]);
    while (path.length < 12 && next() < 0.6);
    const isWon = next() < 0.08;
    lines.push(`${path.join(' > ')},${isWon ? `1,${(next() * 300).toFixed(2)}` : '0,0'}`);
  }
  return `${lines.join('\n')}\n`;
}

function cellsOf(line) {
  if (!line.includes('"')) return line.split(',');
  const cells = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/y;
  while (pattern.lastIndex < line.length) {
    const [, quoted, plain] = pattern.exec(line);
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
  }
  return cells;
}

/** Each row of a file, as three cells. */
function* rowsOf(text) {
  let at = text.indexOf('\n') + 1;
  while (at < text.length) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    yield cellsOf(text.slice(at, end));
    at = end + 1;
  }
}

/** Journeys that go along one path: how many conversions, what they brought, and how many came to nothing. */
function pathsOf(text) {
  const paths = new Map();
  for (const [name, conversions, value] of rowsOf(text)) {
    let path = paths.get(name);
    if (!path) {
      path = { name, conversions: 0, value: 0, nulls: 0 };
      paths.set(name, path);
    }
    const won = Number(conversions);
    path.conversions += won;
    path.value += Number(value);
    if (won === 0) path.nulls += 1;
  }
  return paths.values();
}

/** The same, each by itself. */
function* journeysIn(text) {
  for (const [name, conversions, value] of rowsOf(text)) {
    const won = Number(conversions);
    yield { name, conversions: won, value: Number(value), nulls: won === 0 ? 1 : 0 };
  }
}

/** Reached states and what they come to: (I - Q)^-1 by Gauss and Jordan. */
function inverse(matrix) {
  const n = matrix.length;
  const a = matrix.map((row, i) =>
    Float64Array.from({ length: 2 * n }, (_, j) => (j < n ? row[j] : Number(j - n === i))),
  );
  for (let c = 0; c < n; c += 1) {
    let best = c;
    for (let r = c + 1; r < n; r += 1) if (Math.abs(a[r][c]) > Math.abs(a[best][c])) best = r;
    [a[c], a[best]] = [a[best], a[c]];
    const pivot = a[c][c];
    for (let j = 0; j < 2 * n; j += 1) a[c][j] /= pivot;
    for (let r = 0; r < n; r += 1) {
      const times = a[r][c];
      if (r === c || times === 0) continue;
      for (let j = 0; j < 2 * n; j += 1) a[r][j] -= times * a[c][j];
    }
  }
  return a.map((row) => row.subarray(n));
}

function markov(size, transitions, starts, ends, rewards, all) {
  const out = Array.from({ length: size }, (_, i) => {
    let sum = ends.all[i];
    for (let j = 0; j < size; j += 1) sum += transitions[i * size + j];
    return sum;
  });
  const visits = inverse(
    out.map((sum, i) =>
      Float64Array.from(out, (_, j) => Number(i === j) - transitions[i * size + j] / sum),
    ),
  );
  const sum = starts.reduce((a, b) => a + b, 0);
  const effects = visits.map((row, c) => {
    let reached = 0;
    let won = 0;
    for (let i = 0; i < size; i += 1) {
      reached += (starts[i] / sum) * visits[i][c];
      won += row[i] * (rewards[i] / out[i]);
    }
    return (reached / row[c]) * won;
  });
  const whole = effects.reduce((a, b) => a + b, 0);
  return effects.map((effect) => (whole > 0 ? (all * effect) / whole : 0));
}

/** Of each channel, what each rule credits it with: conversions and value. Alike journeys may be looked at once. */
export function attribution(bytes, isGrouped) {
  const text = new TextDecoder().decode(bytes);
  const channels = new Map();
  const split = Array.from(isGrouped ? pathsOf(text) : journeysIn(text), ({ name, ...counts }) => {
    const path = name.split('>').map((one) => {
      const channel = one.trim();
      let index = channels.get(channel);
      if (index === undefined) {
        index = channels.size;
        channels.set(channel, index);
      }
      return index;
    });
    return { path, ...counts };
  });
  const size = channels.size;
  const column = () => new Float64Array(size);
  const kinds = ['conversions', 'value'];
  const rules = ['first', 'last', 'linear', 'position', 'timeDecay', 'shapley'];
  const credits = Object.fromEntries(
    kinds.map((kind) => [kind, Object.fromEntries(rules.map((rule) => [rule, column()]))]),
  );
  const transitions = new Float64Array(size * size);
  const starts = column();
  const ends = { all: column(), conversions: column(), value: column() };
  const sums = { conversions: 0, value: 0 };
  for (const one of split) {
    const { path } = one;
    const n = path.length;
    const last = path[n - 1];
    const journeys = one.conversions + one.nulls;
    starts[path[0]] += journeys;
    ends.all[last] += journeys;
    for (let i = 1; i < n; i += 1) transitions[path[i - 1] * size + path[i]] += journeys;
    if (one.conversions === 0 && one.value === 0) continue;
    const distinct = [...new Set(path)];
    for (const kind of kinds) {
      const amount = one[kind];
      const to = credits[kind];
      sums[kind] += amount;
      ends[kind][last] += amount;
      to.first[path[0]] += amount;
      to.last[last] += amount;
      for (const channel of distinct) to.shapley[channel] += amount / distinct.length;
      const share = amount / n;
      let decayed = amount / (2 - 2 ** (1 - n));
      for (let i = n - 1; i >= 0; i -= 1, decayed /= 2) {
        to.linear[path[i]] += share;
        to.timeDecay[path[i]] += decayed;
      }
      if (n < 3) for (const channel of path) to.position[channel] += share;
      else {
        to.position[path[0]] += 0.4 * amount;
        to.position[last] += 0.4 * amount;
        for (let i = 1; i < n - 1; i += 1) to.position[path[i]] += (0.2 * amount) / (n - 2);
      }
    }
  }
  for (const kind of kinds)
    credits[kind].markov = markov(size, transitions, starts, ends, ends[kind], sums[kind]);
  return { names: [...channels.keys()], credits };
}
