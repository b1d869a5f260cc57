import type { Server, Socket } from 'node:net';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/**
 * The point at which a connection breaks: before a message arrives, right after it is sent, before its reply is read, or
 * before the reply is read that leaves no transaction open on the connection.
 */
export type Cut = 'unsent' | 'request' | 'reply' | 'commit';

interface Armed {
  readonly text: string;
  readonly cut: Cut;
  readonly meanwhile: () => Promise<void>;
  times: number;
}

/** The end of a PostgreSQL reply without an open transaction: ReadyForQuery, idle. */
const IDLE = Buffer.from('Z\0\0\0\x05I', 'latin1');

/** A proxy for a server, such as PostgreSQL, whose connections break on demand. */
export class CuttingProxy {
  private armed: Armed | null = null;
  private readonly sockets = new Set<Socket>();
  /** The number of cuts so far. */
  cuts = 0;

  private constructor(
    private readonly server: Server,
    /** The address of the server through this proxy. */
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
   * Breaks the connection of the next messages that contain a text.
   *
   * @param meanwhile runs at the cut, before the connection breaks; nothing passes until it is done
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
      // Data written before the end still arrives: the database executes it even though the client is gone.
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
