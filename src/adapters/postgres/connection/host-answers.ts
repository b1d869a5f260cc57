import { connect } from 'node:net';

/** Asks whether TLS is spoken, which every server of PostgreSQL and every pooler answers at once, before anybody signs in. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

/**
 * Whether something that speaks PostgreSQL's protocol answers there.
 *
 * @param host a name or an address; a folder when the server listens on a socket of the file system
 * @param patience milliseconds
 */
export function hostAnswers(host: string, port: number, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    const end = (answers: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answers);
    };
    const timer = setTimeout(() => end(false), patience);
    socket
      .on('connect', () => socket.write(SSL_REQUEST))
      .once('data', () => end(true))
      .on('error', () => end(false))
      .on('close', () => end(false));
  });
}
