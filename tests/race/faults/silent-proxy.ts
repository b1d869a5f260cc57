import type { Server, Socket } from 'node:net';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/**
 * A proxy for a server, such as PostgreSQL, that can fall silent as a host does that loses its power or its network:
 * nothing passes any more, and nothing says so. New connections are taken and never answered.
 */
export class SilentProxy {
  private readonly sockets = new Set<Socket>();
  private silence: { readonly after: string; readonly begun: () => void } | null = null;
  private isSilent = false;
  /** What began in another life of the host is silent for ever. */
  private life = 0;

  private constructor(
    private readonly server: Server,
    /** The address of the server through this proxy. */
    readonly url: string,
  ) {}

  static async before(serverUrl: string): Promise<SilentProxy> {
    const target = new URL(serverUrl);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('No port was given.');
    const way = new URL(serverUrl);
    way.port = String(address.port);
    const proxy = new SilentProxy(server, way.href);
    server.on('connection', (app: Socket) => {
      proxy.join(app, () => connect(Number(target.port), target.hostname));
    });
    return proxy;
  }

  /** Nothing passes from now on. */
  fallSilent(): void {
    this.isSilent = true;
    this.life += 1;
  }

  /**
   * Falls silent once a message that contains a text went to the server: it does what it was asked for, and nobody hears.
   *
   * @returns what resolves when it is silent
   */
  fallSilentAfter(text: string): Promise<void> {
    return new Promise((resolve) => {
      this.silence = { after: text, begun: resolve };
    });
  }

  /** Every connection is reset, as by a firewall that has forgotten it; new ones are taken. */
  reset(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  /** New connections are answered again; those that fell silent stay so, because their server has forgotten them. */
  speakAgain(): void {
    this.isSilent = false;
  }

  async close(): Promise<void> {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await once(this.server, 'close');
  }

  private join(app: Socket, toServer: () => Socket): void {
    this.keep(app);
    if (this.isSilent) {
      app.resume();
      return;
    }
    const database = toServer();
    this.keep(database);
    const { life } = this;
    const isMute = () => life !== this.life;
    app.on('data', (message) => {
      if (isMute()) return;
      database.write(message);
      const { silence } = this;
      if (silence === null || !message.includes(silence.after)) return;
      this.silence = null;
      this.fallSilent();
      silence.begun();
    });
    database.on('data', (message) => {
      if (!isMute()) app.write(message);
    });
    app.on('close', () => {
      if (!isMute()) database.destroy();
    });
    database.on('close', () => {
      if (!isMute()) app.destroy();
    });
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
  }
}
