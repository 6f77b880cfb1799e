// The peer of the benchmark: the simulation of plans.mjs' ranged plan written by hand for JavaScript
// engines, with typed arrays and the same methods (lattice, cubic quantile tables, quantiles by
// histogram, customers drawn as counts), and the plan's formulas fused into its loops. It knows this one plan
// and no other.

const kBlock = 256;
const kReplicates = 8;
const kOctaves = 24;
const kSteps = 16;
const kPieces = kOctaves * kSteps;
const kFirstOctave = 8;
const kZ95 = 1.6448536269514722;

const lattice = [
  1, 182667, 469891, 498753, 110745, 446247, 250185, 118627, 245333, 283199, 408519, 391023, 246327,
  126539, 399185, 461527, 300343, 69681, 516695, 436179, 106383, 238523, 413283, 70841, 47719,
  300129, 113029, 123925, 410745, 211325, 17489, 511893, 40767, 186077, 519471, 255369, 101819,
  243573, 66189, 152143, 503455, 113217, 132603, 463967, 297717, 157383, 224015, 502917, 36237,
  94049, 170665, 79397, 123963, 223451, 323871, 303633, 98567, 318855, 494245, 477137, 177975,
  64483, 26695, 88779,
];

function reversed(value) {
  let x = value;
  x = (x >>> 16) | (x << 16);
  x = ((x & 0xff00ff00) >>> 8) | ((x & 0x00ff00ff) << 8);
  x = ((x & 0xf0f0f0f0) >>> 4) | ((x & 0x0f0f0f0f) << 4);
  x = ((x & 0xcccccccc) >>> 2) | ((x & 0x33333333) << 2);
  return ((x & 0xaaaaaaaa) >>> 1) | ((x & 0x55555555) << 1);
}

/** P. J. Acklam's approximation is enough for a peer. */
function normalQuantile(p) {
  const tail = (q) =>
    (((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q -
      2.549732539343734) *
      q +
      4.374664141464968) *
      q +
      2.938163982698783) /
    ((((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q +
      3.754408661907416) *
      q +
      1);
  if (p < 0.02425) return tail(Math.sqrt(-2 * Math.log(p)));
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r +
      138.357751867269) *
      r -
      30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r +
      66.80131188771972) *
      r -
      13.28068155288572) *
      r +
      1)
  );
}

const distanceOf = (node) =>
  ((kSteps + (node % kSteps)) * 2 ** (Math.floor(node / kSteps) + kFirstOctave)) / kSteps;

function quantileOf({ low, likely, high }, isRate) {
  const scale = isRate ? (x) => Math.log(x / (1 - x)) : Math.log;
  const back = isRate ? (y) => 1 / (1 + Math.exp(-y)) : Math.exp;
  const middle = likely === undefined ? (scale(low) + scale(high)) / 2 : scale(likely);
  const below = (middle - scale(low)) / kZ95;
  const above = (scale(high) - middle) / kZ95;
  return (z) => back(middle + z * (z < 0 ? below : above));
}

/** The normal at the thirds of each piece, the same for every table. */
const thirds = Float64Array.from({ length: 3 * kPieces + 1 }, (_, i) => {
  const piece = Math.floor(i / 3);
  const from = distanceOf(piece);
  const p = (from + ((distanceOf(piece + 1) - from) * (i % 3)) / 3) / 2 ** 33;
  return p < 0.5 ? normalQuantile(p) : 0;
});

/** Cubic pieces through four points of each, both halves one after the other. */
function table(quantile) {
  const c = new Float64Array(2 * kPieces * 4);
  for (let half = 0; half < 2; half += 1) {
    const sign = half === 0 ? 1 : -1;
    let d = quantile(sign * thirds[0]);
    for (let piece = 0; piece < kPieces; piece += 1) {
      const a = d;
      const b = quantile(sign * thirds[3 * piece + 1]);
      const m = quantile(sign * thirds[3 * piece + 2]);
      d = quantile(sign * thirds[3 * piece + 3]);
      const at = 4 * (half * kPieces + piece);
      c[at] = a;
      c[at + 1] = (-11 * a + 18 * b - 9 * m + 2 * d) / 2;
      c[at + 2] = (9 * (2 * a - 5 * b + 4 * m - d)) / 2;
      c[at + 3] = (9 * (-a + 3 * b - 3 * m + d)) / 2;
    }
  }
  return c;
}

const lanes = Int32Array.from({ length: kBlock }, (_, i) => reversed(i));

function draw(coefficients, start, z, out) {
  for (let i = 0; i < kBlock; i += 1) {
    const fraction = (start + Math.imul(lanes[i], z)) | 0;
    const half = fraction >> 31;
    let near = (((fraction ^ half) << 1) | 1) >>> 0;
    if (near < 256) near = 256;
    const octave = 31 - Math.clz32(near);
    const step = (near >>> (octave - 4)) & 15;
    const within = (near & ((1 << (octave - 4)) - 1)) / (1 << (octave - 4));
    const at = 4 * ((half & kPieces) + (octave - kFirstOctave) * kSteps + step);
    out[i] =
      ((coefficients[at + 3] * within + coefficients[at + 2]) * within + coefficients[at + 1]) *
        within +
      coefficients[at];
  }
}

const normals = table((z) => z);

/** Customers as counts (Poisson) about their means, at levels: a short Cornish-Fisher expansion; few, added up. */
function countsAbout(means, fractionsFrom, z, out) {
  draw(normals, fractionsFrom, z, out);
  for (let i = 0; i < kBlock; i += 1) {
    const mean = means[i];
    if (mean < 6) {
      out[i] = fewAbout(mean, (((fractionsFrom + Math.imul(lanes[i], z)) >>> 0) + 0.5) / 2 ** 32);
      continue;
    }
    const x = out[i];
    const each = 1 / mean;
    const odd = x + x * each * ((x * x - 3) / 24 - (2 * x * x - 5) / 36);
    const count = Math.round(mean + Math.sqrt(mean) * odd + (x * x - 1) / 6);
    out[i] = count > 0 ? count : 0;
  }
}

function fewAbout(mean, level) {
  let count = 0;
  let term = Math.exp(-mean);
  for (let sum = term; sum < level && term > 1e-30; sum += term) {
    count += 1;
    term *= mean / count;
  }
  return count;
}

const kLevels = [0.05, 0.25, 0.5, 0.75, 0.95];
const kBuckets = 1024;

function quantiles(values) {
  let low = Infinity;
  let high = -Infinity;
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) {
    const x = values[i];
    sum += x;
    if (x < low) low = x;
    if (x > high) high = x;
  }
  const scale = kBuckets / (high - low);
  const counts = new Uint32Array(kBuckets);
  for (let i = 0; i < values.length; i += 1) {
    const b = ((values[i] - low) * scale) | 0;
    counts[b < kBuckets ? b : kBuckets - 1] += 1;
  }
  const drawers = new Map();
  for (const level of kLevels) {
    const place = Math.floor((values.length - 1) * level);
    let before = 0;
    let b = 0;
    while (before + counts[b] <= place) before += counts[b++];
    drawers.set(b, { before, values: [] });
  }
  const wanted = new Uint8Array(kBuckets);
  for (const b of drawers.keys()) wanted[b] = 1;
  for (let i = 0; i < values.length; i += 1) {
    const x = values[i];
    const b = Math.min(kBuckets - 1, ((x - low) * scale) | 0);
    if (wanted[b]) drawers.get(b).values.push(x);
  }
  for (const drawer of drawers.values()) drawer.values = Float64Array.from(drawer.values).sort();
  const at = (place) => {
    for (const { before, values: sorted } of drawers.values()) {
      if (place >= before && place < before + sorted.length) return sorted[place - before];
    }
    return Number.NaN;
  };
  return {
    mean: sum / values.length,
    quantiles: kLevels.map((p) => at(Math.floor((values.length - 1) * p))),
  };
}

/** JSON text of a simulate request in, JSON text of the ROI's spread out; of the channels' too unless none is asked for. */
export function simulate(text) {
  const { document, trials, channelMetrics } = JSON.parse(text);
  const hasChannels = channelMetrics === undefined;
  const channels = document.scenarios[0].channels.map((channel) => ({
    cost: channel.costs[0].amount,
    tables: [
      table(quantileOf(channel.clicks, false)),
      table(quantileOf(channel.conversionRate, true)),
      table(quantileOf(channel.closeRate, true)),
      table(quantileOf(channel.value.revenuePerCustomer, false)),
    ],
    roi: hasChannels ? new Float64Array(trials) : undefined,
    wins: 0,
    profitable: 0,
  }));
  const total = new Float64Array(trials);
  const cost = channels.reduce((sum, channel) => sum + channel.cost, 0);
  const column = () => new Float64Array(kBlock);
  const [clicks, conversion, close, value] = [column(), column(), column(), column()];
  const [means, customers] = [column(), column()];
  const [sum, best] = [column(), column()];
  const winner = new Int32Array(kBlock);
  for (let first = 0; first < trials; first += kBlock) {
    const block = first / kBlock;
    const start = reversed(Math.floor(block / kReplicates) * kBlock);
    const shift = Math.imul(block % kReplicates, 0x9e3779b9);
    const count = Math.min(kBlock, trials - first);
    sum.fill(0);
    best.fill(-Infinity);
    channels.forEach((channel, c) => {
      const columns = [clicks, conversion, close, value];
      for (let k = 0; k < 4; k += 1) {
        const z = lattice[4 * c + k];
        draw(channel.tables[k], (Math.imul(start, z) + Math.imul(shift, z)) | 0, z, columns[k]);
      }
      const z = lattice[4 * channels.length + c];
      for (let i = 0; i < kBlock; i += 1) means[i] = clicks[i] * conversion[i] * close[i];
      countsAbout(means, (Math.imul(start, z) + Math.imul(shift, z)) | 0, z, customers);
      for (let i = 0; i < count; i += 1) sum[i] += customers[i] * value[i];
      if (!hasChannels) return;
      for (let i = 0; i < count; i += 1) {
        const back = customers[i] * value[i];
        const roi = (back - channel.cost) / channel.cost;
        channel.roi[first + i] = roi;
        if (back > channel.cost) channel.profitable += 1;
        if (roi > best[i]) {
          best[i] = roi;
          winner[i] = c;
        }
      }
    });
    for (let i = 0; i < count; i += 1) {
      total[first + i] = (sum[i] - cost) / cost;
      if (hasChannels) channels[winner[i]].wins += 1;
    }
  }
  return JSON.stringify({
    total: quantiles(total),
    channels: (hasChannels ? channels : []).map(({ roi, wins, profitable }) => ({
      ...quantiles(roi),
      best: wins / trials,
      profitable: profitable / trials,
    })),
  });
}

const kSummed = [
  'Amount spent (EUR)',
  'Impressions',
  'Reach',
  'Link clicks',
  'Clicks (all)',
  'Leads',
  'Purchases',
  'Purchases conversion value',
];

/** An export's rows as d3-dsv gives them, summed by campaign and day as the reader sums them. */
export function sumsOf(rows) {
  const groups = new Map();
  for (const row of rows) {
    const key = `${row['Campaign name']}\0${row.Day}`;
    let sums = groups.get(key);
    if (!sums) {
      sums = new Float64Array(kSummed.length);
      groups.set(key, sums);
    }
    kSummed.forEach((heading, at) => {
      sums[at] += Number(row[heading]);
    });
  }
  const spend = [...groups.values()].reduce((all, [one]) => all + one, 0);
  return { rows: rows.length, groups, spend };
}
