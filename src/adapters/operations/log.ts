import pino from 'pino';
import type { LostLines } from './log-output';
import { LogOutput } from './log-output';
import { requestId } from './request-context';
import { redacted, redactedText } from './redaction';

export type Log = pino.Logger;

/**
 * Creates a structured log: one JSON object per line, with the id of the current request, and without secrets.
 *
 * @param destination standard output by default, which never blocks: lines are lost while it is blocked, and their number
 * is logged afterwards
 */
export function makeLog(
  { level, process: name }: { readonly level: string; readonly process: string },
  destination?: pino.DestinationStream,
): Log {
  const log: Log = pino(
    {
      level,
      base: { process: name, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (line) => redacted(line) as Record<string, unknown>,
      },
      // Errors are serialized by the redaction, which removes secrets from them.
      serializers: { err: (error: unknown) => error },
      mixin: () => {
        const id = requestId();
        return id === null ? {} : { requestId: id };
      },
      hooks: {
        logMethod(parts, method) {
          const [first, ...rest] = parts;
          // Without a message the library would use that of the error, unredacted.
          const message = rest.length > 0 || typeof first === 'string' ? rest : [messageOf(first)];
          method.apply(this, [first, ...message].map(withoutSecrets) as typeof parts);
        },
      },
    },
    destination ??
      standardOutput((lost) => log.warn(lost, 'Log lines were lost: the output took none.')),
  );
  return log;
}

function standardOutput(onRoom: (lost: LostLines) => void): LogOutput {
  const output = new LogOutput(process.stdout.fd, onRoom);
  process.once('exit', () => output.flush());
  return output;
}

function withoutSecrets(part: unknown): unknown {
  return typeof part === 'string' ? redactedText(part) : part;
}

function messageOf(line: unknown): string | undefined {
  const error = line instanceof Error ? line : (line as { err?: unknown } | undefined)?.err;
  return error instanceof Error ? error.message : undefined;
}
