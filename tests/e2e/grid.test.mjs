// The channels as a grid, at a desk: entered and led through as a spreadsheet is. The example has 6 500, 4 000
// and 1 500 subscribers for 26 000, 12 000 and 27 000; 1 in 10 becomes a customer worth 150.
import assert from 'node:assert/strict';
import { inEveryBrowser } from './lib/browsers.mjs';
import { field, kPlan } from './lib/calculator.mjs';
import { hosted } from './lib/hosted.mjs';
import { until } from './lib/until.mjs';

const kLeads = [6500, 4000, 1500];
const kCost = 65_000;
const roi = ({ cost = kCost, customers = 1200, value = 150 }) => (customers * value - cost) / cost;

class Grid {
  constructor(page) {
    this.page = page;
  }

  static async open(visit, viewport) {
    const page = await visit.open(hosted(), viewport && { viewport });
    await page.settledAnswers();
    await page.inside((root) => root.querySelector('[data-opens="grid"]').click());
    await until('the grid', () => page.inside((root) => root.querySelector('.ledger') !== null));
    await page.settled();
    return new Grid(page);
  }

  /** Goes into a cell by the head of its column and the place of its row. */
  async goTo(heading, row) {
    const at = await this.#columnOf(heading);
    await this.page.inside(
      (root, column, line) =>
        root
          .querySelector(
            `[data-row="${line}"][data-column="${column}"] :is(input:not([type=checkbox]), .readonly)`,
          )
          .focus(),
      at,
      row,
    );
    await this.page.settled();
  }

  async type(heading, row, text) {
    await this.goTo(heading, row);
    await this.page.selectAll();
    await this.page.page.keyboard.type(text);
    await this.page.settled();
  }

  /** What stands in the cell that has the focus, and which it is. */
  #focused() {
    return this.page.inside((root) => {
      const cell = root.activeElement?.closest('[data-column]');
      if (!cell) return '';
      const { row, column } = cell.dataset;
      const heads = root.querySelectorAll('.ledger thead tr:first-child th');
      const sums = [...heads].filter((one) => one.textContent.trim().startsWith('Cost'));
      const before = [...heads].indexOf(sums[0]);
      const head = heads[Number(column) < before ? column : Number(column) + 1];
      return `${head.textContent.trim().replace(/\s+.$/, '')} ${row}`;
    });
  }

  /** The texts of a row, of what is typed and of what is worked out. */
  row(selector) {
    return this.page.inside(
      (root, at) =>
        [...root.querySelectorAll(`.ledger ${at} td`)].map((cell) => {
          const input = cell.querySelector('input');
          return (input ? input.value || input.placeholder : cell.textContent).trim();
        }),
      selector,
    );
  }

  /** What goes to the clipboard. */
  copied() {
    return this.page.inside((root) => {
      const clipboardData = new DataTransfer();
      const options = { clipboardData, bubbles: true, composed: true, cancelable: true };
      const copy = new ClipboardEvent('copy', options);
      root.activeElement.dispatchEvent(copy);
      return copy.clipboardData.getData('text/plain');
    });
  }

  async paste(text) {
    await this.page.page.evaluate(`(${this.pasting()})(${JSON.stringify(text)})`);
    await this.page.settled();
  }

  /** What pastes, to be run in the page. */
  pasting() {
    return `(text) => {
      const root = document.querySelector('roi-calculator').shadowRoot;
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const pastes = { clipboardData, data: text, dataType: 'text/plain' };
      const options = { ...pastes, bubbles: true, composed: true, cancelable: true };
      root.activeElement.dispatchEvent(new ClipboardEvent('paste', options));
    }`;
  }

  /** Waits until the focus has come to a cell: what a press changes is drawn before it goes there. */
  isIn(place) {
    return until(place, async () => (await this.#focused()) === place);
  }

  async compare() {
    const press = (css) => this.page.inside((root, at) => root.querySelector(at).click(), css);
    await press('[data-unfolds="scenarios:choosing"]');
    await press('.choosing .link');
    await this.page.settled();
  }

  /** The plans that the figures are in, without where those come from. */
  plans() {
    return this.page.page.evaluate(() => {
      const { document: plan } = document.querySelector('roi-calculator').store;
      const alone = (_, one) => (one?.origin && 'value' in one ? one.value : one);
      return JSON.parse(JSON.stringify(plan.scenarios, alone));
    });
  }

  focusedText() {
    return this.page.inside((root) => root.activeElement.value);
  }

  /** Goes as far as it does, and gives the pixel at the edge of the sums, as a picture. */
  async edge(scrollLeft) {
    const { right, top } = await this.page.inside((root, left) => {
      const scroll = root.querySelector('.on-grid .scroll');
      scroll.scrollIntoView({ block: 'center', behavior: 'instant' });
      scroll.scrollLeft = left;
      const sums = root.querySelector('.ledger tfoot').getBoundingClientRect();
      return { right: scroll.getBoundingClientRect().right, top: sums.top };
    }, scrollLeft);
    await this.page.settled();
    const clip = { x: Math.floor(right) - 2, y: Math.round(top) + 4, width: 1, height: 1 };
    const scrolled = await this.page.page.evaluate(() => scrollY);
    return this.page.page.screenshot({
      clip: { ...clip, y: clip.y + scrolled },
      encoding: 'base64',
    });
  }

  async addColumn(name) {
    await this.page.inside((root, label) => {
      const select = root.querySelector('.grid-acts select');
      select.value = [...select.options].find(({ text }) => text.startsWith(label)).value;
      select.dispatchEvent(new Event('change'));
    }, name);
    await this.page.settled();
  }

  async press(...keys) {
    for (const key of keys) await this.page.page.keyboard.press(key);
    await this.page.settled();
  }

  /** By the keyboard: what is still said late may move a button between a press of the mouse and its end. */
  async pressButton(words) {
    await (await this.page.button(words)).focus();
    await this.press('Enter');
  }

  async withShift(...keys) {
    await this.page.page.keyboard.down('Shift');
    await this.press(...keys);
    await this.page.page.keyboard.up('Shift');
  }

  /** Columns stand between others that end with it. */
  #columnOf(heading) {
    return this.page.inside((root, name) => {
      const heads = [...root.querySelectorAll('.ledger thead tr:first-child th')];
      const figures = heads.filter((one) => !/^(Cost|ROI)\b/.test(one.textContent.trim()));
      return figures.findIndex((one) => one.textContent.trim().startsWith(name));
    }, heading);
  }
}

inEveryBrowser(/typed into, and sums|goes on in the grid|arrows and Enter/, (test) => {
  test('a cell is typed into, and sums and the answer follow', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.type('Ad spend', 0, '20000');
    await grid.page.expect({ roi: roi({ cost: kCost - 6000 }) });
    const [adSpend, sum, leads] = await grid.row('tfoot');
    assert.deepEqual([adSpend, sum, leads], ['59,000', '59,000', '12,000']);
    assert.equal(
      (await grid.row('tbody tr:first-child')).at(-1),
      '+388%',
      '6 500 / 10 x 150 of 20 000',
    );
  });

  test('a channel that is added goes on in the grid, until the list is gone back to', async (visit) => {
    const page = await visit.open(hosted());
    await page.settledAnswers();
    const grid = new Grid(page);
    await grid.pressButton('Add a channel');
    await page.settled();
    await grid.isIn('Channel 3');
    await page.page.keyboard.type('Radio');
    for (const figure of ['5000', '200']) {
      await grid.press('Tab');
      await page.page.keyboard.type(figure);
      await page.settled();
    }
    await page.expect({ roi: roi({ cost: kCost + 5000, customers: 1220 }) });
    await grid.pressButton('Back to the list');
    await page.settled();
    await grid.pressButton('Add a channel');
    await until('one more', async () => (await page.channelNames()).length === 5);
    assert.deepEqual(await page.channelNames(), [
      'Facebook',
      'Instagram',
      'LinkedIn',
      'Radio',
      'Channel',
    ]);
    await until('its name', async () => (await page.focused()) === `${kPlan}/channels/4/name`);
  });

  test('who starts with own numbers is led through the list, and a narrow page keeps to it', async (visit) => {
    const { page } = await Grid.open(visit);
    await page.click(await page.element('[data-starts]'));
    await until('the first cost', async () => (await page.focused()) === field.cost(0));
    const narrow = await visit.open(hosted(), { viewport: { width: 768, height: 900 } });
    await narrow.press('Add a channel');
    await narrow.settled();
    assert.equal((await narrow.channelNames()).length, 4);
    assert.equal(await narrow.focused(), field.name(3));
  });

  test('a shadow lies at the edge while columns are beyond it', async (visit) => {
    const grid = await Grid.open(visit, { width: 960, height: 900 });
    const paper = await grid.edge(0);
    for (const name of [
      'People',
      'Tools',
      'Materials',
      'Impressions',
      'Click-through',
      'Clicks',
      'Conversion',
      'Gross margin',
    ])
      await grid.addColumn(name);
    assert.notEqual(await grid.edge(0), paper);
    assert.equal(await grid.edge(10_000), paper);
  });

  test('a channel’s own close rate counts for it alone, and its last digit gives way to the plan’s', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.type('Close rate', 1, '20');
    await grid.page.expect({ roi: roi({ customers: 650 + 800 + 150 }) });
    await grid.press('Backspace', 'Backspace');
    await grid.page.expect({ roi: roi({}) });
    await grid.type('Value', 2, '300');
    await grid.page.expect({ roi: (1050 * 150 + 150 * 300 - kCost) / kCost });
    await grid.page.selectAll();
    await grid.press('Backspace');
    await grid.page.expect({ roi: roi({}) });
    const own = await grid.page.page.evaluate(() => {
      const [plan] = document.querySelector('roi-calculator').store.document.scenarios;
      return JSON.stringify(plan.channels[2].value);
    });
    assert.equal(own, undefined);
  });

  test('hours at a cost are typed into a cell, and a plain amount takes their place', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.addColumn('People');
    await grid.type('People', 0, '12 h x 40');
    await grid.page.expect({ roi: roi({ cost: kCost + 480 }) });
    await grid.press('Enter');
    await grid.isIn('People 1');
    assert.match((await grid.row('tbody tr'))[1], /^12\sh\s× 40$/);
    assert.deepEqual((await grid.row('tfoot')).slice(0, 3), ['65,000', '480', '65,480']);
    await grid.type('People', 0, '12 h');
    await grid.page.expect({ roi: roi({ cost: kCost + 480 }) });
    await grid.type('People', 0, '500');
    await grid.page.expect({ roi: roi({ cost: kCost + 500 }) });
    await grid.page.selectAll();
    await grid.press('Backspace');
    await grid.page.expect({ roi: roi({}) });
  });

  test('arrows and Enter lead from cell to cell, and within a text they move in it', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.goTo('Ad spend', 0);
    await grid.press('ArrowDown');
    await grid.isIn('Ad spend 1');
    await grid.press('ArrowRight');
    await grid.isIn('Subscribers 1');
    await grid.press('Enter');
    await grid.isIn('Subscribers 2');
    await grid.press('ArrowLeft', 'ArrowUp');
    await grid.isIn('Ad spend 1');
    await grid.press('End', 'ArrowLeft');
    await grid.isIn('Ad spend 1');
    await grid.press('End', 'ArrowRight');
    await grid.isIn('Subscribers 1');
    await grid.withShift('Enter');
    await grid.isIn('Subscribers 0');
  });

  test('a block is copied, pasted elsewhere, emptied and brought back', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.goTo('Ad spend', 0);
    await grid.withShift('ArrowDown', 'ArrowRight');
    assert.equal(await grid.copied(), '26,000\t6,500\n12,000\t4,000');
    await grid.press('Delete');
    await grid.page.expect({ roi: (1500 * 0.1 * 150 - 27_000) / 27_000 });
    await grid.page.chord('z');
    await grid.page.expect({ roi: roi({}) });
    await grid.goTo('Ad spend', 1);
    await grid.paste('1,000\t500\r\n2,000\t600\r\n');
    const cost = 26_000 + 1000 + 2000;
    await grid.page.expect({ roi: roi({ cost, customers: (6500 + 500 + 600) / 10 }) });
    await grid.page.says(/4 cells pasted\./);
    await grid.page.chord('z');
    await grid.page.expect({ roi: roi({}) });
  });

  test('what a block holds that is no figure is left as it was, and named', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.goTo('Ad spend', 0);
    await grid.paste('1,000\n-5\nabc');
    await grid.page.expect({ roi: roi({ cost: 1000 + 12_000 + 27_000 }) });
    await grid.page.says(/One cell pasted\. Left as it was: -5 and abc\./);
  });

  test('rows beyond the last are new channels', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.goTo('Channel', 2);
    await grid.paste('Search\t20,000\t1,000\nRadio\t5,000\t200');
    const cost = 26_000 + 12_000 + 20_000 + 5000;
    await grid.page.expect({ roi: roi({ cost, customers: (6500 + 4000 + 1000 + 200) / 10 }) });
    assert.deepEqual((await grid.row('tfoot')).slice(0, 3), ['63,000', '63,000', '11,700']);
  });

  test('a table with headings is asked about, as anywhere', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.goTo('Channel', 0);
    await grid.paste('Channel\tCost\tLeads\nRadio\t5,000\t200');
    await until('the table', async () => (await grid.page.focused()) === 'table');
    assert.match(await grid.page.fieldText('table'), /^Channel\tCost/);
    await grid.page.expect({ roi: roi({}) });
  });

  test('a figure is filled down, with keys and a button, and made the same for all', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.goTo('Ad spend', 0);
    await grid.withShift('ArrowDown');
    await grid.page.chord('d');
    await grid.page.expect({ roi: roi({ cost: 26_000 + 26_000 + 27_000 }) });
    await grid.goTo('Ad spend', 2);
    await grid.page.chord('d');
    await grid.page.expect({ roi: roi({ cost: 3 * 26_000 }) });
    await grid.type('Ad spend', 1, '1000');
    await grid.page.press('Fill down');
    await grid.page.expect({ roi: roi({ cost: 26_000 + 1000 + 1000 }) });
    await grid.page.press('Same for all');
    await grid.page.expect({ roi: roi({ cost: 3000 }) });
    await grid.page.chord('z');
    await grid.page.expect({ roi: roi({ cost: 28_000 }) });
  });

  test('a cell is a range without leaving the grid', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.type('Ad spend', 0, '20000..30000');
    await grid.page.says(/9 times in 10/);
    assert.deepEqual(
      await grid.page.texts([
        `${kPlan}/channels/0/costs/kind=adSpend/amount/low`,
        `${kPlan}/channels/0/costs/kind=adSpend/amount/high`,
      ]),
      ['20,000', '30,000'],
    );
  });

  test('two plans stand below each other, both to be typed into', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.compare();
    await grid.type('Ad spend', 1, '20000');
    await grid.page.expect({ roi: roi({}) });
    const results = await grid.page.page.evaluate(() => {
      const { results: all } = document.querySelector('roi-calculator').store;
      return all.map(({ total }) => total.roi);
    });
    assert.deepEqual(results.toSorted(), [roi({}), roi({ cost: kCost - 6000 })].toSorted());
    const unlike = await grid.page.inside((root) =>
      [...root.querySelectorAll('.ledger .unlike')].map((cell) => cell.querySelector('input').name),
    );
    assert.deepEqual(unlike, [`${kPlan}/channels/0/costs/kind=adSpend/amount`]);
  });

  test('Enter stays in its column where two plans stand below each other', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.compare();
    await grid.type('Ad spend', 0, '100');
    for (const amount of ['200', '300']) {
      await grid.press('Enter');
      await grid.page.selectAll();
      await grid.page.page.keyboard.type(amount);
      await grid.page.settled();
    }
    const [plan, other] = await grid.plans();
    const spent = ({ channels }) => channels.map(({ costs }) => costs[0].amount);
    assert.deepEqual(spent(other), [100, 300, 27_000]);
    assert.deepEqual(spent(plan), [200, 12_000, 27_000]);
    assert.deepEqual(
      plan.channels.map(({ leads }) => leads),
      kLeads,
    );
  });

  test('a block goes into the rows of one plan', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.compare();
    await grid.goTo('Ad spend', 0);
    await grid.paste('1\n2\n3');
    const [plan, other] = await grid.plans();
    const spent = ({ channels }) => channels.map(({ costs }) => costs[0].amount);
    assert.deepEqual(spent(other), [1, 2, 3]);
    assert.deepEqual(spent(plan), [26_000, 12_000, 27_000]);
  });

  test('a column that is emptied stays, and what is typed next is booked there', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.addColumn('People');
    await grid.addColumn('Tools and software');
    await grid.type('People', 1, '700');
    await grid.page.selectAll();
    await grid.press('Backspace');
    await grid.page.page.keyboard.type('900');
    await grid.page.settled();
    const [{ channels }] = await grid.plans();
    assert.deepEqual(
      channels[1].costs.map(({ kind, amount }) => [kind, amount]),
      [
        ['adSpend', 12_000],
        ['people', 900],
      ],
    );
  });

  test('a refused text stays in its cell, and the figure before counts', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.addColumn('People');
    await grid.addColumn('Tools and software');
    await grid.type('People', 0, '12 h x 40 + 100');
    await grid.page.expect({ roi: roi({}) });
    await grid.type('Tools', 0, '50');
    await grid.page.expect({ roi: roi({ cost: kCost + 50 }) });
    await grid.goTo('People', 0);
    assert.equal(await grid.focusedText(), '12 h x 40 + 100');
    await grid.page.selectAll();
    await grid.page.page.keyboard.type('12 h x 40');
    await grid.page.expect({ roi: roi({ cost: kCost + 530 }) });
  });

  test('hours with a range are shown, and an only line can be emptied of them', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.type('Ad spend', 0, '12 h x 40..60');
    await grid.press('Enter');
    assert.match((await grid.row('tbody tr:first-child'))[0], /^12\sh\s× 40\.\.60$/);
    await grid.goTo('Ad spend', 0);
    await grid.page.selectAll();
    await grid.press('Backspace');
    const [{ channels }] = await grid.plans();
    assert.deepEqual(channels[0].costs, [{ kind: 'adSpend' }]);
  });

  test('empty first cells keep a block where it was, ranges go along, quotes hold cells together', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.goTo('Ad spend', 0);
    await grid.paste('\t777');
    const [afterGap] = await grid.plans();
    assert.equal(afterGap.channels[0].leads, 777);
    await grid.page.chord('z');
    await grid.type('Ad spend', 0, '20000..30000');
    await grid.withShift('ArrowDown');
    assert.equal(await grid.copied(), '20,000..30,000\n12,000');
    await grid.goTo('Channel', 0);
    await grid.paste('"Google\nAds"\t1000\t10\nRadio\t2000\t20');
    const [{ channels }] = await grid.plans();
    assert.deepEqual(
      channels.map(({ name, costs, leads }) => [name, costs[0].amount, leads]),
      [
        ['Google Ads', 1000, 10],
        ['Radio', 2000, 20],
        [undefined, 27_000, 1500],
      ],
    );
  });

  test('a paste takes nothing that typing would ask about', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.goTo('Ad spend', 0);
    await grid.paste('$500\n600 incl. VAT\n700');
    const [{ channels }] = await grid.plans();
    assert.deepEqual(
      channels.map(({ costs }) => costs[0].amount),
      [26_000, 12_000, 700],
    );
    await grid.goTo('Close rate', 0);
    await grid.paste('0.1\n12');
    const [{ channels: after }] = await grid.plans();
    assert.deepEqual(
      after.map(({ closeRate }) => closeRate),
      [undefined, 0.12, undefined],
    );
  });

  test('a block is seen, let go by typing, cut, and filled with one figure', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.goTo('Ad spend', 0);
    await grid.withShift('ArrowDown', 'ArrowDown');
    const colours = await grid.page.inside((root) => [
      ...new Set(
        [...root.querySelectorAll('.ledger tbody td:nth-child(2)')].map(
          (cell) => getComputedStyle(cell).backgroundColor,
        ),
      ),
      getComputedStyle(root.querySelector('.ledger tbody td:nth-child(4)')).backgroundColor,
    ]);
    assert.equal(new Set(colours).size, 2);
    await grid.paste('900');
    await grid.page.expect({ roi: roi({ cost: 2700 }) });
    await grid.goTo('Ad spend', 0);
    await grid.withShift('ArrowDown');
    await grid.page.selectAll();
    await grid.page.page.keyboard.type('500');
    await grid.press('Backspace');
    await grid.page.page.keyboard.type('7');
    await grid.page.expect({ roi: roi({ cost: 507 + 1800 }) });
  });

  test('± and what else is known of a cell are a key away, and Escape leads back', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.goTo('Close rate', 1);
    await grid.page.page.keyboard.down('Alt');
    await grid.press('ArrowDown');
    await grid.page.page.keyboard.up('Alt');
    assert.equal(await grid.page.inside((root) => root.activeElement.className), 'spread');
    await grid.press('Escape');
    await grid.isIn('Close rate 1');
  });

  test('a refused cell among many is found without asking the core about each', async (visit) => {
    const grid = await Grid.open(visit);
    await grid.goTo('Ad spend', 0);
    await grid.page.page.evaluate(() => {
      const { engine } = document.querySelector('roi-calculator').store;
      const evaluate = engine.evaluate.bind(engine);
      globalThis.asked = 0;
      engine.evaluate = (...request) => {
        globalThis.asked += 1;
        return evaluate(...request);
      };
    });
    const rows = Array.from({ length: 200 }, (_, at) => (at === 100 ? '-5' : String(at + 1)));
    await grid.paste(rows.join('\n'));
    const [{ channels }] = await grid.plans();
    assert.equal(channels.length, 200);
    assert.equal(channels[100].costs[0].amount, undefined);
    assert.equal(channels[199].costs[0].amount, 200);
    // halving 200 takes 8 steps, each asked about at most twice
    const asked = await grid.page.page.evaluate(() => globalThis.asked);
    assert.ok(asked <= 1 + 2 * 8 + 1, `${asked} times`);
  });

  test('clearing what is left of the example leads to the first cell that is to be filled in', async (visit) => {
    for (const [heading, next] of [
      ['Ad spend', /channels\/0\/leads$/],
      ['Close rate', /channels\/0\/costs\/kind=adSpend\/amount$/],
      ['Subscribers', /channels\/0\/costs\/kind=adSpend\/amount$/],
    ]) {
      const grid = await Grid.open(visit);
      await grid.type(heading, 0, '7');
      await grid.press('Enter');
      await grid.page.inside((root) => root.querySelector('[data-clears]').focus());
      await grid.press('Enter');
      await until('a field', () =>
        grid.page.inside((root) => root.activeElement?.matches('input[name]') ?? false),
      );
      const name = await grid.page.inside((root) => root.activeElement.name);
      assert.match(name, next);
      assert.ok(await grid.page.inside((root) => root.activeElement.closest('.ledger') !== null));
    }
  });

  test('on a telephone it is not offered', async (visit) => {
    const page = await visit.open(hosted(), { viewport: { width: 360, height: 740 } });
    await page.doesNotSay(/Enter in a table/);
  });
});
