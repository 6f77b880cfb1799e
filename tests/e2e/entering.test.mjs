// Entering numbers with keys, the mouse and the wheel. What is read, refused and asked back is tested
// without a browser: tests/page/entering.test.mjs.
import assert from 'node:assert/strict';
import { inBothBrowsers } from './lib/browsers.mjs';
import { ends, field } from './lib/calculator.mjs';
import { hosted } from './lib/hosted.mjs';
import { planOf } from './lib/plans.mjs';
import { isThere } from './lib/tool.mjs';

const exampleRoi = (12_000 * 0.1 * 150 - 65_000) / 65_000;

inBothBrowsers((test) => {
  test('what cannot be read keeps the results and says so beside the field', async (visit) => {
    const page = await visit.open(hosted());
    const before = await page.values();
    const wordsBefore = await page.visibleText();
    await page.type(field.closeRate, 'abc');
    assert.deepEqual(await page.values(), before);
    assert.equal(await page.error(field.closeRate), undefined, 'no error while typing');
    await page.leave();
    assert.match(await page.error(field.closeRate), /\w+ \w+/, 'an error in words');
    assert.equal(await page.fieldText(field.closeRate), 'abc');
    assert.deepEqual(await page.values(), before);
    await page.says(/last valid/);
    assert.doesNotMatch(wordsBefore, /last valid/);
    await page.type(field.closeRate, '20');
    await page.leave();
    assert.equal(await page.error(field.closeRate), undefined);
    await page.doesNotSay(/last valid/);
    await page.expect({ roi: (12_000 * 0.2 * 150 - 65_000) / 65_000 });
  });

  test('numbers are read as they are typed and pasted, in both languages', async (visit) => {
    const page = await visit.open(hosted());
    for (const [language, rate, money] of [
      ['en', '12.5 %', '€1,234.50'],
      ['fr', '12,5\u202f%', '1\u202f234,5\u00a0€'],
    ]) {
      await page.useLanguage(language);
      await page.type(field.closeRate, '7');
      await page.type(field.closeRate, rate);
      await page.paste(field.value, money);
      await page.expect({ roi: (12_000 * 0.125 * 1234.5 - 65_000) / 65_000 });
      await page.leave();
      assert.equal(await page.error(field.closeRate), undefined);
      assert.equal(await page.error(field.value), undefined);
    }
  });

  test('Enter in a field sends nothing: the page stays', async (visit) => {
    const page = await visit.open(hosted());
    await page.page.evaluate(() => {
      globalThis.isSamePage = true;
    });
    await page.type(field.closeRate, '20');
    await page.page.keyboard.press('Enter');
    await page.expect({ roi: (12_000 * 0.2 * 150 - 65_000) / 65_000 });
    assert.equal(await page.page.evaluate(() => globalThis.isSamePage), true);
    assert.doesNotMatch(page.page.url(), /\?/);
  });

  test('a button turns a figure into a range of a default width, and back', async (visit) => {
    const page = await visit.open(hosted());
    const at = ends(field.closeRate);
    await page.press('Turn Close rate into a range');
    // The odds of 10 % are 1 to 9; four fifths and five quarters of them, to three digits.
    assert.deepEqual(await page.texts(at), ['8', '10', '12']);
    await page.expect({ roi: exampleRoi });
    await page.says(/9 times in 10/);
    await page.says(/default width/);
    await page.type(at.low, '9');
    await page.leave();
    await page.doesNotSay(/default width/);
    await page.expect({ roi: exampleRoi });
    await page.type(at.likely, '11');
    await page.leave();
    const moved = (12_000 * 0.11 * 150 - 65_000) / 65_000;
    await page.expect({ roi: moved });

    await page.press('Back to a single figure, Close rate');
    assert.equal(await page.fieldText(field.closeRate), '11');
    await page.expect({ roi: moved });
    await page.undo();
    assert.deepEqual(await page.texts(at), ['9', '11', '12']);
    await page.undo();
    assert.deepEqual(await page.texts(at), ['9', '10', '12']);
    await page.undo();
    await page.undo();
    assert.equal(await page.fieldText(field.closeRate), '10');
    await page.expect({ roi: exampleRoi });
    for (const _ of ['range', 'low', 'likely']) await page.redo();
    assert.deepEqual(await page.texts(at), ['9', '11', '12']);
    await page.explain('breakEvenCpl');
    await page.unfoldExplanation();
    await page.change('Close rate');
    assert.equal(await page.focused(), at.likely);
  });

  test('a channel is added, named, filled in and removed', async (visit) => {
    const page = await visit.open(hosted());
    const before = await page.values();
    const known = await page.ranking();
    await page.addChannel();
    await page.says(/Channel: nothing typed yet, so not counted/);
    assert.deepEqual(await page.values(), before);
    await page.type(field.name(3), 'Podcast & co');
    await page.type(field.cost(3), '5000');
    const added = (await page.ranking()).filter((id) => !known.includes(id));
    assert.equal(added.length, 1);
    const [id] = added;
    assert.match(await page.value(`roi@${id}`), /^undefined:/, 'unknown is not 0');
    await page.expect({ roi: (12_000 * 0.1 * 150 - 70_000) / 70_000 });
    await page.says(/Per subscriber, without Podcast & co: €5,000 spent, no value known/);
    assert.equal(await page.value('roi@linkedin'), before['roi@linkedin']);
    await page.type(field.leads(3), '2000');
    await page.leave();
    await page.expect({
      [`roi@${id}`]: (2000 * 0.1 * 150 - 5000) / 5000,
      roi: (14_000 * 0.1 * 150 - 70_000) / 70_000,
    });
    assert.deepEqual(await page.ranking(), [id, ...known]);
    await page.says(/Podcast & co does best/);
    await page.removeChannel('Podcast & co');
    assert.deepEqual(await page.values(), before);
    await page.doesNotSay(/Podcast/);
    await page.undo();
    assert.deepEqual(await page.ranking(), [id, ...known]);
  });

  test('undo and redo by buttons and keys, one field a step', async (visit) => {
    const page = await visit.open(hosted());
    const start = await page.values();
    await page.type(field.closeRate, '12.25');
    await page.leave();
    const second = await page.values();
    await page.type(field.cost(0), '10000');
    await page.leave();
    const third = await page.values();
    assert.notEqual(third.roi, second.roi);

    await page.undo();
    assert.deepEqual(await page.values(), second);
    assert.match(await page.fieldText(field.cost(0)), /^26.?000$/);
    await page.undo();
    assert.deepEqual(await page.values(), start);
    assert.equal(await page.fieldText(field.closeRate), '10');
    await page.redo();
    await page.redo();
    assert.deepEqual(await page.values(), third);

    await (await page.input(field.leads(0))).focus();
    await page.chord('z');
    assert.deepEqual(await page.values(), second);
    await page.chord('y');
    assert.deepEqual(await page.values(), third);
    await page.chord('z');
    await page.chord('z');
    assert.deepEqual(await page.values(), start);
  });

  test('undo while typing takes back what was typed', async (visit) => {
    const page = await visit.open(hosted());
    const start = await page.values();
    await page.type(field.closeRate, '42');
    await page.chord('z');
    assert.deepEqual(await page.values(), start);
    assert.equal(await page.fieldText(field.closeRate), '10');
    assert.equal(await page.focused(), field.closeRate);
  });

  test('on a telephone one question about a channel leads to the next, then to the next channel', async (visit) => {
    const page = await visit.open(hosted(), { viewport: { width: 360, height: 740 } });
    const costs = [{ kind: 'adSpend', amount: 1000 }];
    const north = { id: 'north', name: 'North', leads: 80, closeRate: 0.2, costs };
    await page.openDocument(planOf([north, { id: 'south', name: 'South', leads: 40, costs }]));
    await page.press('Details of North');
    /** Those that are closed say their answers. */
    const questions = () =>
      page.inside((root) =>
        [...root.querySelectorAll('.details > details')].map((one) => {
          const words = one.querySelector('summary').innerText.replace(/\s+/g, ' ').trim();
          return one.open ? `${words} …` : words;
        }),
      );
    const focused = () => page.inside((root) => root.activeElement.innerText.split('\n')[0].trim());
    const [name, cost, many, own] = [
      'Name, kind and notes',
      'What does it cost?',
      'How many leads does it bring?',
      'Only for this channel',
    ];
    assert.deepEqual(await questions(), [
      `${name} Other`,
      `${cost} …`,
      `${many} 80`,
      `${own} Close rate: 20%`,
    ]);
    await page.press('Next: How many leads');
    assert.deepEqual(await questions(), [
      `${name} Other`,
      `${cost} €1,000`,
      `${many} …`,
      `${own} Close rate: 20%`,
    ]);
    assert.equal(await focused(), many);
    await page.press('Next: Only for this channel');
    await page.press('Next: South');
    assert.deepEqual(await questions(), [
      `${name} Other`,
      `${cost} …`,
      `${many} 40`,
      `${own} as for the plan`,
    ]);
    assert.equal(await focused(), 'South');
    // A field that is asked for opens its question.
    await page.inside((root, field) => root.host.focusField(field), field.name(1));
    assert.equal(await page.focused(), field.name(1));
  });

  test('a question that is led to is clear of the answer that stays in sight', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'), { viewport: { width: 320, height: 640 } });
    await page.press('Détail de Facebook');
    for (const words of ['Combien d’abonnés apporte-t-il', 'Pour ce canal seulement']) {
      await page.press(`Ensuite\u00a0: ${words}`);
      await page.settled();
      const [bar, question] = await page.inside((root) => [
        root.querySelector('.slim.shown > div').getBoundingClientRect().bottom,
        root.activeElement.getBoundingClientRect().top,
      ]);
      assert.ok(question >= bar, `${words} begins at ${question}, below a bar down to ${bar}`);
    }
  });

  test('what is being typed stays, whatever draws the page anew meanwhile', async (visit) => {
    for (const [tool, name] of [
      ['', field.closeRate],
      ['scorecard', 'ranking'],
      ['reporting-time'],
      ['ab-test'],
      ['holdout', 'regions'],
      ['tracking-links', 'links'],
    ]) {
      const page = await visit.open(hosted(`?lang=en${tool && `#tool=${tool}`}`));
      await (tool ? openTool(page) : page.openAll());
      await page.settled();
      const { typed, lost } = await page.inside(typeEverywhere, tool ? '.evidence' : 'main');
      assert.ok(name ? typed.includes(name) : typed.length > 0, `${tool}: ${typed}`);
      assert.deepEqual(lost, [], tool);
    }
  });

  test('the wheel over a field changes nothing', async (visit) => {
    const page = await visit.open(hosted());
    await page.openAll();
    const before = await page.values();
    for (const name of [field.closeRate, field.cost(1), '/scenarios/0/currency']) {
      const input = await page.input(name);
      const text = await page.fieldText(name);
      await input.focus();
      await input.scrollIntoView();
      const box = await input.boundingBox();
      await page.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      for (const deltaY of [-120, 120, 120]) await page.page.mouse.wheel({ deltaY });
      assert.equal(await page.fieldText(name), text);
    }
    assert.deepEqual(await page.values(), before);
  });
});

/** Opens what is folded in a tool that its address led to. */
async function openTool(page) {
  await isThere(page, '.evidence :is(input, textarea)');
  await page.inside((root) => {
    for (const one of root.querySelectorAll('.evidence details')) one.open = true;
  });
}

/** Begins to type into every field of a part, has the page drawn anew, and tells where the text is not what was typed. */
async function typeEverywhere(root, part) {
  const all = ':is(textarea, input.text:not([type="date"]), input[inputmode])';
  const fields = () => [...root.querySelectorAll(`${part} ${all}`)];
  const lost = [];
  for (const [at, { name }] of fields().entries()) {
    const one = fields()[at];
    one.focus();
    one.value += '7';
    const typed = one.value;
    one.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    root.host.requestUpdate();
    await root.host.updateComplete;
    if (one.value !== typed) lost.push(`${name}: ${typed}, then ${one.value}`);
  }
  return { typed: fields().map(({ name }) => name), lost };
}
