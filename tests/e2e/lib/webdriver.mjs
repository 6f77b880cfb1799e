// A WebDriver of its own for each session, spoken to over HTTP: https://www.w3.org/TR/webdriver2/
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { kPatience, until } from './until.mjs';

const kElement = 'element-6066-11e4-a52e-4f735466cecf';

export const reference = (id) => ({ [kElement]: id });
export const idOf = (value) => value?.[kElement];

/** Starts a program that ends with this one at the latest. */
export function startProgram(command, args, options) {
  const program = spawn(command, args, options);
  const kill = () => program.kill();
  process.once('exit', kill);
  const ended = once(program, 'exit').finally(() => process.off('exit', kill));
  return {
    program,
    async stop() {
      program.kill();
      await ended;
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export class Session {
  #driver;
  #root;

  static async start(command, env, capabilities) {
    const session = new Session();
    const port = await freePort();
    session.#root = `http://127.0.0.1:${port}`;
    session.#driver = startProgram(command, [`--port=${port}`], { env, stdio: 'ignore' });
    try {
      await session.#begin(capabilities);
    } catch (error) {
      await session.#driver.stop();
      throw error;
    }
    return session;
  }

  async #begin(capabilities) {
    await until('the driver', () => fetch(`${this.#root}/status`).catch(() => undefined));
    const asked = { capabilities: { alwaysMatch: capabilities } };
    const { sessionId } = await this.post('/session', asked);
    this.#root += `/session/${sessionId}`;
  }

  async call(method, command, body) {
    const signal = AbortSignal.timeout(2 * kPatience);
    const init = { method, body: body && JSON.stringify(body), signal };
    const response = await fetch(`${this.#root}${command}`, init);
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${command}: ${value.error}: ${value.message}`);
    return value;
  }

  get(command) {
    return this.call('GET', command);
  }

  post(command, body = {}) {
    return this.call('POST', command, body);
  }

  /** Ends the browser, then its driver. */
  async end() {
    try {
      await this.call('DELETE', '');
    } finally {
      await this.#driver.stop();
    }
  }
}
