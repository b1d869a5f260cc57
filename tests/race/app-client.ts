import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LicenseView } from '../../src/service/views';
import type { Asked, Told } from './app-process';
import type { SeenTitle } from './random-title-requests';
import type { Answer, Request } from './requests';

const PROGRAM = fileURLToPath(new URL('app-process.ts', import.meta.url));

/** A client of an app that runs in a separate process. */
export class AppClient {
  private readonly asked = new Map<number, (told: Told | null) => void>();
  private last = 0;
  /** Uncaught exceptions that the process reported. */
  readonly uncaught: string[] = [];

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (told: Told) => {
      if ('uncaught' in told) this.uncaught.push(told.uncaught);
      else if ('id' in told) this.settle(told.id, told);
    });
    child.on('exit', () => {
      for (const id of this.asked.keys()) this.settle(id, null);
    });
  }

  static async start(url: string, { connections }: { connections: number }): Promise<AppClient> {
    const child = fork(PROGRAM, [url, String(connections)], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const app = new AppClient(child);
    // Its output about lost connections is ignored unless it fails to start.
    let said = '';
    child.stderr?.on('data', (text: Buffer) => {
      said = (said + text.toString()).slice(-2_000);
    });
    const [first] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit'),
    ])) as unknown[];
    if (typeof first !== 'object') throw new Error(`The app did not start: ${said}`);
    return app;
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Sends a request to the process; `unknown` when the process ends before it responds. */
  async send(request: Request): Promise<Answer> {
    const told = await this.ask({ request });
    return told !== null && 'answer' in told ? told.answer : { kind: 'unknown' };
  }

  async view(licenseId: string): Promise<LicenseView | null> {
    const told = await this.ask({ view: licenseId });
    return told !== null && 'view' in told ? told.view : null;
  }

  async title(contentId: string): Promise<SeenTitle | null> {
    const told = await this.ask({ title: contentId });
    return told !== null && 'title' in told ? told.title : null;
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

  private ask(
    what: { request: Request } | { view: string } | { title: string },
  ): Promise<Told | null> {
    if (!this.child.connected) return Promise.resolve(null);
    this.last += 1;
    const id = this.last;
    return new Promise((resolve) => {
      this.asked.set(id, resolve);
      const message: Asked = { id, ...what };
      this.child.send(message, (error) => {
        if (error !== null) this.settle(id, null);
      });
    });
  }

  private settle(id: number, told: Told | null): void {
    this.asked.get(id)?.(told);
    this.asked.delete(id);
  }
}
