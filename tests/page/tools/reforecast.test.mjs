// "What has happened since?"
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { near, numberIn } from '../../e2e/lib/analysis.mjs';
import { field } from '../../e2e/lib/calculator.mjs';
import { planOf } from '../../e2e/lib/plans.mjs';
import { Analysis } from '../lib/analysis.mjs';
import { open } from '../lib/calculator.mjs';

const at = (place) => `/scenarios/0/observed/${place}`;

/** A plan of a quarter that began in April 2026, and what its first channel has spent and brought by a day. */
function begun(page, counted, day = '2026-04-15') {
  const since = new Analysis(page, 'since').open();
  page.press('Enter what has been counted');
  page.store.edit(at('start'), '2026-04-01');
  page.store.edit(at('counts/0/date'), day);
  for (const [figure, value] of Object.entries(counted))
    page.paste(at(`counts/0/${figure}`), value);
  page.leave();
  return since;
}

test('what was counted stands beside what was planned, and is undone like anything else', () => {
  const page = open();
  page.paste(field.closeRate, '5..20');
  page.leave();
  const since = begun(page, { leads: '1700' });
  assert.match(since.answer(), /^Bringing more than it costs.*, against .* as planned$/);
  const [seen] = since.row('What has been counted', 'Subscribers, Facebook');
  assert.equal(seen, '1,700');
  const [planned, now] = since.row('In the end', 'Subscribers');
  assert.notEqual(planned, now);
  const before = page.store.document.scenarios[0].channels;
  page.store.undo();
  since.says(/Say what has been counted/);
  assert.equal(page.store.document.scenarios[0].channels, before);
});

test('a budget is held against the days that have gone by', () => {
  const page = open();
  // 10 of the 91 days from April to June; 26 000 of ads by Facebook
  const since = begun(page, { adSpend: '3000' }, '2026-04-10');
  const [planned, spent, due, left] = since.row('Ad budget', 'Facebook');
  assert.equal(numberIn(planned), 26_000);
  assert.equal(numberIn(spent), 3000);
  near(numberIn(due), 260_000 / 91, 0.001);
  const [, perDay, days] = /^(.+), (\d+) days$/.exec(left);
  assert.equal(days, '81');
  near(numberIn(perDay), 23_000 / 81, 0.001);
});

test('of a budget no day is left once they have gone by, and no money once it is spent', () => {
  const left = (spent, day) =>
    begun(open(), { adSpend: spent }, day).row('Ad budget', 'Facebook')[3];
  assert.match(left('3000', '2026-06-30'), /no day left$/);
  assert.match(left('26000', '2026-04-10'), /nothing is left$/);
});

test('what the plan hardly expected is said', () => {
  const page = open();
  page.paste(field.closeRate, '5..20');
  page.leave();
  const since = begun(page, { leads: '100' });
  since.says(/The plan did not foresee this: Subscribers, Facebook\. Look at its ranges again/);
});

test('what if it were so many by a day says the chance there would be, and changes nothing', () => {
  const page = open();
  page.paste(field.closeRate, '5..20');
  page.leave();
  const since = begun(page, { leads: '1700' });
  const { document } = page.store;
  since.says(/What if it were/);
  const ask = page.root.first('input[name="what-if"]');
  assert.equal(ask.value, '1700', 'it begins where the plan is');
  ask.enter('5000');
  since.says(/What if it were so many\?[\s\S]*as planned\./);
  assert.equal(page.store.document, document);
});

test('what was supposed of one plan is not of another', () => {
  const page = open();
  page.paste(field.closeRate, '5..20');
  page.leave();
  const since = begun(page, { leads: '1700' });
  const asked = () => {
    page.idle();
    return page.root.first('input[name="what-if"]');
  };
  asked().enter('5000');
  const { document } = page.store;
  page.press('Compare with…');
  page.press('an alternative');
  assert.equal(asked().value, '1700');
  page.press('Plan', '.tabs');
  assert.equal(asked().value, '5000');
  since.says(/What if it were so many\?[\s\S]*as planned\./);
  const other = structuredClone(document);
  other.scenarios[0].observed.counts[0].leads = 1600;
  page.store.replace(other);
  assert.equal(asked().value, '1600');
});

test('channels that came later are counted too', () => {
  const page = open();
  const since = begun(page, { leads: '1700' });
  page.store.edit('/scenarios/0/observed/counts', [
    { channel: 'facebook', date: '2026-04-15', leads: 1700 },
  ]);
  page.press('Add the other channels');
  const { counts } = page.store.scenario.observed;
  const ids = page.store.scenario.channels.map(({ id }) => id);
  assert.deepEqual(
    counts.map(({ channel }) => channel),
    ids,
  );
  assert.equal(counts[0].leads, 1700);
  assert.doesNotMatch(since.text(), /Add the other channels/);
});

/** Asks for one more figure, of a channel by its id or of the whole plan (''). */
function addFigure(page, place, figure) {
  page.choose('since-place', place);
  page.choose('since-figure', figure);
  page.press('Add', '.counted .also');
}

test('a close rate of the whole plan is typed with its cases, and weighs as they say', () => {
  const page = open();
  page.paste(field.closeRate, '5..20');
  page.leave();
  const since = begun(page, {});
  addFigure(page, '', 'closeRate');
  const row = page.store.scenario.channels.length;
  const pointer = at(`counts/${row}/closeRate`);
  assert.equal(page.root.first(`[name="${pointer}/n"]`), undefined, 'first the rate');
  page.type(pointer, '12');
  page.leave();
  since.says(/Close rate, the whole plan: say among how many subscribers\./);
  page.type(`${pointer}/n`, '40000');
  page.leave();
  assert.deepEqual(page.store.get(pointer), { value: 0.12, n: 40_000 });
  // 12 % of so many is known to 0.3 %: the customers are 12 % of the subscribers, which have no range.
  const [, now] = since.row('In the end', 'Customers');
  near(numberIn(now), 0.12 * page.value('leads'), 0.01);
  page.paste(`${pointer}/value`, '10');
  page.leave();
  assert.deepEqual(page.store.get(pointer), { value: 0.1, n: 40_000 }, 'its cases stay');
  page.clear(`${pointer}/value`);
  page.leave();
  assert.equal(page.store.get(pointer), undefined, 'and go with it');
  page.undo();
  page.undo();
  page.undo();
  assert.equal(page.store.get(pointer), 0.12);
});

test('what a customer brought is a price among its cases, of a channel', () => {
  const page = open();
  page.paste('/scenarios/0/value/revenuePerCustomer', '80..160');
  page.leave();
  const since = begun(page, {});
  const { id } = page.store.scenario.channels[0];
  addFigure(page, id, 'revenuePerCustomer');
  const pointer = at('counts/0/revenuePerCustomer');
  page.paste(pointer, '100');
  page.paste(`${pointer}/n`, '40000');
  page.leave();
  const [seen, expected] = since.row('What has been counted', 'Revenue per customer');
  assert.equal(numberIn(seen), 100);
  assert.match(expected, /to/);
  // One value of all channels, known to 0.5 %.
  const [, now] = since.row('In the end', 'Revenue');
  near(numberIn(now), 100 * page.value('customers'), 0.02);
});

test('what the plan knows nothing of is not offered, nor what stands there already', () => {
  const page = open();
  begun(page, {});
  const { id } = page.store.scenario.channels[0];
  page.choose('since-place', id);
  const offered = page.options('since-figure');
  assert.ok(!offered.includes('leads'), 'it is asked already');
  assert.ok(!offered.includes('averageOrderValue'), 'customers are valued otherwise');
  page.choose('since-place', '');
  assert.ok(page.options('since-figure').includes('leads'));
});

test('what cannot be read is said beside its field and stays there; a range is no count', () => {
  const page = open();
  const since = begun(page, {});
  addFigure(page, '', 'closeRate');
  const pointer = at(`counts/${page.store.scenario.channels.length}/closeRate`);
  page.paste(pointer, 'lots');
  page.leave();
  assert.ok(page.error(pointer));
  assert.equal(page.fieldText(pointer), 'lots');
  page.paste(pointer, '5..20');
  page.leave();
  since.says(/Close rate, the whole plan: what was counted is one figure, not a range/);
});

test('a channel is left out again, and undo brings it back', () => {
  const page = open();
  begun(page, { leads: '1700' });
  const { counts } = page.store.scenario.observed;
  page.press('Remove', '.counted .place');
  assert.deepEqual(page.store.scenario.observed.counts, counts.slice(1));
  page.undo();
  assert.deepEqual(page.store.scenario.observed.counts, counts);
});

test('in French a figure is asked for with what it is among', () => {
  const page = open('fr');
  page.paste(field.closeRate, '5..20');
  page.leave();
  new Analysis(page, 'since').open();
  page.press('Saisir ce qui a été compté');
  page.choose('since-place', '');
  page.choose('since-figure', 'closeRate');
  page.press('Ajouter', '.counted .also');
  page.paste(at(`counts/${page.store.scenario.channels.length}/closeRate`), '12');
  page.says(/Sur combien d’abonnés/);
});

test('a day before the plan began is refused with its channel', () => {
  const page = open();
  const since = begun(page, { leads: '1700' }, '2026-03-31');
  since.says(/Facebook: The plan had not begun by that day\./);
});

test('without the day on which it began the plan is not asked', () => {
  const page = open();
  const since = new Analysis(page, 'since').open();
  page.press('Enter what has been counted');
  since.says(/Say when the plan began\./);
  page.press('Forget all of it');
  assert.equal(page.store.scenario.observed, undefined);
  since.says(/Once the plan runs/);
});

test('the printed report has it: planned beside now, what was counted and when', () => {
  const page = open();
  page.paste(field.closeRate, '5..20');
  page.leave();
  assert.equal(page.onPaper('What has happened since?'), undefined, 'nothing was counted');
  begun(page, { leads: '100', adSpend: '3000' });
  const { words } = page.onPaper('What has happened since?');
  assert.match(words, /The plan did not foresee this: Subscribers, Facebook/);
  assert.match(words, /Subscribers, Facebook 100 April 15, 2026/);
  assert.match(words, /Ad budget Planned Spent on ads Until the end of Should have been/);
  assert.match(words, /Facebook.*26,000.*3,000.*April 15, 2026/);
  assert.match(words, /In the end, 9 times in 10 Planned Now/);
  assert.match(words, /Trials in effect: [\d,]+ of 8,192/);
});

test('in the report a refusal names its field, and French says it in French', () => {
  const page = open('fr');
  new Analysis(page, 'since').open();
  page.press('Saisir ce qui a été compté');
  page.store.edit(at('start'), '2026-04-01');
  page.store.edit(at('counts/0'), { channel: 'facebook', date: '2026-04-15', ctr: 0.02 });
  const { words } = page.onPaper('Que s’est-il passé depuis\u202f?');
  assert.match(words, /Facebook\u00a0: dites sur combien d’impressions/);
});

test('what was counted goes with its channel, and is not that of the next one', () => {
  const counts = ['a', 'b'].map((channel) => ({ channel, date: '2026-01-10', leads: 40 }));
  const plan = planOf(
    ['a', 'b'].map((id) => ({
      id,
      name: `Lane ${id}`,
      leads: { low: 80, high: 120 },
      costs: [{ kind: 'adSpend', amount: 500 }],
    })),
    { observed: { start: '2026-01-01', counts } },
  );
  plan.names = [{ name: 'Campaign of one that went', channel: 'channel3' }];
  const page = open('en', plan);
  page.openDetails('Lane b');
  page.removeChannel('Lane b');
  assert.deepEqual(page.store.scenario.observed.counts, counts.slice(0, 1));
  page.addChannel();
  assert.notEqual(page.store.scenario.channels.at(-1).id, 'channel3');
  page.undo();
  page.undo();
  assert.deepEqual(page.store.scenario.observed.counts, counts);
});
