import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { inProject } from '../bootstrap/prepare.mjs';

/** A compiled program of the bench that is told something, and answers it. */
export class Child<Told extends object, Answer> {
  private readonly process: ChildProcess;

  /** @param name of its file in `dist` */
  constructor(name: string, args: readonly string[] = []) {
    this.process = fork(inProject(`dist/${name}.js`), args);
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** @throws when the program ends instead of answering */
  async tell(told: Told): Promise<Answer> {
    const answered = new AbortController();
    const { signal } = answered;
    const ended = once(this.process, 'exit', { signal }).then(() => {
      throw new Error('A program of the bench has ended.');
    });
    const [answer] = await Promise.race([this.answerTo(told), ended]);
    ended.catch(() => undefined);
    answered.abort();
    return answer;
  }

  private answerTo(told: Told): Promise<[Answer]> {
    const answer = once(this.process, 'message') as Promise<[Answer]>;
    this.process.send(told);
    return answer;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    this.process.disconnect();
    await once(this.process, 'exit');
  }
}
