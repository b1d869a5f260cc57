import { isatty } from 'node:tty';

/**
 * Calls `end` when the terminal that this command runs on is closed. A SIGHUP that comes for another reason, such as the
 * habit of sending one to a service after its logs were rotated, ends nothing.
 */
export function onTerminalClosed(end: () => void): void {
  const terminal = [0, 1, 2].find((stream) => isatty(stream));
  process.on('SIGHUP', () => {
    if (terminal !== undefined && !isatty(terminal)) end();
  });
}
