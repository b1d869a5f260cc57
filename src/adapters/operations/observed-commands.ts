import type { Run } from '../../service/commands/execute';
import type { Operations } from './operations';

/** Runs commands and tells operators of each, by its kind: a line in the log, metrics and a span. */
export function observed(run: Run, operations: () => Operations): Run {
  return (command, call) => {
    const { key, actor } = call;
    return operations().watch({ kind: command.kind, key, actor }, () => run(command, call));
  };
}
