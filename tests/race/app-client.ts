import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LicenseView } from '../../src/service/license/license-views';
import type { Asked, ProcessRequest, ProcessMessage } from './app-process';
import type { SeenPriceTable } from './prices/random-price-requests';
import type { SeenTitle } from './random-title-requests';
import type { Answer, Request } from './requests';

const PROGRAM = fileURLToPath(new URL('app-process.ts', import.meta.url));

/** A client of an app that runs in a separate process. */
export class AppClient {
  private readonly pending = new Map<number, (message: ProcessMessage | null) => void>();
  private last = 0;
  /** Uncaught exceptions that the process reported. */
  readonly uncaught: string[] = [];

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (message: ProcessMessage) => {
      if ('uncaught' in message) this.uncaught.push(message.uncaught);
      else if ('id' in message) this.resolve(message.id, message);
    });
    child.on('exit', () => {
      for (const id of this.pending.keys()) this.resolve(id, null);
    });
  }

  static async start(url: string, { connections }: { connections: number }): Promise<AppClient> {
    const child = fork(PROGRAM, [url, String(connections)], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const app = new AppClient(child);
    // Its output about lost connections is ignored unless it fails to start.
    let output = '';
    child.stderr?.on('data', (text: Buffer) => {
      output = (output + text.toString()).slice(-2_000);
    });
    const [first] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit'),
    ])) as unknown[];
    if (typeof first !== 'object') throw new Error(`The app did not start: ${output}`);
    return app;
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Sends a request to the process; `unknown` when the process ends before it responds. */
  async send(request: Request): Promise<Answer> {
    const message = await this.ask({ request });
    return message !== null && 'answer' in message ? message.answer : { kind: 'unknown' };
  }

  async view(licenseId: string): Promise<LicenseView | null> {
    const message = await this.ask({ view: licenseId });
    return message !== null && 'view' in message ? message.view : null;
  }

  async title(contentId: string): Promise<SeenTitle | null> {
    const message = await this.ask({ title: contentId });
    return message !== null && 'title' in message ? message.title : null;
  }

  async priceTable(id: string): Promise<SeenPriceTable | null> {
    const message = await this.ask({ priceTable: id });
    return message !== null && 'priceTable' in message ? message.priceTable : null;
  }

  /** Why the process is not ready, or `null`; a reason, too, when it does not answer. */
  async unreadyBecause(): Promise<string | null> {
    const message = await this.ask({ readiness: true });
    return message !== null && 'reason' in message ? message.reason : 'It does not answer.';
  }

  /** Sets its clock. @param off milliseconds before (below zero) or after the time that it is */
  setClock(off: number): void {
    const clock: ProcessRequest = { clock: off };
    if (this.child.connected) this.child.send(clock);
  }

  /** Kills the process with SIGKILL. */
  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  /** Disconnects, so that the process exits by itself. */
  async stop(): Promise<void> {
    if (!this.alive) return;
    const gone = once(this.child, 'exit');
    this.child.disconnect();
    await gone;
  }

  private ask(what: Asked): Promise<ProcessMessage | null> {
    if (!this.child.connected) return Promise.resolve(null);
    this.last += 1;
    const id = this.last;
    return new Promise((resolve) => {
      this.pending.set(id, resolve);
      const request: ProcessRequest = { id, ...what };
      this.child.send(request, (error) => {
        if (error !== null) this.resolve(id, null);
      });
    });
  }

  private resolve(id: number, message: ProcessMessage | null): void {
    this.pending.get(id)?.(message);
    this.pending.delete(id);
  }
}
