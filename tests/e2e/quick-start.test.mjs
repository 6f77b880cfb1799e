// The quick start, step by step as it stands in web/docs/quick-start.md: files are made of its blocks, put where its
// sentences say, and run by its command. Only addresses and the hash are those of the test, as the steps ask.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { after, before } from 'node:test';
import { inEveryBrowser } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { Calculator, field } from './lib/calculator.mjs';
import { Hosts, listen, told } from './lib/host.mjs';
import { until } from './lib/until.mjs';

const text = await readFile(new URL('../../web/docs/quick-start.md', import.meta.url), 'utf8');

let hosts;
before(async () => {
  hosts = await Hosts.start();
});
after(() => hosts.close());

/** The steps, each with what it says and its block, whose lines are indented by as much as the step is. */
function stepsOf(document) {
  const [, ...steps] = document.split(/^(?=\d+\. )/m);
  return steps.map((step) => {
    const [, block = ''] = /^ +```\w+\n([\s\S]*?)^ +```$/m.exec(step) ?? [];
    const [said] = step.split(/^ +```/m);
    return { said: said.replaceAll(/\s+/g, ' '), block: block.replaceAll(/^ {3}/gm, '') };
  });
}

/** The files that the steps make, each block where its sentence says. */
function filesOf(steps) {
  const files = {};
  for (const { said, block } of steps) {
    const [, made] = /make the file `([^`]+)`/.exec(said) ?? [];
    const [, name, mark] = /^\d+\. In `([^`]+)`, above `([^`]+)`/.exec(said) ?? [];
    if (made) files[made] = block;
    if (!name) continue;
    assert.equal(files[name]?.split(mark).length, 2, `${mark} stands once in ${name}`);
    files[name] = files[name].replace(mark, () => `${block}${mark}`);
  }
  return files;
}

/** A port that nobody listens at. */
async function freePort() {
  const server = createServer().listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Makes the files and runs what the steps run; `heard` are the lines that it says. */
async function follow(visit, steps) {
  const port = await freePort();
  const { integrity } = JSON.parse(await readFile(path.join(dist, 'embed/integrity.json'), 'utf8'));
  const folder = path.join(visit.folder, 'quick-start');
  await mkdir(folder);
  for (const [name, written] of Object.entries(filesOf(steps))) {
    const own = written
      .replaceAll('http://localhost:8080', hosts.cdn.origin)
      .replace('sha384-…', integrity)
      .replace('listen(8000)', `listen(${port})`);
    await writeFile(path.join(folder, name), own);
  }
  const run = steps.find(({ said }) => said.includes('Run it'));
  const [command, ...args] = run.block.trim().split(' ');
  const heard = [];
  const program = spawn(command, args, { cwd: folder });
  program.stdout.on('data', (data) => heard.push(...String(data).trim().split('\n')));
  const origin = `http://localhost:${port}`;
  await until('the server', async () => (await fetch(origin).catch(() => undefined))?.ok);
  return { origin, heard, stop: () => program.kill() };
}

const steps = stepsOf(text);

inEveryBrowser(/quick start/, (test) => {
  test('the quick start leads from an empty file to a lead', async (visit) => {
    assert.ok(steps.length <= 10, `${steps.length} steps`);
    const { origin, heard, stop } = await follow(visit, steps);
    try {
      await answersAndSends(visit, origin, heard);
    } finally {
      stop();
    }
  });
});

async function answersAndSends(visit, origin, heard) {
  const { page } = await visit.blank(`${origin}/`, { also: hosts.cdn.origin });
  await listen(page);
  await page.goto(`${origin}/`);
  const calculator = new Calculator(page);
  await calculator.answered();
  assert.deepEqual(await told(page, 'roi-error'), []);
  const [, promised] = /The page says “([^”]+)”/.exec(steps.map(({ said }) => said).join(' '));
  const sentence = await calculator.inside((root) => root.querySelector('.sentence').innerText);
  assert.ok(sentence.replaceAll(/\s+/g, ' ').startsWith(promised), sentence);
  const called = await calculator.inside((root) => {
    const { href, innerText } = root.querySelector('.call-to-action [data-roi-send]');
    return [href, innerText];
  });
  assert.deepEqual(called, ['https://agency.example/call', 'Book a call']);
  await calculator.says(/Quotes that are signed/);
  assert.equal(await calculator.fieldText(field.closeRate), '25');
  const isLocked = (root) => root.querySelector('output[name="/scenarios/0/margin"]') !== null;
  assert.ok(await calculator.inside(isLocked));
  assert.deepEqual(heard, []);
  const there = async (css) =>
    (await page.evaluateHandle((one) => document.querySelector(one), css)).asElement();
  await (await there('[name="email"]')).focus();
  await page.keyboard.type('visitor@example.com');
  await (await there('form button')).click();
  const line = await until('the lead', () => heard[0]);
  // in between two pages there is none to ask
  const said = () => page.evaluate(() => document.body.innerText).catch(() => undefined);
  await until('the page that thanks', async () => (await said()) === 'Thank you.');
  assert.equal(heard.length, 1);
  const { email, verdict, roi, link } = JSON.parse(line);
  assert.equal(email, 'visitor@example.com');
  assert.ok(verdict.replaceAll(/\s+/g, ' ').startsWith(promised), verdict);
  // 1 500 spent, 40 quotes asked for, one in four signed, 800 each, of which 40 % stay.
  assert.ok(Math.abs(Number(roi) - (40 * 0.25 * 800 * 0.4 - 1500) / 1500) < 1e-12, roi);
  assert.match(link, /#.*s=1\./);
}
