import type { Server, Socket } from 'node:net';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** Which part of a statement's way to cut: before its reply is read, or as soon as it was sent. */
export type Cut = 'reply' | 'request';

/** A line between the app and PostgreSQL that breaks on demand. */
export class CuttingProxy {
  private armed: { readonly text: string; readonly cut: Cut; times: number } | null = null;
  /** How often it has broken. */
  cuts = 0;

  private constructor(
    private readonly server: Server,
    /** The address of the database, by way of this. */
    readonly url: string,
  ) {}

  static async before(databaseUrl: string): Promise<CuttingProxy> {
    const target = new URL(databaseUrl);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('No port was given.');
    const way = new URL(databaseUrl);
    way.port = String(address.port);
    const proxy = new CuttingProxy(server, way.href);
    server.on('connection', (app: Socket) => {
      proxy.join(app, connect(Number(target.port), target.hostname));
    });
    return proxy;
  }

  /** The next so many messages of the app that hold this text break the connection they go over. */
  arm(text: string, cut: Cut, times: number): void {
    this.armed = { text, cut, times };
  }

  async close(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }

  private join(app: Socket, database: Socket): void {
    let cutting = false;
    const part = () => {
      app.destroy();
      database.destroy();
    };
    app.on('data', (message) => {
      const { armed } = this;
      if (armed === null || armed.times === 0 || !message.includes(armed.text)) {
        database.write(message);
        return;
      }
      armed.times -= 1;
      this.cuts += 1;
      cutting = true;
      // What was written before the end still arrives: the database executes it, whether anybody listens or not.
      if (armed.cut === 'request') {
        database.end(message);
        app.destroy();
      } else database.write(message);
    });
    database.on('data', (message) => {
      if (cutting) part();
      else app.write(message);
    });
    for (const socket of [app, database]) {
      socket.on('error', part);
      socket.on('close', () => (cutting ? app.destroy() : part()));
    }
  }
}
