import type { Server, Socket } from 'node:net';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/**
 * Where on its way a message breaks the connection: before it arrives, as soon as it was sent, before its reply is read, or
 * before the reply is read after which PostgreSQL has no transaction open on this connection any more.
 */
export type Cut = 'unsent' | 'request' | 'reply' | 'commit';

interface Armed {
  readonly text: string;
  readonly cut: Cut;
  readonly meanwhile: () => Promise<void>;
  times: number;
}

/** How PostgreSQL ends a reply when no transaction is open: ReadyForQuery, idle. */
const IDLE = Buffer.from('Z\0\0\0\x05I', 'latin1');

/** A line to a server, such as between the app and PostgreSQL, that breaks on demand. */
export class CuttingProxy {
  private armed: Armed | null = null;
  private readonly sockets = new Set<Socket>();
  /** How often it has broken. */
  cuts = 0;

  private constructor(
    private readonly server: Server,
    /** The address of the server, by way of this. */
    readonly url: string,
  ) {}

  static async before(serverUrl: string): Promise<CuttingProxy> {
    const target = new URL(serverUrl);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('No port was given.');
    const way = new URL(serverUrl);
    way.port = String(address.port);
    const proxy = new CuttingProxy(server, way.href);
    server.on('connection', (app: Socket) => {
      proxy.join(app, connect(Number(target.port), target.hostname));
    });
    return proxy;
  }

  /**
   * The next so many messages of the app that hold this text break the connection they go over.
   *
   * @param meanwhile what happens when one has got that far, before the connection breaks; nothing passes until it is over
   */
  arm(text: string, cut: Cut, times: number, meanwhile = () => Promise.resolve()): void {
    this.armed = { text, cut, times, meanwhile };
  }

  disarm(): void {
    this.armed = null;
  }

  async close(): Promise<void> {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await once(this.server, 'close');
  }

  private join(app: Socket, database: Socket): void {
    let breaking: Armed | null = null;
    let isBroken = false;
    const part = () => {
      app.destroy();
      // What was written before the end still arrives: the database executes it, whether anybody listens or not.
      if (!isBroken || breaking?.cut !== 'request') database.destroy();
    };
    const breakOff = ({ meanwhile }: Armed) => {
      isBroken = true;
      this.cuts += 1;
      void meanwhile().then(part);
    };
    app.on('data', (message) => {
      if (isBroken) return;
      const { armed } = this;
      if (breaking === null && armed !== null && armed.times > 0 && message.includes(armed.text)) {
        armed.times -= 1;
        breaking = armed;
      }
      if (breaking?.cut === 'request') database.end(message);
      else if (breaking?.cut !== 'unsent') database.write(message);
      if (breaking?.cut === 'request' || breaking?.cut === 'unsent') breakOff(breaking);
    });
    database.on('data', (message) => {
      if (isBroken) return;
      const isDue = breaking?.cut === 'reply' || message.subarray(-IDLE.length).equals(IDLE);
      if (breaking !== null && isDue) breakOff(breaking);
      else app.write(message);
    });
    for (const socket of [app, database]) {
      this.sockets.add(socket);
      socket.on('error', part);
      socket.on('close', () => {
        this.sockets.delete(socket);
        part();
      });
    }
  }
}
